"""Gathers a register book: its records one by one, and what is carried over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.moves import state_at
from antq_desktop.domain.register import MOVES
from antq_desktop.errors import Refusal
from antq_desktop.printing.book_layout import book_named
from antq_desktop.printing.subjects import Balance, BookSubject
from antq_desktop.services.access import must_print
from antq_desktop.services.paper_records import register_of, subject_of
from antq_desktop.services.paper_subjects import Filled
from antq_desktop.store.queries import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.books import Book
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.printing.form import Form
    from antq_desktop.printing.subjects import RecordSubject
    from antq_desktop.services.workspace import Workspace


def of_book(
    workspace: Workspace, form: Form, register: str | None, period: Period | None, *, blank: bool
) -> Filled:
    """Return the book of a period, struck-through records in their places; only what is kept here.

    The records are read while the book is drawn. A blank one has rows for the hand.
    """
    declared = register_of(workspace, form, register)
    book = book_named(declared, form.book)
    named = {"register": declared.name, **({"book": book.code} if book.code else {})}
    if blank:
        return Filled(BookSubject(declared, book, None, (), None), {**named, "blank": "yes"})
    if period is None:
        raise Refusal("paper.needs_period", form=form.code)
    must_print(workspace, form.code, declared.name)
    head = workspace.store.journal.head()
    subject = BookSubject(
        declared,
        book,
        period,
        _records(workspace, declared, book, period),
        (head.length, head.hash),
        _balance(workspace, declared, book, period) if book.pending else None,
    )
    return Filled(subject, {**named, "period": period.code}, period.last)


def _records(
    workspace: Workspace, register: Register, book: Book, period: Period
) -> Iterator[RecordSubject]:
    """Yield the records of a book in its order; a record lies in the book of its day of entry."""
    own = frozenset(key.text for key in workspace.own_units)
    years = (period.first.year, period.last.year) if register.booked_by else None
    wanted = Filter(register.name, None if years else period, units=own, years=years)
    for line in workspace.store.queries.in_order(wanted):
        revision = workspace.store.revisions.latest(line.record)
        if revision is None or revision.private is None:
            continue
        if not _is_in(register, revision.shared, period):
            continue
        subject = subject_of(workspace, register, revision)
        if book.only is None or subject.values.get(book.only[0]) == book.only[1]:
            yield subject


def _is_in(register: Register, shared: Mapping[str, object], period: Period) -> bool:
    """Say whether a record was entered in a period; one without a day is judged by its event."""
    if register.booked_by is None:
        return True
    day = _day(shared.get(register.booked_by))
    return day is None or period.first <= day <= period.last


def _balance(workspace: Workspace, register: Register, book: Book, period: Period) -> Balance:
    """Count by their states the cases that were pending before, and those that are left."""
    before = taken = after = 0
    own = workspace.own_units
    yesterday = period.first - timedelta(days=1)
    for revision in workspace.store.revisions.last_of_each(register.name, private=False):
        if revision.header.voided or revision.header.unit not in own:
            continue
        day = _entered(register, revision)
        if day is None or day > period.last:
            continue
        if day >= period.first:
            taken += 1
        elif _pending(revision, book, yesterday):
            before += 1
        elif _pending(revision, book, period.last):
            taken += 1  # done with before, and opened again
        after += _pending(revision, book, period.last)
    return Balance(before, taken, before + taken - after, after)


def _entered(register: Register, revision: Revision) -> date | None:
    return _day(revision.shared.get(register.booked_by or register.event_field))


def _pending(revision: Revision, book: Book, day: date) -> bool:
    """Say whether a case was not done with at the end of a day; without a state yet it was not."""
    moves = cast("Sequence[Mapping[str, object]]", revision.shared.get(MOVES) or ())
    state = state_at(moves, day)
    return state is None or state in book.pending


def _day(value: object) -> date | None:
    return date.fromisoformat(value[:10]) if isinstance(value, str) else None
