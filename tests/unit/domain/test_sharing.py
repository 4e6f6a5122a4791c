"""What people write from one side to the other: a closed list, one clean line, not too long."""

from __future__ import annotations

import pytest

from antq_desktop.domain.sharing import LONGEST_WRITTEN, WRITTEN_TEXT, quoted, written_text
from antq_desktop.errors import Refusal


def test_the_list_is_closed() -> None:
    written = {("correction", "answers"), ("query", "items"), ("receipt", "reasons")}
    assert {(kind, f"{member}.text") for kind, member in written} == WRITTEN_TEXT


@pytest.mark.parametrize(
    ("typed", "travels"),
    [
        ("  Ghi\nlại  ngày\t", "Ghi lại ngày"),
        ("a\u0000b\u202ec\u200bd", "a b c d"),
        ("e\u0302", "\u00ea"),
        ("x" * LONGEST_WRITTEN, "x" * LONGEST_WRITTEN),
    ],
)
def test_a_text_travels_as_one_clean_line(typed: str, travels: str) -> None:
    assert written_text(typed) == travels
    assert quoted(typed.split("\u0000", maxsplit=1)[0]).startswith("\u201c")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", "text_needed"),
        ("\u200b\n\u0007", "text_needed"),
        ("x" * (LONGEST_WRITTEN + 1), "text_long"),
        ("x" * (1 << 20), "text_long"),
    ],
)
def test_nothing_and_too_much_are_refused(typed: str, rule: str) -> None:
    with pytest.raises(Refusal, match=rf"queries\.{rule}"):
        written_text(typed)
