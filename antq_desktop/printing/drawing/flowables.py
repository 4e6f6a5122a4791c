"""What ReportLab has no flowable for: rules, dotted lines, boxes to cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from antq_desktop.printing.drawing import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.drawing.typesetting import Setter

_DOT: Final = 0.6
_DOTS_APART: Final = 2.6
_AFTER_LABEL: Final = 4
_BOX: Final = 0.8
"""Side of a box over the size of the text beside it."""
_AFTER_BOX: Final = 5
_BETWEEN_OPTIONS: Final = 16
_AROUND: Final = 3
_THUMB: Final = 0.8
"""Width of the frame for a thumbprint over its height."""


class Rule(Flowable):
    """A centred line of a given width below a name or a title."""

    def __init__(self, width: float, above: float = 1, below: float = 0) -> None:
        super().__init__()
        self._rule, self._above, self._below = width, above, below
        self._room = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the whole width."""
        del aH
        self._room = aW
        return aW, self._above + self._below

    def draw(self) -> None:
        """Draw the line."""
        canvas: Any = self.canv
        start = (self._room - self._rule) / 2
        canvas.setLineWidth(measures.RULE)
        canvas.line(start, self._below, start + self._rule, self._below)


class DottedLine(Flowable):
    """A label and dots to the right margin, then whole dotted lines: room for the hand.

    It goes on on the next page where there is no room for all its lines.
    """

    def __init__(self, setter: Setter, label: str, lines: int = 1) -> None:
        super().__init__()
        self._setter = setter
        self._label = setter.fonts.checked(label)
        self._lines = lines
        self._split: list[str] = []
        self._room = 0.0
        self.spaceAfter = measures.BETWEEN

    @property
    def _leading(self) -> float:
        return measures.leading(measures.BODY, measures.SPACING)

    @property
    def _rows(self) -> int:
        """How many lines of the page it takes: dots begin on the last one of the label."""
        return len(self._split) + self._lines - 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the whole width, and a line for each line of label and dots."""
        del aH
        self._room = aW
        font = self._setter.fonts.regular
        self._split = simpleSplit(self._label, font, measures.BODY, aW) or [""]
        return aW, self._rows * self._leading

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Leave on this page what it has room for; one line with its label never stands alone."""
        del aW
        here = int(aH // self._leading) - len(self._split) + 1
        if not 0 < here < self._lines:
            return []
        first = DottedLine(self._setter, self._label, here)
        return [first, DottedLine(self._setter, "", self._lines - here)]

    def draw(self) -> None:
        """Draw the label, and dots after its last line and on every further line."""
        canvas: Any = self.canv
        font = self._setter.fonts.regular
        canvas.setFont(font, measures.BODY)
        y = self._rows * self._leading - measures.BODY
        for line in self._split:
            canvas.drawString(0, y, line)
            y -= self._leading
        y += self._leading
        last = self._split[-1]
        start = self._setter.width(last, measures.BODY, font) + _AFTER_LABEL if last else 0
        for _ in range(self._lines):
            dots(canvas, start, self._room, y)
            start, y = 0, y - self._leading


def dots(canvas: Any, start: float, end: float, y: float) -> None:
    """Draw dots on a base line; they are no text, so nothing reads or copies them."""
    canvas.saveState()
    canvas.setLineWidth(_DOT)
    canvas.setLineCap(1)
    canvas.setDash([0, _DOTS_APART])
    canvas.line(start, y, end, y)
    canvas.restoreState()


class Boxes(Flowable):
    """A label and options with boxes before them, crossed where chosen; drawn, not written."""

    def __init__(self, setter: Setter, label: str, options: Sequence[tuple[str, bool]]) -> None:
        super().__init__()
        self._setter = setter
        self._label = f"{setter.fonts.checked(label)}:" if label else ""
        self._options = [(setter.fonts.checked(text), chosen) for text, chosen in options]
        self._lines: list[tuple[float, int, str]] = []
        self._boxes: list[tuple[float, int, bool]] = []
        self._rows = 1
        self.spaceAfter = measures.BETWEEN

    @property
    def _step(self) -> float:
        return measures.leading(measures.BODY, measures.SPACING)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Place the options behind the label; what does not fit there goes on further lines."""
        del aH
        width, font = self._setter.width, self._setter.fonts.regular
        self._lines, self._boxes = [], []
        x, row = 0.0, -1
        for line in self._cut(self._label, aW) if self._label else ():
            row += 1
            self._lines.append((0, row, line))
            x = width(line, measures.BODY, font) + _AFTER_BOX
        row = max(row, 0)
        before = measures.BODY * _BOX + _AFTER_BOX
        for text, chosen in self._options:
            needed = before + width(text, measures.BODY, font)
            if x + needed > aW and x > 0:
                x, row = 0, row + 1
            self._boxes.append((x, row, chosen))
            lines = self._cut(text, aW - x - before)
            self._lines += [(x + before, row + down, line) for down, line in enumerate(lines)]
            row += len(lines) - 1
            # What follows an option of several lines begins a line of its own.
            x = x + needed + _BETWEEN_OPTIONS if len(lines) == 1 else aW
        self._rows = row + 1
        return aW, self._rows * self._step

    def _cut(self, text: str, room: float) -> list[str]:
        return simpleSplit(text, self._setter.fonts.regular, measures.BODY, room) or [""]

    def draw(self) -> None:
        """Draw label, boxes, crosses and options."""
        canvas: Any = self.canv
        top = self._rows * self._step - measures.BODY
        canvas.setFont(self._setter.fonts.regular, measures.BODY)
        for x, row, line in self._lines:
            canvas.drawString(x, top - row * self._step, line)
        side = measures.BODY * _BOX
        canvas.setLineWidth(measures.RULE)
        for x, row, chosen in self._boxes:
            y = top - row * self._step
            canvas.rect(x, y - 1, side, side)
            if chosen:
                canvas.line(x + 2, y + 1, x + side - 2, y + side - 3)
                canvas.line(x + 2, y + side - 3, x + side - 2, y + 1)


class Thumbprint(Flowable):
    """An empty frame for a thumbprint, in the middle of its column."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._side = height
        self._room = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the whole width, and the height that was asked for."""
        del aH
        self._room = aW
        return aW, self._side

    def draw(self) -> None:
        """Draw the frame, a little apart from the lines above and below."""
        canvas: Any = self.canv
        height = self._side - 2 * _AROUND
        width = height * _THUMB
        canvas.setLineWidth(measures.GRID)
        canvas.rect((self._room - width) / 2, _AROUND, width, height)


@dataclass(frozen=True, slots=True)
class SignPlace:
    """Where a signature is shown: the page (from 0), and a box on it in points from below left."""

    page: int
    box: tuple[float, float, float, float]


SignPlaces = list[SignPlace]
"""The rooms for the signature of who issues the paper, as they were drawn."""


class SignRoom(Flowable):
    """The room between office and name (ô số 7c); it remembers where it came to stand."""

    def __init__(self, height: float, places: SignPlaces) -> None:
        super().__init__()
        self._high, self._places = height, places
        self._room = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Take the whole width, and the height that was asked for."""
        del aH
        self._room = aW
        return aW, self._high

    def draw(self) -> None:
        """Draw nothing: a hand or a certificate signs here."""
        canvas: Any = self.canv
        left, foot = canvas.absolutePosition(0, 0)
        box = (left, foot, left + self._room, foot + self._high)
        self._places.append(SignPlace(canvas.getPageNumber() - 1, box))
