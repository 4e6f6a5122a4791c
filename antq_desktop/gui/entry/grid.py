"""The fields of a form in two columns, each with its label and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from antq_desktop.domain.fields import Field, Kind, Travel
from antq_desktop.gui.common.pages import button, label
from antq_desktop.gui.entry.editors import (
    ChoicesEditor,
    Editor,
    FlagEditor,
    LineEditor,
    LongEditor,
    LookupEditor,
    ReferenceEditor,
)
from antq_desktop.gui.theme import XS, L, S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from antq_desktop.gui.entry.tools import Remark, Tools

    Make = Callable[[Field, Tools], Editor]

_WIDE = frozenset({Kind.LONG_TEXT, Kind.ROWS, Kind.PERSON, Kind.CHOICES})
_LOOKED_UP = frozenset({Kind.CHOICE, Kind.UNIT, Kind.OFFICER})
_REMARK_ICON = 14


def plain_editor(one: Field, tools: Tools) -> Editor:
    """Return the editor of a field that is neither a person nor rows."""
    language = tools.hand.language
    if one.kind is Kind.LONG_TEXT:
        return LongEditor(one)
    if one.kind is Kind.FLAG:
        return FlagEditor(one, language)
    if one.kind is Kind.CHOICES:
        return ChoicesEditor(one, language)
    if one.kind is Kind.REFERENCE:
        return ReferenceEditor(one, tools)
    return LookupEditor(one, tools) if one.kind in _LOOKED_UP else LineEditor(one, tools)


class Cell(QWidget):
    """A label, an editor below it, and what is wrong with the value below that."""

    reveal_asked = Signal()
    retype_asked = Signal()

    def __init__(self, editor: Editor, tools: Tools) -> None:
        super().__init__()
        self.editor = editor
        self._tools = tools
        one = editor.field
        words = one.label.text(tools.hand.language)
        self._label = label(f"{words} *" if one.required else words, wrap=False)
        self._label.setBuddy(editor.target())
        self._label.setVisible(one.kind is not Kind.FLAG)
        self._name_controls(words)
        self._picture, self._remark = QLabel(), label()
        self._remark_row = QWidget()
        row = QHBoxLayout(self._remark_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._remark, stretch=1)
        self._remark_row.hide()
        self._asked = label()
        self._asked.setProperty("tone", "warning")
        self._asked.hide()
        # Most fields are never sealed, and need no ways to what is behind a seal.
        may_be_sealed = Travel.CONFIDENTIAL in {one.travel, *_columns(one)}
        self._sealed = self._sealed_line() if may_be_sealed else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for each in (self._label, self._sealed, editor, self._remark_row, self._asked):
            if each is not None:
                column.addWidget(each)

    @property
    def sealed(self) -> bool:
        """Whether the value is sealed, so that the editor does not show it."""
        return self.editor.isHidden()

    def set_sealed(self, *, sealed: bool, may_reveal: bool) -> None:
        """Show dots in place of the editor, with the ways to what is behind them."""
        if self._sealed is not None:
            self.editor.setHidden(sealed)
            self._sealed.setVisible(sealed)
            self._reveal.setVisible(may_reveal)

    def hide_label(self) -> None:
        """Leave the label out where the heading above says the same."""
        self._label.hide()

    def remark(self, remark: Remark | None) -> None:
        """Show a problem beside the field, or take it away."""
        self.editor.set_wrong(wrong=remark is not None and remark.tone == "error")
        self._remark_row.setVisible(remark is not None)
        if remark is None:
            return
        picture = self._tools.theme.picture(remark.tone, _REMARK_ICON, remark.tone)
        self._picture.setPixmap(picture)
        self._remark.setText(remark.text)
        self._remark.setProperty("tone", remark.tone)
        self._remark.style().unpolish(self._remark)
        self._remark.style().polish(self._remark)
        self.editor.target().setAccessibleDescription(remark.text)

    def ask(self, text: str) -> None:
        """Show what the office wrote of this field, or take it away."""
        self._asked.setText(text)
        self._asked.setVisible(bool(text))

    @property
    def asked(self) -> str:
        """What the office wrote of this field, nothing if it wrote nothing."""
        return "" if self._asked.isHidden() else self._asked.text()

    @property
    def remarked(self) -> str:
        """What is said beside the field, nothing if nothing is wrong."""
        return "" if self._remark_row.isHidden() else self._remark.text()

    def _name_controls(self, words: str) -> None:
        target = self.editor.target()
        if not target.accessibleName():
            target.setAccessibleName(words)

    def _sealed_line(self) -> QWidget:
        line = QWidget()
        self._reveal = button(self.tr("Xem…"), "link")
        self._reveal.clicked.connect(self.reveal_asked)
        retype = button(self.tr("Nhập lại"), "link")
        retype.clicked.connect(self.retype_asked)
        retype.setToolTip(self.tr("Nội dung mới thay toàn bộ phần đã niêm phong."))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(label(self.tr("•••••••• đã niêm phong"), "muted", wrap=False))
        row.addWidget(self._reveal)
        row.addWidget(retype)
        row.addStretch(1)
        line.hide()
        return line


class FieldGrid(QWidget):
    """Editors of some fields: two columns, in the order of the fields, which is that of Tab."""

    changed = Signal()
    left = Signal(str)
    """The name of the field that was left."""

    def __init__(
        self, fields: Iterable[Field], tools: Tools, make: Make, heading: str = ""
    ) -> None:
        super().__init__()
        self._heading = heading  # a field of the same name needs no label of its own
        self.cells: dict[str, Cell] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for one in fields:
            cell = self._cell(one, tools, make)
            wide = one.kind in _WIDE
            if wide and column:
                row, column = row + 1, 0
            top = Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignTop
            grid.addWidget(cell, row, column, 1, 2 if wide else 1, top)
            row, column = (row + 1, 0) if wide or column else (row, 1)

    def typed(self) -> dict[str, object]:
        """Return what stands in the fields; what is empty is left out."""
        found = {name: cell.editor.typed() for name, cell in self.cells.items()}
        return {name: typed for name, typed in found.items() if typed not in ("", None, [], {})}

    def show_typed(self, form: Mapping[str, object]) -> None:
        """Show what was typed; a field that is not named becomes empty."""
        for name, cell in self.cells.items():
            cell.editor.show_typed(form.get(name))

    def settle(self) -> None:
        """Show in every field what was understood in its usual form."""
        for cell in self.cells.values():
            cell.editor.settle()

    def lock(self) -> None:
        """Let all values be read but not changed."""
        for cell in self.cells.values():
            cell.editor.lock()

    def confidential(self) -> list[Cell]:
        """Return the cells whose values are sealed when they are saved."""
        return [
            cell
            for cell in self.cells.values()
            if Travel.CONFIDENTIAL in {cell.editor.field.travel, *_columns(cell.editor.field)}
        ]

    def _cell(self, one: Field, tools: Tools, make: Make) -> Cell:
        editor = make(one, tools)
        cell = Cell(editor, tools)
        if one.label.text(tools.hand.language) == self._heading:
            cell.hide_label()
        editor.changed.connect(self.changed)
        editor.left.connect(lambda: self.left.emit(one.name))
        self.cells[one.name] = cell
        return cell


def _columns(one: Field) -> set[Travel]:
    return {column.travel for column in one.columns}


def cells_around(widget: QWidget | None, form: QWidget) -> list[Cell]:
    """Return the cells of a form that hold a widget, the innermost first."""
    found: list[Cell] = []
    while widget is not None and widget is not form:
        if isinstance(widget, Cell):
            found.append(widget)
        widget = widget.parentWidget()
    return found if widget is form else []
