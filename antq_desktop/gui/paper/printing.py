"""Drawing pages on a printer; Qt's printing is imported at first use, because it takes a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from antq_desktop.errors import Refusal
from antq_desktop.gui.paper.printers import kept_in_memory, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from antq_desktop.gui.paper.pdf import Pages

FINEST = 600
"""Dots an inch; more cannot be seen on paper, and one page would take hundreds of megabytes."""

_POINTS_AN_INCH = 72


def has_printer() -> bool:
    """Say whether this PC knows any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(name: str, sizes: Sequence[tuple[float, float]]) -> QPrinter:
    """Return the usual printer, set up for pages of these sizes; ``name`` is shown in its queue."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    _set_paper(printer, sizes[0])
    return printer


def chosen_pages(printer: QPrinter, total: int, current: int) -> list[int]:
    """Return the pages that were chosen in the print dialog, from 0, as often as they are drawn.

    A printer that makes copies by itself gets each page once.
    """
    from PySide6.QtPrintSupport import QPrinter

    pages = list(range(total))
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        pages = [current]
    elif printer.fromPage() > 0:
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def draw(
    printer: QPrinter,
    pages: Pages,
    wanted: Sequence[int],
    tell: Callable[[int], None],
    stopped: Callable[[], bool],
) -> None:
    """Draw pages one after another, at their size on paper.

    ``tell`` hears how many are done; ``stopped`` is asked between two. Raises Refusal where the
    printer does not take them, naming why where the system tells.
    """
    with kept_in_memory():
        _draw(printer, pages, wanted, tell, stopped)


def printer_problem(printer: QPrinter) -> Refusal | None:
    """Return what keeps the chosen printer from printing; a file that is printed to has nothing."""
    from PySide6.QtPrintSupport import QPrinter as Printer

    if printer.outputFormat() != Printer.OutputFormat.NativeFormat:
        return None
    return problem(printer.printerName())


def _failed(printer: QPrinter) -> Refusal:
    return printer_problem(printer) or Refusal("paper.printer_failed")


def _draw(
    printer: QPrinter,
    pages: Pages,
    wanted: Sequence[int],
    tell: Callable[[int], None],
    stopped: Callable[[], bool],
) -> None:
    from PySide6.QtPrintSupport import QPrinter as Printer

    painter = QPainter()
    dots = min(printer.resolution(), FINEST)
    try:
        for done, page in enumerate(wanted):
            if stopped():
                printer.abort()
                return
            tell(done)
            wide, high = pages.sizes[page]
            _set_paper(printer, (wide, high))
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise _failed(printer)
            by = printer.resolution() / _POINTS_AN_INCH
            picture = pages.picture(page, dots / _POINTS_AN_INCH, grey=True)
            painter.drawImage(QRectF(0, 0, wide * by, high * by), picture)
    finally:
        ended = painter.end() if painter.isActive() else True
    if not ended or printer.printerState() == Printer.PrinterState.Error:
        raise _failed(printer)


def _set_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    wide, high = size
    unit = QPageSize.Unit.Point
    sheet = QPageSize(QSizeF(min(size), max(size)), unit, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    layout = QPageLayout(sheet, turned, QMarginsF(), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
