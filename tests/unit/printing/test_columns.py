"""The widths of columns: shares, but nothing narrower than what must stand on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.printing.drawing.columns import fitted

LENGTHS = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 60)), min_size=1, max_size=12)


def test_columns_have_their_shares_where_these_are_wide_enough() -> None:
    assert fitted([1, 2, 1], [10, 10, 10], 100) == [25, 50, 25]


def test_a_narrow_column_takes_from_the_others_in_their_proportion() -> None:
    assert fitted([1, 6, 3], [28, 0, 0], 100) == [28, 48, 24]
    # What it takes can make another too narrow.
    assert fitted([1, 3, 6], [40, 29, 0], 100) == [40, 29, 31]


def test_where_nothing_fits_all_give_alike() -> None:
    assert fitted([1, 1], [150, 50], 100) == [75, 25]


@given(LENGTHS, st.integers(1, 500))
def test_the_room_is_used_up_and_nothing_is_too_narrow(
    columns: list[tuple[int, int]], room: int
) -> None:
    shares, least = [one for one, _ in columns], [one for _, one in columns]
    widths = fitted(shares, least, room)
    assert sum(widths) == pytest.approx(room)
    if sum(least) < room:
        assert all(width >= one for width, one in zip(widths, least, strict=True))
