"""Books that change hands: a post with two PCs, a copied PC, communes that are merged.

Some of the people work with the windows, the others with commands, on one stick between them.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.police import POLICE_COLUMNS
from antq_desktop.domain.succession import LINK_COLUMNS
from antq_desktop.domain.units import COLUMNS
from antq_desktop.services import media
from antq_desktop.services.clock import Clock
from tests.unit.cli.conftest import first_world, world
from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE, PASSPHRASE, PROGRAM, command
from tests.unit.cli.test_transfers import SECOND_PC, second_pc
from tests.unit.domain.reform import LINKS, POLICE, UNITS, lines
from tests.unit.services.reform_world import MERGED, MERGED_TOO, PROVINCE, SPRING_UNITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer
    from tests.unit.cli.driver import World

    Start = Callable[..., Officer]

__all__ = ["first_world", "world"]

PLAIN = {name: value for name, value in MODEL.items() if name not in {"points", "reviews"}}
IN_2024 = {
    "established_on": "2024-02-01",
    "moves": [
        {"state": "new", "on": "2024-02-01"},
        {"state": "maintained", "on": "2024-03-01"},
    ],
}
SCREEN = "Bàn giao sổ"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plug in a stick."""
    folder = tmp_path / "usb"
    folder.mkdir()
    plugged = media.Disk("usb", folder, frozenset({"rw"}))
    monkeypatch.setattr(media, "mounted_disks", lambda: iter([plugged]))
    return folder


@dataclass
class Units:
    """The homes of units, a clock that is moved by hand, and a stick that goes between them."""

    folder: Path
    stick: Path
    secret: Path
    now: datetime | None = None

    def clock(self) -> Clock:
        """Return a clock of this world."""
        now = self.now
        return Clock() if now is None else Clock(system=lambda: now)

    def does(self, home: str, *arguments: object, typed: object = None, code: int = 0) -> Any:
        """Run a command in a home; return its document."""
        program = dataclasses.replace(PROGRAM, new_clock=self.clock)
        where = ("--home", self.folder / home, "--passphrase-file", self.secret, "--json")
        text = json.dumps(typed) if typed is not None else ""
        ended = command(*where, *arguments, stdin=text, program=program)
        assert ended.code == code, ended.err or ended.out
        return ended.document

    def add(self, home: str, **changes: object) -> str:
        """Add a record to a home; return its id."""
        saved = self.does(home, "record", "add", "R06", typed=PLAIN | changes)["saved"]
        return str(saved[0]["id"])

    def send(self, home: str, *more: object) -> Path:
        """Export what is due, and return the file."""
        return self._moved(self.does(home, "bundle", "export", *more, "-o", self.stick)["path"])

    def hand_over(self, home: str, *more: object) -> Path:
        """Hand the books over, and return the file."""
        return self._moved(self.does(home, "bundle", "transfer", *more, "-o", self.stick)["path"])

    def _moved(self, path: str) -> Path:
        """Put a file aside: the next one of the same name must not take its place."""
        aside = self.folder / f"carried-{len(list(self.folder.glob('carried-*')))}.antq"
        shutil.move(path, aside)
        return aside

    def brought(self, home: str, *files: Path, code: int = 0) -> list[str]:
        """Import files; return the verdicts."""
        found = self.does(home, "bundle", "import", *files, code=code)["results"]
        return [one["verdict"] for one in found]

    def receipt(self, office: str) -> Path:
        """Let an office sign its receipt."""
        signed = self.does(office, "bundle", "export", "-o", self.stick)["bundles"]
        (receipt,) = [one for one in signed if one["kind"] == "receipt"]
        return self._moved(receipt["path"])


def sit_down(officer: Start, units: Units, home: str) -> Officer:
    """Unlock a home by its window."""
    who = officer(units.folder / home, units.clock())
    who.write("Mật khẩu", PASSPHRASE)
    who.key(Qt.Key.Key_Return)
    who.wait_for(" – Chỉ huy")
    return who


def give(who: Officer, stick: Path, *, close: bool = False) -> Path:
    """Hand the books over by the window; return the file on the stick."""
    who.go("Nộp báo cáo")
    who.press("Bàn giao sổ")
    who.wait_for("Máy này: ")
    before = set(stick.iterdir())
    who.press("Bàn giao sổ")
    who.wait_for("máy này chỉ xem")
    if close:
        who.press("Khóa sổ máy này: máy thôi ghi, số trong sổ ghi tiếp ở máy nhận")
    who.picture("giving")
    who.press("Ký, bàn giao")
    who.press("Ghi vào USB này")
    who.wait_for_told("An toàn để rút USB")
    who.picture("given")
    (path,) = set(stick.iterdir()) - before
    return path


def open_file(who: Officer, path: Path) -> None:
    """Open a file that was brought."""
    who.go(SCREEN)
    who.press("Mở gói mang đến")
    who.answer_file_dialog(path)


