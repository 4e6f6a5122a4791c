"""Reading raw values (JSON, typed text, a foreign line) into the one canonical form of each kind.

Canonical forms: text NFC; dates ``YYYY-MM-DD``, partial dates also ``YYYY`` and ``YYYY-MM``;
moments ``YYYY-MM-DDTHH:MM+07:00`` (seconds only where given); partial moments a partial date or a
moment; choices sorted; units ``{"code",
"valid_from"}``; phones E.164; rows lists of objects, none empty. Reading a canonical value gives it
back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import (
    LARGEST_INTEGER,
    LONG_TEXT_LIMIT,
    PAPER_NUMBER_LIMIT,
    ROW_LIMIT,
    TEXT_LIMIT,
    Field,
    Kind,
)
from antq_desktop.domain.identity_papers import read_number
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.personal_numbers import NotAPersonalNumber, parse_personal_number
from antq_desktop.domain.phones import NotAPhone, parse_phone
from antq_desktop.domain.problems import BadValue, Problem
from antq_desktop.domain.units import UnitKey, UnitTree
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")

# A year outside these is a slip of the hand; limits that run from the last year are still days.
EARLIEST, LATEST = 1900, 2199

#: NFC makes at most three characters into one (ệ typed as e and two marks); blanks go as well.
_SHRINKS = 4

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values against what is known besides the field: the units, and the day they must hold.

    ``units`` None leaves unit codes unchecked beyond their form (a foreign line from a unit tree
    that is newer than ours is judged by the bundle's own checks). ``of_a_part`` keeps child rows
    that are empty: what travels says how many rows there are, even if one has nothing to share.
    """

    units: UnitTree | None
    today: date
    of_a_part: bool = False

    def read(self, field: Field, raw: object) -> object:
        """Return the canonical value, or None for an empty one; BadValue if it cannot be stored."""
        if not raw and (raw is None or raw in ("", [])):
            return None
        return _READERS[field.kind](self, field, raw)

    def read_all(
        self, fields: Iterable[Field], raw: Mapping[str, object], prefix: str = ""
    ) -> tuple[dict[str, object], list[Problem]]:
        """Read an object of fields; unknown names and bad values become problems."""
        known = {field.name: field for field in fields}
        values: dict[str, object] = {}
        problems: list[Problem] = []
        for name, value in raw.items():
            field = known.get(name)
            if field is None:
                # The name is foreign text: it is repeated only if it could be a field's.
                shown = name if name.isascii() and name.isidentifier() else "?"
                problems.append(Problem(prefix + shown[:TEXT_LIMIT], "values.unknown_field"))
                continue
            read: object
            if field.kind is Kind.ROWS and isinstance(value, list):
                rows, found = self._rows(field, value, prefix + name)
                problems.extend(found)
                read = rows or None
            else:
                try:
                    read = self.read(field, value)
                except BadValue as bad:
                    problems.append(bad.at(prefix + name))
                    continue
            if read is not None:
                values[name] = read
        return values, problems

    def _rows(
        self, field: Field, raw: list[object], path: str
    ) -> tuple[list[dict[str, object]], list[Problem]]:
        if len(raw) > ROW_LIMIT:
            return [], [Problem(path, "values.too_many_rows", values={"limit": ROW_LIMIT})]
        rows: list[dict[str, object]] = []
        problems: list[Problem] = []
        for number, row in enumerate(raw, 1):
            place = f"{path}[{number}]"
            if not isinstance(row, dict):
                problems.append(Problem(place, "values.type"))
                continue
            values, found = self.read_all(field.columns, row, place + ".")
            problems.extend(found)
            missing = [
                Problem(f"{place}.{column.name}", "values.required")
                for column in field.columns
                if column.required and column.name not in values
            ]
            # A bad value is already named; saying "missing" too would be a second, wrong, reason.
            named = {problem.field for problem in found}
            problems.extend(problem for problem in missing if problem.field not in named)
            if values or self.of_a_part:
                rows.append(values)
        return rows, problems


def _text(limit: int, *, lines: bool) -> Callable[[Reader, Field, object], object]:
    def read(_reader: Reader, _field: Field, raw: object) -> object:
        typed = expect(raw, str)
        text = clean(typed) if len(typed) <= limit * _SHRINKS else typed
        if len(text) > limit:
            raise BadValue("values.too_long", limit=limit, length=len(text))
        bad = forbidden_characters(text)
        if bad:
            raise BadValue("values.characters", characters=", ".join(bad[:5]))
        if not lines and "\n" in text:
            raise BadValue("values.one_line")
        return text or None

    return read


def expect(raw: object, kind: type[T]) -> T:
    """Return ``raw`` if it is of that JSON type (a flag is no integer); BadValue if not."""
    if isinstance(raw, kind) and not (kind is int and isinstance(raw, bool)):
        return raw
    raise BadValue("values.type")


def _date(_reader: Reader, _field: Field, raw: object) -> object:
    return _day(expect(raw, str)).isoformat()


