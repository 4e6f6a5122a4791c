"""The gate before the tables: newer is refused, older is backed up and then migrated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Fault, Refusal
from antq_desktop.store import schema
from antq_desktop.store.attachments import StoredFile
from antq_desktop.store.connection import open_database
from antq_desktop.store.driver import Migrations
from antq_desktop.store.revisions import Revisions
from antq_desktop.store.store import open_store
from tests.unit.store.makers import CATALOGUE, revision, save

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.driver import Database
    from antq_desktop.store.store import Store


NEXT = schema.SCHEMA_VERSION + 1


def version(database: Database) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def next_program(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Make the program one of the next version; the test says what its migration does."""
    migrations = Migrations("antq")
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    return migrations


def test_a_new_database_has_this_version_and_needs_no_backup(path: Path, key: bytes) -> None:
    asked: list[Database] = []
    store = open_store(path, key, CATALOGUE, back_up=asked.append, create=True)
    assert version(store.database) == schema.SCHEMA_VERSION
    assert not asked
    store.close()


def test_an_open_one_stays_as_it_is(store: Store) -> None:
    before = store.database.execute("SELECT * FROM sqlite_master").fetchall()
    schema.prepare(store.database, lambda: pytest.fail("no backup is needed"))
    assert store.database.execute("SELECT * FROM sqlite_master").fetchall() == before


def test_a_newer_one_is_refused(store: Store, path: Path, key: bytes) -> None:
    newer = schema.SCHEMA_VERSION + 1
    store.database.execute(f"PRAGMA user_version = {newer}")
    store.close()
    with pytest.raises(Refusal) as caught:
        open_store(path, key, CATALOGUE)
    assert caught.value.message_id == "store.newer"
    assert caught.value.values == {"found": newer, "known": schema.SCHEMA_VERSION}


def test_a_database_of_the_first_version_is_brought_to_this_one(
    store: Store, path: Path, key: bytes
) -> None:
    tables = set(store.database.table_names())
    store.close()
    old = path.with_name("first.db")
    first = Migrations("antq")

    first(name="v0001_first_schema")(schema.first_schema)
    database = open_database(old, key, create=True)
    first.apply(database)
    Revisions(database).append([revision()])
    line = canonical.dump({"n": 1, "previous": "0" * 64, "act": "void", "details": {"reason": "x"}})
    database.execute("INSERT INTO journal VALUES (1, ?, ?)", [line.decode(), sha256_hex(line)])
    database.conn.close()
    seen: list[int] = []
    again = open_store(old, key, CATALOGUE, back_up=lambda before: seen.append(version(before)))
    assert (seen, version(again.database)) == ([1], schema.SCHEMA_VERSION)
    assert set(again.database.table_names()) == tables
    assert again.queries.records() == 1
    assert (list(again.journal.entries()), again.journal.broken_at()) == (
        [canonical.load(line)],
        None,
    )
    again.close()


def test_files_of_imports_taken_back_lose_their_rows(store: Store) -> None:
    with store.atomic():
        imports = [store.exchanged.new_import(digest, "now") for digest in ("1", "2")]
        for name, number in zip("ab", imports, strict=True):
            store.attachments.add(
                StoredFile(
                    id=name, digest="d", file=name, size=1, sha256="s", at="now", imported=number
                )
            )
        store.exchanged.withdraw(imports[0], "later")
    store.database.execute("PRAGMA user_version = 12")
    store.database.execute("DELETE FROM _sqlite_migrations WHERE name = 'v0013_files_taken_back'")
    schema.prepare(store.database, lambda: None)
    assert [one.file for one in store.attachments.all()] == ["b"]


def test_an_older_one_is_backed_up_before_it_is_migrated(
    store: Store, path: Path, key: bytes, next_program: Migrations
) -> None:
    save(store, revision())
    store.close()
    seen: list[int] = []

    @next_program(name="more")
    def more(database: Database) -> None:
        database.execute("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")
        database.execute(f"PRAGMA user_version = {NEXT}")

    again = open_store(path, key, CATALOGUE, back_up=lambda old: seen.append(version(old)))
    assert (seen, version(again.database)) == ([NEXT - 1], NEXT)
    assert again.database.table("more").exists()
    assert again.queries.records() == 1
    again.close()


def test_an_older_one_can_be_migrated_without_a_backup(
    store: Store, path: Path, key: bytes, next_program: Migrations
) -> None:
    store.close()

    @next_program(name="more")
    def more(database: Database) -> None:
        database.execute(f"PRAGMA user_version = {NEXT}")

    again = open_store(path, key, CATALOGUE)
    assert version(again.database) == NEXT
    again.close()


def test_a_migration_that_fails_leaves_all_as_it_was(
    store: Store, path: Path, key: bytes, next_program: Migrations
) -> None:
    store.close()

    @next_program(name="more")
    def more(database: Database) -> None:
        database.execute("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")
        database.execute(f"PRAGMA user_version = {NEXT}")
        database.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(Fault):
        open_store(path, key, CATALOGUE)
    again = open_database(path, key)
    assert version(again) == NEXT - 1
    assert not again.table("more").exists()
    again.conn.close()


def test_without_a_backup_nothing_is_migrated(
    store: Store, path: Path, key: bytes, next_program: Migrations
) -> None:
    store.close()
    next_program(name="more")(lambda _database: pytest.fail("it was migrated"))

    def full(_database: Database) -> None:
        raise Refusal("backup.cannot_write")

    with pytest.raises(Refusal, match=r"backup\.cannot_write"):
        open_store(path, key, CATALOGUE, back_up=full)
