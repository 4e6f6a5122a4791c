"""Backups: every row is in, every changed byte is found, and what was there stays."""

from __future__ import annotations

import hashlib
import os
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import new_key
from antq_desktop.errors import Refusal
from antq_desktop.store import backup
from antq_desktop.store.keyfile import write_keys
from antq_desktop.store.store import open_store
from tests.unit.store.makers import CATALOGUE, revision, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.store.backup import Backup
    from antq_desktop.store.keyfile import KeyFile
    from antq_desktop.store.store import Store


@pytest.fixture
def key_file(tmp_path: Path, keys: KeyFile) -> Path:
    """Return a key file on the disk."""
    write_keys(tmp_path / "keys.json", keys)
    return tmp_path / "keys.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where backups go; it is not there yet."""
    return tmp_path / "backups"


@pytest.fixture
def made(store: Store, key: bytes, key_file: Path, folder: Path) -> Backup:
    """Return a backup of a live database, whose last rows are in the write-ahead log only."""
    save(store, revision("a"), revision("b"))
    store.journal.add("now", "u1", "save")
    return backup.create(store.database, key, key_file, folder, "2023-06-30-080000")


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        act()
    return caught.value.message_id


def test_a_backup_says_what_is_in_it(made: Backup, folder: Path) -> None:
    assert made.path == folder / "2023-06-30-080000.antq-backup"
    assert (made.revisions, made.journal, made.verified) == (2, 1, "opened")
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [made.path.name]


def test_a_live_database_is_copied_with_every_row(
    made: Backup, store: Store, key: bytes, tmp_path: Path
) -> None:
    backup.restore(made.path, tmp_path / "restored")
    restored = open_store(tmp_path / "restored" / "antq.db", key, CATALOGUE)
    assert restored.digest() == store.digest()
    assert restored.projections.digest() == store.projections.digest()
    assert restored.journal.head() == store.journal.head()
    restored.close()


def test_unzip_and_sha256sum_can_check_it(made: Backup, tmp_path: Path) -> None:
    subprocess.run(["unzip", "-q", made.path, "-d", "out"], cwd=tmp_path, check=True)
    body = canonical.load((tmp_path / "out" / "backup.json").read_bytes())
    assert isinstance(body, dict)
    lines = "".join(f"{one['sha256']}  {one['path']}\n" for one in body["files"])
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet"],
        cwd=tmp_path / "out",
        input=lines.encode(),
        check=True,
    )
    assert [one["path"] for one in body["files"]] == ["antq.db", "keys.json", "kept.json"]


def test_digests_are_checked_without_a_key_and_the_copy_with_one(made: Backup, key: bytes) -> None:
    assert backup.verify(made.path).verified == "digests"
    assert backup.verify(made.path, key) == made


def test_a_foreign_key_does_not_open_it(made: Backup) -> None:
    assert refused(lambda: backup.verify(made.path, new_key())) == "store.not_readable"


def test_one_changed_byte_is_found_wherever_it_is(made: Backup) -> None:
    content = made.path.read_bytes()
    with zipfile.ZipFile(made.path) as archive:
        database = archive.getinfo("antq.db")
    inside = range(database.header_offset + 100, database.header_offset + database.file_size)
    # Every byte of headers, directory, backup.json and keys.json; every page of the database.
    places = [n for n in range(len(content)) if n not in inside or n % 4096 == 7]
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        made.path.write_bytes(changed)
        assert refused(lambda: backup.verify(made.path)).startswith("backup."), place


@pytest.mark.parametrize("end", [0, 1, 100, 5000, -1])
def test_a_backup_that_was_cut_off_is_refused(made: Backup, end: int) -> None:
    made.path.write_bytes(made.path.read_bytes()[:end])
    assert refused(lambda: backup.verify(made.path)) == "backup.not_one"


def test_nothing_may_be_added(made: Backup) -> None:
    content = made.path.read_bytes()
    made.path.write_bytes(content + b"\0")
    assert refused(lambda: backup.verify(made.path)).startswith("backup.")
    made.path.write_bytes(content)
    with zipfile.ZipFile(made.path, "a") as archive:
        archive.writestr("more.txt", "x")
    assert refused(lambda: backup.verify(made.path)) == "backup.not_one"


