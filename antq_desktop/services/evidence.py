"""What the books suggest for a file of "An toàn về an ninh, trật tự" (R07). Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.registers.security_standard.evidence import (
    PRIVATE,
    READS,
    Facts,
    Proposal,
    contradictions,
    propose,
)
from antq_desktop.domain.registers.security_standard.outcome import Outcome, outcome_of
from antq_desktop.domain.registers.security_standard.procedure import (
    PROCEDURES,
    is_verified,
    last_day,
    window,
)
from antq_desktop.domain.registers.security_standard.said import Said, say
from antq_desktop.domain.registers.security_standard.tables import (
    AddedCriterion,
    grade_of,
    points_of,
)
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.counted_rows import rows_of
from antq_desktop.services.limits import with_whole_rows
from antq_desktop.services.looking import show_record
from antq_desktop.services.saving import values_of
from antq_desktop.services.standard_tables import Tables, added_of, standard_tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

    Values = Mapping[str, object]

# The front ends take from here what they show.
__all__ = ["Evidence", "Outcome", "Proposal", "Steps", "contradictions", "evidence_of", "look_into"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The window and who does what by when; ``verified`` is False where the text was not read."""

    window: Period
    chair: Label
    sent_to: Label
    decides: Label
    decide_by: date
    grade_by: date
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The grade that the score reaches, None where no table or no score says it, and why."""

    grade: str | None
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the books suggest for one file, by its kind of subject.

    ``titles`` are the words of the records behind the proposals, ``outcome`` what the criteria of
    the file itself amount to, ``added`` the criteria of the province that are asked besides. The
    grade of the movement is apart and changes none of them.
    """

    kind: str
    proposals: tuple[Proposal, ...]
    titles: Mapping[str, str]
    outcome: Outcome
    steps: Steps
    added: tuple[AddedCriterion, ...]
    grade: Graded


def look_into(workspace: Workspace, record: str) -> tuple[Evidence, Values]:
    """Return what the books suggest for a record or draft of R07, and its values.

    Refusal for a record of another register, and as `evidence_of` does.
    """
    shown = show_record(workspace, record)
    if shown.line.register != REGISTER.name:
        raise Refusal("evidence.other_register")
    unit = parse_unit_key(shown.line.unit)
    return evidence_of(workspace, shown.values, unit), shown.values


def evidence_of(workspace: Workspace, values: Values, unit: UnitKey | None = None) -> Evidence:
    """Return what the books of a unit suggest for a file as it stands; None is our own unit.

    Refusal while year or kind of subject are open. What stays in a unit is read of our own alone.
    """
    kind, year = values.get("subject_kind"), str(values.get("year") or "")
    if not isinstance(kind, str) or not (year.isdecimal() and len(year) == len("2023")):
        raise Refusal("evidence.year_and_kind")
    unit = unit or workspace.unit.key
    values = with_whole_rows(REGISTER, values)
    facts = Facts(
        unit=workspace.units.get(unit),
        values=values,
        today=workspace.clock.today(),
        books={name: rows_of(workspace, name, unit) for name in READS},
        private=_private(workspace, unit),
    )
    proposals = propose(facts)
    tables = standard_tables(workspace)
    behind = {record for one in proposals for record in one.records}
    return Evidence(
        kind=kind,
        proposals=proposals,
        titles={record: _title(workspace, record) for record in sorted(behind)},
        outcome=outcome_of(kind, facts.criteria(), facts.window.last),
        steps=_steps(kind, int(year)),
        added=tuple(added_of(tables.added, kind, facts.window.last)),
        grade=_graded(tables, kind, facts),
    )


def _private(workspace: Workspace, unit: UnitKey) -> dict[str, Values] | None:
    """Return the few private values that are looked at; None for a unit that is not ours."""
    if unit not in workspace.own_units:
        return None
    found: dict[str, Values] = {}
    for name, fields in PRIVATE.items():
        register = workspace.catalogue.by_name[name]
        for revision in workspace.store.revisions.last_of_each(name):
            if revision.header.unit == unit and not revision.header.voided:
                values = values_of(register, revision)
                found[revision.header.record] = {one: values.get(one) for one in fields}
    return found


def _title(workspace: Workspace, record: str) -> str:
    line = workspace.store.queries.line(record)
    if line is None:  # it came without projections; a rebuild brings them
        return record
    return f"{workspace.catalogue.by_name[line.register].code} {line.book} · {line.title}"


def _graded(tables: Tables, kind: str, facts: Facts) -> Graded:
    """QĐ 510/QĐ-BCA-V05: the final score counts, or the own one while there is no other."""
    last = facts.window.last
    if not any(one.subject_kind == kind and one.valid_on(last) for one in tables.thresholds):
        return Graded(grade=None, said=say("evidence.no_thresholds"))
    score = facts.text("score_final") or facts.text("score_self")
    points = points_of(score)
    if points is None:
        return Graded(grade=None, said=say("evidence.no_score"))
    reached = grade_of(tables.thresholds, kind, points, last)
    if reached is None:
        return Graded(grade=None, said=say("evidence.below_thresholds", score=score))
    least = str(reached.min_points).replace(".", ",")
    said = say("evidence.graded", score=score, least=least, basis=reached.legal_basis)
    return Graded(grade=reached.grade, said=said)


def _steps(kind: str, year: int) -> Steps:
    procedure = PROCEDURES[kind]
    return Steps(
        window=window(kind, year),
        chair=procedure.chair,
        sent_to=procedure.sent_to,
        decides=procedure.decides,
        decide_by=last_day(year, procedure.decided_before),
        grade_by=last_day(year, procedure.graded_before),
        verified=is_verified(kind, year),
    )
