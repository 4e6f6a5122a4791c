"""QR codes, drawn as one area on the canvas itself.

ReportLab's widget makes a shape of every dark run and draws each by itself, which took longer than
all the rest of a page, and its encoder took a quarter of it. zxing-cpp encodes in half a
millisecond; it comes at first use.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

_QUIET: Final = 4
"""Modules of white on each side that a reader needs."""
_DARK: Final = 0
_KEPT: Final = 8
"""Codes that are kept: a paper has the same one on each of its pages."""


class QrBlock(Flowable):
    """A QR code with its quiet zone in the text, ``side`` points wide."""

    def __init__(self, content: str, side: float) -> None:
        super().__init__()
        self._content, self._side = content, side

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take a square, whatever room there is."""
        del aW, aH
        return self._side, self._side

    def draw(self) -> None:
        """Draw it from the lower left corner."""
        draw_qr(self.canv, self._content, (0, 0), self._side)


def draw_qr(canvas: Any, content: str, corner: tuple[float, float], side: float) -> None:
    """Draw a QR code with its quiet zone, in the ink that is set; it corrects 15 % of damage.

    ``corner`` is the lower left one; ``side`` is the width with the quiet zone, in points.
    """
    modules, runs = _encoded(content)
    step = side / (modules + 2 * _QUIET)
    canvas.saveState()
    # A module becomes one unit, counted from the upper left: its numbers are short and kept.
    canvas.transform(step, 0, 0, step, corner[0] + _QUIET * step, corner[1] + side - _QUIET * step)
    canvas.drawPath(PDFPathObject([runs]), stroke=0, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=_KEPT)
def _encoded(content: str) -> tuple[int, str]:
    """Return how many modules a side has, and the dark runs as a path of PDF."""
    import zxingcpp

    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = code.to_image(scale=1, add_quiet_zones=False)
    modules, _ = picture.shape
    pixels = bytes(picture)
    runs = []
    for row in range(modules):
        start = 0
        for level, run in groupby(pixels[row * modules : (row + 1) * modules]):
            length = len(list(run))
            if level == _DARK:
                runs.append(f"{start} {-row - 1} {length} 1 re")
            start += length
    return modules, " ".join(runs)
