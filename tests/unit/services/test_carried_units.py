"""A directory carries the whole tree, and an older one that has no succession still reads."""

from __future__ import annotations

import msgspec

from antq_desktop.bundle.bodies import UnitTable
from antq_desktop.services.carried_units import table_of, tree_of
from antq_desktop.services.reference_data import load_units
from tests.unit.domain.reform import reformed
from tests.unit.domain.samples import UNITS


def test_a_tree_comes_out_as_it_went_in() -> None:
    for tree in (reformed(), load_units(), UNITS):
        data = msgspec.json.encode(table_of(tree))
        again = tree_of(msgspec.json.decode(data, type=UnitTable))
        assert again.units == tree.units
        assert again.succession.links == tree.succession.links
        assert again.police.bodies == tree.police.bodies
        assert (again.version, again.source) == (tree.version, tree.source)


def test_what_is_empty_is_left_out_so_that_one_value_has_one_spelling() -> None:
    data = msgspec.json.encode(table_of(UNITS))
    assert set(msgspec.json.decode(data)) == {"version", "source", "rows"}
    assert not tree_of(msgspec.json.decode(data, type=UnitTable)).succession.links
    spelled = data.replace(b'"rows"', b'"succession":[],"police":[],"rows"')
    assert msgspec.json.encode(msgspec.json.decode(spelled, type=UnitTable)) == data
