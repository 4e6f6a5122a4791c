"""Making certificates and requests: what an office's authority signs, and what is sent to it.

Moments are aware datetimes; a certificate knows whole seconds.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization

from antq_desktop.crypto.holders import Holder, alternative_name_of, subject_of
from antq_desktop.crypto.keys import (
    PrivateKey,
    PublicKey,
    SigningKey,
    check_key,
    load_private,
)
from antq_desktop.crypto.reading import BadCertificate, Request, load_certificate, path_length

LONGEST_DAYS = 1095
"""The longest life of a signer's certificate: three years."""

# A request is read on another PC, whose clock may be behind; no trust hangs on this date.
_REQUEST_BACKDATED = timedelta(days=1)
_NO_USAGE = dict.fromkeys(
    (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    ),
    False,
)
SIGNER_USAGE = x509.KeyUsage(**_NO_USAGE | {"digital_signature": True, "content_commitment": True})
AUTHORITY_USAGE = x509.KeyUsage(**_NO_USAGE | {"key_cert_sign": True, "crl_sign": True})


def new_authority(
    key_pkcs8: bytes, office: Holder, *, at: datetime, years: int = 10, pathlen: int = 2
) -> bytes:
    """Return the self-signed certificate of an office's authority, DER.

    ``office`` has the role ``office`` and the unit's name as the person too. ``pathlen``
    authorities may stand below it.
    """
    key = load_private(key_pkcs8)
    subject = subject_of(office)
    builder = _builder(subject, subject, key.public_key(), key.public_key())
    builder = _as_authority(builder, alternative_name_of(office), pathlen)
    return _signed(builder, key, at, at + timedelta(days=365 * years))


def certify_authority(
    ca_certificate: bytes, ca_key_pkcs8: bytes, lower: bytes, *, at: datetime
) -> bytes:
    """Certify a lower office's authority, so that chains from it end here too; DER.

    Name and key stay as in ``lower``, its self-signed certificate; the path length is counted
    down, and it lives no longer than either. BadCertificate where ``lower`` is no sound authority
    or the path length is used up.
    """
    upper, key = load_authority(ca_certificate, ca_key_pkcs8)
    inner = load_certificate(lower)
    allowed, wanted = path_length(upper), path_length(inner)
    if not allowed or wanted is None:
        raise BadCertificate("this authority may not certify that one")
    try:
        public_key = check_key(inner.public_key())
        inner.verify_directly_issued_by(inner)
        name = inner.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound) as error:
        raise BadCertificate("not the self-signed certificate of an office") from error
    builder = _builder(inner.subject, upper.subject, public_key, key.public_key())
    builder = _as_authority(builder, name, min(wanted, allowed - 1))
    end = min(upper.not_valid_after_utc, inner.not_valid_after_utc)
    return _signed(builder, key, at, end)


def new_request(key: SigningKey, holder: Holder) -> bytes:
    """Return a PKCS#10 request, DER, signed with the key it is about."""
    builder = x509.CertificateSigningRequestBuilder(subject_of(holder))
    builder = builder.add_extension(alternative_name_of(holder), critical=False)
    request = builder.sign(load_private(key), hashes.SHA256())
    return request.public_bytes(serialization.Encoding.DER)


def issue(
    ca_certificate: bytes,
    ca_key_pkcs8: bytes,
    request: Request,
    *,
    at: datetime,
    days: int = LONGEST_DAYS,
) -> bytes:
    """Return a signer's certificate for a request that a person has compared, DER.

    It ends after ``days`` (at most three years), or with the authority if that is sooner.
    BadCertificate for a signer with both names of the authority.
    """
    if not 0 < days <= LONGEST_DAYS:
        raise ValueError("a signer's certificate lives three years at most")
    upper, key = load_authority(ca_certificate, ca_key_pkcs8)
    public_key = check_key(serialization.load_der_public_key(request.public_key))
    if subject_of(request.holder) == upper.subject:
        raise BadCertificate("a signer by the name of the authority: openssl would not tell them")
    builder = _builder(subject_of(request.holder), upper.subject, public_key, key.public_key())
    builder = _as_signer(builder, request.holder)
    return _signed(builder, key, at, min(at + timedelta(days=days), upper.not_valid_after_utc))


def self_signed(signing: SigningKey, holder: Holder, at: datetime) -> bytes:
    """Return the certificate with which a request is signed before an office knows the key, DER.

    It proves that the sender has the key, and nothing else.
    """
    key = load_private(signing)
    subject = subject_of(holder)
    builder = _as_signer(_builder(subject, subject, key.public_key(), key.public_key()), holder)
    start = at - _REQUEST_BACKDATED
    return _signed(builder, key, start, start + timedelta(days=LONGEST_DAYS))


def _builder(
    subject: x509.Name, issuer: x509.Name, subject_key: PublicKey, issuer_key: PublicKey
) -> x509.CertificateBuilder:
    own = x509.SubjectKeyIdentifier.from_public_key(subject_key)
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(subject_key)
        # RFC 5280, 4.1.2.2: positive, 20 bytes at most; the first bit set keeps the length.
        .serial_number(secrets.randbits(158) | 1 << 158)
        .add_extension(own, critical=False)
        .add_extension(authority, critical=False)
    )


def _as_authority(
    builder: x509.CertificateBuilder, name: x509.SubjectAlternativeName, pathlen: int
) -> x509.CertificateBuilder:
    return (
        builder.add_extension(x509.BasicConstraints(ca=True, path_length=pathlen), critical=True)
        .add_extension(AUTHORITY_USAGE, critical=True)
        .add_extension(name, critical=False)
    )


def _as_signer(builder: x509.CertificateBuilder, holder: Holder) -> x509.CertificateBuilder:
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(SIGNER_USAGE, critical=True)
        .add_extension(alternative_name_of(holder), critical=False)
    )


def _signed(
    builder: x509.CertificateBuilder, key: PrivateKey, start: datetime, end: datetime
) -> bytes:
    return (
        builder.not_valid_before(start.astimezone(UTC).replace(microsecond=0))
        .not_valid_after(end.astimezone(UTC).replace(microsecond=0))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )


def load_authority(certificate: bytes, key_pkcs8: bytes) -> tuple[x509.Certificate, PrivateKey]:
    """Return an authority and its key; BadCertificate where they do not belong together."""
    authority, key = load_certificate(certificate), load_private(key_pkcs8)
    if path_length(authority) is None or authority.public_key() != key.public_key():
        raise BadCertificate("not an authority, or not its key")
    return authority, key
