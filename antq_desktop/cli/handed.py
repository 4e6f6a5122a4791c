"""What the history of a record says of the bodies that it was handed over to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from antq_desktop.cli.answers import shown_day
from antq_desktop.domain.sharing import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.cli.session import Session
    from antq_desktop.services.case_records import Handed

ANSWERS: Final = {
    None: "cli.case_waiting",
    "taken": "cli.case_taken",
    "refused": "cli.case_refused",
}
"""How an answer to a case, or that there is none yet, is told."""


def handed_documents(handed: Iterable[Handed]) -> list[dict[str, object]]:
    """Return the cases of a record as ``--json`` shows them."""
    return [
        {
            "case": one.case.bundle,
            "unit": one.case.unit,
            "at": one.case.at,
            "number": one.number,
            "sealed": one.sealed,
            "answer": one.case.answer,
            "answered_at": one.case.answered_at,
            "answered_by": one.case.answered_by,
            "text": one.case.answer_text,
        }
        for one in handed
    ]


def handed_lines(session: Session, handed: Iterable[Handed]) -> list[str]:
    """Return the cases of a record as a person reads them."""
    lines: list[str] = []
    for one in handed:
        line = session.label(
            "cli.case_handed",
            unit=one.case.unit_name,
            day=shown_day(one.case.at[:10]),
            number=one.number,
            state=session.label(ANSWERS[one.case.answer]),
        )
        lines.append(f"{line} {quoted(one.case.answer_text)}" if one.case.answer_text else line)
    return lines
