"""A day off that the office enters: it goes down with the directory, limits and a figure move.

By windows the office corrects its calendar and the commune reads its figures; by commands all that
lies between. What was frozen before keeps the calendar that it names (counting A04, A23).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QTableView

from antq_desktop.cli.session import Program
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from tests.unit.cli.driver import command
from tests.unit.domain.test_administrative_measures import MOVES, file
from tests.unit.printing.pages import Pdf
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, World
from tests.unit.services.levels import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.journeys.officer import Officer

DAY, SOURCE = "20/04/2023", "Thông báo số 01/TB (mẫu)"
NOTE = f"chưa xác minh trong kỳ: {DAY}"
FIGURE = "Hồ sơ lập, gửi đúng hạn"
LATE = {"sent_on": "2023-04-24", "moves": [*MOVES[:-1], {**MOVES[-1], "on": "2023-04-24"}]}
"""Notified on 17/04: to be sent by Friday, 21/04, unless a day before that is off."""


@dataclass(frozen=True)
class Desks:
    """The two homes of the journey at a desk each, and a stick that is carried between them."""

    world: World

    @property
    def stick(self) -> Path:
        """Return the folder that is carried."""
        return self.world.folder / "usb"

    def does(self, code: str, *arguments: object) -> Any:
        """Run a command in a home and return its document."""
        secret = self.world.folder / "passphrase"
        secret.write_text(PASSPHRASE, encoding="utf-8")
        program = Program(self.world.catalogue, self.world.clock, lambda _start: 0)
        where = ("--home", self.world.home(code), "--passphrase-file", secret, "--json")
        ended = command(*where, *arguments, program=program)
        assert ended.code == 0, ended.err or ended.out
        return ended.document

    def figure(self, code: str, period: str) -> tuple[int, int, bool]:
        """Return files in time, files in all, and whether the day in doubt is told of."""
        told = self.does(code, "report", "indicators", "--period", period)
        (one,) = (one for one in told["indicators"] if one["code"] == "B3.4")
        return one["value"], one["denominator"], any(NOTE in note for note in told["notes"])

    def annex(self, code: str, period: str) -> str:
        """Print the annex of a period and return its words."""
        paper = self.world.folder / f"{period}.pdf"
        self.does(code, "print", "figures-annex", "--period", period, "-o", paper)
        return " ".join(Pdf(paper).raw_text().split())

    def limit(self, record: str) -> tuple[str, bool]:
        """Return until when the file had to be sent, and whether it was late."""
        shown = self.does(COMMUNE, "record", "show", record)
        (one,) = (one for one in shown["deadlines"] if one["code"] == "T2-T3")
        return one["due"][:10], one["met"] > one["due"]

    def carry(self, giver: str, taker: str, *period: str) -> None:
        """Carry what one has for the other."""
        wanted = [word for code in period for word in ("--period", code)]
        sent = self.does(giver, "bundle", "export", *wanted, "-o", self.stick)
        for one in sent.get("bundles", [sent]):
            self.does(taker, "bundle", "import", one["path"])


def unlock(who: Officer) -> None:
    who.write("Mật khẩu", PASSPHRASE)
    who.key(Qt.Key.Key_Return)
    who.wait_for("Sổ thực hành")


def correct(office: Officer) -> None:
    """Enter the day in lieu, which nobody has seen a notice of yet."""
    unlock(office)
    office.go("Lịch ngày làm việc")
    office.wait_for("Lịch đang dùng")
    office.wait(office.rows)
    day = office.field("Ngày")
    assert isinstance(day, QDateEdit)
    day.setDate(QDate(2023, 4, 20))
    office.set_box("Loại ngày", "Nghỉ bù")
    office.write("Căn cứ", SOURCE)
    office.press("Ghi vào lịch")
    office.wait_for_told(f"Đã sửa ngày {DAY}")
    office.picture("corrected")
    office.go_home()


def _tells(commune: Officer, told: str) -> bool:
    """Say whether the table of figures tells this of the files in time."""
    table = commune.field("Bảng số liệu")
    assert isinstance(table, QTableView)
    model = table.model()
    rows = range(model.rowCount())
    return [FIGURE, told] in [[model.index(row, at).data() for at in (0, 1)] for row in rows]


def read(commune: Officer) -> None:
    """See the moved figure of the year, and the quarter that was frozen before as it was."""
    unlock(commune)
    commune.go("Số liệu")
    commune.wait_for("Đếm từ hồ sơ hiện có")
    for part, told, doubted in (("Cả năm", "1/1", True), ("Quý II", "0/1", False)):
        commune.set_box("Kỳ", part)
        commune.wait(partial(_tells, commune, told), told)
        assert commune.sees(NOTE) is doubted
        commune.picture(part)
    commune.go_home()


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    """Make an office and a commune; the stick is empty."""
    world = World(tmp_path, load_catalogue(), datetime(2024, 1, 15, 8, 0, tzinfo=ZONE), {})
    world.create(OFFICE, office=True)
    world.create(COMMUNE)
    world.enrol(OFFICE, COMMUNE)
    (tmp_path / "usb").mkdir()
    return Desks(world)


@pytest.mark.slow
def test_a_day_off_moves_limits_and_figures_and_nothing_that_is_frozen(
    officer: Callable[..., Officer], desks: Desks
) -> None:
    world = desks.world
    (record,) = world.add(COMMUNE, file(**LATE), register="administrative_measures")
    assert desks.limit(record) == ("2023-04-21", True)
    assert desks.figure(COMMUNE, "DL-2023") == (0, 1, False)
    desks.carry(COMMUNE, OFFICE, "DL-2023-Q2")
    world.later(minutes=1)

    correct(officer(world.home(OFFICE), world.clock()))
    listed = desks.does(OFFICE, "calendar", "list", "--year", "2023")["days"]
    (day,) = (one for one in listed if one["day"] == "2023-04-20")
    assert (day["kind"], day["source"], day["verified"]) == ("in_lieu", SOURCE, False)
    assert desks.figure(OFFICE, "DL-2023") == (1, 1, True)
    world.later(minutes=1)
    sent = desks.does(OFFICE, "bundle", "export", "-o", desks.stick)["bundles"]
    (directory,) = (one["path"] for one in sent if "directory" in one["path"])
    assert desks.limit(record) == ("2023-04-21", True)
    anchor = fingerprint_of(world, OFFICE)
    installed = desks.does(COMMUNE, "identity", "install", directory, "--fingerprint", anchor)
    assert installed["newer"]

    assert desks.limit(record) == ("2023-04-24", False)
    assert desks.figure(COMMUNE, "DL-2023") == (1, 1, True)
    assert desks.figure(COMMUNE, "DL-2023-Q2") == (0, 1, False)
    read(officer(world.home(COMMUNE), world.clock()))
    year, quarter = (desks.annex(COMMUNE, period) for period in ("DL-2023", "DL-2023-Q2"))
    assert NOTE in year
    assert NOTE not in quarter
    assert "lịch" in year

    # The year is frozen with the new calendar, and counted again at the office with the same.
    world.later(minutes=1)
    desks.carry(COMMUNE, OFFICE, "DL-2023")
    report = desks.does(OFFICE, "bundle", "status", "--period", "DL-2023")
    assert {one["state"] for one in report["rows"] if one["unit"] == COMMUNE} == {"accepted"}
