"""Draws a register book row by row: what was drawn is packed at once, so a year needs no room."""

from __future__ import annotations

import io
import zlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align
from antq_desktop.printing.book_layout import BookLayout, BookRow
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.blocks import Drawer
from antq_desktop.printing.drawing.columns import fitted
from antq_desktop.printing.drawing.fonts import find_fonts
from antq_desktop.printing.drawing.render import Drawn, PageDress
from antq_desktop.printing.drawing.typesetting import Setter
from antq_desktop.printing.remarks import PROGRAM
from antq_desktop.printing.subjects import BookTotals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable, Paragraph

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.book_layout import BookHead
    from antq_desktop.printing.form import Form, Sheet
    from antq_desktop.printing.subjects import BookSubject

_ACROSS, _DOWN = 3, 2.5
"""Room within a cell, in points."""
_RISE: Final = 1
"""Letters with something below them would touch the line below: there is more room above."""
_SLACK: Final = 0.1
"""What keeps a text that is just as wide as its cell from being broken by rounding, in points."""
_FEWEST_LINES: Final = 3
"""A row that is broken leaves at least so many lines on a page."""
_SUMS: Final = 2
"""Rows of sums at the foot of a page."""
_OF_PAGE, _ALL, _CARRIED = "Cộng trang này", "Cộng dồn", "Mang sang"
_MOST: Final = 999_999_999_999
"""A sum that no book comes to: room is kept for it."""


def render_book(form: Form, sheet: Sheet, subject: BookSubject, *, practice: bool) -> Drawn:
    """Draw a book: its opening, the rows with sums on every page, the page that closes it.

    The rows are read while they are drawn; memory does not grow but with the finished file.
    """
    drawing = _Drawing(form, BookLayout(subject.register, subject.book), practice=practice)
    drawing.flow(form.blocks(sheet, subject))
    drawing.begin(subject)
    rows = voided = 0
    for record in subject.records:
        row = drawing.layout.row(record)
        drawing.row(row)
        rows += 1
        voided += row.struck
    drawing.end(blank=subject.period is None)
    if form.closing is not None:
        totals = BookTotals(drawing.pages, rows, voided)
        drawing.new_page()
        drawing.flow(form.closing(sheet, subject, totals))
    return drawing.finished()


class _Packing(Canvas):
    """A canvas that compresses each page as soon as it is full."""

    _doc: Any

    def showPage(self) -> None:
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        packed = zlib.compress(page.stream.encode("latin-1")) + b"\n"
        head = PDFDictionary({"Filter": PDFName("FlateDecode")})
        page.Contents, page.stream = PDFStream(head, packed), None


