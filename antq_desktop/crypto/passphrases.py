"""From a passphrase to a key: Argon2id (RFC 9106), its parameters, and how short is too short."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json

LEAST_CHARACTERS = 12
"""The shortest passphrase of a workspace with real data."""

KEY_BYTES = 32

_ALGORITHM = "argon2id"
# What we make is the lower bound. The upper bound keeps a hostile file from eating the memory.
_MEMORY_KIB = range(64 * 1024, 1024 * 1024 + 1)
_PASSES = range(3, 17)
_LANES = range(1, 9)
_SALT_BYTES = range(16, 65)


class BadParameters(ValueError):
    """Argon2id parameters that are incomplete, too weak, or so large that they would hurt."""


@dataclass(frozen=True, slots=True)
class Argon2Parameters:
    """How a key is derived: memory in KiB, passes over it, lanes, and the salt.

    Raises BadParameters outside 64 MiB to 1 GiB, 3 to 16 passes, 1 to 8 lanes, 16 to 64 bytes of
    salt.
    """

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if (
            self.memory_kib not in _MEMORY_KIB
            or self.passes not in _PASSES
            or self.lanes not in _LANES
            or len(self.salt) not in _SALT_BYTES
        ):
            raise BadParameters("Argon2id parameters out of bounds")

    def as_json(self) -> dict[str, Json]:
        """Return the parameters as they stand in ``keys.json``; the salt in hex."""
        return {
            "algorithm": _ALGORITHM,
            "lanes": self.lanes,
            "memory_kib": self.memory_kib,
            "passes": self.passes,
            "salt": self.salt.hex(),
        }

    @classmethod
    def from_json(cls, value: Json) -> Argon2Parameters:
        """Read what ``as_json`` wrote; BadParameters for anything else."""
        if not isinstance(value, Mapping) or value.get("algorithm") != _ALGORITHM:
            raise BadParameters("not Argon2id parameters")
        salt = value.get("salt")
        if not isinstance(salt, str):
            raise BadParameters("no salt")
        try:
            salt_bytes = bytes.fromhex(salt)
        except ValueError as error:
            raise BadParameters("the salt is not hex") from error
        memory, passes, lanes = (
            _integer(value.get(name)) for name in ("memory_kib", "passes", "lanes")
        )
        return cls(memory, passes, lanes, salt_bytes)


def new_parameters() -> Argon2Parameters:
    """Return parameters for a new passphrase: 64 MiB, 3 passes, 4 lanes (RFC 9106, 4), new salt."""
    return Argon2Parameters(64 * 1024, 3, 4, secrets.token_bytes(16))


def derive_key(passphrase: str, parameters: Argon2Parameters) -> bytes:
    """Return the 32-byte key of a passphrase; its NFC form counts, whatever way it was typed."""
    # surrogatepass: an error about an odd character would quote the passphrase.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=parameters.salt,
        length=KEY_BYTES,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    ).derive(secret)


def check_passphrase(passphrase: str, *, practice: bool) -> None:
    """Refuse a new passphrase that is too short (Refusal ``passphrase.short``, ``least``).

    Characters of the NFC form count, blanks around it do not. A practice workspace takes any
    passphrase but an empty one.
    """
    least = 1 if practice else LEAST_CHARACTERS
    if len(unicodedata.normalize("NFC", passphrase.strip())) < least:
        raise Refusal("passphrase.short", least=least)


def _integer(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadParameters("a parameter is not an integer")
    return value
