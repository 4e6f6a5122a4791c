"""Detached CAdES-B signatures over bytes (ETSI EN 319 122-1): making and judging them.

pyHanko writes them, and has the last word on their value and path; what it does not insist on is
checked before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from antq_desktop.crypto import hanko
from antq_desktop.crypto.cms import Structure, read_structure
from antq_desktop.crypto.foreign import NOTHING_FURTHER, Further, signs_for_a_person
from antq_desktop.crypto.issuing import SIGNER_USAGE
from antq_desktop.crypto.keys import WeakKey, check_key, load_private
from antq_desktop.crypto.paths import (
    ListWanted,
    check_revocation,
    check_time,
    find_path,
    is_whole,
    leads_to,
    list_wanted,
    signed_by,
)
from antq_desktop.crypto.reading import Certificate, der_of, load_certificate, read_certificate
from antq_desktop.crypto.reasons import Reason, SignatureRefused
from antq_desktop.crypto.token_keys import TokenRsaKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from antq_desktop.crypto.keys import SigningKey

__all__ = [
    "Further",
    "ListWanted",
    "Mark",
    "Reason",
    "SignatureRefused",
    "Signer",
    "Trust",
    "sign",
    "sign_pdf",
    "verify",
    "verify_self_signed",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """What shows a signature on paper.

    ``page`` counts from 0; ``box`` is left, foot, right, top on it in points from below left;
    ``picture`` is a PDF of one page, as large as the box.
    """

    page: int
    box: tuple[float, float, float, float]
    picture: bytes


@dataclass(frozen=True, slots=True)
class Trust:
    """Against what a signature is judged.

    ``anchors`` are DER certificates of authorities, ``revocation_lists`` DER lists in any order,
    also of authorities that do not matter here; ``moment`` is the aware moment of judgement (for
    a bundle, of its receipt). ``authorities`` are certificates that may stand between a signer and
    an anchor though his signature does not bring them: those that an office gave to lower offices.
    ``further`` are the anchors of others, whose certificates name no unit.
    """

    anchors: tuple[bytes, ...]
    revocation_lists: tuple[bytes, ...]
    moment: datetime
    authorities: tuple[bytes, ...] = ()
    further: Further = NOTHING_FURTHER


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed.

    ``chain`` holds the authorities above the certificate, nearest first, the anchor last; empty
    for a self-signed one. ``claimed_at`` is the signer's own word. ``list_issued_at`` is when the
    list that covers the certificate was made; None where there is none. ``doubted_since``: the key
    may have been in other hands from then on, and nobody had told at the moment of judgement.
    ``foreign``: he was certified under a further anchor, and is whom the reader says. There
    ``list_wanted`` names a list without which nobody knows whether he was revoked.
    """

    certificate: Certificate
    chain: tuple[Certificate, ...]
    claimed_at: datetime | None
    list_issued_at: datetime | None
    doubted_since: datetime | None = None
    foreign: bool = False
    list_wanted: ListWanted | None = None


def sign(
    data: bytes, key: SigningKey, certificate: bytes, chain: Sequence[bytes], at: datetime
) -> bytes:
    """Return a detached CAdES-B signature over ``data``, DER, with certificate and ``chain`` in it.

    ``chain`` reaches up to self-signed authorities, so that each certificate in it can be checked
    whatever the reader's anchor is; it may be empty. ``at`` is the signing time that the signer
    claims. ValueError for a chain with an end missing, and for another key than the certificate's;
    for a key on a token also TokenRefused. An RSA key on a token that can signs by RSASSA-PSS.
    """
    _check_own(key, certificate, chain)
    pss = isinstance(key, TokenRsaKey) and key.pss
    return hanko.sign(data, hanko.signer_of(key, certificate, chain, pss=pss), at)


def sign_pdf(
    pdf: bytes,
    key: SigningKey,
    certificate: bytes,
    chain: Sequence[bytes],
    at: datetime,
    mark: Mark,
) -> bytes:
    """Return a PDF with a PAdES signature (B-B) added to it, and its visible mark.

    Arguments and errors are those of ``sign``; RSA keys sign by PKCS#1 v1.5, which every reader of
    PDF knows.
    """
    from antq_desktop.crypto import pades

    _check_own(key, certificate, chain)
    return pades.sign_pdf(pdf, hanko.signer_of(key, certificate, chain), at, mark)


def _check_own(key: SigningKey, certificate: bytes, chain: Sequence[bytes]) -> None:
    if load_certificate(certificate).public_key() != load_private(key).public_key():
        raise ValueError("not the key of this certificate")
    if not is_whole([load_certificate(der) for der in chain]):
        raise ValueError("the chain does not reach up to self-signed authorities")


