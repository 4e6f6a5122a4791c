"""The lists of returned records and their dialogues, as both sides see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTableView

from antq_desktop.gui import entry, queries
from antq_desktop.gui.queries.dialog import WriteDialog
from antq_desktop.gui.screen import ReturnWanted
from antq_desktop.services.looking import list_records
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.submitting import submit
from tests.gui.exchange.conftest import child, submission, texts, wait_idle
from tests.unit.services.conftest import COMMUNE, OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.queries.duties import DutiesPresenter
    from antq_desktop.gui.queries.followed import FollowedPresenter
    from antq_desktop.gui.screen import Context
    from tests.unit.services.conftest import World

    Opened = Callable[[str], Context]

TEXT = "Đề nghị kiểm tra lại số gà."


def shown(screen: DutiesPresenter | FollowedPresenter) -> list[list[str]]:
    return texts(child(screen.widget, QTableView, "queries"))


def write(dialog: WriteDialog, text: str, *dues: str) -> None:
    """Fill in a dialogue about one record, and confirm it; no day but the last one is right."""
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    act = box.buttons()[0]
    assert not act.isEnabled()
    (line,) = (one for one in dialog.findChildren(QLineEdit) if one.objectName() != "due")
    line.setText(text)
    assert act.isEnabled()
    for due in dues:
        child(dialog, QLineEdit, "due").setText(due)
        act.click()
        said = child(dialog, QLabel, "dueSaid")
        assert dialog.isVisible() is bool(said.text() and not said.isHidden()) is (due != dues[-1])
        assert line.text() == text
    if not dues:
        act.click()
    assert not dialog.isVisible()


def dialog_of(widget: QWidget, qtbot: QtBot) -> WriteDialog:
    qtbot.waitUntil(lambda: bool(widget.findChildren(WriteDialog)))
    return widget.findChildren(WriteDialog)[-1]


def close(context: Context, qtbot: QtBot) -> None:
    context.session.close(lambda: None)
    qtbot.waitUntil(lambda: not context.session.is_open)


def office_list(opened: Opened, qtbot: QtBot) -> tuple[Context, FollowedPresenter]:
    context = opened(OFFICE)
    screen = queries.build_followed(context)
    qtbot.addWidget(screen.widget)
    context.session.changed.connect(screen.refresh)
    screen.refresh()
    wait_idle(context, qtbot)
    return context, screen


def states(screen: FollowedPresenter) -> list[str]:
    return sorted(row[2] for row in shown(screen))


def ask(world: World, opened: Opened, said: list[Told], record: str, qtbot: QtBot) -> Path:
    """Return a record, and write the query; wrong days and a missing stick lose nothing."""
    stick = world.folder / "usb"
    context, office = office_list(opened, qtbot)
    assert office.title == "Hồ sơ trả lại"
    queries.open_return(office.widget, context, ReturnWanted(record=record, field="hens"))
    write(dialog_of(office.widget, qtbot), TEXT, "mai", "31/02", "14/01/2024", "31/12/2999", "")
    wait_idle(context, qtbot)
    assert said[-1].text.startswith("Đã lập 1 yêu cầu.")
    assert states(office) == ["Chưa ghi ra USB"]
    assert child(office.widget, QPushButton, "write").text() == "&Ký, ghi ra USB (1)…"
    office.write(stick / "nowhere")
    wait_idle(context, qtbot)
    assert said[-1].tone == "warning"
    office.write(stick)
    wait_idle(context, qtbot)
    assert states(office) == ["Chờ trả lời"]
    close(context, qtbot)
    (path,) = stick.glob("*-query.antq")
    return path


def explain(opened: Opened, said: list[Told], path: Path, record: str, qtbot: QtBot) -> None:
    """Take the query in, read it at the field, and answer in words."""
    context = opened(COMMUNE)
    commune = queries.build_duties(context)
    qtbot.addWidget(commune.widget)
    context.session.changed.connect(commune.refresh)
    assert commune.title == "Việc cần làm"
    commune.take(path.with_name("nothing.antq"))
    wait_idle(context, qtbot)
    assert said[-1].tone == "warning"
    commune.take(path)
    wait_idle(context, qtbot)
    (row,) = shown(commune)
    assert row[1:3] == ["Cần làm", ""]
    form = entry.build(context)
    qtbot.addWidget(form.widget)
    form.open("hen_coops", record)
    wait_idle(context, qtbot)
    assert f"“{TEXT}”" in form.widget.cell("hens").asked
    assert form.asked.words()[0].startswith("Cần sửa, ")
    write(commune.explain(commune.view.rows[0].key), "Đã đếm lại, đúng.")
    wait_idle(context, qtbot)
    assert [row[1] for row in shown(commune)] == ["Đã trả lời, chưa gửi"]
    close(context, qtbot)


def test_a_record_is_returned_explained_asked_again_and_withdrawn(
    world: World, opened: Opened, said: list[Told], qtbot: QtBot
) -> None:
    sent = submission(world, COMMUNE)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, sent)
        register = workspace.catalogue.by_name["hen_coops"]
        record = list_records(workspace, register)[0].record
    explain(opened, said, ask(world, opened, said, record, qtbot), record, qtbot)
    with world.open(COMMUNE) as workspace:
        answer = world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, answer)
    context, office = office_list(opened, qtbot)
    assert states(office) == ["Trả lời bằng lời"]
    write(office.ask_again(office.view.rows[0].key), "Gửi lại bản chụp sổ.", "1/2/2024")
    wait_idle(context, qtbot)
    assert states(office) == ["Chưa ghi ra USB", "Đã hỏi lại"]
    newest = next(one.key for one in office.view.rows if one.cells[2] == "Chưa ghi ra USB")
    office.view.acted.emit("withdraw", newest)
    wait_idle(context, qtbot)
    assert states(office) == ["Đã hỏi lại", "Đã rút"]
