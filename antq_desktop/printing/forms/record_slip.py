"""Phiếu trích sổ: one record of any register, all its fields as they are declared.

Sealed fields are masked unless the head reveals them. What is private stands on it: it is a paper
of the unit that keeps the book. The office prints what was shared with it, and the slip says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Kind, Label, Travel
from antq_desktop.domain.register import MOVES
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Align,
    Choice,
    Column,
    Framed,
    Line,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import minutes_head, signer
from antq_desktop.printing.people import person_lines
from antq_desktop.printing.values import SEALED, in_a_line, label_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Section
    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject

_BLANK_ROWS, _BLANK_LINES = 3, 5


def _blocks(sheet: Sheet, record: RecordSubject) -> Sequence[Block]:
    register = record.register
    return [
        minutes_head(sheet),
        Title("PHIẾU TRÍCH SỔ", register.label.vi),
        Framed("LƯU HÀNH NỘI BỘ"),
        Line("Số vào sổ", record.book or None),
        *_remarks(record),
        *contents(record),
        Text(f"{_source(record)}, {words.day_in_words(sheet.day)}.", Style.PLAIN),
        Signatures((Signature("NGƯỜI TRÍCH SỔ"), signer(sheet))),
    ]


def contents(record: RecordSubject) -> Iterator[Block]:
    """Yield all that a record holds, section by section, and its moves."""
    for section in record.register.sections:
        yield from _section(section, record)
    yield from _moves(record)


def _source(record: RecordSubject) -> str:
    return "Trích từ sổ" if record.origin is None else "In từ hồ sơ nhận chuyển"


def _remarks(record: RecordSubject) -> Iterator[Block]:
    if record.origin is not None:
        came = f"{record.origin.on:%d/%m/%Y}"
        yield Text(f"Hồ sơ do {record.origin.unit} chuyển đến, nhận ngày {came}.", Style.PLAIN)
    if record.partial:
        yield Text("Chỉ gồm phần số liệu mà đơn vị lập hồ sơ đã gửi.", Style.PLAIN)


def _section(section: Section, record: RecordSubject) -> Iterator[Block]:
    """Yield a section with what is filled in it; nothing where nothing is."""
    blocks = [block for one in section.fields for block in _field(one, record)]
    if blocks:
        yield Text(section.label.vi, Style.HEADING)
        yield from blocks


def _field(one: Field, record: RecordSubject) -> Iterator[Block]:
    if record.blank:
        yield from _empty(one)
        return
    if one.travel is Travel.CONFIDENTIAL and record.confidential is None:
        if record.sealed:
            yield Line(one.label.vi, SEALED)
        return
    value = _value(one, record)
    if one.kind is Kind.ROWS and isinstance(value, list):
        yield Text(f"{one.label.vi}:", Style.PLAIN)
        yield _rows(value, one, record)
        return
    text = shown(one, value, record)
    if text:
        yield Line(label_of(one), text)


def _empty(one: Field) -> Iterator[Block]:
    """Yield the room that the hand needs for a field."""
    match one.kind:
        case Kind.PERSON:
            yield Text(f"{one.label.vi}:", Style.PLAIN)
            yield from person_lines({}, lambda _: None)
        case Kind.CHOICE | Kind.CHOICES:
            yield Choice(one.label.vi, [(code.label.vi, False) for code in one.codes])
        case Kind.FLAG:
            yield Choice(one.label.vi, [("Có", False), ("Không", False)])
        case Kind.ROWS:
            share = 92 // len(one.columns)
            columns = [Column(column.label.vi, share) for column in one.columns]
            empty = Row([""] * (len(columns) + 1))
            yield Text(f"{one.label.vi}:", Style.PLAIN)
            yield Table([Column("STT", 8, Align.CENTRE), *columns], [empty] * _BLANK_ROWS)
        case Kind.LONG_TEXT:
            yield Line(one.label.vi, None, _BLANK_LINES)
        case _:
            yield Line(one.label.vi, None)


def _value(one: Field, record: RecordSubject) -> object:
    if one.travel is Travel.CONFIDENTIAL and record.confidential is not None:
        return record.confidential.get(one.name)
    return record.values.get(one.name)


def _rows(rows: Sequence[Mapping[str, object]], one: Field, record: RecordSubject) -> Table:
    """Return child rows as a numbered table, each in a line of its filled cells."""
    return Table(
        (Column("STT", 8, Align.CENTRE), Column("Nội dung", 92)),
        [Row((str(place), in_a_line(one, row, record))) for place, row in enumerate(rows, 1)],
    )


def _moves(record: RecordSubject) -> Iterator[Block]:
    rows = record.rows(MOVES)
    if not rows:
        return
    field = record.register.moves_field
    columns = (
        Column("STT", 8, Align.CENTRE),
        Column("Trạng thái", 46),
        Column("Ngày", 30, Align.CENTRE),
        Column("Sửa dòng số", 16, Align.CENTRE),
    )
    yield Text(field.label.vi, Style.HEADING)
    yield Table(
        columns,
        [
            Row(
                (
                    str(place),
                    *(
                        shown(field.column(name), row.get(name), record) or ""
                        for name in ("state", "on", "replaces")
                    ),
                )
            )
            for place, row in enumerate(rows, 1)
        ],
    )


FORM = Form(
    code="record-slip",
    title=Label("Phiếu trích sổ", "Slip of a record"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.OWN,
    needs=Needs.RECORD,
    blank=True,
    seals=True,
    partial=True,
    blocks=_blocks,
)
