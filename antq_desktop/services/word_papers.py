"""The report of a period as a file for Word: the same words as the PDF, to go on writing."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import PurePath
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.form import Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.services.papers import Paper
from antq_desktop.services.report_papers import FORM, report_on_paper

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace

ENDING = ".docx"
"""How files for Word end."""


def compose_word(workspace: Workspace, period: Period, *, public: bool = False) -> Paper:
    """Write the report of a period as a .docx; its ``pdf`` is that file, its pages are not counted.

    No font is needed here: Word brings its own.
    """
    from antq_desktop.printing.word import word_file

    found = report_on_paper(workspace, period, public=public)
    form = form_named(FORM)
    issuer = issuer_of(workspace.unit, workspace.units, period.last, form.body)
    blocks = form.blocks(Sheet(issuer, found.day), found.subject)
    at = datetime.combine(found.day, time(), ZONE)
    made = word_file(form, blocks, at, practice=workspace.place.practice)
    subject = {"period": period.code, "file": "docx", **({"public": "yes"} if public else {})}
    name = f"{form.code}-{period.code}{'-cong-khai' if public else ''}{ENDING}"
    return Paper(form.code, form.title.vi, made, 0, name, form.verified, [subject])


def is_word(name: str) -> bool:
    """Say whether a file is to be one for Word."""
    return PurePath(name).suffix.lower() == ENDING
