"""Which of a few records have some words, as the records themselves tell.

The index of words gives the first record of a letter only once it has put together all that begin
with it: a second and more of a million. Where most records have the words, the first page of a
list is found much sooner by looking at the first records of its order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.parts import join
from antq_desktop.store.projections import words_of
from antq_desktop.store.revisions import from_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.register import Register
    from antq_desktop.store.driver import Database

LOOKED = 2000
"""At how many records one looks at most; some 0.1 s."""
_AT_ONCE = 100
_OFTEN = 10
"""One in so many of the first ones must have the words: rare ones are found sooner by the index."""


def first_with(
    database: Database, register: Register, ids: Sequence[int], text: str, many: int
) -> list[int] | None:
    """Return the first ``many`` of some records, by their numbers, that have all words of a text.

    The text is folded; its last word may be a beginning, as in the index. There may be fewer than
    ``many``; None where the words are rare.
    """
    found: list[int] = []
    for start in range(0, min(len(ids), LOOKED), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        words = dict(_words(database, register, some))
        found += [one for one in some if one in words and _has(words[one], text)]
        if not start and len(found) * _OFTEN < len(some):
            return None
        if len(found) >= many:
            break
    return found[:many]


def _has(words: Sequence[str], text: str) -> bool:
    *whole, begun = text.split()
    return set(whole) <= set(words) and any(one.startswith(begun) for one in words)


def _words(
    database: Database, register: Register, ids: Sequence[int]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of each record, as the index of words has them."""
    rows = database.execute(
        "SELECT current.id, coalesce(drafts.shared, revisions.shared), drafts.private,"
        " revisions.private FROM current"
        " LEFT JOIN revisions USING (record, number, digest)"
        " LEFT JOIN drafts ON current.draft AND drafts.record = current.record"
        f" WHERE current.id IN ({', '.join('?' for _ in ids)})",
        list(ids),
    )
    for number, shared, of_draft, of_revision in rows:
        own: Mapping[str, object] = {}
        if of_draft is not None:
            own = from_text(of_draft)
        elif of_revision is not None:
            own = cast("Mapping[str, object]", from_text(of_revision).get("values", {}))
        folded, _ = words_of(register, join(register.fields, from_text(shared), own))
        yield int(number), folded.split()
