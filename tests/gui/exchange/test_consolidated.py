"""The table of all units: every number equals the service's, down to its records; both controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui import consolidated
from antq_desktop.gui.common.wording import figure_text
from antq_desktop.gui.consolidated.dialogs import ListDialog
from antq_desktop.gui.screen import Context
from antq_desktop.gui.session import Session
from antq_desktop.paths import paths_for
from antq_desktop.services.consolidated import consolidate_figures
from antq_desktop.services.counting import count
from antq_desktop.services.frozen import body_of
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import void_record
from tests.gui.exchange.conftest import submission, texts, wait_idle
from tests.unit.domain import test_wanted_persons as r05
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, SECOND, coop
from tests.unit.services.reform_world import MERGED, PROVINCE, RENAMED, SPLIT, make_spring
from tests.unit.services.reports import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.consolidated.heads import WordHeads
    from antq_desktop.gui.consolidated.presenter import ConsolidatedPresenter
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.tasks import Tasks
    from antq_desktop.gui.theme import Theme
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report
    from tests.unit.services.conftest import World

T = TypeVar("T")

YEAR = parse_period("DL-2023")


def shown(context: Context, period: str, qtbot: QtBot) -> ConsolidatedPresenter:
    """Return the screen with the table of a period."""
    screen = consolidated.build(context)
    qtbot.addWidget(screen.widget)
    screen.refresh()
    qtbot.waitUntil(lambda: screen.found is not None)
    screen.view.picker.set_period(parse_period(period))
    wait_idle(context, qtbot)
    return screen


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))


def grid(screen: ConsolidatedPresenter) -> dict[str, dict[str, str]]:
    """Return the cells of the table by unit ("" for all) and indicator."""
    model = screen.view.numbers
    return {
        row.key: {
            head.code: str(model.index(at, column).data())
            for column, head in enumerate(model.heads)
        }
        for at, row in enumerate(model.rows)
    }


def listed(screen: ConsolidatedPresenter) -> list[list[str]]:
    return texts(screen.view.records)


def dialog_of(screen: ConsolidatedPresenter, context: Context, qtbot: QtBot) -> ListDialog:
    wait_idle(context, qtbot)
    return next(one for one in screen.view.findChildren(ListDialog) if one.isVisible())


def _falsify(workspace: Workspace, report: Report) -> None:
    """Let a frozen report say 9 coops, as somebody with other tools could."""
    body = cast("dict[str, Json]", dict(body_of(report)))
    indicators = cast("list[dict[str, Json]]", body["indicators"])
    next(one for one in indicators if one["code"] == "X1.1")["value"] = 9
    told = canonical.dump(body)
    workspace.store.database.execute(
        "UPDATE reports SET body = ?, digest = ?", [told.decode(), sha256_hex(told)]
    )


@pytest.fixture
def office(world: World, opened: Callable[[str], Context]) -> Context:
    """Open an office that took in two communes: one forged a number, one voided a record after."""
    for code in (COMMUNE, SECOND):
        world.add(code, r05.arrest(), register="wanted_persons")
    (record, _) = world.add(SECOND, coop("2023-07-07"), coop("2022-03-03"))
    with world.open(COMMUNE) as workspace:
        _falsify(workspace, frozen(workspace, YEAR.code))
    paths = [submission(world, code, YEAR.code) for code in (COMMUNE, SECOND)]
    with world.open(SECOND) as workspace:
        void_record(workspace, record, reason="nhập nhầm")
    paths.append(submission(world, SECOND))
    with world.open(OFFICE) as workspace:
        verdicts = [import_bundle(workspace, path).verdict for path in paths]
    assert verdicts == ["remarks", "accepted", "accepted"]
    return opened(OFFICE)


def asked(context: Context, qtbot: QtBot, work: Callable[[Workspace], T]) -> T:
    """Return what the workspace of the window answers."""
    answers: list[T] = []
    context.session.ask(work, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_each_number_is_that_of_the_service_and_leads_to_its_records(
    office: Context, qtbot: QtBot
) -> None:
    screen = shown(office, YEAR.code, qtbot)
    view = screen.view
    cells = grid(screen)
    counted = asked(office, qtbot, lambda workspace: count(workspace, YEAR))
    for one in counted:
        code = one.indicator.code
        assert cells[""][code] == figure_text(one.figure)
        for unit, figure in one.by_unit.items():
            assert cells[unit.text][code] == figure_text(figure)
    heads = cast("WordHeads", view.table.horizontalHeader())
    for at, head in enumerate(view.numbers.heads):
        assert head.mark == head.code != head.title  # words, and the code small below them
        lines = heads.lines_of(at)
        assert len(lines) <= 4
        assert " ".join(lines) == head.title or lines[-1].endswith("…")
        wide = view.fontMetrics().averageCharWidth() * 16
        assert heads.sectionSizeFromContents(at).width() < wide
    coops = next(one for one in counted if one.indicator.code == "X1.1")
    assert (cells[COMMUNE]["X1.1"], cells[SECOND]["X1.1"], cells["13291"]["X1.1"]) == (
        "2",
        "2",
        "–",
    )
    for unit, figure in coops.by_unit.items():
        view.choose(unit.text, "X1.1")
        wait_idle(office, qtbot)
        assert len(listed(screen)) == figure.value == 2
        assert view.value.text() == "2"
    view.choose("13291", "X1.1")
    wait_idle(office, qtbot)
    assert listed(screen) == []
    assert view.remark.text() == "Kỳ này: chưa báo cáo, chưa có số liệu."


def test_one_indicator_stands_beside_both_earlier_periods(
    office: Context, world: World, qtbot: QtBot
) -> None:
    screen = shown(office, "DL-2023-06", qtbot)
    view = screen.view
    choose(view.indicator, "X1.1")
    assert not view.shows.isEnabled()
    heads = [head.title for head in view.numbers.heads]
    assert heads == ["Kỳ này", "Kỳ trước", "±", "%", "Cùng kỳ năm trước", "±", "%"]
    row = next(row for row in view.numbers.rows if row.key == COMMUNE)
    share = f"{QLocale().toString(0.0, 'f', 1)}%"
    # One coop in June, one in May; of June of the year before nobody ever told anything.
    assert [cell.text for cell in row.cells] == ["1", "1", "0", share, "–", "–", "–"]
    assert row.cells[4].remark == "Cùng kỳ năm trước: chưa báo cáo, chưa có số liệu."
    view.choose(COMMUNE, "X1.1", "previous")
    wait_idle(office, qtbot)
    (may,) = listed(screen)
    assert may[0] == "1/2023"
    assert "Kỳ trước" in view.name.text()
    # By the keyboard: Enter on the number leads to its records, Enter there opens one.
    screen.widget.show()
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert screen.widget.focusWidget() is view.records
    with qtbot.waitSignal(screen.open_record) as heard:
        QTest.keyClick(view.records, Qt.Key.Key_Return)
    assert heard.args
    choose(view.indicator, "")
    choose(view.shows, "year_before")
    assert grid(screen)[COMMUNE]["X1.1"] == "–"
    choose(view.shows, "previous")
    assert grid(screen)[COMMUNE]["X1.1"] == "0"
    spoken = view.numbers.data(view.table.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Phường Quang Trung, X1.1 · Chuồng mới dựng")
    assert [bar.now for bar in view.chart.bars] == [1, 1]
    assert "Phường Quang Trung: 1 (trước 1)" in view.chart.accessibleDescription()
    with qtbot.waitSignal(screen.paper_asked) as paper:
        view.print.click()
    assert paper.args[0].period == parse_period("DL-2023-06")
    del world


def test_a_year_that_nobody_reported_has_no_zeros(office: Context, qtbot: QtBot) -> None:
    screen = shown(office, "DL-2022", qtbot)
    cells = grid(screen)
    # A coop of that year came with the report of another one: it is shown, and said so.
    assert [cells[unit]["X1.1"] for unit in ("", COMMUNE, SECOND)] == ["1", "–", "1"]
    assert {cells[COMMUNE]["B6.1"], cells[""]["B5.1"]} == {"–"}
    screen.view.choose(SECOND, "X1.1")
    assert screen.view.remark.text() == "Kỳ này: chưa báo cáo, đếm từ hồ sơ đã đến đây."
    found = screen.found
    assert found is not None
    assert (found.tellers("now"), found.tellers("previous")) == (0, 0)


def test_units_are_sorted_by_a_column_and_what_is_unknown_stands_last(
    office: Context, qtbot: QtBot
) -> None:
    screen = shown(office, "DL-2023-07", qtbot)
    view = screen.view
    choose(view.indicator, "X1.1")
    as_it_came = [row.key for row in view.numbers.rows]
    header = view.table.horizontalHeader()

    def column(at: int) -> list[str]:
        return [row.cells[at].text for row in view.numbers.rows]

    view.choose(SECOND, "X1.1", "previous")
    header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert column(1)[:3] == ["2", "1", "1"]
    assert set(column(1)[3:]) == {"–"}
    assert view.place == (SECOND, "X1.1", "previous")  # the chosen cell stays so
    view.choose(SECOND, "X1.1")
    keys = {one.shortcut().toString(): one for one in view.table.actions()}
    keys["Ctrl+Shift+Up"].trigger()
    assert header.sortIndicatorSection() == 0
    assert view.numbers.rows[0].key == ""  # the total is no unit among others
    known = [text for text in column(0)[1:] if text != "–"]
    assert known == sorted(known, key=int)
    assert set(column(0)[1 + len(known) :]) == {"–"}
    screen.refresh()
    wait_idle(office, qtbot)
    assert header.sortIndicatorSection() == 0  # counted anew, it is still sorted
    choose(view.indicator, "")  # other columns
    assert header.sortIndicatorSection() == -1
    assert [row.key for row in view.numbers.rows] == as_it_came


def test_the_chosen_number_is_drawn_by_month_and_silence_is_a_gap(
    office: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = shown(office, "DL-2023-07", qtbot)
    view = screen.view
    screen.widget.resize(1110, 640)
    screen.widget.show()
    view.choose(SECOND, "X1.1")
    wait_idle(office, qtbot)
    assert not view.months.months  # nothing is counted before it is looked at
    office.theme.set_text_percent(200)
    screen.widget.resize(1800, 640)
    screen.refresh()
    wait_idle(office, qtbot)
    names = view.table.verticalHeader()
    assert view.table.viewport().x() >= names.geometry().right()  # no number lies under a name
    office.theme.set_text_percent(100)
    view.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: len(view.months.months) == 12, timeout=60_000)
    # The reports of 2023 tell of its months alone; a coop of March 2022 is not in these twelve.
    counts = {one.name: one.count for one in view.months.months}
    assert next(iter(counts)) == "8/2022"
    assert [counts[f"{month}/2022"] for month in range(8, 13)] == [None] * 5
    assert [counts[f"{month}/2023"] for month in range(1, 8)] == [0, 0, 0, 0, 1, 1, 0]
    said = view.months.accessibleDescription()
    assert "tháng 12/2022: chưa báo cáo; tháng 1/2023: 0" in said
    assert "tháng 5/2023: 1" in said
    assert "Phường Lương Khánh Thiện, theo tháng: X1.1" in view.months.accessibleName()
    view.choose("", "X1.1")
    assert [one.count for one in view.months.months][-3:] == [2, 2, 0]
    view.choose("13291", "X1.1")
    assert {one.count for one in view.months.months} == {None}
    assert view.months.grab().save(str(tmp_path / "months.png"))
    assert view.months.width() >= view.months.whole_width()


def test_signed_numbers_and_doubles_are_listed(office: Context, qtbot: QtBot) -> None:
    screen = shown(office, YEAR.code, qtbot)
    screen.view.signed.click()
    dialog = dialog_of(screen, office, qtbot)
    coops = [row for row in texts(dialog.table) if row[1].startswith("X1.1")]
    names = ["Phường Quang Trung", "Phường Lương Khánh Thiện"]
    assert coops == [
        [names[0], "X1.1 · Chuồng mới dựng", "9", "2", "2", "Báo cáo sai số"],
        [names[1], "X1.1 · Chuồng mới dựng", "3", "3", "2", "Đổi sau khi ký"],
    ]
    assert len(texts(dialog.table)) == 2
    assert "2 trên 21 đơn vị có báo cáo đã ký" in dialog.said.text()
    dialog.reject()
    screen.view.doubles.click()
    dialog = dialog_of(screen, office, qtbot)
    title, *rows = texts(dialog.table)
    assert title[0] == (
        "Đối tượng truy nã: quyết định truy nã số 01/QĐTN – đang tính trong B5.1, B5.3"
    )
    assert [row[1] for row in rows] == names
    with qtbot.waitSignal(screen.open_record):
        dialog.table.activated.emit(dialog.model.index(1, 0))


def test_a_reform_in_mid_year_is_footnoted_and_a_part_is_not_compared(
    tmp_path: Path,
    catalogue: Catalogue,
    tasks: Tasks,
    failures: Failures,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    world = make_spring(tmp_path, catalogue)
    world.reform([])
    session = Session(tasks, failures, catalogue, world.clock())
    session.open(paths_for(world.home(PROVINCE)), None, PASSPHRASE, lambda _: None)
    qtbot.waitUntil(lambda: session.is_open)
    context = Context(session, theme, failures, "vi")
    screen = shown(context, "DL-2024-H2", qtbot)
    view = screen.view
    assert "Địa bàn thay đổi giữa các kỳ (từ 01/07/2024)" in view.note.text()
    choose(view.indicator, "X1.1")
    rows = {row.key: [cell.text for cell in row.cells] for row in view.numbers.rows}
    assert rows[f"{RENAMED}@2024-07-01"][1] == "1"
    assert rows[f"{MERGED}@2024-07-01"][1] == "5*"
    assert rows[SPLIT][1:4] == ["–", "–", "–"]
    assert rows[""][1] == "10*"
    view.choose(SPLIT, "X1.1", "previous")
    assert "Không so được: địa bàn thay đổi từ 01/07/2024" in view.remark.text()
    assert not view.level.isHidden()
    choose(view.level, "below")
    wait_idle(context, qtbot)
    districts = {row.key: [cell.text for cell in row.cells] for row in view.numbers.rows}
    assert districts["101"][1] == "10*"
    found = asked(
        context,
        qtbot,
        lambda workspace: consolidate_figures(
            workspace, parse_period("DL-2024-H2"), directly_below=True
        ),
    )
    assert [line.unit.text for line in found.lines] == [
        row.key for row in view.numbers.rows if row.key
    ]
    session.close(lambda: None)
    qtbot.waitUntil(lambda: not session.is_open)
