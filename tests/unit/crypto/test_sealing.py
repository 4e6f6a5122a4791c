"""Seals: both ways with the age program, what is refused, and errors of the streams."""

from __future__ import annotations

import io
import subprocess
from typing import IO, TYPE_CHECKING, cast

import pytest

from antq_desktop.crypto.sealing import (
    Identity,
    NotAnIdentity,
    NotARecipient,
    NotSealedToUs,
    SealDamaged,
    check_recipient,
    identity_from,
    new_identity,
    seal_bytes,
    seal_stream,
    unseal_bytes,
    unseal_stream,
)

if TYPE_CHECKING:
    from pathlib import Path

DATA = b"so lieu" * 20_000  # several chunks of 64 KiB


def age(*arguments: str, data: bytes = b"") -> bytes:
    return subprocess.run(["age", *arguments], input=data, capture_output=True, check=True).stdout


def identity_file(folder: Path, identity: Identity) -> str:
    path = folder / "identity.txt"
    path.write_text(identity.secret + "\n")
    return str(path)


def test_age_opens_what_we_seal_to_two(tmp_path: Path) -> None:
    first, second = new_identity(), new_identity()
    sealed = seal_bytes(DATA, [first.recipient, second.recipient, first.recipient])
    assert sealed.startswith(b"age-encryption.org/v1\n")
    for identity in (first, second):
        path = identity_file(tmp_path, identity)
        assert age("-d", "-i", path, data=sealed) == DATA
        assert unseal_bytes(sealed, [new_identity(), identity]) == DATA


def test_we_open_what_age_seals_with_a_key_of_age_keygen() -> None:
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout
    identity = identity_from(made.splitlines()[-1])
    assert identity.recipient in made
    assert unseal_bytes(age("-r", identity.recipient, data=DATA), [identity]) == DATA


def test_an_empty_text_is_sealed_too() -> None:
    identity = new_identity()
    assert unseal_bytes(seal_bytes(b"", [identity.recipient]), [identity]) == b""


def test_a_secret_typed_from_paper() -> None:
    identity = new_identity()
    typed = f" {identity.secret[:20].lower()} \n{identity.secret[20:40]}\t{identity.secret[40:]}\n"
    assert identity_from(typed) == identity
    with pytest.raises(NotAnIdentity) as refused:
        identity_from(identity.secret[:-1])
    assert refused.value.__cause__ is None
    assert identity.secret not in repr(identity)


def test_recipients_are_checked() -> None:
    recipient = new_identity().recipient
    assert check_recipient(f" {recipient.upper()}\n") == recipient
    for wrong in ("", recipient[:-1], new_identity().secret):
        with pytest.raises(NotARecipient):
            check_recipient(wrong)
    with pytest.raises(NotARecipient):
        seal_bytes(DATA, [recipient[:-1]])
    with pytest.raises(ValueError, match="recipient"):
        seal_bytes(DATA, [])


def test_sealed_to_others() -> None:
    sealed = seal_bytes(DATA, [new_identity().recipient])
    with pytest.raises(NotSealedToUs):
        unseal_bytes(sealed, [new_identity()])
    with pytest.raises(NotSealedToUs):
        unseal_bytes(sealed, [])


def test_no_flipped_byte_opens() -> None:
    identity = new_identity()
    sealed = seal_bytes(b"so lieu", [identity.recipient])
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises((SealDamaged, NotSealedToUs)):
            unseal_bytes(bytes(changed), [identity])


def test_cut_and_lengthened_seals_are_damaged() -> None:
    identity = new_identity()
    sealed = seal_bytes(DATA, [identity.recipient])
    for damaged in (sealed[:-1], sealed[:70_000], sealed[:200], sealed + b"x"):
        with pytest.raises(SealDamaged):
            unseal_bytes(damaged, [identity])


def test_other_files_are_damaged_seals() -> None:
    identity = new_identity()
    armoured = age("-a", "-r", identity.recipient, data=DATA)
    endless = b"age-encryption.org/v1\n-> X25519 " + b"A" * 200_000
    for other in (b"", b"PK\x03\x04", armoured, endless):
        with pytest.raises(SealDamaged):
            unseal_bytes(other, [identity])


class Broken(io.RawIOBase):
    """A medium that is gone."""

    def read(self, size: int = -1) -> bytes:
        """Fail, whatever ``size`` is."""
        raise OSError(5, f"no medium for {size}")

    def write(self, data: object) -> int:
        """Fail, whatever ``data`` is."""
        raise OSError(28, f"no space for {type(data).__name__}")


def broken() -> IO[bytes]:
    return cast("IO[bytes]", Broken())


def test_errors_of_the_streams_come_out_as_they_were() -> None:
    identity = new_identity()
    recipients, keys = [identity.recipient], [identity]
    sealed = seal_bytes(b"short", recipients)
    with pytest.raises(OSError, match="no space") as refused:
        seal_stream(io.BytesIO(b"short"), broken(), recipients)
    assert refused.value.errno == 28
    with pytest.raises(OSError, match="no space"):
        unseal_stream(io.BytesIO(sealed), broken(), keys)
    with pytest.raises(OSError, match="no medium"):
        seal_stream(broken(), io.BytesIO(), recipients)
    with pytest.raises(OSError, match="no medium"):
        unseal_stream(broken(), io.BytesIO(), keys)
    with pytest.raises(OSError, match="no medium"):
        unseal_stream(late_failure(seal_bytes(DATA, recipients)), io.BytesIO(), keys)


def late_failure(sealed: bytes) -> IO[bytes]:
    """Return a stream that gives some 90 KB and then breaks."""

    class Late(Broken):
        def __init__(self) -> None:
            self.rest = io.BytesIO(sealed[:90_000])

        def read(self, size: int = -1) -> bytes:
            return self.rest.read(size) or super().read(size)

    return cast("IO[bytes]", Late())
