"""Carry-over: C + F (new) = F (closed) + S (remaining), for every book that opens and closes rows.

The line is a control (domain.md B.2): it does not come out where a row was closed before it was
opened, or without a day on which it was opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Counted, within
from antq_desktop.domain.registers.crime_reports.indicators import NO_OUTCOME, PENDING
from antq_desktop.domain.registers.wanted_persons.codes import ARRESTED_HERE, TRACED

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period

Day = Callable[[Counted], str]


@dataclass(frozen=True, slots=True)
class Opening:
    """When a row of a book is opened and closed: ISO days, "" for not (yet); and which rows it has.

    Closing is the day of the end itself; an end that is the first day without the thing (A05) is no
    other day here.
    """

    opened: Day
    closed: Day
    has: Callable[[Counted], bool]


@dataclass(frozen=True, slots=True)
class Balance:
    """The line of one book; ``odd`` are the rows because of which it does not come out."""

    register: str
    carried: int
    new: int
    closed: int
    remaining: int
    odd: tuple[Counted, ...]

    @property
    def even(self) -> bool:
        """Whether both sides are equal."""
        return self.carried + self.new == self.closed + self.remaining


def _all(_row: Counted) -> bool:
    return True


def _first_outcome(row: Counted) -> str:
    """Return the day of the first result; what is suspended is no more being handled here."""
    days = [str(one["on"]) for one in row.rows("outcomes") if one["outcome"] != PENDING]
    return min(days, default="")


def _settled(row: Counted) -> str:
    return row.day("resolved_on") if row.shared.get("result") != PENDING else ""


def _wanted_here(row: Counted) -> bool:
    return row.shared.get("decision_kind") != TRACED and row.shared.get("tie") != ARRESTED_HERE


def _applied(row: Counted) -> bool:
    return row.shared.get("decision") == "applied"


def _from_to(start: str, *ends: str) -> Opening:
    def closed(row: Counted) -> str:
        return next((row.day(end) for end in ends if row.day(end)), "")

    return Opening(lambda row: row.day(start), closed, _all)


OPENINGS: Mapping[str, Opening] = {
    "crime_reports": Opening(
        lambda row: row.day("received_at"),
        _first_outcome,
        lambda row: row.shared.get("urgency") not in NO_OUTCOME,
    ),
    "disputes": Opening(lambda row: row.day("opened_on"), _settled, _all),
    "administrative_measures": _from_to("file_date", "court_decision_date"),
    "commune_education": Opening(
        lambda row: row.day("term_from"),
        lambda row: row.day("end_date") or row.day("term_to"),
        _applied,
    ),
    "drug_user_management": _from_to("term_from", "end_date", "term_to"),
    "wanted_persons": Opening(
        lambda row: row.day("decision_date"), lambda row: row.day("outcome_at"), _wanted_here
    ),
    "police_officers": _from_to("started_on", "ended_on"),
    "security_teams": _from_to("started_on", "ended_on"),
    "committee_tasks": _from_to("assigned_on", "done_on"),
    "coordination_programmes": _from_to("valid_from", "valid_to"),
    "key_areas": _from_to("listed_on", "removed_on"),
}
"""The books with a beginning and an end, by register."""


def balance(register: str, rows: Iterable[Counted], period: Period) -> Balance:
    """Return the line of a book over a period."""
    opening = OPENINGS[register]
    carried = new = closed = remaining = 0
    odd: list[Counted] = []
    for row in rows:
        start, end = opening.opened(row), opening.closed(row)
        if not opening.has(row) or not (start or end):
            continue
        if end and (not start or end < start):
            odd.append(row)
        is_carried = bool(start) and start < period.first.isoformat()
        carried += is_carried and not _before(end, period.first.isoformat())
        new += within(period, start)
        closed += within(period, end)
        last = period.last.isoformat()
        remaining += bool(start) and start <= last and not (end and end <= last)
    return Balance(register, carried, new, closed, remaining, tuple(odd))


def together(one: Balance, other: Balance) -> Balance:
    """Return the line of two units' books of one register."""
    return Balance(
        one.register,
        one.carried + other.carried,
        one.new + other.new,
        one.closed + other.closed,
        one.remaining + other.remaining,
        (*one.odd, *other.odd),
    )


def _before(end: str, first: str) -> bool:
    return bool(end) and end < first
