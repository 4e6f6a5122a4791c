"""Books that go to another PC by the windows: asked, signed, carried, taken, confirmed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPushButton, QTableView

from antq_desktop.domain.fields import Travel
from antq_desktop.gui import entry, handover
from antq_desktop.gui.common.media_dialog import MediumDialog
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.common.table import TableModel, chosen_key
from antq_desktop.gui.handover.giving_dialog import GivingDialog
from antq_desktop.gui.handover.model import GIVEN
from antq_desktop.gui.handover.presenter import HandoverPresenter
from antq_desktop.gui.handover.taking_dialog import TakingDialog
from antq_desktop.services.attaching import attach
from antq_desktop.services.editing import form_of
from antq_desktop.services.overview import overview
from antq_desktop.store.queries import Filter
from tests.gui.exchange.conftest import child, texts, wait_idle
from tests.gui.exchange.driving import Driven
from tests.unit.services.attachments import photo
from tests.unit.services.conftest import COMMUNE, World, coop
from tests.unit.services.transferring import SECOND_PC, give, second_pc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.screen import Context, PaperWanted

    Opened = Callable[[str], Context]


@pytest.fixture(scope="session")
def made_pair(made: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the world with a second PC of the commune; in its books are a file and a draft."""
    folder = tmp_path_factory.mktemp("pair") / "world"
    shutil.copytree(made.folder, folder)
    world = World(folder, made.catalogue, made.now, dict(made.secrets))
    second_pc(world)
    (record,) = world.add(SECOND_PC, coop("2023-06-01", keeper={"full_name": "Người Mẫu"}))
    world.add(SECOND_PC, {"built_on": "2023-06-03"})
    with world.open(SECOND_PC) as workspace:
        attach(workspace, record, [photo(folder)], Travel.PRIVATE, reason="Ảnh")
    return world


@pytest.fixture
def world(made_pair: World, tmp_path: Path) -> World:
    """Give each test a world of its own, with a folder "usb" beside the homes."""
    folder = tmp_path / "world"
    shutil.copytree(made_pair.folder, folder)
    (folder / "usb").mkdir()
    return World(folder, made_pair.catalogue, made_pair.now, dict(made_pair.secrets))


