"""keys.json: for each user the way from a passphrase to the database key.

passphrase → Argon2id → the user's own key → his seal identity and signing key; the database key is
sealed (age) to the seal identity of every user and to the recovery identity. So a new database key
can be given to everybody without their passphrases, and ``age`` alone opens the recovery slot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.passphrases import Argon2Parameters, derive_key, new_parameters
from antq_desktop.crypto.sealing import (
    Identity,
    NotSealedToUs,
    SealDamaged,
    check_recipient,
    identity_from,
    new_identity,
    seal_bytes,
    unseal_bytes,
)
from antq_desktop.crypto.wrapping import WrongKey, new_key, unwrap, wrap
from antq_desktop.errors import Refusal
from antq_desktop.paths import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json

FORMAT = "antq-keys/1"
WITH_TOKENS = "antq-keys/2"
"""The format once a user's key is on a token: an older program would lose it, so it refuses."""


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A key on a token: nothing secret, only how to find it again.

    ``serial`` and ``label`` are the token's own, ``key_id`` is CKA_ID in hex, ``public_key``
    SubjectPublicKeyInfo in DER, ``certificate`` one that the token came with (DER), None without.
    The PIN is kept nowhere.
    """

    serial: str
    label: str
    key_id: str
    public_key: bytes
    certificate: bytes | None = None

    def as_json(self) -> Json:
        """Return the entry as it stands in the file."""
        return {
            "serial": self.serial,
            "label": self.label,
            "key_id": self.key_id,
            "public_key": self.public_key.hex(),
            "certificate": self.certificate.hex() if self.certificate is not None else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One user's entry. All byte fields are wrapped or sealed; none is readable as it stands.

    ``tokens`` are his keys on tokens, the newest first.
    """

    id: str
    name: str
    role: str
    argon2: Argon2Parameters
    own: bytes
    seal: bytes
    recipient: str
    database: bytes
    signing: bytes | None
    tokens: tuple[TokenKey, ...] = ()

    def as_json(self) -> Json:
        """Return the entry as it stands in the file; ``tokens`` is absent where there are none."""
        tokens: dict[str, Json] = {"tokens": [one.as_json() for one in self.tokens]}
        return {
            **(tokens if self.tokens else {}),
            "id": self.id,
            "name": self.name,
            "role": self.role,
            "argon2": cast("Json", self.argon2.as_json()),
            "own": self.own.hex(),
            "seal": self.seal.hex(),
            "recipient": self.recipient,
            "database": self.database.hex(),
            "signing": self.signing.hex() if self.signing is not None else None,
        }


@dataclass(frozen=True, slots=True)
class Opened:
    """What a passphrase opens: the database key, and what only this user can use."""

    slot: Slot
    database_key: bytes
    own_key: bytes
    seal: Identity
    signing_key: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """The whole file. ``recovery`` is the recipient of the recovery key.

    ``recovery_set`` is the number of the shares that hold this key, None where it is on one sheet;
    a file of before there were shares has no such member.
    """

    workspace: str
    recovery: str
    recovery_database: bytes
    slots: tuple[Slot, ...]
    recovery_set: int | None = None

    def slot(self, name: str) -> Slot:
        """Return the entry of a user; Refusal if there is none of that name."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise Refusal("users.unknown", name=name)

    def without(self, slot: Slot) -> KeyFile:
        """Return the file without an entry."""
        return replace(self, slots=tuple(one for one in self.slots if one.id != slot.id))

    def with_slot(self, slot: Slot) -> KeyFile:
        """Return the file with an entry added or put in place of the one with its id."""
        others = tuple(one for one in self.slots if one.id != slot.id)
        return replace(self, slots=(*others, slot))


def new_slot(
    identifier: str,
    name: str,
    role: str,
    passphrase: str,
    database_key: bytes,
    signing_key: bytes | None = None,
) -> Slot:
    """Make the entry of a new user, with a seal identity of his own."""
    parameters = new_parameters()
    own, seal = new_key(), new_identity()
    return Slot(
        id=identifier,
        name=name,
        role=role,
        argon2=parameters,
        own=wrap(derive_key(passphrase, parameters), own, context=f"own:{identifier}"),
        seal=wrap(own, seal.secret.encode(), context=f"seal:{identifier}"),
        recipient=seal.recipient,
        database=seal_bytes(database_key, [seal.recipient]),
        signing=wrap(own, signing_key, context=f"signing:{identifier}") if signing_key else None,
    )


def open_slot(slot: Slot, passphrase: str) -> Opened:
    """Open an entry with its passphrase; Refusal if it is the wrong one, or the entry damaged."""
    try:
        own = unwrap(derive_key(passphrase, slot.argon2), slot.own, context=f"own:{slot.id}")
    except WrongKey:
        raise Refusal("users.wrong_passphrase") from None
    try:
        seal = identity_from(unwrap(own, slot.seal, context=f"seal:{slot.id}").decode())
        database_key = unseal_bytes(slot.database, [seal])
        signing = (
            unwrap(own, slot.signing, context=f"signing:{slot.id}")
            if slot.signing is not None
            else None
        )
    except (WrongKey, NotSealedToUs, SealDamaged):
        raise Refusal("users.keys_damaged") from None
    if seal.recipient != slot.recipient:
        # Not wrapped, so anybody could have written another: what is sealed next would be theirs.
        raise Refusal("users.keys_damaged")
    return Opened(slot, database_key, own, seal, signing)


def with_signing_key(opened: Opened, key: bytes) -> Slot:
    """Return the user's entry with a signing key that only his passphrase opens."""
    wrapped = wrap(opened.own_key, key, context=f"signing:{opened.slot.id}")
    return replace(opened.slot, signing=wrapped)