def verify(data: bytes, signature: bytes, trust: Trust) -> Signer:
    """Judge a detached signature: its form, its value, and the path from its signer to an anchor.

    Raises SignatureRefused for whatever is wrong with the signature. Whether the signer may sign
    this, and for this unit, is for the caller to judge. BadCertificate where an anchor is none.
    """
    anchors = [load_certificate(der) for der in trust.anchors]
    found = read_structure(data, signature)
    pool = [*found.others, *map(load_certificate, trust.authorities)]
    if not leads_to(found.signer, pool, anchors):
        further = [load_certificate(der) for der in trust.further.anchors]
        known = [*found.others, *map(load_certificate, trust.further.authorities)]
        if leads_to(found.signer, known, further):
            return _verify_foreign(data, found, trust, known, further)
        certificate = _check_key(found)
        if certificate.holder is None or is_whole(found.others, anchors):
            # Whoever nobody here knows need not be told that his certificate is not of our form.
            raise SignatureRefused(Reason.UNTRUSTED)
    certificate = _check_signer(found)
    if not is_whole(found.others, anchors):
        raise SignatureRefused(Reason.DAMAGED)
    path = find_path(found.signer, pool, anchors, trust.moment)
    said = check_revocation((found.signer, *path), trust.revocation_lists, trust.moment)
    hanko.check(data, found.signed_data, trust.anchors, trust.authorities, trust.moment)
    chain = tuple(read_certificate(der_of(one)) for one in path)
    return Signer(certificate, chain, found.claimed_at, said.made, said.doubted_since)


def _verify_foreign(
    data: bytes,
    found: Structure,
    trust: Trust,
    pool: Sequence[x509.Certificate],
    anchors: Sequence[x509.Certificate],
) -> Signer:
    """Judge a signature by a certificate under a further anchor.

    What the certificate says of a unit counts for nothing, even in our own way: who he is was told
    to the reader by a person, for this very certificate.
    """
    further = trust.further
    certificate = _check_key(found)
    if certificate.is_authority or not signs_for_a_person(found.signer):
        raise SignatureRefused(Reason.USAGE)
    if not is_whole(found.others, [*pool, *anchors]):
        raise SignatureRefused(Reason.DAMAGED)
    path = find_path(found.signer, pool, anchors, trust.moment)
    whole = (found.signer, *path)
    said = check_revocation(whole, further.lists, trust.moment)
    hanko.check(data, found.signed_data, further.anchors, further.authorities, trust.moment)
    holder = further.holders.get(certificate.fingerprint)
    if holder is None:
        raise SignatureRefused(Reason.UNASSIGNED)
    return Signer(
        replace(certificate, holder=holder),
        tuple(read_certificate(der_of(one)) for one in path),
        found.claimed_at,
        said.made,
        said.doubted_since,
        foreign=True,
        list_wanted=list_wanted(whole, further.lists, trust.moment),
    )


def verify_self_signed(data: bytes, signature: bytes, moment: datetime) -> Signer:
    """Judge the signature on a request, whose signer no office knows yet.

    It proves that the sender has the key of the certificate inside, and nothing else; the checks
    are those of ``verify``. Raises SignatureRefused.
    """
    found = read_structure(data, signature)
    certificate = _check_signer(found)
    if found.others or not signed_by(found.signer, found.signer):
        raise SignatureRefused(Reason.UNTRUSTED)
    check_time(found.signer, moment)
    hanko.check(data, found.signed_data, (certificate.der,), (), moment)
    return Signer(certificate, (), found.claimed_at, None)


def _check_key(found: Structure) -> Certificate:
    """Check the key of the signer's certificate."""
    try:
        key = check_key(found.signer.public_key())
    except WeakKey as error:
        raise SignatureRefused(Reason.WEAK_KEY) from error
    if isinstance(key, rsa.RSAPublicKey) is (found.algorithm == "ecdsa"):
        raise SignatureRefused(Reason.ALGORITHM)
    return read_certificate(der_of(found.signer))


def _check_signer(found: Structure) -> Certificate:
    """Check key, usage and holder of the signer's certificate."""
    certificate = _check_key(found)
    if certificate.is_authority or not _signs_only(found.signer.extensions):
        raise SignatureRefused(Reason.USAGE)
    if certificate.holder is None:
        raise SignatureRefused(Reason.HOLDER)
    return certificate


def _signs_only(extensions: x509.Extensions) -> bool:
    """Say whether the key usage is, critically, that of a signer, and no extended usage stands."""
    usages = [one for one in extensions if isinstance(one.value, x509.KeyUsage)]
    extended = any(isinstance(one.value, x509.ExtendedKeyUsage) for one in extensions)
    return [(one.critical, one.value) for one in usages] == [(True, SIGNER_USAGE)] and not extended
