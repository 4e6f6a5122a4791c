"""The rules of R07: what must agree in one file, and what the criteria say about the result."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.registers.organizations import NO_DISTRICTS, scope_problems
from antq_desktop.domain.registers.security_standard.criteria import (
    AREA,
    BY_CODE,
    COMMUNE,
    COMMUNE_WIDE,
    LOCAL,
    ORGANIZATIONS,
)
from antq_desktop.domain.registers.security_standard.fields import RECOGNISED
from antq_desktop.domain.registers.security_standard.outcome import (
    lacking_of,
    not_met_in,
    outcome_of,
)
from antq_desktop.domain.registers.security_standard.procedure import PROCEDURES, TOP, window
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_SCORE = re.compile(r"(?:100(?:[.,]0{1,2})?|[0-9]{1,2}(?:[.,][0-9]{1,2})?)", re.ASCII)


def _year(seen: Seen, today: date) -> Iterator[Problem]:
    """Đ8.2: a year can be assessed once its window has begun; registration lies in the window."""
    year, kind = seen.text("year"), seen.text("subject_kind")
    if year is None or kind is None:
        return
    if not _YEAR.fullmatch(year):
        yield Problem("year", "rules.year_only")
        return
    assessed = window(kind, int(year))
    if assessed.first > today:
        yield Problem("year", "rules.year_not_begun")
    registered = seen.text("registered_on")
    inside = assessed.first.isoformat(), assessed.last.isoformat()
    if registered and not inside[0] <= registered <= inside[1]:
        yield Problem("registered_on", "rules.registered_in_other_year", grave=False)


def _subject(seen: Seen, _today: date) -> Iterator[Problem]:
    """Demand the reference that the kind needs, and no other: figures follow it (A35)."""
    kind = seen.text("subject_kind")
    for name, fits in (("residential_area", kind == AREA), ("organization", kind in ORGANIZATIONS)):
        if fits and not seen.text(name):
            yield Problem(name, "rules.subject_not_chosen")
        if kind and not fits and seen.text(name):
            yield Problem(name, "rules.subject_of_other_kind")


def _scope(seen: Seen, _today: date) -> Iterator[Problem]:
    yield from scope_problems(seen, seen.text("subject_kind"))
    if seen.get("in_scope") is False and seen.text("result"):
        yield Problem("result", "rules.result_out_of_scope")


def _households(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ4.1: in a residential area all households register."""
    total, registered = seen.get("households_total"), seen.get("households_registered")
    if seen.text("subject_kind") != AREA or not seen.text("registered_on"):
        return
    if not isinstance(total, int) or not isinstance(registered, int):
        lacking = "households_registered" if total is not None else "households_total"
        yield Problem(lacking, "rules.households_missing", grave=False)
        return
    if registered > total:
        yield Problem("households_registered", "rules.more_registered_than_households")
    met = any(
        row.get("criterion") == "KDC1" and row.get("result") == "met"
        for row in seen.rows("criteria")
    )
    if registered < total and met:
        yield Problem("households_registered", "rules.households_not_registered", grave=False)


