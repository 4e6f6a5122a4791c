"""The edges of every preset of domain.md B.1: an arrest in the minute before, one in the first.

The ward Quang Trung arrests somebody at 23:59 before each day on which a period begins, and at
00:00 of it. So a period that begins with one of these days and ends before another has two arrests
for each step between them, and one more or less wherever a day or a minute is taken wrongly.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.unit.domain import test_wanted_persons as r05
from tests.unit.services.hand_counted import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    Values = dict[str, object]

BEGINS = (
    "2022-11-01",  # 1: the year of residential areas
    "2022-11-15",  # 2: the police year, its first quarter and half
    "2022-11-16",  # 3: the year of communes
    "2022-12-15",  # 4: the year of NĐ 09, its first half, its nine months
    "2023-01-01",  # 5: the calendar year, its first quarter and half
    "2023-02-01",  # 6: February
    "2023-02-15",  # 7: the third month; after the first police quarter
    "2023-03-01",  # 8: after February
    "2023-03-10",  # 9: the days that somebody chose
    "2023-03-15",  # 10: the second quarter of NĐ 09; after the third month
    "2023-03-21",  # 11: after the days that somebody chose
    "2023-04-01",  # 12: after the first quarter of the calendar
    "2023-05-15",  # 13: the second police half
    "2023-06-01",  # 14: the campaign for 19/8
    "2023-06-15",  # 15: the second half of NĐ 09; after its second quarter
    "2023-07-01",  # 16: the second half of the calendar
    "2023-09-01",  # 17: after the campaign
    "2023-09-15",  # 18: after nine months
    "2023-11-01",  # 19: after the year of residential areas
    "2023-11-15",  # 20: after the police year
    "2023-11-16",  # 21: after the year of communes
    "2023-12-15",  # 22: after the year of NĐ 09
    "2024-01-01",  # 23: after the calendar year
)
#: Code, first and last day, and the arrests: two for each step from its line above to its end.
PRESETS = (
    ("ND09-2023-03", "2023-02-15", "2023-03-14", 6),  # 7 to 10
    ("ND09-2023-Q2", "2023-03-15", "2023-06-14", 10),  # 10 to 15
    ("ND09-2023-H1", "2022-12-15", "2023-06-14", 22),  # 4 to 15
    ("ND09-2023-H2", "2023-06-15", "2023-12-14", 14),  # 15 to 22
    ("ND09-2023-9T", "2022-12-15", "2023-09-14", 28),  # 4 to 18
    ("ND09-2023", "2022-12-15", "2023-12-14", 36),  # 4 to 22
    ("CAND-2023-03", "2023-02-15", "2023-03-14", 6),  # 7 to 10
    ("CAND-2023-Q1", "2022-11-15", "2023-02-14", 10),  # 2 to 7
    ("CAND-2023-H1", "2022-11-15", "2023-05-14", 22),  # 2 to 13
    ("CAND-2023-H2", "2023-05-15", "2023-11-14", 14),  # 13 to 20
    ("CAND-2023", "2022-11-15", "2023-11-14", 36),  # 2 to 20
    ("TT124KDC-2023", "2022-11-01", "2023-10-31", 36),  # 1 to 19
    ("TT124XA-2023", "2022-11-16", "2023-11-15", 36),  # 3 to 21
    ("DL-2023-02", "2023-02-01", "2023-02-28", 4),  # 6 to 8
    ("DL-2023-Q1", "2023-01-01", "2023-03-31", 14),  # 5 to 12
    ("DL-2023-H1", "2023-01-01", "2023-06-30", 22),  # 5 to 16
    ("DL-2023-H2", "2023-07-01", "2023-12-31", 14),  # 16 to 23
    ("DL-2023", "2023-01-01", "2023-12-31", 36),  # 5 to 23
    ("TD198-2023", "2023-06-01", "2023-08-31", 6),  # 14 to 17
    ("2023-03-10_2023-03-20", "2023-03-10", "2023-03-20", 4),  # 9 to 11
)


def arrests() -> Iterator[Values]:
    """Yield the 46 arrests, each of another person; he was only to be arrested here (A29)."""
    for place, begins in enumerate(BEGINS):
        day = date.fromisoformat(begins)
        before = day - timedelta(days=1)
        for which, moment in enumerate((f"{before}T23:59+07:00", f"{day}T00:00+07:00")):
            number = 2 * place + which + 1
            yield r05.arrest(
                decision_number=f"{number:03}/QĐTN-QT",
                decision_date="2022-10-01",
                tie="arrested_here",
                person={**r05.OTHER, "born": f"{1950 + number}-01-01"},
                outcome_at=moment,
                reported_at=moment,
                minutes_number=f"{number:02}/BB",
                moves=moves(("wanted", "2022-10-01"), ("arrested", moment[:10])),
            )
