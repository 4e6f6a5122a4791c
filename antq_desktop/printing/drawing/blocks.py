"""Turns each block of a form into what ReportLab lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reportlab.lib import colors
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, TableStyle
from reportlab.platypus import Table as Grid

from antq_desktop.printing.blocks import (
    Addressees,
    Align,
    Article,
    Bars,
    Block,
    Choice,
    Closing,
    Code,
    Column,
    Framed,
    Groups,
    Line,
    NationalHead,
    Pair,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.bars import BarChart
from antq_desktop.printing.drawing.flowables import (
    Boxes,
    DottedLine,
    Rule,
    SignRoom,
    Thumbprint,
)
from antq_desktop.printing.drawing.qr import QrBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from antq_desktop.printing.drawing.flowables import SignPlaces
    from antq_desktop.printing.drawing.typesetting import Setter

    Command = tuple[Any, ...]

_LEFT_HEAD: Final = 0.455
"""The part of the width that the issuing body takes of the head."""
_MOST_DATED: Final = 0.8
"""The part of the width that a long place and date may take at most."""
_SHORT_RULE: Final = 0.4
"""Lines below names and titles are a third to a half of the text (mục II.2, II.5)."""
_ADDRESSEES: Final = 0.8
"""The part of the width that a list of addressees takes."""
_BELOW: Final = 6 * measures.leading(measures.BODY, measures.SPACING)
"""A heading needs this room on its page, itself included: what follows begins there."""
_DETAIL: Final = 10
_FIRST_ROW: Final = 3 * measures.leading(measures.CELL)
"""So much of a high first row stands below the head of its table, if not all of it."""
_NO_PADDING: Final[Sequence[Command]] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


class _Ruled(Grid):
    """A table whose head never ends a page: at least a little of its first row follows."""

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Break between rows; go to the next page whole where only the head has room here."""
        heights, head = vars(self)["_rowHeights"], vars(self)["repeatRows"]
        if len(heights) > head and aH < sum(heights[:head]) + min(heights[head], _FIRST_ROW):
            return []
        found: list[Flowable] = super().split(aW, aH)
        return found


