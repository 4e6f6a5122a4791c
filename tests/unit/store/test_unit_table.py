"""The dated units come back from the database as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.units import UnitTree
from tests.unit.domain.samples import UNITS

if TYPE_CHECKING:
    from antq_desktop.store.store import Store


def same(first: UnitTree, second: UnitTree) -> bool:
    return set(first.units) == set(second.units) and (
        (first.version, first.source) == (second.version, second.source)
    )


def test_a_new_database_has_no_units(store: Store) -> None:
    assert same(store.units.load(), UnitTree([], "", ""))


def test_the_tree_comes_back(store: Store) -> None:
    store.units.replace(UNITS)
    assert same(store.units.load(), UNITS)


def test_another_list_takes_its_place(store: Store) -> None:
    store.units.replace(UNITS)
    smaller = UnitTree(UNITS.units[:1], "2", "a newer list")
    store.units.replace(smaller)
    assert same(store.units.load(), smaller)
