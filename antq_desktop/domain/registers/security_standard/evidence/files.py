"""What the files of R07 themselves, and the models of R06, suggest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Books
from antq_desktop.domain.registers.movement_models import effective, running
from antq_desktop.domain.registers.security_standard.criteria import (
    AREA,
    BY_CODE,
    COMMUNE,
    COMMUNE_WIDE,
)
from antq_desktop.domain.registers.security_standard.evidence import cases
from antq_desktop.domain.registers.security_standard.evidence.facts import Proposal, Proposed
from antq_desktop.domain.registers.security_standard.indicators import (
    BELOW,
    LEAST_PERCENT,
    files_of,
    in_scope,
    is_registered,
    is_standing,
    number_of,
    of_kind,
    subject_of,
)
from antq_desktop.domain.registers.security_standard.procedure import REGISTERED_BY
from antq_desktop.domain.registers.security_standard.said import say
from antq_desktop.domain.vietnamese import tone_key

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted
    from antq_desktop.domain.registers.security_standard.evidence.facts import Facts
    from antq_desktop.domain.registers.security_standard.said import Said

    Found = tuple[Proposed, list[Said]]

FILES, MODELS = "security_standard", "movement_models"
_SCOPES = frozenset({"organization", "school"})
_MET, _NOT_MET, _OPEN = Proposed.MET, Proposed.NOT_MET, Proposed.TO_BE_JUDGED


def worst(*results: Proposed) -> Proposed:
    """Return what holds of several parts: all are met, or one is not, or something is open."""
    return next((one for one in (_NOT_MET, _OPEN) if one in results), _MET)


def _year_books(facts: Facts) -> Books:
    names = ("residential_areas", "organizations")
    return Books(
        period=facts.window,
        rows=facts.of(FILES),
        unit=facts.unit,
        others={name: facts.of(name) for name in names},
    )


# ---------------------------------------------------------------------- registration, models


def _registration(facts: Facts) -> Found:
    """Đ4.1, 5.1, 6.1, 7.1: registered in the first quarter, with documents."""
    day = facts.text("registered_on")
    last = date(facts.year, *REGISTERED_BY)
    if not day:
        return _OPEN, [say("evidence.not_registered")]
    shown = f"{date.fromisoformat(day):%d/%m/%Y}"
    if day > last.isoformat():
        return _NOT_MET, [say("evidence.registered_late", day=shown)]
    said: list[Said] = [say("evidence.registered", day=shown)]
    if not facts.text("registration_documents"):
        return _OPEN, [*said, say("evidence.no_documents")]
    return _MET, said


def households(facts: Facts, criterion: str) -> Proposal:
    """KDC1: the area and all of its households registered in the first quarter."""
    areas = [
        row for row in facts.of("residential_areas") if row.record == facts.text("residential_area")
    ]
    booked = next((row.shared.get("households") for row in areas), None)
    total, registered = facts.number("households_total"), facts.number("households_registered")
    if total is None and isinstance(booked, int):
        total = booked
    result, said = _registration(facts)
    if total is None or registered is None:
        share, words = _OPEN, say("evidence.households_open")
    else:
        share = _MET if registered >= total else _NOT_MET
        words = say("evidence.households", count=registered, total=total)
    said.append(words)
    if isinstance(booked, int) and total != booked:
        share = worst(share, _OPEN)
        said.append(say("evidence.households_differ", count=booked))
    return Proposal(
        criterion=criterion,
        result=worst(result, share),
        said=(facts.here(), *said),
        records=tuple(row.record for row in areas),
    )


def models(facts: Facts, criterion: str) -> Proposal:
    """XA1, CQ1, GD1: registered in the first quarter, and one effective model at least."""
    result, said = _registration(facts)
    rows = [
        row
        for row in facts.of(MODELS)
        if running(row, facts.window)
        and (facts.kind == COMMUNE or row.shared.get("scope") in _SCOPES)
    ]
    placed = facts.sorted(rows, lambda row: _runs_here(facts, row))
    good = [row for row in placed.here if effective(row, facts.window)]
    if good:
        share = _MET
    elif placed.unplaced or any(not row.rows("reviews") for row in placed.here):
        share = _OPEN
    else:
        share = _NOT_MET
    said.append(say("evidence.models", count=len(placed.here), good=len(good)))
    if placed.unplaced:
        said.append(say("evidence.models_elsewhere", count=len(placed.unplaced)))
    if not facts.of(MODELS):
        share = _OPEN
        said.append(say("evidence.empty_book", books="R06"))
    at: Said = say("evidence.at", place=facts.name)
    return Proposal(
        criterion=criterion,
        result=worst(result, share),
        said=(at, *said, *cases.running(facts)),
        records=placed.records,
    )


def _runs_here(facts: Facts, row: Counted) -> bool | None:
    """Say whether a model runs at the organisation; None where its points name none we know."""
    if facts.kind == COMMUNE:
        return True
    names = {tone_key(str(point.get("organization") or "")) for point in row.rows("points")}
    if tone_key(facts.name) in names:
        return True
    known = {tone_key(str(one.shared.get("name"))) for one in facts.of("organizations")}
    return False if names and names <= known else None


# ---------------------------------------------------------------------- what lies below


def areas_not_met(facts: Facts, criterion: str) -> list[Counted]:
    """Return the files of areas in which a criterion was not met (Đ5.2)."""
    return [
        row for row in files_of(_year_books(facts), AREA) if criterion in _not_met(row.rows(_ROWS))
    ]


_ROWS = "criteria"


def _not_met(rows: list[dict[str, object]]) -> set[str]:
    return {str(row.get("criterion")) for row in rows if row.get("result") == "not_met"}


def clauses(facts: Facts, criterion: str) -> Proposal:
    """XA2: clauses 2 to 4 of Article 4 in the whole commune, its areas included."""
    books = _year_books(facts)
    areas = in_scope(books, AREA)
    files = [row for row in files_of(books, AREA) if subject_of(row) in areas]
    bad = [row for row in files if COMMUNE_WIDE & _not_met(row.rows(_ROWS))]
    done = [row for row in files if _judged(row.rows(_ROWS)) >= COMMUNE_WIDE]
    own = COMMUNE_WIDE & _not_met(facts.criteria())
    asked = {code for code in COMMUNE_WIDE if COMMUNE in BY_CODE[code].subjects}
    said: list[Said] = [
        say("evidence.areas", count=number_of(done), total=len(areas), bad=number_of(bad))
    ]
    if own:
        shown = ", ".join(BY_CODE[code].shown for code in BY_CODE if code in own)
        said.append(say("evidence.own_not_met", codes=shown))
    if bad or own:
        result = _NOT_MET
    elif number_of(done) == len(areas) and areas and asked <= _judged(facts.criteria()):
        result = _MET
    else:
        result = _OPEN
    return Proposal(
        criterion=criterion,
        result=result,
        said=tuple(said),
        records=tuple(sorted(row.record for row in bad or files)),
    )


def _judged(rows: list[dict[str, object]]) -> set[str]:
    return {str(row.get("criterion")) for row in rows if row.get("result")}


def recognised(facts: Facts, criterion: str) -> Proposal:
    """XA4: all subjects of the commune registered, and 70 % of them are recognised (Đ5.4)."""
    books = _year_books(facts)
    there = sum(len(in_scope(books, kind)) for kind in BELOW)
    rows = [row for kind in BELOW for row in of_kind(books, kind, is_registered)]
    good = [row for row in rows if is_standing(row)]
    waiting = [row for row in rows if not row.shared.get("result")]
    asked, got = number_of(rows), number_of(good)
    numbers = {"registered": asked, "total": there, "count": got, "waiting": number_of(waiting)}
    said = [say("evidence.recognised", **numbers)]
    if not there:
        result = _OPEN
        said = [say("evidence.nobody_in_scope")]
    elif got * 100 >= asked * LEAST_PERCENT and asked == there:
        result = _MET
    elif asked < there and facts.today <= date(facts.year, *REGISTERED_BY):
        result = _OPEN
    elif asked < there or (got + number_of(waiting)) * 100 < asked * LEAST_PERCENT:
        result = _NOT_MET
    else:
        result = _OPEN
    return Proposal(
        criterion=criterion,
        result=result,
        said=tuple(said),
        records=tuple(sorted(row.record for row in rows)),
    )


def subordinate_units(facts: Facts, criterion: str) -> Proposal:
    """CQ5, GD6: 70 % of the parts of the organisation did well (Đ6.5, 7.6)."""
    total, good = facts.number("subordinate_units"), facts.number("good_subordinate_units")
    if not total or good is None:
        said: tuple[Said, ...] = (say("evidence.parts_open"),)
        return Proposal(criterion=criterion, result=_OPEN, said=said)
    enough = good * 100 >= total * LEAST_PERCENT
    said = (
        say("evidence.parts", count=good, total=total),
        say("evidence.discipline_unseen"),
    )
    return Proposal(criterion=criterion, result=_MET if enough else _NOT_MET, said=said)