class Drawer:
    """Draws blocks for a frame of one width; ``signed`` is told where there is room to sign."""

    def __init__(self, setter: Setter, width: float, signed: SignPlaces | None = None) -> None:
        self._set = setter
        self._width = width
        self._signed: SignPlaces = [] if signed is None else signed

    def all(self, blocks: Sequence[Block]) -> list[Flowable]:
        """Return what stands on the pages, in order; signatures never stand on one alone."""
        drawn: Mapping[type[Block], Callable[[Any], list[Flowable]]] = {
            Text: self._text,
            NationalHead: self._head,
            Title: self._title,
            Article: self._article,
            Addressees: self._addressees,
            Framed: self._framed,
            Line: self._line,
            Pair: self._pair,
            Choice: self._choice,
            Table: self._table,
            Signatures: self._signatures,
            Closing: self._closing,
            Groups: self._groups,
            Code: self._code,
            Bars: self._bars,
        }
        found: list[Flowable] = []
        for block in blocks:
            if isinstance(block, Signatures | Closing) and found:
                found[-1].keepWithNext = 1
            found += drawn[type(block)](block)
        return found

    def _style(self, commands: Sequence[Command]) -> TableStyle:
        """Return a style of a grid; without a font of ours each grid would name Helvetica."""
        return TableStyle([("FONTNAME", (0, 0), (-1, -1), self._set.fonts.regular), *commands])

    def _text(self, text: Text) -> list[Flowable]:
        drawn = self._set.body(text.text, text.style)
        # Kept together with a text of three pages, a heading would leave half a page empty.
        return [CondPageBreak(_BELOW), drawn] if text.style is Style.HEADING else [drawn]

    def _choice(self, choice: Choice) -> list[Flowable]:
        return [Boxes(self._set, choice.label, choice.options)]

    def _head(self, head: NationalHead) -> list[Flowable]:
        fonts, put = self._set.fonts, self._set.centred
        motto = "Độc lập - Tự do - Hạnh phúc"
        room = self._width * _LEFT_HEAD
        superior = self._set.balanced(head.superior, measures.BODY_NAME, fonts.regular, room)
        issuer = self._set.balanced(head.issuer, measures.BODY_NAME, fonts.bold, room)
        left: list[Flowable] = [
            put(superior, measures.BODY_NAME),
            put(issuer, measures.BODY_NAME, fonts.bold),
            Rule(self._short(head.issuer, measures.BODY_NAME, room), 4, 3),
        ]
        right: list[Flowable] = [
            put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", measures.NATION, fonts.bold),
            put(motto, measures.MOTTO, fonts.bold),
            Rule(self._set.width(motto, measures.MOTTO, fonts.bold), 4, 3),
        ]
        if not head.issuer:
            return [*self._mark(head.mark), *right, Spacer(1, 2 * measures.BETWEEN)]
        return [
            *self._mark(head.mark),
            self._beside(left, right, self._width * (1 - _LEFT_HEAD)),
            *self._number_and_date(head),
            Spacer(1, 2 * measures.BETWEEN),
        ]

    def _number_and_date(self, head: NationalHead) -> list[Flowable]:
        """Return the second line of the head; a long place gets the room that it needs."""
        if head.number is None and head.dated is None:
            return []
        italic = self._set.fonts.italic
        dated, number = head.dated or "", head.number or ""
        needed = self._set.width(dated, measures.DATED, italic) + measures.BETWEEN
        return [
            self._beside(
                [self._set.centred(number, measures.NUMBER)],
                [self._set.centred(dated, measures.DATED, italic)],
                min(max(self._width * (1 - _LEFT_HEAD), needed), self._width * _MOST_DATED),
            )
        ]

    def _beside(self, left: list[Flowable], right: list[Flowable], room: float) -> Flowable:
        """Put two columns beside each other; ``room`` is the width of the right one."""
        widths = [self._width - room, room]
        return Grid([[left, right]], colWidths=widths, style=self._style(_NO_PADDING))

    def _mark(self, mark: str | None) -> list[Flowable]:
        """Return the mark of an issued form, at the upper right."""
        if mark is None:
            return []
        text = self._set.centred(mark, measures.MARK)
        grid = self._beside([], [text], self._width * (1 - _LEFT_HEAD))
        return [grid, Spacer(1, measures.BETWEEN)]

    def _short(self, text: str, size: float, room: float) -> float:
        """Return the width of the line below a text: 40 % of it, or of the room it wraps in."""
        return _SHORT_RULE * min(self._set.width(text, size, self._set.fonts.bold), room)

    def _title(self, title: Title) -> list[Flowable]:
        bold = self._set.fonts.bold
        found: list[Flowable] = [self._set.centred(title.name, measures.TITLE, bold)]
        if title.subject:
            found.append(self._set.centred(title.subject, measures.TITLE, bold))
        if title.attached:
            italic = self._set.fonts.italic
            found.append(self._set.centred(title.attached, measures.TITLE, italic))
        if title.subject:
            found.append(Rule(self._short(title.subject, measures.TITLE, self._width), 6, 2))
        return [*found, Spacer(1, 2 * measures.BETWEEN)]

    def _article(self, article: Article) -> list[Flowable]:
        return [self._set.led(f"Điều {article.number}.", article.text)]

    def _addressees(self, block: Addressees) -> list[Flowable]:
        """Return one addressee in the middle of the line, or several in a list."""
        lead = "Kính gửi:"
        room = self._set.width(lead, measures.BODY, self._set.fonts.regular) + measures.BETWEEN
        if len(block.names) == 1 and block.names[0] is not None:
            style = Style.CENTRED
            return [self._set.body(f"{lead} {block.names[0]}", style), Spacer(1, measures.BETWEEN)]
        last = len(block.names) - 1
        lines: list[list[Flowable]] = [
            [self._set.plain(f"- {name}{'.' if at == last else ';'}", measures.BODY)]
            if name is not None
            else self._line(Line("", None))
            for at, name in enumerate(block.names)
        ]
        first = self._set.plain(lead, measures.BODY)
        grid = Grid(
            [[first if at == 0 else "", line] for at, line in enumerate(lines)],
            colWidths=[room, self._width * _ADDRESSEES - room],
            hAlign="CENTER",
            style=self._style(_NO_PADDING),
        )
        return [grid, Spacer(1, 2 * measures.BETWEEN)]

    def _framed(self, block: Framed) -> list[Flowable]:
        bold = self._set.fonts.bold
        width = self._set.width(block.text, measures.FRAMED, bold) + 4 * measures.BETWEEN
        grid = Grid(
            [[self._set.centred(block.text, measures.FRAMED, bold)]],
            colWidths=[width],
            hAlign="CENTER",
            style=self._style([("BOX", (0, 0), (-1, -1), measures.RULE, colors.black)]),
        )
        return [grid, Spacer(1, measures.BETWEEN)]

    def _line(self, line: Line) -> list[Flowable]:
        if line.value:
            return [self._set.labelled(line.label, line.value)]
        return [DottedLine(self._set, f"{line.label}:" if line.label else "", line.lines)]

    def _pair(self, pair: Pair) -> list[Flowable]:
        gap = measures.BETWEEN
        first = self._width * pair.share
        grid = Grid(
            [[self._line(pair.first), "", self._line(pair.second)]],
            colWidths=[first - gap, gap, self._width - first],
            style=self._style(_NO_PADDING),
        )
        grid.spaceAfter = measures.BETWEEN
        return [grid]

    def _table(self, table: Table) -> list[Flowable]:
        cell = self._set.cell
        head: list[list[Any]] = [
            [cell(column.head, Align.CENTRE, strong=True) for column in table.columns]
        ]
        if table.numbers:
            places = range(1, len(table.columns) + 1)
            head.append([cell(f"({place})", Align.CENTRE, strong=False) for place in places])
        rows = [
            [
                cell(text, column.align, strong=row.strong, indent=_DETAIL if indent else 0)
                for text, column, indent in self._indented(table, row)
            ]
            for row in table.rows
        ]
        shares = sum(column.share for column in table.columns)
        grid = _Ruled(
            head + rows,
            colWidths=[self._width * column.share / shares for column in table.columns],
            rowHeights=[None] * len(head)
            + [None if any(row.cells) else measures.HAND for row in table.rows],
            repeatRows=len(head),
            splitInRow=1,
            style=self._style(
                [
                    ("GRID", (0, 0), (-1, -1), measures.GRID, colors.black),
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                    ("TOPPADDING", (0, 0), (-1, -1), 2),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                    ("LEFTPADDING", (0, 0), (-1, -1), 4),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ]
            ),
        )
        grid.spaceBefore = measures.BETWEEN
        return [grid, Spacer(1, measures.BETWEEN)]

    @staticmethod
    def _indented(table: Table, row: Row) -> list[tuple[str, Column, bool]]:
        """Return cells with their columns; the left ones of a detail are set in."""
        return [
            (text, column, row.detail and column.align is Align.LEFT)
            for text, column in zip(row.cells, table.columns, strict=True)
        ]

    def _signatures(self, block: Signatures) -> list[Flowable]:
        cells = [self._signature(one) for one in block.columns]
        share = self._width / len(cells)
        grid = Grid([cells], colWidths=[share] * len(cells), style=self._style(_NO_PADDING))
        grid.spaceBefore = measures.BETWEEN
        return [grid]

    def _signature(self, one: Signature, *, here: bool = False) -> list[Flowable]:
        """Return the parts of a signature; ``here`` is where who issues the paper signs it."""
        fonts, put = self._set.fonts, self._set.centred
        room: Flowable = Spacer(1, measures.SIGN_ROOM)
        if one.thumbprint:
            room = Thumbprint(measures.SIGN_ROOM)
        elif here:
            room = SignRoom(measures.SIGN_ROOM, self._signed)
        return [
            put(one.role, measures.SIGNATURE, fonts.bold),
            put(one.how, measures.SIGNATURE, fonts.italic),
            room,
            put(one.name, measures.SIGNATURE, fonts.bold),
        ]

    def _closing(self, block: Closing) -> list[Flowable]:
        """Return "Nơi nhận" at the left and who signs in the right half (ô số 9b, 7a-7c)."""
        last = len(block.recipients) - 1
        left: list[Flowable] = [
            self._set.plain("Nơi nhận:", measures.RECIPIENTS, self._set.fonts.bold_italic),
            *(
                self._set.plain(f"- {name}{'.' if at == last else ';'}", measures.RECIPIENTS_LIST)
                for at, name in enumerate(block.recipients)
            ),
        ]
        grid = Grid(
            [[left, self._signature(block.signature, here=True)]],
            colWidths=[self._width / 2] * 2,
            style=self._style(_NO_PADDING),
        )
        grid.spaceBefore = measures.BETWEEN
        return [grid]

    def _bars(self, block: Bars) -> list[Flowable]:
        title = self._set.plain(f"{block.title} ({block.counted_in})", measures.CELL)
        title.style.spaceAfter = measures.BETWEEN
        chart = BarChart(self._set, block, self._width)
        return [KeepTogether([title, chart, Spacer(1, 2 * measures.BETWEEN)])]

    def _groups(self, block: Groups) -> list[Flowable]:
        starts = range(0, len(block.groups), block.per_line)
        texts = ["   ".join(block.groups[at : at + block.per_line]) for at in starts]
        lines: list[Flowable] = [
            self._set.centred(text, block.size, self._set.fonts.bold)
            for text in ([block.lead] if block.lead else []) + texts
        ]
        grid = Grid(
            [[line] for line in lines],
            colWidths=[self._width],
            style=self._style(
                [
                    ("BOX", (0, 0), (-1, -1), measures.RULE, colors.black),
                    ("BACKGROUND", (0, 0), (-1, -1), colors.white),
                ]
            ),
        )
        grid.spaceBefore = measures.BETWEEN
        return [KeepTogether([grid]), Spacer(1, measures.BETWEEN)]

    def _code(self, code: Code) -> list[Flowable]:
        side = code.side * measures.MM
        words = self._set.plain(code.words, measures.CELL)
        grid = Grid(
            [[QrBlock(code.content, side), words]],
            colWidths=[side + measures.BETWEEN, self._width - side - measures.BETWEEN],
            style=self._style(
                [
                    *_NO_PADDING[:4],
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                    # No watermark below the code: it must be read by a cheap telephone.
                    ("BACKGROUND", (0, 0), (0, 0), colors.white),
                ]
            ),
        )
        grid.spaceBefore = measures.BETWEEN
        return [KeepTogether([grid]), Spacer(1, measures.BETWEEN)]
