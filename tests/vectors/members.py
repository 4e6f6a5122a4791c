"""The invented people and offices of the vectors: keys from files, certificates made from them.

ECDSA is deterministic here (RFC 6979) and serial numbers come from names, so that the same keys
give the same certificates and signatures; only seals, PSS and new RSA keys are random.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from antq_desktop.crypto.holders import Holder, alternative_name_of, subject_of
from antq_desktop.crypto.issuing import AUTHORITY_USAGE, SIGNER_USAGE
from antq_desktop.crypto.keys import HASHES
from antq_desktop.crypto.reading import serial_hex
from antq_desktop.crypto.sealing import Identity, identity_from, new_identity
from tests.unit.bundle.world import HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parents[1] / "data" / "vectors"
KEYS = VECTORS / "keys"
BEGINS = datetime(2025, 1, 1, tzinfo=UTC)
ENDS = datetime(2099, 12, 31, tzinfo=UTC)

AnyKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey

WEAK_BITS = 1024

NEW_KEYS: dict[str, Callable[[], AnyKey]] = {
    "p256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "p384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "p521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "rsa1024": lambda: rsa.generate_private_key(65537, WEAK_BITS),
    "rsa2048": lambda: rsa.generate_private_key(65537, 2048),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
}
"""How a key is made whose file is not there; the kind is the end of its name."""


@dataclass(frozen=True, kw_only=True)
class Ways:
    """How a certificate is made, and how it departs from what an office issues."""

    key: str = "signer-p256"
    issuer: str | None = "authority"
    holder: Holder = HOLDER
    named: bool = True
    usage: x509.KeyUsage | None = SIGNER_USAGE
    critical: bool = True
    extended: x509.ObjectIdentifier | None = None
    path_length: int | None = None
    begins: datetime = BEGINS
    ends: datetime = ENDS

    @property
    def is_authority(self) -> bool:
        """Whether the certificate says that others may be issued with it."""
        return self.path_length is not None


def office(name: str, code: str = "347") -> Holder:
    """Return the holder of an authority's certificate."""
    return replace(HOLDER, unit_code=code, role="office", person=name, unit_name=name)


def authority(key: str, issuer: str | None, name: str, *, path_length: int = 2) -> Ways:
    """Return how an authority's certificate is made."""
    return Ways(
        key=key, issuer=issuer, holder=office(name), usage=AUTHORITY_USAGE, path_length=path_length
    )


STATE = Ways(
    key="state-rsa2048",
    issuer=None,
    holder=office("Trung tâm chứng thực số Mẫu"),
    named=False,
    usage=AUTHORITY_USAGE,
)
"""The root of an authority that knows nothing of our units."""

FOREIGN = Ways(
    issuer="state",
    named=False,
    usage=x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    ),
    critical=False,
    extended=ExtendedKeyUsageOID.EMAIL_PROTECTION,
)
"""A certificate of that authority, as theirs are: for signing and more, and without a unit."""

DEMO = "Công an thành phố Thử Nghiệm"
AUTHORITIES = {
    "authority": authority("authority-p256", None, DEMO),
    "other": authority("other-p256", None, "Công an thành phố Khác"),
    "upper": authority("upper-p256", None, "Công an tỉnh Thử Nghiệm"),
    "lower": authority("authority-p256", "upper", DEMO, path_length=1),
    "narrow": authority("narrow-p256", "authority", "Công an khu vực Thử", path_length=0),
    "state": replace(STATE, path_length=0),
    "nation": replace(
        STATE, key="nation-p256", holder=office("Chứng thực quốc gia Mẫu"), path_length=1
    ),
    "centre": replace(
        STATE,
        key="centre-p256",
        issuer="nation",
        holder=office("Trung tâm dưới gốc Mẫu"),
        path_length=0,
    ),
    "centre-gone": replace(
        STATE,
        key="gone-p256",
        issuer="nation",
        holder=office("Trung tâm đã thu hồi Mẫu"),
        path_length=0,
    ),
    "below": authority("below-p256", "narrow", "Công an phía dưới", path_length=0),
}


