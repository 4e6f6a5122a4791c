"""Reading certificates and requests (X.509, PKCS#10) without judging them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from asn1crypto import core
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.holders import BadHolder, Holder, holder_of
from antq_desktop.crypto.keys import check_hash, check_key, spki

if TYPE_CHECKING:
    from datetime import datetime

UNLIMITED = 99
"""The path length of an authority that names none."""

UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    OverflowError,
    UserWarning,  # where warnings are errors: an odd name or number
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
"""What the library raises for bytes that are no certificate, request or list, or odd ones."""


class BadCertificate(ValueError):
    """Not a certificate, request or list, or one that breaks the rules of this program."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What this program reads in a certificate.

    ``serial`` is lower-case hex, ``fingerprint`` the SHA-256 of ``der`` in hex, ``public_key`` a
    SubjectPublicKeyInfo in DER. ``holder`` is None where the certificate does not name one in our
    way, as authorities of others do.
    """

    der: bytes = field(repr=False)
    serial: str
    holder: Holder | None
    is_authority: bool
    fingerprint: str
    public_key: bytes = field(repr=False)
    not_before: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """A verified PKCS#10 request: who asks, and the key to certify (SubjectPublicKeyInfo DER)."""

    holder: Holder
    public_key: bytes


def check_spare_bits(der: bytes) -> None:
    """Refuse a signature value that is not whole bytes: its spare bits could change unseen.

    ``der`` is a certificate, request or list, whose third part is the signature. Raises
    ValueError, TypeError or KeyError where it is none of these.
    """
    if core.Sequence.load(der, strict=True)[2].contents[:1] != b"\0":
        raise BadCertificate("a signature that is not whole bytes")


def load_certificate(der: bytes) -> x509.Certificate:
    """Return the parsed certificate; BadCertificate unless all of it can be read."""
    try:
        # For this the library only warns.
        if asn1.Certificate.load(der, strict=True).serial_number <= 0:
            raise BadCertificate("a serial number that is not positive")
        check_spare_bits(der)
        certificate = x509.load_der_x509_certificate(der)
        _ = certificate.extensions, certificate.signature_hash_algorithm
        _ = certificate.subject, certificate.issuer, certificate.public_key()
    except UNREADABLE as error:
        raise BadCertificate("not a certificate") from error
    return certificate


def read_certificate(der: bytes) -> Certificate:
    """Read a certificate without judging it; raises BadCertificate."""
    certificate = load_certificate(der)
    holder = None
    with contextlib.suppress(BadHolder):
        holder = holder_of(certificate.subject, certificate.extensions)
    return Certificate(
        der=der,
        serial=serial_hex(certificate.serial_number),
        holder=holder,
        is_authority=path_length(certificate) is not None,
        fingerprint=sha256_hex(der),
        public_key=certificate.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )


def common_name(der: bytes) -> str:
    """Return whom a certificate of anybody names (CN), empty where it names nobody; BadCertificate.

    Those of the State's authorities have no other name that a person would know.
    """
    names = load_certificate(der).subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return " ".join(str(names[0].value).split()) if names else ""


def read_request(der: bytes) -> Request:
    """Read a request and verify its own signature and kind of key; raises BadCertificate."""
    try:
        check_spare_bits(der)
        request = x509.load_der_x509_csr(der)
        key = check_key(request.public_key())
        check_hash(request.signature_hash_algorithm)
        holder = holder_of(request.subject, request.extensions)
        sound = request.is_signature_valid
    except UNREADABLE as error:
        raise BadCertificate("not a request that can be certified") from error
    if not sound:
        raise BadCertificate("the signature of the request is wrong")
    return Request(holder, spki(key))


def der_of(certificate: x509.Certificate) -> bytes:
    """Return the DER bytes of a parsed certificate, as they were read."""
    return certificate.public_bytes(serialization.Encoding.DER)


def path_length(certificate: x509.Certificate) -> int | None:
    """Return how many authorities may stand below this one; None where it is no authority."""
    try:
        value = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound:
        return None
    if not value.ca:
        return None
    return UNLIMITED if value.path_length is None else value.path_length


def serial_hex(number: int) -> str:
    """Return a serial number as lower-case hex, an even number of digits."""
    return number.to_bytes((number.bit_length() + 7) // 8 or 1, "big").hex()
