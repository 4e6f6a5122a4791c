"""A chart of bars: one below the other, with its label before and its number behind.

Nothing hangs on a colour: the bars are grey with a black edge, and each says its number. It is
drawn on the canvas itself: shapes of ReportLab leave the name of Helvetica in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reportlab.lib import colors
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from antq_desktop.domain.phrases import number
from antq_desktop.printing.drawing import measures

if TYPE_CHECKING:
    from antq_desktop.printing.blocks import Bars
    from antq_desktop.printing.drawing.typesetting import Setter

_STEP: Final = 5.5 * measures.MM
"""From one bar to the next."""
_THICK: Final = 3.6 * measures.MM
_LABELS: Final = 0.3
"""The part of the width that labels take at most."""
_GAP: Final = 4
_SIZE: Final = measures.BOOK


class BarChart(Flowable):
    """The chart, as wide as the page."""

    def __init__(self, setter: Setter, chart: Bars, width: float) -> None:
        super().__init__()
        self._setter, self._wide = setter, width
        self._values = [value for _, value in chart.bars]
        self._labels = [self._fitted(label) for label, _ in chart.bars]
        self._numbers = [number(value) for value in self._values]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the whole width, and a line for each bar."""
        del aW, aH
        return self._wide, len(self._values) * _STEP

    def draw(self) -> None:
        """Draw the bars from above, and the line that they begin at."""
        canvas: Any = self.canv
        height = len(self._values) * _STEP
        left = self._widest(self._labels) + _GAP
        room = self._wide - left - self._widest(self._numbers) - 2 * _GAP
        most = max([*self._values, 1])
        canvas.setFont(self._setter.fonts.regular, _SIZE)
        canvas.setFillColor(colors.black)
        for place, value in enumerate(self._values):
            foot = height - (place + 1) * _STEP + (_STEP - _THICK) / 2
            base = foot + (_THICK - _SIZE) / 2 + 2
            long = room * value / most
            canvas.drawRightString(left - _GAP, base, self._labels[place])
            canvas.drawString(left + long + _GAP, base, self._numbers[place])
            if value:
                self._bar(left, foot, long)
        canvas.setLineWidth(measures.RULE)
        canvas.line(left, 0, left, height)

    def _bar(self, left: float, foot: float, long: float) -> None:
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setLineWidth(measures.GRID)
        canvas.setFillColor(colors.lightgrey)
        canvas.rect(left, foot, long, _THICK, fill=1)
        canvas.restoreState()

    def _widest(self, texts: list[str]) -> float:
        font = self._setter.fonts.regular
        return max([self._setter.width(text, _SIZE, font) for text in texts] or [0])

    def _fitted(self, label: str) -> str:
        """Return a label, cut after a word where it is longer than its room."""
        checked = self._setter.fonts.checked(label)
        room = self._wide * _LABELS
        first, *rest = simpleSplit(checked, self._setter.fonts.regular, _SIZE, room) or [""]
        return f"{first}…" if rest else str(first)
