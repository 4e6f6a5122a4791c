"""The paper of a new recovery key: one sheet, or three shares. The journal is told at the print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.printing.form import Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.recovery_share import FORM
from antq_desktop.printing.subjects import ShareSubject
from antq_desktop.services.papers import Paper, recovery_paper

if TYPE_CHECKING:
    from antq_desktop.crypto.recovery import Share
    from antq_desktop.services.workspace import Workspace


def share_paper(workspace: Workspace, share: Share) -> Paper:
    """Draw one share; each of the three is a paper of its own, for a person of its own."""
    from antq_desktop.printing.drawing.render import render

    unit, today = workspace.unit, workspace.clock.today()
    sheet = Sheet(issuer_of(unit, workspace.units, today), today)
    user = workspace.opened.slot.name
    subject = ShareSubject(unit.name, user, share.set, share.number, share.words)
    drawn = render(FORM, FORM.blocks(sheet, subject), practice=workspace.place.practice)
    name = f"manh-khoi-phuc-{share.set}-{share.number}.pdf"
    return Paper(FORM.code, FORM.title.vi, drawn.pdf, drawn.pages, name, FORM.verified, [{}])


def sheet_paper(workspace: Workspace, secret: str) -> Paper:
    """Draw the sheet of a new recovery key."""
    return recovery_paper(
        workspace.unit,
        workspace.units,
        workspace.opened.slot.name,
        workspace.clock.today(),
        secret,
        practice=workspace.place.practice,
    )


def check_printable(workspace: Workspace) -> None:
    """Refuse what would stop a paper from being drawn, before there is a secret to lose."""
    sheet_paper(workspace, "AGE-SECRET-KEY-1" + "Q" * 58)
