"""What queries and corrections say: which records come back and why, and what answers them."""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Meta

from antq_desktop.bundle.schema import Day, MessageId, Moment, Part, Position, Text, Uuid, Word

MOST_ITEMS: Final = 1000
"""Of each list in a query or a correction."""
LONGEST_TEXT: Final = 500
"""Characters of the text of a query or an answer: that of every text of a manifest."""

FieldPath = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9_]{0,62}(\[[1-9][0-9]{0,5}\])?(\.[a-z][a-z0-9_]{0,62})?\Z")
]


class QueryItem(Part, frozen=True, kw_only=True):
    """A record that an office returns, and what it wants to know.

    ``number`` is the newest revision that the office has seen, ``field`` a path ("name",
    "points[2].area"; rows count from 1), ``rule`` one of those of receipts. ``again`` names the
    query that this one takes the place of.
    """

    id: Uuid
    record: Uuid
    register: Word
    number: Position
    field: FieldPath | None
    rule: MessageId | None
    text: Text
    due: Day | None
    asked_at: Moment
    again: Uuid | None


class QueryBody(Part, frozen=True, kw_only=True):
    """All that the office still asks of a workspace, and the ids of what it asks no more."""

    items: Annotated[tuple[QueryItem, ...], Meta(max_length=MOST_ITEMS)]
    withdrawn: Annotated[tuple[Uuid, ...], Meta(max_length=MOST_ITEMS)]


class AnswerItem(Part, frozen=True, kw_only=True):
    """What answers a query: the record as this bundle or one before it brings it, or a text.

    ``text`` is written for the office by a person; null where the record was changed.
    """

    query: Uuid
    text: Text | None


class CorrectionBody(Part, frozen=True, kw_only=True):
    """Which queries a bundle answers, in the order of their ids."""

    answers: Annotated[tuple[AnswerItem, ...], Meta(min_length=1, max_length=MOST_ITEMS)]
