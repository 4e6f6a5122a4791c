"""Looking at the files of a record: what there is, its content, a copy outside, and the check.

A copy outside is an export, and what is sealed is revealed: both are in the journal before.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from antq_desktop.bundle.files import copy, replacing
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, identity_from, unseal_bytes
from antq_desktop.domain.attachments import MEDIA, Attached, attached_of
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.access import must_see
from antq_desktop.services.arriving import identities
from antq_desktop.services.attaching import named
from antq_desktop.services.attachment_files import state_of, state_when_read, unsealed
from antq_desktop.services.saving import reason_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.services.attachment_files import State
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.attachments import Listed


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a record; ``place`` counts from 1, ``by`` is a person's name.

    ``state`` is "missing" at an office also while the file has not come yet.
    """

    place: int
    attached: Attached
    state: State
    by: str | None


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is missing or damaged: of which record, and which of its files.

    ``book`` is "R01 12/2023", or the code of the register alone for a draft.
    """

    record: str
    book: str
    place: int
    state: State


def attachments_of(workspace: Workspace, record: str) -> tuple[Item, ...]:
    """Return the files of a record or draft, in their order."""
    names = workspace.store.account_names()
    found: list[Item] = []
    for place, one in enumerate(_attached(workspace, record), 1):
        stored = workspace.store.attachments.get(one.key)
        by = names.get(one.by, one.by) if one.by is not None else None
        found.append(Item(place, one, state_of(workspace, stored), by))
    return tuple(found)


def read_attachment(
    workspace: Workspace, record: str, attachment: str, *, reason: str | None = None
) -> tuple[str, bytes]:
    """Return the name and the content of a file, to be shown; the limit of a file bounds it.

    A confidential one is revealed to the head for a ``reason``, which is in the journal before.
    """
    one = named(_attached(workspace, record), attachment)
    with _opened(workspace, record, one, reason) as (name, stream):
        whole = io.BytesIO()
        copy(stream, whole)
        return name, whole.getvalue()


def save_attachment(
    workspace: Workspace,
    record: str,
    attachment: str,
    target: Path,
    *,
    reason: str | None = None,
) -> Path:
    """Write a copy of a file outside the workspace: to a name, or into a folder by its own name.

    The journal names the export before. Nothing is there until the content is known to be whole;
    what bears that name already is not touched. A confidential file needs the head and a reason.
    """
    one = named(_attached(workspace, record), attachment)
    with _opened(workspace, record, one, reason) as (name, stream):
        path = target / name if target.is_dir() else target
        if path.exists():
            raise Refusal("attach.exists", name=path.name)
        with workspace.store.atomic():
            workspace.note("attachment_export", record=record, attachment=one.id)
        try:
            with replacing(path) as file:
                copy(stream, file)
        except OSError:
            raise Refusal("store.cannot_write", name=path.name) from None
    return path


@contextmanager
def content_of(workspace: Workspace, listed: Listed) -> Iterator[IO[bytes]]:
    """Open a file that travels; Refusal if it is missing or damaged, with the record's number."""
    name = place_name(workspace, listed)
    stored = workspace.store.attachments.get(listed.key)
    if stored is None:
        raise Refusal("attach.missing", name=name)
    with unsealed(workspace, stored, identities(workspace), listed.digest, name) as stream:
        yield stream


def damaged_files(
    workspace: Workspace, *, read: bool = True, tell: Callable[[int, int], object] | None = None
) -> list[Damage]:
    """Return which files are missing or damaged, by the records that have them now.

    With ``read`` each is read and compared, else only its size. A file that no present revision
    names is named by none: its record is empty. ``tell`` gets before each how many are done and
    how many there are; what it raises ends the reading.
    """
    found: list[Damage] = []
    files = workspace.store.attachments.all()
    for done, stored in enumerate(files):
        if tell is not None:
            tell(done, len(files))
        state = state_of(workspace, stored)
        if read and state == "here":
            state = state_when_read(workspace, stored)
        if state == "here":
            continue
        users = workspace.store.attachments.users_of(stored.id)
        found += [Damage(one.record, _book(workspace, one), one.place, state) for one in users]
        if not users:
            found.append(Damage("", "", 0, state))
    return found


def place_name(workspace: Workspace, listed: Listed) -> str:
    """Return what a file is called where its own name may not stand: "R01 12/2023 (2)"."""
    return f"{_book(workspace, listed)} ({listed.place})"


def _book(workspace: Workspace, listed: Listed) -> str:
    return f"{workspace.catalogue.by_name[listed.register].code} {listed.book}".strip()


def _attached(workspace: Workspace, record: str) -> tuple[Attached, ...]:
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        must_see(workspace, draft.register, record)
        return attached_of(draft.shared, draft.private)
    revision = workspace.store.revisions.latest(record)
    if revision is None:
        raise Refusal("records.unknown", id=record)
    must_see(workspace, revision.header.register, record)
    return attached_of(revision.shared, revision.private)


@contextmanager
def _opened(
    workspace: Workspace, record: str, one: Attached, reason: str | None
) -> Iterator[tuple[str, IO[bytes]]]:
    """Open a file with its name; that of one from elsewhere, which has none, is its id."""
    stored = workspace.store.attachments.get(one.key)
    keys: list[Identity] = identities(workspace)
    name, sha256 = one.name or one.id + MEDIA[one.media], one.digest
    if one.travel is Travel.CONFIDENTIAL:
        values = _revealed(workspace, record, one, reason)
        keys, name, sha256 = [identity_from(values["key"])], values["name"], values["sha256"]
    if stored is None:
        raise Refusal("attach.missing", name=name)
    with unsealed(workspace, stored, keys, sha256, name) as stream:
        yield name, stream


def _revealed(
    workspace: Workspace, record: str, one: Attached, reason: str | None
) -> Mapping[str, str]:
    """Return name, digest and key of a confidential file to the head, for a reason."""
    workspace.require_head()
    if not reason or not reason.strip():
        raise Refusal("records.reason_needed")
    with workspace.store.atomic():
        workspace.note("reveal", record=record, attachment=one.id, reason=reason_text(reason))
    seal = workspace.opened.seal
    blob = workspace.store.sealed.get(one.digest, seal.recipient)
    if blob is None:
        raise Refusal("records.not_sealed_to_you")
    try:
        part = unseal_bytes(blob, [seal])
    except (NotSealedToUs, SealDamaged):
        raise Refusal("records.seal_damaged") from None
    if sha256_hex(part) != one.digest:
        raise Refusal("records.seal_damaged")
    return cast("Mapping[str, Mapping[str, str]]", canonical.load(part))["values"]
