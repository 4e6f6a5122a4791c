"""The earlier violations that a measure rests on: their rows, and three of them within six months.

Luật XLVPHC Đ90.3-90.6, 94 (amended by Luật 67/2020/QH14): two sanctions and a third record within
06 months.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import after_months
from antq_desktop.domain.declaring import private
from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.rules import Rows, Seen

THIRD = 3
WITHIN_MONTHS = 6


def violations(required_in: frozenset[str], basis: str) -> Field:
    """Declare the rows ``violations``: day, act, record, sanction."""
    return private(
        "violations",
        Kind.ROWS,
        ("Các lần vi phạm", "Violations"),
        required_in=required_in,
        basis=basis,
        columns=(
            private("on", Kind.DATE, ("Ngày vi phạm", "On"), required=True),
            private("act", Kind.TEXT, ("Hành vi", "Act"), required=True),
            private("record_number", Kind.TEXT, ("Số biên bản", "Number of the record")),
            private("sanction", Kind.TEXT, ("Quyết định xử phạt", "Sanction decision")),
        ),
    )


def last_violation(rows: Rows) -> date | None:
    """Return the day of the last violation, None without any."""
    return max(_days(rows), default=None)


def thrice(code: str, codes: frozenset[str], basis: str) -> Rule:
    """Make the rule that a ground of ``codes`` rests on three violations within six months."""

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        if seen.text(code) in codes and not _three_within(seen.rows("violations")):
            yield Problem("violations", "rules.third_violation", grave=False)

    return Rule(fields=(code, "violations"), check=run, basis=basis)


def _three_within(rows: Rows) -> bool:
    days = sorted(_days(rows))
    ends = zip(days, days[THIRD - 1 :], strict=False)  # each day with the second one after it
    return any(third <= after_months(first, WITHIN_MONTHS) for first, third in ends)


def _days(rows: Rows) -> list[date]:
    return [date.fromisoformat(str(row["on"])) for row in rows if row.get("on")]
