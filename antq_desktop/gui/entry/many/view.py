"""The table as widgets: what can be done above, the rows, what is wrong with them below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.domain.pasted import as_pasted
from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.pages import PageHeader, button, label
from antq_desktop.gui.entry.many.cells import CellDelegate
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from antq_desktop.gui.entry.many.model import ManyModel
    from antq_desktop.gui.entry.tools import Remark, Tools
    from antq_desktop.gui.theme import Theme

_SHOWN_PROBLEMS = 4
_LEAST_ROWS = 3
"""How many rows the table keeps room for, its head included, where text is large."""

_NARROWEST, _WIDEST = 12, 34
"""Letters of a column."""
_PLACE = int(Qt.ItemDataRole.UserRole)


class ManyView(QWidget):
    """Tab goes from cell to cell, Enter to the first cell of the next row, Ctrl+Tab leaves."""

    save_asked = Signal()
    pasted = Signal(str)
    """A text from the clipboard, to be put where the marked cell is."""
    whole_asked = Signal(bool)
    """Whether all columns are wanted, or only the usual ones."""
    close_asked = Signal()

    def __init__(self, theme: Theme, model: ManyModel) -> None:
        super().__init__()
        self._theme, self.model = theme, model
        self.delegate = CellDelegate(model, self)
        self._header = PageHeader("")
        self.save = button(self.tr("&Lưu vào sổ"), "primary")
        self.paste = button(self.tr("&Dán"))
        self.whole = button(self.tr("&Mọi cột"))
        self.whole.setCheckable(True)
        self.add, self.remove = button(self.tr("&Chèn dòng")), button(self.tr("&Xóa dòng"))
        self.undo, self.close_ = button(self.tr("H&oàn tác")), button(self.tr("Đón&g"))
        self.table = _Table(model)
        self.table.setItemDelegate(self.delegate)
        self.table.setAccessibleName(self.tr("Bảng nhập"))
        self.table.setAccessibleDescription(
            self.tr("Tab sang ô bên, Enter xuống dòng dưới, Ctrl+Tab ra khỏi bảng")
        )
        self.problem_title, self.problems = label(role="section"), QListWidget()
        self.problems.setAccessibleName(self.tr("Dòng chưa lưu được; Enter để tới ô"))
        self.state = label(role="muted")
        self._dress()
        self._lay_out()
        self._connect()
        self.show_remarks({}, ())

    def begin(self, title: str, tools: Tools) -> None:
        """Show the rows of another register, the first cell being typed in."""
        self._header.set_title(
            title,
            self.tr(
                "Mỗi dòng một hồ sơ. Gõ, hoặc chép từ bảng tính rồi dán; có dòng tiêu đề thì"
                " khớp theo tên cột."
            ),
        )
        self.delegate.begin(tools)
        self.whole.setChecked(False)
        self.fit()
        self.table.go(0, 0)
        self.table.setFocus()

    def fit(self) -> None:
        """Give the columns room for their names and for what stands in them."""
        letter = self.fontMetrics().averageCharWidth()
        header = self.table.horizontalHeader()
        self.table.resizeColumnsToContents()
        for column in range(header.count()):
            wide = header.sectionSize(column) + S
            header.resizeSection(column, max(_NARROWEST * letter, min(wide, _WIDEST * letter)))

    def settle(self) -> None:
        """Take what is being typed in a cell, and the input method's unfinished word."""
        QGuiApplication.inputMethod().commit()
        self.table.settle()

    def show_remarks(self, lines: Mapping[int, Sequence[Remark]], words: Sequence[str]) -> None:
        """Show why rows stay, by their place; ``words`` are the same as lines of the list."""
        self.model.set_remarks(lines)
        self.problems.clear()
        found = [(place, one) for place, remarks in lines.items() for one in remarks]
        for (place, remark), text in zip(found, words, strict=True):
            item = QListWidgetItem(self._theme.icon(remark.tone, remark.tone), text)
            item.setData(_PLACE, (place, remark.within()[0]))
            self.problems.addItem(item)
        self.problem_title.setText(self.tr("Dòng chưa lưu được ({count})").format(count=len(lines)))
        for each in (self.problem_title, self.problems):
            each.setVisible(bool(found))
        row = max(self.problems.sizeHintForRow(0), 1)
        self.problems.setFixedHeight(row * min(len(found), _SHOWN_PROBLEMS) + S)

    def set_state(self, text: str) -> None:
        """Say below the table what was kept when."""
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def mark(self, place: int, name: str) -> None:
        """Go to a cell; to the first one of the row where the column is not in view."""
        names = [one.name for one in self.model.columns]
        column = names.index(name) if name in names else 0
        self.table.go(place, column)
        self.table.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Take the ways to change anything away while the rows are being saved."""
        for each in (self.table, self.save, self.paste, self.add, self.remove, self.undo):
            each.setDisabled(busy)

    def paste_clipboard(self) -> None:
        """Put what the clipboard has where the marked cell is."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.settle()
            self.pasted.emit(text)

    def _copy(self) -> None:
        """Copy the marked cells as a spreadsheet would."""
        marked = sorted((each.row(), each.column()) for each in self.table.selectedIndexes())
        rows: dict[int, list[str]] = {}
        for row, column in marked:
            rows.setdefault(row, []).append(str(self.model.index(row, column).data() or ""))
        QGuiApplication.clipboard().setText(as_pasted(list(rows.values())))

    def _clear(self) -> None:
        for each in self.table.selectedIndexes():
            self.model.setData(each, "")

    def _above(self) -> None:
        """Repeat the cell above."""
        self.settle()
        here = self.table.currentIndex()
        if here.row() > 0:
            self.model.setData(here, self.model.index(here.row() - 1, here.column()).data())

    def _duplicate(self) -> None:
        """Copy the marked row below itself; on the empty row at the end, the one above."""
        self.settle()
        here, last = self.table.currentIndex(), self.model.rowCount() - 1
        row = here.row() if here.row() < last else here.row() - 1
        if row >= 0:
            cells = {one.name: self.model.cell(row, one.name) for one in self.model.columns}
            self.model.insert(row + 1, cells)
            self.table.go(row + 1, here.column())

    def _insert(self) -> None:
        self.settle()
        self.model.insert(self.table.currentIndex().row(), {})

    def _remove(self) -> None:
        self.settle()
        here = self.table.currentIndex()
        self.model.remove({each.row() for each in self.table.selectedIndexes()})
        self.table.go(min(here.row(), self.model.rowCount() - 1), max(here.column(), 0))

    def _undo(self) -> None:
        self.settle()
        self.model.undo()

    def _dress(self) -> None:
        for each, icon in (
            (self.save, "save"),
            (self.paste, "copy"),
            (self.add, "add"),
            (self.remove, "delete"),
            (self.undo, "undo"),
            (self.close_, "close"),
        ):
            self._theme.dress(each, icon)
        self._size_rows()
        self._theme.changed.connect(self._size_rows)

    def _size_rows(self) -> None:
        row = self._theme.row_height
        self.table.verticalHeader().setDefaultSectionSize(row)
        self.table.setMinimumHeight(_LEAST_ROWS * row)

    def _lay_out(self) -> None:
        self._header.add_action(self.save)
        self._header.add_action(self.close_)
        acts = QHBoxLayout()
        acts.setSpacing(S)
        for each in (self.paste, self.add, self.remove, self.undo, self.whole):
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._header)
        column.addLayout(acts)
        column.addWidget(self.table, stretch=1)
        for below in (self.problem_title, self.problems, self.state):
            column.addWidget(below)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_asked)
        self.paste.clicked.connect(self.paste_clipboard)
        self.whole.toggled.connect(self.whole_asked)
        self.add.clicked.connect(self._insert)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        self.close_.clicked.connect(self.close_asked)
        self.problems.itemActivated.connect(lambda item: self.mark(*item.data(_PLACE)))
        self.problems.itemClicked.connect(lambda item: self.mark(*item.data(_PLACE)))
        self.delegate.entered.connect(self.table.next_row)
        self.delegate.table_pasted.connect(self.pasted)
        key_of(self.save, "Ctrl+S", "Ctrl+Return", "Ctrl+Enter")
        key_of(self.close_, "Esc", owner=self, scope="within")
        table = self.table
        key_of(self.paste, "Ctrl+V", owner=table, scope="within")
        key_of(self.add, "Ins", owner=table, scope="within")
        key_of(self.remove, "Ctrl+Del", owner=table, scope="within")
        key_of(self.undo, "Ctrl+Z", owner=table, scope="within")
        for words, keys, run in (
            (self.tr("Lặp lại ô phía trên"), "F4", self._above),
            (self.tr("Nhân bản dòng"), "Ctrl+D", self._duplicate),
        ):
            act(table, words, keys, run, "within")
        act(table, self.tr("Chép các ô đã đánh dấu"), "Ctrl+C", self._copy, "alone")
        act(table, self.tr("Xóa các ô đã đánh dấu"), "Del", self._clear, "alone")


