"""The dated units come back from the database as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.units import UnitTree
from tests.unit.domain.reform import reformed
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


def test_succession_and_police_bodies_come_back_in_their_order(store: Store) -> None:
    tree = reformed()
    store.units.replace(tree)
    loaded = store.units.load()
    assert same(loaded, tree)
    assert loaded.succession.links == tree.succession.links
    assert loaded.police.bodies == tree.police.bodies
    store.units.replace(UNITS)
    assert not store.units.load().succession.links
    assert not store.units.load().police.bodies