def take(who: Officer, path: Path, stick: Path) -> Path:
    """Take books over by the window; return the receipt on the stick."""
    open_file(who, path)
    who.wait_for("Sổ bàn giao từ")
    who.picture("taking")
    before = set(stick.iterdir())
    who.press("Nhận sổ")
    who.press("Ghi vào USB này")
    who.wait_for_told("Đã ghi 1 biên nhận")
    who.picture("taken")
    (receipt,) = set(stick.iterdir()) - before
    return receipt


def hear(who: Officer, receipt: Path) -> None:
    """Open the receipt of the receiver."""
    open_file(who, receipt)
    who.wait_for_told("Máy nhận đã trả lời")
    who.wait_for("Đã xác nhận: máy nhận giữ sổ")
    who.picture("confirmed")


def copied_pc_reports(officer: Start, units: Units) -> Path:
    """Let a copy of the first PC go on as if it were it; the office sees two that contradict."""
    shutil.copytree(units.folder / COMMUNE, units.folder / "copied")
    units.add(COMMUNE, name="Ghi ở máy thứ nhất")
    units.add("copied", name="Ghi ở máy sao chép")
    assert units.brought(OFFICE, units.send(COMMUNE)) == ["accepted"]
    there = units.send("copied")
    desk = sit_down(officer, units, OFFICE)
    desk.go("Gói đến")
    desk.press("Chọn tệp")
    desk.answer_file_dialog(there)
    desk.wait_for("Giữ lại, hai bản trái nhau")
    desk.picture("fork")
    desk.go_home()
    assert units.brought(OFFICE, there, code=3) == ["fork"]
    (held,) = [r for r in units.does(OFFICE, "bundle", "status")["rows"] if r["state"] == "fork"]
    assert "Hỏi đơn vị vì sao có hai bản" in held["text"]
    return there


def leave_the_fork(officer: Start, units: Units) -> None:
    """Let the copy hear of it, and begin a chain of its own; nothing is lost, nothing twice."""
    copied = sit_down(officer, units, "copied")
    copied.go("Nộp báo cáo")
    copied.press("Mở biên nhận")
    copied.answer_file_dialog(units.receipt(OFFICE))
    copied.wait_for("Cơ quan nhận có một gói khác trái với gói này")
    assert copied.sees("bắt đầu chuỗi gói mới")
    copied.picture("told")
    copied.press("Bắt đầu chuỗi gói mới")
    copied.picture("new-chain")
    copied.press("Bắt đầu")
    copied.wait_for_told("Đã bắt đầu chuỗi gói mới")
    copied.go_home()
    (verdict,) = units.brought(OFFICE, units.send("copied"))
    assert verdict in {"accepted", "remarks"}


@pytest.mark.slow
def test_a_post_with_two_pcs_one_of_which_is_copied(
    officer: Start, world: World, stick: Path
) -> None:
    second_pc(world)
    units = Units(world.folder, stick, world.secret)
    units.add(COMMUNE, name="Mô hình thứ nhất")
    units.add(SECOND_PC, name="Mô hình thứ hai")
    second = sit_down(officer, units, SECOND_PC)
    path = give(second, stick)
    first = sit_down(officer, units, COMMUNE)
    receipt = take(first, path, stick)
    first.go_home()
    hear(second, receipt)
    assert second.sees("Sổ máy này đã bàn giao cho")
    second.go("Mô hình phong trào")
    second.wait_for("1 hồ sơ")
    second.choose_row("Mô hình thứ hai")
    second.key(Qt.Key.Key_Return)
    second.wait_for("chỉ xem: đã bàn giao cho")
    second.picture("read-only")
    second.go_home()
    assert units.brought(OFFICE, units.send(COMMUNE)) == ["accepted"]
    units.does(COMMUNE, "bundle", "import", units.receipt(OFFICE))
    assert len(units.does(OFFICE, "record", "list", "R06")["rows"]) == 2

    fork = copied_pc_reports(officer, units)
    leave_the_fork(officer, units)
    assert units.does(OFFICE, "bundle", "decide", fork, "--refuse", "--reason", "Máy sao chép")
    names = [row["label"] for row in units.does(OFFICE, "record", "list", "R06")["rows"]]
    assert len(names) == len(set(names)) == 4


JOINT = "joint"
"""The home of the PC of the merged commune."""
NEW_UNIT = f"{MERGED}@2024-07-01"


