"""Opens a bundle: everything that can be judged without knowing any other bundle, in one order."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import digest_of, parse_asic_manifest
from antq_desktop.bundle.case_lines import read_case_lines
from antq_desktop.bundle.cases import case_name, misplaced
from antq_desktop.bundle.container import Container
from antq_desktop.bundle.files import copy
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.lines import Line, read_lines
from antq_desktop.bundle.manifest import FileEntry, Manifest, NewerFormat, parse_manifest
from antq_desktop.bundle.opening import (
    Arrived,
    arrived,
    second_signed_bytes,
    signature_refused,
    signed_bytes,
)
from antq_desktop.bundle.refusals import BundleRefused, Reason, refused
from antq_desktop.bundle.right_to_sign import check_second, check_signer
from antq_desktop.bundle.room import Room, Weight
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.bundle.transfers import SEALED_NAME, read_sealed
from antq_desktop.crypto.digests import hash_stream, sha256_hex
from antq_desktop.crypto.signatures import (
    SignatureRefused,
    Signer,
    Trust,
    verify,
    verify_self_signed,
)
from antq_desktop.domain.succession import Succession

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from antq_desktop.bundle.cases import CaseRecord
    from antq_desktop.bundle.lines import SealedPart
    from antq_desktop.crypto.sealing import Identity


@dataclass(frozen=True, slots=True)
class OpenBundle:
    """A bundle of which seal, structure, signature, digests and manifest are good.

    ``digest`` is that of the bundle, ``sha256`` that of the file as it arrived (hex). ``second`` is
    who signed after ``signer``, where two did. The rows of the registers are checked as they are
    read. To whom it is addressed, its place in a chain and what its records say is for the caller
    to judge.
    """

    manifest: Manifest
    signer: Signer
    second: Signer | None
    digest: str
    sha256: str
    _container: Container
    _judging: _Judging
    _place: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files, in the order of the container."""
        return self._container.names

    @property
    def weight(self) -> Weight:
        """What it takes inside another bundle, with all containers in it that were opened."""
        return self._judging.room.inside_another

    @property
    def registers(self) -> tuple[str, ...]:
        """The registers of which there are records, sorted."""
        found = (names.register_of(name) for name in self.names)
        return tuple(register for register in found if register is not None)

    def records(self, register: str) -> Iterator[Line]:
        """Yield the revisions of a register; nothing for a register that is not in here.

        Raises BundleRefused as ``read_lines``, and ``rows`` where the manifest counts others.
        """
        name = names.records_name(register)
        entry = next((entry for entry in self.manifest.files if entry.path == name), None)
        if entry is None:
            return
        rows, limits = 0, self._judging.room.limits
        whole = self.manifest.kind == "transfer"
        with self._container.open(name) as file:
            for line in read_lines(file, register, name, limits, whole=whole):
                rows = line.row
                yield line
        if rows != entry.rows:
            raise refused("rows", file=name)

    def sealed(self) -> Iterator[SealedPart]:
        """Yield the confidential parts of a transfer; nothing where it has none.

        Raises BundleRefused as ``read_sealed``, and ``file_missing`` where they should be there.
        """
        body = self.manifest.transferred
        stated = body.sealed if body is not None else 0
        if stated or SEALED_NAME in self.names:
            with self._container.open(SEALED_NAME) as file:
                yield from read_sealed(file, stated, self._judging.room.limits)

    def case_record(self, told: CaseRecord) -> Iterator[Line]:
        """Yield the revisions of a record that is handed over, oldest first.

        Raises BundleRefused as ``read_case_lines``.
        """
        name = case_name(told.record)
        with self._container.open(name) as file:
            yield from read_case_lines(file, told, name, self._judging.room.limits)

    def report(self, period: str) -> bytes:
        """Return the figures of a period; BundleRefused ``file_missing`` where there are none."""
        return self._container.read(names.report_name(period), self._judging.room.limits.json)

    def read(self, name: str) -> bytes:
        """Return any file as a whole; BundleRefused ``file_missing`` or ``file_size``."""
        return self._container.read(name, self._judging.room.limits.whole)

    def stream(self, name: str) -> IO[bytes]:
        """Open any file, however large; BundleRefused ``file_missing`` where there is none."""
        return self._container.open(name)

    @contextmanager
    def nested(self, name: str, trust: Trust) -> Iterator[OpenBundle]:
        """Open a container inside this one, with the same checks but that of the seal.

        The limits hold over the sum of all that were opened, each counted once. Raises
        BundleRefused as ``open_bundle``, with places inside the inner container, and ``nesting``.
        """
        judging = self._judging
        limits = judging.room.limits
        if len(self._place) + 1 >= limits.nesting:
            raise refused("nesting", limit=limits.nesting)
        with Scratch(judging.scratch_folder) as scratch:
            with self._container.open(name) as file:
                copy(file, scratch)
            scratch.seek(0)
            sha256, _ = hash_stream(scratch)
            container = Container(scratch, limits)
            place = (*self._place, name)
            judging.room.take(container, place)
            arrived_inside = Arrived(container, sha256, sealed=True)
            yield _judged(arrived_inside, trust, judging, place)


