"""sqlite-utils sees the errors of SQLCipher: four cases that fail, or lose a row, without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.store.connection import open_database
from antq_desktop.store.driver import IntegrityError, OperationalError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.store.driver import Database


@pytest.fixture
def database(path: Path, key: bytes) -> Iterator[Database]:
    """Return an encrypted database with one table."""
    opened = open_database(path, key, create=True)
    opened.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT")
    yield opened
    opened.conn.close()


def test_alter_adds_the_column(database: Database) -> None:
    database.table("t").insert({"id": 1, "b": "new"}, alter=True)
    assert list(database.query("SELECT * FROM t")) == [{"id": 1, "a": None, "b": "new"}]


def test_ignore_lets_a_missing_table_be_dropped(database: Database) -> None:
    database.table("nothing").drop(ignore=True)
    with pytest.raises(OperationalError):
        database.table("nothing").drop()


def test_a_unique_name_is_found_for_an_index(database: Database) -> None:
    for _ in range(2):
        database.table("t").create_index(["a"], find_unique_name=True)
    assert {index.name for index in database.table("t").indexes} == {"idx_t_a", "idx_t_a_2"}


def test_a_row_that_a_query_inserts_stays(database: Database, path: Path, key: bytes) -> None:
    rows = list(database.query("INSERT INTO t (a) VALUES ('kept') RETURNING id"))
    assert rows == [{"id": 1}]
    assert not database.conn.in_transaction
    again = open_database(path, key)
    assert again.execute("SELECT a FROM t").fetchall() == [("kept",)]
    again.conn.close()


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    rows = [(1, "first"), (2, "second"), (1, "again")]
    with pytest.raises(IntegrityError), database.atomic():
        database.conn.executemany("INSERT INTO t (id, a) VALUES (?, ?)", rows)
    assert database.table("t").count == 0
