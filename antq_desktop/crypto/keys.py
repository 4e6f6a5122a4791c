"""Signing keys, and which keys and hashes are accepted: P-256, P-384, RSA from 2048; SHA-2."""

from __future__ import annotations

from typing import TypeAlias

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

PublicKey: TypeAlias = ec.EllipticCurvePublicKey | rsa.RSAPublicKey
PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
SigningKey: TypeAlias = bytes | PrivateKey
"""What signs: PKCS#8 DER in memory, or a key of that shape on a token (see `token_keys`)."""

LEAST_RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1")
HASHES = ("sha256", "sha384", "sha512")


class WeakKey(ValueError):
    """A public key of a kind or size that is not accepted."""


def new_signing_key() -> bytes:
    """Return a new ECDSA P-256 key, PKCS#8 DER without a passphrase."""
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def public_key_of(key: SigningKey) -> bytes:
    """Return the public part of a signing key, SubjectPublicKeyInfo DER; ValueError, WeakKey."""
    return spki(load_private(key).public_key())


def load_private(signing: SigningKey) -> PrivateKey:
    """Read a PKCS#8 DER key; ValueError if it is none, WeakKey if it may not sign.

    One on a token is given back as it is.
    """
    if not isinstance(signing, bytes):
        return signing
    try:
        key = serialization.load_der_private_key(signing, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ValueError("not a private key") from error
    if not isinstance(key, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey)):
        raise WeakKey("not an ECDSA or RSA key")
    check_key(key.public_key())
    return key


def check_key(key: object) -> PublicKey:
    """Return ``key`` if it is of an accepted kind and size; raises WeakKey."""
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in CURVES:
        return key
    if isinstance(key, rsa.RSAPublicKey) and key.key_size >= LEAST_RSA_BITS:
        return key
    raise WeakKey("a key of this kind or size is not accepted")


def check_hash(algorithm: hashes.HashAlgorithm | None) -> None:
    """Raise WeakKey unless a certificate or list was signed over an accepted hash."""
    if algorithm is None or algorithm.name not in HASHES:
        raise WeakKey("signed over a hash that is not accepted")


def spki(key: PublicKey) -> bytes:
    """Return a public key as SubjectPublicKeyInfo DER."""
    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
