"""Attachments: what a revision says of the files that belong to a record.

The list is bound by the digests of the parts. The private part has all of it (but of a
confidential file neither name nor digest: those are sealed), the shared part those that travel,
without their names, for a file's name may name a person. A part without attachments does not name
them, so that a revision of before there were any keeps its digest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.domain.fields import Travel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.domain.register import Register

    Object = Mapping[str, object]

ATTACHMENTS: Final = "attachments"
"""The member of a part that lists them."""

ATTACHMENT_LIMIT: Final = 50
"""How many files a record may have."""

LARGEST: Final = 2**31
"""Bytes of one file above which nobody's bundle can hold it."""

MEDIA: Final[Mapping[str, str]] = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
}
"""Media types that a record may have, each with the ending of its files."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHARED = frozenset({"id", "media", "sha256", "size"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file of a record, as one of its revisions names it; ``size`` in bytes.

    ``digest`` is the SHA-256 of the file, and of a confidential one that of the sealed part in
    which its name, digest and key stand. ``name``, ``at`` and ``by`` (ISO 8601, account id) are
    None where only the shared part is here, ``name`` also for a confidential file.
    """

    id: str
    travel: Travel
    media: str
    size: int
    digest: str
    name: str | None = None
    at: str | None = None
    by: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What names the file's content: its id and its digest."""
        return self.id, self.digest

    def private_json(self) -> dict[str, object]:
        """Return what the private part says of it."""
        digest = "part" if self.travel is Travel.CONFIDENTIAL else "sha256"
        found: dict[str, object] = {
            "id": self.id,
            "travel": str(self.travel),
            "media": self.media,
            "size": self.size,
            digest: self.digest,
            "at": self.at,
            "by": self.by,
        }
        return {**found, "name": self.name} if self.name is not None else found

    def shared_json(self) -> dict[str, object]:
        """Return what travels of it."""
        return {"id": self.id, "media": self.media, "sha256": self.digest, "size": self.size}


def private_list(attached: Iterable[Attached]) -> dict[str, object]:
    """Return the member of the private part, nothing without attachments."""
    found = [one.private_json() for one in attached]
    return {ATTACHMENTS: found} if found else {}


def shared_list(attached: Iterable[Attached]) -> dict[str, object]:
    """Return the member of the shared part, nothing where none travels."""
    found = [one.shared_json() for one in attached if one.travel is Travel.SHARED]
    return {ATTACHMENTS: found} if found else {}


def attached_of(shared: Object, private: Object | None) -> tuple[Attached, ...]:
    """Return the attachments that the parts of a revision or draft name, in their order."""
    if private is not None:
        return tuple(_private(one) for one in _list(private))
    return tuple(_shared(one) for one in _list(shared))


def is_shared_list(value: object) -> bool:
    """Say whether a value from outside is a list of attachments as it travels."""
    if not isinstance(value, list) or not 0 < len(value) <= ATTACHMENT_LIMIT:
        return False
    if not all(isinstance(one, dict) and _is_shared(one) for one in value):
        return False
    return len({one["id"] for one in value}) == len(value)


def is_private_list(value: object) -> bool:
    """Say whether a value from outside is a list of attachments as a private part has it."""
    if not isinstance(value, list) or not 0 < len(value) <= ATTACHMENT_LIMIT:
        return False
    if not all(isinstance(one, dict) and _is_private(one) for one in value):
        return False
    return len({one["id"] for one in value}) == len(value)


def default_travel(register: Register) -> Travel:
    """Return how a new file goes: sealed where the register seals fields, else private.

    Where a person is sealed, a scan may name him as well. Nothing travels unless somebody says so.
    """
    sealed = any(Travel.CONFIDENTIAL in register.travels(one.name) for one in register.fields)
    return Travel.CONFIDENTIAL if sealed else Travel.PRIVATE


def _is_shared(one: Mapping[str, object]) -> bool:
    size, media = one.get("size"), one.get("media")
    return (
        set(one) == _SHARED
        and _is_text(one["id"], _UUID)
        and _is_text(one["sha256"], _SHA256)
        and isinstance(media, str)
        and media in MEDIA
        and type(size) is int
        and 0 < size <= LARGEST
    )


def _is_private(one: Mapping[str, object]) -> bool:
    """Say whether an entry is one that `private_json` gives, of whatever travel."""
    sealed = one.get("travel") == Travel.CONFIDENTIAL
    digest = "part" if sealed else "sha256"
    if not sealed and one.get("travel") not in {Travel.SHARED, Travel.PRIVATE}:
        return False
    if set(one) - {"id", "travel", "media", "size", digest, "at", "by", "name"}:
        return False
    named = one.get("name")
    if sealed == (named is not None) or not isinstance(named, str | None):
        return False
    size, media = one.get("size"), one.get("media")
    return (
        _is_text(one.get("id"), _UUID)
        and _is_text(one.get(digest), _SHA256)
        and isinstance(media, str)
        and media in MEDIA
        and type(size) is int
        and 0 < size <= LARGEST
        and isinstance(one.get("at"), str)
        and isinstance(one.get("by"), str)
    )


def _is_text(value: object, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _list(part: Object) -> Iterator[Object]:
    yield from cast("list[Object]", part.get(ATTACHMENTS) or [])


def _private(one: Object) -> Attached:
    text = cast("Mapping[str, str]", one)
    travel = Travel(text["travel"])
    return Attached(
        id=text["id"],
        travel=travel,
        media=text["media"],
        size=cast("int", one["size"]),
        digest=text["part" if travel is Travel.CONFIDENTIAL else "sha256"],
        name=text.get("name"),
        at=text["at"],
        by=text["by"],
    )


def _shared(one: Object) -> Attached:
    text = cast("Mapping[str, str]", one)
    return Attached(
        id=text["id"],
        travel=Travel.SHARED,
        media=text["media"],
        size=cast("int", one["size"]),
        digest=text["sha256"],
    )
