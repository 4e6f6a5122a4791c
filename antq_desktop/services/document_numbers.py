"""A control of the books of documents (U5): which numbers are missing, which stand there twice.

Documents are numbered without gaps from 01 on each 01/01 (NĐ 30/2020/NĐ-CP Đ15); those with secrets
have a series of their own and are in no book here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from antq_desktop.services.saving import values_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.services.workspace import Workspace

REGISTER = "documents"


@dataclass(frozen=True, slots=True)
class BookOfDocuments:
    """The numbers of one year of one book: direction and series are codes of the register.

    ``missing`` are first and last of each gap below the highest number; ``twice`` the numbers that
    stand there more than once. A document that was voided keeps its number.
    """

    direction: str
    series: str
    year: int
    last: int
    missing: tuple[tuple[int, int], ...]
    twice: tuple[int, ...]


def document_numbers(workspace: Workspace, year: int | None = None) -> list[BookOfDocuments]:
    """Return the books of documents written here, of one year or all, by year and series."""
    register = workspace.catalogue.by_name[REGISTER]
    books: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for revision in workspace.store.revisions.last_of_each(REGISTER):
        if revision.private is None:
            continue  # it came from another unit: its number stays there
        values = values_of(register, revision)
        number, registered = values.get("number"), str(values.get("registered_on"))[:4]
        if isinstance(number, int) and year in (None, int(registered)):
            key = (int(registered), str(values["direction"]), str(values["series"]))
            books[key].append(number)
    return [
        _book(direction, series, of_year, numbers)
        for (of_year, direction, series), numbers in sorted(books.items())
    ]


def _book(direction: str, series: str, year: int, numbers: Iterable[int]) -> BookOfDocuments:
    times = Counter(numbers)
    there = sorted(times)
    return BookOfDocuments(
        direction,
        series,
        year,
        there[-1],
        tuple(_gaps(there)),
        tuple(number for number in there if times[number] > 1),
    )


def _gaps(there: list[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise([0, *there]):
        if after > before + 1:
            yield before + 1, after - 1
