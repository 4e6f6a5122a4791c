"""Vietnamese text: what is stored, what is searched, what is sorted by."""

from __future__ import annotations

import unicodedata

import pytest

from antq_desktop.domain.vietnamese import (
    clean,
    fold,
    forbidden_characters,
    has_marks,
    person_sort_key,
    sort_key,
    tone_key,
)


def test_stored_text_is_precomposed() -> None:
    decomposed = unicodedata.normalize("NFD", "Xã Liêm Tuyền")
    assert decomposed != "Xã Liêm Tuyền"
    assert clean(decomposed) == "Xã Liêm Tuyền"


def test_base_letter_with_a_loose_tone_is_composed() -> None:
    assert clean("Viê\u0323t") == "Việt"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\u00d0ạt \u0189ức \u00f0ến \u0256i", "Đạt Đức đến đi"),
        ("  a\u00a0 \u2003b\t\u3000c ", "a b c"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("\n\n  một  \n\n  hai \n ", "một\n\nhai"),
        ("", ""),
        ("QuyÕt ®Þnh", "QuyÕt ®Þnh"),
    ],
)
def test_clean(typed: str, stored: str) -> None:
    assert clean(typed) == stored


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nguyễn Thị Thuỳ Dương\nH'Hen Niê, Y Moan Ênuôl: “Đ”…", ()),
        ("a\x00b", ("U+0000",)),
        ("\x85\x1b\t", ("U+0009", "U+001B", "U+0085")),
        ("\u202etxt\u2069", ("U+202E", "U+2069")),
        ("a\u200bb\u200b\ufeff", ("U+200B", "U+FEFF")),
        ("\ud800", ("U+D800",)),
        ("\ufdd0\uffff\U0001fffe", ("U+FDD0", "U+FFFF", "U+1FFFE")),
        ("a\u3164", ("U+3164",)),
    ],
)
def test_forbidden_characters(text: str, names: tuple[str, ...]) -> None:
    assert forbidden_characters(text) == names


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn  Văn-Đạt", "nguyen van dat"),
        ("ĐẶNG VĂN LÂM", "dang van lam"),
        ("H'Hen Niê", "h hen nie"),
        ("Y Moan Ênuôl", "y moan enuol"),
        ("số 12/3,\nngõ 4", "so 12 3 ngo 4"),
        ("…", ""),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


def test_tone_key_ignores_where_the_tone_stands() -> None:
    assert tone_key("Hòa Thủy khỏe") == tone_key("hoà thuỷ KHOẺ") == "hoa1 thuy2 khoe2"


def test_tone_key_keeps_tones_and_vowels_apart() -> None:
    keys = {tone_key(word) for word in ["ma", "mà", "mả", "mã", "má", "mạ", "mâ", "mă", "đa", "da"]}
    assert len(keys) == 10


def test_key_of_a_word_half_typed_begins_the_key_of_the_word() -> None:
    assert tone_key("Nguyễn").startswith(tone_key("nguyê"))


@pytest.mark.parametrize(
    ("text", "marked"),
    [("nguyen", False), ("nguyên", True), ("dao", False), ("đao", True), ("\u00d0ao", True)],
)
def test_has_marks(text: str, *, marked: bool) -> None:
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Ánh", "Ăn", "Ân", "Bình", "Dũng", "Đạt", "Oanh", "Ơn", "Ước", "Yến"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "mạc"],
        ["hoa", "Hoa", "hòa", "Hòa", "hoa b"],
        ["An Bình", "An-Bình", "An2", "Anh", "Ban"],
        ["Muller", "Müller", "Muộn"],
        ["Xã 2", "Xã A"],
        ["yến", "ж"],
    ],
)
def test_sort_order(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_letters_weigh_more_than_tones_over_the_whole_text() -> None:
    assert sort_key("Hà An") < sort_key("Ha Bình") < sort_key("Hà Bình")


def test_people_are_sorted_by_given_family_and_middle_name() -> None:
    ordered = [
        "Nguyễn Văn An",
        "Trần An",
        "Đỗ Thị Ánh",
        "Lê Bình",
        "ĐẶNG VĂN LÂM",
        "Đặng Xuân Lâm",
        "Niê",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=person_sort_key) == ordered


def test_nobody_sorts_first() -> None:
    assert person_sort_key("") < person_sort_key("A")
