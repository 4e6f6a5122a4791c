"""Attaching files to records, and taking them off again.

The file comes first, sealed and on the disk; then one transaction writes its row and a revision
that names it. A power cut in between leaves a file without a row, which goes at the next opening.
A file that is taken off stays: earlier revisions name it.
"""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final, cast

from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto import canonical
from antq_desktop.crypto.sealing import new_identity
from antq_desktop.domain.attachments import ATTACHMENT_LIMIT, MEDIA, Attached, attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal
from antq_desktop.services.attachment_files import attachments_folder, put, take_away
from antq_desktop.services.pictures import (
    NotAPicture,
    is_picture,
    kept_media,
    look,
    put_upright,
)
from antq_desktop.services.revising import salted, seal_part
from antq_desktop.services.saving import change_attached, own_record
from antq_desktop.store.attachments import StoredFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from antq_desktop.services.attachment_files import Put
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

MEGABYTE: Final = 1_000_000
LONGEST_NAME: Final = 120
_DOCUMENT: Final = "attachment_limits"
_FREE: Final = 100 * MEGABYTE
"""What stays free on the disk beside a new file."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture from the clipboard: it was never a file, and becomes none outside."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """How large one file may be, and all of a workspace together, in bytes."""

    file: int = 50 * MEGABYTE
    total: int = 20_000 * MEGABYTE


def attachment_limits(workspace: Workspace) -> AttachmentLimits:
    """Return the limits of this workspace."""
    body = cast("Mapping[str, int]", workspace.document(_DOCUMENT))
    usual = AttachmentLimits()
    return AttachmentLimits(body.get("file", usual.file), body.get("total", usual.total))


def set_attachment_limits(workspace: Workspace, limits: AttachmentLimits) -> None:
    """Set the limits for what is attached from now on; only the head does this."""
    workspace.require_head()
    if not 0 < limits.file <= limits.total:
        raise Refusal("attach.bad_limits")
    with workspace.store.atomic():
        workspace.store.meta.set(_DOCUMENT, {"file": limits.file, "total": limits.total})
        workspace.note("attachment_limits", file=limits.file, total=limits.total)


def attach(
    workspace: Workspace,
    record: str,
    sources: Sequence[Path | Pasted],
    travel: Travel,
    *,
    reason: str | None = None,
) -> Saved:
    """Attach files to a record or draft of ours, all of them or none, as one revision.

    Pictures are turned upright and lose what is written beside their pixels; PDFs stay as they are.
    A confidential file is sealed to the heads and the recovery key and never travels. Refusal for
    what is no such file, is too large, is there already, or does not fit.
    """
    before = _before(workspace, record, reason)
    if len(before) + len(sources) > ATTACHMENT_LIMIT:
        raise Refusal("attach.too_many", most=ATTACHMENT_LIMIT)
    limits = attachment_limits(workspace)
    taken: list[_Taken] = []
    try:
        for source in sources:
            room = limits.total - workspace.store.attachments.total_size() - _sealed(taken)
            one = _take(workspace, source, travel, limits.file, room)
            known = {file.digest for file in before} | {other.put.sha256 for other in taken}
            taken.append(one)
            _must_be_new(one, known, source.name)
        with workspace.store.atomic():
            added = tuple(_keep(workspace, one) for one in taken)
            saved = change_attached(workspace, record, (*before, *added), reason=reason)
            acts = [{"record": record, "attachment": one.id} for one in added]
            workspace.note_all("attach", acts)
    except BaseException:
        take_away(workspace, (one.put.file for one in taken))
        raise
    return saved


def detach(workspace: Workspace, record: str, attachment: str, *, reason: str | None) -> Saved:
    """Save a record without one of its files; of a draft the file goes for good."""
    before = _before(workspace, record, reason)
    gone = named(before, attachment)
    rest = tuple(one for one in before if one is not gone)
    draft = workspace.store.drafts.get(record) is not None
    stored = workspace.store.attachments.get(gone.key)
    with workspace.store.atomic():
        saved = change_attached(workspace, record, rest, reason=reason)
        if draft:
            workspace.store.attachments.drop(gone.key)
        workspace.note("detach", record=record, attachment=gone.id)
    if draft and stored is not None:
        take_away(workspace, [stored.file])
    return saved


def named(attached: Sequence[Attached], text: str) -> Attached:
    """Return the attachment that ``text`` means: its id, or its place in the list from 1."""
    for place, one in enumerate(attached, 1):
        if text in (one.id, str(place)):
            return one
    raise Refusal("attach.unknown", name=text)


def _before(workspace: Workspace, record: str, reason: str | None) -> tuple[Attached, ...]:
    """Return what a record has now; Refusal where nothing may be changed, before any work."""
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        return attached_of(draft.shared, draft.private)
    revision = own_record(workspace, record)
    if revision.header.voided:
        raise Refusal("records.voided")
    if not reason or not reason.strip():
        raise Refusal("records.reason_needed")
    return attached_of(revision.shared, revision.private)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file on the disk, and what becomes of it; ``secret`` opens a confidential one."""

    put: Put
    name: str
    media: str
    travel: Travel
    secret: str | None


