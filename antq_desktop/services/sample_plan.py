"""How many records of each sort every commune of a sample year gets.

The sums over all communes are the published figures of the year; a demonstration of fewer communes
gets a part of them. What a sort is, `sample_sorts` says.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from antq_desktop.services.sample_sorts import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.services.published import Published

    Table = Mapping[str, Published]
    #: How many records of each sort, by register and sort.
    Share = Mapping[str, Mapping[str, int]]

#: The kinds of unit that were to get regular police; the others are wards.
REGULAR = ("xa", "thi-tran")
_EVEN = {"xa": 1.0, "phuong": 1.0, "thi-tran": 1.0}
_PEOPLE = {"xa": 1.0, "phuong": 1.4, "thi-tran": 1.5}
_TOWNS = {"xa": 1.0, "phuong": 2.6, "thi-tran": 3.0}

#: Records of books that no published figure is about, a commune: from how many to how many.
_OTHER_BOOKS = {
    "drug_user_management": (1, 3),
    "key_areas": (0, 2),
    "other_forces": (4, 7),
    "security_teams": (3, 6),
    "committee_members": (8, 8),
    "committee_tasks": (3, 6),
    "committee_meetings": (3, 5),
    "inspections": (1, 2),
    "committee_reviews": (2, 2),
    "coordination_programmes": (2, 4),
    "documents": (8, 14),
}


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of records: how many in all, and between how many a commune, by the kind of unit."""

    register: str
    name: str
    total: int
    weights: Mapping[str, float]
    least: int = 0
    most: int | None = None


def plan_year(communes: Sequence[Unit], table: Table, seed: int) -> dict[UnitKey, Share]:
    """Return what each commune gets; the same for the same seed.

    ``communes`` may be fewer than the table is about: then everything becomes less alike, rounded
    up, so that no figure is lost.
    """
    random = Random(f"{seed} plan")
    scale = _Scale(table, communes)
    plan: dict[UnitKey, dict[str, dict[str, int]]] = {
        unit.key: defaultdict(dict) for unit in communes
    }
    for sort in (*_counted(scale, random), *_beside(scale)):
        units = [unit for unit in communes if unit.kind in sort.weights]
        for unit, number in zip(units, _spread(random, sort, units), strict=True):
            plan[unit.key][sort.register][sort.name] = number
    failing = iter(random.sample(communes, k=sum(n for _, n in scale.failing())))
    for kind, number in scale.failing():
        # No commune has two: each must keep 70 % of those that registered (TT 124/2021 Đ5.4).
        for _ in range(number):
            plan[next(failing).key]["security_standard"][kind] = 1
    for unit in communes:
        for register, (least, most) in _OTHER_BOOKS.items():
            plan[unit.key][register][ANY] = random.randint(least, most)
    return {
        key: {name: dict(sorts) for name, sorts in share.items()} for key, share in plan.items()
    }


