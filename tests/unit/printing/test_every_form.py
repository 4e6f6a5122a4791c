"""Every form of records, blank and filled, short and long: all is there, nothing is cut or over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.errors import Refusal
from antq_desktop.printing.collection import all_forms
from antq_desktop.printing.drawing.render import render
from antq_desktop.printing.form import Needs, Sheet
from antq_desktop.printing.remarks import UNVERIFIED
from antq_desktop.printing.subjects import ListSubject, RecordSubject
from tests.unit.printing.fitting import FITTING
from tests.unit.printing.full_records import Filler, missing, squeezed
from tests.unit.printing.pages import ISSUERS, SHEET, Pdf, saved

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from antq_desktop.domain.register import Register
    from antq_desktop.printing.form import Form

CATALOGUE = load_catalogue()
OF_RECORDS = [form for form in all_forms().values() if form.needs in {Needs.RECORD, Needs.RECORDS}]
PAIRS = [
    (form, register)
    for form in OF_RECORDS
    for register in CATALOGUE.registers
    if form.serves(register.name)
]
CASES = [
    pytest.param(form, register, id=f"{form.code}-{register.name}") for form, register in PAIRS
]
#: The slip is one form of many registers: these have every kind of field.
LONG_SLIPS = frozenset({"crime_reports", "movement_models", "security_teams"})
LONG_CASES = [
    pytest.param(form, register, id=f"{form.code}-{register.name}")
    for form, register in PAIRS
    if form.code != "record-slip" or register.name in LONG_SLIPS
]


def subject(form: Form, register: Register, *, long: bool = False) -> RecordSubject:
    """Return a record with everything filled in that the form may be made of."""
    given = FITTING.get(form.code, {}).get(register.name, {})
    filled = Filler(long=long, rows=40 if long else 2).record(register, **given)
    return filled if form.seals else replace(filled, confidential=None)


def body(form: Form, record: RecordSubject) -> Any:
    """Return what the form is filled from."""
    if form.needs is Needs.RECORDS:
        return ListSubject(record.register, [record], None)
    return record


def made(folder: Path, form: Form, subject: Any, *, day: date | None = SHEET.day) -> Pdf:
    """Draw a form and check that the file itself is sound."""
    sheet = Sheet(ISSUERS[form.body], day)
    pdf = saved(folder, render(form, form.blocks(sheet, subject), practice=False).pdf)
    pdf.run("qpdf", "--check", "{}")
    assert not [name for name, embedded, part in pdf.fonts() if not (embedded and part)]
    assert (UNVERIFIED in pdf.text(pdf.pages())) is not form.verified
    return pdf


@pytest.mark.parametrize(("form", "register"), CASES)
def test_a_filled_form_says_all_that_it_asks(
    tmp_path: Path, form: Form, register: Register
) -> None:
    record = subject(form, register)
    if form.hindrance is not None:
        assert form.hindrance(subject(form, register)) is None
    pdf = made(tmp_path, form, body(form, record))
    assert list(missing(record, pdf.raw_text())) == []
    assert pdf.flaws() == []


@pytest.mark.parametrize(("form", "register"), LONG_CASES)
def test_long_names_many_rows_and_long_texts_are_neither_cut_nor_over_each_other(
    tmp_path: Path, form: Form, register: Register
) -> None:
    record = subject(form, register, long=True)
    pdf = made(tmp_path, form, body(form, record))
    assert list(missing(record, without_page_numbers(pdf))) == []
    assert pdf.flaws() == []


@pytest.mark.parametrize(("form", "register"), CASES)
def test_empty_fields_leave_room_for_the_hand(
    tmp_path: Path, form: Form, register: Register
) -> None:
    given = FITTING.get(form.code, {}).get(register.name, {})
    record = RecordSubject(register, "17/2023", {**given}, {})
    pdf = made(tmp_path, form, body(form, record))
    assert "None" not in pdf.raw_text()
    assert pdf.flaws() == []


@pytest.mark.parametrize("form", [form for form in OF_RECORDS if form.blank], ids=lambda f: f.code)
def test_a_blank_form_has_its_title_and_room(tmp_path: Path, form: Form) -> None:
    blank = None
    if not form.registers:
        blank = RecordSubject(CATALOGUE.by_name["disputes"], "", {}, {}, blank=True)
    pdf = made(tmp_path, form, blank, day=None)
    assert "None" not in pdf.raw_text()
    assert not re.findall(r"\d/2023\b(?!/QH)", pdf.raw_text())
    assert pdf.flaws() == []


def test_every_form_of_records_can_be_filled_by_hand() -> None:
    assert [form.code for form in OF_RECORDS if not form.blank] == []


def test_a_hindrance_is_a_message() -> None:
    for form in OF_RECORDS:
        if form.hindrance is None:
            continue
        for name in form.registers:
            empty = RecordSubject(CATALOGUE.by_name[name], "1/2023", {}, {})
            found = form.hindrance(empty)
            if found is not None:
                assert Refusal(found, number="1/2023").message_id == found


def without_page_numbers(pdf: Pdf) -> str:
    """Return the text of all pages, so that what a page broke is whole again."""
    pages = []
    for page, text in enumerate(pdf.run("pdftotext", "-raw", "{}", "-").split("\f"), 1):
        body = squeezed(text).removesuffix(squeezed(UNVERIFIED))
        pages.append(body.removesuffix(str(page)) if page > 1 else body)
    return "".join(pages)
