"""Changes a submission on its way: its sealed bytes, or what is inside, sealed again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from antq_desktop.bundle import names
from antq_desktop.crypto.canonical import dump
from antq_desktop.crypto.sealing import seal_bytes, unseal_bytes
from antq_desktop.services.arriving import identities
from antq_desktop.services.signing import own_recipients, own_signature
from tests.unit.bundle.world import packed, signed, signed_again, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from random import Random

    from antq_desktop.services.workspace import Workspace
    from tests.unit.bundle.world import Files

    Place = tuple[str | int, ...]
    """The names and positions that lead to a value in a JSON document."""


@dataclass(frozen=True)
class Sent:
    """A good submission: its file as it was sent, what is inside, and who could seal it again."""

    sealed: bytes
    container: bytes
    recipients: Sequence[str]
    sign: Callable[[bytes], bytes]
    second: Callable[[bytes], bytes] | None = None
    """What signs a second time, where two people did."""

    @property
    def files(self) -> Files:
        """The files of the container, of which a test may change what it likes."""
        return unpacked(self.container)

    @property
    def manifest(self) -> dict[str, Any]:
        """The manifest, of which a test may change what it likes."""
        found: dict[str, Any] = msgspec.json.decode(self.files[names.MANIFEST])
        return found

    def seal(self, files: Files) -> bytes:
        """Return the file with these files inside."""
        return seal_bytes(packed(files), self.recipients)

    def signed_by_both(self, files: Files) -> Files:
        """Return the files with the second signature made anew, where there was one."""
        return files if self.second is None else signed_again(files, self.second)

    def sign_again(self, files: Files) -> bytes:
        """Return the file with these files inside, their digests and signature made anew."""
        return self.seal(signed(files, self.sign))


def sent(sender: Workspace, path: Path) -> Sent:
    """Return a submission that a workspace has just delivered."""
    data = path.read_bytes()
    directory: Any = sender.document("directory")["recipients"]
    return Sent(
        data,
        unseal_bytes(data, identities(sender)),
        [*own_recipients(sender), *directory],
        own_signature(sender).sign,
    )


def changed(random: Random, whole: bytes) -> bytes:
    """Return the bytes with a small accident in them: never the same bytes."""
    at = random.randrange(len(whole))
    end = min(len(whole), at + random.randint(1, 8))
    noise = random.randbytes(random.randint(1, 8))
    accidents = (
        lambda: whole[:at] + bytes([whole[at] ^ 1 << random.randrange(8)]) + whole[at + 1 :],
        lambda: whole[:at] + noise + whole[at + len(noise) :],
        lambda: whole[:at] + whole[end:],
        lambda: whole[:at] + noise + whole[at:],
        lambda: whole[:at],
        lambda: whole[:end] + whole[at:],
        lambda: whole + noise,
    )
    while (found := random.choice(accidents)()) == whole:
        pass
    return found


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Yield where each member of a JSON document is, objects and lists before what is in them."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in inside:
        yield (*place, name)
        if isinstance(one, dict | list):
            yield from places(one, (*place, name))


def altered(document: dict[str, Any], place: Place) -> dict[str, Any]:
    """Return a copy of a document with another value at a place, of the same kind and form."""
    copy: dict[str, Any] = msgspec.json.decode(dump(document))
    holder: Any = copy
    for name in place[:-1]:
        holder = holder[name]
    holder[place[-1]] = _other(holder[place[-1]])
    return copy


def _other(value: Any) -> Any:
    match value:
        case None:
            return 1
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return _other_text(value)
        case list():
            return [*value, *value[:1]] if value else ["x"]
        case dict():
            return {}


def _other_text(text: str) -> str:
    """Return another text of the same form: a digit, or else a letter, is another one."""
    digits = list(re.finditer(r"\d", text))
    if digits:
        at = digits[-1].start()
        return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    return text[:-1] + ("a" if text[-1:] != "a" else "b")
