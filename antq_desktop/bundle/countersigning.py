"""Adds the second signature to a bundle that waits for it; nothing else of it changes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import digest_of, write_asic_manifest
from antq_desktop.bundle.container_writer import ContainerWriter
from antq_desktop.bundle.files import replacing
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.opening import arrived, signed_bytes
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.bundle.writer import Written
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.crypto.sealing import seal_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from antq_desktop.bundle.container import Container
    from antq_desktop.crypto.sealing import Identity


def countersign(
    path: Path,
    target: Path,
    *,
    digest: str,
    sign: Callable[[bytes], bytes],
    identities: Sequence[Identity],
    recipients: Sequence[str],
    scratch_folder: Path,
    limits: Limits = DEFAULT_LIMITS,
) -> Written:
    """Write the bundle of ``path`` to ``target`` with a second signature, sealed anew.

    ``target`` is replaced only when all is on the disk. Who calls has judged the bundle: it must
    still have its ``digest``, which the second signature leaves as it is. Raises BundleRefused as
    ``open_bundle`` for seal and structure, ``file_digest`` for another bundle in its place,
    ``second_signature`` where it has one, and what ``sign`` raises.
    """
    with (
        arrived(path, identities, scratch_folder, limits) as found,
        Scratch(scratch_folder) as scratch,
    ):
        asic_manifest, first = signed_bytes(found.container, limits)
        if digest_of(asic_manifest) != digest:
            raise refused("file_digest", file=names.ASIC_MANIFEST)
        if names.OF_THE_SECOND & set(found.container.names):
            raise refused("second_signature", file=names.SECOND_SIGNATURE)
        _write(scratch, found.container, asic_manifest, first, sign, limits)
        scratch.seek(0)
        with replacing(target) as file:
            seal_stream(scratch, file, recipients)
            file.seek(0)
            sha256, size = hash_stream(file)
    return Written(target, sha256, digest, size)


def _write(
    scratch: Scratch,
    container: Container,
    asic_manifest: bytes,
    first: bytes,
    sign: Callable[[bytes], bytes],
    limits: Limits,
) -> None:
    """Copy all files in their order, then what lies in META-INF, by name."""
    writer, digests = ContainerWriter(scratch, limits), {}
    for name in container.names:
        if name not in names.OF_THE_FIRST:
            with container.open(name) as file:
                digests[name] = writer.add(name, file).sha256
    for name, data in ((names.ASIC_MANIFEST, asic_manifest), (names.SIGNATURE, first)):
        digests[name] = hash_stream(io.BytesIO(data))[0]
    again = write_asic_manifest(digests, names.SECOND_SIGNATURE)
    writer.add(names.ASIC_MANIFEST, io.BytesIO(asic_manifest))
    writer.add(names.SECOND_MANIFEST, io.BytesIO(again))
    writer.add(names.SIGNATURE, io.BytesIO(first))
    writer.add(names.SECOND_SIGNATURE, io.BytesIO(sign(again)))
    writer.close()