class Screen(Driven[HandoverPresenter]):
    """The screen as a person drives it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        super().__init__(handover.build, context, qtbot)
        self.view = self.presenter.view

    def stick(self, folder: Path, *, in_parts: bool = False) -> None:
        """Take a folder in the question for a stick."""
        dialog = self.dialog(MediumDialog)
        dialog.accept()
        child(dialog, QCheckBox, "parts").setChecked(in_parts)
        dialog.chosen.emit(str(folder))
        self.wait()

    def rows(self) -> list[list[str]]:
        """Return what the list shows."""
        return texts(child(self.view, QTableView, "handovers"))

    def marked(self) -> str | None:
        """Return what the marked row stands for."""
        table = child(self.view, QTableView, "handovers")
        return chosen_key(table, cast("TableModel", table.model()))

    def leave(self) -> None:
        """Close the workspace."""
        self.context.session.close(lambda: None)
        self.qtbot.waitUntil(lambda: not self.context.session.is_open)


def act(dialog: QDialog) -> QPushButton:
    """Return the button that does what a dialog is for."""
    return child(dialog, QPushButton, "act")


def _sign(giver: Screen) -> None:
    """Choose the other PC, read what goes and what stays, and sign."""
    giver.press("begin")
    asked = giver.dialog(GivingDialog)
    assert "(" in child(asked, QComboBox, "to").currentText()
    assert [row[1:] for row in texts(child(asked, QTableView, "going"))] == [["1", "0", "0", "1"]]
    told = asked.lines.text()
    assert all(words in told for words in ("Kèm 1 tệp", "Kèm 1 phần mật", "1 bản nháp ở lại"))
    assert "máy này chỉ xem" in asked.warning.text()
    asked.close_books.setChecked(True)
    assert "Còn 1 bản nháp" in asked.note.text()
    assert not act(asked).isEnabled()
    asked.close_books.setChecked(False)
    act(asked).click()
    giver.wait()


def _carry_in_parts(giver: Screen, folder: Path) -> list[Path]:
    """Write the same bundle as parts, as mail takes them; return them, the list first."""
    folder.mkdir()
    giver.press("again")
    giver.stick(folder, in_parts=True)
    parts = sorted(folder.iterdir(), reverse=True)
    assert [one.suffix for one in parts] == [".sha256", ".001"]
    return parts


def _miss_a_part(taker: Screen, listing: Path, said: list[Told]) -> None:
    """Open the list alone: which part is missing is said, and nothing is taken."""
    taker.view.files_chosen.emit([str(listing)])
    taker.wait()
    assert "1" in said[-1].text
    assert said[-1].tone == "warning"
    assert taker.rows() == []


def _take(taker: Screen, *paths: Path, said: list[Told]) -> None:
    """Open the parts of a file, read what it brings, and take it."""
    _miss_a_part(taker, paths[0], said)
    taker.view.files_chosen.emit(list(map(str, paths)))
    taker.wait()
    shown = taker.dialog(TakingDialog)
    counted = [row[1:] for row in texts(child(shown, QTableView, "arriving"))]
    assert counted == [["1", "1", "0", "0"]]  # the record, and the change that added its file
    assert act(shown).text() == "&Nhận sổ"
    act(shown).click()
    taker.wait()


def _is_marked_by_its_digest(giver: Screen) -> None:
    digests: list[str] = []
    giver.context.session.ask(
        lambda workspace: workspace.store.exchanged.outgoing("transfer")[-1].digest, digests.append
    )
    giver.wait()
    # By its place, a row would be another one's as soon as one more came.
    assert giver.marked() == f"{GIVEN}{digests[0]}"


def test_books_go_over_and_the_answer_comes_back(
    world: World, opened: Opened, qtbot: QtBot, said: list[Told]
) -> None:
    usb = world.folder / "usb"
    giver = Screen(opened(SECOND_PC), qtbot)
    papers: list[PaperWanted] = []
    giver.presenter.paper_asked.connect(papers.append)
    _sign(giver)
    giver.dialog(MediumDialog).reject()  # the stick is not at hand
    assert giver.rows()[0][3] == "Đã ký, chưa ghi"
    giver.press("cover")
    assert papers[0].form == "bundle-cover"
    _is_marked_by_its_digest(giver)
    giver.press("again")
    giver.stick(usb)
    assert "An toàn để rút USB" in said[-1].text
    parts = _carry_in_parts(giver, world.folder / "parts")
    assert "đọc lại khớp" in said[-1].text
    giver.press("begin")
    assert giver.dialog(GivingDialog).note.isHidden()  # what is not answered goes once more
    giver.dialog(GivingDialog).reject()
    giver.leave()
    (path,) = usb.iterdir()

    taker = Screen(opened(COMMUNE), qtbot)
    _take(taker, *parts, said=said)
    taker.dialog(MediumDialog).reject()
    assert child(taker.view, QPushButton, "confirm").text() == "Ghi biên &nhận (1)…"
    badge: list[int] = []
    taker.context.session.ask(overview, lambda known: badge.append(known.unconfirmed))
    taker.press("confirm")
    assert badge == [1]
    taker.stick(usb)
    assert "mang về máy giao" in said[-1].text
    assert child(taker.view, QPushButton, "confirm").isHidden()
    assert taker.rows()[0][3] == "Đã nhận"
    taker.presenter.taking.open(str(path))
    taker.wait()
    assert said[-1].tone == "done"  # it is in already
    taker.presenter.taking.open(str(photo(world.folder)))
    taker.wait()
    assert said[-1].action == "Chọn tệp .antq do máy kia ghi ra USB."
    taker.leave()

    (receipt,) = set(usb.iterdir()) - {path}
    giver = Screen(opened(SECOND_PC), qtbot)
    giver.presenter.taking.open(str(receipt))
    giver.wait()
    giver.wait()
    assert said[-1].text == "Máy nhận đã trả lời 1 gói bàn giao."
    assert giver.rows()[0][3] == "Đã nhận"
    giver.press("begin")
    asked = giver.dialog(GivingDialog)
    assert asked.note.text() == "Không có gì mới để bàn giao."
    assert not act(asked).isEnabled()


def test_what_was_given_is_only_read_and_can_be_given_back(
    world: World, opened: Opened, qtbot: QtBot, said: list[Told]
) -> None:
    with world.open(SECOND_PC) as workspace:
        for draft in list(workspace.store.drafts.all()):
            workspace.store.drafts.drop(draft.record)
            workspace.store.projections.drop(draft.record)
    path = give(world, close=True)
    with world.open(SECOND_PC) as workspace:
        (record,) = (one.record for one in workspace.store.queries.lines(Filter("hen_coops")))
        known = overview(workspace)
        assert known.away is not None
        assert known.away.closed
        new = form_of(workspace, "hen_coops", None)
        assert new.given is not None
        assert (new.given.message_id, new.writable) == ("transfer.closed", False)
    giver = opened(SECOND_PC)
    form = entry.build(giver)
    qtbot.addWidget(form.widget)
    form.open("hen_coops", record)
    wait_idle(giver, qtbot)
    assert said[-1].action == "Sửa hồ sơ trên máy đó."
    assert child(form.widget, QPushButton, "save").isHidden()
    giver.session.close(lambda: None)
    qtbot.waitUntil(lambda: not giver.session.is_open)

    taker = Screen(opened(COMMUNE), qtbot)
    taker.presenter.taking.open(str(path))
    act(taker.dialog(TakingDialog)).click()
    taker.wait()
    taker.dialog(MediumDialog).reject()
    taker.press("undo")
    dialog = taker.dialog(ReasonDialog)
    dialog.reason.setPlainText("Nhầm gói")
    dialog.accept()
    taker.wait()
    assert said[-1].text.startswith("Đã rút lại")
    assert taker.rows()[0][3] == "Đã rút lại"
    assert child(taker.view, QPushButton, "undo").isHidden()