class _Drawing:
    """The pages of one book while they are filled from above."""

    def __init__(self, form: Form, layout: BookLayout, *, practice: bool) -> None:
        fonts = find_fonts()
        self.layout = layout
        self._set = Setter(fonts)
        self._page_width, self._page_height = measures.PAGE[::-1]
        self._width = self._page_width - measures.LEFT - measures.RIGHT
        self._dress = PageDress(
            fonts, self._page_width, self._page_height, form.verified, practice, least=1
        )
        self._buffer = io.BytesIO()
        packing: Any = _Packing
        self._canvas = packing(
            self._buffer,
            pagesize=(self._page_width, self._page_height),
            invariant=1,
            pageCompression=0,
            initialFontName=fonts.regular,
            lang="vi",
        )
        self._describe(form)
        self._dress.below(self._canvas, None)
        self._y = self._page_height - measures.TOP
        self._heads = list(layout.heads)
        self._widths = fitted(
            [head.share for head in self._heads], [*map(self._least, self._heads)], self._width
        )
        self._on_page = _Sums(self._heads)
        self._before = _Sums(self._heads)
        self._last: list[Paragraph] = []

    def _describe(self, form: Form) -> None:
        canvas: Any = self._canvas
        canvas.setTitle(self._set.fonts.checked(form.title.vi))
        canvas.setAuthor(PROGRAM)
        canvas.setSubject(form.code)
        canvas.setCreator(PROGRAM)
        canvas.setProducer(PROGRAM)
        canvas.setViewerPreference("DisplayDocTitle", "true")

    @property
    def pages(self) -> int:
        """How many pages there are up to here."""
        return int(self._canvas.getPageNumber())

    def finished(self) -> Drawn:
        """Close the last page and return the file."""
        pages = self.pages
        self._dress.above(self._canvas, None)
        self._canvas.showPage()
        self._canvas.save()
        return Drawn(self._buffer.getvalue(), pages)

    def flow(self, blocks: Sequence[Block]) -> None:
        """Draw blocks from here on, on further pages where they need them."""
        for flowable in Drawer(self._set, self._width).all(blocks):
            self._place(flowable)

    def _place(self, flowable: Flowable) -> None:
        """Draw what follows below the last thing, broken or on the next page if need be."""
        room = self._y - measures.BOTTOM
        _, height = flowable.wrapOn(self._canvas, self._width, room)
        if height > room:
            parts = flowable.splitOn(self._canvas, self._width, room)
            if not parts:
                self.new_page()
                parts = [flowable]
            if len(parts) > 1:
                for part in parts:
                    self._place(part)
                return
            flowable = parts[0]
            _, height = flowable.wrapOn(self._canvas, self._width, self._y - measures.BOTTOM)
        self._y -= flowable.getSpaceBefore() + height
        flowable.drawOn(self._canvas, measures.LEFT, self._y)
        self._y -= flowable.getSpaceAfter()

    def new_page(self) -> None:
        """Close this page and begin the next."""
        self._dress.above(self._canvas, None)
        self._canvas.showPage()
        self._dress.below(self._canvas, None)
        self._y = self._page_height - measures.TOP

    def begin(self, subject: BookSubject) -> None:
        """Draw the head of the table, and what the book carries over from the time before."""
        self._head()
        balance = subject.balance
        if balance is not None:
            before = words.number(balance.before)
            self._across(self._wide(f"Tồn kỳ trước chuyển sang: {before}"))
            parts = (
                ("Tiếp nhận trong kỳ", balance.taken),
                ("đã xong trong kỳ", balance.done),
                ("tồn chuyển kỳ sau", balance.after),
            )
            self._last.append(
                self._wide("; ".join(f"{name}: {words.number(value)}" for name, value in parts))
            )

    def row(self, row: BookRow) -> None:
        """Draw a row; it goes to the next page whole, or is broken if it is higher than a page."""
        cells = self._cells(row)
        while True:
            height = self._height(cells)
            if height <= self._left:
                self._draw(cells, height)
                break
            if height > self._whole and self._left > _FEWEST_LINES * self._line:
                cells = self._broken(cells)
            self._turn()
        self._on_page.add(row)

    def end(self, *, blank: bool) -> None:
        """Draw the last sums and what is carried over; fill the page of a blank book with rows."""
        if blank:
            empty = [self._paragraph("", Align.LEFT) for _ in self._heads]
            self._height(empty)
            while self._left >= measures.HAND:
                self._draw(empty, measures.HAND)
            return
        self._foot()
        for line in self._last:
            self._across(line)

    def _least(self, head: BookHead) -> float:
        """Return how wide a column must be for no word of its head and no number to be broken."""
        fonts, size = self._set.fonts, measures.BOOK
        words = [self._set.width(word, size, fonts.bold) for word in head.words.split()]
        whole = self._set.width(head.whole, size, fonts.regular)
        return max(whole, *words) + 2 * _ACROSS + _SLACK

    @property
    def _line(self) -> float:
        return measures.leading(measures.BOOK)

    @property
    def _left(self) -> float:
        """How much room rows still have on this page, above its sums."""
        return self._y - measures.BOTTOM - self._foot_height

    @property
    def _whole(self) -> float:
        """How much room rows have on a page of their own."""
        top = self._page_height - measures.TOP - self._head_height - self._sum_height
        return top - measures.BOTTOM - self._foot_height

    @cached_property
    def _foot_height(self) -> float:
        """What any page may end with: its sums, and what a book says last."""
        return _SUMS * self._sum_height + sum(map(self._across_height, self._last))

    @cached_property
    def _sum_height(self) -> float:
        """A row of sums with the largest numbers, on as many lines as these take."""
        most = _Sums(self._heads)
        most.rows = most.voided = _MOST
        most.amounts = [_MOST] * len(self._heads)
        return self._across_height(self._sum(_OF_PAGE, most))

    @cached_property
    def _head_height(self) -> float:
        return sum(self._height(cells) for cells in self._head_cells)

    @cached_property
    def _head_cells(self) -> list[list[Paragraph]]:
        numbers = [f"({place})" for place in range(1, len(self._heads) + 1)]
        return [
            [self._paragraph(head.words, Align.CENTRE, strong=True) for head in self._heads],
            [self._paragraph(number, Align.CENTRE) for number in numbers],
        ]

    def _head(self) -> None:
        for cells in self._head_cells:
            self._draw(cells, self._height(cells))

    def _turn(self) -> None:
        """Close the page with its sums, and carry them over to the next."""
        self._foot()
        self.new_page()
        self._head()
        self._across(self._sum(_CARRIED, self._before))

    def _foot(self) -> None:
        self._before.add_all(self._on_page)
        self._across(self._sum(_OF_PAGE, self._on_page))
        self._across(self._sum(_ALL, self._before))
        self._on_page = _Sums(self._heads)

    def _sum(self, name: str, sums: _Sums) -> Paragraph:
        return self._wide(f"{name}: {sums.words}")

    def _wide(self, text: str) -> Paragraph:
        return self._paragraph(text, Align.LEFT, strong=True)

    def _across_height(self, cell: Paragraph) -> float:
        _, height = cell.wrap(self._width - 2 * _ACROSS, self._page_height)
        return float(height) + 2 * _DOWN

    def _across(self, cell: Paragraph) -> None:
        """Draw a row of sums over the whole width."""
        height = self._across_height(cell)
        self._box(measures.LEFT, self._width, height)
        cell.drawOn(self._canvas, measures.LEFT + _ACROSS, self._y - height + _DOWN + _RISE)
        self._y -= height

    def _cells(self, row: BookRow) -> list[Paragraph]:
        cells = [
            self._paragraph(text, head.align, struck=row.struck)
            for text, head in zip(row.cells, self._heads, strict=True)
        ]
        if row.note:
            cells[-1] = self._paragraph(
                row.cells[-1], self._heads[-1].align, struck=row.struck, note=row.note
            )
        return cells

    def _paragraph(
        self, text: str, align: Align, *, strong: bool = False, struck: bool = False, note: str = ""
    ) -> Paragraph:
        return self._set.book_cell(text, align, strong=strong, struck=struck, note=note)

    def _height(self, cells: Sequence[Paragraph]) -> float:
        """Return how high a row is; it also wraps its cells."""
        heights = (
            cell.wrap(width - 2 * _ACROSS, self._page_height)[1]
            for cell, width in zip(cells, self._widths, strict=True)
        )
        return float(max(heights)) + 2 * _DOWN

    def _broken(self, cells: Sequence[Paragraph]) -> list[Paragraph]:
        """Draw as much of a high row as the page holds; return what is left of it."""
        room = self._left - 2 * _DOWN
        here: list[Paragraph] = []
        rest: list[Paragraph] = []
        for cell, width in zip(cells, self._widths, strict=True):
            parts: Any = cell.split(width - 2 * _ACROSS, room)
            here.append(parts[0] if parts else self._paragraph("", Align.LEFT))
            rest.append(parts[1] if len(parts) > 1 else self._paragraph("", Align.LEFT))
        self._draw(here, self._height(here))
        return rest

    def _draw(self, cells: Sequence[Paragraph], height: float) -> None:
        """Draw a row whose cells are wrapped, and go down by its height."""
        x = measures.LEFT
        for cell, width in zip(cells, self._widths, strict=True):
            self._box(x, width, height)
            cell.drawOn(self._canvas, x + _ACROSS, self._y - _DOWN - cell.height + _RISE)
            x += width
        self._y -= height

    def _box(self, x: float, width: float, height: float) -> None:
        self._canvas.setLineWidth(measures.GRID)
        self._canvas.rect(x, self._y - height, width, height)


class _Sums:
    """Rows and amounts of a page, or of all pages before it."""

    def __init__(self, heads: Sequence[BookHead]) -> None:
        self._heads = heads
        self.rows = self.voided = 0
        self.amounts = [0] * len(heads)

    def add(self, row: BookRow) -> None:
        """Count a row; what was struck through is no part of a sum."""
        self.rows += 1
        self.voided += row.struck
        if not row.struck:
            self.amounts = [
                known + (amount or 0)
                for known, amount in zip(self.amounts, row.amounts, strict=True)
            ]

    def add_all(self, other: _Sums) -> None:
        """Add the sums of a page."""
        self.rows += other.rows
        self.voided += other.voided
        self.amounts = [a + b for a, b in zip(self.amounts, other.amounts, strict=True)]

    @property
    def words(self) -> str:
        """The sums as they are read on paper."""
        parts = [f"{words.number(self.rows)} dòng"]
        if self.voided:
            parts.append(f"trong đó hủy {words.number(self.voided)}")
        parts += [
            f"{head.words}: {words.number(amount)}"
            for head, amount in zip(self._heads, self.amounts, strict=True)
            if head.summed
        ]
        return "; ".join(parts)