def with_token(slot: Slot, key: TokenKey, kept: bytes | None) -> Slot:
    """Return the user's entry with a key on a token as the newest.

    Of the others the one with the public key ``kept``, which a certificate still names, stays.
    """
    others = [one for one in slot.tokens if kept is not None and one.public_key == kept]
    return replace(slot, tokens=(key, *(one for one in others if one != key)))


def with_passphrase(opened: Opened, passphrase: str) -> Slot:
    """Return the user's entry under another passphrase; everything it opens stays the same."""
    parameters = new_parameters()
    context = f"own:{opened.slot.id}"
    own = wrap(derive_key(passphrase, parameters), opened.own_key, context=context)
    return replace(opened.slot, argon2=parameters, own=own)


def with_database_key(keys: KeyFile, key: bytes) -> KeyFile:
    """Return the file with another database key for every user and for the recovery sheet."""
    slots = (replace(slot, database=seal_bytes(key, [slot.recipient])) for slot in keys.slots)
    recovery = seal_bytes(key, [keys.recovery])
    return replace(keys, slots=tuple(slots), recovery_database=recovery)


def with_recovery(keys: KeyFile, recipient: str, share_set: int | None, key: bytes) -> KeyFile:
    """Return the file with another recovery key, to which the database key is sealed."""
    sealed = seal_bytes(key, [check_recipient(recipient)])
    return replace(keys, recovery=recipient, recovery_database=sealed, recovery_set=share_set)


def open_with_recovery(keys: KeyFile, secret: str) -> bytes:
    """Return the database key for the secret of the recovery sheet; Refusal if it does not fit."""
    try:
        return unseal_bytes(keys.recovery_database, [identity_from(secret)])
    except (NotSealedToUs, SealDamaged, ValueError):
        raise Refusal("users.wrong_recovery") from None


def write_keys(path: Path, keys: KeyFile) -> None:
    """Write the file, readable by us alone; a power cut leaves the old one or the new one."""
    recovery: dict[str, Json] = {
        "recipient": keys.recovery,
        "database": keys.recovery_database.hex(),
    }
    if keys.recovery_set is not None:
        recovery["set"] = keys.recovery_set
    body: Json = {
        "format": WITH_TOKENS if any(slot.tokens for slot in keys.slots) else FORMAT,
        "workspace": keys.workspace,
        "recovery": recovery,
        "users": [slot.as_json() for slot in keys.slots],
    }
    try:
        replace_file(path, canonical.dump(body))
    except OSError:
        raise Refusal("store.cannot_write", name=path.name) from None


def read_keys(path: Path) -> KeyFile:
    """Read the file; Refusal if it is missing, damaged or of a newer program."""
    try:
        body = cast("Mapping[str, object]", canonical.load(path.read_bytes()))
        if body["format"] not in (FORMAT, WITH_TOKENS):
            raise Refusal("store.keys_newer")
        recovery = cast("Mapping[str, object]", body["recovery"])
        return KeyFile(
            workspace=_text(body, "workspace"),
            recovery=check_recipient(_text(recovery, "recipient")),
            recovery_database=bytes.fromhex(_text(recovery, "database")),
            slots=tuple(map(slot_from, cast("list[Mapping[str, object]]", body["users"]))),
            recovery_set=_share_set(recovery.get("set")),
        )
    except FileNotFoundError:
        raise Refusal("store.missing") from None
    except (OSError, KeyError, TypeError, ValueError):  # NotCanonical and its like are ValueErrors
        raise Refusal("store.keys_damaged") from None


def slot_from(body: Mapping[str, object]) -> Slot:
    """Read an entry as `Slot.as_json` writes it; LookupError, TypeError or ValueError otherwise."""
    return Slot(
        id=_text(body, "id"),
        name=_text(body, "name"),
        role=_text(body, "role"),
        argon2=Argon2Parameters.from_json(cast("Json", body["argon2"])),
        own=bytes.fromhex(_text(body, "own")),
        seal=bytes.fromhex(_text(body, "seal")),
        recipient=check_recipient(_text(body, "recipient")),
        database=bytes.fromhex(_text(body, "database")),
        signing=None if body["signing"] is None else bytes.fromhex(_text(body, "signing")),
        tokens=tuple(map(_token, cast("list[Mapping[str, object]]", body.get("tokens", [])))),
    )


def _token(body: Mapping[str, object]) -> TokenKey:
    certificate = body["certificate"]
    return TokenKey(
        serial=_text(body, "serial"),
        label=_text(body, "label"),
        key_id=bytes.fromhex(_text(body, "key_id")).hex(),
        public_key=bytes.fromhex(_text(body, "public_key")),
        certificate=None if certificate is None else bytes.fromhex(_text(body, "certificate")),
    )


def _share_set(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError("set")


def _text(body: Mapping[str, object], name: str) -> str:
    value = body[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
