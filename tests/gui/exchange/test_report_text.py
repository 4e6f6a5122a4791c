"""The report of a period on the screen: written as it is typed, printed, signed, received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPushButton

from antq_desktop.domain.outline import Section
from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.paper.view import PaperDialog
from antq_desktop.gui.report_text.presenter import KEEP_AFTER, ReportPresenter
from antq_desktop.gui.report_text.view import ReportDialog
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.report_texts import LONGEST_TEXT, own_texts
from antq_desktop.services.submitting import submit
from tests.gui.exchange.conftest import child, wait_idle
from tests.gui.exchange.test_figures import shown
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.gui.figures.presenter import FiguresPresenter
    from antq_desktop.gui.screen import Context

    Opened = Callable[[str], Context]

YEAR = parse_period("DL-2023")
PATIENCE = 60_000


def report_of(
    context: Context, qtbot: QtBot
) -> tuple[ReportDialog, ReportPresenter, FiguresPresenter]:
    """Open the report from the figures, as an officer does; the last one keeps the others alive."""
    screen = shown(context, YEAR.code, qtbot)
    child(screen.widget, QPushButton, "report").click()
    dialog = screen.widget.findChild(ReportDialog)
    assert dialog is not None
    presenter = dialog.findChild(ReportPresenter)
    assert presenter is not None
    wait_idle(context, qtbot)
    return dialog, presenter, screen


def button(dialog: ReportDialog | PaperDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if words in one.text())


def texts_of(context: Context, qtbot: QtBot) -> dict[Section, str]:
    found: list[dict[Section, str]] = []
    context.session.ask(lambda workspace: dict(own_texts(workspace, YEAR)), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_words_are_kept_while_they_are_typed(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    context = opened(COMMUNE)
    dialog, presenter, _screen = report_of(context, qtbot)
    assert dialog.outline.count() == len(Section)
    assert dialog.outline.item(0).text() == "I. TÌNH HÌNH, ĐẶC ĐIỂM"
    assert dialog.generated.isHidden()
    with qtbot.waitSignal(presenter.kept, timeout=10 * KEEP_AFTER):
        dialog.own.insertPlainText("Ổn định")
    assert texts_of(context, qtbot) == {Section.SITUATION: "Ổn định"}
    # What another section shows was kept before it came.
    dialog.own.insertPlainText(" và yên")
    with qtbot.waitSignal(presenter.kept):
        dialog.outline.setCurrentRow(5)
    assert texts_of(context, qtbot)[Section.SITUATION] == "Ổn định và yên"
    assert "Xây dựng, triển khai mới 1 mô hình" in dialog.generated.toPlainText()
    assert dialog.generated.isReadOnly()
    assert dialog.own.toPlainText() == ""
    dialog.outline.setCurrentRow(2)  # a heading over others
    assert dialog.own.isHidden()
    dialog.outline.setCurrentRow(0)
    assert dialog.own.toPlainText() == "Ổn định và yên"
    target = tmp_path / "bao-cao.docx"
    presenter.save_word(target)
    qtbot.waitUntil(lambda: target.is_file() and target.stat().st_size > 0, timeout=PATIENCE)
    assert target.read_bytes().startswith(b"PK")
    # A text that is refused keeps the window open, and closes with what is right again.
    dialog.own.setPlainText("x" * (LONGEST_TEXT + 1))
    button(dialog, "Đón").click()
    wait_idle(context, qtbot)
    assert dialog.isVisible()
    dialog.own.setPlainText("Ổn định.")
    dialog.reject()
    wait_idle(context, qtbot)
    assert texts_of(context, qtbot) == {Section.SITUATION: "Ổn định."}


def test_the_report_is_seen_and_signed_when_it_is_saved(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    context = opened(COMMUNE)
    dialog, _presenter, _screen = report_of(context, qtbot)
    button(dialog, "Xem").click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PaperDialog)), timeout=PATIENCE)
    (paper,) = dialog.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: button(paper, "Lưu").isEnabled(), timeout=PATIENCE)
    before = paper.signing
    paper.check_signing()
    assert (before, paper.signing) == (False, True)
    target = tmp_path / "ky.pdf"
    paper.save_chosen.emit(str(target))
    qtbot.waitUntil(lambda: target.is_file() and target.stat().st_size > 0, timeout=PATIENCE)
    assert b"/ETSI.CAdES.detached" in target.read_bytes()
    paper.reject()
    dialog.close_asked.emit()
    wait_idle(context, qtbot)


def test_an_office_sees_the_paper_that_came(world: World, opened: Opened, qtbot: QtBot) -> None:
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [YEAR], [], papers=True)
        bundle = deliver(workspace, row, world.folder / "usb")
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, bundle)
    context = opened(OFFICE)
    screen = shown(context, YEAR.code, qtbot)
    child(screen.widget, QComboBox, "unit").setCurrentIndex(1)
    wait_idle(context, qtbot)
    with qtbot.waitSignal(screen.paper_asked) as asked:
        child(screen.widget, QPushButton, "report").click()
    wanted = asked.args[0]
    assert (wanted.form, wanted.period) == ("period-report", YEAR)
    assert wanted.unit.code == COMMUNE
