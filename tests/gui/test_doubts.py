"""What could not be verified says so: limits below a title, in help and lists, and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from antq_desktop.domain.fields import Code, Field, Kind, Label
from antq_desktop.domain.forms import Hand, found_codes
from antq_desktop.gui import entry, records
from antq_desktop.gui.entry.help import help_of
from antq_desktop.gui.entry.limits import LimitsBar
from antq_desktop.services.reference_data import load_units
from tests.gui.conftest import DAY, part

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.paths import Paths

    Opened = Callable[[Paths], Context]

FOREST = Code("forest", Label("Gà rừng", "Forest hens"), verified=False)
BREED = Field(
    name="breed",
    kind=Kind.CHOICE,
    label=Label("Giống", "Breed"),
    codes=(Code("ri", Label("Gà ri", "Ri hens")), FOREST),
)


@pytest.fixture
def form(commune: Paths, context: Opened, qtbot: QtBot) -> EntryScreen:
    """Return the form of a new report of crime, shown."""
    screen = entry.build(context(commune))
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1100, 700)
    screen.widget.show()
    screen.open("crime_reports", None)
    qtbot.waitUntil(lambda: screen.form is not None)
    return screen


def write(screen: EntryScreen, **typed: str) -> None:
    """Type texts into fields, and leave each."""
    for name, text in typed.items():
        editor = screen.widget.cell(name).editor
        editor.show_typed(text)
        editor.settle()


def limits(screen: EntryScreen) -> list[str]:
    """Return what stands below the title."""
    bar = screen.widget.findChild(LimitsBar)
    assert isinstance(bar, LimitsBar)
    assert bar.isVisible() == bool(bar.words())
    return bar.words()


def test_limits_follow_what_is_typed(form: EntryScreen, qtbot: QtBot) -> None:
    assert limits(form) == []
    write(form, received_at="28/2/2025 0815", urgency="Nhóm b: thông thường")
    late = "Quá hạn, Chuyển nguồn tin: hạn {day}/03/2025 23:59"
    qtbot.waitUntil(lambda: limits(form) == [late.format(day="07")])
    write(form, received_at="1/3/2025 0815")
    qtbot.waitUntil(lambda: limits(form) == [f"{late.format(day='08')}, chưa xác minh"])
    write(form, forward_at="2/3/2025 0900")
    done = "Đã làm, Chuyển nguồn tin: hạn 08/03/2025 23:59, chưa xác minh"
    qtbot.waitUntil(lambda: limits(form) == [done])


def test_help_tells_the_limits_that_run_from_a_field(form: EntryScreen) -> None:
    assert form.form is not None
    register = form.form.register

    def told(name: str) -> str:
        return help_of(register.by_name[name], register.basis, register.deadlines, "vi").basis

    assert "Tính từ đây: Chuyển nguồn tin (TTLT 01/2017" in told("received_at")
    assert "Từ 01/03/2025: chưa xác minh" in told("received_at")
    assert "chưa xác minh" not in told("channel")


def test_a_list_of_what_is_overdue_says_from_when_it_is_in_doubt(
    commune: Paths, context: Opened, qtbot: QtBot
) -> None:
    screen = records.build(context(commune))
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    count = part(screen.widget, QLabel, "count")
    screen.show_register("crime_reports")
    qtbot.waitUntil(lambda: count.text() == "0 hồ sơ")
    part(screen.widget, QCheckBox, "overdue").setChecked(True)
    doubted = "0 hồ sơ · đang lọc · thời hạn tính từ 01/03/2025 trở đi chưa xác minh"
    qtbot.waitUntil(lambda: count.text() == doubted)
    screen.show_register("movement_models")
    qtbot.waitUntil(lambda: count.text() == "13 hồ sơ")


@pytest.mark.parametrize(
    ("language", "shown"),
    [("vi", "Gà rừng (chưa xác minh)"), ("en", "Forest hens (not verified)")],
)
def test_a_code_in_doubt_says_so_and_is_read_back(language: str, shown: str) -> None:
    hand = Hand(load_units(), DAY, language)
    assert hand.show(BREED, "forest") == shown
    assert hand.show(BREED, "ri") == BREED.codes[0].label.text(language)
    for typed in (shown, "ga rung", "forest hens", "forest", shown.upper()):
        assert hand.read(BREED, typed) == "forest"
    assert found_codes(BREED.codes, "rung") == [FOREST]