def _criteria(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ4-7: each criterion once, of those asked of this kind, and all of them."""
    kind, rows = seen.text("subject_kind"), seen.rows("criteria")
    if kind is None or not rows:
        return
    known: set[tuple[str, object]] = set()
    for number, row in enumerate(rows, 1):
        criterion, added = BY_CODE[str(row["criterion"])], row.get("added")
        path = f"criteria[{number}].criterion"
        if kind not in criterion.subjects:
            yield Problem(path, "rules.criterion_of_other_kind")
        if added is not None and criterion.code != LOCAL:
            yield Problem(f"criteria[{number}].added", "rules.added_of_circular")
        # Without numbers of a table several stand under LOCAL, each with its own note.
        if (criterion.code, added) in known and (criterion.code != LOCAL or added is not None):
            yield Problem(path, "rules.distinct")
        known.add((criterion.code, added))
    lacking = lacking_of(kind, rows, _last_day(kind, seen.text("year")))
    if lacking:
        shown = ", ".join(BY_CODE[code].shown for code in lacking)
        yield Problem(
            "criteria",
            "rules.criteria_missing",
            grave=False,
            values={"count": len(lacking), "codes": shown},
        )


def _notes(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ4.4b, 4.4d, 6.3đ, 6.3g: only there force majeure excuses, and it is explained."""
    for number, row in enumerate(seen.rows("criteria"), 1):
        criterion = BY_CODE[str(row["criterion"])]
        if row.get("force_majeure") is True:
            if not criterion.excusable:
                yield Problem(
                    f"criteria[{number}].force_majeure", "rules.no_force_majeure", grave=False
                )
            elif not row.get("note"):
                yield Problem(f"criteria[{number}].note", "rules.force_majeure_why", grave=False)
        if criterion.code == LOCAL and not row.get("note") and row.get("added") is None:
            yield Problem(f"criteria[{number}].note", "rules.local_criterion_name", grave=False)


def _last_day(kind: str, year: str | None) -> date | None:
    return window(kind, int(year)).last if year and _YEAR.fullmatch(year) else None


def _not_met(seen: Seen) -> list[str]:
    return not_met_in(seen.rows("criteria"))


def _result(seen: Seen, _today: date) -> Iterator[Problem]:
    """Let result, reasons and criteria say the same (Đ8.1)."""
    result, reasons, not_met = seen.text("result"), seen.get("fail_reasons") or [], _not_met(seen)
    kind = seen.text("subject_kind")
    if result == "failed" and kind and seen.rows("criteria"):
        last = _last_day(kind, seen.text("year"))
        if outcome_of(kind, seen.rows("criteria"), last).result == "passed":
            yield Problem("result", "rules.failed_but_all_met", grave=False)
    named = set(reasons) if isinstance(reasons, list) else set()
    if result == "passed":
        if not_met:
            yield Problem("result", "rules.passed_but_not_met", grave=False)
        if named:
            yield Problem("fail_reasons", "rules.reasons_but_passed")
    if seen.rows("criteria") and named - set(not_met):
        yield Problem("fail_reasons", "rules.reason_is_met", grave=False)


def _commune_wide(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ5.2: what was not met in one area of clauses 2 to 4 was not met in its commune."""
    kind, result = seen.text("subject_kind"), seen.text("result")
    not_met = COMMUNE_WIDE.intersection(_not_met(seen))
    if kind == AREA and result == "failed" and not_met:
        yield Problem("fail_reasons", "rules.commune_fails_too", grave=False)
    xa2 = [row.get("result") for row in seen.rows("criteria") if row.get("criterion") == "XA2"]
    if kind == COMMUNE and not_met and "met" in xa2:
        yield Problem("criteria", "rules.commune_criterion_not_met", grave=False)


def _state(seen: Seen, _today: date) -> Iterator[Problem]:
    """Let the state and the result say the same: figures read both (A35)."""
    state, result = last_state(seen.rows("moves")), seen.text("result")
    said = "passed" if state in RECOGNISED else "failed" if state == "failed" else None
    if result and result != said:
        yield Problem("result", "rules.result_is_not_state")


def _order(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ9: registration, meeting, file, appraisal, decision follow one another."""
    names = ("registered_on", "meeting_on", "submitted_on", "appraised_on", "decision_on")
    days = [(name, day) for name in names if (day := seen.text(name))]
    for (_, before), (name, day) in pairwise(days):
        if day < before:
            yield Problem(name, "rules.in_order")


def _authority(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ10: who recognises whom; there is no district level since 01/07/2025."""
    kind, level = seen.text("subject_kind"), seen.text("decision_level")
    day = seen.text("decision_on") or ""
    on = date.fromisoformat(day) if day else None
    if level == "district" and day >= NO_DISTRICTS.isoformat():
        yield Problem("decision_level", "rules.no_districts")
    elif kind and level and not PROCEDURES[kind].may_recognise(level, on):
        yield Problem("decision_level", "rules.level_of_other_kind", grave=False)
    delegable = kind in ORGANIZATIONS and level != TOP
    if seen.get("delegated") is True and kind and not delegable:
        yield Problem("delegated", "rules.not_delegable", grave=False)


def _parts(seen: Seen, _today: date) -> Iterator[Problem]:
    """Đ6.5, 7.6: of the parts of an organisation no more can have done well than there are."""
    total, good = seen.get("subordinate_units"), seen.get("good_subordinate_units")
    if isinstance(total, int) and isinstance(good, int) and good > total:
        yield Problem("good_subordinate_units", "rules.more_parts_than_all")


def _scores(seen: Seen, _today: date) -> Iterator[Problem]:
    """QĐ 510: a sheet of 100 points."""
    for name in ("score_self", "score_final"):
        score = seen.text(name)
        if score and not _SCORE.fullmatch(score):
            yield Problem(name, "rules.score")


CIRCULAR = "TT 124/2021/TT-BCA"
RULES = (
    not_future("registered_on", "meeting_on", "submitted_on", "appraised_on"),
    not_future("decision_on", "graded_on", "moves.on"),
    Rule(
        fields=("year", "subject_kind", "registered_on"),
        check=_year,
        basis=f"{CIRCULAR} Đ8.2",
    ),
    Rule(
        fields=("subject_kind", "residential_area", "organization"),
        check=_subject,
        basis="counting A35",
    ),
    Rule(
        fields=("subject_kind", "in_scope", "exclusion", "result"),
        check=_scope,
        basis=f"{CIRCULAR} Đ1.2b",
    ),
    Rule(
        fields=(
            "subject_kind",
            "registered_on",
            "households_total",
            "households_registered",
            "criteria",
        ),
        check=_households,
        basis=f"{CIRCULAR} Đ4.1",
    ),
    Rule(fields=("year", "subject_kind", "criteria"), check=_criteria, basis=f"{CIRCULAR} Đ4-7"),
    Rule(
        fields=("subordinate_units", "good_subordinate_units"),
        check=_parts,
        basis=f"{CIRCULAR} Đ6.5, 7.6",
    ),
    Rule(fields=("criteria",), check=_notes, basis=f"{CIRCULAR} Đ4.4, 6.3, 8.1"),
    Rule(
        fields=("year", "subject_kind", "result", "fail_reasons", "criteria"),
        check=_result,
        basis=f"{CIRCULAR} Đ8.1",
    ),
    Rule(
        fields=("subject_kind", "result", "criteria"),
        check=_commune_wide,
        basis=f"{CIRCULAR} Đ5.2",
    ),
    Rule(fields=("result", "moves"), check=_state, basis="counting A35"),
    Rule(
        fields=("registered_on", "meeting_on", "submitted_on", "appraised_on", "decision_on"),
        check=_order,
        basis=f"{CIRCULAR} Đ9",
    ),
    Rule(
        fields=("subject_kind", "decision_level", "decision_on", "delegated"),
        check=_authority,
        basis=f"{CIRCULAR} Đ10, 10.5",
    ),
    Rule(fields=("score_self", "score_final"), check=_scores, basis="QĐ 510/QĐ-BCA-V05"),
)
