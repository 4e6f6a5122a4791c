"""From blocks to the bytes of a PDF; the same blocks give the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.blocks import Drawer
from antq_desktop.printing.drawing.fonts import find_fonts
from antq_desktop.printing.drawing.typesetting import Setter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.drawing.fonts import Fonts
    from antq_desktop.printing.form import Form

UNVERIFIED: Final = "Bố cục tham khảo – chưa đối chiếu mẫu ban hành"
PRACTICE: Final = ("TẬP HUẤN", "KHÔNG CÓ GIÁ TRỊ")
_PROGRAM: Final = "ANTQ Desktop"
_PALE: Final = 0.9
_MARK_SIZES: Final = (64, 36)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF and how many pages it has."""

    pdf: bytes
    pages: int


def render(form: Form, blocks: Sequence[Block], *, practice: bool) -> Drawn:
    """Draw a form; ``practice`` puts a watermark on every page.

    Raises Refusal where no complete font is installed, or a text has a letter that it lacks.
    """
    fonts = find_fonts()
    setter = Setter(fonts)
    width, height = measures.PAGE[::-1] if form.landscape else measures.PAGE
    room = width - measures.LEFT - measures.RIGHT
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(width, height),
        title=setter.fonts.checked(form.title.vi),
        author=_PROGRAM,
        subject=form.code,
        creator=_PROGRAM,
        producer=_PROGRAM,
        lang="vi",
        displayDocTitle=True,
        initialFontName=fonts.regular,
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(
        measures.LEFT,
        measures.BOTTOM,
        room,
        height - measures.TOP - measures.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    page = _Page(fonts, width, height, form.verified, practice)
    document.addPageTemplates([PageTemplate("page", [frame], onPage=page.draw)])
    document.build(Drawer(setter, room).all(blocks))
    return Drawn(buffer.getvalue(), document.page)


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on every page outside its text."""

    fonts: Fonts
    width: float
    height: float
    verified: bool
    practice: bool

    def draw(self, canvas: Any, document: Any) -> None:
        """Draw watermark, page number and footer; the text comes over them."""
        canvas.saveState()
        if self.practice:
            self._watermark(canvas)
        if document.page > 1:
            canvas.setFont(self.fonts.regular, measures.PAGE_NUMBER)
            y = self.height - measures.PAGE_NUMBER_DOWN
            canvas.drawCentredString(self._middle, y, str(document.page))
        if not self.verified:
            canvas.setFont(self.fonts.italic, measures.FOOTER)
            canvas.drawCentredString(
                self._middle, measures.FOOTER_UP, self.fonts.checked(UNVERIFIED)
            )
        canvas.restoreState()

    @property
    def _middle(self) -> float:
        """The middle of the text, not of the paper: the left margin is wider."""
        return measures.LEFT + (self.width - measures.LEFT - measures.RIGHT) / 2

    def _watermark(self, canvas: Any) -> None:
        canvas.saveState()
        canvas.setFillGray(_PALE)
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(45)
        y = _MARK_SIZES[0] / 4
        for text, size in zip(PRACTICE, _MARK_SIZES, strict=True):
            canvas.setFont(self.fonts.bold, size)
            canvas.drawCentredString(0, y, self.fonts.checked(text))
            y -= size * 1.6
        canvas.restoreState()
