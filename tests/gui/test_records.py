"""The list with a real workspace: order, filters, pages, columns, voiding, history."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView

from antq_desktop.domain.vietnamese import sort_key
from antq_desktop.errors import Refusal
from antq_desktop.gui import records
from antq_desktop.gui.common.chips import CHIP_ROLE
from antq_desktop.gui.common.paged import PAGE
from antq_desktop.gui.common.reason import ReasonDialog
from antq_desktop.printing.remarks import MARK
from antq_desktop.services.clock import Clock
from antq_desktop.services.exporting_lists import Table, export_list
from antq_desktop.services.list_views import view_of
from antq_desktop.services.listing import Wanted, columns_of, open_list, units_with_records
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.sample import Sample, movement_models
from antq_desktop.services.saving import add_records
from antq_desktop.store.listing import Order
from tests.gui.conftest import PASSPHRASE, part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.records.presenter import RecordsScreen
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.session import Session
    from antq_desktop.paths import Paths
    from antq_desktop.services.list_views import ListView
    from antq_desktop.services.workspace import Workspace

    Opened = Callable[[Paths], Context]

# The offscreen platform says so of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def screen(commune: Paths, context: Opened, qtbot: QtBot) -> RecordsScreen:
    """Return the list of models, read and shown."""
    made = records.build(context(commune))
    qtbot.addWidget(made.widget)
    made.widget.resize(1100, 600)
    made.widget.show()
    made.show_register("movement_models")
    qtbot.waitUntil(lambda: made.model.rowCount() == 13 and made.widget.table.row == 0)
    return made


def count(workspace: Workspace, wanted: Wanted) -> int:
    """Return how many records a list has."""
    listed = open_list(workspace, wanted)
    assert listed is not None
    return listed.count


def texts(screen: RecordsScreen, column: int) -> list[str]:
    """Return the texts of a column."""
    model = screen.model
    return [str(model.data(model.index(row, column))) for row in range(model.rowCount())]


def settled(screen: RecordsScreen, qtbot: QtBot, rows: int) -> None:
    """Wait for a list of so many rows, with its first page."""
    qtbot.waitUntil(lambda: screen.model.rowCount() == rows and "…" not in texts(screen, 1))


def ask(session: Session, qtbot: QtBot, work: Callable[[Workspace], object]) -> object:
    """Run something on the worker and wait for it."""
    answers: list[object] = []
    session.ask(work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_drafts_come_first_then_the_newest_numbers(screen: RecordsScreen) -> None:
    numbers = [text.partition("/")[0] for text in texts(screen, 0)]
    assert numbers == ["", *(str(number) for number in range(12, 0, -1))]
    column = screen.model.columns.names.index("_state")
    first = screen.model.index(0, column)
    assert screen.model.data(first) == "Nháp"
    assert screen.model.data(first, CHIP_ROLE) == "warning"


def test_codes_are_sorted_by_their_words(screen: RecordsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.model.modelReset):
        screen.widget.table.sorted.emit(2, Qt.SortOrder.AscendingOrder)
    settled(screen, qtbot, 13)
    fields = [text for text in texts(screen, 2) if text]
    assert len(set(fields)) > 2
    assert fields == sorted(fields, key=sort_key)


def test_the_list_is_narrowed_and_counted(
    screen: RecordsScreen, session: Session, qtbot: QtBot
) -> None:
    cameras = sum("Camera" in name for name in texts(screen, 1))
    found = ask(
        session,
        qtbot,
        lambda workspace: [
            count(workspace, wanted)
            for wanted in (
                Wanted(register="movement_models", text="CAMERA an"),
                Wanted(register="movement_models", state="draft"),
                Wanted(register="movement_models", text="không có từ này"),
                Wanted(register="movement_models", text="“*”"),
            )
        ],
    )
    assert found == [cameras, 1, 0, 13]


def test_signs_alone_filter_nothing_and_say_so(screen: RecordsScreen, qtbot: QtBot) -> None:
    text = part(screen.widget, QLineEdit, "text")
    with qtbot.waitSignal(screen.list_came):
        text.setText("%_'")
    settled(screen, qtbot, 13)
    assert part(screen.widget, QLabel, "count").text() == "13 hồ sơ"
    with qtbot.waitSignal(screen.list_came):
        text.setText("%_' camera")
    assert part(screen.widget, QLabel, "count").text().endswith("đang lọc")


def test_a_long_list_is_read_page_by_page(
    screen: RecordsScreen, session: Session, qtbot: QtBot
) -> None:
    def more(workspace: Workspace) -> int:
        register = workspace.catalogue.by_name["movement_models"]
        sample = movement_models(Sample(workspace.unit, 2023, 3 * PAGE, 2))
        return len(add_records(workspace, register, sample))

    assert ask(session, qtbot, more) == 3 * PAGE
    screen.refresh()
    qtbot.waitUntil(lambda: screen.model.rowCount() == 3 * PAGE + 13)
    assert screen.model.row(3 * PAGE) is None
    qtbot.waitUntil(lambda: screen.model.row(3 * PAGE) is not None)


def test_columns_are_chosen_and_kept(screen: RecordsScreen, session: Session, qtbot: QtBot) -> None:
    screen.widget.columns_chosen.emit(["name", "decision"])
    qtbot.waitUntil(lambda: screen.model.columns.fields == ("name", "decision"))
    assert screen.model.columns.names == ("_book", "name", "decision", "_state")
    kept = ask(
        session,
        qtbot,
        lambda workspace: columns_of(workspace, workspace.catalogue.by_name["movement_models"]),
    )
    assert kept == ("name", "decision")


def test_a_record_is_voided_with_a_reason_and_keeps_its_number(
    screen: RecordsScreen, qtbot: QtBot
) -> None:
    screen.widget.table.mark(1)
    book = texts(screen, 0)[1]
    screen.widget.void_asked.emit(1)
    dialog = screen.widget.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText("Ghi trùng")
    with qtbot.waitSignal(screen.model.modelReset):
        dialog.accept()
    settled(screen, qtbot, 13)
    row = screen.model.row(1)
    assert row is not None
    assert row.line.voided
    assert row.line.book == book


def test_enter_opens_the_marked_record(screen: RecordsScreen, qtbot: QtBot) -> None:
    row = screen.model.row(2)
    assert row is not None
    with qtbot.waitSignal(screen.open_record) as heard:
        screen.widget.open_asked.emit(2)
    assert heard.args == [row.line.record]


def test_every_declared_column_sorts(screen: RecordsScreen, session: Session, qtbot: QtBot) -> None:
    del screen

    def lengths(workspace: Workspace) -> set[int]:
        register = workspace.catalogue.by_name["movement_models"]
        orders = [
            Order(name, down) for name in ("_book", "_state", "_unit") for down in (True, False)
        ]
        orders += [Order(name) for name in (*register.columns, "decision", "replicated_from_code")]
        return {count(workspace, Wanted(register=register.name, order=order)) for order in orders}

    assert ask(session, qtbot, lengths) == {13}


def test_filters_order_and_widths_are_kept_for_the_user(
    screen: RecordsScreen, session: Session, qtbot: QtBot
) -> None:
    view = screen.widget
    view.show_filters("camera", None, None, None, overdue=False)
    screen.widget.table.sorted.emit(1, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: 0 < screen.model.rowCount() < 13)
    found = screen.model.rowCount()
    table = part(view, QTableView, "table")
    # The first page fits the columns; a width that a person gives comes after it.
    qtbot.waitUntil(lambda: screen.model.row(0) is not None)
    table.horizontalHeader().resizeSection(1, 222)

    def kept(workspace: Workspace) -> ListView:
        return view_of(workspace, workspace.catalogue.by_name["movement_models"])

    qtbot.waitUntil(lambda: cast("ListView", ask(session, qtbot, kept)).widths.get("name") == 222)
    screen.show_register("crime_reports")
    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    assert view.text == ""
    screen.show_register("movement_models")
    settled(screen, qtbot, found)
    assert view.text == "camera"
    assert table.horizontalHeader().sortIndicatorSection() == 1
    assert view.table.widths[1] == 222
    assert part(view, QLabel, "count").text().endswith("đang lọc")
    names = texts(screen, 1)
    assert names == sorted(names, key=sort_key)
    part(view, QPushButton, "all").click()
    settled(screen, qtbot, 13)
    assert part(view, QPushButton, "all").isHidden()


def test_what_is_filtered_is_exported_and_in_the_journal(
    screen: RecordsScreen,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "R06.csv"
    monkeypatch.setattr(
        screen.widget, "choose_target", lambda _title, _kinds, _name, chosen: chosen(str(target))
    )
    part(screen.widget, QPushButton, "export").click()
    qtbot.waitUntil(target.exists)
    with target.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head[:3] == [MARK, "Số", "Tên mô hình"]
    assert [row[1] for row in rows] == texts(screen, 0)

    def last(workspace: Workspace) -> object:
        return next(
            one for one in workspace.store.journal.newest() if one["act"] == "list_exported"
        )

    line = cast("dict[str, object]", ask(session, qtbot, last))
    assert "R06.csv" not in str(line)
    assert "13" in str(line)
    assert not list(tmp_path.glob("*.part"))


def test_a_cell_that_a_spreadsheet_would_calculate_is_quoted_and_a_bad_place_refused(
    commune: Paths, catalogue: Catalogue, tmp_path: Path
) -> None:
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        register = catalogue.by_name["movement_models"]
        listed = open_list(workspace, Wanted(register=register.name))
        assert listed is not None
        target = tmp_path / "x.csv"
        table = Table((), ["a"], lambda _: ["=1+1"])

        def write(where: Path) -> int:
            return export_list(workspace, listed, [(0, 13)], where, table)

        assert write(target) == 13
        assert target.read_text("utf-8-sig").splitlines()[1] == f"{MARK},'=1+1"
        with pytest.raises(Refusal, match=r"files\.cannot_write"):
            write(tmp_path / "none" / "x.csv")


def test_an_office_narrows_a_list_to_a_unit_and_those_below(
    office: Paths, catalogue: Catalogue
) -> None:
    with open_workspace(office, None, PASSPHRASE, catalogue, Clock()) as workspace:
        register = catalogue.by_name["movement_models"]
        add_records(workspace, register, movement_models(Sample(workspace.unit, 2023, 3, 1)))

        def found(unit: str | None) -> int:
            return count(workspace, Wanted(register=register.name, unit=unit))

        own = workspace.unit.key.text
        assert units_with_records(workspace) == [own]
        assert [found(None), found(own), found("13285"), found("35")] == [3, 3, 0, 3]
