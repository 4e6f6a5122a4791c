"""Wrapped secrets: opened by the same key for the same use, and by nothing else."""

from __future__ import annotations

import pytest

from antq_desktop.crypto.wrapping import WrongKey, hmac_key, new_key, unwrap, wrap

KEY = bytes(range(32))


def test_opens_with_the_same_key_and_context() -> None:
    wrapped = wrap(KEY, b"secret", context="database")
    assert unwrap(KEY, wrapped, context="database") == b"secret"
    assert wrapped != wrap(KEY, b"secret", context="database")
    assert b"secret" not in wrapped


def test_nothing_else_opens_it() -> None:
    wrapped = wrap(KEY, b"secret", context="database")
    with pytest.raises(WrongKey):
        unwrap(new_key(), wrapped, context="database")
    with pytest.raises(WrongKey):
        unwrap(KEY, wrapped, context="signing")
    for position in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[position] ^= 1
        with pytest.raises(WrongKey):
            unwrap(KEY, bytes(changed), context="database")
    for end in range(len(wrapped)):
        with pytest.raises(WrongKey):
            unwrap(KEY, wrapped[:end], context="database")


def test_a_key_has_32_bytes() -> None:
    assert len(new_key()) == 32
    with pytest.raises(ValueError, match="32 bytes"):
        wrap(KEY[:16], b"secret", context="database")


def test_shared_keys_of_rfc_4231() -> None:
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    assert hmac_key(b"Jefe", "what do ya want for nothing?") == expected
