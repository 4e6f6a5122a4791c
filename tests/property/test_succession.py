"""Reforms of any shape, one after another: a key is one unit, and nothing is counted twice."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.domain.succession import LINK_COLUMNS, parse_succession_csv
from antq_desktop.domain.units import COLUMNS, UnitKey, UnitTree, parse_units_csv

if TYPE_CHECKING:
    from collections.abc import Callable

START, STEP, STEPS = date(2020, 1, 1), timedelta(days=100), 3
LAST = START + STEPS * STEP
#: Few codes, so that those of units that ended are soon given again.
CODES = [f"{number:05}" for number in range(1, 10)]
DAYS = st.dates(START - STEP, LAST + STEP)
OPERATIONS = ("stay", "renamed", "merged", "split", "moved")


class _Land:
    """A province whose communes a reform takes apart and puts together."""

    def __init__(self, draw: Callable[..., object]) -> None:
        self.draw = draw
        self.names = count(1)
        self.ended: dict[UnitKey, date | None] = {}
        self.rows: dict[UnitKey, tuple[str, str]] = {}
        self.links: list[tuple[UnitKey, UnitKey, str, date]] = []
        for code in CODES[:5]:
            self.begin(code, None)

    def begin(self, code: str, day: date | None) -> UnitKey:
        key = UnitKey(code, day)
        district = "101" if next(self.names) % 2 else "102"
        self.rows[key] = (f"Xã Số {next(self.names)}", district)
        self.ended[key] = None
        return key

    def free_code(self, day: date) -> str | None:
        taken = {key.code for key, end in self.ended.items() if end is None}
        taken |= {key.code for key in self.ended if key.valid_from == day}
        free = [code for code in CODES if code not in taken]
        return str(self.draw(st.sampled_from(free))) if free else None

    def reform(self, day: date) -> None:
        living = [key for key, end in self.ended.items() if end is None]
        while living:
            kind = self.draw(st.sampled_from(OPERATIONS))
            sources, parts = 1, 1
            if kind == "merged":
                sources = min(2, len(living))
            elif kind == "split":
                parts = 2
            before, living = living[:sources], living[sources:]
            if kind != "stay":
                self.change(str(kind), before, parts, day)

    def change(self, kind: str, before: list[UnitKey], parts: int, day: date) -> None:
        for key in before:
            self.ended[key] = day
        after: list[UnitKey] = []
        for _ in range(parts):
            code = self.free_code(day)
            if code is not None:
                after.append(self.begin(code, day))
        if len(after) < parts:
            kind = "merged"  # there was no code for the second part
        self.links += [(one, other, kind, day) for one in before for other in after]

    def tree(self) -> UnitTree:
        lines = [",".join(COLUMNS), "01,Tỉnh,tinh,1,,,,0"]
        lines += [f"{code},Huyện {code},huyen,2,01,,,0" for code in ("101", "102")]
        for key, (name, district) in self.rows.items():
            first, end = key.valid_from or "", self.ended[key] or ""
            lines.append(f"{key.code},{name},xa,3,{district},{first},{end},0")
        units = parse_units_csv("\n".join(lines))
        rows = [",".join(LINK_COLUMNS)]
        rows += [
            f"{one.text},{other.text},{kind},{on},1,NQ mẫu," for one, other, kind, on in self.links
        ]
        succession = parse_succession_csv("\n".join(rows), units)
        return UnitTree(units, "test", "written here", succession=succession)


@st.composite
def reforms(draw: Callable[..., object]) -> UnitTree:
    """Return a tree that went through some reforms."""
    land = _Land(draw)
    for step in range(STEPS):
        land.reform(START + step * STEP)
    return land.tree()


@settings(max_examples=60, deadline=None)
@given(reforms(), DAYS)
def test_on_any_day_a_code_names_at_most_one_unit(tree: UnitTree, day: date) -> None:
    codes = [unit.key.code for unit in tree.valid(day)]
    assert len(codes) == len(set(codes))


@settings(max_examples=60, deadline=None)
@given(reforms(), DAYS, st.integers(0, 2**32))
def test_sums_over_units_are_conserved(tree: UnitTree, day: date, seed: int) -> None:
    own = {unit.key: (seed >> place % 30) % 7 for place, unit in enumerate(tree.units)}
    groups = tree.succession.answering(own, day)
    assert sorted(key.text for group in groups.values() for key in group) == sorted(
        key.text for key in own
    )
    through = {heir: sum(own[key] for key in group) for heir, group in groups.items()}
    assert sum(through.values()) == sum(own.values())
    for heir, group in groups.items():
        assert tree.succession.heir(heir, day) == heir
        assert set(group) - {heir} == tree.succession.taken_over(heir, day)


@settings(max_examples=60, deadline=None)
@given(reforms(), DAYS)
def test_who_answers_for_a_unit_that_went_over_whole_is_there(tree: UnitTree, day: date) -> None:
    for unit in tree.units:
        heir = tree.get(tree.succession.heir(unit.key, day))
        if heir != unit:
            assert not unit.valid_at(day)
            assert heir.began <= day
        assert tree.succession.heir(unit.key, unit.began) == unit.key


@settings(max_examples=60, deadline=None)
@given(reforms(), DAYS)
def test_a_unit_of_a_day_is_found_by_every_name_it_had(tree: UnitTree, day: date) -> None:
    for unit in tree.valid(day):
        names = {tree.get(key).name for key in tree.succession.succeeded(unit.key, day)}
        for name in names | {unit.name}:
            assert unit in tree.search(name, day)
            assert unit in tree.search(name)
