"""``record evidence``: what the other books suggest for a file of the security standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, shown_day, table
from antq_desktop.cli.base import Command, pass_session
from antq_desktop.cli.record import named_record
from antq_desktop.domain.fields import UNVERIFIED
from antq_desktop.domain.registers.security_standard.criteria import BY_CODE
from antq_desktop.domain.registers.security_standard.fields import (
    CRITERION_RESULTS,
    GRADES,
    RESULTS,
)
from antq_desktop.messages import sentences
from antq_desktop.services.evidence import contradictions, look_into

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.fields import Code
    from antq_desktop.services.evidence import Evidence, Proposal, Steps

    Rows = Iterable[Mapping[str, object]]
    Object = dict[str, object]


@click.command("evidence", cls=Command, help="cli.help_record_evidence")
@click.argument("id_", metavar="ID")
@pass_session
def show(session: Session, id_: str) -> Answer:
    """Show what the books suggest for each criterion; nothing is written."""
    with session.workspace() as workspace:
        record = named_record(session, workspace, id_)
        found, values = look_into(workspace, record)
    rows = _rows(values.get("criteria"))
    against = {
        problem.field
        for problem in contradictions(
            found.proposals, rows, lambda one: sentences(one.said, session.language)
        )
    }
    own = {
        str(row.get("criterion")): (row, f"criteria[{n}].result") for n, row in enumerate(rows, 1)
    }
    criteria = [_criterion(session, one, found, own, against) for one in found.proposals]
    document: Object = {
        "id": record,
        "procedure": _procedure(session, found.steps),
        "criteria": criteria,
        "added": [one.as_row() for one in found.added],
        "result": {
            "proposed": found.outcome.result,
            "text": sentences([found.outcome.said], session.language),
            "criteria": list(found.outcome.reasons),
        },
        "grade": {
            "proposed": found.grade.grade,
            "text": sentences([found.grade.said], session.language),
        },
    }
    return Answer(document, list(_lines(session, found, criteria)))


def _rows(rows: object) -> list[Mapping[str, object]]:
    return list(rows) if isinstance(rows, list) else []


def _criterion(
    session: Session,
    one: Proposal,
    found: Evidence,
    own: Mapping[str, tuple[Mapping[str, object], str]],
    against: set[str],
) -> Object:
    row, path = own.get(one.criterion, ({}, ""))
    criterion = BY_CODE[one.criterion]
    return {
        "criterion": one.criterion,
        "label": criterion.label.text(session.language),
        "basis": criterion.basis,
        "proposed": str(one.result),
        "text": sentences(one.said, session.language),
        "records": [{"id": record, "title": found.titles[record]} for record in one.records],
        "own": row.get("result"),
        "contradicts": path in against,
    }


def _procedure(session: Session, steps: Steps) -> Object:
    return {
        "from": steps.window.first.isoformat(),
        "to": steps.window.last.isoformat(),
        "chair": steps.chair.text(session.language),
        "sent_to": steps.sent_to.text(session.language),
        "decides": steps.decides.text(session.language),
        "decide_by": steps.decide_by.isoformat(),
        "grade_by": steps.grade_by.isoformat(),
        "verified": steps.verified,
    }


def _lines(session: Session, found: Evidence, criteria: Iterable[Object]) -> Iterator[str]:
    steps = found.steps
    days = f"{shown_day(steps.window.first)} - {shown_day(steps.window.last)}"
    doubt = "" if steps.verified else f" ({UNVERIFIED.text(session.language)})"
    yield f"{session.label('cli.assessed')}: {days}{doubt}"
    yield f"{session.label('cli.chair')}: {steps.chair.text(session.language)}"
    yield f"{session.label('cli.sent_to')}: {steps.sent_to.text(session.language)}"
    decided = shown_day(steps.decide_by)
    yield f"{session.label('cli.decides')}: {steps.decides.text(session.language)}"
    yield f"{session.label('cli.decide_by')}: {decided}"
    yield ""
    head = ("cli.criterion", "cli.proposed", "cli.own_result", "cli.evidence")
    yield from table(
        [session.label(one) for one in head], (_line(session, one) for one in criteria)
    )
    yield ""
    for name, codes, code, said in (
        ("cli.proposed_result", RESULTS, found.outcome.result, found.outcome.said),
        ("cli.proposed_grade", GRADES, found.grade.grade, found.grade.said),
    ):
        why = sentences([said], session.language)
        yield f"{session.label(name)}: {_word(session, codes, code)}. {why}"


def _line(session: Session, one: Object) -> tuple[str, ...]:
    own = _word(session, CRITERION_RESULTS, one["own"]) if one["own"] else ""
    return (
        BY_CODE[str(one["criterion"])].shown,
        _word(session, CRITERION_RESULTS, one["proposed"]),
        f"{own} (!)" if one["contradicts"] else own,
        str(one["text"]),
    )


def _word(session: Session, codes: Iterable[Code], code: object) -> str:
    found = next((one for one in codes if one.code == code), None)
    return found.text(session.language) if found else session.label("evidence.to_be_judged")
