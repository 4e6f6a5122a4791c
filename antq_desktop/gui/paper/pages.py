"""Pages below each other, as on a desk: only those in view are pictures, the others are asked for.

However many pages there are, a few pictures are held: those in view and one on either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from antq_desktop.gui.theme import Theme

PERCENTS = (50, 75, 100, 125, 150, 200, 300)
_POINTS_AN_INCH = 72
_NARROWEST = 10
"""Percent below which a page is no longer made smaller to fit."""


class PageArea(QAbstractScrollArea):
    """Scrolls through pages of any number and size."""

    wanted = Signal(int, float)
    """A page that is in view and has no picture, and the pixels a point it is to be drawn with."""
    moved = Signal(int)
    """The page in the middle of the view, from 0."""
    zoomed = Signal(int)
    """Percent of its size on paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._places: list[QRect] = []
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: tuple[int, float] | None = None
        self._given_up: set[int] = set()
        self._percent: int | None = None  # None: as wide as there is room
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "pages")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def held(self) -> frozenset[int]:
        """The pages of which there is a picture."""
        return frozenset(self._pictures)

    @property
    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    @property
    def percent(self) -> int:
        """How large pages are shown, in percent of their size on paper."""
        return self._percent if self._percent is not None else self._fitting()

    @property
    def is_sized(self) -> bool:
        """Whether a size was chosen; otherwise pages are as wide as there is room."""
        return self._percent is not None

    def set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes, in points; none of them has a picture yet."""
        self._sizes = tuple(sizes)
        self._pictures = {}
        self._asked = None
        self._lay_out()

    def set_zoom(self, percent: int | None) -> None:
        """Show pages at a size, or None as wide as there is room; the page in view stays."""
        page = self._page
        self._percent = percent
        self._lay_out()
        self.go(page)

    def zoom_by(self, steps: int) -> None:
        """Show pages larger or smaller by steps of the offered sizes."""
        now = self.percent
        if steps > 0:
            self.set_zoom(next((each for each in PERCENTS if each > now), PERCENTS[-1]))
        else:
            self.set_zoom(next((each for each in reversed(PERCENTS) if each < now), PERCENTS[0]))

    def go(self, page: int) -> None:
        """Bring a page to the top."""
        if self._places:
            place = self._places[max(0, min(page, len(self._places) - 1))]
            self.verticalScrollBar().setValue(place.top() - M)
            self._scrolled()

    def show_picture(self, page: int, scale: float, picture: QImage) -> None:
        """Take the picture of a page that was asked for, and ask for the next one."""
        self._asked = None
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[page] = (scale, picture)
        self._tidy()
        self.viewport().update()

    def give_up(self, page: int) -> None:
        """Leave a page empty that cannot be drawn, and ask for the next one."""
        self._asked = None
        self._given_up.add(page)
        self._tidy()

    def visible_pages(self) -> range:
        """Return the pages of which something is in view."""
        top = self.verticalScrollBar().value()
        view = QRect(0, top, self.viewport().width(), self.viewport().height())
        seen = [
            page
            for page, place in enumerate(self._places)
            if place.bottom() >= view.top() and place.top() <= view.bottom()
        ]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        self.set_zoom(self._percent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the other keys scroll."""
        if event.key() == Qt.Key.Key_Home:
            self.go(0)
        elif event.key() == Qt.Key.Key_End:
            self.go(len(self._places) - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view; one whose picture is not there yet is white."""
        del event
        painter = QPainter(self.viewport())
        colours = self._theme.colours
        painter.fillRect(self.viewport().rect(), QColor(colours.raised))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.visible_pages():
            place = self._places[page].translated(
                -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
            )
            painter.fillRect(place, Qt.GlobalColor.white)
            if page in self._pictures:
                painter.drawImage(place, self._pictures[page][1])
            painter.setPen(QColor(colours.line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    # Layout.

    @property
    def _dots(self) -> float:
        """Logical pixels a point at 100 %."""
        return self.logicalDpiX() / _POINTS_AN_INCH

    @property
    def _scale(self) -> float:
        """Pixels of the screen a point."""
        return self._dots * self.percent / 100 * self.devicePixelRatioF()

    def _fitting(self) -> int:
        widest = max((width for width, _ in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * M
        return max(_NARROWEST, min(int(100 * room / (widest * self._dots)), PERCENTS[-1]))

    def _lay_out(self) -> None:
        """Place the pages in a column, each in the middle."""
        by = self._dots * self.percent / 100
        room = self.viewport().size()
        sizes = [(round(width * by), round(height * by)) for width, height in self._sizes]
        wide = max([room.width(), *(width + 2 * M for width, _ in sizes)])
        self._places, top = [], M
        for width, height in sizes:
            self._places.append(QRect((wide - width) // 2, top, width, height))
            top += height + M
        for bar, whole, seen in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), top, room.height()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(seen - M, 1))
            bar.setSingleStep(S * 4)
        self.zoomed.emit(self.percent)
        self._scrolled()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [page for page, place in enumerate(self._places) if place.top() <= middle]
        page = above[-1] if above else 0
        if page != self._page:
            self._page = page
            self.moved.emit(page)
        self._tidy()
        self.viewport().update()

    def _tidy(self) -> None:
        """Let go of pictures that are far from view, and ask for one that is missing."""
        seen = self.visible_pages()
        near = range(max(seen.start - 1, 0), min(seen.stop + 1, len(self._places)))
        self._pictures = {page: held for page, held in self._pictures.items() if page in near}
        scale = self._scale
        if self._asked is not None:
            return  # one at a time: who scrolls fast is not to wait for pages that are gone
        for page in (*seen, *near):
            if page in self._given_up:
                continue
            if page not in self._pictures or self._pictures[page][0] != scale:
                self._asked = (page, scale)
                self.wanted.emit(page, scale)
                return
