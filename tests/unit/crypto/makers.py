"""Invented offices and signers for the tests, good ones and ones that no office would make."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from antq_desktop.crypto.certificates import (
    Holder,
    Role,
    issue,
    new_authority,
    new_request,
    new_signing_key,
    read_request,
)
from antq_desktop.crypto.holders import alternative_name_of, subject_of
from antq_desktop.crypto.issuing import AUTHORITY_USAGE, SIGNER_USAGE
from antq_desktop.crypto.keys import PrivateKey, load_private
from antq_desktop.crypto.signatures import sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ISSUED = datetime(2026, 1, 5, 8, tzinfo=UTC)
SIGNED = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
DATA = b"<ASiCManifest>so lieu quy I</ASiCManifest>"


@dataclass(frozen=True)
class Member:
    """A key (PKCS#8) and its certificate (DER)."""

    key: bytes
    certificate: bytes

    def sign(self, data: bytes = DATA, chain: Sequence[bytes] = ()) -> bytes:
        """Return a signature over ``data``, claimed to be made at SIGNED."""
        return sign(data, self.key, self.certificate, chain, SIGNED)


@dataclass(frozen=True)
class Oddity:
    """How a certificate departs from what an office issues."""

    usage: x509.KeyUsage | None = SIGNER_USAGE
    critical_usage: bool = True
    is_authority: bool = False
    path_length: int | None = None
    name: bool = True
    more: tuple[x509.ExtensionType, ...] = ()
    hash_algorithm: hashes.SHA224 | hashes.SHA256 = field(default_factory=hashes.SHA256)
    begins: datetime = ISSUED
    ends: datetime = ISSUED + timedelta(days=1000)


def holder(role: Role = "head", code: str = "010101", person: str = "Nguyễn Văn Thử") -> Holder:
    return Holder(
        practice=False,
        unit_code=code,
        valid_from=date(2025, 7, 1),
        role=role,
        person=person,
        unit_name="Công an xã Thử Nghiệm",
    )


@cache
def authority(code: str = "01", pathlen: int = 2) -> Member:
    key = new_signing_key()
    name = f"Công an tỉnh {code}"
    office = Holder(
        practice=False,
        unit_code=code,
        valid_from=None,
        role="office",
        person=name,
        unit_name=name,
    )
    return Member(key, new_authority(key, office, at=ISSUED, pathlen=pathlen))


def signer(office: Member, *, at: datetime = ISSUED) -> Member:
    key = new_signing_key()
    request = read_request(new_request(key, holder()))
    return Member(key, issue(office.certificate, office.key, request, at=at))


@cache
def usual_signer() -> Member:
    return signer(authority())


def rsa_key(bits: int) -> bytes:
    return pkcs8(rsa.generate_private_key(65537, bits))


def ec_key(curve: ec.EllipticCurve) -> bytes:
    return pkcs8(ec.generate_private_key(curve))


def pkcs8(key: PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def odd_member(office: Member, oddity: Oddity, key: bytes | None = None) -> Member:
    """Return a member whose certificate ``office`` would never issue."""
    key = key or new_signing_key()
    private = serialization.load_der_private_key(key, None)
    assert isinstance(private, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey))
    who = holder()
    if oddity.is_authority:  # no two authorities of a path have one name
        who = holder(person=f"Công an {x509.random_serial_number() % 10**9}")
    issuer = x509.load_der_x509_certificate(office.certificate)
    constraints = x509.BasicConstraints(ca=oddity.is_authority, path_length=oddity.path_length)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject_of(who))
        .issuer_name(issuer.subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(oddity.begins)
        .not_valid_after(oddity.ends)
        .add_extension(constraints, critical=True)
    )
    if oddity.usage:
        builder = builder.add_extension(oddity.usage, critical=oddity.critical_usage)
    if oddity.name:
        builder = builder.add_extension(alternative_name_of(who), critical=False)
    for one in oddity.more:
        builder = builder.add_extension(one, critical=False)
    made = builder.sign(load_private(office.key), oddity.hash_algorithm)
    return Member(key, made.public_bytes(serialization.Encoding.DER))


def odd_authority(office: Member, **oddity: Any) -> Member:
    usual = Oddity(usage=AUTHORITY_USAGE, is_authority=True)
    return odd_member(office, replace(usual, **oddity))


def altered(member: Member, change: Callable[[Any, list[Any]], None]) -> bytes:
    """Return a signature with other signed attributes, signed anew with the same (EC) key.

    ``change`` gets the SignerInfo and the list of its attributes, to alter in place.
    """
    content = cms.ContentInfo.load(member.sign())
    info = content["content"]["signer_infos"][0]
    attributes = [cms.CMSAttribute.load(one.dump()) for one in info["signed_attrs"]]
    change(info, attributes)
    info["signed_attrs"] = cms.CMSAttributes(attributes)
    key = load_private(member.key)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    signed = b"\x31" + info["signed_attrs"].dump()[1:]
    info["signature"] = key.sign(signed, ec.ECDSA(hashes.SHA256()))
    return bytes(content.dump(force=True))


def pem(*certificates: bytes) -> str:
    return "".join(
        x509.load_der_x509_certificate(der).public_bytes(serialization.Encoding.PEM).decode()
        for der in certificates
    )


def openssl_sign(
    folder: Path, members: Sequence[Member], *options: str, more: Sequence[str] = ()
) -> bytes:
    """Return a signature over DATA by the openssl program; ``more`` is said of each signer."""
    (folder / "data").write_bytes(DATA)
    command = ["openssl", "cms", "-sign", "-binary", "-outform", "DER", "-in", "data", *options]
    for number, member in enumerate(members):
        (folder / f"{number}.pem").write_text(pem(member.certificate))
        private = serialization.load_der_private_key(member.key, None)
        (folder / f"{number}.key").write_bytes(
            private.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        command += ["-signer", f"{number}.pem", "-inkey", f"{number}.key", *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return done.stdout
