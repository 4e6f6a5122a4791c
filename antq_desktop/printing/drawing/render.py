"""From blocks to the bytes of a PDF; the same blocks give the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from reportlab import rl_config
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from antq_desktop.printing.blocks import Break
from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.blocks import Drawer
from antq_desktop.printing.drawing.fonts import find_fonts
from antq_desktop.printing.drawing.qr import draw_qr
from antq_desktop.printing.drawing.typesetting import Setter
from antq_desktop.printing.remarks import CHECKED_BY, PRACTICE, PROGRAM, UNVERIFIED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from antq_desktop.domain.paper_codes import PaperCode
    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.drawing.flowables import SignPlace, SignPlaces
    from antq_desktop.printing.drawing.fonts import Fonts
    from antq_desktop.printing.form import Form

# Streams as bytes, not as letters: files are a fifth smaller, and a tenth of the work is saved.
rl_config.useA85 = 0

_PALE: Final = 0.9
_MARK_SIZES: Final = (64, 36)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished PDF, how many pages it has, and where who issues it signs (None: nowhere)."""

    pdf: bytes
    pages: int
    signed_at: SignPlace | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One of the papers of a batch: its bookmark, what stands on it, and the code at its foot."""

    bookmark: str
    blocks: Sequence[Block]
    code: PaperCode | None = None


def render(form: Form, blocks: Sequence[Block], *, practice: bool) -> Drawn:
    """Draw a form; ``practice`` puts a watermark on every page.

    Raises Refusal where no complete font is installed, or a text has a letter that it lacks.
    """
    return render_all(form, [Document("", blocks)], practice=practice)


def render_all(
    form: Form,
    documents: Sequence[Document],
    *,
    practice: bool,
    keywords: str = "",
    tell: Callable[[int, int], object] | None = None,
) -> Drawn:
    """Draw a form for several subjects: each begins a page, its pages are numbered from 1.

    ``keywords`` stand in the file's own description, to be read by programs. Where there are
    several, ``tell`` hears which one begins, and of how many; what it raises ends the drawing.
    """
    fonts = find_fonts()
    setter = Setter(fonts)
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=_size(landscape=form.landscape),
        title=setter.fonts.checked(form.title.vi),
        author=PROGRAM,
        subject=form.code,
        keywords=[keywords] if keywords else [],
        creator=PROGRAM,
        producer=PROGRAM,
        lang="vi",
        displayDocTitle=True,
        initialFontName=fonts.regular,
        invariant=1,
        pageCompression=1,
    )
    begun = Begun()
    laid = {
        across: _template(fonts, form, begun, landscape=across, practice=practice)
        for across in (form.landscape, not form.landscape)
    }
    document.addPageTemplates(list(laid.values()))
    signed: SignPlaces = []
    drawers = {across: Drawer(setter, _room(landscape=across), signed) for across in laid}
    flowables: list[Flowable] = []
    for place, one in enumerate(documents):
        for number, (across, blocks) in enumerate(_parts(one.blocks, across=form.landscape)):
            if flowables:
                flowables += [NextPageTemplate(_name(landscape=across)), PageBreak()]
            bookmark = "" if number else one.bookmark
            told = tell if len(documents) > 1 and not number else None
            start = _Beginning(begun, bookmark, place, one.code)
            start.told = partial(told, place, len(documents)) if told is not None else None
            flowables += [start, *drawers[across].all(blocks)]
    document.build(flowables)
    return Drawn(buffer.getvalue(), document.page, signed[0] if signed else None)


def _parts(blocks: Sequence[Block], *, across: bool) -> Iterator[tuple[bool, Sequence[Block]]]:
    """Yield what stands between breaks, with whether its pages lie across."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Break):
            yield across, part
            across, part = block.landscape, []
        else:
            part.append(block)
    yield across, part


def _name(*, landscape: bool) -> str:
    return "across" if landscape else "upright"


def _size(*, landscape: bool) -> tuple[float, float]:
    width, height = measures.PAGE
    return (height, width) if landscape else (width, height)


def _room(*, landscape: bool) -> float:
    return _size(landscape=landscape)[0] - measures.LEFT - measures.RIGHT


def _template(
    fonts: Fonts, form: Form, begun: Begun, *, landscape: bool, practice: bool
) -> PageTemplate:
    """Return the pages that stand upright, or those that lie across."""
    width, height = _size(landscape=landscape)
    frame = Frame(
        measures.LEFT,
        measures.BOTTOM,
        _room(landscape=landscape),
        height - measures.TOP - measures.BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    page = PageDress(fonts, width, height, form.verified, practice, begun=begun)
    return PageTemplate(
        _name(landscape=landscape),
        [frame],
        onPage=page.below,
        onPageEnd=page.above,
        pagesize=(width, height),
    )


@dataclass(slots=True)
class Begun:
    """The page that counts as the first of the paper that is being drawn, and that paper's code."""

    page: int = 1
    code: PaperCode | None = None


class _Beginning(Flowable):
    """The place where a paper of a batch begins: its bookmark, and page 1 of its own."""

    def __init__(self, begun: Begun, bookmark: str, place: int, code: PaperCode | None) -> None:
        super().__init__()
        self._begun, self._bookmark, self._place = begun, bookmark, place
        self._code = code
        self.told: Callable[[], object] | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take no room."""
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark and begin to count."""
        if self.told is not None:
            self.told()
        canvas: Any = self.canv
        self._begun.page, self._begun.code = canvas.getPageNumber(), self._code
        if self._bookmark:
            name = f"paper-{self._place}"
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(self._bookmark, name)


@dataclass(slots=True)
class PageDress:
    """What stands on every page outside its text; ``begun`` knows the page that is the first.

    ``least`` is the first number that is printed: the first page of a paper has none.
    """

    fonts: Fonts
    width: float
    height: float
    verified: bool
    practice: bool
    begun: Begun = field(default_factory=Begun)
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
        number = canvas.getPageNumber() - self.begun.page + 1
        if number >= self.least:
            canvas.setFont(self.fonts.regular, measures.PAGE_NUMBER)
            y = self.height - measures.PAGE_NUMBER_DOWN
            canvas.drawCentredString(self._middle, y, str(number))
        if not self.verified:
            canvas.setFont(self.fonts.italic, measures.FOOTER)
            canvas.drawCentredString(
                self._middle, measures.FOOTER_UP, self.fonts.checked(UNVERIFIED)
            )
        if self.begun.code is not None:
            self._code(canvas, self.begun.code)
        canvas.restoreState()

    def _code(self, canvas: Any, code: PaperCode) -> None:
        """Draw what binds the paper to the revision or report that it was printed from."""
        left = self.width - measures.RIGHT - measures.CODE_SIDE
        canvas.setFillGray(0)
        draw_qr(canvas, code.scanned, (left, measures.CODE_UP), measures.CODE_SIDE)
        canvas.setFont(self.fonts.regular, measures.CODE)
        for text, up in ((CHECKED_BY, 1), (code.shown, 0)):
            y = measures.FOOTER_UP + up * measures.leading(measures.CODE)
            canvas.drawRightString(left, y, self.fonts.checked(text))

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
