"""The values of a record as a person reads them: labels for names and codes, days as here."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.cli.answers import shown_day, shown_moment
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.phones import shown as shown_phone
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.units import UnitTree

    Values = Mapping[str, object]


_SAYS_ITSELF = frozenset({"full_name", "sex"})


def value_lines(
    session: Session, units: UnitTree, fields: Iterable[Field], values: Values
) -> Iterator[str]:
    """Yield a line for each value in the order of the form; child rows follow, numbered."""
    for field in fields:
        value = values.get(field.name)
        if value is None:
            continue
        label = field.label.text(session.language)
        if field.kind is not Kind.ROWS:
            yield f"{label}: {shown_value(session, units, field, value)}"
            continue
        yield f"{label}:"
        for number, row in enumerate(cast("list[Values]", value), 1):
            cells = value_lines(session, units, field.columns, row)
            yield f"  {number}. {'; '.join(cells)}"


def shown_value(session: Session, units: UnitTree, field: Field, value: object) -> str:
    """Return a stored value in words."""
    match field.kind, value:
        case Kind.CHOICE | Kind.CHOICES, _:
            chosen = value if isinstance(value, list) else [value]
            text = ", ".join(_code(session, field, one) for one in chosen)
        case Kind.DATE, str():
            text = shown_day(value)
        case Kind.MOMENT, str():
            text = shown_moment(value)
        case Kind.PARTIAL_MOMENT, str():
            text = shown_moment(value) if "T" in value else shown_day(value)
        case Kind.FLAG, _:
            text = session.label("cli.yes" if value else "cli.no")
        case ((Kind.INTEGER | Kind.MONEY), int()):
            text = shown_number(value, session.language)
        case Kind.PHONE, str():
            text = shown_phone(value)
        case Kind.UNIT, _:
            text = _unit(units, value)
        case Kind.PERSON, dict():
            text = ", ".join(_of_person(session, units, value))
        case _:
            text = str(value)
    return text


def _of_person(session: Session, units: UnitTree, person: Values) -> Iterator[str]:
    """Yield what is known of a person; what could be mistaken for something else has its label."""
    for one in PERSON_FIELDS:
        if person.get(one.name) is not None:
            said = shown_value(session, units, one, person[one.name])
            label = one.label.text(session.language)
            yield said if one.name in _SAYS_ITSELF else f"{label}: {said}"


def _code(session: Session, field: Field, value: object) -> str:
    code = field.code(str(value))
    return code.text(session.language) if code is not None else str(value)


def _unit(units: UnitTree, value: object) -> str:
    key = UnitKey.from_json(value)
    try:
        return f"{units.get(key).name} ({key.text})"
    except Refusal:
        return key.text
