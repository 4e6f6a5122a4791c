"""The frame of the main window; knows no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QMainWindow, QVBoxLayout, QWidget

from antq_desktop.gui.common.keys import KeyGiver, act, keys_of_menus
from antq_desktop.gui.common.message_bar import MessageBar
from antq_desktop.gui.common.screen_area import ScreenArea
from antq_desktop.gui.generated.ui_main_window import Ui_MainWindow
from antq_desktop.gui.shell.navigation import (
    NavigationDelegate,
    NavigationModel,
    NavigationRow,
)
from antq_desktop.gui.shell.notice import NoticeBar
from antq_desktop.gui.shell.search import SearchBox
from antq_desktop.gui.theme import M, S
from antq_desktop.gui.translation import languages as spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.common.keys import Key
    from antq_desktop.gui.failures import Told
    from antq_desktop.gui.theme import Appearance, Theme
    from antq_desktop.messages import Language

_PERCENTS = (100, 125, 150, 200)
_MOST_KEYS = 9
_TITLE_MARK = " | "
"""Between the mark of practice and the title of the window."""
_SIDE, _SIDE_SHARE = 300, 4
"""The width of the navigation at 100 %, and which part of the window it never passes."""


class MainView(QMainWindow):
    """Navigation, search, message bar, stack of screens, menus, status line."""

    navigated = Signal(str)
    refresh_asked = Signal()
    keys_asked = Signal()
    """The sheet with all keys is wanted."""
    screen_shown = Signal(object)
    """The widget of a screen that has come to the front."""
    lock_asked = Signal()
    close_asked = Signal()
    other_asked = Signal()
    """To the other place of the practice class."""
    leave_asked = Signal()
    """Out of practice."""
    appearance_asked = Signal(str)
    text_asked = Signal(int)
    language_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._may_close = False
        self._marking = False
        self._marked = ""
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)
        self._bar = MessageBar(theme)
        above = QVBoxLayout()
        above.setContentsMargins(S, S, S, S)
        above.addWidget(self._bar)
        self._above = QWidget()
        self._above.setLayout(above)
        self._above.hide()
        self._bar.shown.connect(self._above.setVisible)
        self.notice = NoticeBar(theme)
        """What holds as long as the workspace is open."""
        self._ui.workColumn.insertWidget(1, self.notice)
        self._ui.outer.insertWidget(0, self._above)
        self.search = SearchBox(theme, self._ui.search, self._ui.results)
        self._navigation = NavigationModel(self)
        self._saved, self._work = QLabel(), QLabel()
        self._backup, self._mark = QLabel(), QLabel()
        self._practice = self._in_class = False
        self._groups: list[QActionGroup] = []
        self._percents: dict[int, QAction] = {}
        self._areas: dict[QWidget, ScreenArea] = {}
        self._side_moved = False
        self._set_up()

    def _set_up(self) -> None:
        ui = self._ui
        ui.navigation.setModel(self._navigation)
        ui.navigation.setItemDelegate(NavigationDelegate(self._theme, ui.navigation))
        ui.navigation.setMouseTracking(True)
        ui.navigation.setResizeMode(QListView.ResizeMode.Adjust)  # long names have two lines
        ui.navigation.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        ui.navigation.selectionModel().currentChanged.connect(self._chosen)
        ui.navigation.pressed.connect(self._pressed)
        ui.navigation.activated.connect(lambda _: self._enter_screen())
        self._keys = KeyGiver(self)
        act(self, self.tr("Tới danh mục bên trái"), "Ctrl+0", self._enter_navigation)
        self._size_side()
        self._theme.changed.connect(self._size_side)
        ui.splitter.setStretchFactor(1, 1)
        ui.splitter.splitterMoved.connect(self._keep_side)
        for label in (self._saved, self._work, self._backup):
            label.setProperty("role", "muted")
            label.setContentsMargins(M, 0, M, 0)
        ui.status.addWidget(self._saved)
        ui.status.addWidget(self._work)
        self._work.hide()
        ui.status.addPermanentWidget(self._backup)
        self._mark.setProperty("role", "practice")
        ui.status.addPermanentWidget(self._mark)
        self._connect_menus()
        self.mark_practice(practice=False)

    def _size_side(self) -> None:
        """Give the navigation room for its names; where a person moved its border, it stays."""
        if not self._side_moved:
            wide = _SIDE * self._theme.text_percent // 100
            side = min(wide, max(self.width() // _SIDE_SHARE, _SIDE))
            self._ui.splitter.setSizes([side, self.width() - side])

    def _keep_side(self) -> None:
        self._side_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._size_side()

    def _connect_menus(self) -> None:
        ui = self._ui
        ui.actionSearch.triggered.connect(self.search.begin)
        ui.actionRefresh.triggered.connect(self.refresh_asked)
        # Screens have an F5 of their own; as a second shortcut of the window it would stop both.
        ui.actionRefresh.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        ui.actionKeys.triggered.connect(self.keys_asked)
        ui.actionLock.triggered.connect(self.lock_asked)
        ui.actionOther.triggered.connect(self.other_asked)
        ui.actionLeave.triggered.connect(self.leave_asked)
        ui.actionQuit.triggered.connect(self.close_asked)
        for action, icon in (
            (ui.actionSearch, "search"),
            (ui.actionRefresh, "refresh"),
            (ui.actionKeys, "help"),
            (ui.actionLock, "lock"),
        ):
            self._theme.dress(action, icon)
        appearances: tuple[tuple[QAction, Appearance], ...] = (
            (ui.actionSystem, "system"),
            (ui.actionLight, "light"),
            (ui.actionDark, "dark"),
        )
        languages: tuple[tuple[QAction, Language], ...] = (
            (ui.actionVietnamese, "vi"),
            (ui.actionEnglish, "en"),
        )
        # A menu with one choice would be a question without an answer.
        ui.menuLanguage.menuAction().setVisible(len(spoken()) > 1)
        for percent in _PERCENTS:
            self._percents[percent] = QAction(f"{percent} %", self, checkable=True)
            self._percents[percent].setData(percent)
        ui.menuText.addActions(list(self._percents.values()))
        for action, name in (*appearances, *languages):
            action.setData(name)
        self._group([action for action, _ in appearances], self.appearance_asked.emit)
        self._group([action for action, _ in languages], self.language_asked.emit)
        self._group(list(self._percents.values()), self.text_asked.emit)

    def _group(self, actions: Sequence[QAction], asked: Callable[[object], None]) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)
        group.triggered.connect(lambda action: asked(action.data()))
        self._groups.append(group)

    # Pages: before a workspace is open, the desk, closing.

    def show_start(self, widget: QWidget) -> None:
        """Show a page that fills the window: first start, or unlocking."""
        column = self._ui.startColumn
        while (item := column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        area = ScreenArea(widget, self._theme, self._ui.start)
        column.addWidget(area)
        area.show()
        self._show(self._ui.start)
        self._keys.watch(widget)

    def show_desk(self) -> None:
        """Show navigation and screens."""
        self._show(self._ui.desk)
        self._ui.navigation.setFocus()

    def show_closing(self) -> None:
        """Say that the workspace is being closed with its backup."""
        self._show(self._ui.closing)

    def _show(self, page: QWidget) -> None:
        ui = self._ui
        ui.pages.setCurrentWidget(page)
        desk = page is ui.desk
        for action in (ui.actionSearch, ui.actionRefresh, ui.actionKeys, ui.actionLock):
            action.setEnabled(desk)
        self._offer_ways_out(desk=desk)
        ui.menuGo.menuAction().setVisible(desk)
        ui.status.setVisible(desk)
        ui.actionQuit.setEnabled(page is not ui.closing)

    def let_close(self) -> None:
        """Close the window; until then a close is only a question."""
        self._may_close = True
        self.close()

    def retranslate(self) -> None:
        """Say everything of the frame in the language that is in use now."""
        self._ui.retranslateUi(self)
        self.mark_practice(practice=self._practice, in_class=self._in_class)
        self._keys.give()

    def set_waiting(self, *, waiting: bool) -> None:
        """Let nothing be pressed on the page before the desk while something is being made."""
        self._ui.start.setEnabled(not waiting)

    def mark_practice(self, *, practice: bool, in_class: bool = False) -> None:
        """Mark title and status line of practice, and offer the ways out of it."""
        self._practice, self._in_class = practice, in_class
        mark = self.tr("TẬP HUẤN")
        name = self.windowTitle().rpartition(_TITLE_MARK)[2]
        self.setWindowTitle(f"{mark}{_TITLE_MARK}{name}" if practice else name)
        self._mark.setText(mark)
        self._mark.setVisible(practice)
        leave = self.tr("&Rời lớp tập huấn…") if in_class else self.tr("&Xóa sổ thực hành…")
        self._ui.actionLeave.setText(leave)
        self._offer_ways_out(desk=self._ui.pages.currentWidget() is self._ui.desk)

    def _offer_ways_out(self, *, desk: bool) -> None:
        self._ui.actionOther.setVisible(desk and self._in_class)
        self._ui.actionLeave.setVisible(desk and self._practice)

    # The desk.

    def set_identity(self, unit: str, user: str, *, practice: bool) -> None:
        """Name the unit and the user; mark a practice workspace in colour and words."""
        self._ui.unit.setText(unit)
        self._ui.user.setText(user)
        self._ui.practice.setVisible(practice)

    def set_navigation(self, rows: Sequence[NavigationRow]) -> None:
        """Show the screens in their groups, at the left and in the menu."""
        self._navigation.set_rows(rows)
        self._ui.menuGo.clear()
        screens = [row for row in rows if row.key]
        for number, row in enumerate(screens, 1):
            action = QAction(self._theme.icon(row.icon), row.text.replace("&", "&&"), self)
            if number <= _MOST_KEYS:
                action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(lambda _=False, key=row.key: self.navigated.emit(key))
            self._ui.menuGo.addAction(action)
        self._keys.give()

    @property
    def front(self) -> QWidget:
        """The screen in front, or without any the window itself."""
        area = self._ui.screens.currentWidget()
        return area.shown if isinstance(area, ScreenArea) else self

    def menu_keys(self) -> list[Key]:
        """Return what the menus offer."""
        self._keys.give()
        return list(keys_of_menus(self.menuBar()))

    def select(self, key: str) -> None:
        """Mark the screen that is shown; nothing is asked for by this."""
        self._marking = True
        self._marked = key
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        selection = self._ui.navigation.selectionModel()
        selection.setCurrentIndex(self._navigation.row_of(key), choose)
        self._marking = False

    def add_screens(self, widgets: Iterable[QWidget]) -> None:
        """Put screens into the stack, so that their buttons have keys; none comes up by this."""
        for widget in widgets:
            self._area(widget)
        self._keys.give()

    @property
    def shown_screens(self) -> tuple[QWidget, ...]:
        """The screens that were in front since the books were opened."""
        return tuple(self._areas)

    def show_screen(self, widget: QWidget) -> None:
        """Bring a screen to the front, adding it the first time."""
        self._ui.screens.setCurrentWidget(self._area(widget))
        self._keys.watch(widget)
        self.search.clear()
        self.screen_shown.emit(widget)

    def _area(self, widget: QWidget) -> ScreenArea:
        """Return the place of a screen, which it gets the first time."""
        if widget not in self._areas:
            area = ScreenArea(widget, self._theme, self._ui.screens)
            self._areas[widget] = area
            self._ui.screens.addWidget(area)
        return self._areas[widget]

    def drop_screens(self) -> None:
        """Take all screens away: what they show belongs to a workspace that is closed."""
        self._areas.clear()
        while (widget := self._ui.screens.widget(0)) is not None:
            self._ui.screens.removeWidget(widget)
            widget.deleteLater()
        self.search.clear()
        self.notice.show_notice("")
        self._bar.drop()

    def tell(self, told: Told) -> None:
        """Show a message."""
        self._bar.tell(told)

    def hide_message(self) -> None:
        """Take the message away."""
        self._bar.drop()

    def set_status(self, saved: str, backup: tuple[str, bool]) -> None:
        """Say what was saved when and by whom, how old the backup is, and if that is too old."""
        self._saved.setText(saved)
        text, old = backup
        self._backup.setText(text)
        self._backup.setProperty("tone", "warning" if old else "")
        self._backup.style().polish(self._backup)

    def say_work(self, text: str) -> None:
        """Say in place of what was saved how far work in the background is; without text no more.

        Both have no room beside each other in large text.
        """
        self._work.setText(text)
        self._work.setVisible(bool(text))
        self._saved.setVisible(not text)

    def set_choices(self, appearance: Appearance, percent: int, language: Language) -> None:
        """Mark what is chosen in the menus."""
        chosen: set[object] = {appearance, percent, language}
        for group in self._groups:
            for action in group.actions():
                action.setChecked(action.data() in chosen)

    # What Qt calls.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing, because the workspace has to be closed first."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F5 reads again what is shown, where the screen itself has no use for it."""
        if event.key() == Qt.Key.Key_F5 and self._ui.actionRefresh.isEnabled():
            self.refresh_asked.emit()
        else:
            super().keyPressEvent(event)

    def _enter_screen(self) -> None:
        """Go to the first control of the screen in front."""
        front = self.front
        for each in front.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(front):
                each.setFocus()
                return

    def _enter_navigation(self) -> None:
        self._ui.navigation.setFocus()

    def _pressed(self, index: QModelIndex) -> None:
        """Go back to the marked screen from a form that was opened over it."""
        if self._navigation.key_at(index) == self._marked:
            self.navigated.emit(self._marked)

    def _chosen(self, index: QModelIndex) -> None:
        key = self._navigation.key_at(index)
        if key and not self._marking:
            self.navigated.emit(key)