class _Table(QTableView):
    """A table that is typed in; Tab at its very end goes on to what stands below."""

    def __init__(self, model: ManyModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)

    def settle(self) -> None:
        """Take what stands in the cell that is being typed in."""
        editor = self.focusWidget() or self.indexWidget(self.currentIndex())
        if isinstance(editor, QWidget) and editor is not self and self.isAncestorOf(editor):
            self.commitData(editor)

    def go(self, row: int, column: int) -> None:
        """Mark one cell, whatever keys are held meanwhile."""
        index = self.model().index(row, column)
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)

    def next_row(self) -> None:
        """Go to the first cell of the next row."""
        row = min(self.currentIndex().row() + 1, self.model().rowCount() - 1)
        self.go(row, 0)
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type in the marked cell with Enter; leave the table with Ctrl+Tab, or Tab at its end."""
        key = Qt.Key(event.key())
        away = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Tab and (away or self._at_the_end(self.currentIndex())):
            # What a table makes of "the next control" is its next cell.
            QWidget.focusNextPrevChild(self, True)
        elif key == Qt.Key.Key_Backtab and away:
            QWidget.focusNextPrevChild(self, False)
        else:
            super().keyPressEvent(event)

    def _at_the_end(self, index: QModelIndex) -> bool:
        model = self.model()
        last = (model.rowCount() - 1, model.columnCount() - 1)
        return (index.row(), index.column()) == last
