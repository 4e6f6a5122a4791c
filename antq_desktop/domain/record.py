"""A revision of a record: its header and the parts it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.units import UnitKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    Object = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is said of a revision without its contents; the digest of a revision is that of this.

    ``number`` counts the revisions of the record from 1, ``seq`` those of the writing workspace
    without gaps; ``previous`` is the digest of revision ``number - 1``. ``shared``, ``private`` and
    ``confidential`` are the SHA-256 of each part's canonical JSON, the last None where the record
    has no such part.
    """

    record: str
    register: str
    unit: UnitKey
    workspace: str
    number: int
    seq: int
    previous: str | None
    state: str
    voided: bool
    catalogue: str
    at: str
    author: str
    shared: str
    private: str
    confidential: str | None

    def as_json(self) -> dict[str, object]:
        """Return the form that is hashed, stored and sent."""
        return {
            "record": self.record,
            "register": self.register,
            "unit": self.unit.as_json(),
            "workspace": self.workspace,
            "number": self.number,
            "seq": self.seq,
            "previous": self.previous,
            "state": self.state,
            "voided": self.voided,
            "catalogue": self.catalogue,
            "at": self.at,
            "author": self.author,
            "parts": {
                "shared": self.shared,
                "private": self.private,
                "confidential": self.confidential,
            },
        }


def header_from(body: Object) -> Header:
    """Read a header back; its shape was checked where it came in."""
    parts = cast("dict[str, str]", body["parts"])
    text = cast("dict[str, str]", body)
    number = cast("dict[str, int]", body)
    return Header(
        record=text["record"],
        register=text["register"],
        unit=UnitKey.from_json(cast("dict[str, object]", body["unit"])),
        workspace=text["workspace"],
        number=number["number"],
        seq=number["seq"],
        previous=text["previous"],
        state=text["state"],
        voided=bool(body["voided"]),
        catalogue=text["catalogue"],
        at=text["at"],
        author=text["author"],
        shared=parts["shared"],
        private=parts["private"],
        confidential=parts["confidential"],
    )


@dataclass(frozen=True, slots=True)
class Revision:
    """A stored revision. ``private`` is None where only the shared part arrived."""

    header: Header
    digest: str
    shared: Object
    private: Object | None

    @property
    def book(self) -> str:
        """The number in the paper book, "12/2023"."""
        book = cast("Object", self.shared["book"])
        return f"{book['number']}/{book['year']}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is not complete yet: no number, in no figure, it travels nowhere."""

    record: str
    register: str
    author: str
    at: str
    shared: Object
    private: Object
    confidential: str | None
