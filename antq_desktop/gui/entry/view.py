"""The entry form as widgets: sections of fields, problems below, help at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from antq_desktop.gui.common.beside import put_beside
from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.keys import act, key_of
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.common.room import Folding
from antq_desktop.gui.entry.compound import (
    PersonEditor,
    RowsEditor,
    cells_within,
    editor_of,
    show_remarks_at,
)
from antq_desktop.gui.entry.going import Going
from antq_desktop.gui.entry.grid import Cell, FieldGrid, cells_around
from antq_desktop.gui.entry.help import help_of
from antq_desktop.gui.entry.limits import LimitsBar
from antq_desktop.gui.generated.ui_entry import Ui_Entry
from antq_desktop.gui.outliving import tell_focus
from antq_desktop.gui.theme import S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Deadline, Register
    from antq_desktop.gui.entry.tools import Remark, Tools
    from antq_desktop.gui.theme import Theme, Tone
    from antq_desktop.services.limits import Limit

_SHOWN_PROBLEMS = 4
_HELP_CHARACTERS = 34


class EntryView(QWidget):
    """Shows one form at a time, or the list of those that were being typed."""

    save_asked = Signal()
    next_asked = Signal()
    copy_asked = Signal()
    close_asked = Signal()
    repeat_asked = Signal()
    reveal_asked = Signal()
    retype_asked = Signal()
    changed = Signal()
    left = Signal(str)
    """The name of the field that was left."""
    resume_asked = Signal(int)
    discard_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ui = Ui_Entry()
        self._ui.setupUi(self)
        self._chip = Chip(theme)
        self._ui.titleRow.addWidget(self._chip)
        self._ui.titleRow.setStretch(0, 1)
        self._limits = LimitsBar(theme)
        self._ui.formColumn.insertWidget(1, self._limits)
        self._grids: list[FieldGrid] = []
        self._rows: dict[str, RowsEditor] = {}
        self._basis = ""
        self._deadlines: tuple[Deadline, ...] = ()
        self._papers: list[Callable[[], object]] = []
        self._paper_menu = QMenu(self)
        self._tools: Tools | None = None
        for each in (self._ui.helpPanel, self._ui.problemPanel, self._ui.print):
            each.hide()
        self._dress()
        self._connect()
        short = (self._ui.help, self._ui.print, self._ui.copy)
        Folding(self._ui.formPage, self._ui.head, self._ui.title, short)

    def show_form(self, register: Register, tools: Tools) -> None:
        """Make the fields of a register anew, all empty."""
        self._clear()
        self._tools, self._basis, self._deadlines = tools, register.basis, register.deadlines
        language = tools.hand.language
        listed = {one.name for section in register.sections for one in section.fields}
        for section in register.sections:
            self._add_grid(section.label.text(language), section.fields, tools)
        rest = [one for one in register.fields if one.name not in listed]
        self._add_grid(self.tr("Diễn biến"), rest, tools)
        self._ui.sections.addStretch(1)
        self._ui.pages.setCurrentWidget(self._ui.formPage)
        self._ui.area.verticalScrollBar().setValue(0)
        self._help_for(None)

    def set_head(self, title: str, subtitle: str, state: str, tone: Tone) -> None:
        """Say which record this is and in which state."""
        self._ui.title.setText(title)
        self._ui.subtitle.setText(subtitle)
        self._chip.show_state(state, tone)

    def show_limits(self, limits: Sequence[Limit]) -> None:
        """Show the time limits of the record, below its title."""
        if self._tools is not None:
            self._limits.show_limits(limits, self._tools.hand.language)

    def set_asked(self, bar: QWidget) -> None:
        """Give what the office wants a place below the title."""
        self._ui.formColumn.insertWidget(1, bar)

    def set_alike(self, bar: QWidget) -> None:
        """Give the line on records that are alike a place below the problems."""
        put_beside(self._ui.problemPanel, bar)

    def show_asked(self, asked: Mapping[str, Sequence[str]]) -> None:
        """Show at each field what the office wrote of it."""
        for grid in self._grids:
            for name, cell in grid.cells.items():
                cell.ask("\n".join(asked.get(name, ())))

    def set_state(self, text: str) -> None:
        """Say below the form what was kept when."""
        self._ui.state.setText(text)

    def set_writable(self, *, writable: bool) -> None:
        """Offer to save, or only let the form be read."""
        for button in (self._ui.save, self._ui.saveNext):
            button.setVisible(writable)
        if not writable:
            for grid in self._grids:
                grid.lock()

    def set_busy(self, *, busy: bool) -> None:
        """Take the ways to save away while something is saved."""
        for button in (self._ui.save, self._ui.saveNext, self._ui.copy):
            button.setDisabled(busy)

    def typed(self) -> dict[str, object]:
        """Return what stands in the fields; of sealed ones nothing."""
        sealed = {cell.editor.field.name for cell in self.confidential() if cell.sealed}
        return {
            name: typed
            for grid in self._grids
            for name, typed in grid.typed().items()
            if name not in sealed
        }

    def show_typed(self, form: Mapping[str, object]) -> None:
        """Show what was typed; a field that is not named becomes empty."""
        for grid in self._grids:
            grid.show_typed(form)

    def show_field(self, name: str, typed: object, inner: str | None = None) -> None:
        """Show something in one field, or in a field within a person or the marked row."""
        editor = self.cell(name).editor
        if inner is not None and isinstance(editor, RowsEditor | PersonEditor):
            editor = editor.grid.cells[inner].editor
        editor.show_typed(typed)

    def marked_row(self, name: str) -> int:
        """Return the marked row of a field, counted from 0; -1 without one."""
        return self._rows[name].row if name in self._rows else -1

    def commit(self) -> None:
        """Take the input method's unfinished word."""
        QGuiApplication.inputMethod().commit()

    def cell(self, name: str) -> Cell:
        """Return the cell of a field; KeyError if the form has none of that name."""
        return next(grid.cells[name] for grid in self._grids if name in grid.cells)

    def rows(self, name: str) -> RowsEditor:
        """Return the editor of child rows."""
        return self._rows[name]

    def confidential(self) -> list[Cell]:
        """Return the cells whose values are sealed when they are saved."""
        return [cell for grid in self._grids for cell in grid.confidential()]

    def set_sealed(self, *, sealed: bool, may_reveal: bool) -> None:
        """Show dots in place of all sealed values, or their editors."""
        for cell in self.confidential():
            cell.set_sealed(sealed=sealed, may_reveal=may_reveal)

    def settle(self) -> None:
        """Take the input method's unfinished word, and settle all fields."""
        self.commit()
        for grid in self._grids:
            grid.settle()

    def show_remarks(self, remarks: Sequence[Remark], beside: Sequence[Remark]) -> None:
        """Show problems in the list below, and those of ``beside`` at their fields."""
        names = {remark.within()[0] for remark in remarks}
        for grid in self._grids:
            for name, cell in grid.cells.items():
                here = [one for one in beside if one.within()[0] == name]
                show_remarks_at(cell, here, any_below=name in names)
        self._list(remarks)

    def jump(self, path: Remark) -> None:
        """Go to the field of a problem, in the row that it names."""
        name, row, rest = path.within()
        cell = self.cell(name)
        editor = cell.editor
        if isinstance(editor, RowsEditor) and row is not None and row <= editor.model.rowCount():
            editor.mark_row(row - 1)
        cell = [cell, *cells_within(editor, rest)][-1]
        self._ui.area.ensureWidgetVisible(cell)
        cell.editor.target().setFocus()

    def focus_first(self) -> None:
        """Go to the first field of the form."""
        first = next(iter(self._grids[0].cells.values()))
        first.editor.target().setFocus()

    def focus(self, name: str, inner: str | None) -> None:
        """Go to a field, or to a field within a person; "" stays where the keyboard is."""
        if not name:
            return
        editor = self.cell(name).editor
        if inner is not None and isinstance(editor, PersonEditor):
            editor = editor.grid.cells[inner].editor
        editor.target().setFocus()

    def set_papers(self, papers: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Offer to print on forms, by title; one is asked for at once, several from a menu."""
        self._papers = [show for _, show in papers]
        self._paper_menu.clear()
        for title, show in papers:
            self._paper_menu.addAction(title.replace("&", "&&"), show)
        self._ui.print.setVisible(bool(papers))

    def focused(self) -> tuple[str, str | None]:
        """Return the field that has the keyboard, and the field within it; "" without any."""
        cells = cells_around(self.focusWidget(), self)
        if not cells:
            return "", None
        inner = cells[0].editor.field.name if len(cells) > 1 else None
        return cells[-1].editor.field.name, inner

    def show_unsaved(self, title: str, lines: Sequence[str]) -> None:
        """Show the forms that were being typed."""
        self._ui.unsavedTitle.setText(title)
        self._ui.unsaved.clear()
        self._ui.unsaved.addItems(list(lines))
        self._ui.unsaved.setCurrentRow(0)
        self._ui.pages.setCurrentWidget(self._ui.unsavedPage)
        self._ui.unsaved.setFocus()

    def add_panel(self, title: str, panel: QWidget) -> None:
        """Put something below the fields that is saved by itself."""
        self._ui.sections.insertWidget(self._ui.sections.count() - 1, self._section(title, panel))

    def _add_grid(self, title: str, fields: Iterable[Field], tools: Tools) -> None:
        grid = FieldGrid(fields, tools, editor_of, title)
        grid.changed.connect(self.changed)
        grid.left.connect(self.left)
        self._ui.sections.addWidget(self._section(title, grid))
        for name, cell in grid.cells.items():
            if isinstance(cell.editor, RowsEditor):
                self._rows[name] = cell.editor
            cell.reveal_asked.connect(self.reveal_asked)
            cell.retype_asked.connect(self.retype_asked)
        self._grids.append(grid)

    def _section(self, title: str, content: QWidget) -> QWidget:
        line = QFrame()
        line.setProperty("role", "line")
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for each in (label(title, "section"), line, content):
            column.addWidget(each)
        return section

    def _clear(self) -> None:
        self._grids, self._rows = [], {}
        while (item := self._ui.sections.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _list(self, remarks: Sequence[Remark]) -> None:
        found = self._ui.problems
        found.clear()
        for remark in remarks:
            item = QListWidgetItem(self._theme.icon(remark.tone, remark.tone), self._line(remark))
            item.setData(Qt.ItemDataRole.UserRole, remark)
            found.addItem(item)
        self._ui.problemTitle.setText(self.tr("Cần xem lại ({count})").format(count=len(remarks)))
        self._ui.problemPanel.setVisible(bool(remarks))
        row = max(found.sizeHintForRow(0), 1)
        found.setFixedHeight(row * min(len(remarks), _SHOWN_PROBLEMS) + S)

    def _line(self, remark: Remark) -> str:
        name, row, rest = remark.within()
        if self._tools is None or not name:
            return remark.text
        language, cell = self._tools.hand.language, self.cell(name)
        words = cell.editor.field.label.text(language)
        place = self.tr("{field}, dòng {row}").format(field=words, row=row) if row else words
        inner = [one.editor.field.label.text(language) for one in cells_within(cell.editor, rest)]
        return f"{', '.join([place, *inner])}: {remark.text}"

    def _help_for(self, cell: Cell | None) -> None:
        if self._tools is None:
            return
        one = cell.editor.field if cell else None
        said = help_of(one, self._basis, self._deadlines, self._tools.hand.language)
        self._ui.helpTitle.setText(said.title)
        self._ui.helpText.setText(said.text)
        self._ui.helpTravel.setText(said.travel)
        self._ui.helpBasis.setText(said.basis)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        cells = cells_around(now, self)
        if cells and now is not None:
            self._ui.area.ensureWidgetVisible(now, S, S)
            if self._ui.helpPanel.isVisible():
                self._help_for(cells[0])

    def _show_help(self, *, shown: bool) -> None:
        self._ui.helpPanel.setVisible(shown)
        cells = cells_around(QApplication.focusWidget(), self)
        self._help_for(cells[0] if cells else None)

    def _dress(self) -> None:
        for button, icon in (
            (self._ui.help, "help"),
            (self._ui.print, "print"),
            (self._ui.copy, "copy"),
            (self._ui.saveNext, "next"),
            (self._ui.close, "close"),
        ):
            self._theme.dress(button, icon)
        wide = self.fontMetrics().averageCharWidth() * _HELP_CHARACTERS
        self._ui.helpPanel.setFixedWidth(wide)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ui.problemPanel.setSizePolicy(policy)
        self._ui.problems.setIconSize(QSize(16, 16))

    def _connect(self) -> None:
        ui = self._ui
        ui.save.clicked.connect(self.save_asked)
        ui.saveNext.clicked.connect(self.next_asked)
        ui.copy.clicked.connect(self.copy_asked)
        ui.print.clicked.connect(self._print)
        ui.close.clicked.connect(self.close_asked)
        ui.later.clicked.connect(self.close_asked)
        ui.help.toggled.connect(lambda shown: self._show_help(shown=shown))
        ui.problems.itemActivated.connect(self._jump_to)
        ui.problems.itemClicked.connect(self._jump_to)
        ui.unsaved.itemDoubleClicked.connect(lambda _: self._resume())
        ui.resume.clicked.connect(self._resume)
        ui.discard.clicked.connect(self._discard)
        tell_focus(self._focus_moved)
        key_of(ui.save, "Ctrl+S")
        key_of(ui.saveNext, "Ctrl+Return", "Ctrl+Enter")
        key_of(ui.copy, "Ctrl+D")
        key_of(ui.print, "Ctrl+P")
        key_of(ui.help, "F1")
        key_of(ui.close, "Esc", owner=ui.formPage, scope="within")
        key_of(ui.later, "Esc", owner=ui.unsavedPage, scope="within")
        key_of(ui.resume, "Return", "Enter", owner=ui.unsaved, scope="alone")
        key_of(ui.discard, "Del", owner=ui.unsaved, scope="alone")
        Going(ui.formPage, lambda: self._grids)
        again = self.tr("Lặp lại giá trị lưu lần trước của ô")
        act(ui.formPage, again, "F4", self.repeat_asked.emit, "within")

    def _print(self) -> None:
        if len(self._papers) == 1:
            self._papers[0]()
        else:
            below = self._ui.print.mapToGlobal(self._ui.print.rect().bottomLeft())
            self._paper_menu.popup(below)

    def _jump_to(self, item: QListWidgetItem) -> None:
        self.jump(item.data(Qt.ItemDataRole.UserRole))

    def _resume(self) -> None:
        if self._ui.unsaved.currentRow() >= 0:
            self.resume_asked.emit(self._ui.unsaved.currentRow())

    def _discard(self) -> None:
        if self._ui.unsaved.currentRow() >= 0:
            self.discard_asked.emit(self._ui.unsaved.currentRow())
