"""The files of attachments on the disk: each one age file, written whole or not at all.

The name of a file is a UUID of its own; what it is, of which record, and what it was called stand
in the encrypted database alone. Its content passes in pieces: no file lies in memory as a whole.
"""

from __future__ import annotations

import errno
import hashlib
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Literal, cast

from uuid_utils import uuid7

from antq_desktop.bundle.files import copy, replacing
from antq_desktop.bundle.limits import DEFAULT_LIMITS, GIB
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.crypto.sealing import (
    Identity,
    NotSealedToUs,
    SealDamaged,
    seal_stream,
    unseal_stream,
)
from antq_desktop.errors import Refusal
from antq_desktop.services.signing import own_recipients

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.attachments import StoredFile
    from antq_desktop.store.store import Store

State = Literal["here", "missing", "damaged"]

MOST_BYTES: Final = DEFAULT_LIMITS.unpacked - GIB
"""What attachments may take of a bundle, and so one file.

Beside them must fit a year of records, and around them what the offices above add.
"""

_FOLDER = "attachments"
_OURS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.part)?")


@dataclass(frozen=True, slots=True)
class Put:
    """A file that lies on the disk and has no row yet.

    ``file`` is its name, ``sealed_*`` are of the age file, ``size`` and ``sha256`` of its content.
    """

    file: str
    sealed_size: int
    sealed_sha256: str
    size: int
    sha256: str


def attachments_folder(paths: Paths) -> Path:
    """Where the files lie."""
    return paths.data / _FOLDER


def put(workspace: Workspace, source: IO[bytes], recipients: Sequence[str] | None = None) -> Put:
    """Seal a stream, from where it stands to its end, into a file that survives a power cut.

    It is sealed to the workspace itself unless ``recipients`` says otherwise. Without a row it is
    refuse: the caller writes one, or takes the file away. Refusal if the disk does not take it.
    """
    folder = attachments_folder(workspace.paths)
    name = str(uuid7())
    read = _Counted(source)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(folder / name) as target:
            written = _Counted(target)
            to = recipients or own_recipients(workspace)
            seal_stream(cast("IO[bytes]", read), cast("IO[bytes]", written), to)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Refusal("store.disk_full") from None
        raise Refusal("attach.cannot_keep") from None
    return Put(name, written.size, written.sha256, read.size, read.sha256)


def put_sealed(workspace: Workspace, source: IO[bytes]) -> str:
    """Keep a file that is sealed already as it is; return its name. Refusal as `put`."""
    folder, name = attachments_folder(workspace.paths), str(uuid7())
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(folder / name) as target:
            copy(source, target)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Refusal("store.disk_full") from None
        raise Refusal("attach.cannot_keep") from None
    return name


def take_away(workspace: Workspace, files: Iterable[str]) -> None:
    """Remove files that got no row; what cannot be removed goes at the next opening."""
    for file in files:
        with suppress(OSError):
            (attachments_folder(workspace.paths) / file).unlink()


def state_of(workspace: Workspace, stored: StoredFile | None) -> State:
    """Say whether a file is there with the size that it had; its content is not read."""
    if stored is None:
        return "missing"
    try:
        size = (attachments_folder(workspace.paths) / stored.file).stat().st_size
    except OSError:
        return "missing"
    return "here" if size == stored.size else "damaged"


def state_when_read(workspace: Workspace, stored: StoredFile) -> State:
    """Say whether a file is just the one that was written; no key is needed for that."""
    try:
        with (attachments_folder(workspace.paths) / stored.file).open("rb") as file:
            return "here" if hash_stream(file)[0] == stored.sha256 else "damaged"
    except OSError:
        return "missing"


@contextmanager
def unsealed(
    workspace: Workspace, stored: StoredFile, identities: Sequence[Identity], sha256: str, name: str
) -> Iterator[IO[bytes]]:
    """Open the content of a file, verified to its last byte.

    It lies in a scratch file under a throw-away key meanwhile. Refusal if the file is missing or
    damaged; ``name`` says in its words which one it is.
    """
    path = attachments_folder(workspace.paths) / stored.file
    with Scratch(attachments_folder(workspace.paths)) as scratch:
        try:
            with path.open("rb") as file:
                unseal_stream(file, scratch, identities)
        except FileNotFoundError:
            raise Refusal("attach.missing", name=name) from None
        except (NotSealedToUs, SealDamaged):
            raise Refusal("attach.damaged", name=name) from None
        except OSError as error:
            full = error.errno in {errno.ENOSPC, errno.EDQUOT}
            raise Refusal("store.disk_full" if full else "attach.damaged", name=name) from None
        scratch.seek(0)
        if hash_stream(scratch)[0] != sha256:
            raise Refusal("attach.damaged", name=name)
        scratch.seek(0)
        yield scratch


def sweep_attachments(paths: Paths, store: Store) -> None:
    """Remove the files without a row: a power cut came between the file and its row.

    So are those that an import had brought which was rolled back or taken back, and those of
    discarded drafts.
    Only files with names of ours: a person may have chosen a folder with files of his own.
    """
    folder = attachments_folder(paths)
    if not folder.is_dir():
        return
    known = {one.file for one in store.attachments.all()}
    known |= {one.file for one in store.cases.files()}
    for path in folder.iterdir():
        if _OURS.fullmatch(path.name) and path.name not in known:
            with suppress(OSError):
                path.unlink()


class _Counted:
    """A stream whose bytes are counted and hashed as they pass."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """The SHA-256 of what has passed, hex."""
        return self._hash.hexdigest()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        return self._pass(self._stream.read(size))

    def write(self, data: bytes) -> int:
        """Write on."""
        self._pass(data)
        return self._stream.write(data)

    def _pass(self, data: bytes) -> bytes:
        self.size += len(data)
        self._hash.update(data)
        return data
