"""Small secrets wrapped under a key (AES-256-GCM), and keyed hashes of what must stay unread."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32

_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16


class WrongKey(ValueError):
    """The secret does not open: another key, another context, or changed bytes."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, secret: bytes, *, context: str) -> bytes:
    """Encrypt ``secret`` under a 32-byte ``key``: version byte, 12-byte nonce, ciphertext and tag.

    ``context`` says what the secret is for; it must be the same again to open it, so that one
    wrapped secret cannot be put in the place of another.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + nonce + _cipher(key).encrypt(nonce, secret, _associated(context))


def unwrap(key: bytes, wrapped: bytes, *, context: str) -> bytes:
    """Return the secret of ``wrap``; raises WrongKey."""
    start = len(_VERSION) + _NONCE_BYTES
    if not wrapped.startswith(_VERSION) or len(wrapped) < start + _TAG_BYTES:
        raise WrongKey("not a wrapped secret")
    nonce = wrapped[len(_VERSION) : start]
    try:
        return _cipher(key).decrypt(nonce, wrapped[start:], _associated(context))
    except InvalidTag as error:
        raise WrongKey("the key does not open this secret") from error


def hmac_key(secret: bytes, text: str) -> str:
    """Return HMAC-SHA-256 over the UTF-8 of ``text`` under the unit's secret, 64 hex digits.

    Equal texts give equal keys inside one unit; nobody without the secret can test a guess.
    """
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


def _associated(context: str) -> bytes:
    return _VERSION + context.encode()


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_BYTES:
        raise ValueError("a wrapping key has 32 bytes")
    return AESGCM(key)
