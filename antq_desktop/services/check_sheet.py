"""The self-test on paper, for whoever helps: one page without personal data."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from antq_desktop import __version__
from antq_desktop.messages import label, words
from antq_desktop.printing.check_sheet import FORM
from antq_desktop.printing.form import Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import CheckSubject
from antq_desktop.services.help_file import told
from antq_desktop.services.papers import Paper
from antq_desktop.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from antq_desktop.messages import Language
    from antq_desktop.services.checking import Check, Examined
    from antq_desktop.services.workspace import Workspace

_HEADS = ("check.head_name", "check.head_state", "check.head_found", "check.head_action")


def check_paper(workspace: Workspace, examined: Examined, language: Language) -> Paper:
    """Draw the sheet of a test."""
    from antq_desktop.printing.drawing.render import render

    day = examined.at.date()
    name, state, found, action = (label(one, language) for one in _HEADS)
    subject = CheckSubject(
        title=label("check.sheet", language),
        note=label("check.tested_at", language, at=f"{examined.at:%H:%M %d/%m/%Y}"),
        program=label(
            "check.program",
            language,
            version=__version__,
            schema=SCHEMA_VERSION,
            system=f"{platform.system()} {platform.release()}",
        ),
        heads=(name, state, found, action),
        lines=[_line(one, language) for one in examined.checks],
    )
    sheet = Sheet(issuer_of(workspace.unit, workspace.units, day), day)
    practice = workspace.place.practice
    drawn = render(FORM, FORM.blocks(sheet, subject), practice=practice)
    file_name = f"{FORM.code}.pdf"
    return Paper(FORM.code, subject.title, drawn.pdf, drawn.pages, file_name, FORM.verified, [{}])


def check_name(check: str, language: Language) -> str:
    """Return what a check is called: "Cơ sở dữ liệu"."""
    return label(f"check.{check}_name", language)


def _line(one: Check, language: Language) -> tuple[str, str, str, str]:
    state = label("check.state_ok" if one.ok else "check.state_bad", language)
    action = "" if one.ok else words(one.message_id, language, one.values).action or ""
    return check_name(one.name, language), state, told(one, language), action
