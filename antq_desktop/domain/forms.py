"""What stands in the fields of a form, and the values it means.

A form holds *typed* things, JSON that an unsaved form can keep as it is: text for most kinds, a
list of codes for choices, true or false for a flag, an object for a person, a list of objects for
rows, ``{"text", "id"}`` for a reference. Nothing typed is ``""``, ``None``, ``[]`` or ``{}``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.phones import shown as shown_phone
from antq_desktop.domain.problems import BadValue, Problem
from antq_desktop.domain.typed import (
    read_date,
    read_moment,
    read_number,
    read_partial_date,
    read_partial_moment,
    show_date,
    show_partial_moment,
)
from antq_desktop.domain.units import UnitKey, UnitTree, parse_unit_key
from antq_desktop.domain.vietnamese import clean, fold
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from antq_desktop.domain.fields import Code
    from antq_desktop.domain.units import Unit

    Typed = object
    Form = Mapping[str, Typed]

BETWEEN = " · "
_DATES = frozenset({Kind.DATE, Kind.PARTIAL_DATE})
_MOMENTS = frozenset({Kind.MOMENT, Kind.PARTIAL_MOMENT})
_NUMBERS = frozenset({Kind.INTEGER, Kind.MONEY})
_SEPARATORS = {"vi": ".", "en": ","}


@dataclass(frozen=True, slots=True)
class Hand:
    """Reads what is typed and shows what is stored, for one language and one day.

    ``titles`` gives the words of the records that references point to, by id.
    """

    units: UnitTree
    today: date
    language: str = "vi"
    titles: Mapping[str, str] = field(default_factory=dict)

    def show(self, one: Field, value: object) -> Typed:
        """Return what a form shows of a stored value."""
        match one.kind:
            case Kind.ROWS:
                rows = cast("list[Mapping[str, object]]", value or [])
                return [self.show_all(one.columns, row) for row in rows]
            case Kind.PERSON:
                return self.show_all(PERSON_FIELDS, cast("Mapping[str, object]", value or {}))
            case Kind.CHOICES:
                return list(cast("list[str]", value or []))
            case Kind.FLAG:
                return value
            case Kind.REFERENCE:
                text = self.titles.get(str(value), str(value)) if value else ""
                return {"text": text, "id": value} if value else {}
            case _:
                return self._text(one, value) if value is not None else ""

    def show_all(self, fields: Iterable[Field], values: Mapping[str, object]) -> dict[str, Typed]:
        """Return what a form shows of stored values; fields without any are left out."""
        return {one.name: self.show(one, values[one.name]) for one in fields if one.name in values}

    def read(self, one: Field, typed: Typed) -> object:
        """Return the value that is meant, None for nothing; BadValue if it cannot be understood.

        Of a person and of rows only what can be understood: `read_all` names the rest.
        """
        if one.kind is Kind.FLAG:
            return typed
        if isinstance(typed, str):
            return self._value(one, typed.strip()) if typed.strip() else None
        if one.kind is Kind.PERSON:
            return self.read_all(PERSON_FIELDS, cast("Form", typed or {}))[0] or None
        if one.kind is Kind.ROWS:
            rows = cast("list[Form]", typed or [])
            return [self.read_all(one.columns, row)[0] for row in rows] or None
        return _reference(cast("Form", typed)) if isinstance(typed, dict) else typed or None

    def read_all(
        self, fields: Iterable[Field], form: Form, prefix: str = ""
    ) -> tuple[dict[str, object], list[Problem]]:
        """Return the values that are meant and, as problems, what cannot be understood."""
        values: dict[str, object] = {}
        problems: list[Problem] = []
        for one in fields:
            typed, path = form.get(one.name), prefix + one.name
            try:
                value = self.read(one, typed)
            except BadValue as bad:
                problems.append(bad.at(path))
                continue
            if value is not None:
                values[one.name] = value
            problems += self._within(one, typed, path)
        return values, problems

    def unit_text(self, key: UnitKey) -> str:
        """Return the name of a unit with its code, as `read` takes it back."""
        try:
            name = self.units.get(key).name
        except Refusal:
            name = key.code
        return f"{name}{BETWEEN}{key.text}"

    def found_units(self, typed: str, most: int) -> list[Unit]:
        """Return the units that are meant by what was typed so far, those of today first."""
        return list(self.units.offered(typed.partition(BETWEEN)[0], self.today)[:most])

    def _within(self, one: Field, typed: Typed, path: str) -> list[Problem]:
        if one.kind is Kind.PERSON and isinstance(typed, dict):
            return self.read_all(PERSON_FIELDS, typed, f"{path}.")[1]
        if one.kind is not Kind.ROWS or not isinstance(typed, list):
            return []
        return [
            problem
            for number, row in enumerate(typed, 1)
            for problem in self.read_all(one.columns, row, f"{path}[{number}].")[1]
        ]

    def _text(self, one: Field, value: object) -> str:
        if one.kind in _DATES:
            return show_date(str(value))
        if one.kind in _NUMBERS:
            return f"{value:,}".replace(",", _SEPARATORS.get(self.language, "."))
        if one.kind is Kind.UNIT:
            return self.unit_text(UnitKey.from_json(value))
        if one.kind in _MOMENTS:
            return show_partial_moment(str(value))
        if one.kind is Kind.PHONE:
            return shown_phone(str(value))
        code = one.code(str(value))
        return code.text(self.language) if code else str(value)

    def _value(self, one: Field, typed: str) -> object:
        readers: Mapping[Kind, Callable[[], object]] = {
            Kind.DATE: lambda: read_date(typed, self.today),
            Kind.PARTIAL_DATE: lambda: read_partial_date(typed, self.today),
            Kind.MOMENT: lambda: read_moment(typed, self.today),
            Kind.PARTIAL_MOMENT: lambda: read_partial_moment(typed, self.today),
            Kind.INTEGER: lambda: read_number(typed),
            Kind.MONEY: lambda: read_number(typed),
            Kind.CHOICE: lambda: _code(one.codes, typed).code,
            Kind.UNIT: lambda: self._unit(typed).as_json(),
        }
        return readers.get(one.kind, lambda: typed)()

    def _unit(self, typed: str) -> UnitKey:
        try:
            return self.units.get(parse_unit_key(typed.rpartition(BETWEEN)[2])).key
        except Refusal:
            named = [
                unit
                for unit in self.units.search(typed, self.today)
                if fold(typed) in (fold(unit.name), fold(unit.name.partition(" ")[2]))
            ]
            if len(named) == 1:
                return named[0].key
            raise BadValue("typed.unit") from None


def found_codes(codes: Iterable[Code], typed: str) -> list[Code]:
    """Return the codes whose words begin with those typed, with or without marks."""
    asked = fold(typed).split()
    return [
        code
        for code in codes
        if all(any(word.startswith(part) for word in _known(code)) for part in asked)
    ]


def _all_words(code: Code) -> tuple[str, ...]:
    return (code.label.vi, code.label.en, code.text("vi"), code.text("en"))


def _known(code: Code) -> list[str]:
    return fold(f"{code.label.vi} {code.label.en}").split()


def _code(codes: Iterable[Code], typed: str) -> Code:
    text, key = clean(typed), fold(typed)
    exact = [code for code in codes if code.means(text)]
    alike = [code for code in codes if key in {fold(words) for words in _all_words(code)}]
    if len(exact) == 1:
        return exact[0]
    if len(alike) == 1:
        return alike[0]
    raise BadValue("typed.choice")


def _reference(typed: Form) -> object:
    if typed.get("id"):
        return typed["id"]
    if typed.get("text"):
        raise BadValue("typed.reference")
    return None
