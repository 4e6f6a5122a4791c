"""From blocks to the bytes of a PDF; the same blocks give the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
)

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
PROGRAM: Final = "ANTQ Desktop"
"""Who made the file; it names nobody else."""
_PALE: Final = 0.9
_MARK_SIZES: Final = (64, 36)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF and how many pages it has."""

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Document:
    """One of the papers of a batch: its bookmark, and what stands on it."""

    bookmark: str
    blocks: Sequence[Block]


def render(form: Form, blocks: Sequence[Block], *, practice: bool) -> Drawn:
    """Draw a form; ``practice`` puts a watermark on every page.

    Raises Refusal where no complete font is installed, or a text has a letter that it lacks.
    """
    return render_all(form, [Document("", blocks)], practice=practice)


def render_all(form: Form, documents: Sequence[Document], *, practice: bool) -> Drawn:
    """Draw a form for several subjects: each begins a page, its pages are numbered from 1."""
    fonts = find_fonts()
    setter = Setter(fonts)
    width, height = measures.PAGE[::-1] if form.landscape else measures.PAGE
    room = width - measures.LEFT - measures.RIGHT
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(width, height),
        title=setter.fonts.checked(form.title.vi),
        author=PROGRAM,
        subject=form.code,
        creator=PROGRAM,
        producer=PROGRAM,
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
    page = PageDress(fonts, width, height, form.verified, practice)
    template = PageTemplate("page", [frame], onPage=page.below, onPageEnd=page.above)
    document.addPageTemplates([template])
    drawer = Drawer(setter, room)
    flowables: list[Flowable] = []
    for place, one in enumerate(documents):
        if flowables:
            flowables.append(PageBreak())
        flowables += [_Beginning(page, one.bookmark, place), *drawer.all(one.blocks)]
    document.build(flowables)
    return Drawn(buffer.getvalue(), document.page)


class _Beginning(Flowable):
    """The place where a paper of a batch begins: its bookmark, and page 1 of its own."""

    def __init__(self, page: PageDress, bookmark: str, place: int) -> None:
        super().__init__()
        self._page, self._bookmark, self._place = page, bookmark, place

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take no room."""
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark and begin to count."""
        canvas: Any = self.canv
        self._page.first = canvas.getPageNumber()
        if self._bookmark:
            name = f"paper-{self._place}"
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(self._bookmark, name)


@dataclass(slots=True)
class PageDress:
    """What stands on every page outside its text; ``first`` is the page that counts as the first.

    ``least`` is the first number that is printed: the first page of a paper has none.
    """

    fonts: Fonts
    width: float
    height: float
    verified: bool
    practice: bool
    first: int = 1
    least: int = 2

    def below(self, canvas: Any, document: Any) -> None:
        """Draw the watermark; the text comes over it."""
        del document
        if self.practice:
            self._watermark(canvas)

    def above(self, canvas: Any, document: Any) -> None:
        """Draw page number and footer, now that it is known which paper the page belongs to."""
        del document
        canvas.saveState()
        number = canvas.getPageNumber() - self.first + 1
        if number >= self.least:
            canvas.setFont(self.fonts.regular, measures.PAGE_NUMBER)
            y = self.height - measures.PAGE_NUMBER_DOWN
            canvas.drawCentredString(self._middle, y, str(number))
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