@lru_cache(maxsize=1024)
def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise BadValue("values.date")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadValue("values.no_such_date") from None
    if not EARLIEST <= day.year <= LATEST:
        raise BadValue("values.year", earliest=EARLIEST, latest=LATEST)
    return day


def _partial_date(_reader: Reader, _field: Field, raw: object) -> object:
    text = expect(raw, str)
    _day(text + "-01-01"[len(text) - 4 :] if len(text) in {4, 7} else text)
    return text


def _moment(_reader: Reader, _field: Field, raw: object) -> object:
    text = expect(raw, str)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadValue("values.moment") from None
    if moment.tzinfo is None or moment.microsecond or "T" not in text:
        raise BadValue("values.moment")
    try:
        local = moment.astimezone(ZONE)
    except OverflowError:
        raise BadValue("values.year", earliest=EARLIEST, latest=LATEST) from None
    if not EARLIEST <= local.year <= LATEST:
        raise BadValue("values.year", earliest=EARLIEST, latest=LATEST)
    return local.isoformat(timespec="seconds" if local.second else "minutes")


def _partial_moment(reader: Reader, field: Field, raw: object) -> object:
    text = expect(raw, str)
    return _moment(reader, field, text) if "T" in text else _partial_date(reader, field, text)


def _integer(_reader: Reader, field: Field, raw: object) -> object:
    number = expect(raw, int)
    if not field.minimum <= number <= LARGEST_INTEGER:
        raise BadValue("values.range", minimum=field.minimum)
    return number


def _choice(_reader: Reader, field: Field, raw: object) -> object:
    stored = field.code(expect(raw, str))
    if stored is not None:
        return stored.code
    text = clean(cast("str", raw))
    for code in field.codes:
        if code.means(text):
            return code.code
    raise BadValue("values.choice")


def _choices(reader: Reader, field: Field, raw: object) -> object:
    return sorted({cast("str", _choice(reader, field, one)) for one in expect(raw, list)})


def _flag(_reader: Reader, _field: Field, raw: object) -> object:
    return expect(raw, bool)


def _personal_number(_reader: Reader, _field: Field, raw: object) -> object:
    try:
        return parse_personal_number(expect(raw, str)).digits
    except NotAPersonalNumber:
        raise BadValue("values.personal_number") from None


def _phone(_reader: Reader, _field: Field, raw: object) -> object:
    try:
        return parse_phone(expect(raw, str))
    except NotAPhone:
        raise BadValue("values.phone") from None


def _unit(reader: Reader, _field: Field, raw: object) -> object:
    try:
        if isinstance(raw, dict):
            key = UnitKey.from_json(raw)
            return (reader.units.get(key).key if reader.units is not None else key).as_json()
        text = expect(raw, str)
        if reader.units is not None:
            return reader.units.resolve(text, reader.today).key.as_json()
    except Refusal as refusal:
        raise BadValue("values.unit") from refusal
    raise BadValue("values.type")  # a code alone means nothing without the units


def _person(reader: Reader, _field: Field, raw: object) -> object:
    values, problems = reader.read_all(PERSON_FIELDS, expect(raw, dict))
    if problems:
        first = problems[0]
        raise BadValue(first.rule, **first.values).inside(first.field)
    if "full_name" not in values:
        raise BadValue("values.person_name").inside("full_name")
    if "id_number" in values:
        kind = cast("str | None", values.get("id_kind"))
        try:
            values["id_number"] = read_number(kind, str(values["id_number"]))
        except BadValue as bad:
            raise bad.inside("id_number") from None
    return values


def _reference(_reader: Reader, _field: Field, raw: object) -> object:
    text = expect(raw, str)
    try:
        if str(UUID(text)) == text:
            return text
    except ValueError:
        pass
    raise BadValue("values.reference")


def _no_rows(_reader: Reader, _field: Field, _raw: object) -> object:
    raise BadValue("values.type")  # lists are read row by row; anything else is none


_READERS: Mapping[Kind, Callable[[Reader, Field, object], object]] = {
    Kind.TEXT: _text(TEXT_LIMIT, lines=False),
    Kind.LONG_TEXT: _text(LONG_TEXT_LIMIT, lines=True),
    Kind.DATE: _date,
    Kind.PARTIAL_DATE: _partial_date,
    Kind.MOMENT: _moment,
    Kind.PARTIAL_MOMENT: _partial_moment,
    Kind.INTEGER: _integer,
    Kind.MONEY: _integer,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.PERSONAL_NUMBER: _personal_number,
    Kind.PAPER_NUMBER: _text(PAPER_NUMBER_LIMIT, lines=False),
    Kind.PHONE: _phone,
    Kind.UNIT: _unit,
    Kind.PERSON: _person,
    Kind.ORGANIZATION: _text(TEXT_LIMIT, lines=False),
    Kind.REFERENCE: _reference,
    Kind.OFFICER: _text(TEXT_LIMIT, lines=False),
    Kind.ROWS: _no_rows,
}
