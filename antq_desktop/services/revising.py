"""From values to a revision: the parts, their salts and digests, the header, the sealed copies."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.domain.attachments import private_list, shared_list
from antq_desktop.domain.fields import REVISION_LIMIT, Travel
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.parts import split
from antq_desktop.domain.record import Draft, Header, Revision
from antq_desktop.domain.roles import COMMANDING
from antq_desktop.errors import Refusal
from antq_desktop.services.own_unit import unit_of_event
from antq_desktop.services.person_keys import shared_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

    Values = Mapping[str, object]

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a record holds now. ``confidential`` are values typed just now, in the clear.

    ``sealed`` is the digest of a confidential part that stays as it is, ``attached`` are its files.
    """

    register: Register
    values: Values
    confidential: Values
    sealed: str | None = None
    attached: tuple[Attached, ...] = ()


def salted(values: Values, **more: Json) -> dict[str, Json]:
    """Return a part that cannot be guessed from its digest: the values beside 16 random bytes."""
    salt = secrets.token_hex(_SALT_BYTES)
    return {"salt": salt, "values": cast("Json", values), **more}


def seal_confidential(workspace: Workspace, content: Content) -> str | None:
    """Seal the confidential values to the heads and the recovery key; return the part's digest.

    They are in the clear nowhere after this, for the officer who typed them neither.
    """
    if not content.confidential:
        return content.sealed
    part = canonical.dump(salted(content.confidential))
    return seal_part(workspace, part)


def seal_part(workspace: Workspace, part: bytes) -> str:
    """Keep a part that only the heads and the recovery key can open; return its digest."""
    digest = sha256_hex(part)
    heads = [slot.recipient for slot in workspace.keys.slots if slot.role in COMMANDING]
    for recipient in (*heads, workspace.keys.recovery):
        workspace.store.sealed.put(digest, recipient, seal_bytes(part, [recipient]))
    return digest


def new_draft(workspace: Workspace, record: str, content: Content) -> Draft:
    """Return the draft of a record that is not complete."""
    parts = split(content.register.fields, content.values)
    return Draft(
        record=record,
        register=content.register.name,
        author=workspace.user,
        at=workspace.clock.stamp(),
        shared=parts[Travel.SHARED],
        private={**parts[Travel.PRIVATE], **private_list(content.attached)},
        confidential=seal_confidential(workspace, content),
    )


def first_revision(workspace: Workspace, record: str, content: Content, seq: int) -> Revision:
    """Return the first revision of a record: it takes the next number of its book.

    It belongs for good to the unit that there was on the day of its event (counting A07).
    """
    register = content.register
    booked = content.values.get(register.booked_by) if register.booked_by else None
    year = int(str(booked)[:4]) if booked else workspace.clock.today().year
    number = workspace.store.books.next(register.name, year)
    book = {"number": number, "year": year}
    return _revision(workspace, record, content, None, seq, book=book)


def next_revision(
    workspace: Workspace,
    before: Revision,
    content: Content,
    seq: int,
    *,
    reason: str,
    voided: bool = False,
) -> Revision:
    """Return the revision that follows ``before``; the reason stays in the private part."""
    book = cast("Mapping[str, int]", before.shared["book"])
    record = before.header.record
    return _revision(
        workspace, record, content, before, seq, book=book, reason=reason, voided=voided
    )


def _owner(workspace: Workspace, content: Content) -> UnitKey:
    return unit_of_event(workspace, content.values.get(content.register.event_field))


def _revision(
    workspace: Workspace,
    record: str,
    content: Content,
    before: Revision | None,
    seq: int,
    *,
    book: Mapping[str, int],
    reason: str | None = None,
    voided: bool = False,
) -> Revision:
    parts = split(content.register.fields, content.values)
    keys = shared_keys(workspace, content.register, content.values)
    files = shared_list(content.attached)
    shared: dict[str, object] = {"book": book, **keys, **files, **parts[Travel.SHARED]}
    more = {**({"reason": reason} if reason else {}), **private_list(content.attached)}
    private = salted(parts[Travel.PRIVATE], **cast("dict[str, Json]", more))
    moves = cast("list[dict[str, object]]", content.values["moves"])
    written = [canonical.dump(cast("Json", part)) for part in (shared, private)]
    header = Header(
        record=record,
        register=content.register.name,
        unit=before.header.unit if before else _owner(workspace, content),
        workspace=workspace.place.id,
        number=before.header.number + 1 if before else 1,
        seq=seq,
        previous=before.digest if before else None,
        state=str(last_state(moves)),
        voided=voided,
        catalogue=workspace.catalogue.version,
        at=workspace.clock.stamp(),
        author=workspace.user,
        shared=sha256_hex(written[0]),
        private=sha256_hex(written[1]),
        confidential=seal_confidential(workspace, content),
    )
    body = canonical.dump(cast("Json", header.as_json()))
    if sum(map(len, (body, *written))) > REVISION_LIMIT:
        raise Refusal("records.too_large", limit=REVISION_LIMIT // 1024)
    return Revision(header, sha256_hex(body), shared, private)
