"""Revisions, drafts and sealed parts: kept whole, in order, and nothing counted twice."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Refusal
from antq_desktop.store.revisions import from_text
from tests.unit.domain.samples import VISITS
from tests.unit.store.makers import (
    HOME,
    OTHER,
    UNIT,
    draft,
    new_import,
    revision,
    save,
    save_draft,
    withdraw,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.record import Revision
    from antq_desktop.store.store import Store

FIRST, SECOND = revision("a", 1), revision("a", 2)
BOOKED = revision("b", 1, seq=3)


def test_a_revision_comes_back_as_it_was_written(store: Store) -> None:
    written = revision(values={"title": "Thăm", "people": [{"age": 3, "name": "Thử"}]})
    save(store, written)
    assert store.revisions.latest("a") == written
    assert written.book == "1/2023"


def test_only_the_shared_part_may_be_there(store: Store) -> None:
    written = revision(with_private=False)
    save(store, written, imported=new_import(store))
    assert store.revisions.latest("a") == written


def test_the_last_revision_is_that_of_the_highest_number(store: Store) -> None:
    save(store, SECOND, BOOKED, FIRST)
    assert store.revisions.latest("a") == SECOND
    assert store.revisions.latest("none") is None
    assert store.revisions.history("a") == [FIRST, SECOND]
    assert list(store.revisions.last_of_each(VISITS.name)) == [SECOND, BOOKED]
    assert list(store.revisions.last_of_each("movement_models")) == []


def test_of_a_fork_every_question_gives_the_same_side(store: Store) -> None:
    sides = [revision("a", 2, at=f"2023-06-{day}T08:00+07:00") for day in range(10, 20)]
    save(store, FIRST, *sides)
    expected = min(sides, key=lambda side: side.digest)
    assert store.revisions.latest("a") == expected
    assert list(store.revisions.last_of_each(VISITS.name)) == [expected]


def test_counting_reads_a_units_records_with_all_their_revisions(store: Store) -> None:
    theirs = revision("c", 1, workspace=OTHER)
    withdrawn = revision("d", 1, workspace=OTHER, seq=2)
    number = new_import(store)
    save(store, FIRST, SECOND, BOOKED)
    save(store, theirs, imported=new_import(store))
    save(store, withdrawn, imported=number)
    withdraw(store, number)
    save_draft(store, draft("e"))

    def read(unit: str = UNIT.text, **more: Mapping[str, int]) -> set[tuple[str, int, str]]:
        found = store.revisions.to_count(VISITS.name, unit, **more)
        return {(one.record, one.number, one.digest) for one in found}

    def keys(*revisions: Revision) -> set[tuple[str, int, str]]:
        return {(one.header.record, one.header.number, one.digest) for one in revisions}

    assert read() == keys(FIRST, SECOND, BOOKED, theirs)
    assert read(as_of={HOME: 2}) == keys(FIRST, SECOND)
    assert read("13285") == set()
    (bare,) = store.revisions.to_count(VISITS.name, UNIT.text, {OTHER: 9})
    assert (bare.workspace, bare.seq, bare.at) == (OTHER, theirs.header.seq, theirs.header.at)
    assert (bare.voided, from_text(bare.shared)) == (0, theirs.shared)


def test_as_of_looks_back(store: Store) -> None:
    theirs = revision("c", 1, workspace=OTHER)
    save(store, FIRST, SECOND, BOOKED, theirs)
    assert list(store.revisions.last_of_each(VISITS.name, {HOME: 1})) == [FIRST]
    assert list(store.revisions.last_of_each(VISITS.name, {HOME: 3, OTHER: 1})) == [
        *(SECOND, BOOKED, theirs)
    ]
    assert store.revisions.by_workspace() == {HOME: 3, OTHER: 1}


def test_revisions_of_a_workspace_are_those_between_two_numbers(store: Store) -> None:
    save(store, FIRST, SECOND, BOOKED, revision("c", 2, workspace=OTHER))
    assert list(store.revisions.to_send((HOME, 1, 3), VISITS.name)) == [SECOND, BOOKED]
    assert store.revisions.last_seq(HOME) == 3
    assert store.revisions.last_seq("nobody") == 0


def test_known_digests_are_found(store: Store) -> None:
    save(store, FIRST)
    keys = [("a", 1), ("a", 2), ("b", 1)]
    assert store.revisions.digests(keys) == {("a", 1): {FIRST.digest}}


def test_the_highest_number_comes_with_how_many_have_it(store: Store) -> None:
    save(store, FIRST, SECOND, revision("c", 2, workspace=OTHER))
    assert store.revisions.highest(["a", "c", "nobody"]) == {"a": (2, 1), "c": (2, 1)}
    save(store, dataclasses.replace(SECOND, digest="0" * 64))
    assert store.revisions.highest(["a"]) == {"a": (2, 2)}


def test_a_revision_that_is_there_stays_as_it_is(store: Store) -> None:
    number = new_import(store)
    save(store, FIRST)
    save(store, FIRST, imported=number)
    withdraw(store, number)
    assert store.revisions.history("a") == [FIRST]


def test_a_withdrawn_import_does_not_count_until_it_comes_again(store: Store) -> None:
    save(store, FIRST)
    number = new_import(store)
    save(store, SECOND, BOOKED, imported=number)
    withdraw(store, number)
    assert store.revisions.latest("a") == FIRST
    assert list(store.revisions.last_of_each(VISITS.name)) == [FIRST]
    assert list(store.revisions.keys_in_order()) == [("a", 1, FIRST.digest)]
    assert store.revisions.last_seq(HOME) == 1
    save(store, SECOND, BOOKED, imported=new_import(store))
    assert store.revisions.latest("a") == SECOND
    assert store.revisions.last_seq(HOME) == 3


def test_many_are_written_or_none(store: Store) -> None:
    def revisions() -> Iterator[Revision]:
        yield from (FIRST, BOOKED)
        raise Refusal("records.refused")

    with pytest.raises(Refusal), store.atomic():
        store.revisions.append(revisions())
    assert list(store.revisions.keys_in_order()) == []


def test_a_draft_is_kept_changed_and_dropped(store: Store) -> None:
    save_draft(store, draft("d", title="Một"))
    changed = draft("d", title="Hai", on="2023-05-01", people=[{"name": "Thử"}])
    save_draft(store, changed)
    save_draft(store, draft("c"))
    assert store.drafts.get("d") == changed
    assert list(store.drafts.all()) == [draft("c"), changed]
    store.drafts.drop("d")
    assert store.drafts.get("d") is None


def test_a_sealed_part_is_given_to_its_recipient(store: Store) -> None:
    store.sealed.put("d1", "head", b"old")
    store.sealed.put("d1", "head", b"one")
    store.sealed.put("d1", "recovery", b"two")
    assert store.sealed.get("d1", "head") == b"one"
    assert store.sealed.get("d1", "deputy") is None
    assert store.sealed.get("d1", "recovery") == b"two"
