"""What a transfer says besides its revisions, and what any bundle says of pens taken over."""

from __future__ import annotations

from itertools import pairwise
from typing import IO, TYPE_CHECKING, Annotated, Final, cast

from msgspec import Meta, Struct

from antq_desktop.bundle.lines import sealed_line
from antq_desktop.bundle.queries import MOST_ITEMS, QueryItem
from antq_desktop.bundle.refusals import refused
from antq_desktop.bundle.schema import (
    AgeRecipient,
    Count,
    Digest,
    Part,
    Position,
    UnitRef,
    Uuid,
    Word,
    in_zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.limits import Limits
    from antq_desktop.bundle.lines import SealedPart
    from antq_desktop.bundle.manifest import Manifest

SEALED_NAME: Final = "sealed.jsonl"
"""The file of a transfer with the confidential parts, each sealed to the receiving head."""

Secret = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class TakenOver(Part, frozen=True, kw_only=True):
    """A workspace whose pens the sender has taken over.

    ``unit`` is the one in whose name it handed over; of its revisions the sender brings those with
    a ``seq`` up to ``until``, in this bundle or in those that this one builds on.
    """

    workspace: Uuid
    unit: UnitRef
    until: Position


class Book(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The last number that a book has given, as an array of three values."""

    register: Word
    year: Position
    last: Position


class SentFile(Part, frozen=True, kw_only=True):
    """An attachment that the office has acknowledged, so that it is not sent again."""

    id: Uuid
    sha256: Digest


class TransferBody(Part, frozen=True, kw_only=True):
    """What goes over besides revisions, reports and files.

    ``workspace`` is the receiving one, ``sealed_to`` the key of its head to which the ``sealed``
    confidential parts are sealed, null where there are none. With ``closes`` the giving workspace
    writes no more, and its ``books`` go on at the receiver; without, they stay and none are listed.
    ``secret`` is that of the unit's keys of persons, null where none was made yet. ``queries`` are
    those of the office that are not answered yet.
    """

    workspace: Uuid
    closes: bool
    sealed_to: AgeRecipient | None
    sealed: Count
    secret: Secret | None
    books: tuple[Book, ...]
    at_office: tuple[SentFile, ...]
    queries: tuple[QueryItem, ...]


def taken_over_fits(manifest: Manifest) -> bool:
    """Say whether each workspace stands once, in order, and the sender's own is none of them."""
    if not isinstance(manifest.taken_over, tuple):
        return True
    names = [one.workspace for one in manifest.taken_over]
    return (
        manifest.kind in {"submission", "correction", "transfer"}
        and bool(names)
        and manifest.sender.workspace not in names
        and all(before < after for before, after in pairwise(names))
    )


def body_fits(body: TransferBody | None, sender: str) -> bool:
    """Say whether the members of a transfer's body agree with each other."""
    if body is None:
        return True
    books = [(one.register, one.year) for one in body.books]
    files = [(one.id, one.sha256) for one in body.at_office]
    asked = [one.id for one in body.queries]
    return (
        body.workspace != sender
        and (body.sealed_to is None) == (body.sealed == 0)
        and (body.closes or not books)
        and all(_ascending(one) for one in (books, files, asked))
        and len(asked) <= MOST_ITEMS
        and all(in_zone(one.asked_at) and one.again != one.id for one in body.queries)
    )


def _ascending(keys: list[tuple[str, int]] | list[tuple[str, str]] | list[str]) -> bool:
    listed = cast("list[str]", keys)
    return all(before < after for before, after in pairwise(listed))


def read_sealed(source: IO[bytes], stated: int, limits: Limits) -> Iterator[SealedPart]:
    """Read the confidential parts of a transfer; only one is in memory.

    Raises BundleRefused as ``sealed_line``, and ``rows`` where there are not just as many as
    ``stated``.
    """
    row, before = 0, ""
    while data := source.readline(limits.line + 1):
        row += 1
        one = sealed_line(data, row, limits, file=SEALED_NAME)
        if one.digest <= before:
            raise refused("line_order", file=SEALED_NAME, row=row)
        before = one.digest
        yield one
    if row != stated:
        raise refused("rows", file=SEALED_NAME)
