"""Signing paper with a certificate: a signature inside the PDF, and its mark on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.signatures import Mark
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.form import Needs
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.remarks import signed_lines
from antq_desktop.services.signing import own_signature

if TYPE_CHECKING:
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

_SIGNED = "-da-ky"


def sign_paper(workspace: Workspace, paper: Paper) -> Paper:
    """Return a paper with the signature of this user in its PDF; the journal knows before.

    Refusal as ``own_signature``; ``paper.sign_one`` for a batch, of which each paper is signed by
    itself; and where no font has the letters of the mark.
    """
    from antq_desktop.printing.drawing.marks import corner, mark

    form = form_named(paper.form)
    if form.needs is Needs.RECORD and len(paper.subjects) > 1:
        raise Refusal("paper.sign_one")
    own = own_signature(workspace)
    own.make_ready()
    place = paper.place or corner(landscape=form.landscape)
    unit = issuer_of(workspace.unit, workspace.units, workspace.clock.today()).unit
    moment = own.at.astimezone(ZONE).isoformat(timespec="seconds")
    picture = mark(signed_lines(own.person, unit, moment), place)
    digest = sha256_hex(paper.pdf)
    with workspace.store.atomic():
        for subject in paper.subjects or ({},):
            workspace.note(
                "sign_paper", form=paper.form, serial=own.serial, sha256=digest, **subject
            )
    signed = own.sign_pdf(paper.pdf, Mark(place.page, place.box, picture))
    name = PurePath(paper.file_name)
    return replace(paper, pdf=signed, file_name=f"{name.stem}{_SIGNED}{name.suffix}")
