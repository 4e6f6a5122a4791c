"""Setting type: paragraph styles from the measures, and checked text as paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from antq_desktop.printing.blocks import Align, Style
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.words import KINDS_OF_UNITS

if TYPE_CHECKING:
    from antq_desktop.printing.drawing.fonts import Fonts

_ALIGNMENTS = {Align.LEFT: TA_LEFT, Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT}


@dataclass(frozen=True)
class Setter:
    """Sets text in one family of fonts; everything drawn goes through here and is checked."""

    fonts: Fonts

    def body(self, text: str, style: Style) -> Paragraph:
        """Return a paragraph of the text of a document."""
        size = measures.SMALL if style is Style.SMALL else measures.BODY
        font = {Style.HEADING: self.fonts.bold, Style.GROUND: self.fonts.italic}.get(style)
        # A line of a form stands alone: single spacing, which the law allows, keeps it together.
        spacing = 1.0 if style is Style.PLAIN else measures.SPACING
        set_style = self._style(size, font, spacing=spacing, **_more(style))
        return self._paragraph(text, set_style)

    def led(self, lead: str, text: str) -> Paragraph:
        """Return a paragraph of the text that begins with words in bold: "Điều 1."."""
        bold = f'<font name="{self.fonts.bold}">{escape(self.fonts.checked(lead))}</font>'
        style = self._style(measures.BODY, spacing=measures.SPACING, **_more(Style.BODY))
        return Paragraph(f"{bold} {self._marked(text)}", style)

    def centred(self, text: str, size: float, font: str | None = None) -> Paragraph:
        """Return a centred line; it may wrap."""
        return self._paragraph(text, self._style(size, font, alignment=TA_CENTER))

    def balanced(self, text: str, size: float, font: str, room: float) -> str:
        """Return a text that is wider than its room in two lines of about the same width.

        The name of a unit is not parted from what it is: the second line begins with that.
        """
        if self.width(text, size, font) <= room:
            return text
        parts = text.split()
        pairs = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
        widest = {pair: max(self.width(one, size, font) for one in pair) for pair in pairs}
        fitting = [pair for pair in pairs if widest[pair] <= room]
        kinds = tuple(map(str.upper, KINDS_OF_UNITS))
        best = min(
            fitting, key=lambda pair: (not pair[1].startswith(kinds), widest[pair]), default=(text,)
        )
        return "\n".join(best)

    def plain(self, text: str, size: float, font: str | None = None) -> Paragraph:
        """Return a line from the left; it may wrap."""
        return self._paragraph(text, self._style(size, font))

    def cell(self, text: str, align: Align, *, strong: bool, indent: float = 0) -> Paragraph:
        """Return a cell of a table."""
        font = self.fonts.bold if strong else None
        style = self._style(measures.CELL, font, alignment=_ALIGNMENTS[align], leftIndent=indent)
        return self._paragraph(text, style)

    def book_cell(
        self, text: str, align: Align, *, strong: bool = False, struck: bool = False, note: str = ""
    ) -> Paragraph:
        """Return a cell of a book; a struck one has a line through it, the note below has none."""
        font = self.fonts.bold if strong else None
        style = self._style(measures.BOOK, font, alignment=_ALIGNMENTS[align])
        # A cell is broken between pages wherever the page ends.
        style.allowWidows = style.allowOrphans = 1
        marked = self._marked(text)
        if struck and marked:
            marked = f"<strike>{marked}</strike>"
        if note:
            marked = "<br/>".join(part for part in (marked, self._marked(note)) if part)
        return Paragraph(marked, style)

    def labelled(self, label: str, value: str) -> Paragraph:
        """Return "label: value", later lines of the value under the first; a text without label."""
        if not label:
            return self.body(value.lstrip(), Style.BODY)
        return self.body(f"{label}: {value}", Style.PLAIN)

    def width(self, text: str, size: float, font: str) -> float:
        """Return the width of a text in points."""
        return float(stringWidth(self.fonts.checked(text), font, size))

    def _paragraph(self, text: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(self._marked(text), style)

    def _marked(self, text: str) -> str:
        return escape(self.fonts.checked(text)).replace("\n", "<br/>")

    def _style(
        self, size: float, font: str | None = None, *, spacing: float = 1.0, **more: Any
    ) -> ParagraphStyle:
        return ParagraphStyle(
            "",
            fontName=font or self.fonts.regular,
            bulletFontName=self.fonts.regular,
            fontSize=size,
            leading=measures.leading(size, spacing),
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
            **more,
        )


def _more(style: Style) -> dict[str, Any]:
    """Return what a style of body text has besides its font."""
    below: dict[str, Any] = {"spaceAfter": measures.BETWEEN}
    match style:
        case Style.BODY | Style.GROUND:
            return below | {"alignment": TA_JUSTIFY, "firstLineIndent": measures.INDENT}
        case Style.PLAIN:
            return below | {"alignment": TA_JUSTIFY}
        case Style.HEADING:
            return below | {"spaceBefore": measures.BETWEEN}
        case Style.CENTRED:
            return below | {"alignment": TA_CENTER}
        case Style.SMALL:
            return below
