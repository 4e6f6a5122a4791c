"""What the minutes of a key handover are filled from: the request that both holders signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.bodies import statement
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.certificates import BadCertificate
from antq_desktop.crypto.signatures import SignatureRefused, verify
from antq_desktop.errors import Refusal
from antq_desktop.printing.subjects import HandoverSubject, KeyHolder
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.enrolling import read_asked
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.services.signing import trust_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.printing.form import Form
    from antq_desktop.services.workspace import Workspace

_OFFICERS = "police_officers"


def of_handover(workspace: Workspace, form: Form, request: Path | str | None) -> Filled:
    """Return who hands over to whom, from the file of the handover; its signature is verified.

    That is as of the moment at which it was made: later on the certificate of who handed over is
    revoked. Ranks and titles come from the book of officers, where just one who serves bears the
    name; else there is a line for the hand. Refusal for what is no such file.
    """
    if not isinstance(request, Path):
        raise Refusal("paper.needs_handover", form=form.code)
    asked, body, sender = read_asked(workspace, request)
    vouched = body.vouched
    if vouched is None or vouched.act != "handover":
        raise Refusal("paper.not_a_handover", name=request.name)
    made = _made_at(workspace, request)
    told = statement(body.csr, sender, vouched.act, vouched.on)
    try:
        given = verify(told, vouched.signature, trust_at(workspace, made)).certificate
    except (BadCertificate, SignatureRefused):
        raise Refusal("paper.not_a_handover", name=request.name) from None
    giver = given.holder.person if given.holder is not None else ""
    subject = HandoverSubject(
        giver=_holder(workspace, giver),
        taker=_holder(workspace, asked.person),
        on=vouched.on,
        signed_at=made,
        serial=given.serial,
        until=given.not_after.astimezone(made.tzinfo).date(),
        certificate=given.fingerprint,
        request=asked.fingerprint,
    )
    return Filled(subject, {"fingerprint": asked.fingerprint})


def _made_at(workspace: Workspace, path: Path) -> datetime:
    try:
        with opened(workspace, path) as bundle:
            return bundle.manifest.created_at
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def _holder(workspace: Workspace, person: str) -> KeyHolder:
    register = workspace.catalogue.by_name.get(_OFFICERS)
    if register is None or workspace.place.role != "commune":
        return KeyHolder(person, None, None)
    fields = {one.name: one for one in register.fields}
    found: list[Mapping[str, object]] = []
    for revision in workspace.store.revisions.last_of_each(_OFFICERS):
        private = revision.private or {}
        values = cast("Mapping[str, object]", private.get("values") or {})
        serves = revision.header.state == "serving" and not revision.header.voided
        if serves and values.get("officer") == person:
            found.append(revision.shared)
    if len(found) != 1:
        return KeyHolder(person, None, None)
    codes = {name: fields[name].code(str(found[0].get(name))) for name in ("rank", "title")}
    rank, title = (one.label.vi if one is not None else None for one in codes.values())
    return KeyHolder(person, rank, title)
