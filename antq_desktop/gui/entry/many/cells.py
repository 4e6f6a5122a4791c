"""Typing in a cell of the table: a plain line, or one with offers; Tab and Enter go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QStyledItemDelegate, QWidget

from antq_desktop.domain.fields import Kind
from antq_desktop.gui.entry.editors import LookupEditor
from antq_desktop.gui.entry.lookup import LookupEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from antq_desktop.domain.fields import Field
    from antq_desktop.gui.entry.many.model import ManyModel
    from antq_desktop.gui.entry.tools import Tools

    AnyIndex = QModelIndex | QPersistentModelIndex

_LOOKED_UP = frozenset({Kind.CHOICE, Kind.UNIT, Kind.OFFICER})
_OF_THE_LIST = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Escape,
    }
)


def clipboard_table() -> str:
    """Return the text of the clipboard where it has several cells, "" for any other."""
    text = QGuiApplication.clipboard().text()
    return text if "\t" in text or "\n" in text.strip("\r\n") else ""


class CellDelegate(QStyledItemDelegate):
    """Makes the editors of the table."""

    entered = Signal()
    """Enter was pressed in a cell."""
    table_pasted = Signal(str)

    def __init__(self, model: ManyModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._tools: Tools | None = None
        self._finders: dict[str, LookupEditor] = {}

    def begin(self, tools: Tools) -> None:
        """Use these tools for the offers of choices, units and officers."""
        self._tools, self._finders = tools, {}

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """Return the editor of a cell."""
        del option
        one = self._model.columns[index.column()]
        if one.kind in _LOOKED_UP and self._tools is not None:
            editor: QLineEdit = LookupEdit(
                self._tools.theme, self._finder(one, self._tools).find_offers
            )
            editor.setParent(parent)
        else:
            editor = QLineEdit(parent)
        editor.setFrame(False)
        language = self._tools.hand.language if self._tools else "vi"
        editor.setAccessibleName(one.label.text(language))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show what stands in the cell."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Take what was typed, and before that the offer that is marked."""
        if isinstance(editor, LookupEdit):
            editor.take_marked()
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave the list of offers its keys, take a table that is pasted, go on with Enter."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, QWidget):
            return super().eventFilter(editor, event)
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(editor, event)
        key = Qt.Key(event.key())
        if isinstance(editor, LookupEdit) and editor.offers_shown and key in _OF_THE_LIST:
            return False
        if event.matches(QKeySequence.StandardKey.Paste) and clipboard_table():
            self._leave(editor)
            self.table_pasted.emit(clipboard_table())
            return True
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._leave(editor)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    def _leave(self, editor: QWidget) -> None:
        QGuiApplication.inputMethod().commit()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _finder(self, one: Field, tools: Tools) -> LookupEditor:
        if one.name not in self._finders:
            self._finders[one.name] = LookupEditor(one, tools)
        return self._finders[one.name]
