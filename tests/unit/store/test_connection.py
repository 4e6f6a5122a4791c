"""Opening: the right file with the right key, and one sentence for everything else."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.wrapping import new_key
from antq_desktop.errors import Fault, Refusal
from antq_desktop.store.connection import integrity_findings, open_database, words_for_errors
from antq_desktop.store.store import open_store
from tests.unit.store.makers import CATALOGUE, revision, save

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.store import Store

PAGE = 4096


def refused(path: Path, key: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        open_store(path, key, CATALOGUE)
    return caught.value.message_id


def filled(path: Path, key: bytes) -> None:
    """Make a database of some two hundred pages."""
    store = open_store(path, key, CATALOGUE, create=True)
    save(store, *(revision(f"r{n}", values={"story": "chữ " * 500}) for n in range(200)))
    store.close()


def test_the_file_shows_nothing(path: Path, store: Store) -> None:
    save(store, revision(values={"title": "READABLE"}))
    store.close()
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"READABLE" not in content
    assert b"CREATE TABLE" not in content


def test_a_wrong_key_is_refused(store: Store, path: Path) -> None:
    assert store.queries.records() == 0
    assert refused(path, new_key()) == "store.not_readable"


def test_a_text_file_is_refused(path: Path, key: bytes) -> None:
    path.write_text("Đây không phải cơ sở dữ liệu.\n" * 500, encoding="utf-8")
    assert refused(path, key) == "store.not_readable"


def test_a_missing_file_is_refused_and_not_made(path: Path, key: bytes) -> None:
    assert refused(path, key) == "store.missing"
    assert not path.exists()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(Refusal, match=r"store\.cannot_open"):
        open_database(tmp_path / "none" / "antq.db", key, create=True)


def test_a_damaged_page_is_found_and_refused_when_it_is_read(path: Path, key: bytes) -> None:
    filled(path, key)
    content = bytearray(path.read_bytes())
    content[140 * PAGE + 50] ^= 1
    path.write_bytes(content)
    database = open_database(path, key)
    with pytest.raises(Refusal, match=r"store\.damaged"), words_for_errors():
        database.execute("SELECT sum(length(private)) FROM revisions").fetchall()
    found = database.execute("PRAGMA cipher_integrity_check").fetchall()
    assert found == [("HMAC verification failed for page 141",)]
    database.conn.close()


def test_a_sound_file_has_no_findings(store: Store) -> None:
    assert integrity_findings(store.database) == []


def test_a_row_without_its_import_is_a_finding(store: Store) -> None:
    store.database.execute("PRAGMA foreign_keys = OFF")
    save(store, revision(), imported=7)
    assert store.findings() == ["foreign key"]


def test_a_second_writer_is_told_to_wait(store: Store, path: Path, key: bytes) -> None:
    second = open_store(path, key, CATALOGUE)
    second.database.execute("PRAGMA busy_timeout = 0")
    with store.atomic():
        store.journal.add("now", None, "busy")
        with pytest.raises(Refusal, match=r"store\.locked"):
            save(second, revision())
    save(second, revision())
    second.close()


def test_what_only_a_mistake_can_cause_is_a_fault(store: Store) -> None:
    with pytest.raises(Fault, match="code 1"), words_for_errors():
        store.database.execute("SELECT nothing FROM nowhere")
    with pytest.raises(Fault, match="code 19"), store.atomic():
        store.database.execute("INSERT INTO meta (name, body) VALUES ('a', '{}'), ('a', '{}')")
    assert store.meta.get("a") is None


def test_a_full_disk_is_refused_and_what_was_saved_stays(small_disk: Path, key: bytes) -> None:
    store = open_store(small_disk / "antq.db", key, CATALOGUE, create=True)
    save(store, revision("kept"))
    many = [revision(f"r{n}", values={"story": "chữ " * 500}) for n in range(500)]
    with pytest.raises(Refusal, match=r"store\.disk_full"):
        save(store, *many)
    assert store.revisions.last_seq("workspace-1") == 1
    store.close()
    store = open_store(small_disk / "antq.db", key, CATALOGUE)
    assert store.queries.records() == 1
    store.close()


def test_a_read_only_disk_is_refused(small_disk: Path, key: bytes) -> None:
    store = open_store(small_disk / "antq.db", key, CATALOGUE, create=True)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert refused(small_disk / "antq.db", key) == "store.cannot_open"
    with pytest.raises(Refusal, match=r"store\.cannot_open"):
        open_database(small_disk / "other.db", key, create=True)
