"""Revocation lists (X.509 CRL): what an authority no longer stands for, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from antq_desktop.crypto.issuing import load_authority
from antq_desktop.crypto.keys import check_hash, check_key
from antq_desktop.crypto.reading import (
    UNREADABLE,
    BadCertificate,
    check_spare_bits,
    load_certificate,
    serial_hex,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RevocationReason: TypeAlias = Literal[
    "unspecified", "keyCompromise", "affiliationChanged", "superseded", "cessationOfOperation"
]
"""Why a certificate was revoked, by the names of RFC 5280, 5.3.1."""


@dataclass(frozen=True, slots=True)
class Revoked:
    """One revocation: the serial as ``Certificate.serial``, and from when it is effective.

    ``known`` is when it was told, where that was later: a stolen PC is missed after the theft.
    """

    serial: str
    effective: datetime
    reason: RevocationReason = "unspecified"
    known: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """Which list of an authority it is: the number only grows; when it is made, the next due."""

    number: int
    issued_at: datetime
    next_update: datetime


@dataclass(frozen=True, slots=True)
class RevocationList:
    """A verified list: its number, when it was made, when the next is due.

    ``revoked`` is from when each serial is refused, ``doubted`` from when its key may have been in
    other hands, where that is earlier: what came between the two is for a person to decide.
    """

    number: int
    issued_at: datetime
    next_update: datetime
    revoked: Mapping[str, datetime]
    doubted: Mapping[str, datetime]


def new_revocation_list(
    ca_certificate: bytes, ca_key_pkcs8: bytes, revoked: Sequence[Revoked], edition: Edition
) -> bytes:
    """Return a list with all revocations of an authority so far, DER."""
    authority, key = load_authority(ca_certificate, ca_key_pkcs8)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.subject)
        .last_update(_seconds(edition.issued_at))
        .next_update(_seconds(edition.next_update))
        .add_extension(x509.CRLNumber(edition.number), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
    )
    for one in revoked:
        builder = builder.add_revoked_certificate(_entry(one))
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def read_revocation_list(der: bytes, ca_certificate: bytes) -> RevocationList:
    """Read a list and verify that this authority signed it; raises BadCertificate.

    A list that is only valid under conditions (a critical extension: partial, indirect, delta) is
    not accepted.
    """
    authority = load_certificate(ca_certificate)
    try:
        check_spare_bits(der)
        found = x509.load_der_x509_crl(der)
        check_hash(found.signature_hash_algorithm)
        key = check_key(authority.public_key())
        sound = found.issuer == authority.subject and found.is_signature_valid(key)
        extensions = [*found.extensions, *(e for entry in found for e in entry.extensions)]
        number = found.extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
        revoked = {serial_hex(entry.serial_number): entry.revocation_date_utc for entry in found}
        doubted = {serial_hex(entry.serial_number): _invalid_since(entry) for entry in found}
        issued_at, next_update = found.last_update_utc, found.next_update_utc
    except (*UNREADABLE, x509.ExtensionNotFound) as error:
        raise BadCertificate("not a revocation list") from error
    if not sound or next_update is None or any(one.critical for one in extensions):
        raise BadCertificate("not a whole revocation list of this authority")
    earlier = {one: since for one, since in doubted.items() if since and since < revoked[one]}
    return RevocationList(number, issued_at, next_update, revoked, earlier)


def _invalid_since(entry: x509.RevokedCertificate) -> datetime | None:
    try:
        return entry.extensions.get_extension_for_class(
            x509.InvalidityDate
        ).value.invalidity_date_utc
    except x509.ExtensionNotFound:
        return None


def _entry(one: Revoked) -> x509.RevokedCertificate:
    known = max(one.effective, one.known or one.effective)
    builder = (
        x509.RevokedCertificateBuilder()
        .serial_number(int(one.serial, 16))
        .revocation_date(_seconds(known))
    )
    if one.effective < known:
        # RFC 5280, 5.3.2: the day of the theft; the other date is never before an earlier list.
        since = x509.InvalidityDate(_seconds(one.effective).replace(tzinfo=None))
        builder = builder.add_extension(since, critical=False)
    if one.reason != "unspecified":  # RFC 5280, 5.3.1: left out rather than said
        reason = x509.CRLReason(x509.ReasonFlags(one.reason))
        builder = builder.add_extension(reason, critical=False)
    return builder.build()


def _seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
