"""Blocks as a file for Word (.docx): the same words in the same order, to be written on.

The type and margins are those of NĐ 30/2020/NĐ-CP, Phụ lục I. Only the blocks of the period report
are known. python-docx is imported at first use: it takes longer than all the rest.
"""

from __future__ import annotations

import io
import unicodedata
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt

from antq_desktop.domain.phrases import number
from antq_desktop.errors import Fault
from antq_desktop.printing.blocks import (
    Addressees,
    Align,
    Bars,
    Break,
    Closing,
    Line,
    NationalHead,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.remarks import MARK, PROGRAM, UNVERIFIED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Form

_FONT: Final = "Times New Roman"
_DOTS: Final = "." * 120
_ROOM: Final = 4
"""Empty lines for the signature."""
_LEFT_HEAD: Final = 0.455
"""The part of the width that the issuing body takes of the head, as in the PDF."""
_LEFT_DATED: Final = 0.38
"""The part that its number takes, beside place and date."""
_MOTTO: Final = 56 * measures.MM
"""The width of "Độc lập - Tự do - Hạnh phúc", and so of the line below it (mục II.1)."""
_SHORT: Final = 25 * measures.MM
"""The line below the issuing body: a third to a half of a name (mục II.2)."""
_AFTER_BORDER: Final = ("w:spacing", "w:ind", "w:jc", "w:rPr")
"""The order of the elements is fixed: what this program sets after a border."""
_JUSTIFIED: Final = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def word_file(form: Form, blocks: Sequence[Block], at: datetime, *, practice: bool) -> bytes:
    """Return a form as a .docx; ``at`` is when the file says it was made."""
    writer = _Writer(form, practice=practice)
    writer.describe(at)
    for block in blocks:
        writer.write(block)
    buffer = io.BytesIO()
    writer.document.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, form: Form, *, practice: bool) -> None:
        self.document = Document()
        self._form = form
        normal: Any = self.document.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(measures.BODY)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
        self._section(landscape=form.landscape)
        self._dress(practice=practice)

    def describe(self, at: datetime) -> None:
        """Say what the file is, and nobody's name."""
        about = self.document.core_properties
        about.author = about.last_modified_by = PROGRAM
        about.title, about.subject, about.comments = self._form.title.vi, self._form.code, ""
        about.created = about.modified = at.replace(tzinfo=None)
        about.language = "vi-VN"

    def write(self, block: Block) -> None:
        """Write one block."""
        known: Mapping[type[Block], Callable[[Any], None]] = {
            NationalHead: self._head,
            Title: self._title,
            Addressees: self._addressees,
            Text: self._text,
            Line: self._line,
            Table: self._table,
            Bars: self._bars,
            Closing: self._closing,
            Break: self._break,
        }
        if type(block) not in known:
            raise Fault(f"no {type(block).__name__} in files for Word")
        known[type(block)](block)

    # Pages --------------------------------------------------------------------------------------

    def _section(self, *, landscape: bool) -> None:
        section = self.document.sections[-1]
        short, long = Mm(210), Mm(297)
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (long, short) if landscape else (short, long)
        section.left_margin, section.right_margin = Pt(measures.LEFT), Pt(measures.RIGHT)
        section.top_margin, section.bottom_margin = Pt(measures.TOP), Pt(measures.BOTTOM)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True

    def _dress(self, *, practice: bool) -> None:
        """Put the page number above but on the first page, the remarks on every one."""
        section = self.document.sections[-1]
        for place, header, footer in (
            (0, section.first_page_header, section.first_page_footer),
            (1, section.header, section.footer),
        ):
            above = header.paragraphs[0]
            above.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if place:
                self._page_number(above)
            if practice:
                self._run(above, f" {MARK} ", measures.PAGE_NUMBER, bold=True)
            if not self._form.verified:
                below = footer.paragraphs[0]
                below.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._run(below, UNVERIFIED, measures.FOOTER, italic=True)

    def _page_number(self, paragraph: Any) -> None:
        run = self._run(paragraph, "", measures.PAGE_NUMBER)
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            made = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                made.set(qn("w:fldCharType"), kind)
            else:
                made.text = text
            run.element.append(made)

    def _break(self, block: Break) -> None:
        self.document.add_section(WD_SECTION.NEW_PAGE)
        self._section(landscape=block.landscape)
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        properties: Any = vars(self.document.sections[-1])["_sectPr"]
        properties.find(qn("w:pgMar")).addnext(start)  # the order of the elements is fixed

    # Words --------------------------------------------------------------------------------------

    def _run(
        self, paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False
    ) -> Any:
        run = paragraph.add_run(unicodedata.normalize("NFC", text))
        run.font.size = Pt(size)
        # What is not set is upright and in the font of the file; each setting takes its time.
        if bold:
            run.bold = True
        if italic:
            run.italic = True
        return run

    def _centred(self, where: Any, text: str, size: float, *, bold: bool = False) -> Any:
        paragraph = where.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, text, size, bold=bold)
        return paragraph

    def _text(self, text: Text) -> None:
        size = measures.SMALL if text.style is Style.SMALL else measures.BODY
        for line in text.text.split("\n"):
            paragraph = self.document.add_paragraph()
            shape = paragraph.paragraph_format
            shape.space_after = Pt(measures.BETWEEN)
            shape.line_spacing = measures.SPACING
            if text.style in {Style.BODY, Style.GROUND}:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
                shape.first_line_indent = Pt(measures.INDENT)
            elif text.style is Style.CENTRED:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            shape.keep_with_next = text.style is Style.HEADING
            self._run(
                paragraph,
                line,
                size,
                bold=text.style is Style.HEADING,
                italic=text.style is Style.GROUND,
            )

    def _line(self, line: Line) -> None:
        """Write dots to be written over where there is no value."""
        if line.value:
            self._text(Text(f"{line.label}: {line.value}" if line.label else line.value))
            return
        for at in range(line.lines):
            self._text(Text(f"{line.label}: {_DOTS}" if line.label and not at else _DOTS))

    def _title(self, title: Title) -> None:
        name = self._centred(self.document, title.name, measures.TITLE, bold=True)
        name.paragraph_format.space_before = Pt(2 * measures.BETWEEN)
        if title.subject:
            self._centred(self.document, title.subject, measures.TITLE, bold=True)
        if title.attached:
            attached = self._centred(self.document, "", measures.TITLE)
            self._run(attached, title.attached, measures.TITLE, italic=True)
        self.document.paragraphs[-1].paragraph_format.space_after = Pt(2 * measures.BETWEEN)

    def _addressees(self, block: Addressees) -> None:
        names = [name or _DOTS for name in block.names]
        if len(names) == 1:
            one = self._centred(self.document, f"Kính gửi: {names[0]}", measures.BODY)
            one.paragraph_format.space_after = Pt(2 * measures.BETWEEN)
            return
        self._centred(self.document, "Kính gửi:", measures.BODY)
        for name in names:
            self._text(Text(f"- {name}", Style.PLAIN))

    def _head(self, head: NationalHead) -> None:
        left, right = self._head_cells()
        self._cell_line(left[0], head.superior, measures.BODY_NAME)
        self._cell_line(left[0], head.issuer, measures.BODY_NAME, bold=True)
        self._rule(left[0], _SHORT)
        nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        self._cell_line(right[0], nation, measures.NATION, bold=True)
        motto = "Độc lập - Tự do - Hạnh phúc"
        self._cell_line(right[0], motto, measures.MOTTO, bold=True)
        self._rule(right[0], _MOTTO)
        self._cell_line(left[1], head.number or "", measures.NUMBER)
        self._cell_line(right[1], head.dated or "", measures.DATED, italic=True)

    def _closing(self, block: Closing) -> None:
        ((left, right),) = self._grid(1, (0.5, 0.5))
        first = left.paragraphs[0]
        self._run(first, "Nơi nhận:", measures.RECIPIENTS, bold=True, italic=True)
        last = len(block.recipients) - 1
        for at, name in enumerate(block.recipients):
            paragraph = left.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            text = f"- {name}{'.' if at == last else ';'}"
            self._run(paragraph, text, measures.RECIPIENTS_LIST)
        one = block.signature
        self._cell_line(right, one.role, measures.SIGNATURE, bold=True)
        self._cell_line(right, one.how, measures.SIGNATURE, italic=True)
        for _ in range(_ROOM):
            self._cell_line(right, "", measures.SIGNATURE)
        self._cell_line(right, one.name, measures.SIGNATURE, bold=True)

    def _head_cells(self) -> tuple[list[Any], list[Any]]:
        """Return the two cells of the left and of the right; the second of the left is narrower.

        So place and date have room for a long name in one line.
        """
        upper, lower = self._grid(2, (_LEFT_DATED, _LEFT_HEAD - _LEFT_DATED, 1 - _LEFT_HEAD))
        left, right = upper[0].merge(upper[1]), lower[1].merge(lower[2])
        return [left, lower[0]], [upper[2], right]

    def _grid(self, rows: int, shares: Sequence[float]) -> list[Sequence[Any]]:
        """Return the rows of cells of an unruled table; ``shares`` are the columns' of the width.

        The cells have no margins: with those of Word, the name of the nation takes two lines.
        """
        table = self.document.add_table(rows=rows, cols=len(shares))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
        properties: Any = vars(table)["_tbl"].tblPr
        properties.find(qn("w:tblLayout")).addnext(
            parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>")
        )
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Emu(int(self._room() * share))
            for cell in column.cells:
                cell.width = column.width
        return [row.cells for row in table.rows]

    def _cell_line(
        self, cell: Any, text: str, size: float, *, bold: bool = False, italic: bool = False
    ) -> Any:
        """Add a centred line to a cell, whose first line is there from the beginning."""
        fresh = len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
        paragraph = cell.paragraphs[0] if fresh else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        self._run(paragraph, text, size, bold=bold, italic=italic)
        return paragraph

    def _rule(self, cell: Any, wide: float) -> None:
        """Draw the line of the law below the last line of a cell; ``wide`` in points.

        It is the upper border of a paragraph of one point: a border is as wide as its paragraph.
        """
        paragraph = cell.add_paragraph()
        shape = paragraph.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(1), Pt(0), Pt(3)
        shape.left_indent = shape.right_indent = Emu(int(cell.width - Pt(wide)) // 2)
        kind = f'w:val="single" w:sz="{8 * measures.RULE:.0f}" w:space="1" w:color="auto"'
        border = f"<w:pBdr {nsdecls('w')}><w:top {kind}/></w:pBdr>"
        properties: Any = vars(paragraph)["_p"].get_or_add_pPr()
        properties.insert_element_before(parse_xml(border), *_AFTER_BORDER)

    def _room(self) -> int:
        """Return the width between the margins, in EMU."""
        section: Any = self.document.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    # Tables -------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        heads = [[column.head for column in table.columns]]
        if table.numbers:
            heads.append([f"({place})" for place in range(1, len(table.columns) + 1)])
        room = self._room()
        shares = sum(column.share for column in table.columns)
        widths = [Emu(int(room * column.share / shares)).twips for column in table.columns]
        aligns = [column.align for column in table.columns]
        rows = [
            _row(texts, widths, [Align.CENTRE] * len(widths), strong=not place, head=True)
            for place, texts in enumerate(heads)
        ]
        rows += [_row(one.cells, widths, aligns, strong=one.strong) for one in table.rows]
        self._put(rows, widths)

    def _bars(self, block: Bars) -> None:
        """Write the numbers of a chart as a table: in Word they can be drawn anew."""
        self._text(Text(f"{block.title} ({block.counted_in})", Style.PLAIN))
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        widths, aligns = [Mm(90).twips, Mm(30).twips], [Align.LEFT, Align.RIGHT]
        last = len(block.bars) - 1
        rows = [
            _row((label, number(value)), widths, aligns, kept=place < last)
            for place, (label, value) in enumerate(block.bars)
        ]
        self._put(rows, widths)

    def _put(self, rows: Sequence[str], widths: Sequence[int]) -> None:
        """Add a ruled table as the file has it: through objects each cell takes milliseconds."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        made = parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            '<w:tblStyle w:val="TableGrid"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )
        after: Any = self.document.add_paragraph()
        vars(after)["_p"].addprevious(made)


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    aligns: Sequence[Align],
    *,
    strong: bool = False,
    head: bool = False,
    kept: bool = False,
) -> str:
    """Return a row of a table; a head is repeated on every page, a kept row stays with the next."""
    keep = "<w:keepNext/>" if kept else ""
    bold = "<w:b/>" if strong else ""
    size = f'<w:sz w:val="{2 * measures.CELL}"/>'
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>{keep}'
        f'<w:spacing w:after="0"/><w:jc w:val="{_JUSTIFIED[align]}"/></w:pPr>'
        f'<w:r><w:rPr>{bold}{size}</w:rPr><w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'
        "</w:p></w:tc>"
        for text, width, align in zip(texts, widths, aligns, strict=True)
    )
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{repeated}{cells}</w:tr>"


def _escaped(text: str) -> str:
    return escape(unicodedata.normalize("NFC", text)).replace("\n", " ")
