"""How the windows look: two palettes, one accent, one spacing and one type scale, line icons.

The style sheet ``resources/styles/desktop.qss`` has ``@name@`` where a colour or a size goes.
"""

from __future__ import annotations

import re
import weakref
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton
from shiboken6 import isValid

from antq_desktop.assets import asset
from antq_desktop.gui.outliving import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Appearance = Literal["system", "light", "dark"]
Tone = Literal["neutral", "done", "info", "warning", "error", "accent"]

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The spacing scale, in pixels; nothing stands at another distance."""

BODY, SECTION, TITLE, FIGURE = 10, 12, 16, 20
"""The type scale, in points at 100 %."""

ROW = 28
"""The height of a row, in pixels at 100 %."""

ICON = 20
"""The grid of the icons, in pixels."""

MARK = 14
"""The size of a check box or radio button, in pixels at 100 %."""

#: Sans serif with all Vietnamese letters, by system; Arimo comes with fonts-croscore.
FAMILIES = ("Segoe UI", "Noto Sans", "Arimo", "Liberation Sans", "DejaVu Sans")


_ARROW = 12
"""The size of the arrow of a choice field, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one palette, each as ``#rrggbb``; soft ones lie behind text of their tone.

    ``edge`` shows where a field, a button or a box to tick is: 3:1 against all that is around it;
    ``line`` only parts what would be told apart without it.
    """

    window: str
    base: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str
    done: str
    done_soft: str
    info: str
    info_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    neutral: str
    neutral_soft: str


LIGHT = Colours(
    window="#f4f6f5",
    base="#ffffff",
    raised="#eaeeec",
    line="#c9d1cd",
    edge="#76827c",
    text="#18201c",
    muted="#55615b",
    accent="#14614a",
    accent_text="#ffffff",
    accent_soft="#d9ebe3",
    done="#1f6b2e",
    done_soft="#dff1e2",
    info="#1b5796",
    info_soft="#dfeaf7",
    warning="#7a4f00",
    warning_soft="#fbedcf",
    error="#a3211b",
    error_soft="#fae0de",
    neutral="#47524d",
    neutral_soft="#e4e9e6",
)
DARK = Colours(
    window="#171b19",
    base="#1e2321",
    raised="#2a312e",
    line="#434c48",
    edge="#808c86",
    text="#e8ecea",
    muted="#a9b4ae",
    accent="#5cc29c",
    accent_text="#0b1712",
    accent_soft="#1f4437",
    done="#86d494",
    done_soft="#1d3a23",
    info="#93c0f2",
    info_soft="#1c324c",
    warning="#eec36a",
    warning_soft="#44340f",
    error="#f4a8a2",
    error_soft="#4d2320",
    neutral="#c3ccc7",
    neutral_soft="#333b37",
)


class Dressed(Protocol):
    """What has an icon: a button or an action."""

    def setIcon(self, icon: QIcon) -> None:
        """Show another icon."""

    def property(self, name: str) -> object:
        """Return a property; the kind of a button decides the colour of its icon."""


class Theme(QObject):
    """The looks of the whole program, for one application object."""

    changed = Signal()
    """The palette or the size of text is another one; whoever paints by hand paints anew."""

    def __init__(
        self, app: QApplication, appearance: Appearance = "system", text_percent: int = 100
    ) -> None:
        super().__init__()
        self._app = app
        self._appearance = appearance
        self._percent = text_percent
        self._dressed: list[tuple[weakref.ref[QObject], str]] = []
        self._icons: dict[tuple[str, str, bool], QIcon] = {}
        self._pictures: dict[tuple[str, int, str], QPixmap] = {}
        if app.property("fusion") is None:  # under a style sheet the style hides its name
            app.setStyle("Fusion")
            app.setProperty("fusion", True)
        tell(app.styleHints().colorSchemeChanged, self._system_changed)
        self._apply()

    @property
    def appearance(self) -> Appearance:
        """What was chosen: to follow the system, light, or dark."""
        return self._appearance

    @property
    def text_percent(self) -> int:
        """The size of text, 100 to 200."""
        return self._percent

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in use."""
        if self._appearance == "system":
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance == "dark"

    @property
    def colours(self) -> Colours:
        """The palette in use."""
        return DARK if self.dark else LIGHT

    @property
    def row_height(self) -> int:
        """The height of a table row in pixels, for the size of text in use."""
        return ROW * self._percent // 100

    @property
    def icon_size(self) -> int:
        """The size of an icon in pixels, for the size of text in use."""
        return ICON * self._percent // 100

    def set_appearance(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark."""
        self._appearance = appearance
        self._apply()

    def set_text_percent(self, percent: int) -> None:
        """Change the size of all text, 100 to 200."""
        self._percent = max(100, min(percent, 200))
        self._apply()

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Return the colour of text and the soft colour behind it."""
        colours = self.colours
        return QColor(getattr(colours, tone)), QColor(getattr(colours, f"{tone}_soft"))

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return a line icon in the colour of text, or in one of ``Colours`` by its name."""
        wanted: str = getattr(self.colours, colour or "text")
        # Lists ask for the icon of a row each time that it is drawn.
        key = (name, wanted, self.dark)
        if key not in self._icons:
            self._icons[key] = self._drawn_icon(name, wanted)
        return self._icons[key]

    def _drawn_icon(self, name: str, wanted: str) -> QIcon:
        icon = QIcon()
        drawing = asset("icons", f"{name}.svg").read_bytes()
        for mode, shade in (
            (QIcon.Mode.Normal, wanted),
            (QIcon.Mode.Disabled, self.colours.edge),
        ):
            for size in (ICON, 2 * ICON):
                icon.addPixmap(_drawn(drawing, shade, size), mode)
        return icon

    def picture(self, name: str, size: int, colour: str = "muted") -> QPixmap:
        """Return an icon as a picture of ``size`` pixels."""
        key = (name, size, str(getattr(self.colours, colour)))
        # So do these: a list that is painted asks for the picture of each row.
        if key not in self._pictures:
            drawing = asset("icons", f"{name}.svg").read_bytes()
            self._pictures[key] = _drawn(drawing, key[2], size)
        return self._pictures[key]

    def dress(self, target: Dressed, name: str) -> None:
        """Give a button or action an icon, now and whenever the palette or its kind changes."""
        self._put(target, name)
        if isinstance(target, QObject):
            self._dressed.append((weakref.ref(target), name))
        if isinstance(target, QPushButton):
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the icon of a button anew that stands out now, or no longer."""
        if event.type() is QEvent.Type.DynamicPropertyChange and isinstance(watched, QPushButton):
            for ref, name in self._dressed:
                if ref() is watched:
                    self._put(watched, name)
        return super().eventFilter(watched, event)

    def figures_font(self) -> QFont:
        """Return the font of large figures; its digits are equally wide."""
        font = QFont(self._app.font())
        font.setPointSizeF(FIGURE * self._percent / 100)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _put(self, target: Dressed, name: str) -> None:
        primary = target.property("kind") == "primary"
        target.setIcon(self.icon(name, "accent_text" if primary else None))
        if isinstance(target, QAbstractButton):
            target.setIconSize(QSize(self.icon_size, self.icon_size))

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._appearance == "system":
            self._apply()

    def _apply(self) -> None:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(BODY * self._percent / 100)
        palette, sheet = _palette(self.colours), self._sheet()
        # Each of these styles every widget anew, even when nothing is different.
        if self._app.font() != font:
            self._app.setFont(font)
        if self._app.palette() != palette:
            self._app.setPalette(palette)
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)
        still = [(ref, name) for ref, name in self._dressed if _alive(ref())]
        self._dressed = still
        for ref, name in still:
            target = ref()
            if isinstance(target, QAbstractButton | QAction):
                self._put(target, name)
        self.changed.emit()

    def _sheet(self) -> str:
        sizes = {"body": BODY, "section": SECTION, "title": TITLE, "figure": FIGURE}
        values = {
            **asdict(self.colours),
            **{name: f"{size * self._percent / 100:g}pt" for name, size in sizes.items()},
            "row": f"{self.row_height}px",
            "head": f"{self.row_height - S}px",
            "mark": f"{MARK * self._percent // 100}px",
            "round": f"{MARK * self._percent // 200 + 1}px",
            "pointer": f"{_ARROW * self._percent // 100}px",
            "drop": f"{2 * _ARROW * self._percent // 100}px",
            "arrow": self._drawing("arrow"),
            "check": self._drawing("check"),
        }
        sheet = asset("styles", "desktop.qss").read_text(encoding="utf-8")
        return re.sub(r"@([a-z_]+)@", lambda found: values[found[1]], sheet)

    def _drawing(self, name: str) -> str:
        """Return where a drawing lies: a style sheet names a file, so there are two of each."""
        which = "dark" if self.dark else "light"
        return Path(str(asset("styles", f"{name}-{which}.svg"))).as_posix()


def _alive(target: QObject | None) -> bool:
    return target is not None and isValid(target)


def _drawn(drawing: bytes, colour: str, size: int) -> QPixmap:
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(drawing.replace(b"currentColor", colour.encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return picture


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    shades = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Link: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.raised,
        role.Mid: colours.line,
        role.Dark: colours.line,
        role.Accent: colours.accent,
    }
    palette = QPalette()
    for each, colour in shades.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.muted))
    return palette
