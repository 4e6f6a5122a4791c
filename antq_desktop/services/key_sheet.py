"""The sheet of keys on paper. The windows hand over what they have; nothing is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.printing.form import Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.key_sheet import FORM
from antq_desktop.printing.subjects import KeysSubject
from antq_desktop.services.papers import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The title of the sheet, the line below it, the heads of its columns, and its screens.

    Each screen has a name and its (keys, what they do).
    """

    title: str
    note: str
    heads: tuple[str, str]
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]]


def keys_paper(workspace: Workspace, table: KeyTable) -> Paper:
    """Draw the sheet. It names nobody, and still whoever prints it is in the journal."""
    from antq_desktop.printing.drawing.render import render

    today = workspace.clock.today()
    sheet = Sheet(issuer_of(workspace.unit, workspace.units, today), today)
    subject = KeysSubject(table.title, table.note, table.heads, table.sections)
    practice = workspace.place.practice
    drawn = render(FORM, FORM.blocks(sheet, subject), practice=practice)
    name = f"{FORM.code}.pdf"
    return Paper(FORM.code, table.title, drawn.pdf, drawn.pages, name, FORM.verified, [{}])
