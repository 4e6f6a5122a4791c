"""Detached CAdES signatures made by hand, so that each part of one can be wrong by itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, tsp
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from tests.unit.bundle.world import MOMENT
from tests.vectors.members import AUTHORITIES, Member, authority_named, sign_raw

if TYPE_CHECKING:
    from collections.abc import Callable

    Attributes = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Form:
    """How a signature departs from the usual one.

    ``attributes`` alters the signed ones before they are signed, ``after`` the SignedData when all
    is done. ``mixed`` is the hash that the signature algorithm names, if not that of the digest.
    ``chain`` are further certificates: none by default, so that a file is small, all with None.
    """

    digest: str = "sha256"
    mixed: str | None = None
    bare: bool = False
    pss: bool = False
    by_key: bool = False
    more: tuple[Member, ...] = ()
    attributes: Callable[[Attributes], None] = lambda _: None
    after: Callable[[Any], None] = lambda _: None
    chain: tuple[Member, ...] | None = ()
    value: Callable[[bytes], bytes] = field(default=lambda made: made)


USUAL = Form()
WHOLE = Form(chain=None)


def chain_of(member: Member) -> tuple[Member, ...]:
    """Return the authorities above a certificate, nearest first, the self-signed one last."""
    found: list[Member] = []
    name = member.issuer
    while name in AUTHORITIES:
        found.append(authority_named(name))
        name = AUTHORITIES[name].issuer
    return tuple(found)


def signature(data: bytes, signer: Member, form: Form = USUAL) -> bytes:
    """Return a detached signature over ``data``, DER, by one member or by several."""
    signers = (signer, *form.more)
    chain = chain_of(signer) if form.chain is None else form.chain
    certificates = dict.fromkeys(one.der for one in (*signers, *chain))
    signed = cms.SignedData(
        {
            "version": "v3" if form.by_key else "v1",
            "digest_algorithms": [{"algorithm": form.digest}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.Certificate.load(der) for der in certificates],
            "signer_infos": [_info(data, one, form) for one in signers],
        }
    )
    form.after(signed)
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def _info(data: bytes, signer: Member, form: Form) -> Any:
    info: Any = cms.SignerInfo(
        {
            "version": "v3" if form.by_key else "v1",
            "sid": _identifier(signer, by_key=form.by_key),
            "digest_algorithm": {"algorithm": form.digest},
            "signature_algorithm": _algorithm(signer, form),
            "signature": b"",
        }
    )
    to_sign = data
    if not form.bare:
        attributes: Attributes = {
            "content_type": "data",
            "signing_time": cms.Time({"utc_time": MOMENT}),
            "message_digest": hashlib.new(form.digest, data).digest(),
            "signing_certificate_v2": _named(signer),
        }
        form.attributes(attributes)
        info["signed_attrs"] = cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": kind, "values": [value]})
                for kind, value in attributes.items()
            ]
        )
        to_sign = b"\x31" + info["signed_attrs"].dump()[1:]
    made = sign_raw(signer.key, to_sign, form.mixed or form.digest, pss=form.pss)
    info["signature"] = form.value(made)
    return info


def _identifier(signer: Member, *, by_key: bool) -> Any:
    certificate = cms.Certificate.load(signer.der)
    if by_key:
        return cms.SignerIdentifier("subject_key_identifier", certificate.public_key.sha1)
    issued = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    return cms.SignerIdentifier("issuer_and_serial_number", issued)


def _algorithm(signer: Member, form: Form) -> Any:
    named = form.mixed or form.digest
    if isinstance(signer.key, ed25519.Ed25519PrivateKey):
        return {"algorithm": "ed25519"}
    if isinstance(signer.key, ec.EllipticCurvePrivateKey):
        return {"algorithm": f"{named}_ecdsa"}
    if not form.pss:
        return {"algorithm": "rsassa_pkcs1v15"}
    parameters = {
        "hash_algorithm": {"algorithm": named},
        "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": named}},
        "salt_length": hashlib.new(named).digest_size,
    }
    return {"algorithm": "rsassa_pss", "parameters": parameters}


def _named(signer: Member) -> Any:
    return tsp.SigningCertificateV2({"certs": [{"cert_hash": hashlib.sha256(signer.der).digest()}]})
