"""Every form of records, blank and filled, short and long: all is there, nothing is cut or over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.paper_codes import record_code
from antq_desktop.errors import Refusal
from antq_desktop.printing.collection import all_forms
from antq_desktop.printing.drawing.render import Document, render_all
from antq_desktop.printing.form import Needs, Sheet
from antq_desktop.printing.remarks import UNVERIFIED
from antq_desktop.printing.subjects import HandoverSubject, KeyHolder, ListSubject, RecordSubject
from tests.unit.printing.decree import unlike_the_decree
from tests.unit.printing.fitting import FITTING
from tests.unit.printing.full_records import Filler, missing, squeezed
from tests.unit.printing.pages import ISSUERS, SHEET, Pdf, saved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.domain.paper_codes import PaperCode
    from antq_desktop.domain.register import Register
    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Form

CATALOGUE = load_catalogue()
CODE = record_code("0190a000-0000-7000-8000-000000000001", 3, "0" * 64, practice=False)
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


@dataclass(frozen=True)
class Made:
    """A form that was drawn: what it was made of, the file, and the text of its pages."""

    blocks: Sequence[Block]
    pdf: Pdf
    texts: Sequence[str]

    @property
    def text(self) -> str:
        """The words of all pages."""
        return " ".join(self.texts)

    @property
    def unbroken(self) -> str:
        """The letters of all pages without what stands in margins: what a page broke is whole."""
        pages = [squeezed(page).removesuffix(squeezed(UNVERIFIED)) for page in self.texts]
        return "".join(
            page.removesuffix(str(number)) if number > 1 else page
            for number, page in enumerate(pages, 1)
        )


def made(
    folder: Path,
    form: Form,
    subject: Any,
    *,
    day: date | None = SHEET.day,
    code: PaperCode | None = None,
) -> Made:
    """Draw a form and check what holds for each: our fonts, the remark, the edges."""
    sheet = Sheet(ISSUERS[form.body], day)
    blocks = form.blocks(sheet, subject)
    drawn = render_all(form, [Document("", blocks, code)], practice=False)
    pdf = saved(folder, drawn.pdf)
    texts = pdf.texts()
    assert pdf.strange_fonts() == []
    assert [UNVERIFIED in page for page in texts] == [not form.verified] * len(texts)
    assert pdf.flaws() == []
    return Made(blocks, pdf, texts)


def judged_by_others(pdf: Pdf) -> None:
    """Let other programs say that a file is sound and carries its fonts."""
    pdf.run("qpdf", "--check", "{}")
    assert not [name for name, embedded, part in pdf.fonts() if not (embedded and part)]


@pytest.mark.parametrize(("form", "register"), CASES)
def test_a_filled_form_says_all_that_it_asks(
    tmp_path: Path, form: Form, register: Register
) -> None:
    record = subject(form, register)
    if form.hindrance is not None:
        assert form.hindrance(subject(form, register)) is None
    found = made(tmp_path, form, body(form, record), code=CODE)
    assert list(missing(record, found.text)) == []
    if register.name in {*form.registers[:1], *LONG_SLIPS}:
        judged_by_others(found.pdf)
        assert unlike_the_decree(found.pdf, found.blocks) == []
        assert found.pdf.codes_at_foot() == [CODE.scanned] * len(found.texts)


@pytest.mark.parametrize(("form", "register"), LONG_CASES)
def test_long_names_many_rows_and_long_texts_are_neither_cut_nor_over_each_other(
    tmp_path: Path, form: Form, register: Register
) -> None:
    record = subject(form, register, long=True)
    found = made(tmp_path, form, body(form, record))
    assert list(missing(record, found.unbroken)) == []


@pytest.mark.parametrize(("form", "register"), LONG_CASES)
def test_empty_fields_leave_room_for_the_hand(
    tmp_path: Path, form: Form, register: Register
) -> None:
    given = FITTING.get(form.code, {}).get(register.name, {})
    record = RecordSubject(register, "17/2023", {**given}, {})
    assert "None" not in made(tmp_path, form, body(form, record)).text


@pytest.mark.parametrize("form", [form for form in OF_RECORDS if form.blank], ids=lambda f: f.code)
def test_a_blank_form_has_its_title_and_room(tmp_path: Path, form: Form) -> None:
    blank = None
    if not form.registers:
        blank = RecordSubject(CATALOGUE.by_name["disputes"], "", {}, {}, blank=True)
    found = made(tmp_path, form, blank, day=None)
    judged_by_others(found.pdf)
    assert "None" not in found.text
    assert not re.findall(r"\d/2023\b(?!/QH)", found.text)


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


def test_the_minutes_of_a_key_handover_are_laid_out_as_the_decree_asks(tmp_path: Path) -> None:
    """With names as long as they come, and blank; all stands on one sheet of two pages."""
    form = all_forms()["key-handover"]
    name = "Nguyễn Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ"
    told = HandoverSubject(
        giver=KeyHolder(name, "Thượng úy", "Trưởng Công an"),
        taker=KeyHolder(f"{name} Mẫu", None, None),
        on=date(2024, 1, 15),
        signed_at=datetime(2024, 1, 15, 8, 5, tzinfo=ZONE),
        serial="4bb4378224d23ae7599708760e7a56c4",
        until=date(2027, 1, 14),
        certificate="0123456789abcdef" * 4,
        request="fedcba9876543210" * 4,
    )
    everywhere = ("BIÊN BẢN", "Bàn giao khóa ký số", "Phong bì phiếu khôi phục", "BÊN NHẬN")
    of_both = ("Cấp bậc: Thượng úy", "08 giờ 05 phút, ngày 15 tháng 01 năm 2024", "14/01/2027")
    for filled, day, said in (
        (None, None, everywhere),
        (told, SHEET.day, (*everywhere, *of_both, name, told.serial, "0123 4567 89AB CDEF")),
    ):
        found = made(tmp_path, form, filled, day=day)
        judged_by_others(found.pdf)
        assert unlike_the_decree(found.pdf, found.blocks) == []
        assert len(found.texts) == 2
        for one in said:
            assert squeezed(one) in found.unbroken, one
