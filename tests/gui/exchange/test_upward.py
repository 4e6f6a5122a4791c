"""An office submits upward with the same wizard, and the office above takes it in at its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from antq_desktop.services.rehearsing import rehearse
from tests.gui.exchange.conftest import submission
from tests.gui.exchange.test_submission import Screen
from tests.unit.services.conftest import COMMUNE, OFFICE
from tests.unit.services.levels import PROVINCE, enrol_office, taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World


def test_an_office_passes_on_what_it_received_step_by_step(
    world: World, opened: Callable[[str], Context], tmp_path: Path, qtbot: QtBot
) -> None:
    world.create(PROVINCE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    taken(world, OFFICE, submission(world, COMMUNE))
    screen = Screen(opened(OFFICE), qtbot)
    assert "1 gói và hồ sơ chưa được cấp trên xác nhận." in [
        label.text() for label in screen.view.findChildren(QLabel)
    ]
    screen.begin()
    assert "1 gói của cấp dưới được chuyển tiếp" in screen.text("goingNote")
    assert "Tỉnh Hà Nam" in screen.text("goingNote")
    screen.sign()
    screen.write(tmp_path)
    assert screen.text("writeState") == "An toàn để rút USB"
    (file,) = tmp_path.glob("*-consolidated.antq")
    with world.open(PROVINCE) as workspace:
        verdict = rehearse(workspace, file).verdict
        assert (verdict.kind, verdict.verdict) == ("consolidated", "accepted")
