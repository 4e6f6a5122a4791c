"""Problems of records in words: the path of the field with its labels, the sentence, the action."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from antq_desktop.domain.attachments import ATTACHMENTS
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.messages import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.problems import Finding, Problem
    from antq_desktop.domain.register import Register

_STEP = re.compile(r"(?P<name>[a-z][a-z0-9_]*)(?:\[(?P<row>\d+)\])?")


def field_label(session: Session, register: Register | None, path: str) -> str:
    """Return "Điểm mô hình, dòng 2, Ngày ra mắt" for ``points[2].started_on``.

    A name that the register does not have stays as it was typed.
    """
    if register is None:
        return path
    if path == ATTACHMENTS:
        return session.label("cli.attachments")
    fields = {one.name: one for one in register.fields}
    parts: list[str] = []
    for step in path.split("."):
        found = _STEP.fullmatch(step)
        field = fields.get(found["name"]) if found else None
        if found is None or field is None:
            parts.append(step)
            continue
        parts.append(field.label.text(session.language))
        if found["row"]:
            parts.append(session.label("cli.row", number=found["row"]))
        inner = PERSON_FIELDS if field.kind is Kind.PERSON else field.columns
        fields = {one.name: one for one in inner}
    return ", ".join(part for part in parts if part)


def problem_document(session: Session, problem: Problem) -> dict[str, object]:
    """Return a problem as ``--json`` shows it."""
    said = words(problem.rule, session.language, problem.values)
    return {
        "field": problem.field,
        "rule": problem.rule,
        "grave": problem.grave,
        "text": said.text,
        "action": said.action,
    }


def problem_documents(session: Session, findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Return the problems of all findings, each with its line of the input and its record."""
    return [
        {"line": finding.line, "record": finding.record, **problem_document(session, problem)}
        for finding in findings
        for problem in finding.problems
    ]


def problem_lines(session: Session, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the problems of all findings for a person."""
    for finding in findings:
        where = (
            session.label("cli.of_record", id=finding.record)
            if finding.record is not None
            else session.label("cli.line", number=str(finding.line))
        )
        register = session.registers.get(finding.record) or session.registers.get(None)
        for text in plain_problems(session, register, finding.problems):
            yield f"{where}: {text}"


def plain_problems(
    session: Session, register: Register | None, problems: Sequence[Problem]
) -> Iterator[str]:
    """Yield "Ngày thành lập: … …" for each problem."""
    for problem in problems:
        said = words(problem.rule, session.language, problem.values)
        field = field_label(session, register, problem.field)
        yield f"{field + ': ' if field else ''}{said.text} {said.action}"
