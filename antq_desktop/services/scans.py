"""The folder into which the scanner writes: what is new there, attaching it, removing the original.

A scan lies there unsealed, often a letter with somebody's name. So it is read from there once, put
into the record, and then taken off that folder, which the journal says before it is done. A file
that the scanner is still writing waits: it counts once two looks see the same and its end is whole.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.services.attaching import Pasted, attach, attachment_limits
from antq_desktop.services.joining import MEGABYTE, join_pages
from antq_desktop.services.pictures import NotAPicture, is_picture, look, small_picture
from antq_desktop.services.watching import Mark, marks

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.fields import Travel
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace

ENDINGS: Final = (".pdf", ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff")
SIDE: Final = 240
"""How many pixels wide and high a small picture of a scan is at most."""
MOST_SHOWN: Final = 100
"""How many files of the folder are shown, the newest ones."""

MAY_GROW: Final = frozenset({"attach.empty", "attach.cut_off", "attach.damaged_picture"})
"""Why a file cannot be attached that may yet become whole."""
_MICRO: Final = 1000


@dataclass(frozen=True, slots=True)
class Scan:
    """A file of the folder as it was when it was looked at; another mark is another file."""

    path: Path
    mark: Mark

    @property
    def at(self) -> datetime:
        """When it was written, as the clock of the PC or of the share says."""
        return datetime.fromtimestamp(self.mark.written / 1e9, ZONE)


@dataclass(frozen=True, slots=True)
class ScanFolder:
    """The folder that a user chose, None for none, and what he took from it and left there.

    ``most`` is how many bytes one file may have.
    """

    folder: Path | None
    taken: Collection[tuple[str, Mark]]
    most: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What one look into a file told.

    ``picture`` is a small PNG, of a picture alone; of a PDF ``content`` is there, to be drawn.
    ``refused`` says why it cannot be attached, None where it can; ``unfinished``, that its end is
    missing: it is still being written, or damaged.
    """

    pages: int = 1
    picture: bytes = b""
    content: bytes = b""
    refused: Refusal | None = None

    @property
    def unfinished(self) -> bool:
        """Whether the file may yet become whole."""
        return self.refused is not None and self.refused.message_id in MAY_GROW


@dataclass(frozen=True, slots=True)
class Attachment:
    """What became of scans: the revision, and the names of originals that could not be removed."""

    saved: Saved
    left: tuple[str, ...]


def scan_folder(workspace: Workspace) -> ScanFolder:
    """Return the folder of the scanner as this user chose it on this PC."""
    body = workspace.document(_document(workspace))
    folder = body.get("folder")
    taken = cast("Sequence[Mapping[str, Json]]", body.get("taken") or ())
    return ScanFolder(
        Path(folder) if isinstance(folder, str) else None,
        frozenset(
            (str(one["name"]), Mark(cast("int", one["size"]), cast("int", one["written"])))
            for one in taken
        ),
        attachment_limits(workspace).file,
    )


def choose_scan_folder(workspace: Workspace, folder: Path | None) -> ScanFolder:
    """Choose the folder into which the scanner writes, or none; Refusal where it is no folder."""
    if folder is not None and not folder.is_dir():
        raise Refusal("scans.no_folder", name=folder.name or str(folder))
    chosen: Json = {"folder": str(folder.absolute())} if folder is not None else {}
    with workspace.store.atomic():
        workspace.store.meta.set(_document(workspace), chosen)
    return scan_folder(workspace)


def new_scans(chosen: ScanFolder) -> list[Scan]:
    """Return the files that were not taken from the folder yet, the newest first.

    It needs no workspace: a share that hangs shall hold up a thread of its own. Refusal where the
    folder cannot be read or none was chosen.
    """
    folder = chosen.folder
    if folder is None:
        raise Refusal("scans.none_chosen")
    try:
        found = [
            Scan(folder / name, mark)
            for name, mark in marks(folder, *ENDINGS)
            if (name, _kept(mark)) not in chosen.taken and not name.startswith(".")
        ]
    except OSError:
        raise Refusal("scans.no_folder", name=folder.name or str(folder)) from None
    found.sort(key=lambda one: (one.mark.written, one.path.name), reverse=True)
    return found[:MOST_SHOWN]


