"""Rules about a person of a record: guardian, age, and what the personal number says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.ages import ages, is_minor
from antq_desktop.domain.personal_numbers import parse_personal_number
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    NĐ 137/2015 Đ13: its digits tell both. Never more than a warning: papers can differ.
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        for name in persons:
            value = seen.get(name)
            if isinstance(value, Mapping) and _differs(cast("Mapping[str, str]", value)):
                yield Problem(name, "rules.number_differs", grave=False)

    return Rule(fields=persons, check=run, basis="NĐ 137/2015/NĐ-CP Đ13")


def _differs(person: Mapping[str, str]) -> bool:
    if "id_number" not in person:
        return False
    number = parse_personal_number(person["id_number"])
    sex, birth = person.get("sex", "unknown"), person.get("born", "")
    return (number.sex is not None and sex not in {number.sex, "unknown"}) or (
        number.birth_year is not None and bool(birth) and int(birth[:YEAR]) != number.birth_year
    )
