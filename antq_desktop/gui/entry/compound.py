"""Editors made of editors: a person, and the rows of a child with the fields of one row below."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from antq_desktop.domain.fields import ROW_LIMIT, Field, Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.gui.common.keys import key_of
from antq_desktop.gui.common.pages import button, card
from antq_desktop.gui.common.table import dress_plain
from antq_desktop.gui.entry.editors import Editor
from antq_desktop.gui.entry.grid import FieldGrid, plain_editor
from antq_desktop.gui.entry.rows_model import RowsModel
from antq_desktop.gui.theme import XS, M, S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QModelIndex

    from antq_desktop.gui.entry.grid import Cell
    from antq_desktop.gui.entry.tools import Remark, Tools

_VISIBLE_ROWS = 5
_STRETCHED = 6  # more columns than these get the room they need, and the table scrolls sideways


def editor_of(one: Field, tools: Tools) -> Editor:
    """Return the editor of a field of any kind."""
    if one.kind is Kind.PERSON:
        return PersonEditor(one, tools)
    return RowsEditor(one, tools) if one.kind is Kind.ROWS else plain_editor(one, tools)


class PersonEditor(Editor):
    """The fields of a person, in a frame of their own."""

    def __init__(self, one: Field, tools: Tools) -> None:
        super().__init__(one)
        frame, inside = card()
        inside.setContentsMargins(M, M, M, M)
        self.grid = FieldGrid(PERSON_FIELDS, tools, plain_editor)
        self.grid.changed.connect(self.changed)
        self.grid.left.connect(lambda _: self.left.emit())
        inside.addWidget(self.grid)
        self.column.addWidget(frame)

    def typed(self) -> object:
        """Return what was typed of the person."""
        return self.grid.typed()

    def show_typed(self, typed: object) -> None:
        """Show a person."""
        self.grid.show_typed(typed if isinstance(typed, dict) else {})

    def lock(self) -> None:
        """Let the person be read but not changed."""
        self.grid.lock()

    def target(self) -> QWidget:
        """Return the line of the name."""
        return self.grid.cells["full_name"].editor.target()

    def set_wrong(self, *, wrong: bool) -> None:
        """Leave the borders to the fields of the person."""

    def settle(self) -> None:
        """Settle the fields of the person."""
        self.grid.settle()

    def show_remarks(self, remarks: Mapping[str, Remark]) -> None:
        """Show problems beside the fields of the person, by their names; take the others away."""
        for name, cell in self.grid.cells.items():
            cell.remark(remarks.get(name))


class RowsEditor(Editor):
    """A table of rows; the fields of the marked row stand below it.

    Ins adds a row, Del in the table takes the marked one away, Alt with an arrow moves it.
    """

    def __init__(self, one: Field, tools: Tools) -> None:
        super().__init__(one)
        self._loading = False
        self.model = RowsModel(one.columns, tools.hand, tools.theme, self)
        self.table = _table(self.model)
        self.grid = FieldGrid(one.columns, tools, editor_of)
        self._buttons = self._tools(tools)
        self._frame = QFrame()
        self._frame.setProperty("role", "card")
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(M, M, M, M)
        inside.addWidget(self.grid)
        self._frame.hide()
        self.column.addWidget(self.table)
        self.column.addWidget(self._frame)
        self.grid.changed.connect(self._typed_in_row)
        self.grid.left.connect(lambda _: self.left.emit())
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self._fit()

    @property
    def row(self) -> int:
        """The number of the marked row from 0, -1 without one."""
        return self.table.currentIndex().row()

    def typed(self) -> object:
        """Return what was typed in each row."""
        return [dict(row) for row in self.model.rows]

    def show_typed(self, typed: object) -> None:
        """Show rows, none of them marked."""
        rows = cast("list[dict[str, object]]", typed or [])
        if rows == self.model.rows:
            return
        self.model.set_rows([dict(row) for row in rows])
        self._frame.hide()
        self._fit()
        self.changed.emit()

    def lock(self) -> None:
        """Let the rows be read but not changed."""
        self.grid.lock()
        self._buttons.hide()

    def target(self) -> QWidget:
        """Return the table."""
        return self.table

    def set_wrong(self, *, wrong: bool) -> None:
        """Leave the borders to the fields of the row."""

    def settle(self) -> None:
        """Settle the fields of the marked row."""
        if not self._frame.isHidden():
            self.grid.settle()

    def add_row(self) -> None:
        """Add an empty row and go to its first field."""
        if self.model.rowCount() < ROW_LIMIT and not self._buttons.isHidden():
            self.model.set_rows([*self.model.rows, {}])
            self.mark_row(self.model.rowCount() - 1)
            self._after()
            next(iter(self.grid.cells.values())).editor.target().setFocus()

    def remove_row(self) -> None:
        """Take the marked row away."""
        row = self.row
        if row >= 0 and not self._buttons.isHidden():
            self.model.set_rows([*self.model.rows[:row], *self.model.rows[row + 1 :]])
            self._frame.hide()
            if self.model.rowCount():
                self.mark_row(min(row, self.model.rowCount() - 1))
            self._after()
            self.table.setFocus()

    def move_row(self, by: int) -> None:
        """Move the marked row up (-1) or down (1)."""
        row, target = self.row, self.row + by
        if row >= 0 and 0 <= target < self.model.rowCount() and not self._buttons.isHidden():
            rows = list(self.model.rows)
            rows[row], rows[target] = rows[target], rows[row]
            self.model.set_rows(rows)
            self.mark_row(target)
            self._after()

    def mark_row(self, row: int) -> None:
        """Mark a row; its fields come up below the table."""
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_row(index)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Mark the rows with problems, and show those of the marked row beside its fields."""
        tones = {row: remark.tone for remark in reversed(remarks) if (row := remark.within()[1])}
        self.model.set_tones(tones)
        here = {
            remark.within()[2]: remark for remark in remarks if remark.within()[1] == self.row + 1
        }
        for name, cell in self.grid.cells.items():
            cell.remark(here.get(name))
            if isinstance(cell.editor, PersonEditor):
                cell.editor.show_remarks(
                    {
                        path.removeprefix(f"{name}."): remark
                        for path, remark in here.items()
                        if path.startswith(f"{name}.")
                    }
                )

    def _show_row(self, index: QModelIndex) -> None:
        self._frame.setVisible(index.isValid())
        if index.isValid():
            self._loading = True
            self.grid.show_typed(self.model.rows[index.row()])
            self._loading = False
            self.left.emit()

    def _typed_in_row(self) -> None:
        if not self._loading and self.row >= 0:
            self.model.set_row(self.row, self.grid.typed())
            self.changed.emit()

    def _after(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        header = self.table.horizontalHeader().sizeHint().height()
        shown = min(self.model.rowCount(), _VISIBLE_ROWS)
        row = self.table.verticalHeader().defaultSectionSize()
        bar = 0
        if self.model.columnCount() > _STRETCHED:
            bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(header + shown * row + bar + S)

    def _tools(self, tools: Tools) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(XS)
        line.addStretch(1)
        for text, icon, key, act in (
            (self.tr("Thêm dòng"), "add", "Ins", self.add_row),
            (self.tr("Xóa dòng"), "delete", "Del", self.remove_row),
            (self.tr("Lên"), "up", "Alt+Up", lambda: self.move_row(-1)),
            (self.tr("Xuống"), "down", "Alt+Down", lambda: self.move_row(1)),
        ):
            line.addWidget(self._button(tools, text, icon, key, act))
        self.column.insertWidget(0, row)
        return row

    def _button(
        self, tools: Tools, text: str, icon: str, key: str, act: Callable[[], None]
    ) -> QPushButton:
        made = button(text)  # a tool button would offer its key as a menu, with an arrow
        made.setAccessibleName(f"{text}: {self.field.label.text(tools.hand.language)}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus if icon == "add" else Qt.FocusPolicy.NoFocus)
        tools.theme.dress(made, icon)
        made.clicked.connect(act)
        # Del is a key of the fields too; the others mean the rows wherever the keyboard is in them.
        here: QWidget = self.table if key == "Del" else self
        key_of(made, key, owner=here, scope="alone" if key == "Del" else "within")
        return made


def _table(model: RowsModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    dress_plain(table)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(model.row_height)
    header = table.horizontalHeader()
    stretch = model.columnCount() <= _STRETCHED
    mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.ResizeToContents
    header.setSectionResizeMode(mode)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def cells_within(editor: Editor, rest: str) -> list[Cell]:
    """Return the cells along what is left of a path, in a row or a person: outer ones first."""
    found: list[Cell] = []
    for name in rest.split("."):
        if not isinstance(editor, RowsEditor | PersonEditor) or name not in editor.grid.cells:
            break
        found.append(editor.grid.cells[name])
        editor = found[-1].editor
    return found


def show_remarks_at(cell: Cell, here: Sequence[Remark], *, any_below: bool) -> None:
    """Show problems at a field: beside it, in its rows, or within a person."""
    editor = cell.editor
    own = [remark for remark in here if not remark.within()[2]]
    if isinstance(editor, RowsEditor):
        editor.show_remarks(here if any_below else [])
        cell.remark(next((one for one in own if one.within()[1] is None), None))
        return
    if isinstance(editor, PersonEditor):
        editor.show_remarks({remark.within()[2]: remark for remark in here})
    cell.remark(own[0] if own else None)