def _must_be_new(one: _Taken, known: set[str], name: str) -> None:
    if one.put.sha256 in known:
        raise Refusal("attach.twice", name=name)


def _sealed(taken: Sequence[_Taken]) -> int:
    return sum(one.put.sealed_size for one in taken)


def _take(
    workspace: Workspace, source: Path | Pasted, travel: Travel, most: int, room: int
) -> _Taken:
    one_off = new_identity() if travel is Travel.CONFIDENTIAL else None
    with _opened(source) as file:
        media, size = look(file, source.name)
        if size > most:
            raise Refusal("attach.too_large", name=source.name, most=most // MEGABYTE)
        if size > room:
            raise Refusal("attach.no_room")
        if shutil.disk_usage(workspace.paths.data).free < size + _FREE:
            raise Refusal("store.disk_full")
        with _content(workspace, file, media, source.name) as content:
            recipients = [one_off.recipient] if one_off is not None else None
            done = put(workspace, content, recipients)
    kept = kept_media(media)
    secret = one_off.secret if one_off is not None else None
    return _Taken(done, _name(PurePath(source.name), kept), kept, travel, secret)


@contextmanager
def _opened(source: Path | Pasted) -> Iterator[IO[bytes]]:
    if isinstance(source, Pasted):
        yield io.BytesIO(source.content)
        return
    try:
        file = source.open("rb")
    except OSError:
        raise Refusal("attach.cannot_read", name=source.name) from None
    with file:
        yield file


@contextmanager
def _content(workspace: Workspace, file: IO[bytes], media: str, name: str) -> Iterator[IO[bytes]]:
    """Give what is kept of a file: a PDF as it is, a picture made anew."""
    if not is_picture(media):
        yield file
        return
    folder = attachments_folder(workspace.paths)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Scratch(folder) as scratch:
        try:
            put_upright(file, media, scratch)
        except NotAPicture:
            raise Refusal("attach.damaged_picture", name=name) from None
        except OSError:
            raise Refusal("store.disk_full") from None
        scratch.seek(0)
        yield scratch


def _name(path: PurePath, media: str) -> str:
    """Return the name as it is kept: one line, not too long, with the ending of what it is."""
    stem = clean(path.stem)
    stem = "".join(letter for letter in stem if not forbidden_characters(letter))
    # What some system has another meaning for: the name is offered where a copy is saved.
    stem = re.sub(r'[\n\\/:*?"<>|]', "_", stem)[:LONGEST_NAME].strip(" .")
    endings = {MEDIA[media], ".jpeg"} if media == "image/jpeg" else {MEDIA[media]}
    ending = path.suffix if path.suffix.lower() in endings else MEDIA[media]
    return (stem or "1") + ending


def _keep(workspace: Workspace, taken: _Taken) -> Attached:
    """Write the row of a file, and of a confidential one seal what it is called and its key."""
    at, digest, name = workspace.clock.stamp(), taken.put.sha256, taken.name
    one = Attached(
        id=taken.put.file,
        travel=taken.travel,
        media=taken.media,
        size=taken.put.size,
        digest=digest,
        name=name,
        at=at,
        by=workspace.user,
    )
    if taken.secret is not None:
        values = {"name": name, "sha256": digest, "key": taken.secret}
        part = seal_part(workspace, canonical.dump(salted(values)))
        one = dataclasses.replace(one, digest=part, name=None)
    workspace.store.attachments.add(
        StoredFile(
            id=one.id,
            digest=one.digest,
            file=taken.put.file,
            size=taken.put.sealed_size,
            sha256=taken.put.sealed_sha256,
            at=at,
        )
    )
    return one
