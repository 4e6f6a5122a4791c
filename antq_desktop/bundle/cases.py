"""What a case says: full records of a unit, handed over to one named body, and what it answers.

A case stands outside the chain, holds no figures, and is never inside another bundle. The records
lie in ``cases/<record>.jsonl``, the printed transfer forms in ``forms/<record>.pdf``, confidential
parts in ``sealed/<digest>``: each an age file for the heads of that body alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Final

from msgspec import Meta

from antq_desktop.bundle.schema import (
    Day,
    Digest,
    Part,
    Position,
    Text,
    Uuid,
    Word,
    in_zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from antq_desktop.bundle.bodies import CaseAnswer

MOST_RECORDS: Final = 100
"""Records of one case."""
MOST_PARTS: Final = 1000
"""Confidential parts of one record in a case, and attachments of all its revisions."""
MOST_ANSWERS: Final = 1000
"""Answers of one receipt."""

_UUID: Final = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
FILES: Final = rf"cases/{_UUID}\.jsonl|forms/{_UUID}\.pdf|sealed/[0-9a-f]{{64}}|attachments/{_UUID}"
"""Pattern of the names that a case may have besides those of every bundle."""
_TOLD: Final = re.compile(r"(?:cases|forms|sealed)/.*")

Parts = Annotated[tuple[Digest, ...], Meta(max_length=MOST_PARTS)]


class CaseRecord(Part, frozen=True, kw_only=True):
    """A record that is handed over; ``number`` is its newest revision.

    ``whole``: all revisions are here, from the first on; else the newest alone. ``sealed`` are
    the digests of confidential parts that go, sealed again; ``withheld`` of those that stay, and
    ``kept_files`` the ids of attachments that stay. All of them ascend.
    """

    record: Uuid
    register: Word
    number: Position
    whole: bool
    sealed: Parts
    withheld: Parts
    kept_files: Annotated[tuple[Uuid, ...], Meta(max_length=MOST_PARTS)]


class CaseBody(Part, frozen=True, kw_only=True):
    """What stands on the transfer form, and which records go with it.

    ``number`` is the number of the form in the sender's book of outgoing documents, null before
    it was given; ``on`` its day; ``reason`` why the records are handed over, one line.
    """

    number: Text | None
    on: Day
    reason: Text
    records: Annotated[tuple[CaseRecord, ...], Meta(min_length=1, max_length=MOST_RECORDS)]


def case_name(record: str) -> str:
    """Return the name of the file with the revisions of a record."""
    return f"cases/{record}.jsonl"


def form_name(record: str) -> str:
    """Return the name of the file with the printed transfer form of a record."""
    return f"forms/{record}.pdf"


def sealed_name(digest: str) -> str:
    """Return the name of the file with a confidential part, sealed again."""
    return f"sealed/{digest}"


def case_fits(body: CaseBody | None) -> bool:
    """Say whether records and parts stand once, in order, and no part both goes and stays."""
    if body is None:
        return True
    return _ascending([one.record for one in body.records]) and all(
        _ascending(one.sealed)
        and _ascending(one.withheld)
        and _ascending(one.kept_files)
        and not set(one.sealed) & set(one.withheld)
        for one in body.records
    )


def answers_fit(answers: Sequence[CaseAnswer]) -> bool:
    """Say whether answers stand once, in order, with a word wherever a case was refused."""
    return (
        len(answers) <= MOST_ANSWERS
        and _ascending([one.case for one in answers])
        and all(in_zone(one.at) and (one.taken or one.text is not None) for one in answers)
    )


def misplaced(body: CaseBody | None, names: Iterable[str]) -> list[str]:
    """Return which files a case names and lacks, and which it has and does not name, sorted.

    Attachments are named by the records themselves, not here.
    """
    told = set(_told(body)) if body is not None else set()
    there = {name for name in names if _TOLD.fullmatch(name)}
    return sorted(told ^ there)


def _told(body: CaseBody) -> Iterator[str]:
    for one in body.records:
        yield case_name(one.record)
        yield form_name(one.record)
        yield from map(sealed_name, one.sealed)


def _ascending(names: Sequence[str]) -> bool:
    return all(before < after for before, after in pairwise(names))
