"""Keys on PKCS#11 tokens: what is told of a token, and what can go wrong with one.

The maker's library is code of others, which may hang, crash, or leave its own state behind; and a
process loads such a library well only once. So it never runs in the process that has the registers
open: each act starts a helper process (`token_process`), which alone loads it (`token_driver`), and
which is ended after the act, or killed once it gives no answer. What crosses the border is small:
JSON lines with the data to sign, which for a bundle are its signed attributes, never a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

ARGUMENT: Final = "--token-helper"
"""With this alone a program that was frozen into one file becomes the helper process."""


class Trouble(StrEnum):
    """Why a token did not do what it was asked."""

    NO_MODULE = "no_module"
    BAD_MODULE = "bad_module"
    SILENT = "silent"
    """No answer in time: the helper process was killed."""
    CRASHED = "crashed"
    """The helper process ended by itself, and took nothing with it."""
    NO_TOKEN = "no_token"  # noqa: S105 - it is no password
    """None at all, or not the one with the serial number that was named."""
    TWO_TOKENS = "two_tokens"
    """Two of one serial number: nothing tells them apart."""
    REMOVED = "removed"
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    NO_PIN = "no_pin"
    """The token has no PIN of its user yet, or wants it changed first."""
    CANCELLED = "cancelled"
    """The person broke off at the device, or typed nothing there in time."""
    NO_KEY = "no_key"
    TWO_KEYS = "two_keys"
    """Two private keys of one id."""
    OTHER_KEY = "other_key"
    """The key under this id is not that of the certificate."""
    FULL = "full"
    READ_ONLY = "read_only"
    NO_MECHANISM = "no_mechanism"
    FAILED = "failed"


class PinState(StrEnum):
    """What a token says of the tries that are left; PKCS#11 has no count."""

    SILENT = "silent"
    """Nothing: all tries are left, or the token does not tell."""
    FEW = "few"
    """At least one wrong PIN since the last right one."""
    LAST = "last"
    """One more wrong PIN locks it."""
    LOCKED = "locked"


COUNT_LOW: Final = 0x00010000
FINAL_TRY: Final = 0x00020000
PIN_LOCKED: Final = 0x00040000
"""CKF_USER_PIN_COUNT_LOW, CKF_USER_PIN_FINAL_TRY, CKF_USER_PIN_LOCKED (PKCS#11 v2.40, 3.2)."""

PIN_PAD: Final = 0x00000100
"""CKF_PROTECTED_AUTHENTICATION_PATH: the PIN is typed at the device, and nowhere else."""


def pin_state(flags: int) -> PinState:
    """Return what the flags of a token say of its user's PIN; the gravest counts."""
    for flag, state in (
        (PIN_LOCKED, PinState.LOCKED),
        (FINAL_TRY, PinState.LAST),
        (COUNT_LOW, PinState.FEW),
    ):
        if flags & flag:
            return state
    return PinState.SILENT


class TokenRefused(Exception):
    """A token did not do what it was asked; ``pin`` is what it said of its PIN afterwards.

    ``detail`` is the name of the library's own error, for the log: no data of anybody.
    """

    def __init__(self, trouble: Trouble, pin: PinState = PinState.SILENT, detail: str = "") -> None:
        super().__init__(f"{trouble} ({detail})" if detail else str(trouble))
        self.trouble = trouble
        self.pin = pin
        self.detail = detail


def has_pad(flags: int) -> bool:
    """Say whether a token asks for its PIN itself: no program may then ask for it."""
    return bool(flags & PIN_PAD)


@dataclass(frozen=True, slots=True)
class Token:
    """A token that is plugged in, as it describes itself; ``pad`` as of `has_pad`."""

    serial: str
    label: str
    model: str
    pin: PinState
    pad: bool = False


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key that a token shows without its PIN: by its public part, its certificate, or both.

    ``id`` is CKA_ID in hex, which is what names a key; a label may stand twice and is only shown.
    ``public_key`` is SubjectPublicKeyInfo, ``certificate`` X.509, both DER.
    """

    id: str
    label: str
    public_key: bytes
    certificate: bytes | None


@dataclass(frozen=True, slots=True)
class ShownKey:
    """What a token shows of a key, not judged yet: a public key (DER), or a certificate (DER)."""

    id: str
    label: str
    public_key: bytes | None
    certificate: bytes | None


class KeyKind(StrEnum):
    """What a token is asked to make."""

    P256 = "p256"
    P384 = "p384"
    RSA2048 = "rsa2048"


class Scheme(StrEnum):
    """How a key signs, by the names that signatures are read by (`cms.Structure`)."""

    ECDSA = "ecdsa"
    PKCS1 = "rsassa_pkcs1v15"
    PSS = "rsassa_pss"
