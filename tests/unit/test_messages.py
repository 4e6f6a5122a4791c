"""Ids and values become words; a value never becomes more than a value."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop import messages
from antq_desktop.errors import Fault
from antq_desktop.messages import (
    LONGEST_VALUE,
    Language,
    Words,
    label,
    message_ids,
    shown_number,
    shown_text,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path

VIETNAMESE = """
["units.unknown"]
text = "Không có đơn vị {code}."
action = "Kiểm tra lại {code}."
["list.rows"]
text = "{rows} dòng"
"""
ENGLISH = """
["units.unknown"]
text = "There is no unit {code}."
action = "Check {code}."
["list.rows"]
text = "{rows} rows"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program find its resources in a folder with two messages."""
    folder = tmp_path / "resources" / "messages"
    folder.mkdir(parents=True)
    (folder / "vi.toml").write_text(VIETNAMESE, encoding="utf-8")
    (folder / "en.toml").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.setattr("antq_desktop.assets._CHECKOUT", tmp_path)
    monkeypatch.setattr(messages, "_entries", messages._entries.__wrapped__)  # noqa: SLF001
    return folder


def test_an_id_has_its_words_in_both_languages() -> None:
    values = {"code": "13285"}
    assert words("units.unknown", "vi", values) == Words(
        "Không có đơn vị 13285.", "Kiểm tra lại 13285."
    )
    assert words("units.unknown", "en", values) == Words("There is no unit 13285.", "Check 13285.")
    assert message_ids("vi") == message_ids("en") == {"units.unknown", "list.rows"}


@pytest.mark.parametrize(
    ("language", "shown"), [("vi", "-1.234.567 dòng"), ("en", "-1,234,567 rows")]
)
def test_numbers_are_written_as_the_language_does(language: Language, shown: str) -> None:
    assert label("list.rows", language, rows=-1_234_567) == shown
    assert shown_number(999, language) == "999"


def test_text_that_looks_like_a_number_stays_as_it_is() -> None:
    assert label("list.rows", "vi", rows="2023") == "2023 dòng"


def test_what_is_not_there_is_our_fault() -> None:
    with pytest.raises(Fault, match=r"no words for the message units\.gone"):
        words("units.gone", "vi", {})
    with pytest.raises(Fault, match=r"no value for \{code\}"):
        words("units.unknown", "vi", {})
    with pytest.raises(Fault, match="no action"):
        words("list.rows", "vi", {"rows": 1})
    with pytest.raises(Fault, match="is no label"):
        label("units.unknown", "vi", code="13285")


@pytest.mark.parametrize("broken", ["[", "[units.unknown]\ntext = 'a'", "['a.b']\ntxt = 'a'"])
def test_a_broken_file_is_our_fault(folder: Path, broken: str) -> None:
    (folder / "vi.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(Fault, match="the messages cannot be read"):
        message_ids("vi")


def test_a_value_is_put_in_once() -> None:
    assert words("units.unknown", "en", {"code": "{code} {0.__class__}"}).action == (
        "Check {code} {0.__class__}."
    )


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\n\nThe bundle is valid.", "a The bundle is valid."),
        ("\u202egpj.exe\u202c\u2066", "gpj.exe"),
        ("\x00\x1b[31mred\u200b\ufeff", "[31mred"),
        ("a\u2028b\u00a0 c", "a b c"),
        ("\ud800x", "x"),
        ("ẩ" * 201, "ẩ" * 199 + "…"),
        ("ẩ" * 200, "ẩ" * 200),
    ],
)
def test_hostile_text_is_made_plain(hostile: str, shown: str) -> None:
    assert shown_text(hostile) == shown


@given(st.text())
def test_whatever_is_shown_is_one_short_visible_line(text: str) -> None:
    shown = shown_text(text)
    assert len(shown) <= LONGEST_VALUE
    assert not any(
        unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in shown
    )
    assert shown_text(shown) == shown
