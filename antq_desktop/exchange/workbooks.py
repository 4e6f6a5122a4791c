"""Writing a workbook (.xlsx): sheets of ready text and whole numbers, one row at a time.

Rows go to the disk as they come, so that a workbook may be larger than the memory. What lies on the
disk meanwhile lies beside the file itself, never in the system's folder for such files. No cell is
a formula or a link, whatever it begins with: a name from a bundle must not act in another program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Cells = Sequence[str | int]

Tint = Literal["plain", "good", "warning", "bad", "quiet"]

_FILLS: dict[Tint, str] = {"good": "#DDF0E4", "warning": "#FCEFCF", "bad": "#F9DEDC"}
_LOUD = {"font_color": "#B3261E", "font_size": 14}
_WIDEST = 60
_USUAL = 20
"""Letters that a column of a long table has room for."""
_LONGEST = 32_767
"""The most characters that a cell of a workbook holds."""
MOST_ROWS = 1_048_575
"""How many rows a sheet has below its head."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: lines above the table, its head, and its rows.

    ``rows`` are cells with a tint each; ``frozen`` columns stay in sight; ``widths`` are letters.
    ``totals`` is a last row in bold. ``mark`` stands in red above all, and at the head of each page
    that is printed; "" is none.
    """

    title: str
    above: Sequence[str]
    head: Sequence[str]
    rows: Iterable[tuple[Cells, Sequence[Tint]]]
    widths: Sequence[int]
    totals: Cells = ()
    mark: str = ""
    frozen: int = 1


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook to a file; raises OSError where that cannot be done."""
    with TemporaryDirectory(dir=path.parent, prefix=".workbook-") as scratch:
        book = _new(path, scratch)
        for sheet in sheets:
            _write(book, sheet)
        _end(book)


class RowBook:
    """A workbook of one sheet of texts that is written some rows at a time.

    All of it may raise OSError. Until `close` has ended, the file is not there as a whole.
    """

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self._scratch = TemporaryDirectory(dir=path.parent, prefix=".workbook-")
        self._book = _new(path, self._scratch.name)
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
        bold = self._book.add_format({**base, "bold": True, "bottom": 1})
        self._format = self._book.add_format(base)
        self._sheet = self._book.add_worksheet()
        self._sheet.set_column(0, len(head) - 1, _USUAL)
        self._sheet.freeze_panes(1, 0)
        for column, text in enumerate(head):
            self._sheet.write_string(0, column, text, bold)
        self._at = 0

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Write some rows more."""
        for row in rows:
            self._at += 1
            for column, text in enumerate(row):
                self._sheet.write_string(self._at, column, text[:_LONGEST], self._format)

    def close(self) -> None:
        """Put the file together."""
        try:
            _end(self._book)
        finally:
            self._scratch.cleanup()

    def discard(self) -> None:
        """Give up; what was written meanwhile goes."""
        self._sheet.row_data_fh.close()
        self._book.fileclosed = True  # or it says when it is dropped that nobody closed it
        self._scratch.cleanup()


def _new(path: Path, scratch: str) -> Any:
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "tmpdir": scratch,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(str(path), options)
    # The same content gives the same file, and no file says who made it on which PC.
    book.set_properties({"created": _EPOCH})
    return book


def _end(book: Any) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from None


def _write(book: Any, sheet: Sheet) -> None:
    target = book.add_worksheet(sheet.title[:31])
    base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
    bold = book.add_format({**base, "bold": True})
    plain = book.add_format(base)
    boxed = {**base, "border": 1, "border_color": "#BFBFBF"}
    heads = {**boxed, "bold": True, "text_wrap": True, "align": "center"}
    head = book.add_format({**heads, "bg_color": "#E8EFEA"})
    tints = {"plain": book.add_format(boxed)}
    tints["quiet"] = book.add_format({**boxed, "font_color": "#8A8A8A"})
    for name, colour in _FILLS.items():
        tints[name] = book.add_format({**boxed, "bg_color": colour})
    totals = book.add_format({**boxed, "bold": True})
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    for column, width in enumerate(sheet.widths):
        target.set_column(column, column, min(width, _WIDEST))
    at = 0
    if sheet.mark:
        target.write_string(at, 0, sheet.mark, book.add_format({**base, "bold": True, **_LOUD}))
        target.set_header(f"&C&B&14{sheet.mark}")
        at += 1
    for place, line in enumerate(sheet.above):
        target.write_string(at, 0, line, plain if place else bold)
        at += 1
    at += at > 0
    target.freeze_panes(at + 1, sheet.frozen)
    target.repeat_rows(at)
    for column, text in enumerate(sheet.head):
        target.write_string(at, column, text, head)
    for cells, chosen in sheet.rows:
        at += 1
        for column, (cell, tint) in enumerate(zip(cells, chosen, strict=True)):
            target.write(at, column, cell, tints[tint])
    for column, cell in enumerate(sheet.totals):
        target.write(at + 1, column, cell, totals)
