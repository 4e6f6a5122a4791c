"""The entry form with a real workspace: checking, saving, reasons, repeating, sealing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QListWidget, QMenu, QMessageBox, QPushButton

from antq_desktop.domain import registers
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.problems import Problem
from antq_desktop.gui import entry
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.gui.entry.compound import PersonEditor
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.printing.collection import all_forms
from antq_desktop.printing.form import Needs
from antq_desktop.services.looking import show_record
from antq_desktop.services.saving import add_records
from antq_desktop.services.unsaved import unsaved_forms
from tests.rules.sources import ROOT
from tests.unit.services.paper_world import report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.entry.presenter import EntryScreen
    from antq_desktop.gui.failures import Failures, Told
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.looking import Shown
    from antq_desktop.services.saving import Saved

    Opened = Callable[[Paths], Context]


# The offscreen platform says so of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session")
def catalogue() -> Iterator[Catalogue]:
    """Return the catalogue with a register that the program has never seen."""
    folder = str(ROOT / "tests" / "data" / "registers")
    registers.__path__.append(folder)
    yield load_catalogue()
    registers.__path__.remove(folder)
    sys.modules.pop(f"{registers.__name__}.hen_coops", None)


@pytest.fixture
def told(failures: Failures) -> list[Told]:
    """Return what the message bar is told."""
    heard: list[Told] = []
    failures.told.connect(heard.append)
    return heard


@pytest.fixture
def screen(commune: Paths, context: Opened, qtbot: QtBot) -> EntryScreen:
    """Return the form of a workspace that is open, shown."""
    made = entry.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1100, 700)
    made.widget.show()
    return made


def opened(screen: EntryScreen, qtbot: QtBot, register: str, record: str | None = None) -> None:
    """Open a form and wait until it is there."""
    before = screen.form
    screen.open(register, record)
    qtbot.waitUntil(lambda: screen.form is not None and screen.form is not before)


def write(screen: EntryScreen, **typed: str) -> None:
    """Type texts into fields, and leave each."""
    for name, text in typed.items():
        editor = screen.widget.cell(name).editor
        editor.show_typed(text)
        editor.settle()


def reason(qtbot: QtBot, parent: QWidget, text: str) -> None:
    """Answer the question for a reason."""
    dialog = parent.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText(text)
    dialog.accept()
    del qtbot


def model(screen: EntryScreen) -> None:
    """Type a complete model."""
    write(
        screen,
        name="  Tiếng  kẻng",
        field="an ninh nong thon",
        scope="Khu dân cư",
        lead="cong an",
        status="xay dung moi",
        established_on="1/3/2022",
    )


def test_what_is_typed_is_shown_in_its_usual_form(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "movement_models")
    model(screen)
    typed = screen.widget.typed()
    assert typed["name"] == "Tiếng kẻng"
    assert typed["field"] == "An ninh nông thôn"
    assert typed["established_on"] == "01/03/2022"


def test_a_complete_form_takes_its_number(
    screen: EntryScreen, qtbot: QtBot, told: list[Told]
) -> None:
    opened(screen, qtbot, "movement_models")
    model(screen)
    assert screen.widget.rows("moves").typed() == [{"state": "Xây dựng mới", "on": "01/03/2022"}]
    with qtbot.waitSignal(screen.saved):
        screen.widget.save_asked.emit()
    assert told[-1].text.startswith("Đã vào sổ, số 13/")
    qtbot.waitUntil(lambda: screen.form is not None and screen.form.data.registered)
    assert not screen.dirty


def test_an_incomplete_form_becomes_a_draft_that_says_what_it_lacks(
    screen: EntryScreen, qtbot: QtBot, told: list[Told]
) -> None:
    opened(screen, qtbot, "movement_models")
    write(screen, name="Mới một nửa")
    with qtbot.waitSignal(screen.saved):
        screen.widget.save_asked.emit()
    assert "bản nháp" in told[-1].text
    qtbot.waitUntil(lambda: bool(screen.widget.cell("field").remarked))
    assert not screen.widget.cell("name").remarked


def test_rules_run_after_typing_and_stand_beside_the_field(
    screen: EntryScreen, qtbot: QtBot
) -> None:
    opened(screen, qtbot, "movement_models")
    write(screen, established_on="01/01/2090")
    qtbot.waitUntil(lambda: bool(screen.widget.cell("established_on").remarked))
    assert not screen.widget.cell("scope").remarked  # nobody was there yet
    write(screen, established_on="32/13")
    qtbot.waitUntil(lambda: "ngày" in screen.widget.cell("established_on").remarked.lower())
    assert screen.form is not None
    # What is wrong in a field is said of it, and not that it is empty besides.
    found = [Problem("name", "values.required"), Problem("name", "values.no_such_date")]
    remarks, _ = screen.form.told(found, "vi")
    assert [one.missing for one in remarks] == [False]


def test_a_field_that_cannot_be_read_is_not_saved(
    screen: EntryScreen, qtbot: QtBot, told: list[Told]
) -> None:
    opened(screen, qtbot, "movement_models")
    model(screen)
    write(screen, field="gì đó")
    screen.widget.save_asked.emit()
    assert told[-1].tone == "warning"
    assert screen.widget.focused() == ("field", None)


def test_a_registered_record_changes_with_a_reason_only(
    screen: EntryScreen, qtbot: QtBot, told: list[Told]
) -> None:
    record = saved_model(screen, qtbot)
    opened(screen, qtbot, "movement_models", record)
    screen.widget.save_asked.emit()
    assert told[-1].text == "Chưa có gì thay đổi để lưu."
    write(screen, decision="12/QĐ-UBND")
    screen.widget.save_asked.emit()
    with qtbot.waitSignal(screen.saved):
        reason(qtbot, screen.widget, "Bổ sung quyết định")
    assert told[-1].text.startswith("Đã lưu hồ sơ số ")


def saved_model(screen: EntryScreen, qtbot: QtBot) -> str:
    """Save a complete model and return its id."""
    opened(screen, qtbot, "movement_models")
    model(screen)
    with qtbot.waitSignal(screen.saved) as heard:
        screen.widget.save_asked.emit()
    assert heard.args is not None
    before = screen.form
    qtbot.waitUntil(lambda: screen.form is not before)
    return str(heard.args[0])


def press(box: QMessageBox, text: str) -> None:
    """Press a button of a question."""
    next(one for one in box.findChildren(QPushButton) if one.text() == text).click()


def test_closing_asks_only_where_something_is_unsaved(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "movement_models")
    with qtbot.waitSignal(screen.closed):
        screen.widget.close_asked.emit()
    opened(screen, qtbot, "movement_models")
    write(screen, name="Đang nhập dở")
    screen.widget.close_asked.emit()
    box = screen.widget.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    with qtbot.waitSignal(screen.closed):
        press(box, "Giữ lại")
    screen.offer()
    qtbot.waitUntil(lambda: screen.offered == 1)


def test_a_problem_in_a_row_is_jumped_to(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "movement_models")
    rows = screen.widget.rows("points")
    rows.add_row()
    rows.grid.cells["started_on"].editor.show_typed("40")
    rows.add_row()
    rows.mark_row(0)
    qtbot.waitUntil(lambda: bool(rows.grid.cells["started_on"].remarked))
    rows.mark_row(1)
    rows.move_row(-1)
    assert rows.model.rows == [{}, {"started_on": "40"}]
    rows.remove_row()
    assert rows.model.rows == [{"started_on": "40"}]


def listed(screen: EntryScreen) -> str:
    """Return the list of problems below the form."""
    found = cast("QListWidget", screen.widget.findChild(QListWidget, "problems"))
    return "\n".join(found.item(row).text() for row in range(found.count()))


def test_a_person_in_a_row_is_typed_field_by_field(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "crime_reports")
    rows = screen.widget.rows("suspects")
    rows.add_row()
    person = rows.grid.cells["person"].editor
    assert isinstance(person, PersonEditor)
    typed = {"full_name": "Giàng A Mẫu", "id_kind": "Hộ chiếu", "id_number": "x00 12345"}
    for name, text in typed.items():
        person.grid.cells[name].editor.show_typed(text)
    assert rows.typed() == [{"person": typed}]
    assert rows.model.data(rows.model.index(0, 0)) == "Giàng A Mẫu"
    person.grid.cells["born"].editor.show_typed("hôm qua")
    qtbot.waitUntil(lambda: bool(person.grid.cells["born"].remarked))
    assert "Người bị tố giác, dòng 1, Người bị tố giác, Ngày, tháng, năm sinh" in (listed(screen))
    person.grid.cells["born"].editor.show_typed("1990")
    person.grid.cells["id_number"].editor.show_typed("x")
    qtbot.waitUntil(lambda: bool(person.grid.cells["id_number"].remarked))
    typed = {**typed, "id_number": "x", "born": "1990"}
    rows.add_row()
    assert person.typed() == {}
    rows.mark_row(0)
    assert person.typed() == typed


def test_confidential_fields_are_masked_until_the_head_says_why(
    screen: EntryScreen, session: Session, qtbot: QtBot
) -> None:
    opened(screen, qtbot, "hen_coops")
    write(screen, built_on="5/5/2023")
    screen.widget.show_field("keeper", {"full_name": "Lò Văn Gà", "born": "1990"})
    with qtbot.waitSignal(screen.saved) as heard:
        screen.widget.save_asked.emit()
    qtbot.waitUntil(lambda: screen.widget.cell("keeper").sealed)
    assert "keeper" not in screen.widget.typed()
    screen.widget.reveal_asked.emit()
    reason(qtbot, screen.widget, "Xác minh")
    qtbot.waitUntil(lambda: not screen.widget.cell("keeper").sealed)
    assert screen.widget.typed()["keeper"] == {"full_name": "Lò Văn Gà", "born": "1990"}
    assert not screen.dirty
    assert heard.args is not None
    record = str(heard.args[0])
    shown: list[Shown] = []
    session.ask(lambda workspace: show_record(workspace, record), shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert "keeper" not in shown[0].values


def test_a_kept_form_is_offered_and_opens_as_it_was(
    screen: EntryScreen, session: Session, qtbot: QtBot
) -> None:
    opened(screen, qtbot, "movement_models")
    screen.widget.show_field("name", "Nguyễn")
    found: list[object] = []

    def kept() -> bool:
        session.ask(unsaved_forms, found.extend)
        return bool(found)

    qtbot.waitUntil(kept, timeout=6000)
    screen.offer()
    qtbot.waitUntil(lambda: screen.offered == 1)
    before = screen.form
    screen.widget.resume_asked.emit(0)
    qtbot.waitUntil(lambda: screen.form is not before)
    assert screen.widget.typed() == {"name": "Nguyễn"}
    assert screen.dirty


def test_what_is_typed_while_a_record_is_saved_is_kept(
    screen: EntryScreen, qtbot: QtBot, told: list[Told]
) -> None:
    opened(screen, qtbot, "movement_models")
    write(screen, name="Mô hình mẫu")
    before = screen.form
    screen.widget.cell("decision").editor.target().setFocus()
    screen.widget.save_asked.emit()
    write(screen, decision="Số 7")  # the worker is still saving
    qtbot.waitUntil(lambda: screen.form is not before, timeout=60_000)
    assert told[0].text.startswith("Đã lưu bản nháp")
    assert screen.widget.typed() == {"name": "Mô hình mẫu", "decision": "Số 7"}
    assert screen.dirty
    assert screen.widget.focused() == ("decision", None)


MINUTES = "Biên bản tiếp nhận nguồn tin về tội phạm"
FORMS = [
    form
    for form in all_forms().values()
    if form.needs in {Needs.RECORD, Needs.RECORDS} and form.serves("crime_reports")
]
SEALING = [form for form in FORMS if form.seals]
PLAIN = [form for form in FORMS if not form.seals]


def papers(screen: EntryScreen, qtbot: QtBot, count: int) -> QMenu:
    """Wait until the forms of a record are offered, and return their menu."""
    button = screen.widget.findChild(QPushButton, "print")
    menu = screen.widget.findChild(QMenu)
    assert button is not None
    assert menu is not None
    qtbot.waitUntil(lambda: len(menu.actions()) == count, timeout=60_000)
    assert button.isHidden() == (count == 0)
    return menu


def test_a_record_of_the_book_is_printed_and_its_seal_only_for_a_reason(
    screen: EntryScreen, session: Session, qtbot: QtBot, told: list[Told]
) -> None:
    asked: list[PaperWanted] = []
    screen.paper_asked.connect(asked.append)
    register = session.about.catalogue.by_name["crime_reports"]
    saved: list[Saved] = []
    session.ask(lambda work: add_records(work, register, [report()]), saved.extend)
    qtbot.waitUntil(lambda: bool(saved), timeout=60_000)
    opened(screen, qtbot, "crime_reports")
    papers(screen, qtbot, 0)
    opened(screen, qtbot, "crime_reports", saved[0].record)
    offered = papers(screen, qtbot, 2 * len(SEALING) + len(PLAIN)).actions()
    plain, sealed = (
        next(act for act in offered if act.text() == title)
        for title in (MINUTES, f"{MINUTES}, cả phần niêm phong")
    )
    plain.trigger()
    assert asked == [PaperWanted("tt119-01", record=saved[0].record)]
    sealed.trigger()
    dialog = screen.widget.findChild(ReasonDialog)
    assert dialog is not None
    dialog.reason.setPlainText("Lập hồ sơ chuyển")
    dialog.accept()
    assert asked[1].reveal_reason == "Lập hồ sơ chuyển"
    write(screen, summary="Nội dung khác")
    plain.trigger()
    assert len(asked) == 2
    assert told[-1].text.startswith("Lưu trước khi in")


def test_leaving_right_after_saving_asks_nothing(screen: EntryScreen, qtbot: QtBot) -> None:
    opened(screen, qtbot, "movement_models")
    write(screen, name="Mô hình mẫu")
    left: list[bool] = []
    screen.saved.connect(lambda _: screen.may_leave(lambda: left.append(True)))
    screen.widget.save_asked.emit()
    qtbot.waitUntil(lambda: bool(left), timeout=60_000)
    assert screen.widget.findChild(QMessageBox) is None
