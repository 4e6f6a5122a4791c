"""Invented records in which every field is filled, made from the declaration of a register."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.identity_papers import number_label
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.phones import shown as shown_phone
from antq_desktop.printing import words
from antq_desktop.printing.subjects import RecordSubject

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Register

UNIT = {"code": "13600", "valid_from": "2020-01-01"}
UNITS = {"13600@2020-01-01": "Xã Bắc Lý"}
REFERENCE = "0190a000-0000-7000-8000-000000000001"
REFERENCES = {REFERENCE: "R04/5/2023"}
LONG_NAME = "Hoàng Thị Tên Rất Dài Của Người Mẫu Để Thử Chỗ Trên Giấy Không Bị Cắt"
NARRATIVE = "Nhân dân trình báo sự việc xảy ra tại khu dân cư và đề nghị xem xét. "

_PAGES, _LINES = 130, 20
"""How often it stands in three pages, and in some fifteen lines."""


class Asked(dict[str, Any]):
    """Values that remember which of them were asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value, and remember its name."""
        self.names.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Any:
        self.names.add(name)
        return super().__getitem__(name)


class Filler:
    """Fills fields one after the other, no two alike; ``long`` makes them as long as may be."""

    def __init__(self, *, long: bool = False, rows: int = 2) -> None:
        self._long = long
        self._rows = rows
        self._count = self._texts = 0

    def record(self, register: Register, **given: object) -> RecordSubject:
        """Return a registered record; ``given`` replaces what would be filled in."""
        own = [one for one in register.fields if one.travel is not Travel.CONFIDENTIAL]
        sealed = [one for one in register.fields if one.travel is Travel.CONFIDENTIAL]
        values = {one.name: self.value(one) for one in own} | given
        return RecordSubject(
            register,
            "17/2023",
            Asked({name: value for name, value in values.items() if value is not None}),
            UNITS,
            sealed=bool(sealed),
            confidential=Asked({one.name: self.value(one) for one in sealed}) if sealed else None,
            references=REFERENCES,
        )

    def value(self, one: Field) -> Any:
        """Return the next value of a field."""
        self._count += 1
        number = self._count
        if one.kind is Kind.ROWS:
            return [Asked(self._row(one.columns)) for _ in range(self._rows)]
        if one.kind is Kind.PERSON:
            return Asked(self._row(PERSON_FIELDS))
        if one.kind is Kind.CHOICE:
            return one.codes[number % len(one.codes)].code
        if one.kind is Kind.CHOICES:
            return sorted(code.code for code in one.codes)
        if one.kind is Kind.LONG_TEXT:
            self._texts += 1
            # Three pages once; the others are long enough to be broken.
            many = (_PAGES if self._texts == 1 else _LINES) if self._long else 3
            return f"{NARRATIVE * many}Mục {number}."
        at = datetime(2023, 3, number % 28 + 1, number % 24, number % 60, tzinfo=ZONE)
        plain: Mapping[Kind, Any] = {
            Kind.DATE: at.date().isoformat(),
            Kind.PARTIAL_DATE: at.date().isoformat(),
            Kind.MOMENT: at.isoformat(timespec="minutes"),
            Kind.PARTIAL_MOMENT: at.isoformat(timespec="minutes"),
            Kind.INTEGER: 1_000 + number,
            Kind.MONEY: 1_000_000 + number,
            Kind.FLAG: True,
            Kind.UNIT: UNIT,
            Kind.REFERENCE: REFERENCE,
            Kind.PERSONAL_NUMBER: f"000190{number:06}",
            Kind.PAPER_NUMBER: f"000190{number:06}",
            Kind.PHONE: f"+84912{number:06}",
        }
        text = f"{LONG_NAME} {number}" if self._long else f"Mẫu số {number}"
        return plain.get(one.kind, text)

    def _row(self, columns: tuple[Field, ...]) -> dict[str, Any]:
        return {column.name: self.value(column) for column in columns}


def squeezed(text: str) -> str:
    """Return a text without blanks, as it is compared: lines break anywhere."""
    return "".join(text.split())


def missing(record: RecordSubject, text: str) -> Iterator[str]:
    """Yield the fields that a form asked for, and whose words are not in its text."""
    page = squeezed(text)
    confidential = record.confidential or {}
    for one in record.register.fields:
        source = confidential if one.travel is Travel.CONFIDENTIAL else record.values
        asked = source.names if isinstance(source, Asked) else set()
        value = dict(source).get(one.name)
        if one.name not in asked or value is None:
            continue
        yield from (f"{one.name}: {said}" for said in _unsaid(one, value, page))


def _unsaid(one: Field, value: Any, page: str) -> Iterator[str]:
    if one.kind is Kind.ROWS:
        for row in value:
            asked = row.names if isinstance(row, Asked) else set()
            for column in one.columns:
                if column.name in asked:
                    yield from _unsaid(column, dict(row)[column.name], page)
        return
    if one.kind is Kind.PERSON:
        for column in PERSON_FIELDS:
            if column.name in value.names:
                yield from _unsaid(column, dict(value)[column.name], page)
        return
    ways = _ways(one, value)
    if not any(_stands(squeezed(way), page) for way in ways):
        yield ways[0][:80]


def _stands(text: str, page: str) -> bool:
    """Say whether a text is there, whole or broken once: a cell that goes on on the next page."""
    return text in page or any(
        text[:at] in page and text[at:] in page for at in range(1, min(len(text), 200))
    )


def _ways(one: Field, value: Any) -> list[str]:
    """Return the ways in which a value may stand on paper."""
    if one.name == "id_kind" or one.kind is Kind.UNIT:
        # A kind of paper is said by what its number is called; both also within a line.
        (unit,) = UNITS.values()
        label = unit if one.kind is Kind.UNIT else number_label({one.name: value}).vi
        return [label, label[0].lower() + label[1:]]
    if one.kind in {Kind.DATE, Kind.PARTIAL_DATE}:
        return [words.partial_date(value), words.day_in_words(date.fromisoformat(value))]
    if one.kind in {Kind.MOMENT, Kind.PARTIAL_MOMENT}:
        at = datetime.fromisoformat(value)
        in_words = [words.moment(at), words.moment_in_words(at), words.day_in_words(at.date())]
        return [*in_words, words.partial_date(value[:10])]
    if one.kind is Kind.CHOICES:
        # In the order of the codes; or each behind a box of its own, in the order of the form.
        return ["; ".join(code.label.vi for code in one.codes)]
    labels = {code.code: code.label.vi for code in one.codes}
    plain = {
        Kind.CHOICE: labels.get(str(value), ""),
        Kind.FLAG: "Có" if value else "Không",
        Kind.REFERENCE: REFERENCES.get(str(value), ""),
    }
    if one.kind in {Kind.INTEGER, Kind.MONEY}:
        return [words.number(value), str(value)]
    return [shown_phone(value) if one.kind is Kind.PHONE else plain.get(one.kind, str(value))]
