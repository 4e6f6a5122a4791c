"""The records of a sample year: of the stream of invented ones, as many of each sort as planned."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, cast

from antq_desktop.errors import Fault
from antq_desktop.services.sample import SAMPLES
from antq_desktop.services.sample_sorts import ANY, sort_of
from antq_desktop.services.sample_standard import files, subjects_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.services.sample import Sample
    from antq_desktop.services.sample_base import Object

    Sorts = Mapping[str, int]

#: After so many records of a stream something in it has changed: a sort comes no more.
_PATIENCE = 20_000
#: Among how many numbers the first one of a book is, so that communes are not all alike.
_TURNS = 48
#: Books whose records are numbered from the first; in the others codes take turns from anywhere.
_FROM_ONE = frozenset(
    {
        *("residential_areas", "organizations", "police_officers", "security_teams"),
        *("committee_members", "documents"),
    }
)


def records_of_year(register: Register, sample: Sample, sorts: Sorts) -> list[Object]:
    """Return the records of a book in the order of their days: as many of each sort as planned.

    ``sample`` gives unit, year and seed, and what was saved before.
    """
    name = register.name
    if name == "security_standard":
        return list(files(sample, _fates(sample, sorts)))
    if name in _FROM_ONE:
        return list(_picked(name, sample, sorts))
    start = Random(f"{sample.seed} {name} {sample.unit.key.text}").randrange(_TURNS)
    return sorted(
        _picked(name, replace(sample, start=start), sorts),
        key=lambda values: str(values.get(register.event_field) or ""),
    )


def _picked(name: str, sample: Sample, sorts: Sorts) -> Iterator[Object]:
    """Yield of the stream of a register what is still wanted, until nothing is."""
    if set(sorts) == {ANY}:
        yield from SAMPLES[name](replace(sample, records=sorts[ANY]))
        return
    left, persons = dict(sorts), set[object]()
    stream = SAMPLES[name](replace(sample, records=_PATIENCE))
    while any(left.values()):
        values = next(stream, None)
        if values is None:
            raise Fault(f"the stream of {name} has too few: {left}")
        sort = sort_of(name, values, sample.year)
        if sort is not None and left.get(sort) and _is_new(values, persons):
            left[sort] -= 1
            yield values


def _is_new(values: Object, persons: set[object]) -> bool:
    """Say whether a record is about nobody that another one is about; figures count persons."""
    person = values.get("person")
    if not isinstance(person, dict):
        return True
    number = cast("Object", person)["id_number"]
    new = number not in persons
    persons.add(number)
    return new


def _fates(sample: Sample, failing: Sorts) -> Callable[[str], str]:
    """Return what becomes of one subject after another: one of some kinds fails, the rest do not.

    ``failing`` names the kinds of which one fails; which one, chance says.
    """
    random = Random(f"{sample.seed} fates {sample.unit.key.text}")
    subjects = Counter(
        str(subject["subject_kind"]) for subject in subjects_of(sample) if subject["in_scope"]
    )
    place = {kind: random.randrange(subjects[kind]) for kind in failing if subjects[kind]}
    seen: Counter[str] = Counter()

    def fate(kind: str) -> str:
        seen[kind] += 1
        if place.get(kind) == seen[kind] - 1:
            return "failed"
        return random.choices(("certified", "passed"), (9, 1))[0]

    return fate
