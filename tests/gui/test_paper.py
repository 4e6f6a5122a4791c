"""Paper in the windows: seen, printed, saved; the journal knows before."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from antq_desktop.domain.periods import parse_period
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.paper import open_paper
from antq_desktop.gui.paper.pages import PageArea
from antq_desktop.gui.paper.pdf import Pages
from antq_desktop.gui.paper.printing import FINEST, new_printer
from antq_desktop.gui.screen import PaperWanted
from antq_desktop.services.clock import Clock
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.papers import compose
from antq_desktop.services.saving import add_records
from tests.gui.conftest import PASSPHRASE
from tests.rules.sources import ROOT
from tests.unit.services.paper_world import printed, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.gui.paper.presenter import PaperPresenter
    from antq_desktop.gui.paper.view import PaperDialog
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.theme import Theme
    from antq_desktop.paths import Paths
    from antq_desktop.services.papers import Paper

A4 = (595.0, 842.0)
_INVERTED = False
BLANK = PaperWanted("tt119-01", blank=True)
ANNEX = PaperWanted("figures-annex", period=parse_period("DL-2023"))
PATIENCE = 60_000
"""Milliseconds; a loaded machine is no failure."""

HEAVY = ("pypdfium2", "reportlab", "PySide6.QtPrintSupport")


class Reader:
    """Somebody in front of a paper."""

    def __init__(
        self,
        context: Context,
        wanted: PaperWanted,
        qtbot: QtBot,
        meanwhile: Callable[[Reader], object] | None = None,
    ) -> None:
        self.qtbot, self.session = qtbot, context.session
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.presenter: PaperPresenter = open_paper(self.window, context, wanted)
        self.view: PaperDialog = self.presenter.view
        with qtbot.waitSignal(self.presenter.ready, timeout=PATIENCE):
            if meanwhile is not None:
                meanwhile(self)

    def button(self, words: str) -> QPushButton:
        """Return a button by its words."""
        found = self.view.findChildren(QPushButton)
        return next(one for one in found if one.text().replace("&", "") == words)

    def told(self) -> str:
        """Return what the message bar says."""
        bar = self.view.findChild(MessageBar)
        assert bar is not None
        return bar.accessibleName() if bar.isVisible() else ""

    def labels(self) -> str:
        """Return all words that are shown."""
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())

    def wait_for_pictures(self) -> None:
        """Wait until what is in view has been drawn."""
        area = self.view.area
        self.qtbot.waitUntil(lambda: set(area.visible_pages()) <= area.held, timeout=PATIENCE)

    def journal(self) -> list[dict[str, object]]:
        """Return the journal's lines on paper."""
        found: list[list[dict[str, object]]] = []
        self.session.ask(printed, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    def save(self, path: Path) -> None:
        """Choose a file, as the file dialog tells it."""
        self.view.save_chosen.emit(str(path))

    def answer(self, words: str) -> None:
        """Press a button of the question that stands in front."""
        self.qtbot.waitUntil(lambda: bool(self.view.findChildren(QMessageBox)), timeout=PATIENCE)
        (box,) = self.view.findChildren(QMessageBox)
        next(one for one in box.buttons() if one.text() == words).click()


@pytest.fixture
def read(
    commune: Paths, context: Callable[[Paths], Context], qtbot: QtBot
) -> Callable[[PaperWanted], Reader]:
    """Return a function that opens a paper of the prepared commune."""
    return lambda wanted: Reader(context(commune), wanted, qtbot)


def pages_of(path: Path) -> list[QImage]:
    """Return the pages of a PDF as small pictures."""
    pages = Pages(path.read_bytes())
    try:
        return [pages.picture(page, 0.25) for page in range(len(pages.sizes))]
    finally:
        pages.close()


def inked(picture: QImage) -> bool:
    """Say whether something stands on a page."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(grey.constBits())) < 128


def to_file(path: Path, *pages: int) -> QPrinter:
    """Return a printer that writes a PDF, as every PC has one."""
    printer = new_printer("mẫu", [A4])
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if pages:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*pages)
    return printer


def test_a_form_is_seen_page_by_page(read: Callable[[PaperWanted], Reader]) -> None:
    reader = read(ANNEX)
    total = reader.presenter.pages_shown
    assert total > 1
    assert f"trên {total}" in reader.labels()
    assert "Phụ lục" in reader.labels()
    assert "chưa đối chiếu mẫu ban hành" in reader.labels()
    reader.wait_for_pictures()
    area = reader.view.area
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_End)
    reader.wait_for_pictures()
    assert total - 1 in area.held
    assert len(area.held) <= len(area.visible_pages()) + 2
    number = next(one for one in reader.view.findChildren(QLineEdit) if one.accessibleName())
    for typed, page in (("1", 0), ("không", 0), ("999", total - 1), ("1", 0)):
        number.setText(typed)
        QTest.keyClick(number, Qt.Key.Key_Return)
        assert (area.page, number.text()) == (page, str(page + 1))
    assert area.accessibleName() == f"Trang 1 trên {total}"
    reader.wait_for_pictures()


def test_pages_are_made_larger_and_smaller(read: Callable[[PaperWanted], Reader]) -> None:
    reader = read(BLANK)
    area, zoom = reader.view.area, reader.view.findChild(QComboBox)
    assert zoom is not None
    zoom.setCurrentIndex(zoom.findText("100 %"))
    assert area.percent == 100
    turn = QPoint(0, 120)
    place = QPointF(area.viewport().rect().center())
    for _ in range(2):
        wheel = QWheelEvent(
            place,
            area.viewport().mapToGlobal(place),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            _INVERTED,
        )
        QApplication.sendEvent(area.viewport(), wheel)
    assert area.percent == 150
    assert zoom.currentText() == "150 %"
    reader.wait_for_pictures()
    zoom.setCurrentIndex(0)
    assert not area.is_sized
    reader.wait_for_pictures()


def test_many_pages_are_never_all_held(theme: Theme, qtbot: QtBot) -> None:
    area = PageArea(theme)
    qtbot.addWidget(area)
    area.resize(900, 700)
    asked: list[tuple[int, float]] = []

    def draw(page: int, scale: float) -> None:
        asked.append((page, scale))
        area.show_picture(page, scale, QImage(10, 10, QImage.Format.Format_RGB32))

    area.wanted.connect(draw, Qt.ConnectionType.QueuedConnection)
    area.show()
    area.set_sizes([A4] * 1000)
    area.go(500)
    qtbot.waitUntil(lambda: set(area.visible_pages()) <= area.held, timeout=PATIENCE)
    assert 500 in area.visible_pages()
    assert len(area.held) <= len(area.visible_pages()) + 2
    # Of the pages that were passed over, none but the first was drawn.
    assert {page for page, _ in asked} <= {0, 1, *range(498, 504)}


def test_the_chosen_pages_are_printed_and_the_journal_knows(
    read: Callable[[PaperWanted], Reader], tmp_path: Path, qtbot: QtBot
) -> None:
    reader = read(ANNEX)
    target = tmp_path / "printed.pdf"
    printer = to_file(target, 2, 3)
    printer.setCopyCount(2)
    with qtbot.waitSignal(reader.presenter.kept, timeout=PATIENCE):
        reader.presenter.print_on(printer)
    assert reader.told() == "Đã gửi bản in đến máy in."
    found = pages_of(target)
    assert len(found) == 4
    assert all(map(inked, found))
    line = reader.journal()[-1]
    assert (line["form"], line["how"], line["period"]) == ("figures-annex", "print", "DL-2023")


def test_a_page_is_printed_at_its_size_and_finely(
    commune: Paths, catalogue: Catalogue, tmp_path: Path
) -> None:
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        paper = compose(workspace, BLANK.form, blank=True)
    from antq_desktop.gui.paper.printing import draw

    pages, done = Pages(paper.pdf), list[int]()
    draw(to_file(tmp_path / "a.pdf"), pages, [0], done.append, lambda: False)
    draw(to_file(tmp_path / "none.pdf"), pages, [0, 1], done.append, lambda: True)
    pages.close()
    assert done == [0]
    (small,) = pages_of(tmp_path / "a.pdf")
    (seen, *_), printed_pages = _seen(paper), Pages((tmp_path / "a.pdf").read_bytes())
    assert printed_pages.sizes[0] == pytest.approx(A4, abs=1)
    printed_pages.close()
    # What was printed looks as what was seen: the ink lies in the same rows.
    assert abs(_first_ink(small) - _first_ink(seen)) <= 2
    assert FINEST == 600


def _seen(paper: Paper) -> list[QImage]:
    pages = Pages(paper.pdf)
    try:
        return [pages.picture(page, 0.25) for page in range(len(pages.sizes))]
    finally:
        pages.close()


def _first_ink(picture: QImage) -> int:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = range(grey.height())
    return next(
        y for y in rows if min(grey.pixelColor(x, y).red() for x in range(grey.width())) < 128
    )


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_named_and_the_journal_knew_before(
    read: Callable[[PaperWanted], Reader], tmp_path: Path, qtbot: QtBot
) -> None:
    reader = read(BLANK)
    reader.presenter.print_on(to_file(tmp_path / "no folder" / "x.pdf"))
    qtbot.waitUntil(lambda: reader.told().startswith("Máy in không nhận bản in."), timeout=PATIENCE)
    assert reader.button("In…").isEnabled()
    assert reader.journal()[-1]["how"] == "print"


def test_without_a_printer_saving_is_offered(read: Callable[[PaperWanted], Reader]) -> None:
    reader = read(BLANK)
    QTest.keyClick(reader.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert reader.told().startswith("Máy này chưa có máy in nào. Lưu PDF")
    assert reader.journal() == []


def test_a_paper_is_saved_under_a_safe_name_and_asks_before_it_writes_over(
    read: Callable[[PaperWanted], Reader], tmp_path: Path, qtbot: QtBot
) -> None:
    reader = read(ANNEX)
    QTest.keyClick(reader.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = reader.view.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("/figures-annex-DL-2023.pdf")
    dialog.reject()
    target = tmp_path / reader.view.file_name
    with qtbot.waitSignal(reader.presenter.kept, timeout=PATIENCE):
        reader.save(target)
    assert reader.told() == f"Đã lưu {target.name}."
    assert len(pages_of(target)) == reader.presenter.pages_shown
    target.write_bytes(b"mine")
    reader.save(target)
    reader.answer("Bỏ qua")
    assert target.read_bytes() == b"mine"
    qtbot.waitUntil(lambda: not reader.view.findChildren(QMessageBox), timeout=PATIENCE)
    reader.save(target)
    with qtbot.waitSignal(reader.presenter.kept, timeout=PATIENCE):
        reader.answer("Ghi đè")
    assert target.read_bytes().startswith(b"%PDF")
    assert [line["how"] for line in reader.journal()] == ["save", "save"]


def test_a_folder_that_takes_nothing_is_named(
    read: Callable[[PaperWanted], Reader], tmp_path: Path, qtbot: QtBot
) -> None:
    reader = read(BLANK)
    (tmp_path / "tệp").write_text("")
    reader.save(tmp_path / "tệp" / "x.pdf")
    qtbot.waitUntil(lambda: "x.pdf" in reader.told(), timeout=PATIENCE)
    assert reader.journal() == []


def test_a_letter_that_no_font_has_refuses_the_paper(
    commune: Paths, catalogue: Catalogue, context: Callable[[Paths], Context], qtbot: QtBot
) -> None:
    register = catalogue.by_name["crime_reports"]
    with open_workspace(commune, None, PASSPHRASE, catalogue, Clock()) as workspace:
        (saved,) = add_records(workspace, register, [report(summary="Chữ lạ \U0001d54f")])
    reader = Reader(context(commune), PaperWanted("tt119-01", record=saved.record), qtbot)
    assert "Phông chữ để in không có ký tự" in reader.labels()
    assert "Thay ký tự đó" in reader.labels()
    assert not reader.button("In…").isEnabled()
    assert not reader.button("Lưu PDF…").isEnabled()
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert not reader.view.isVisible()


def test_escape_closes_and_nothing_is_left_on_the_disk(
    read: Callable[[PaperWanted], Reader], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    reader = read(BLANK)
    reader.wait_for_pictures()
    gone: list[bool] = []
    reader.view.destroyed.connect(lambda: gone.append(True))
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    reader.qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)
    assert list(temporary.iterdir()) == []
    assert reader.session.is_open


def test_the_windows_start_without_what_paper_needs() -> None:
    script = (
        "import sys; import antq_desktop.gui.application;"
        "import antq_desktop.gui.paper.presenter, antq_desktop.gui.paper.printing;"
        "print(*sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, cwd=ROOT
    ).stdout.split()
    assert "antq_desktop.gui.shell.desk" in said
    assert not [name for name in HEAVY if name in said]
