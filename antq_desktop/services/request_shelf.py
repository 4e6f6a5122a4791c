"""Requests for certificates that wait here, kept in the workspace as they came.

A request is not sealed and names a person: the copy lies in the encrypted database alone. What was
answered or put away is remembered without its bytes, so that the same file is not offered again.
"""

from __future__ import annotations

import shutil
import tempfile
from base64 import b64decode, b64encode
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

_LIST: Final = "requests"
_ONE: Final = "request:"
_FILE: Final = "request.antq"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A request by its fingerprint: the SHA-256 of its file, when it came, whether it waits."""

    fingerprint: str
    sha256: str
    came: str
    waits: bool


def shelved(workspace: Workspace) -> Mapping[str, Shelved]:
    """Return all requests that came, by fingerprint, in the order in which they came."""
    rows = cast("Mapping[str, Mapping[str, object]]", workspace.document(_LIST))
    every = [
        Shelved(name, str(row["sha256"]), str(row["came"]), bool(row["waits"]))
        for name, row in rows.items()
    ]
    return {one.fingerprint: one for one in sorted(every, key=lambda one: one.came)}


def shelve(workspace: Workspace, fingerprint: str, path: Path) -> Shelved:
    """Keep a request that was read, and so is no larger than one may be; inside a transaction."""
    data = path.read_bytes()
    workspace.store.meta.set(_ONE + fingerprint, {"file": b64encode(data).decode("ascii")})
    one = Shelved(fingerprint, sha256_hex(data), workspace.clock.stamp(), waits=True)
    _write(workspace, one)
    return one


def settle(workspace: Workspace, fingerprint: str, path: Path) -> None:
    """Remember a request that is answered now, wherever its file lay; inside a transaction."""
    sha256 = sha256_hex(path.read_bytes())
    came = workspace.clock.stamp()
    _write(workspace, Shelved(fingerprint, sha256, came, waits=False))
    workspace.store.meta.drop(_ONE + fingerprint)


@contextmanager
def request_file(workspace: Workspace, source: Path | str) -> Iterator[Path]:
    """Give the file of a request: one that a person chose, or by its fingerprint one that waits.

    Refusal ``identity.request_gone`` if that was answered or put away meanwhile.
    """
    if isinstance(source, Path):
        yield source
        return
    body = workspace.document(_ONE + source)
    if not body:
        raise Refusal("identity.request_gone")
    folder = Path(tempfile.mkdtemp(dir=scratch(workspace), prefix=".new-"))
    try:
        path = folder / _FILE
        path.write_bytes(b64decode(str(body["file"])))
        yield path
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(workspace: Workspace, one: Shelved) -> None:
    row: dict[str, Json] = {"sha256": one.sha256, "came": one.came, "waits": one.waits}
    known = dict(workspace.document(_LIST))
    workspace.store.meta.set(_LIST, {**known, one.fingerprint: row})