@dataclass(frozen=True, slots=True)
class _Judging:
    """What all containers inside one another have in common."""

    room: Room
    scratch_folder: Path
    succession: Succession
    awaited: bool = False


@contextmanager
def open_bundle(
    path: Path,
    *,
    identities: Sequence[Identity],
    trust: Trust,
    scratch_folder: Path,
    limits: Limits = DEFAULT_LIMITS,
    succession: Succession | None = None,
    awaited: bool = False,
) -> Iterator[OpenBundle]:
    """Open a bundle; what it holds can be read until the context ends.

    ``succession`` says for which other units a certificate may sign on the day of ``trust``. With
    ``awaited`` it is one that waits for its second signature, and nothing else.

    The order is fixed: size, seal, container, signature, digests, manifest, signer's right. No XML
    or JSON is parsed before the signature over its bytes is known good. A file that is not sealed
    can only be a request, which its own certificate signs; of ``trust`` only the moment is used
    then. Raises BundleRefused, and of its kind NewerFormat for what a later program may read.
    """
    with arrived(path, identities, scratch_folder, limits) as found:
        room = Room(limits)
        room.take(found.container)
        judging = _Judging(room, scratch_folder, succession or Succession(), awaited)
        yield _judged(found, trust, judging)


def _judged(
    found: Arrived, trust: Trust, judging: _Judging, place: tuple[str, ...] = ()
) -> OpenBundle:
    """Judge a container whose structure is good; the order of the checks is in ``open_bundle``."""
    limits = judging.room.limits
    asic_manifest, signature = signed_bytes(found.container, limits)
    signer = _signer(found, asic_manifest, signature, trust)
    signed_again = second_signed_bytes(found.container, limits)
    second = _second_signer(signed_again, trust)
    digests = parse_asic_manifest(asic_manifest)
    _check_digests(found.container, digests)
    if signed_again is not None:
        first = {names.ASIC_MANIFEST: asic_manifest, names.SIGNATURE: signature}
        _check_covered(signed_again[0], digests, first)
    data = found.container.read(names.MANIFEST, limits.json)
    digest = digest_of(asic_manifest)
    try:
        manifest = parse_manifest(data, limits)
    except NewerFormat as newer:
        newer.digest, newer.sha256, newer.signer = digest, found.sha256, signer
        if not found.sealed:
            newer.stated = None  # nobody vouches for it, and it is no request that is read here
        raise
    if found.sealed == (manifest.kind == "request"):
        raise refused("seal_kind", file=names.MANIFEST, field="$.kind")
    names.check_names(manifest.kind, digests)
    _check_files(found.container, digests, manifest)
    _check_signers(signer, second, manifest, judging, trust)
    return OpenBundle(
        manifest, signer, second, digest, found.sha256, found.container, judging, place
    )


