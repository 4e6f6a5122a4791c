"""Vietnamese text, over all of Unicode and over all syllables with two places for the tone."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.domain.vietnamese import (
    clean,
    fold,
    forbidden_characters,
    person_sort_key,
    search_keys,
    sort_key,
    tone_key,
)

ONSETS = ["", "b", "ch", "d", "đ", "h", "kh", "l", "ngh", "ng", "nh", "t", "th", "tr", "x"]
TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

texts = st.text(max_size=40)
vietnamese = st.text(
    st.sampled_from("aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệgoòỏõóọôồổỗốộơờởỡớợuưừửữứựyỳỷỹýỵ ĐÂ'-1"),
    max_size=20,
)


@given(texts)
def test_cleaning_twice_is_cleaning_once_and_gives_nfc(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(texts | vietnamese)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(vietnamese)
def test_folded_text_is_ascii_whatever_its_form(text: str) -> None:
    assert fold(text).isascii()
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(text.upper())


@given(vietnamese)
def test_keys_do_not_depend_on_the_form(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert tone_key(decomposed) == tone_key(text)
    assert sort_key(decomposed) == sort_key(text)


@given(texts | vietnamese)
def test_both_search_keys_come_together(text: str) -> None:
    assert search_keys(text) == (fold(text), tone_key(text))


@pytest.mark.parametrize("vowels", ["oa", "oe", "uy"])
def test_both_places_of_the_tone_give_one_key(vowels: str) -> None:
    for onset, tone in itertools.product(ONSETS, TONES):
        old = unicodedata.normalize("NFC", onset + vowels[0] + tone + vowels[1])
        new = unicodedata.normalize("NFC", onset + vowels + tone)
        assert old != new
        assert tone_key(old) == tone_key(new) != tone_key(onset + vowels)


@given(vietnamese, vietnamese)
def test_equal_tone_keys_mean_equal_search_keys(one: str, other: str) -> None:
    if tone_key(one) == tone_key(other):
        assert fold(one) == fold(other)


@given(st.text(st.sampled_from(ORDER), max_size=8), st.text(st.sampled_from(ORDER), max_size=8))
def test_words_without_tones_sort_as_the_alphabet(one: str, other: str) -> None:
    places = [[ORDER.index(letter) for letter in word] for word in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (places[0] < places[1])


@given(texts)
def test_sort_keys_have_three_levels_and_people_seven(text: str) -> None:
    if not forbidden_characters(clean(text)):
        assert sort_key(text).count(" ") == 2
        assert person_sort_key(text).count(" ") == 6


@settings(max_examples=30)
@given(st.characters())
def test_a_forbidden_character_is_named_by_its_code_point(character: str) -> None:
    named = forbidden_characters("a" + character)
    assert named in ((), (f"U+{ord(character):04X}",))
