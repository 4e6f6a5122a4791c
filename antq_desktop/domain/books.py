"""The printed books of a register: which columns the legal book has, and what is carried over.

A register without a book of its own is printed with columns that follow from its declaration.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.domain.fields import Label


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column of a legal book: its head, the fields that stand in it, its part of the width.

    Without fields the column is for the hand; ``summed`` adds up what stands in it.
    """

    head: str
    fields: tuple[str, ...]
    share: int
    summed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book as it is printed.

    ``columns`` are those of the legal book, none where it could not be read. ``only`` keeps the
    records whose field has that value. ``pending`` are the states in which a case is not done with:
    where they are named, the book carries over what was left of the time before.
    """

    code: str
    label: Label
    basis: str
    columns: tuple[BookColumn, ...] = ()
    only: tuple[str, str] | None = None
    pending: frozenset[str] = frozenset()
