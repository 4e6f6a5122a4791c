"""Writes a bundle: manifest, digests, signature, seal, one file."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import IO, TYPE_CHECKING, Final

import msgspec

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import digest_of, write_asic_manifest
from antq_desktop.bundle.container_writer import ContainerWriter, Packed
from antq_desktop.bundle.files import copy, replacing
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.manifest import FileEntry, Kind, Manifest, parse_manifest, to_bytes
from antq_desktop.bundle.readme import readme
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.crypto.sealing import seal_stream
from antq_desktop.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    Source = bytes | IO[bytes] | Path | Callable[[], AbstractContextManager[IO[bytes]]]

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a bundle is made of.

    ``manifest`` comes without ``files``; ``entries`` are the further files by name, streams read
    to their end from where they stand, or functions that open one when it is its turn, since
    hundreds of open files are too many; ``sign`` returns the CMS over ASiCManifest001.xml;
    ``recipients`` are age keys, None for a request, which is not sealed.
    """

    manifest: Manifest
    entries: Mapping[str, Source]
    sign: Callable[[bytes], bytes]
    recipients: Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Written:
    """A finished bundle: SHA-256 and size in bytes of the file, digest of the bundle (hex)."""

    path: Path
    sha256: str
    digest: str
    size: int


def file_name(
    sender_code: str,
    recipient_code: str | None,
    workspace: str,
    sequence: int | None,
    kind: Kind,
) -> str:
    """Return the usual name of a bundle, ``13285-347-qkzt-000012-submission.antq``.

    The four letters tell the workspaces of a unit apart. A bundle without one recipient has
    ``all`` in its place, one without a number ``000000``.
    """
    letters = letters_of(workspace)
    return f"{sender_code}-{recipient_code or 'all'}-{letters}-{sequence or 0:06d}-{kind}.antq"


def letters_of(workspace: str) -> str:
    """Return the four letters by which people tell the workspaces of a unit apart."""
    number = int.from_bytes(sha256(workspace.encode()).digest(), "big")
    return "".join(_LETTERS[number // 26**place % 26] for place in range(4))


def write_bundle(
    target: Path, draft: Draft, *, scratch_folder: Path, limits: Limits = DEFAULT_LIMITS
) -> Written:
    """Write a bundle to ``target``, which is replaced only when all is on the disk.

    No plaintext of a sealed bundle touches the disk. Raises BundleRefused where a reader would
    refuse the bundle for its size, names or manifest; Fault for a seal that its kind may not have
    or lack; and what the streams and ``sign`` raise.
    """
    manifest, recipients = draft.manifest, draft.recipients
    if (recipients is None) != (manifest.kind == "request"):
        raise Fault("requests are not sealed, everything else is")
    with Scratch(scratch_folder) as scratch:
        asic_manifest = _write_container(scratch, draft, limits)
        scratch.seek(0)
        with replacing(target) as file:
            if recipients is None:
                copy(scratch, file)
            else:
                seal_stream(scratch, file, recipients)
            file.seek(0)
            digest, size = hash_stream(file)
    return Written(target, digest, digest_of(asic_manifest), size)


def _write_container(scratch: Scratch, draft: Draft, limits: Limits) -> bytes:
    """Write all entries and return ASiCManifest001.xml.

    What a file depends on comes before it: content sorted by name ends with the manifest, which
    lists it; then the digests of all, then the signature over these.
    """
    manifest = draft.manifest
    sources = {**draft.entries, names.README: readme(manifest)}
    names.check_names(manifest.kind, sources)
    container = ContainerWriter(scratch, limits)
    packed = {names.MIMETYPE: container.add(names.MIMETYPE, io.BytesIO(names.MIMETYPE_CONTENT))}
    for name in sorted(sources):
        with _opened(sources[name]) as stream:
            packed[name] = container.add(name, stream)
    files = tuple(_file_entry(name, packed[name]) for name in sorted(sources))
    listing = to_bytes(msgspec.structs.replace(manifest, files=files))
    parse_manifest(listing, limits)
    packed[names.MANIFEST] = container.add(names.MANIFEST, io.BytesIO(listing))
    asic_manifest = write_asic_manifest({name: one.sha256 for name, one in packed.items()})
    container.add(names.ASIC_MANIFEST, io.BytesIO(asic_manifest))
    container.add(names.SIGNATURE, io.BytesIO(draft.sign(asic_manifest)))
    container.close()
    return asic_manifest


def _file_entry(name: str, packed: Packed) -> FileEntry:
    rows = packed.lines if names.register_of(name) else None
    return FileEntry(path=name, size=packed.size, sha256=packed.sha256, rows=rows)


@contextmanager
def _opened(source: Source) -> Iterator[IO[bytes]]:
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, os.PathLike):
        with source.open("rb") as file:
            yield file
    elif callable(source):
        with source() as stream:
            yield stream
    else:
        yield source
