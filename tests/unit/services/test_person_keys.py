"""Keys travel in place of people: equal in one unit, different in another, and telling nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.person_keys import shared_keys
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop

if TYPE_CHECKING:
    from collections.abc import Mapping

BUYER = {"full_name": "Lò Thị Mẫu", "born": "1990-05-01", "id_number": "000190000001"}
NAMELESS = {"full_name": "Lò Thị Mẫu"}


def keys(world: World, code: str, record: str) -> Mapping[str, object]:
    """Return the keys of a record as they stand in its shared part."""
    with world.open(code) as workspace:
        revision = workspace.store.revisions.latest(record)
        assert revision is not None
        return {name: one for name, one in revision.shared.items() if name.endswith("_key")}


def test_one_person_has_one_key_in_a_unit_and_another_in_the_next(world: World) -> None:
    first, second = world.add(COMMUNE, coop(buyer=BUYER), coop(buyer=BUYER))
    (elsewhere,) = world.add(SECOND, coop(buyer=BUYER))
    here, there = keys(world, COMMUNE, first), keys(world, SECOND, elsewhere)
    assert here == keys(world, COMMUNE, second)
    assert set(here) == set(there) == {"id_key", "name_key"}
    assert not set(here.values()) & set(there.values())


def test_without_a_number_or_a_birth_date_there_is_no_key(world: World) -> None:
    named, nameless, nobody = world.add(
        COMMUNE,
        coop(buyer={**BUYER, "id_number": None}),
        coop(buyer=NAMELESS),
        coop(),
    )
    assert set(keys(world, COMMUNE, named)) == {"name_key"}
    assert not keys(world, COMMUNE, nameless)
    assert not keys(world, COMMUNE, nobody)


def test_the_office_gets_the_keys_and_not_the_secret(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(buyer=BUYER))
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [parse_period("DL-2023")], [])
        signed = world.home(COMMUNE) / "outbox" / row.file
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, signed).verdict == "accepted"
        assert workspace.store.meta.get("unit_secret") is None
    assert keys(world, OFFICE, record) == keys(world, COMMUNE, record)


def test_a_person_of_one_book_is_not_found_in_another(world: World) -> None:
    """Whoever knows him from a public decision learns nothing of the other books."""
    with world.open(COMMUNE) as workspace:
        values = {"person": BUYER}
        books = [
            shared_keys(workspace, workspace.catalogue.by_name[name], values)
            for name in ("commune_education", "drug_user_management", "wanted_persons")
        ]
    found = [key for keys_of_one in books for key in keys_of_one.values()]
    assert len(found) == len(set(found)) == 6