class Merged(Units):
    """The units of the invented reform, by commands alone."""

    def files(self) -> dict[str, Path]:
        """Write the lists of before and after the reform."""
        texts = {
            "spring": (COLUMNS, SPRING_UNITS),
            "units": (COLUMNS, UNITS),
            "links": (LINK_COLUMNS, LINKS),
            "police": (POLICE_COLUMNS, POLICE),
        }
        found = {name: self.folder / f"{name}.csv" for name in texts}
        for name, (columns, rows) in texts.items():
            found[name].write_text(lines(columns, rows), encoding="utf-8")
        return found

    def create(self, home: str, unit: str, role: str, tree: Path) -> None:
        """Make a practice workspace with a list of units."""
        who = ("--role", role, "--unit", unit, "--units", tree, "--user", f"Cán bộ {home}")
        more = ("--ca-passphrase-file", self.secret) if role == "office" else ()
        sheet = ("--recovery-sheet", self.folder / f"{home}.sheet")
        self.does(home, "workspace", "create", "--practice", *who, *sheet, *more)

    def enrol(self, home: str, *told: str) -> None:
        """Certify a workspace, and install the directory there and where it is told besides."""
        request, out = self.folder / f"{home}.request", self.folder / f"{home}.directory"
        asked = self.does(home, "identity", "request", "-o", request)["fingerprint"]
        issue = ("identity", "issue", request, "-o", out, "--fingerprint", asked)
        issued = self.does(PROVINCE, *issue, "--ca-passphrase-file", self.secret)
        for each in (home, *told):
            compared = ("--fingerprint", issued["ca_fingerprint"])
            self.does(each, "identity", "install", out, *compared)

    def reform(self) -> None:
        """Let the office take the new list in, and the communes its directory."""
        lists = self.files()
        beside = ("--succession", lists["links"], "--police", lists["police"])
        self.does(PROVINCE, "units", "import", lists["units"], *beside)

    def count(self, home: str, unit: str) -> int:
        """Return the models that a unit has built in 2024, as a home counts them."""
        report = ("report", "indicators", "--period", "DL-2024", "--unit", unit)
        found = self.does(home, *report)["indicators"]
        return next(int(one["value"]) for one in found if one["code"] == "B6.2")


@pytest.mark.slow
def test_two_communes_are_merged_into_one(officer: Start, tmp_path: Path, stick: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    units = Merged(tmp_path, stick, secret, datetime(2024, 4, 10, 8, 0, tzinfo=ZONE))
    lists = units.files()
    units.create(PROVINCE, PROVINCE, "office", lists["spring"])
    units.does(PROVINCE, "units", "import", lists["spring"], "--police", lists["police"])
    for home, names in ((MERGED, ("Kẻng làng Đông", "Kẻng làng Tây")), (MERGED_TOO, ("Kẻng",))):
        units.create(home, home, "commune", lists["spring"])
        units.enrol(home)
        for name in names:
            units.add(home, name=name, **IN_2024)
        assert units.brought(PROVINCE, units.send(home)) == ["accepted"]

    units.now = datetime(2024, 7, 20, 8, 0, tzinfo=ZONE)
    units.reform()
    units.create(JOINT, NEW_UNIT, "commune", lists["units"])
    units.enrol(JOINT, MERGED, MERGED_TOO)
    giver = sit_down(officer, units, MERGED)
    path = give(giver, stick, close=True)
    taker = sit_down(officer, units, JOINT)
    receipt = take(taker, path, stick)
    taker.go_home()
    hear(giver, receipt)
    assert giver.sees("Máy này đã khóa sổ và bàn giao cho Xã Minh Hòa")
    giver.go("Mô hình phong trào")
    giver.press("Thêm hồ sơ")
    giver.wait_for_told("Ghi hồ sơ mới trên máy đó.")
    giver.picture("closed")
    giver.go_home()
    assert units.brought(JOINT, units.hand_over(MERGED_TOO, "--close")) == ["accepted"]
    # As long as nothing shows that a giver has heard, each of them gets another receipt.
    receipts = units.does(JOINT, "bundle", "confirm", "-o", stick)["bundles"]
    files = [stick / one["path"] for one in receipts]
    assert sorted(units.brought(MERGED_TOO, *files, code=3)) == ["accepted", "refused"]
    units.add(JOINT, name="Kẻng chung", **IN_2024)

    units.now = datetime(2025, 1, 15, 8, 0, tzinfo=ZONE)
    sent = units.send(JOINT, "--period", "DL-2024-H2")
    assert units.brought(PROVINCE, sent) == ["accepted"]
    assert units.count(PROVINCE, NEW_UNIT) == units.count(JOINT, NEW_UNIT) == 4
    assert len(units.does(PROVINCE, "record", "list", "R06")["rows"]) == 4
    first, second = {"Kẻng làng Đông", "Kẻng làng Tây"}, {"Kẻng"}
    every = first | second | {"Kẻng chung"}
    for name, expected in (("Bình Minh", first), ("Bình Hòa", second), ("Minh Hòa", every)):
        hits = units.does(PROVINCE, "search", name)["hits"]
        assert expected <= {one["label"] for one in hits}, name
