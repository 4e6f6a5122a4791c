"""What the other books suggest for each criterion of R07; the officer decides.

`propose` is a pure function over the rows of one unit, as indicators are. The table says which book
speaks to which criterion (domain.md A.7.1); where none does, it says what to look at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.domain.problems import Problem
from antq_desktop.domain.registers.security_standard.criteria import (
    BY_CODE,
    COMMUNE,
    COMMUNE_WIDE,
    criteria_of,
)
from antq_desktop.domain.registers.security_standard.evidence import cases, files, forces
from antq_desktop.domain.registers.security_standard.evidence.facts import (
    Facts,
    Proposal,
    Proposed,
)
from antq_desktop.domain.registers.security_standard.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from antq_desktop.domain.registers.security_standard.said import Said

    Propose = Callable[[Facts, str], Proposal]

__all__ = ["PRIVATE", "READS", "Facts", "Proposal", "Proposed", "contradictions", "propose"]

READS = (
    *(cases.CRIMES, cases.DISPUTES, files.FILES, files.MODELS),
    *(forces.TEAMS, forces.OFFICERS, forces.KEY_AREAS, forces.EDUCATION, forces.DRUG_USERS),
    *(forces.PROGRAMMES, "residential_areas", "organizations"),
)
"""The books whose shared parts are read."""

PRIVATE = {forces.OFFICERS: ("discipline",)}
"""What is read besides, of the unit's own records alone."""


def _look(message_id: str) -> Propose:
    """Make the proposal of a criterion on which no book speaks: where to look."""

    def propose_nothing(_facts: Facts, criterion: str) -> Proposal:
        result, said = Proposed.TO_BE_JUDGED, (say(message_id),)
        return Proposal(criterion=criterion, result=result, said=said)

    return propose_nothing


def _points(facts: Facts, criterion: str) -> Proposal:
    """GD3: points b, c and đ of CQ3 by the books, the others to be looked at."""
    parts = [
        cases.abuse(facts, criterion),
        cases.gatherings(facts, criterion),
        cases.serious(facts, criterion),
    ]
    said: list[Said] = []
    for one in (one for part in parts for one in part.said):
        if one not in said:  # the three speak of the same place
            said.append(one)
    return Proposal(
        criterion=criterion,
        result=Proposed.TO_BE_JUDGED,
        said=(*said, say("evidence.look_school_points")),
        records=tuple(sorted({record for part in parts for record in part.records})),
    )


_PROPOSE: Mapping[str, Propose] = {
    "KDC1": files.households,
    "KDC2": _look("evidence.look_policies"),
    "KDC3a": _look("evidence.look_opposition"),
    "KDC3b": _look("evidence.look_sabotage"),
    "KDC3c": _look("evidence.look_religion"),
    "KDC3d": cases.abuse,
    "KDC3dd": _look("evidence.look_separatism"),
    "KDC3e": cases.prolonged,
    "KDC3g": cases.gatherings,
    "KDC4a": cases.compared,
    "KDC4b": cases.serious,
    "KDC4c": forces.hot_spots,
    "KDC4d": _look("evidence.look_accidents"),
    "KDC5": forces.teams,
    "XA1": files.models,
    "XA2": files.clauses,
    "XA3": forces.police,
    "XA4": files.recognised,
    "CQ1": files.models,
    "CQ2": forces.agreements,
    "CQ3a": _look("evidence.look_religion"),
    "CQ3b": cases.abuse,
    "CQ3c": cases.gatherings,
    "CQ3d": cases.strikes,
    "CQ3dd": cases.serious,
    "CQ3e": _look("evidence.look_secrets"),
    "CQ3g": _look("evidence.look_accidents"),
    "CQ3h": _look("evidence.look_staff"),
    "CQ4": _look("evidence.look_guards"),
    "CQ5": files.subordinate_units,
    "GD1": files.models,
    "GD2": forces.agreements,
    "GD3": _points,
    "GD4": _look("evidence.look_school"),
    "GD5": _look("evidence.look_guards"),
    "GD6": files.subordinate_units,
}


#: What is suggested from events of the window: a book that began in its middle cannot say "met".
_BY_EVENTS = frozenset(
    {
        *(cases.abuse, cases.prolonged, cases.gatherings, cases.strikes, cases.serious),
        *(forces.hot_spots, forces.police),
    }
)


def propose(facts: Facts) -> tuple[Proposal, ...]:
    """Return a proposal for each criterion that is asked of the subject, in their order."""
    return tuple(
        _with_areas(facts, _since(facts, _PROPOSE[code](facts, code)))
        for code in criteria_of(facts.kind, facts.window.last)
    )


def _since(facts: Facts, proposal: Proposal) -> Proposal:
    """Leave to be judged what a unit cannot know that is younger than the window."""
    began = facts.unit.key.valid_from
    if began is None or began <= facts.window.first:
        return proposal
    if proposal.result is not Proposed.MET or _PROPOSE[proposal.criterion] not in _BY_EVENTS:
        return proposal
    said = say("evidence.since", day=f"{began:%d/%m/%Y}")
    return replace(proposal, result=Proposed.TO_BE_JUDGED, said=(*proposal.said, said))


def _with_areas(facts: Facts, proposal: Proposal) -> Proposal:
    """Đ5.2: what was not met in one of its areas was not met in the commune."""
    if facts.kind != COMMUNE or proposal.criterion not in COMMUNE_WIDE:
        return proposal
    rows = files.areas_not_met(facts, proposal.criterion)
    if not rows:
        return proposal
    said: Said = say("evidence.areas_not_met", count=len(rows))
    return replace(
        proposal,
        result=Proposed.NOT_MET,
        said=(said, *proposal.said),
        records=tuple(sorted({*proposal.records, *(row.record for row in rows)})),
    )


def contradictions(
    proposals: Iterable[Proposal],
    rows: Iterable[Mapping[str, object]],
    why: Callable[[Proposal], str],
) -> Iterator[Problem]:
    """Yield where the officer's own result is the opposite of what the books suggest.

    ``why`` gives a proposal in words. It is never grave: the officer may know more than the books.
    What happened by force majeure is not held against the subject (Đ4.4, 6.3).
    """
    by_code = {one.criterion: one for one in proposals}
    for number, row in enumerate(rows, 1):
        code, result = str(row.get("criterion")), row.get("result")
        proposal = by_code.get(code)
        if proposal is None or result not in {Proposed.MET, Proposed.NOT_MET}:
            continue
        if proposal.result in {result, Proposed.TO_BE_JUDGED}:
            continue
        if row.get("force_majeure") is True and BY_CODE[code].excusable:
            continue
        rule = "rules.books_say_not_met" if result == Proposed.MET else "rules.books_say_met"
        yield Problem(
            f"criteria[{number}].result",
            rule,
            grave=False,
            values={"why": why(proposal).removesuffix(".")},
        )
