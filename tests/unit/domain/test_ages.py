"""Ages from birth dates that may be partial."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.ages import ages, is_minor


@pytest.mark.parametrize(
    ("born", "day", "expected"),
    [
        ("2005-05-10", date(2023, 5, 9), (17, 17)),
        ("2005-05-10", date(2023, 5, 10), (18, 18)),
        ("2004-02-29", date(2022, 2, 28), (17, 17)),
        ("2004-02-29", date(2022, 3, 1), (18, 18)),
        ("2005-05", date(2023, 5, 1), (17, 18)),
        ("2005-05", date(2023, 5, 31), (18, 18)),
        ("2005", date(2023, 1, 1), (17, 18)),
        ("2005", date(2023, 12, 30), (17, 18)),
        ("2005", date(2023, 12, 31), (18, 18)),
    ],
)
def test_a_partial_birth_date_leaves_two_ages(
    born: str, day: date, expected: tuple[int, int]
) -> None:
    assert ages(born, day) == expected


@pytest.mark.parametrize(
    ("born", "minor"),
    [("2006", True), ("2005", False), ("2005-01-02", True), ("2005-01-01", False)],
)
def test_a_minor_is_one_for_certain(born: str, *, minor: bool) -> None:
    assert is_minor(born, date(2023, 1, 1)) is minor
