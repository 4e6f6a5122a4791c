"""The journal: each line holds the one before it, and a broken chain says where."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.store.journal import Head
from tests.unit.store.makers import refused_at_the_end

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

ZEROS = "0" * 64


@pytest.fixture
def written(store: Store) -> Store:
    """Return a store with three lines in its journal."""
    for n in range(1, 4):
        store.journal.add(f"2023-06-0{n}T08:00+07:00", "u1", "save", record=f"r{n}")
    return store


def test_an_empty_journal_has_an_empty_head(store: Store) -> None:
    assert store.journal.head() == Head(0, ZEROS)
    assert store.journal.last_moment() is None
    assert store.journal.broken_at() is None


def test_lines_come_back_in_order(written: Store) -> None:
    lines = list(written.journal.entries())
    assert [(line["n"], line["act"], line["user"]) for line in lines] == [
        (n, "save", "u1") for n in (1, 2, 3)
    ]
    assert list(written.journal.newest()) == lines[::-1]
    assert written.journal.last_moment() == "2023-06-03T08:00+07:00"
    assert written.journal.broken_at() is None


def test_the_head_is_the_hash_of_the_last_line(written: Store) -> None:
    head = written.journal.head()
    assert head.as_json() == {"length": 3, "head": head.hash}
    assert [written.journal.hash_at(n) for n in (0, 3, 4)] == [ZEROS, head.hash, None]
    entry = written.database.execute("SELECT entry FROM journal WHERE n = 3").fetchone()[0]
    assert head.hash == hashlib.sha256(entry.encode()).hexdigest()


def test_a_line_stands_or_falls_with_its_act(written: Store) -> None:
    before = written.journal.head()
    with refused_at_the_end(written):
        written.journal.add("later", None, "save")
    assert written.journal.head() == before


def forged(store: Store, line: int, **changed: canonical.Json) -> None:
    """Change a line and give it the hash that fits it."""
    entry = store.database.execute("SELECT entry FROM journal WHERE n = ?", [line]).fetchone()[0]
    body = canonical.load(entry.encode())
    assert isinstance(body, dict)
    data = canonical.dump({**body, **changed})
    cells = [data.decode(), sha256_hex(data), line]
    store.database.execute("UPDATE journal SET entry = ?, hash = ? WHERE n = ?", cells)


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE journal SET entry = replace(entry, 'r2', 'rX') WHERE n = 2", 2),
        ("UPDATE journal SET hash = 'x' WHERE n = 3", 3),
        ("DELETE FROM journal WHERE n = 2", 2),
        ("DELETE FROM journal WHERE n = 1", 1),
    ],
)
def test_a_changed_or_missing_line_is_found(written: Store, statement: str, line: int) -> None:
    written.database.execute(statement)
    assert written.journal.broken_at() == line


def test_a_line_with_a_fitting_hash_breaks_the_next(written: Store) -> None:
    forged(written, 2, act="nothing")
    assert written.journal.broken_at() == 3


@pytest.mark.parametrize("changed", [{"n": 7}, {"previous": ZEROS}])
def test_a_line_of_another_place_is_found(
    written: Store, changed: dict[str, canonical.Json]
) -> None:
    forged(written, 2, **changed)
    assert written.journal.broken_at() == 2


@pytest.mark.parametrize("entry", ["no JSON", "[]", "{}", '{"n": 1}'])
def test_a_line_that_is_no_entry_is_found(written: Store, entry: str) -> None:
    written.database.execute(
        "UPDATE journal SET entry = ?, hash = ? WHERE n = 1", [entry, sha256_hex(entry.encode())]
    )
    assert written.journal.broken_at() == 1
