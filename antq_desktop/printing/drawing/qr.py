"""QR codes, drawn as one area on the canvas itself.

ReportLab's widget makes a shape of every dark run and draws each by itself, which took longer than
all the rest of a page; only its encoder is used here.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUIET: Final = 4
"""Modules of white on each side that a reader needs."""
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
    left, top = corner[0] + _QUIET * step, corner[1] + side - _QUIET * step
    path = canvas.beginPath()
    for row, start, length in runs:
        path.rect(left + start * step, top - (row + 1) * step, length * step, step)
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=_KEPT)
def _encoded(content: str) -> tuple[int, Sequence[tuple[int, int, int]]]:
    """Return how many modules a side has, and the dark runs: row, start, length."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    runs = []
    for row, modules in enumerate(code.modules):
        start = 0
        for dark, run in groupby(map(bool, modules)):
            length = len(list(run))
            if dark:
                runs.append((row, start, length))
            start += length
    return code.getModuleCount(), runs
