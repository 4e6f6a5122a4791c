"""The list of a register as widgets: filters above, the table, the history at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QListView, QMenu, QWidget

from antq_desktop.gui.common.files import choose_target
from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.pages import EmptyState
from antq_desktop.gui.common.room import Folding
from antq_desktop.gui.common.typed_box import TypedBox
from antq_desktop.gui.generated.ui_records import Ui_Records
from antq_desktop.gui.records.table import ListTable
from antq_desktop.gui.theme import M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.records.model import RecordsModel
    from antq_desktop.gui.theme import Theme

_SEARCH_AFTER = 250  # milliseconds from the last letter
_PANEL_CHARACTERS = 38
_FILTERS = 0.85
"""How much of their row the filters may take before the search stands above them."""

_HIGHEST = 10_000  # pixels that the words of one revision may take


class RecordsView(QWidget):
    """Shows a list; what a person does with it comes out as signals."""

    new_asked = Signal()
    many_asked = Signal()
    open_asked = Signal(int)
    """A row."""
    void_asked = Signal(int)
    hand_asked = Signal()
    """The selected records are to be handed over."""
    marked = Signal(int)
    """The row that is marked now."""
    filtered = Signal()
    columns_chosen = Signal(list)
    view_chosen = Signal(str)
    """The name of a saved view."""
    view_saved = Signal(str)
    view_dropped = Signal(str)
    cleared = Signal()
    """Every record of the book is to be shown again."""
    export_asked = Signal()
    stop_asked = Signal()
    """The list that is being read is wanted no more."""

    def __init__(self, theme: Theme, model: RecordsModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._ui = Ui_Records()
        self._ui.setupUi(self)
        self._ui.panel.hide()
        self._empty = EmptyState(theme, "book", "", "")
        self._ui.pages.addWidget(self._empty)
        self._menu = QMenu(self._ui.columns)
        self._ui.columns.setMenu(self._menu)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_AFTER)
        self._typing.timeout.connect(self.filtered)
        self._ui.stop.hide()
        self._units = TypedBox(self._ui.unit)
        self._views = QMenu(self._ui.views)
        self._ui.views.setMenu(self._views)
        self.table = ListTable(self._ui.table, model, theme)
        """The table itself."""
        Folding(self, self._ui.head, self._ui.title)
        Folding(self, self._ui.filters, self._ui.text, share=_FILTERS)
        self._ui.table.setAccessibleName(self.tr("Danh sách hồ sơ"))
        self._ui.changes.setResizeMode(QListView.ResizeMode.Adjust)
        self._ui.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size_panel()
        theme.changed.connect(self._size_panel)
        self._dress()
        self._connect()

    @property
    def text(self) -> str:
        """What is searched in the register."""
        QGuiApplication.inputMethod().commit()
        return self._ui.text.text()

    @property
    def period(self) -> object:
        """The data of the period that is chosen."""
        return self._ui.period.currentData()

    @property
    def state(self) -> str | None:
        """The state that is chosen, None for all."""
        found = self._ui.state.currentData()
        return str(found) if found else None

    @property
    def unit(self) -> str | None:
        """The key of the unit that is chosen, None for all."""
        found = self._ui.unit.currentData()
        return str(found) if found else None

    @property
    def overdue(self) -> bool:
        """Whether only records with a time limit that has passed are wanted."""
        return self._ui.overdue.isChecked()

    @property
    def history_shown(self) -> bool:
        """Whether the history stands at the side."""
        return self._ui.history.isChecked()

    def show_register(
        self,
        title: str,
        periods: Sequence[tuple[str, object]],
        states: Sequence[tuple[str, str]],
        units: Sequence[tuple[str, str]],
        *,
        deadlines: bool,
        add: bool,
        many: bool,
        hand: bool,
    ) -> None:
        """Begin with a register: nothing is filtered; without units there is nothing to choose.

        ``add`` offers to enter a record, ``many`` to type many records in a table, ``hand`` to hand
        records over to another body.
        """
        self._ui.add.setVisible(add)
        self._ui.many.setVisible(many)
        self._ui.hand.setVisible(hand)
        self._ui.title.setText(title)
        quiet = self._quiet()
        self._ui.text.clear()
        self._ui.period.clear()
        for words, period in periods:
            self._ui.period.addItem(words, period)
        self._ui.state.clear()
        self._ui.state.addItem(self.tr("Mọi trạng thái"), None)
        for code, words in states:
            self._ui.state.addItem(words, code)
        self._ui.overdue.setChecked(False)
        self._ui.overdue.setVisible(deadlines)
        self._ui.unit.clear()
        self._units.add(self.tr("Mọi đơn vị"), None)
        for key, words in units:
            self._units.add(words, key)
        self._ui.unit.setVisible(bool(units))
        self._ui.readOnly.setVisible(bool(units))
        for one in quiet:
            one.unblock()

    def show_filters(
        self, text: str, period: object, state: str | None, unit: str | None, *, overdue: bool
    ) -> None:
        """Choose filters without asking for the list; what is not offered is left open."""
        quiet = self._quiet()
        self._ui.text.setText(text)
        offered = [self._ui.period.itemData(at) for at in range(self._ui.period.count())]
        self._ui.period.setCurrentIndex(offered.index(period) if period in offered else 0)
        self._ui.state.setCurrentIndex(max(self._ui.state.findData(state), 0))
        self._ui.unit.setCurrentIndex(max(self._ui.unit.findData(unit), 0))
        self._ui.overdue.setChecked(overdue)
        for one in quiet:
            one.unblock()

    def show_filtered(self, *, filtered: bool) -> None:
        """Offer to show all records, where some are left out."""
        self._ui.all.setVisible(filtered)

    def choose_target(
        self, title: str, kinds: str, name: str, chosen: Callable[[str], None]
    ) -> None:
        """Let the person say where a table is written, see `files.choose_target`."""
        choose_target(self, title, kinds, name, chosen)

    def _quiet(self) -> list[QSignalBlocker]:
        ui = self._ui
        boxes = (ui.text, ui.period, ui.state, ui.unit, ui.overdue)
        return [QSignalBlocker(box) for box in boxes]

    def show_columns(self, possible: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer the columns that may be shown, with a tick at those that are."""
        self._menu.clear()
        for name, words in possible:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.setData(name)
            action.toggled.connect(self._choose)

    def show_views(self, names: Sequence[str]) -> None:
        """Offer the views that were saved, and to save one more."""
        self._views.clear()
        for name in names:
            shown = self._views.addAction(_plain(name))
            shown.triggered.connect(lambda _, name=name: self.view_chosen.emit(name))
        if names:
            self._views.addSeparator()
        self._views.addAction(self.tr("Lưu kiểu xem này…")).triggered.connect(self._ask_name)
        if names:
            forget = self._views.addMenu(self.tr("Xóa kiểu xem"))
            for name in names:
                one = forget.addAction(_plain(name))
                one.triggered.connect(lambda _, name=name: self.view_dropped.emit(name))

    def show_progress(self, words: str | None) -> None:
        """Offer to stop what is being exported, and say how far it is; None when it has ended."""
        self._ui.export.setText(self.tr("Xuất…") if words is None else self.tr("Dừng xuất"))
        if words is not None:
            self._ui.count.setText(words)

    def show_reading(self, words: str | None) -> None:
        """Say what one waits for, and offer to stop it; None when there is nothing to wait for."""
        self._ui.stop.setVisible(words is not None)
        if words is not None:
            self.say_count(words)

    def show_count(self, text: str, empty: tuple[str, str] | None) -> None:
        """Say how many records the list has; with none, what to do next."""
        self.say_count(text)
        if empty is not None:
            self._empty.set_words(*empty)
        self._ui.pages.setCurrentWidget(self._empty if empty else self._ui.table)

    def show_rows(self, *, shown: bool) -> None:
        """Show the table, where there is something in it."""
        if shown:
            self._ui.pages.setCurrentWidget(self._ui.table)

    def say_count(self, text: str) -> None:
        """Say how many records there are."""
        self._ui.count.setText(text)

    def set_acts(self, *, record: bool, voidable: bool, void_words: str) -> None:
        """Offer what can be done with the marked record."""
        self._ui.open.setEnabled(record)
        self._ui.hand.setEnabled(record)
        self._ui.history.setEnabled(record or self._ui.history.isChecked())
        self._ui.void_.setEnabled(voidable)
        self._ui.void_.setText(void_words)

    def show_history(self, text: str, changes: Sequence[str]) -> None:
        """Show the revisions of the marked record."""
        self._ui.panelText.setText(text)
        self._ui.changes.clear()
        self._ui.changes.addItems(list(changes))
        self._ui.changes.setVisible(bool(changes))
        self._size_changes()

    def _size_changes(self) -> None:
        """Give each revision the height of its words: the list leaves out its own margins."""
        shown = self._ui.changes
        wide = max(shown.viewport().width() - 2 * M, 1)
        room = QRect(0, 0, wide, _HIGHEST)
        for at in range(shown.count()):
            item = shown.item(at)
            words = shown.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(wide, words.height() + S))

    def _ask_name(self) -> None:
        """Ask under which name the view is to be saved."""
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Lưu kiểu xem"))
        dialog.setLabelText(self.tr("Tên kiểu xem (trùng tên thì ghi đè):"))
        dialog.setOkButtonText(self.tr("Lưu"))
        dialog.setCancelButtonText(self.tr("Thôi"))
        dialog.textValueSelected.connect(self.view_saved)
        dialog.open()

    def _choose(self) -> None:
        self.columns_chosen.emit(
            [action.data() for action in self._menu.actions() if action.isChecked()]
        )

    def _show_panel(self, *, shown: bool) -> None:
        self._ui.panel.setVisible(shown)
        self.marked.emit(self.table.row)
        QTimer.singleShot(0, self, self.table.fit_columns)

    def _size_panel(self) -> None:
        wide = self.fontMetrics().averageCharWidth() * _PANEL_CHARACTERS
        self._ui.panel.setFixedWidth(wide)
        self._size_changes()

    def _dress(self) -> None:
        for widget, icon in (
            (self._ui.history, "history"),
            (self._ui.void_, "delete"),
            (self._ui.hand, "send"),
            (self._ui.open, "open"),
            (self._ui.many, "form"),
            (self._ui.columns, "settings"),
            (self._ui.views, "book"),
            (self._ui.export, "save"),
        ):
            self._theme.dress(widget, icon)

    def _connect(self) -> None:
        ui = self._ui
        ui.add.clicked.connect(self.new_asked)
        ui.many.clicked.connect(self.many_asked)
        ui.open.clicked.connect(self._open)
        ui.void_.clicked.connect(self._void)
        ui.hand.clicked.connect(self.hand_asked)
        ui.history.toggled.connect(lambda shown: self._show_panel(shown=shown))
        ui.text.textChanged.connect(lambda _: self._typing.start())
        ui.period.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.state.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.unit.currentIndexChanged.connect(lambda _: self.filtered.emit())
        ui.all.clicked.connect(self.cleared)
        ui.export.clicked.connect(self.export_asked)
        ui.stop.clicked.connect(self.stop_asked)
        ui.overdue.toggled.connect(lambda _: self.filtered.emit())
        ui.table.doubleClicked.connect(lambda _: self._open())
        self.table.marked.connect(self.marked)
        # Some also from the navigation, where the keyboard is after a register is chosen.
        key_of(ui.add, "Ctrl+N")
        key_of(ui.add, "Ins", owner=self, scope="within")
        key_of(ui.many, "Ctrl+B")
        key_of(ui.history, "F6")
        key_of(ui.export, "Ctrl+E")
        key_of(ui.hand, "Ctrl+T")
        key_of(ui.all, "Ctrl+R")
        key_of(ui.stop, "Ctrl+.")
        key_of(ui.open, "Return", "Enter", owner=ui.table, scope="within")
        key_of(ui.void_, "Del", owner=ui.table, scope="within")
        act(self, self.tr("Tìm trong sổ này"), "Ctrl+F", self._find)

    def _find(self) -> None:
        self._ui.text.setFocus()
        self._ui.text.selectAll()

    def _open(self) -> None:
        if self.table.row >= 0:
            self.open_asked.emit(self.table.row)

    def _void(self) -> None:
        if self.table.row >= 0 and self._ui.void_.isEnabled():
            self.void_asked.emit(self.table.row)


def _plain(name: str) -> str:
    """Return a name for a menu, in which no letter becomes a key."""
    return name.replace("&", "&&")
