"""The book of every register: all that a record says is in its row, nothing is cut or over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.register import MOVES
from antq_desktop.printing import words
from antq_desktop.printing.book_layout import book_named
from antq_desktop.printing.collection import all_forms, form_named
from antq_desktop.printing.drawing.book import render_book
from antq_desktop.printing.form import Needs
from antq_desktop.printing.subjects import BookSubject
from tests.unit.printing.full_records import Filler, missing
from tests.unit.printing.pages import SHEET, saved

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.register import Register
    from antq_desktop.printing.subjects import RecordSubject

CATALOGUE = load_catalogue()
LARGEST = "10000/2023"
DATES = {Kind.DATE, Kind.PARTIAL_DATE}
YEAR = parse_period("DL-2023")
BOOKS = [form for form in all_forms().values() if form.needs is Needs.BOOK]


@pytest.mark.parametrize("register", CATALOGUE.registers, ids=lambda one: one.name)
def test_the_book_of_a_register_says_all_that_its_records_say(
    tmp_path: Path, register: Register
) -> None:
    records = [replace(Filler().record(register), book=LARGEST) for _ in range(2)]
    subject = BookSubject(register, book_named(register, None), YEAR, iter(records), (7, "0" * 64))
    drawn = render_book(form_named("register-book"), SHEET, subject, practice=False)
    pdf = saved(tmp_path, drawn.pdf)
    pdf.run("qpdf", "--check", "{}")
    assert not [name for name, embedded, part in pdf.fonts() if not (embedded and part)]
    # Of its dated states a row shows the last one.
    said = missing(records[0], pdf.raw_text())
    assert [one for one in said if not one.startswith(f"{MOVES}:")] == []
    assert pdf.flaws() == []
    standing = {word for page in pdf.all_boxes() for word, *_ in page}
    assert broken(register, records[0], standing) == []


def broken(register: Register, record: RecordSubject, standing: set[str]) -> list[str]:
    """Return what does not stand on one line: numbers, dates, and the words of the heads."""
    own = [register.by_name[name] for name in register.columns]
    dates = [words.partial_date(str(record.values[one.name])) for one in own if one.kind in DATES]
    heads = [word for one in own for word in one.label.vi.split()]
    return [one for one in (LARGEST, *dates, *heads) if one not in standing]


def test_the_form_of_a_book_names_a_book_that_is_declared() -> None:
    for form in BOOKS:
        for name in form.registers:
            register = CATALOGUE.by_name[name]
            assert form.book in {book.code for book in register.books}
            assert book_named(register, form.book).code == form.book


def test_every_column_of_a_legal_book_has_room_and_a_head() -> None:
    for register in CATALOGUE.registers:
        for book in register.books:
            assert all(one.head and one.share > 0 for one in book.columns)
            states = {code.code for code in register.life_cycle.states}
            assert book.pending <= states
