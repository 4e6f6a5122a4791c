"""From a file as it arrives to a container whose structure is good: the seal and the limits."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import digest_of
from antq_desktop.bundle.container import Container
from antq_desktop.bundle.files import copy, replacing
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.refusals import BundleRefused, refused
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto.cms import read_structure
from antq_desktop.crypto.digests import StreamTooLong, hash_stream
from antq_desktop.crypto.paths import signed_by
from antq_desktop.crypto.reading import Certificate, der_of, read_certificate
from antq_desktop.crypto.reasons import Reason, SignatureRefused
from antq_desktop.crypto.sealing import Identity, NotSealedToUs, SealDamaged, unseal_stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SEALED: Final = b"age-encryption.org/v1\n"
_UNSEALED: Final = b"PK\x03\x04"
BEGINNING: Final = len(_SEALED)
"""So many bytes at the beginning of a file say what it is, see `longest`."""
_RULES: Final = {
    Reason.NOT_CMS: "signature_not_cms",
    Reason.DAMAGED: "signature_damaged",
    Reason.PROFILE: "signature_profile",
    Reason.DETACHED_ONLY: "signature_detached_only",
    Reason.SIGNERS: "signature_signers",
    Reason.NO_SIGNED_ATTRIBUTES: "signature_no_signed_attributes",
    Reason.CONTENT_TYPE: "signature_content_type",
    Reason.MESSAGE_DIGEST: "signature_message_digest",
    Reason.SIGNING_CERTIFICATE: "signature_signing_certificate",
    Reason.ALGORITHM: "signature_algorithm",
    Reason.WEAK_KEY: "signature_weak_key",
    Reason.BAD_SIGNATURE: "signature_bad_signature",
    Reason.UNTRUSTED: "signature_untrusted",
    Reason.EXPIRED: "signature_expired",
    Reason.NOT_YET_VALID: "signature_not_yet_valid",
    Reason.REVOKED: "signature_revoked",
    Reason.USAGE: "signature_usage",
    Reason.HOLDER: "signature_holder",
    Reason.UNASSIGNED: "signature_unassigned",
}


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file of which only the outside is known: its SHA-256 in hex, and whether it was sealed."""

    container: Container
    sha256: str
    sealed: bool


@contextmanager
def arrived(
    path: Path, identities: Sequence[Identity], scratch_folder: Path, limits: Limits
) -> Iterator[Arrived]:
    """Unseal a file into a scratch file and check the structure of what was in it.

    Nothing is judged yet: the content may come from anyone. Raises BundleRefused (``not_a_bundle``,
    ``too_large``, ``not_for_us``, ``seal_damaged`` and those of Container).
    """
    with Scratch(scratch_folder) as scratch:
        sha256, sealed = _unseal(path, scratch, identities, limits)
        yield Arrived(Container(scratch, limits), sha256, sealed)


def peek_authorities(
    path: Path,
    *,
    identities: Sequence[Identity],
    scratch_folder: Path,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Certificate, ...]:
    """Return the authority that lies in the signature and issued its signer, and read nothing else.

    For the first contact: a person compares its fingerprint with what the office tells; then the
    bundle is opened with it as its anchor. Until then it is anyone's. Authorities further up lie
    there too, and this one as they certified it: nobody is to compare those. Raises BundleRefused.
    """
    with arrived(path, identities, scratch_folder, limits) as found:
        data, signature = signed_bytes(found.container, limits)
    try:
        structure = read_structure(data, signature)
    except SignatureRefused as error:
        raise signature_refused(error) from error
    issuers = (
        read_certificate(der_of(one))
        for one in structure.others
        if signed_by(one, one) and signed_by(structure.signer, one)
    )
    return tuple(one for one in issuers if one.is_authority)


def unseal_to(
    path: Path,
    target: Path,
    identities: Sequence[Identity],
    *,
    scratch_folder: Path,
    limits: Limits = DEFAULT_LIMITS,
) -> None:
    """Write what was sealed to ``target``, whole or not at all, for other tools to look at.

    Nothing inside is judged. Raises BundleRefused as ``arrived`` does for the seal.
    """
    with Scratch(scratch_folder) as scratch:
        _unseal(path, scratch, identities, limits)
        scratch.seek(0)
        with replacing(target) as file:
            copy(scratch, file)


@contextmanager
def unsealed(
    path: Path,
    identities: Sequence[Identity],
    *,
    digest: str,
    scratch_folder: Path,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[IO[bytes]]:
    """Yield the container of a bundle that was judged before, from its beginning, to pass it on.

    It must still have the ``digest`` that it had. Raises BundleRefused as ``arrived``, and
    ``file_digest`` for another bundle under its name.
    """
    with Scratch(scratch_folder) as scratch:
        _unseal(path, scratch, identities, limits)
        data, _ = signed_bytes(Container(scratch, limits), limits)
        if digest_of(data) != digest:
            raise refused("file_digest", file=names.ASIC_MANIFEST)
        scratch.seek(0)
        yield scratch


def signed_bytes(container: Container, limits: Limits) -> tuple[bytes, bytes]:
    """Return ASiCManifest001.xml and its signature as they are."""
    data = container.read(names.ASIC_MANIFEST, limits.digests)
    return data, container.read(names.SIGNATURE, limits.signature)


def second_signed_bytes(container: Container, limits: Limits) -> tuple[bytes, bytes] | None:
    """Return ASiCManifest002.xml and its signature as they are; None where neither is there.

    Raises BundleRefused (``second_signature_missing``) where one of them is.
    """
    there = names.OF_THE_SECOND & set(container.names)
    if not there:
        return None
    for name in sorted(names.OF_THE_SECOND - there):
        raise refused("second_signature_missing", file=name)
    data = container.read(names.SECOND_MANIFEST, limits.digests)
    return data, container.read(names.SECOND_SIGNATURE, limits.signature)


def signature_refused(error: SignatureRefused, name: str = names.SIGNATURE) -> BundleRefused:
    """Return the refusal of a bundle whose signature is refused, ``signature_<reason>``."""
    return refused(_RULES[error.reason], file=name)


def longest(beginning: bytes, limits: Limits) -> int | None:
    """Return how many bytes a file that begins so may have; None for what is no bundle."""
    if beginning.startswith(_SEALED):
        return limits.sealed
    return limits.unsealed if beginning.startswith(_UNSEALED) else None


def _unseal(
    path: Path, scratch: Scratch, identities: Sequence[Identity], limits: Limits
) -> tuple[str, bool]:
    """Fill the scratch file; return the SHA-256 of the file and whether it was sealed."""
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
        sealed, limit = beginning == _SEALED, longest(beginning, limits)
        if limit is None:
            raise refused("not_a_bundle")
        file.seek(0)
        try:
            sha256, _ = hash_stream(file, limit)
        except StreamTooLong as error:
            raise refused("too_large", limit=limit) from error
        file.seek(0)
        if sealed:
            _open_seal(file, scratch, identities)
        else:
            copy(file, scratch)
    return sha256, sealed


def _open_seal(file: IO[bytes], scratch: Scratch, identities: Sequence[Identity]) -> None:
    try:
        unseal_stream(file, scratch, identities)
    except NotSealedToUs as error:
        raise refused("not_for_us") from error
    except SealDamaged as error:
        raise refused("seal_damaged") from error
