"""Seals: age v1 files for X25519 keys, as the ``age`` program reads and writes them.

Only the binary form, which begins with ``age-encryption.org/v1``; no passphrases, no armour.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

import pyrage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAGIC = b"age-encryption.org/v1\n"
"""What an age file begins with."""
_MAC_LINE = b"\n---"
# Enough for some 500 recipients. Without a bound a file of one endless header is read whole.
_HEADER_LIMIT = 64 * 1024


class NotAnIdentity(ValueError):
    """The text is not an age secret key."""


class NotARecipient(ValueError):
    """The text is not an age X25519 recipient."""


class NotSealedToUs(ValueError):
    """None of the keys at hand opens this seal."""


class SealDamaged(ValueError):
    """Not an age file, or one that was changed or cut off."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An age key pair: ``secret`` ``AGE-SECRET-KEY-1…`` and ``recipient`` ``age1…``."""

    secret: str = field(repr=False)
    recipient: str


def new_identity() -> Identity:
    """Return a new random key pair."""
    made = pyrage.x25519.Identity.generate()
    return Identity(str(made), str(made.to_public()))


def identity_from(secret: str) -> Identity:
    """Return the key pair of a secret key, also as people type it from paper.

    White space, line breaks and lower case do not matter. Raises NotAnIdentity (Bech32 has a
    checksum, so a slip is found).
    """
    try:
        made = pyrage.x25519.Identity.from_str("".join(secret.split()).upper())
    except pyrage.IdentityError:
        # Not chained: nothing that saw the secret may reach a log.
        raise NotAnIdentity("not an age secret key") from None
    return Identity(str(made), str(made.to_public()))


def check_recipient(text: str) -> str:
    """Return the recipient in its usual form, ``age1…``; raises NotARecipient."""
    return str(_recipient("".join(text.split()).lower()))


def seal_bytes(data: bytes, recipients: Sequence[str]) -> bytes:
    """Return ``data`` sealed, as ``seal_stream`` does it."""
    target = io.BytesIO()
    seal_stream(io.BytesIO(data), target, recipients)
    return target.getvalue()


def unseal_bytes(data: bytes, identities: Sequence[Identity]) -> bytes:
    """Return what was sealed; errors as in ``unseal_stream``."""
    target = io.BytesIO()
    unseal_stream(io.BytesIO(data), target, identities)
    return target.getvalue()


def seal_stream(source: IO[bytes], target: IO[bytes], recipients: Sequence[str]) -> None:
    """Read ``source`` to its end and write the age file to ``target``, a piece at a time.

    Any one of the ``recipients`` can open it. Raises ValueError without recipients, NotARecipient,
    and what the streams raise.
    """
    if not recipients:
        raise ValueError("a seal needs a recipient")
    keys = [_recipient(text) for text in dict.fromkeys(recipients)]
    _run(pyrage.encrypt_io, _Watched(source), _Watched(target), keys)


def unseal_stream(source: IO[bytes], target: IO[bytes], identities: Sequence[Identity]) -> None:
    """Read an age file from ``source`` and write what was sealed to ``target``, piece by piece.

    Each piece is verified before it is written, but a cut is known only at the end: the caller
    must use nothing of ``target`` before this returns. Raises NotSealedToUs, SealDamaged, and what
    the streams raise.
    """
    keys = [pyrage.x25519.Identity.from_str(identity.secret) for identity in identities]
    reader = _Watched(source, prefix=_checked_header(source))
    try:
        _run(pyrage.decrypt_io, reader, _Watched(target), keys)
    except pyrage.DecryptError as error:
        if "No matching keys" in str(error):
            raise NotSealedToUs("sealed to other keys") from error
        raise SealDamaged("the sealed file was changed or cut off") from error
    except _BrokenPayload as error:
        raise SealDamaged("the sealed file was changed or cut off") from error


def _checked_header(source: IO[bytes]) -> bytes:
    """Read the beginning of an age file; SealDamaged unless its header ends within the limit."""
    beginning = b""
    while len(beginning) < _HEADER_LIMIT:
        block = source.read(_HEADER_LIMIT - len(beginning))
        if not block:
            break
        beginning += block
    if not beginning.startswith(MAGIC) or _MAC_LINE not in beginning:
        raise SealDamaged("not an age file")
    return beginning


def _run(job: Callable[..., None], reader: _Watched, writer: _Watched, keys: list[Any]) -> None:
    """Run pyrage over two streams; what a stream raised comes out as it was.

    pyrage turns such an error into one of its own, or swallows it where it came from the last
    write. An OSError that no stream raised is its word for bytes that do not verify.
    """
    try:
        job(reader, writer, keys)
    except OSError as error:
        raise _BrokenPayload from error
    finally:
        for stream in (reader, writer):
            if stream.failure is not None:
                raise stream.failure


def _recipient(text: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise NotARecipient("not an age recipient") from error


class _BrokenPayload(Exception):
    """pyrage met bytes that do not verify after the header."""


class _Watched:
    """A stream that keeps what went wrong in it."""

    def __init__(self, stream: IO[bytes], prefix: bytes = b"") -> None:
        self.failure: BaseException | None = None
        self._stream = stream
        self._prefix = prefix

    def read(self, size: int) -> bytes:
        if self._prefix:
            piece, self._prefix = self._prefix[:size], self._prefix[size:]
            return piece
        try:
            return self._stream.read(size)
        except BaseException as error:
            self.failure = error
            raise

    def write(self, data: bytes) -> int:
        try:
            return self._stream.write(data)
        except BaseException as error:
            self.failure = error
            raise

    def flush(self) -> None:
        """Do nothing: the owner of the stream flushes it."""
