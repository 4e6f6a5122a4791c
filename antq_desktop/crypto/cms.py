"""The structure of a detached CAdES-B signature (RFC 5652, 5035): what must be there, and is right.

Libraries, pyHanko included, accept much more: these checks come before theirs.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, tsp

from antq_desktop.crypto.keys import HASHES
from antq_desktop.crypto.reading import BadCertificate, der_of, load_certificate
from antq_desktop.crypto.reasons import Reason, SignatureRefused

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography import x509

CERTIFICATE_LIMIT = 8
"""Certificates in one signature; more could only cost time."""

# What asn1crypto raises while it reads, mostly only at the first look into a part.
_UNREADABLE = (ValueError, TypeError, KeyError, OverflowError, RecursionError)
_NULL = b"\x05\x00"


@dataclass(frozen=True, slots=True)
class Structure:
    """A signature whose structure is right; nothing is said yet of its value or of trust.

    ``algorithm`` is ``ecdsa``, ``rsassa_pkcs1v15`` or ``rsassa_pss``; ``signed_data`` the library's
    own object, for its further checks.
    """

    signer: x509.Certificate
    others: tuple[x509.Certificate, ...]
    algorithm: str
    claimed_at: datetime | None
    signed_data: Any


def read_structure(data: bytes, signature: bytes) -> Structure:
    """Read a detached signature and check all but trust and the signature value.

    Raises SignatureRefused: not_cms, damaged, profile, detached_only, signers, algorithm,
    no_signed_attributes, content_type, message_digest, signing_certificate.
    """
    signed = _signed_data(signature)
    try:
        info = _only_signer(signed)
        digest = _digest_of(info)
        algorithm = _algorithm_of(info, digest)
        _check_profile(signed, info)
        certificates = [load_certificate(choice.chosen.dump()) for choice in signed["certificates"]]
        signer = _signer_among(certificates, info)
        attributes = _attributes_of(info)
        _check_attributes(attributes, signer, hashlib.new(digest, data).digest())
        claimed = attributes["signing_time"].native if "signing_time" in attributes else None
    except SignatureRefused:
        raise
    except (*_UNREADABLE, BadCertificate) as error:
        raise SignatureRefused(Reason.DAMAGED) from error
    others = tuple(one for one in certificates if one is not signer)
    return Structure(signer, others, algorithm, claimed, signed)


def _signed_data(signature: bytes) -> Any:
    try:
        content = cms.ContentInfo.load(signature, strict=True)
        if content["content_type"].native == "signed_data":
            return content["content"]
    except _UNREADABLE as error:
        raise SignatureRefused(Reason.NOT_CMS) from error
    raise SignatureRefused(Reason.NOT_CMS)


def _only_signer(signed: Any) -> Any:
    if len(signed["signer_infos"]) != 1:
        raise SignatureRefused(Reason.SIGNERS)
    if signed["encap_content_info"]["content_type"].native != "data":
        raise SignatureRefused(Reason.CONTENT_TYPE)
    if signed["encap_content_info"]["content"].native is not None:
        raise SignatureRefused(Reason.DETACHED_ONLY)
    return signed["signer_infos"][0]


def _digest_of(info: Any) -> str:
    name = str(info["digest_algorithm"]["algorithm"].native)
    if name not in HASHES or not _plain(info["digest_algorithm"]):
        raise SignatureRefused(Reason.ALGORITHM)
    return name


def _algorithm_of(info: Any, digest: str) -> str:
    """Return the kind of signature; it must be over the hash that the digest uses."""
    declared = info["signature_algorithm"]
    name = str(declared["algorithm"].native)
    if name in ("rsassa_pkcs1v15", f"{digest}_rsa") and _plain(declared):
        return "rsassa_pkcs1v15"
    if name == f"{digest}_ecdsa" and _plain(declared):
        return "ecdsa"
    if name == "rsassa_pss":
        parameters = declared["parameters"]
        mask = parameters["mask_gen_algorithm"]
        if (
            parameters["hash_algorithm"]["algorithm"].native == digest
            and mask["algorithm"].native == "mgf1"
            and mask["parameters"]["algorithm"].native == digest
        ):
            return name
    raise SignatureRefused(Reason.ALGORITHM)


def _plain(algorithm: Any) -> bool:
    """Say whether an algorithm has no parameters, or NULL."""
    return algorithm["parameters"].dump() in (b"", _NULL)


def _check_profile(signed: Any, info: Any) -> None:
    """Refuse what nothing protects: a changed byte there would not be found."""
    digests = [one.dump() for one in signed["digest_algorithms"]]
    kinds = {choice.name for choice in signed["certificates"]}
    fits = (
        signed["version"].native == "v1"
        and info["version"].native == "v1"
        and info["sid"].name == "issuer_and_serial_number"
        and digests == [info["digest_algorithm"].dump()]
        and kinds <= {"certificate"}
        and len(signed["certificates"]) <= CERTIFICATE_LIMIT
        and signed["crls"].native is None
        and info["unsigned_attrs"].native is None
    )
    if not fits:
        raise SignatureRefused(Reason.PROFILE)


def _signer_among(certificates: list[x509.Certificate], info: Any) -> x509.Certificate:
    wanted = info["sid"].chosen
    issuer, serial = wanted["issuer"].dump(), wanted["serial_number"].native
    found = [
        one
        for one in certificates
        if one.serial_number == serial and one.issuer.public_bytes() == issuer
    ]
    if len(found) != 1:
        raise SignatureRefused(Reason.SIGNING_CERTIFICATE)
    return found[0]


def _attributes_of(info: Any) -> dict[str, Any]:
    """Return the signed attributes by name; each stands once, with one value, in DER order."""
    attributes = info["signed_attrs"]
    encoded = [one.dump() for one in attributes]
    if not encoded:
        raise SignatureRefused(Reason.NO_SIGNED_ATTRIBUTES)
    names = [str(one["type"].native) for one in attributes]
    values = [one["values"] for one in attributes]
    if (
        encoded != sorted(encoded)
        or len(set(names)) != len(names)
        or any(len(one) != 1 for one in values)
    ):
        raise SignatureRefused(Reason.PROFILE)
    return {name: value[0] for name, value in zip(names, values, strict=True)}


def _check_attributes(
    attributes: dict[str, Any], signer: x509.Certificate, data_digest: bytes
) -> None:
    """Check content type, message digest and signing certificate (RFC 5652, 11; RFC 5035, 3)."""
    if "content_type" not in attributes or attributes["content_type"].native != "data":
        raise SignatureRefused(Reason.CONTENT_TYPE)
    if "message_digest" not in attributes or attributes["message_digest"].native != data_digest:
        raise SignatureRefused(Reason.MESSAGE_DIGEST)
    # asn1crypto reads this attribute only once its module for time stamps is loaded: use the class.
    signing = attributes.get("signing_certificate_v2")
    if not isinstance(signing, tsp.SigningCertificateV2):
        raise SignatureRefused(Reason.SIGNING_CERTIFICATE)
    named = signing["certs"][0]
    digest = str(named["hash_algorithm"]["algorithm"].native)
    if digest not in HASHES:
        raise SignatureRefused(Reason.ALGORITHM)
    if named["cert_hash"].native != hashlib.new(digest, der_of(signer)).digest():
        raise SignatureRefused(Reason.SIGNING_CERTIFICATE)