def glance(scan: Scan, most: int) -> Glance:
    """Look into a file, whatever it is; ``most`` is how many bytes it may have."""
    name = scan.path.name
    if scan.mark.size > most:
        return Glance(refused=Refusal("attach.too_large", name=name, most=most // MEGABYTE))
    try:
        with scan.path.open("rb") as file:
            media, _ = look(file, name)
            if not is_picture(media):
                return Glance(content=file.read())
            picture, pages = small_picture(file, media, SIDE)
            return Glance(pages, picture)
    except NotAPicture:
        return Glance(refused=Refusal("attach.damaged_picture", name=name))
    except OSError:
        return Glance(refused=Refusal("attach.cannot_read", name=name))
    except Refusal as refused:
        return Glance(refused=refused)


def attach_scans(
    workspace: Workspace,
    record: str,
    scans: Sequence[Scan],
    travel: Travel,
    *,
    reason: str | None = None,
    join: bool = False,
    remove: bool = True,
) -> Attachment:
    """Attach files of the scanner's folder, all of them or none, and remove the originals.

    ``join`` makes one PDF of them, in the order in which they were scanned; a picture with several
    pages becomes a PDF in any case. An original that changed meanwhile is not removed. Refusal as
    `attach`, and where a file is another one than was shown; then nothing was removed.
    """
    in_order = sorted(scans, key=lambda one: (one.mark.written, one.path.name))
    for scan in in_order:
        if _mark(scan) != scan.mark:
            raise Refusal("scans.changed", name=scan.path.name)
    most = attachment_limits(workspace).file
    sources = [_joined(in_order, most)] if join else [_single(one, most) for one in in_order]
    saved = attach(workspace, record, sources, travel, reason=reason)
    left = _remove(workspace, record, in_order) if remove else ()
    _remember(workspace, [one for one in in_order if not remove or one.path.name in left])
    return Attachment(saved, left)


def _joined(scans: Sequence[Scan], most: int) -> Pasted:
    content = join_pages([one.path for one in scans], most)
    return Pasted(f"{scans[0].path.stem}.pdf", content)


def _single(scan: Scan, most: int) -> Path | Pasted:
    several = scan.path.suffix.lower() in {".tif", ".tiff"} and glance(scan, most).pages > 1
    return _joined([scan], most) if several else scan.path


def _remove(workspace: Workspace, record: str, scans: Sequence[Scan]) -> tuple[str, ...]:
    """Take the originals off the folder; return the names of those that stay there."""
    names = [one.path.name for one in scans]
    with workspace.store.atomic():
        workspace.note_all("scan_removed", [{"record": record, "file": name} for name in names])
    left = []
    for scan in scans:
        try:
            if _mark(scan) in {scan.mark, None}:
                scan.path.unlink(missing_ok=True)
            else:
                left.append(scan.path.name)
        except OSError:
            left.append(scan.path.name)
    if left:
        with workspace.store.atomic():
            workspace.note_all("scan_left", [{"record": record, "file": name} for name in left])
    return tuple(left)


def _remember(workspace: Workspace, kept: Sequence[Scan]) -> None:
    """Remember what was taken and still lies in the folder, so that it is not offered again."""
    before = scan_folder(workspace)
    if before.folder is None:
        return
    now: set[tuple[str, Mark]] = set()
    with suppress(OSError):
        now = {(name, _kept(mark)) for name, mark in marks(before.folder, *ENDINGS)}
    taken = (set(before.taken) & now) | {(one.path.name, _kept(one.mark)) for one in kept}
    body: Json = {
        "folder": str(before.folder),
        "taken": [
            {"name": name, "size": mark.size, "written": mark.written}
            for name, mark in sorted(taken)
        ],
    }
    with workspace.store.atomic():
        workspace.store.meta.set(_document(workspace), body)


def _mark(scan: Scan) -> Mark | None:
    """Return how the file stands now, None where it is gone."""
    try:
        now = scan.path.stat()
    except OSError:
        return None
    return Mark(now.st_size, now.st_mtime_ns)


def _kept(mark: Mark) -> Mark:
    """Return a mark as it is kept: in microseconds, for JSON has no larger numbers."""
    return Mark(mark.size, mark.written // _MICRO)


def _document(workspace: Workspace) -> str:
    return f"scan_folder:{workspace.user}"