def _check_signers(
    signer: Signer, second: Signer | None, manifest: Manifest, judging: _Judging, trust: Trust
) -> None:
    succession, day = judging.succession, trust.moment.date()
    check_signer(signer, manifest, succession, day)
    check_second(second, signer, manifest, succession, day, awaited=judging.awaited)


def _signer(found: Arrived, data: bytes, signature: bytes, trust: Trust) -> Signer:
    try:
        if found.sealed:
            return verify(data, signature, trust)
        return verify_self_signed(data, signature, trust.moment)
    except SignatureRefused as error:
        raise signature_refused(error) from error


def _second_signer(signed: tuple[bytes, bytes] | None, trust: Trust) -> Signer | None:
    if signed is None:
        return None
    try:
        return verify(*signed, trust)
    except SignatureRefused as error:
        raise signature_refused(error, names.SECOND_SIGNATURE) from error


def _check_covered(data: bytes, digests: dict[str, str], first: dict[str, bytes]) -> None:
    """Refuse a second signature that covers anything but all files and the first one."""
    covered = parse_asic_manifest(data, names.SECOND_MANIFEST, names.SECOND_SIGNATURE)
    if covered != digests | {name: sha256_hex(content) for name, content in first.items()}:
        raise refused("second_signature_covers", file=names.SECOND_MANIFEST)


def _check_digests(container: Container, digests: dict[str, str]) -> None:
    """Refuse a file that is missing, extra, or not the one that was signed."""
    present = set(container.names) - names.OF_THE_FIRST - names.OF_THE_SECOND
    reasons = [Reason("file_missing", name) for name in sorted(digests.keys() - present)]
    reasons += [Reason("file_extra", name) for name in sorted(present - digests.keys())]
    if reasons:
        raise BundleRefused(*reasons)
    for name, digest in digests.items():
        with container.open(name) as file:
            if hash_stream(file)[0] != digest:
                raise refused("file_digest", file=name)


def _check_files(container: Container, digests: dict[str, str], manifest: Manifest) -> None:
    """Compare the manifest's own list of files with what is there."""
    for required in (names.README, names.MANIFEST):
        if required not in digests:
            raise refused("file_missing", file=required)
    listed = {entry.path: entry for entry in manifest.files}
    expected = digests.keys() - names.NOT_LISTED
    if listed.keys() != expected:
        different = sorted(listed.keys() ^ expected)
        raise BundleRefused(*(Reason("file_listed", name, field="$.files") for name in different))
    for name, entry in listed.items():
        if not _describes(entry, container.entries[name].size, digests[name]):
            raise refused("file_listed", file=name, field="$.files")
        register, period = names.register_of(name), names.period_of(name)
        if register is not None and register not in manifest.counts:
            raise refused("manifest_schema", file=names.MANIFEST, field="$.counts")
        if period is not None and period not in manifest.periods:
            raise refused("manifest_schema", file=names.MANIFEST, field="$.periods")
    _check_nested(digests, manifest)
    if wrong := misplaced(manifest.handed_over, digests):
        raise BundleRefused(*(Reason("case_listed", name, field="$.case") for name in wrong))


def _check_nested(digests: dict[str, str], manifest: Manifest) -> None:
    """Refuse a container inside that nobody answers for, and one that is spoken of but missing."""
    body = manifest.passed_on
    told = {name for one in (body.bundles if body else ()) for name in (one.file, one.receipt)}
    there = {name for name in digests if names.is_nested(name)}
    if told != there:
        wrong = sorted(told ^ there)
        field = "$.consolidated.bundles"
        raise BundleRefused(*(Reason("nested_listed", name, field=field) for name in wrong))


def _describes(entry: FileEntry, size: int, digest: str) -> bool:
    has_rows = names.register_of(entry.path) is not None
    return (entry.size, entry.sha256, entry.rows is not None) == (size, digest, has_rows)
