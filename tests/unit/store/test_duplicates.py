"""Marks that records share, as the tables keep them, against a plain reckoning of the same."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

from antq_desktop.domain.duplicates import Decision, Why, marks_of
from antq_desktop.domain.fields import Kind
from antq_desktop.store.duplicates import Alike, Decided
from tests.unit.domain.samples import field, register
from tests.unit.store.makers import AT, HOME, OTHER, draft, save_draft

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

BOOK = register(field("on", Kind.DATE), field("host", Kind.PERSON, required=True))
RECORDS = [f"r{number:02}" for number in range(14)]


def person(name: str, number: int | None) -> dict[str, object]:
    """Return the values of a record about a person."""
    known = {} if number is None else {"id_number": f"00009000000{number}"}
    return {"host": {"full_name": name, "born": "1990", **known}}


def begin(store: Store) -> None:
    """Let the records be there: pairs are asked for beside the lines of lists."""
    for record in RECORDS:
        save_draft(store, draft(record))


def put(store: Store, record: str, values: dict[str, object]) -> None:
    """Write the marks of a record over those that were there."""
    with store.atomic():
        store.duplicates.drop([record])
        store.duplicates.write([(record, BOOK, values)])


def reckoned(values: dict[str, dict[str, object]]) -> list[Alike]:
    """Return the pairs by comparing each record with each, those begun last first."""
    marks = {record: marks_of(BOOK, one) for record, one in values.items()}
    found = [
        Alike(BOOK.name, earlier, later, tuple(why for why in Why if why in common))
        for earlier, later in combinations(sorted(values), 2)
        if (common := {mark.why for mark in marks[earlier] & marks[later]})
    ]
    return sorted(found, key=lambda one: (one.later, one.earlier), reverse=True)


def undecided(store: Store, after: tuple[str, str] | None = None) -> list[Alike]:
    """Return the pairs that wait."""
    return list(store.duplicates.undecided(HOME, [BOOK.name], after))


def test_the_pairs_are_those_of_a_plain_reckoning_after_each_change(store: Store) -> None:
    begin(store)
    random, held, most = Random(7), dict[str, dict[str, object]](), 0
    for _ in range(120):
        record = random.choice(RECORDS)
        if random.random() < 0.25:
            held.pop(record, None)
            with store.atomic():
                store.duplicates.drop([record])
        else:
            held[record] = person(random.choice("abcd"), random.choice([None, 1, 2, 3]))
            put(store, record, held[record])
        found = undecided(store)
        assert found == reckoned(held)
        most = max(most, len(found))
        shared = {row[4] for row in store.duplicates.rows() if row[3]}
        assert shared == {one for pair in found for one in (pair.earlier, pair.later)}
    assert most > 10


def test_the_queue_is_read_on_from_any_pair(store: Store) -> None:
    begin(store)
    for record in RECORDS[:5]:
        put(store, record, person("Án", 1))
    whole = undecided(store)
    assert len(whole) == 10
    for at, one in enumerate(whole):
        assert undecided(store, (one.earlier, one.later)) == whole[at + 1 :]
    assert not list(store.duplicates.undecided(OTHER, [BOOK.name]))
    assert not list(store.duplicates.undecided(HOME, ["another book"]))
    assert not list(store.duplicates.undecided(HOME, []))


def test_a_decision_takes_a_pair_out_until_it_is_taken_back(store: Store) -> None:
    begin(store)
    for record in RECORDS[:2]:
        put(store, record, person("Án", None))
    (alike,) = undecided(store)
    assert store.duplicates.common(*RECORDS[:2]) == alike.why == (Why.NAME,)
    decided = Decided(
        register=BOOK.name,
        earlier=alike.earlier,
        later=alike.later,
        decision=Decision.BOTH,
        user="u1",
        at=AT,
        reason=None,
    )
    store.duplicates.decide(decided)
    assert undecided(store) == []
    assert store.duplicates.decisions(9) == [decided]
    assert store.duplicates.decision(alike.earlier, alike.later) == decided
    store.duplicates.reopen(alike.earlier, alike.later)
    assert undecided(store) == [alike]
    assert store.duplicates.decisions(9) == []


def test_the_queue_reads_by_indexes_alone(store: Store) -> None:
    """No table is read through and nothing sorted, so it costs what is shown of it."""
    seen: list[str] = []
    store.database.conn.set_trace_callback(seen.append)
    undecided(store)
    store.duplicates.with_marks(BOOK.name, marks_of(BOOK, person("Án", 1)), 9)
    store.database.conn.set_trace_callback(None)
    asked = [one for one in seen if "person_marks" in one]
    assert len(asked) == 3
    for statement in asked:
        plan = store.database.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        steps = [str(row[3]) for row in plan]
        assert not [step for step in steps if "SCAN" in step or "TEMP B-TREE" in step], steps
