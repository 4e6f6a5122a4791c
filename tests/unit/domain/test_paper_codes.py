"""The codes on paper: short, read back as people type them, and one wrong letter is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.paper_codes import (
    LETTERS,
    BadCode,
    PaperCode,
    read_code,
    record_code,
    report_code,
)

codes = st.builds(
    PaperCode,
    st.sampled_from(["H", "B"]),
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.booleans(),
)


def test_a_code_is_bound_to_record_number_and_digest() -> None:
    made = record_code("r", 3, "ab" * 32, practice=False)
    assert made.text == record_code("r", 3, "ab" * 32, practice=False).text
    others = [
        record_code("s", 3, "ab" * 32, practice=False),
        record_code("r", 4, "ab" * 32, practice=False),
        record_code("r", 3, "ac" * 32, practice=False),
        report_code("r", "DL-2023", 3, "ab" * 32, practice=False),
        record_code("r", 3, "ab" * 32, practice=True),
    ]
    assert made.text not in {one.text for one in others}


@given(codes)
def test_what_is_printed_is_read_back(code: PaperCode) -> None:
    assert len(code.text) == 12
    sloppy = code.shown.lower().replace("1", "l").replace("0", "o")
    for text in (code.text, code.shown, code.scanned, f" {sloppy} "):
        read = read_code(text)
        assert read.means(code)
        assert (read.kind, read.practice) == (code.kind, code.practice)


@given(codes, st.integers(0, 11), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found(code: PaperCode, at: int, letter: str) -> None:
    wrong = code.text[:at] + letter + code.text[at + 1 :]
    if wrong == code.text:
        return
    with pytest.raises(BadCode):
        read_code(wrong)


@given(codes, codes)
def test_a_scanned_code_is_compared_with_more_than_what_is_typed(
    a: PaperCode, b: PaperCode
) -> None:
    half = b.half
    read = read_code(f"ANTQ1:{a.text}:{half}")
    assert read.means(a) == (a.half == half)


@pytest.mark.parametrize(
    "text", ["", "H", "ANTQ1:", "H" * 12, "ĐÂY LÀ CHỮ V", "https://example.org", "H" * 10_000]
)
def test_other_texts_are_no_codes(text: str) -> None:
    with pytest.raises(BadCode):
        read_code(text)
