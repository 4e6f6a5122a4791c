"""From a signer's certificate up to an anchor, at a moment, and whether a list revokes it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature

from antq_desktop.crypto.keys import check_hash, check_key
from antq_desktop.crypto.reading import (
    BadCertificate,
    der_of,
    load_certificate,
    path_length,
    serial_hex,
)
from antq_desktop.crypto.reasons import Reason, SignatureRefused
from antq_desktop.crypto.revocation import RevocationList, read_revocation_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

LONGEST_PATH = 4
"""Authorities above a signer, the anchor included."""


@dataclass(frozen=True, slots=True)
class ListsSay:
    """What revocation lists say of a path that they do not refuse.

    ``made`` is when the list over the signer was made, None without one; ``doubted_since`` from
    when a key of the path may have been in other hands, None where nobody said so.
    """

    made: datetime | None = None
    doubted_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListWanted:
    """A revocation list without which nobody can say whether a signer was revoked.

    ``issuer`` is the authority's certificate, DER; ``due`` when the list at hand was to be replaced
    by its next one, None where there is no list.
    """

    issuer: bytes
    due: datetime | None


def find_path(
    signer: x509.Certificate,
    pool: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
    moment: datetime,
) -> tuple[x509.Certificate, ...]:
    """Return the authorities above ``signer``, nearest first, an anchor last.

    The path of fewest authorities whose certificates are all within their time is taken. Raises
    SignatureRefused: untrusted, expired, not_yet_valid.
    """
    paths = sorted(_paths(signer, pool, anchors, ()), key=len)
    if not paths:
        raise SignatureRefused(Reason.UNTRUSTED)
    faults = [_time_fault((signer, *path), moment) for path in paths]
    for path, fault in zip(paths, faults, strict=True):
        if fault is None:
            return path
    raise SignatureRefused(next(fault for fault in faults if fault))


def leads_to(
    signer: x509.Certificate,
    pool: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
) -> bool:
    """Say whether there is a path from ``signer`` to one of ``anchors``, at whatever time."""
    return next(_paths(signer, pool, anchors, ()), None) is not None


def list_wanted(
    path: Sequence[x509.Certificate], lists: Sequence[bytes], moment: datetime
) -> ListWanted | None:
    """Return which list is missing on a ``path`` (signer first), or was due again by ``moment``.

    None where every authority of the path has said whom it revoked.
    """
    for issuer in path[1:]:
        newest = _newest_list(issuer, lists)
        if newest is None or newest.next_update <= moment:
            due = newest.next_update if newest is not None else None
            return ListWanted(der_of(issuer), due)
    return None


def check_time(certificate: x509.Certificate, moment: datetime) -> None:
    """Refuse a certificate outside its time (expired, not_yet_valid)."""
    fault = _time_fault((certificate,), moment)
    if fault is not None:
        raise SignatureRefused(fault)


def is_whole(chain: Sequence[x509.Certificate], anchors: Sequence[x509.Certificate] = ()) -> bool:
    """Say whether each certificate of ``chain`` is signed by one in it, or by an anchor.

    A signature carries nothing else: foreign certificates are ignored, but a changed one must not
    pass for a foreign one.
    """
    return all(any(signed_by(one, issuer) for issuer in (*chain, *anchors)) for one in chain)


def check_revocation(
    path: Sequence[x509.Certificate], lists: Sequence[bytes], moment: datetime
) -> ListsSay:
    """Refuse a ``path`` (signer first) with a certificate revoked by ``moment``.

    What came after a key was lost and before anybody told is not refused: a person decides. The
    age of a list is for the caller to judge. A list that no authority of the path has signed is not
    about this path.
    """
    made: datetime | None = None
    doubted: list[datetime] = []
    for position, (certificate, issuer) in enumerate(pairwise(path)):
        newest = _newest_list(issuer, lists)
        if newest is None:
            continue
        serial = serial_hex(certificate.serial_number)
        refused = newest.revoked.get(serial)
        if refused is not None and refused <= moment:
            raise SignatureRefused(Reason.REVOKED)
        since = newest.doubted.get(serial)
        if since is not None and since <= moment:
            doubted.append(since)
        if position == 0:
            made = newest.issued_at
    return ListsSay(made, min(doubted, default=None))


def _paths(
    certificate: x509.Certificate,
    pool: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
    below: tuple[x509.Certificate, ...],
) -> Iterator[tuple[x509.Certificate, ...]]:
    """Yield every path upwards; ``below`` are the authorities between the signer and here."""
    for anchor in anchors:
        if _issued(certificate, anchor, len(below)):
            yield (*below, anchor)
    if len(below) + 1 < LONGEST_PATH:
        for authority in pool:
            if authority not in below and _issued(certificate, authority, len(below)):
                yield from _paths(authority, pool, anchors, (*below, authority))


def _issued(certificate: x509.Certificate, authority: x509.Certificate, below: int) -> bool:
    """Say whether ``authority`` may have, and has, issued it with ``below`` authorities between."""
    allowed = path_length(authority)
    if allowed is None or allowed < below or certificate.subject == authority.subject:
        # One name for both: openssl would take the certificate for its own issuer.
        return False
    try:
        usage = authority.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return usage.key_cert_sign and signed_by(certificate, authority)


def signed_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Say whether the key of ``issuer`` signed it, both of accepted kinds, and the names fit."""
    try:
        check_key(issuer.public_key())
        check_hash(certificate.signature_hash_algorithm)
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def issued_by(certificate: bytes, authority: bytes) -> bool:
    """Say whether the key of ``authority`` signed ``certificate``, both DER, and the names fit."""
    return signed_by(load_certificate(certificate), load_certificate(authority))


def _time_fault(path: Sequence[x509.Certificate], moment: datetime) -> Reason | None:
    for certificate in path:
        if moment < certificate.not_valid_before_utc:
            return Reason.NOT_YET_VALID
        if moment >= certificate.not_valid_after_utc:  # the last second is out, as for openssl
            return Reason.EXPIRED
    return None


def _newest_list(issuer: x509.Certificate, lists: Sequence[bytes]) -> RevocationList | None:
    newest: RevocationList | None = None
    for der in lists:
        try:
            found = read_revocation_list(der, der_of(issuer))
        except BadCertificate:
            continue
        if newest is None or found.number > newest.number:
            newest = found
    return newest