class _Scale:
    """The published figures for as many communes as there are."""

    def __init__(self, table: Table, communes: Sequence[Unit]) -> None:
        self._table = table
        self._communes = len(communes)
        self.regular = sum(unit.kind in REGULAR for unit in communes)
        self.wards = len(communes) - self.regular

    def part(self, number: int) -> int:
        """Return the part of a number that falls to these communes, rounded up."""
        return -(-number * self._communes // self._all("B7.2"))

    def value(self, code: str) -> int:
        """Return the part of a published value."""
        return self.part(self._table[code].value)

    def subjects(self, code: str) -> int:
        """Return the part of a published denominator."""
        return self.part(self._all(code))

    def failing(self) -> list[tuple[str, int]]:
        """Return how many of each kind of subject did not meet the standard, rounded down."""
        kinds = ("residential_area", "agency", "enterprise", "school")
        lacking = {
            kind: self._all(code) - self._table[code].value
            for kind, code in zip(kinds, ("B7.1", "B7.3", "B7.4", "B7.5"), strict=True)
        }
        return [(kind, n * self._communes // self._all("B7.2")) for kind, n in lacking.items()]

    def officers(self) -> int:
        """Return the part of the officers, which are in some kinds of unit alone."""
        return -(-self._table["B8.2"].value * self.regular // self._all("B8.1"))

    def _all(self, code: str) -> int:
        whole = self._table[code].denominator
        if whole is None:
            raise LookupError(f"no denominator was published of {code}")
        return whole


def _counted(scale: _Scale, random: Random) -> Iterable[_Sort]:
    """Return the sorts that published figures count."""
    tips = scale.value("B1.2") + scale.part(random.randrange(12, 190))
    fresh, spread, noted = scale.value("B6.2"), scale.value("B6.3"), scale.value("B6.4")
    kept = max(scale.value("B6.1") - fresh - spread - noted, 0)
    few = dict.fromkeys(REGULAR, 1.0)
    return (
        _Sort("crime_reports", "people", tips, _PEOPLE, least=2),
        _Sort("crime_reports", "others", tips * 3 // 10, _PEOPLE),
        _Sort("disputes", "settled", scale.value("B2.2"), _EVEN, most=2),
        _Sort("administrative_measures", "proposed", scale.value("B3.1"), _PEOPLE, most=5),
        _Sort("commune_education", "applied", scale.value("B4.1"), _PEOPLE, most=5),
        _Sort("wanted_persons", "found", scale.value("B5.3"), _EVEN, most=3),
        _Sort("movement_models", "kept", kept, _EVEN, most=3),
        _Sort("movement_models", "new", fresh, _EVEN, most=1),
        _Sort("movement_models", "replicated", spread, _EVEN, most=1),
        _Sort("movement_models", "noted", noted, _EVEN, most=1),
        _Sort("residential_areas", "there", scale.subjects("B7.1"), _EVEN, least=4, most=10),
        _Sort("organizations", "agency", scale.subjects("B7.3"), _TOWNS, least=1, most=8),
        _Sort("organizations", "enterprise", scale.subjects("B7.4"), _TOWNS, least=1, most=9),
        _Sort("organizations", "school", scale.subjects("B7.5"), _EVEN, most=1),
        _Sort("police_officers", "serving", scale.officers(), few, least=5, most=10),
    )


def _beside(scale: _Scale) -> Iterable[_Sort]:
    """Return what stands in the same books and is in none of these figures."""
    ward = {"phuong": 1.0}
    return (
        _Sort("disputes", "earlier", scale.part(6), _EVEN, most=1),
        _Sort("administrative_measures", "reform_school", scale.part(5), _PEOPLE, most=1),
        _Sort("administrative_measures", "earlier", scale.part(12), _PEOPLE, most=1),
        _Sort("commune_education", "not_applied", scale.part(8), _PEOPLE, most=1),
        _Sort("commune_education", "alternative", scale.part(6), _PEOPLE, most=1),
        _Sort("wanted_persons", "at_large", scale.part(17), _EVEN, most=2),
        _Sort("movement_models", "other", scale.part(14), _EVEN, most=1),
        _Sort("organizations", "outside", scale.part(150), _TOWNS, most=4),
        _Sort("police_officers", "serving", 7 * scale.wards, ward, least=5, most=10),
        _Sort("propaganda", "festival", scale.part(140), _EVEN, least=1, most=3),
        _Sort("propaganda", "other", scale.part(900), _PEOPLE, least=4),
        _Sort("awards", "usual", scale.part(500), _EVEN, least=2),
        _Sort("awards", "high", scale.part(40), _EVEN, most=1),
        _Sort("police_officers", "left", scale.part(40), _EVEN, most=1),
    )


def _spread(random: Random, sort: _Sort, units: Sequence[Unit]) -> list[int]:
    """Return how many each unit gets: the least, then one by one by chance and weight."""
    most = sort.total if sort.most is None else sort.most
    given = [sort.least] * len(units)
    left = sort.total - sum(given)
    while left > 0:
        open_ = [place for place, number in enumerate(given) if number < most]
        if not open_:
            break
        weights = [sort.weights[units[place].kind] for place in open_]
        given[random.choices(open_, weights)[0]] += 1
        left -= 1
    return given