def test_what_the_contents_say_must_be_what_the_copy_holds(made: Backup, key: bytes) -> None:
    """A backup whose digests are all right, but whose revisions are fewer than it says."""
    forge(made.path, "backup.json", b'"revisions":2', b'"revisions":3')
    assert backup.verify(made.path).revisions == 3
    assert refused(lambda: backup.verify(made.path, key)) == "backup.damaged"


def test_a_file_that_was_put_in_with_a_right_checksum_is_found(made: Backup) -> None:
    forge(made.path, "keys.json", b'"role":"head"', b'"role":"user"')
    assert refused(lambda: backup.verify(made.path)) == "backup.damaged"


def forge(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Write a backup again with one file changed, everything else as it was."""
    with zipfile.ZipFile(path) as archive:
        entries = {entry: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for entry, content in entries.items():
            changed = content.replace(old, new) if entry.filename == name else content
            archive.writestr(entry, changed)


def test_a_missing_backup_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        backup.verify(tmp_path / "none" / "x.antq-backup")
    assert caught.value.message_id == "backup.missing"
    assert caught.value.values == {"name": "x.antq-backup"}


def test_a_folder_is_no_backup(tmp_path: Path) -> None:
    assert refused(lambda: backup.verify(tmp_path)) == "backup.not_one"


def test_a_damaged_database_is_not_backed_up(
    store: Store, path: Path, key: bytes, key_file: Path, folder: Path
) -> None:
    store.database.execute("PRAGMA foreign_keys = OFF")
    save(store, revision(), imported=7)
    code = refused(lambda: backup.create(store.database, key, key_file, folder, "x"))
    assert code == "backup.damaged"
    assert list(folder.iterdir()) == []
    assert path.exists()


def test_a_backup_that_cannot_be_written_leaves_nothing(
    store: Store, key: bytes, key_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="ascii")
    for folder in (file, file / "inner"):
        with pytest.raises(Refusal, match=r"backup\.cannot_write"):
            backup.create(store.database, key, key_file, folder, "x")
    assert file.read_text(encoding="ascii") == "x"


def test_a_full_disk_leaves_nothing(
    store: Store, key: bytes, key_file: Path, small_disk: Path
) -> None:
    save(store, *(revision(f"r{n}", values={"story": "chữ " * 500}) for n in range(300)))
    code = refused(lambda: backup.create(store.database, key, key_file, small_disk, "x"))
    assert code in {"store.disk_full", "backup.cannot_write"}
    assert list(small_disk.iterdir()) == []


def test_a_full_disk_is_not_taken_for_a_damaged_backup(
    made: Backup, key: bytes, small_disk: Path
) -> None:
    (small_disk / "filler").write_bytes(os.urandom(1_900_000))
    assert refused(lambda: backup.verify(made.path, key, small_disk)) == "store.disk_full"
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_nothing_of_a_database_lies_in_the_folder_of_the_system(
    made: Backup, key: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even encrypted, and not even while it is checked: a kill leaves it where we sweep."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not-there"))
    assert backup.verify(made.path).verified == "digests"
    assert backup.verify(made.path, key, tmp_path).verified == "opened"
    backup.restore(made.path, tmp_path / "new")
    assert not list(tmp_path.glob(".backup-*"))


def test_a_restore_never_writes_over_a_workspace(made: Backup, tmp_path: Path) -> None:
    assert refused(lambda: backup.restore(made.path, tmp_path)) == "backup.not_empty"


def test_a_restore_of_a_damaged_backup_leaves_nothing(made: Backup, tmp_path: Path) -> None:
    made.path.write_bytes(made.path.read_bytes()[:-1])
    assert refused(lambda: backup.restore(made.path, tmp_path / "new")) == "backup.not_one"
    assert list((tmp_path / "new").iterdir()) == []


def test_a_restore_needs_a_folder(made: Backup, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    code = refused(lambda: backup.restore(made.path, tmp_path / "file"))
    assert code == "backup.cannot_write"


def test_ten_backups_are_kept_and_the_first_of_each_month() -> None:
    names = [f"2023-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 13)]
    gone = backup.superseded(names[::-1])
    kept = [name for name in names if name not in gone]
    assert kept == ["2023-01-01", "2023-02-01", "2023-03-01", *names[-10:]]
    assert gone == sorted(gone)


@pytest.mark.parametrize("count", [0, 1, 10])
def test_up_to_ten_nothing_goes(count: int) -> None:
    assert backup.superseded([f"2023-01-{day:02}" for day in range(count)]) == []