@dataclass(frozen=True)
class Member:
    """A certificate, its key, and its issuer's name among AUTHORITIES (None: self-signed)."""

    key: AnyKey
    certificate: x509.Certificate
    issuer: str | None

    @property
    def der(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as openssl reads it."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def serial(self) -> str:
        """The serial number as it stands in manifests."""
        return serial_hex(self.certificate.serial_number)


@cache
def key(name: str) -> AnyKey:
    """Return the key of a name, from its file; it is made where there is no file."""
    path = KEYS / f"{name}.pem"
    if not path.exists():
        made = NEW_KEYS[name.rpartition("-")[2]]()
        path.parent.mkdir(parents=True, exist_ok=True)
        form = serialization.PrivateFormat.PKCS8
        path.write_bytes(
            made.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        )
    found = serialization.load_pem_private_key(path.read_bytes(), None)
    assert isinstance(found, AnyKey)
    return found


@cache
def identity(name: str) -> Identity:
    """Return an age key pair, from its file; it is made where there is no file."""
    path = KEYS / f"{name}.age.txt"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new_identity().secret + "\n", encoding="ascii")
    return identity_from(path.read_text(encoding="ascii"))


@cache
def authority_named(name: str) -> Member:
    """Return one of AUTHORITIES."""
    return member(AUTHORITIES[name])


@cache
def member(ways: Ways) -> Member:
    """Return a certificate made in these ways, with its key."""
    own = key(ways.key)
    above = None if ways.issuer is None else _issuer(ways.issuer)
    issuer_key: Any = own if above is None else above.key
    subject = subject_of(ways.holder)
    constraints = x509.BasicConstraints(ca=ways.is_authority, path_length=ways.path_length)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if above is None else above.certificate.subject)
        .public_key(own.public_key())
        .serial_number(_serial(ways))
        .not_valid_before(ways.begins)
        .not_valid_after(ways.ends)
        .add_extension(constraints, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
    )
    if ways.usage is not None:
        builder = builder.add_extension(ways.usage, critical=ways.critical)
    if ways.named:
        builder = builder.add_extension(alternative_name_of(ways.holder), critical=False)
    if ways.extended is not None:
        usage = x509.ExtendedKeyUsage([ways.extended])
        builder = builder.add_extension(usage, critical=False)
    deterministic = isinstance(issuer_key, ec.EllipticCurvePrivateKey) or None
    certificate = builder.sign(issuer_key, hashes.SHA256(), ecdsa_deterministic=deterministic)
    return Member(own, certificate, ways.issuer)


def _issuer(name: str) -> Member:
    """Return an issuer; a signer that certifies another goes by the name of its key."""
    if name in AUTHORITIES:
        return authority_named(name)
    return member(Ways(key=name))


def _serial(ways: Ways) -> int:
    """Return 127 bits that depend on everything in the certificate."""
    return int(hashlib.sha256(repr(ways).encode()).hexdigest()[:32], 16) >> 1 | 1 << 126


def sign_raw(own: AnyKey, data: bytes, digest: str, *, pss: bool) -> bytes:
    """Return a signature value over ``data``."""
    kind: dict[str, Any] = {
        **{name: getattr(hashes, name.upper()) for name in (*HASHES, "sha1", "sha224")}
    }
    if isinstance(own, ed25519.Ed25519PrivateKey):
        return own.sign(data)
    if isinstance(own, ec.EllipticCurvePrivateKey):
        return own.sign(data, ec.ECDSA(kind[digest](), deterministic_signing=True))
    from cryptography.hazmat.primitives.asymmetric import padding

    if pss:
        mask = padding.MGF1(kind[digest]())
        size = kind[digest].digest_size
        return own.sign(data, padding.PSS(mask, size), kind[digest]())
    return own.sign(data, padding.PKCS1v15(), kind[digest]())
