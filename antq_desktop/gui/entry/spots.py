"""Where the keyboard is in a form, to go back to it after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from antq_desktop.gui.entry.compound import PersonEditor, RowsEditor
from antq_desktop.services.whereabouts import Spot

if TYPE_CHECKING:
    from antq_desktop.gui.entry.view import EntryView


def spot_of(view: EntryView) -> Spot | None:
    """Return where the keyboard is, None where it is in no field."""
    name, inner = view.focused()
    if not name:
        return None
    here, cursor = view.focusWidget(), 0
    if isinstance(here, QLineEdit):
        cursor = here.cursorPosition()
    elif isinstance(here, QPlainTextEdit):
        cursor = here.textCursor().position()
    return Spot(field=name, inner=inner, row=view.marked_row(name), cursor=cursor)


def go_to(view: EntryView, spot: Spot | None) -> None:
    """Go there; without a spot, or where the form has no such field, to the first field."""
    try:
        cell = view.cell(spot.field) if spot is not None else None
    except KeyError:
        cell = None
    if spot is None or cell is None:
        view.focus_first()
        return
    editor = cell.editor
    if isinstance(editor, RowsEditor) and 0 <= spot.row < editor.model.rowCount():
        editor.mark_row(spot.row)
    if isinstance(editor, RowsEditor | PersonEditor) and spot.inner in editor.grid.cells:
        editor = editor.grid.cells[spot.inner].editor
    here = editor.target()
    here.setFocus()
    if isinstance(here, QLineEdit):
        here.deselect()
        here.setCursorPosition(spot.cursor)
    elif isinstance(here, QPlainTextEdit):
        cursor = here.textCursor()
        cursor.setPosition(min(spot.cursor, len(here.toPlainText())))
        here.setTextCursor(cursor)
