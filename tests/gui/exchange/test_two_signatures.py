"""Two signatures in the windows: the office wants them, the officer prepares, the head signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from antq_desktop.gui import home, inbox
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.shell.listed import Listed
from antq_desktop.gui.shell.screens import places
from antq_desktop.gui.submission.wizard_view import Step
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import policy_of, publish
from antq_desktop.services.overview import overview
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records
from tests.gui.exchange.conftest import child, texts, wait_idle
from tests.gui.exchange.test_submission import Screen
from tests.unit.services.conftest import COMMUNE, OFFICE, coop
from tests.unit.services.signing_twice import HEAD, OFFICER, add_people, install

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.submission.review_view import ReviewDialog
    from antq_desktop.services.overview import Overview
    from tests.gui.exchange.conftest import Opened
    from tests.unit.services.conftest import World


def close(context: Context, qtbot: QtBot) -> None:
    """Lock, so that somebody else may unlock at the same PC."""
    context.session.close(lambda: None)
    qtbot.waitUntil(lambda: not context.session.is_open)


def want_two_in_the_window(world: World, opened: Opened, qtbot: QtBot) -> str:
    """Choose two signatures in the window of the office; return what stands beside the choice."""
    context = opened(OFFICE)
    presenter = inbox.build(context)
    view = presenter.view
    qtbot.addWidget(view)
    presenter.refresh()
    wait_idle(context, qtbot)
    choice = child(view, QComboBox, "signatures")
    assert choice.currentData() == 1
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    wait_idle(context, qtbot)
    told = child(view, QLabel, "signaturesSince").text()
    close(context, qtbot)
    with world.open(OFFICE) as workspace:
        assert policy_of(workspace).signatures == 2
        directory = deliver(workspace, publish(workspace).row, world.folder / "two.antq")
    install(world, directory)
    return told


def review(screen: Screen) -> ReviewDialog:
    """Open what waits, and look at the first register and record."""
    screen.press("review")
    dialog = screen.presenter.reviewing.dialog
    assert dialog is not None
    screen.wait()
    return dialog


def to_signing(screen: Screen) -> None:
    """Begin a bundle and go on to the step at which it is signed."""
    screen.begin()
    while screen.step() < Step.SIGN:
        screen.press("forward")


def waiting(context: Context, qtbot: QtBot) -> list[tuple[str, ...]]:
    """Return what the overview says of bundles, and the number beside the screen at the left."""
    overviews: list[Overview] = []
    screen = home.build(context)
    qtbot.addWidget(screen.widget)
    with qtbot.waitSignal(screen.came):
        screen.refresh()
    context.session.ask(overview, overviews.append)
    wait_idle(context, qtbot)
    listed = Listed(context, places("commune")).rows(overviews[0])
    (left,) = (row.badge for row in listed if row.key == "submission")
    asked: list[str] = []
    screen.place_asked.connect(asked.append)
    rows = [row for row in screen.widget.waiting.rows if "submission#" in row.key]
    for row in rows:
        screen.widget.chosen.emit(row.key)
    assert asked == ["submission"] * len(rows)
    return [(*row.cells, left) for row in rows]


def the_head_alone_signs_nothing(head: Screen) -> None:
    to_signing(head)
    assert not head.may_press("forward")
    assert "cán bộ ký trước" in head.text("hindrance")
    close(head.context, head.qtbot)


def the_officer_prepares(officer: Screen) -> None:
    to_signing(officer)
    assert "chữ ký thứ nhất" in officer.text("covers")
    officer.press("forward")
    assert not officer.view.in_wizard
    assert [row[-1] for row in officer.table("sent")] == ["Chờ thủ trưởng ký"]
    assert child(officer.view, QPushButton, "again").isHidden()
    dialog = review(officer)
    assert not dialog.sign.isEnabled()
    dialog.reject()
    ((said, state, left),) = waiting(officer.context, officer.qtbot)
    assert said.startswith(f"Gói số 1 của {OFFICER}, lập ")
    assert (state, left) == ("Chờ thủ trưởng ký", "")
    close(officer.context, officer.qtbot)


def the_head_gives_it_back(head: Screen) -> None:
    ((_, *state),) = waiting(head.context, head.qtbot)
    assert state == ["Chờ đồng chí ký", "1 chờ ký"]
    dialog = review(head)
    dialog.back.click()
    asked = dialog.findChild(ReasonDialog)
    assert isinstance(asked, ReasonDialog)
    asked.reason.setPlainText("Thiếu một chuồng gà")
    asked.accept()
    head.wait()
    assert head.table("sent") == []
    assert waiting(head.context, head.qtbot) == []
    close(head.context, head.qtbot)


def the_officer_prepares_it_anew(officer: Screen, coops: Register) -> None:
    assert "Thiếu một chuồng gà" in officer.text("subtitle")
    assert waiting(officer.context, officer.qtbot) == [
        (f"{HEAD} trả lại gói: Thiếu một chuồng gà", "Sửa, lập lại", "1 trả lại")
    ]
    officer.context.session.change(
        lambda workspace: add_records(workspace, coops, [coop("2023-07-07", hens=4)]),
        lambda _: None,
    )
    officer.wait()
    to_signing(officer)
    officer.press("forward")
    close(officer.context, officer.qtbot)


def the_head_looks_and_signs(head: Screen, coops: Register, usb: Path) -> None:
    dialog = review(head)
    rows = {row[0].partition(" · ")[0]: row[1:] for row in texts(dialog.registers)}
    assert rows[coops.code][:3] == ["3", "0", "0"]
    dialog.registers.selectRow(list(rows).index(coops.code))
    head.wait()
    assert [row[1] for row in texts(dialog.records)] == ["Mới"] * 3
    assert "→" in child(dialog, QLabel, "reviewFields").text()
    assert any(row[1:] == ["–", "3"] for row in texts(dialog.figures))
    dialog.sign.click()
    head.wait()
    assert [row[-1] for row in head.table("sent")] == ["Đã ký, chưa ghi"]
    assert not child(head.view, QPushButton, "again").isHidden()
    head.press("again")
    asked = head.dialog(MediumDialog)
    asked.accept()
    asked.chosen.emit(str(usb))
    head.wait()
    close(head.context, head.qtbot)


def test_from_the_office_wish_to_the_import(
    world: World, opened: Opened, qtbot: QtBot, said: list[Told]
) -> None:
    add_people(world)
    assert "29/01/2024" in want_two_in_the_window(world, opened, qtbot)
    coops, usb = world.catalogue.by_name["hen_coops"], world.folder / "usb"

    the_head_alone_signs_nothing(Screen(opened(COMMUNE, HEAD), qtbot))
    the_officer_prepares(Screen(opened(COMMUNE, OFFICER), qtbot))
    assert any("Thủ trưởng mở màn hình Nộp báo cáo" in one.text for one in said)
    the_head_gives_it_back(Screen(opened(COMMUNE, HEAD), qtbot))
    the_officer_prepares_it_anew(Screen(opened(COMMUNE, OFFICER), qtbot), coops)
    the_head_looks_and_signs(Screen(opened(COMMUNE, HEAD), qtbot), coops, usb)

    (path,) = usb.iterdir()
    with world.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, path)
    assert (verdict.verdict, verdict.signer[1]["second"]) == ("accepted", HEAD)
