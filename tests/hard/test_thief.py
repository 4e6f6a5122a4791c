"""A thief has the PC, its whole home, the sticks and what was deleted, but no passphrase."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import contextmanager
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.roles import Role
from antq_desktop.paths import paths_for
from antq_desktop.services.attaching import attach
from antq_desktop.services.backing_up import order_backup, unpack_backup
from antq_desktop.services.keyless import copy_without_key
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.recovery_key import confirm, drill, new_shares, secret_of
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.saving import add_records
from antq_desktop.services.sealing_to import seal_all
from antq_desktop.services.users import add_user, change_passphrase, disable_user
from tests.hard.marking import Marks, Removed, found_in, watching_removals
from tests.hard.test_privacy import BASES
from tests.unit.services.conftest import COMMUNE, World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

HEAD, DEPUTY, HOLDER = "Lò Thị Mẫu", "Chỉ huy mới", "Người giữ mảnh"
PASSPHRASES = ("zqxjkw mật khẩu của phó", "zqxjkw mật khẩu đã đổi", "zqxjkw mật khẩu sau khi mất")


class Thief:
    """Everything that lies under a folder, and every file that was removed from it."""

    def __init__(self, folder: Path, marks: Marks, removed: Removed) -> None:
        self._folder = folder
        self._removed = removed
        self._words = [*marks.all, *PASSPHRASES]
        self._bytes: list[bytes] = []
        self._read: set[bytes] = set()

    def knows(self, *secrets: str | bytes) -> None:
        """Look for secrets of keys too: as they are, and in hex."""
        for one in secrets:
            raw = one.encode() if isinstance(one, str) else one
            self._bytes += [raw, raw.hex().encode(), raw.hex().upper().encode()]

    def opens(self, workspace: Workspace) -> None:
        """Look for the keys that an open workspace holds."""
        self.knows(workspace.opened.database_key, workspace.opened.own_key)
        self.knows(workspace.opened.seal.secret)

    def finds_nothing(self, after: str) -> int:
        """Read every byte; return how many files were read."""
        lying = [(str(path), path.read_bytes()) for path in self._folder.rglob("*") if is_own(path)]
        lying += self._removed.contents
        for name, data in [*lying, *unpacked(self._folder)]:
            assert found_in(name.encode(), self._words) == [], (after, name)
            assert not [one for one in self._bytes if one in data], (after, name)
            if sha256(data).digest() not in self._read:  # the words are the same each time
                assert found_in(data, self._words) == [], (after, name)
                self._read.add(sha256(data).digest())
        return len(lying)


def is_own(path: Path) -> bool:
    """Say whether a file is the program's own: the source of the attachment is the test's."""
    return path.is_file() and path.name != "source.pdf"


def unpacked(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is compressed in any ZIP; what is stored was read as it lies."""
    for path in folder.rglob("*"):
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for entry in archive.infolist():
                    if entry.compress_type != zipfile.ZIP_STORED:
                        yield f"{path}!{entry.filename}", archive.read(entry)


@contextmanager
def opened(world: World, home: str, user: str, passphrase: str) -> Iterator[Workspace]:
    """Open a workspace, and let time pass so that its close makes a backup."""
    world.later(hours=1)
    place = paths_for(world.folder / home)
    with open_workspace(place, user, passphrase, world.catalogue, world.clock()) as workspace:
        yield workspace


def fill(world: World, marks: Marks, source: Path) -> None:
    """Keep records with every word, and a file that is confidential."""
    with world.open(COMMUNE) as workspace:
        for name, base in BASES.items():
            register = world.catalogue.by_name[name]
            (saved,) = add_records(workspace, register, [{**base, **marks.fill(register.fields)}])
        text = " ".join(marks.word() for _ in range(3))
        source.write_bytes(b"%PDF-1.4\n% " + text.encode() + b"\n%%EOF\n")
        attach(workspace, saved.record, [source], Travel.CONFIDENTIAL, reason="Kèm theo")


def test_a_thief_reads_nothing_after_any_act(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, stick = world.folder / "temporary", world.folder / "stick"
    for folder in (temporary, stick):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    marks, sheet = Marks(Random(2)), world.secrets[COMMUNE]
    deputy, changed, after = PASSPHRASES
    with watching_removals() as removed:
        fill(world, marks, tmp_path / "source.pdf")
        thief = Thief(world.folder, marks, removed)
        thief.knows(sheet)
        with world.open(COMMUNE) as workspace:
            thief.opens(workspace)
            drill(workspace, sheet)
            add_user(workspace, DEPUTY, Role.DEPUTY, deputy)
            seal_all(workspace, lambda _done, _total: None)
            shares = [one.text for one in new_shares(workspace)]
            thief.knows(*shares)
            confirm(workspace, shares=shares)
        assert thief.finds_nothing("the shares") > 10
        secret = secret_of(shares[:2])
        thief.knows(secret)
        with opened(world, COMMUNE, DEPUTY, deputy) as workspace:
            thief.opens(workspace)
            change_passphrase(workspace, changed, old=deputy)
            disable_user(workspace, HEAD, reason="Chuyển công tác")
        with opened(world, COMMUNE, DEPUTY, changed) as workspace:
            thief.opens(workspace)
            backup = order_backup(workspace, stick)
        thief.finds_nothing("the database written anew")
        place = paths_for(world.folder / COMMUNE)
        copy = copy_without_key(backup.path, place, stick / "copy", world.clock())
        new = paths_for(world.folder / "new-pc")
        unpack_backup(copy.path, new)
        recover_workspace(new, secret, HOLDER, after, world.catalogue, world.clock())
        with opened(world, "new-pc", HOLDER, after) as workspace:
            thief.opens(workspace)
            restore_backup(workspace, as_fork=False)
        assert thief.finds_nothing("the restore") > 20
    assert list(temporary.iterdir()) == []
    # And he would find it: a word in a compressed file, a key in plain hex.
    with zipfile.ZipFile(stick / "planted.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("words", f"{marks.all[0]} " * 9)
    with pytest.raises(AssertionError, match="planted"):
        thief.finds_nothing("planting")
    (stick / "planted.zip").write_text(secret.encode().hex(), encoding="ascii")
    with pytest.raises(AssertionError, match="planted"):
        thief.finds_nothing("planting")
