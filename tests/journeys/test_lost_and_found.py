"""What goes wrong with sticks, disks and PCs in a year, and how two units get out of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["first_world", "world"]


class Two:
    """A commune and its office, and the stick that goes between them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.stick = world.folder / "stick"
        self.stick.mkdir()

    def office(self, *arguments: object, code: int = 0) -> Any:
        """Run a command at the office; return its document."""
        ended = self.world.office(*arguments)
        assert ended.code == code, ended.err
        return ended.document

    def commune(self, *arguments: object, code: int = 0) -> Any:
        """Run a command at the commune; return its document."""
        ended = self.world.commune(*arguments)
        assert ended.code == code, ended.err
        return ended.document

    def export(self, name: str) -> Path:
        """Let the commune export what is due, and put the file aside under a name of ours."""
        sent = self.commune("bundle", "export", "-o", self.stick)
        target = self.world.folder / f"{name}.antq"
        shutil.move(sent["path"], target)
        return target

    def receipts(self) -> Path:
        """Let the office sign its receipt for the commune."""
        signed = self.office("bundle", "export", "-o", self.stick)["bundles"]
        (receipt,) = [one for one in signed if one["kind"] == "receipt"]
        return self.stick / str(receipt["path"])

    def taken(self, *files: Path, code: int = 0) -> list[str]:
        """Let the office import files; return the verdicts on them and on what they released."""
        found = self.office("bundle", "import", *files, code=code)["results"]
        return [one["verdict"] for one in found]

    def states(self) -> list[str]:
        """Return where the bundles of the commune stand, as it knows."""
        return [one["state"] for one in self.commune("bundle", "status")["rows"]]

    def number(self, file: Path) -> int:
        """Return the number of a bundle in its chain."""
        shown = self.office("bundle", "show", file)
        return int(shown["manifest"]["sequence"])

    def digest(self) -> str:
        """Return the digest of all that counts at the office."""
        return str(self.office("workspace", "show")["digest"])


def test_lost_sticks_and_a_dead_disk_at_the_office(world: World) -> None:
    two = Two(world)

    # The stick is lost: the same file is written again, nothing is signed a second time.
    two.world.add()
    lost = two.export("lost")
    first = two.export("first")
    assert first.read_bytes() == lost.read_bytes()
    assert two.states() == ["written"]
    assert two.taken(first) == ["accepted"]
    before = two.digest()
    assert two.taken(first) == ["same"]
    assert two.digest() == before

    # So is the receipt: the next bundle holds everything again, the next receipt tells of both.
    two.receipts().unlink()
    two.world.add()
    second = two.export("second")
    assert two.number(second) == 2
    assert two.taken(second) == ["accepted"]
    two.commune("bundle", "import", two.receipts())
    assert two.states() == ["accepted", "accepted"]

    # The office's PC dies between two bundles; its backup is older than the first of them.
    backup = two.office("backup", "create", two.stick)
    assert (backup["kept"] > 0, backup["missing"]) == (True, [])
    two.world.add()
    third = two.export("third")
    assert two.taken(third) == ["accepted"]
    two.commune("bundle", "import", two.receipts())
    two.world.add()
    fourth = two.export("fourth")
    shutil.rmtree(world.folder / OFFICE)
    restored = two.office("backup", "restore", two.stick / backup["path"])
    assert restored["missing"] == []
    assert two.digest() != before
    # What comes now builds on what the backup does not have: it waits, and says for which.
    assert two.taken(fourth, code=3) == ["held_gap"]
    (held,) = [one for one in two.office("bundle", "status")["rows"] if one["state"] == "held_gap"]
    assert held["text"]
    assert two.taken(third) == ["accepted", "accepted"]
    two.commune("bundle", "import", two.receipts())
    assert two.states() == ["accepted"] * 4


def test_a_copied_pc(world: World) -> None:
    two = Two(world)
    two.world.add()
    assert two.taken(two.export("before")) == ["accepted"]
    two.commune("bundle", "import", two.receipts())
    # The disk of the commune was copied to a second PC, and both go on.
    copied = world.folder / "copied"
    shutil.copytree(world.folder / COMMUNE, copied)
    two.world.add()
    here = two.export("here")
    original = world.folder / "original"
    (world.folder / COMMUNE).rename(original)
    copied.rename(world.folder / COMMUNE)
    two.world.add()
    there = two.export("there")
    assert two.number(here) == two.number(there) == 2
    assert two.taken(here) == ["accepted"]
    counted = two.digest()
    assert two.taken(there, code=3) == ["fork"]
    assert two.digest() == counted
    # The copy begins a chain of its own, with all that it has: nothing is lost, nothing twice.
    two.commune("backup", "restore", "--as-fork")
    again = two.export("again")
    assert two.number(again) == 1
    assert two.taken(again) in (["accepted"], ["remarks"])
    decided = two.office("bundle", "decide", there, "--refuse", "--reason", "Máy sao chép")
    assert decided["verdict"] == "refused"
    listed = two.office("record", "list", "R06")
    assert len(listed["rows"]) == 3
