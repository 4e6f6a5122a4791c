"""What follows from the criteria: met if all are, and not met with one that is not (Đ8.1).

The grade of the movement is another instrument and has no part in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from antq_desktop.domain.registers.security_standard.criteria import BY_CODE, criteria_of
from antq_desktop.domain.registers.security_standard.said import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from antq_desktop.domain.registers.security_standard.said import Said

    Rows = Iterable[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result that the criteria suggest, None while some are open, and why.

    ``reasons`` are the criteria that were not met, as ``fail_reasons`` holds them.
    """

    result: Literal["passed", "failed"] | None
    said: Said
    reasons: tuple[str, ...] = ()


def outcome_of(kind: str, rows: Rows, last: date | None) -> Outcome:
    """Return what follows from criteria; ``last`` is the last day of the window, if it is known."""
    rows = list(rows)
    reasons = tuple(dict.fromkeys(not_met_in(rows)))
    if reasons:
        return Outcome("failed", say("evidence.outcome_failed", codes=_shown(reasons)), reasons)
    if lacking := lacking_of(kind, rows, last):
        said = say("evidence.outcome_open", count=len(lacking), codes=_shown(lacking))
        return Outcome(None, said)
    return Outcome("passed", say("evidence.outcome_passed", count=len(rows)))


def not_met_in(rows: Rows) -> list[str]:
    """Return the criteria that were not met."""
    return [str(row["criterion"]) for row in rows if row.get("result") == "not_met"]


def lacking_of(kind: str, rows: Rows, last: date | None) -> list[str]:
    """Return the criteria of the circular that have no result yet."""
    known = {row.get("criterion") for row in rows if row.get("result")}
    return [code for code in criteria_of(kind, last) if code not in known]


def _shown(codes: Iterable[str]) -> str:
    return ", ".join(BY_CODE[code].shown for code in codes)
