"""Certificates of others: the roots of the State's authorities, and who signs under them.

Such a certificate names a person, and no unit: whom it stands for is said by the office that takes
what he signs, for exactly that certificate.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509.oid import ExtendedKeyUsageOID

from antq_desktop.crypto.keys import WeakKey, check_hash, check_key
from antq_desktop.crypto.paths import (
    ListWanted,
    check_revocation,
    check_time,
    find_path,
    list_wanted,
    signed_by,
)
from antq_desktop.crypto.reading import (
    UNREADABLE,
    BadCertificate,
    load_certificate,
    path_length,
)
from antq_desktop.crypto.reasons import Reason, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.crypto.holders import Holder

_PEM = b"-----BEGIN "

AnchorFault = Literal["not_ca", "weak"]
"""Why a certificate is no anchor: it certifies nobody, or its key or hash is outside the list."""


@dataclass(frozen=True, slots=True)
class Further:
    """The anchors of others that a reader trusts besides its own.

    ``anchors`` are self-signed, ``authorities`` stand under them, all DER; ``lists`` are revocation
    lists of both. ``holders`` says for whom a certificate stands, by the SHA-256 of its DER in hex.
    """

    anchors: tuple[bytes, ...] = ()
    authorities: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    holders: Mapping[str, Holder] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_FURTHER = Further()


def certificate_from(data: bytes) -> bytes:
    """Return the DER of the certificate in a file, PEM or DER; raises BadCertificate."""
    try:
        if data.lstrip().startswith(_PEM):
            data = x509.load_pem_x509_certificate(data).public_bytes(serialization.Encoding.DER)
    except UNREADABLE as error:
        raise BadCertificate("not a certificate") from error
    load_certificate(data)
    return data


def list_from(data: bytes) -> bytes:
    """Return the DER of the revocation list in a file, PEM or DER; raises BadCertificate."""
    try:
        if data.lstrip().startswith(_PEM):
            return x509.load_pem_x509_crl(data).public_bytes(serialization.Encoding.DER)
        _ = x509.load_der_x509_crl(data).issuer
    except UNREADABLE as error:
        raise BadCertificate("not a revocation list") from error
    return data


def list_names(der: bytes, authority: bytes) -> bool:
    """Say whether a list says of itself that this authority (DER) made it; unverified."""
    return x509.load_der_x509_crl(der).issuer == load_certificate(authority).subject


def anchor_fault(der: bytes) -> AnchorFault | None:
    """Return why a certificate cannot be an anchor, or stand under one; None where it can."""
    found = load_certificate(der)
    try:
        check_key(found.public_key())
        check_hash(found.signature_hash_algorithm)
        usage = found.extensions.get_extension_for_class(x509.KeyUsage).value
    except WeakKey:
        return "weak"
    except x509.ExtensionNotFound:
        return "not_ca"
    return None if path_length(found) is not None and usage.key_cert_sign else "not_ca"


def is_root(der: bytes) -> bool:
    """Say whether a certificate is signed by its own key."""
    found = load_certificate(der)
    return signed_by(found, found)


def standing(der: bytes, further: Further, moment: datetime) -> Reason | ListWanted | None:
    """Return what keeps a certificate of others from counting at ``moment``; None where it counts.

    That is its time, a missing way to an anchor, a list that revokes it or an authority above it,
    or one that is not at hand. A root has nothing above it.
    """
    found = load_certificate(der)
    try:
        if is_root(der):
            check_time(found, moment)
            return None
        pool = [load_certificate(one) for one in further.authorities]
        above = find_path(found, pool, [load_certificate(one) for one in further.anchors], moment)
        path = (found, *above)
        check_revocation(path, further.lists, moment)
    except SignatureRefused as refused:
        return refused.reason
    return list_wanted(path, further.lists, moment)


def names_in(der: bytes) -> tuple[str, str]:
    """Return subject and issuer of a certificate as text (RFC 4514), for people to compare."""
    found = load_certificate(der)
    return found.subject.rfc4514_string(), found.issuer.rfc4514_string()


def signer_fault(der: bytes) -> Literal["weak", "usage"] | None:
    """Return why nobody can sign with a certificate of others; None where somebody can."""
    found = load_certificate(der)
    try:
        check_key(found.public_key())
    except WeakKey:
        return "weak"
    authority = path_length(found) is not None
    return None if not authority and signs_for_a_person(found) else "usage"


def signs_for_a_person(certificate: x509.Certificate) -> bool:
    """Say whether a certificate of others is one with which a person signs.

    Its key usage has nonRepudiation, by which he answers for what he signs, and does not certify;
    an extended usage, where there is one, has emailProtection, as other programs want it, too.
    """
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    try:
        extended = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        extended = None
    fits = extended is None or ExtendedKeyUsageOID.EMAIL_PROTECTION in extended
    return usage.content_commitment and not usage.key_cert_sign and fits
