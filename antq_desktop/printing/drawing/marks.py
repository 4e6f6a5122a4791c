"""What shows on paper that it was signed with a certificate: who, for whom, when.

NĐ 30/2020/NĐ-CP, Phụ lục I: between office and name (ô số 7c) where the paper has room for a
signature; else at the upper right of the first page, as on what is attached. 10 pt, upright, black.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from antq_desktop.printing.drawing import measures
from antq_desktop.printing.drawing.flowables import SignPlace
from antq_desktop.printing.drawing.fonts import find_fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZE: Final = 10
_CORNER: Final = (80 * measures.MM, 15 * measures.MM)
"""Width and height of the mark at the upper right; the top margin is 20 mm."""
_UP: Final = 3 * measures.MM


def corner(*, landscape: bool) -> SignPlace:
    """Return the place at the upper right of the first page, inside the top margin."""
    width, height = measures.PAGE[::-1] if landscape else measures.PAGE
    right, top = width - measures.RIGHT, height - _UP
    return SignPlace(0, (right - _CORNER[0], top - _CORNER[1], right, top))


def mark(lines: Sequence[str], place: SignPlace) -> bytes:
    """Return a PDF of one page, as large as the place, with the lines in its middle.

    Refusal where no font is complete, or has a letter of them.
    """
    fonts = find_fonts()
    left, foot, right, top = (round(edge) for edge in place.box)
    width, height = right - left, top - foot
    fitted = [
        str(part)
        for line in lines
        for part in simpleSplit(fonts.checked(line), fonts.regular, _SIZE, width)
    ]
    buffer = io.BytesIO()
    made: Any = Canvas  # its types take the first font for a number
    canvas = made(buffer, pagesize=(width, height), initialFontName=fonts.regular, invariant=1)
    canvas.setFont(fonts.regular, _SIZE)
    step = measures.leading(_SIZE)
    y = (height + step * len(fitted)) / 2 - _SIZE
    for line in fitted:
        canvas.drawCentredString(width / 2, y, line)
        y -= step
    canvas.save()
    return buffer.getvalue()
