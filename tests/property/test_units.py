"""Unit trees of any shape: one unit a code and day, and a tree without rings."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.domain.units import (
    COLUMNS,
    UnitKey,
    UnitTree,
    parse_unit_key,
    parse_units_csv,
)
from antq_desktop.errors import Refusal

START = date(2020, 1, 1)
LAST = START + timedelta(days=6)
CODES = ["01", "02", "00003", "00004", "00005"]
DAYS = st.dates(START, LAST)

rows = st.tuples(
    st.sampled_from(CODES),
    st.sampled_from(["Xã Phù Vân", "Phường Phú Văn", "Huyện A"]),
    st.sampled_from(["xa", "huyen"]),
    st.sampled_from(["1", "2", "3"]),
    st.sampled_from(["", *CODES]),
    st.none() | DAYS,
    st.none() | DAYS,
    st.sampled_from(["0", "1"]),
)


def as_csv(table: list[tuple[object, ...]]) -> str:
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in table]
    return "\n".join([",".join(COLUMNS), *lines])


def accepted(table: list[tuple[object, ...]]) -> UnitTree:
    """Return the tree of those rows that a file can hold, each tried after the ones before."""
    kept: list[tuple[object, ...]] = []
    for row in table:
        try:
            parse_units_csv(as_csv([*kept, row]))
        except Refusal:
            continue
        kept.append(row)
    return UnitTree(parse_units_csv(as_csv(kept)), "test", "written here")


trees = st.lists(rows, max_size=12).map(accepted)


@settings(max_examples=60)
@given(trees, DAYS)
def test_on_any_day_a_code_names_at_most_one_unit(tree: UnitTree, day: date) -> None:
    codes = [unit.key.code for unit in tree.valid(day)]
    assert len(codes) == len(set(codes))
    for unit in tree.valid(day):
        assert tree.find(unit.key.code, day) == unit == tree.resolve(unit.key.code, day)


@settings(max_examples=60)
@given(trees, DAYS)
def test_children_and_parents_are_the_same_pairs_and_make_no_ring(
    tree: UnitTree, day: date
) -> None:
    for unit in tree.valid(day):
        for child in tree.children(unit.key, day):
            assert tree.parent(child.key, day) == unit
        below = tree.below(unit.key, day)
        assert unit not in below
        assert len(below) == len(set(below))


@settings(max_examples=60)
@given(trees, DAYS)
def test_every_unit_is_found_by_its_name_and_its_key(tree: UnitTree, day: date) -> None:
    for unit in tree.valid(day):
        assert unit in tree.search(unit.name, day)
        assert tree.get(UnitKey.from_json(unit.key.as_json())) == unit


@given(st.from_regex(r"[0-9][0-9A-Z]{0,8}(-T[0-9]{2})?", fullmatch=True), st.none() | st.dates())
def test_a_key_reads_back_from_its_text(code: str, first: date | None) -> None:
    key = UnitKey(code, first)
    assert parse_unit_key(key.text) == key


@settings(max_examples=200)
@given(st.text(max_size=80) | st.text(max_size=40).map(lambda text: f"{','.join(COLUMNS)}\n{text}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Refusal):
        units = tuple(parse_units_csv(text))
        assert UnitTree(units, "test", "written here").units == units
