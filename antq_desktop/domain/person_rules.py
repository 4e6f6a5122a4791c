"""Rules about a person of a record: guardian, age, and what the personal number says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.ages import ages, is_minor
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.identity_papers import CMND, CMND_ENDED, IDENTITY, kind_of
from antq_desktop.domain.personal_numbers import INVENTED_PROVINCE, parse_personal_number
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.rules import Seen

YEAR = 4  # characters of a birth date that is a year alone


def born(seen: Seen, person: str) -> str | None:
    """Return the birth date of a person value, which may be partial; None without one."""
    value = seen.get(person)
    found = value.get("born") if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else None


def day_of(seen: Seen, *names: str) -> date | None:
    """Return the first of these dates that is there."""
    found = (seen.text(name) for name in names)
    return next((date.fromisoformat(text[:10]) for text in found if text), None)


def minors_have_guardians(person: str, guardian: str, *days: str) -> Rule:
    """Make the rule that somebody under 18 on the first of these days that is there has a guardian.

    The files of administrative measures name the parents or the guardian of a minor (A.0.1).
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        birth, day = born(seen, person), day_of(seen, *days)
        if birth and day and is_minor(birth, day) and seen.get(guardian) is None:
            yield Problem(guardian, "rules.guardian")

    return Rule(fields=(person, guardian, *days), check=run)


def of_age_for(
    person: str, code: str, limits: Mapping[str, tuple[int, int | None]], *days: str, basis: str
) -> Rule:
    """Make the rule that warns of an age that a code does not have.

    ``limits`` gives for a code of the field ``code`` the least age and the first that is too great
    (None without one). The age is that of the first of ``days`` that is there.
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        birth, day = born(seen, person), day_of(seen, *days)
        limit = limits.get(seen.text(code) or "")
        if birth is None or day is None or limit is None:
            return
        youngest, oldest = ages(birth, day)
        least, over = limit
        if oldest < least or (over is not None and youngest >= over):
            yield Problem(code, "rules.age", grave=False, values={"age": oldest})

    return Rule(fields=(person, code, *days), check=run, basis=basis)


def number_fits(*persons: str) -> Rule:
    """Make the rule that warns where a personal number contradicts sex or year of birth.

    NĐ 137/2015 Đ13: its digits tell both, those of other papers nothing. Never more than a
    warning: papers can differ. ``persons`` may be columns of rows ("suspects.person").
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        for path, person in _persons(seen, persons):
            if _differs(cast("Mapping[str, str]", person)):
                yield Problem(path, "rules.number_differs", grave=False)

    return Rule(fields=_fields_of(persons), check=run, basis="NĐ 137/2015/NĐ-CP Đ13")


def papers_fit(day: str, *persons: str) -> Rule:
    """Make the rule that warns of a CMND that was no more valid on a day of the record.

    Luật Căn cước 26/2023 Đ46.2: no CMND is valid from 01/01/2025 on; what carries one keeps its
    value, so that it is never more than a warning. ``persons`` may be columns of rows.
    """
    ended = CMND_ENDED.isoformat()

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        on = (seen.text(day) or "")[:10]
        for path, person in _persons(seen, persons):
            issued = str(person.get("id_issued_on") or "")
            if kind_of(person) == CMND and (on >= ended or issued >= ended):
                yield Problem(path, "rules.cmnd_ended", grave=False)

    fields = (day, *_fields_of(persons))
    return Rule(fields=fields, check=run, basis="Luật Căn cước 26/2023/QH15 Đ46.2")


def invented_numbers(
    fields: Iterable[Field], values: Mapping[str, object], prefix: str = ""
) -> Iterator[Problem]:
    """Yield a grave problem for each personal number of 12 digits that begins with 000.

    NĐ 137/2015 Đ13: the first three digits are the province of birth, and none has these. Whether
    it matters is for the caller to say: numbers for practice begin so. Numbers of other papers
    tell no province.
    """
    for field in fields:
        path, value = f"{prefix}{field.name}", values.get(field.name)
        if field.kind is Kind.ROWS and isinstance(value, list):
            for number, row in enumerate(value, 1):
                yield from invented_numbers(field.columns, row, f"{path}[{number}].")
        elif field.kind is Kind.PERSON and isinstance(value, Mapping):
            if kind_of(value) in {IDENTITY, CMND} and _invented(value.get("id_number")):
                yield Problem(f"{path}.id_number", "rules.number_invented")
        elif field.kind is Kind.PERSONAL_NUMBER and _invented(value):
            yield Problem(path, "rules.number_invented")


def _invented(number: object) -> bool:
    return isinstance(number, str) and (parse_personal_number(number).province == INVENTED_PROVINCE)


def _fields_of(persons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.partition(".")[0] for name in persons))


def _persons(seen: Seen, names: tuple[str, ...]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the persons that can be read, with their paths; one who is sealed cannot."""
    for name in names:
        field, _, column = name.partition(".")
        if not column:
            value = seen.get(field)
            if isinstance(value, Mapping):
                yield field, value
            continue
        for number, row in enumerate(seen.rows(field), 1):
            value = row.get(column)
            if isinstance(value, Mapping):
                yield f"{field}[{number}].{column}", value


def _differs(person: Mapping[str, str]) -> bool:
    if "id_number" not in person or kind_of(person) != IDENTITY:
        return False
    number = parse_personal_number(person["id_number"])
    sex, birth = person.get("sex", "unknown"), person.get("born", "")
    return (number.sex is not None and sex not in {number.sex, "unknown"}) or (
        number.birth_year is not None and bool(birth) and int(birth[:YEAR]) != number.birth_year
    )
