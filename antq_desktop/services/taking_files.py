"""Taking in the attachments of a bundle: each belongs to a row, and becomes a file of our own.

A file is sealed anew to this workspace before the transaction ends that names it; where that is
rolled back, whoever began it takes the files away again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import attachment_name, attachment_of
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto.sealing import MAGIC
from antq_desktop.domain.attachments import (
    ATTACHMENTS,
    attached_of,
    is_private_list,
    is_shared_list,
)
from antq_desktop.domain.fields import Travel
from antq_desktop.services.attachment_files import put, state_of, take_away
from antq_desktop.services.pens import writers
from antq_desktop.services.pictures import is_kept
from antq_desktop.store.attachments import StoredFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.manifest import FileEntry
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.workspace import Workspace

_HEAD = 1024


class Named:
    """What the rows of a bundle say of attachments: digest, media type and size of each id."""

    def __init__(self) -> None:
        self._found: dict[str, list[tuple[str, str, int]]] = {}
        self.records: set[str] = set()

    def watch(self, lines: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines as they are."""
        for line in lines:
            listed = line.shared.get(ATTACHMENTS)
            private = (line.private or {}).get(ATTACHMENTS)
            if private is not None and is_private_list(private):
                self.records.add(str(line.header["record"]))
                for file in attached_of({}, cast("Mapping[str, object]", line.private)):
                    if file.travel is not Travel.CONFIDENTIAL:
                        said = (file.digest, file.media, file.size)
                        self._found.setdefault(file.id, []).append(said)
            elif listed is not None and is_shared_list(listed):
                self.records.add(str(line.header["record"]))
                for one in cast("list[Mapping[str, object]]", listed):
                    said = (str(one["sha256"]), str(one["media"]), cast("int", one["size"]))
                    self._found.setdefault(str(one["id"]), []).append(said)
            yield line

    def fits(self, attachment: str, entry: FileEntry) -> str | None:
        """Return the media type that a row gives a file; None where none speaks of it."""
        for sha256, media, size in self._found.get(attachment, ()):
            if (sha256, size) == (entry.sha256, entry.size):
                return media
        return None


def take_files(
    workspace: Workspace,
    bundle: OpenBundle,
    named: Named,
    imported: int,
    *,
    union: bool,
    kept: bool,
) -> list[str]:
    """Keep the attachments of a bundle whose rows are in; return the names of the files written.

    Without ``kept`` they are only judged. With ``union`` the row of a file may be in a bundle that
    is not here: what nobody speaks of must only be of a type that there is. Raises BundleRefused
    for a file that no row speaks of, or that is not what its row says. If anything is raised,
    nothing is left on the disk.
    """
    entries = {entry.path: entry for entry in bundle.manifest.files}
    sealed = sealed_files(bundle)
    found = [
        (one, entries[name])
        for name in bundle.names
        if (one := attachment_of(name)) and one not in sealed
    ]
    media = _media(workspace, bundle, named, found)
    strange = [entry.path for one, entry in found if one not in media]
    if strange and not union:
        raise BundleRefused(*(Reason("attachment_unlisted", path) for path in strange))
    wrong = [
        Reason("attachment_type", entry.path)
        for attachment, entry in found
        if not is_kept(_head(bundle, entry.path), media.get(attachment))
    ]
    if wrong:
        raise BundleRefused(*wrong)
    written: list[str] = []
    try:
        for attachment, entry in found if kept else ():
            known = workspace.store.attachments.get((attachment, entry.sha256))
            if state_of(workspace, known) != "here":
                written.append(_keep(workspace, bundle, attachment, entry, imported))
    except BaseException:
        take_away(workspace, written)
        raise
    return written


def still_to_come(workspace: Workspace, bundle: OpenBundle, named: Named) -> Iterator[Reason]:
    """Yield the files that rows name and that never came: they are shown, not passed over."""
    brought = {(attachment_of(entry.path), entry.sha256) for entry in bundle.manifest.files}
    sealed = sealed_files(bundle)
    for one in workspace.store.attachments.not_here(named.records):
        if one.key not in brought and one.id not in sealed:
            values: dict[str, MessageValue] = {"number": one.book, "place": one.place}
            yield Reason("attachment_missing", attachment_name(one.id), values=values)


def sealed_files(bundle: OpenBundle) -> frozenset[str]:
    """Return which attachments of a transfer are confidential: still under the key of their part.

    In any other bundle that has rows there is none.
    """
    if bundle.manifest.kind != "transfer":
        return frozenset()
    return frozenset(
        one
        for name in bundle.names
        if (one := attachment_of(name)) and _head(bundle, name).startswith(MAGIC)
    )


def _head(bundle: OpenBundle, name: str) -> bytes:
    with bundle.stream(name) as file:
        return file.read(_HEAD)


def _media(
    workspace: Workspace, bundle: OpenBundle, named: Named, found: list[tuple[str, FileEntry]]
) -> dict[str, str]:
    """Return the media type of each file; one whose row came earlier is looked up."""
    media = {one: said for one, entry in found if (said := named.fits(one, entry)) is not None}
    rest = [(one, entry) for one, entry in found if one not in media]
    if rest:
        ids = [one for one, _ in rest]
        for writer in writers(bundle.manifest):
            earlier = workspace.store.attachments.named_by(writer, ids)
            media |= {
                one: earlier[one, entry.sha256]
                for one, entry in rest
                if (one, entry.sha256) in earlier
            }
    return media


def _keep(
    workspace: Workspace, bundle: OpenBundle, attachment: str, entry: FileEntry, imported: int
) -> str:
    with bundle.stream(entry.path) as file:
        done = put(workspace, file)
    stored = StoredFile(
        id=attachment,
        digest=entry.sha256,
        file=done.file,
        size=done.sealed_size,
        sha256=done.sealed_sha256,
        at=workspace.clock.stamp(),
        imported=imported,
    )
    workspace.store.attachments.add(stored)
    return done.file
