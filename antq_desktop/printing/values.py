"""Any value of any field as it is read on paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.phones import shown as shown_phone
from antq_desktop.printing import words
from antq_desktop.printing.people import person_in_a_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.fields import Field
    from antq_desktop.printing.subjects import RecordSubject

    _Row = Mapping[str, object]

SEALED = "(niêm phong)"
"""What stands in the place of a sealed value."""


def shown(one: Field, value: object, record: RecordSubject) -> str | None:
    """Return a value of a field in words, None where there is none; rows as numbered lines."""
    if value is None or value in ("", []):
        return None
    match one.kind:
        case Kind.ROWS:
            return listed([in_a_line(one, row, record) for row in cast("list[_Row]", value)])
        case Kind.PERSON:
            return person_in_a_line(cast("_Row", value), record.unit)
        case Kind.UNIT:
            return record.unit(value)
        case Kind.REFERENCE:
            return record.references.get(str(value), "hồ sơ ở đơn vị khác")
        case _:
            worded = _WORDS.get(one.kind)
            return worded(one, value) if worded is not None else str(value)


def label_of(one: Field) -> str:
    """Return the label before a value: an amount names its currency itself."""
    return one.label.vi.removesuffix(" (đồng)") if one.kind is Kind.MONEY else one.label.vi


def _choices(one: Field, value: object) -> str:
    chosen = cast("list[str]", value)
    return "; ".join(_code(one, code.code) for code in one.codes if code.code in chosen)


def _code(one: Field, value: str) -> str:
    code = one.code(value)
    return code.label.vi if code is not None else value


def in_a_line(one: Field, row: Mapping[str, object], record: RecordSubject) -> str:
    """Return a child row in one line: its cells with their labels, those that are filled."""
    cells = ((column, shown(column, row.get(column.name), record)) for column in one.columns)
    filled = [(column, text) for column, text in cells if text]
    if len(filled) == 1:
        return filled[0][1]
    return "; ".join(
        text if column.kind is Kind.PERSON else f"{label_of(column)}: {text}"
        for column, text in filled
    )


def listed(texts: list[str]) -> str | None:
    """Return one text as it is, several as numbered lines."""
    if len(texts) <= 1:
        return texts[0] if texts else None
    return "\n" + "\n".join(f"({place}) {text}" for place, text in enumerate(texts, 1))


_WORDS: Mapping[Kind, Callable[[Field, object], str]] = {
    Kind.DATE: lambda _, value: words.partial_date(str(value)),
    Kind.PARTIAL_DATE: lambda _, value: words.partial_date(str(value)),
    Kind.MOMENT: lambda _, value: words.moment(datetime.fromisoformat(str(value))),
    Kind.PARTIAL_MOMENT: lambda _, value: words.partial_moment(str(value)),
    Kind.INTEGER: lambda _, value: words.number(int(str(value))),
    Kind.MONEY: lambda _, value: f"{words.number(int(str(value)))} đồng",
    Kind.FLAG: lambda _, value: "Có" if value else "Không",
    Kind.PHONE: lambda _, value: shown_phone(str(value)),
    Kind.CHOICE: lambda one, value: _code(one, str(value)),
    Kind.CHOICES: _choices,
}
