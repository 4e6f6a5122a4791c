"""The table as it behaves: opening, pasting, keeping, checking, saving what is good, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from uuid_utils import uuid7

from antq_desktop.domain.forms import Hand
from antq_desktop.domain.pasted import read_pasted
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.typed import show_moment
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.timers import after
from antq_desktop.gui.entry.draft import remarks_of
from antq_desktop.gui.entry.finding import find_records
from antq_desktop.gui.entry.many.columns import STATE, columns_of, meant_by, needed_of
from antq_desktop.gui.entry.many.model import ManyModel
from antq_desktop.gui.entry.many.view import ManyView
from antq_desktop.gui.entry.tools import Remark, Tools
from antq_desktop.gui.entry.wording import ask_what_becomes
from antq_desktop.services.adding_rows import look_at_rows, save_rows
from antq_desktop.services.editing import form_of
from antq_desktop.services.unsaved import UnsavedForm, drop_form, keep_form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.adding_rows import RowsSaved
    from antq_desktop.services.editing import FormData

    Rows = list[dict[str, str]]

KEEP_AFTER = 2000
"""Milliseconds from a change until the rows are kept."""
CHECK_AFTER = 400
"""Milliseconds from the last change until the rows are looked at."""


class ManyScreen(QObject):
    """A screen of the main window, see ``gui/screen.py``."""

    closed = Signal()
    open_record = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._failures = context.session, context.failures
        self._theme, self._language = context.theme, context.language
        self._register: Register = self._session.about.catalogue.registers[0]
        self._fields: tuple[Field, ...] = ()
        self._hand: Hand | None = None
        self._form, self._kept = "", False
        self._busy = False
        holder = QObject()
        self.model = ManyModel(self._theme, holder)
        self.widget = ManyView(self._theme, self.model)
        self.model.setParent(self.widget)
        self._asking = Asking(self._session, self.widget)
        self._keep_timer = after(self.widget, KEEP_AFTER, self._keep)
        self._check_timer = after(self.widget, CHECK_AFTER, self._check)
        self.model.changed.connect(self._changed)
        self.widget.save_asked.connect(self._save)
        self.widget.pasted.connect(self._paste)
        self.widget.whole_asked.connect(lambda whole: self._show_columns(whole=whole))
        self.widget.close_asked.connect(lambda: self.may_leave(self.closed.emit))

    @property
    def title(self) -> str:
        """The name of the register whose records are typed."""
        return self._register.label.text(self._language)

    @property
    def kept(self) -> tuple[str, str | None]:
        """The register of the table, and the id under which it is kept, None if it is not."""
        return self._register.name, self._form if self._kept else None

    def refresh(self) -> None:
        """Leave the table alone: what is being typed is newer than what is stored."""

    def open(self, register: str, kept: UnsavedForm | None = None) -> None:
        """Open an empty table of a register, or one that was being typed."""
        self._asking.ask(
            lambda workspace: form_of(workspace, register, None),
            lambda data: self._show(data, kept),
        )

    def may_leave(self, then: Callable[[], None], *, ask: bool = True) -> None:
        """Leave at once where no row is unsaved; else keep them, or let the person decide."""
        self.widget.settle()
        if self._busy:
            return
        if not self.model.rows:
            self._discard(then)
            return
        ask_what_becomes(
            self.widget if ask else None,
            keep=lambda: self._keep(lambda: self._end(then)),
            discard=lambda: self._discard(then),
        )

    def _show(self, data: FormData, kept: UnsavedForm | None) -> None:
        self._register = data.register
        self._form, self._kept = kept.form if kept else str(uuid7()), kept is not None
        self._hand = Hand(self._session.about.units, data.today, self._language, data.titles)
        self._fields = columns_of(data.register)
        find = partial(find_records, self._asking)
        rows = cast("Rows", kept.typed.get("rows") or []) if kept else []
        self.model.begin(self._hand, self._fields, rows)
        self._show_columns(whole=False)
        name = data.register.short_label.text(self._language)
        title = self.tr("Nhập bảng: {name}").format(name=name)
        self.widget.begin(title, Tools(self._hand, self._theme, find, data.officers))
        self.widget.set_state("")
        self._check()

    def _show_columns(self, *, whole: bool) -> None:
        """Show all columns, or the usual ones and those that have anything in them."""
        used = {name for row in self.model.rows for name in row}
        usual = {*needed_of(self._register), *used}
        self.model.show_columns([one for one in self._fields if whole or one.name in usual])
        self.widget.fit()

    def _paste(self, text: str) -> None:
        here = self.widget.table.currentIndex()
        shown = [one.name for one in self.model.columns]
        found = read_pasted(text, self._fields, shown, max(here.column(), 0))
        if not found.rows:
            self._failures.say(self.tr("Không có gì để dán: bảng nhớ không có chữ."), "info")
            return
        self.model.put(max(here.row(), 0), found.rows)
        if {name for row in found.rows for name in row} - set(shown):
            self._show_columns(whole=self.widget.whole.isChecked())
        self.widget.fit()
        said = [self.tr("Đã dán {count} dòng.").format(count=len(found.rows))]
        if found.encoding:
            words = self.tr("Chữ mã {name} đã chuyển sang Unicode; Ctrl+Z để hoàn tác.")
            said.append(words.format(name=found.encoding))
        if found.lost:
            words = self.tr("Bỏ qua cột: {names}.")
            said.append(words.format(names=", ".join(found.lost)))
        self._failures.say(" ".join(said), "warning" if found.lost else "done")

    def _changed(self) -> None:
        self._check_timer.start()
        if not self._keep_timer.isActive():
            self._keep_timer.start()

    def _table(self) -> UnsavedForm:
        return UnsavedForm(
            form=self._form,
            register=self._register.name,
            record=None,
            base=0,
            typed={"rows": self.model.rows},
            many=True,
        )

    def _keep(self, then: Callable[[], None] | None = None) -> None:
        self._keep_timer.stop()
        if self._busy or not self._form:
            return
        table, self._kept = self._table(), True

        def kept(at: str) -> None:
            if then is not None:
                then()
            elif table.form == self._form:
                clock = show_moment(at).split()[1]
                said = self.tr("Đã giữ bảng đang nhập lúc {at}").format(at=clock)
                self.widget.set_state(said)

        self._asking.ask(lambda workspace: keep_form(workspace, table), kept)

    def _discard(self, then: Callable[[], None]) -> None:
        form = self._form
        if not self._kept:
            self._end(then)
            return
        self._asking.ask(lambda workspace: drop_form(workspace, form), lambda _: self._end(then))

    def _end(self, then: Callable[[], None]) -> None:
        self._keep_timer.stop()
        self._check_timer.stop()
        self._form, self._kept = "", False
        then()

    def _meant(self) -> tuple[list[dict[str, object]], dict[int, list[Problem]]]:
        """Return the values of the rows, and by row what cannot be understood."""
        if self._hand is None:
            return [], {}
        read = [
            meant_by(self._register, self._fields, self._hand, cells) for cells in self.model.rows
        ]
        return [values for values, _ in read], {
            place: bad for place, (_, bad) in enumerate(read) if bad
        }

    def _check(self) -> None:
        """Say what is wrong with the rows; what is missing is told when they are saved."""
        register, places = self._register, self.model.places
        rows, unread = self._meant()

        def tell(found: list[tuple[Problem, ...]]) -> None:
            if places == self.model.places and not self._busy:
                wrong = {
                    at: [*unread.get(at, []), *(one for one in problems if not _lacks(one))]
                    for at, problems in enumerate(found)
                }
                self._tell(places, {at: problems for at, problems in wrong.items() if problems})

        self._asking.ask(lambda workspace: look_at_rows(workspace, register, rows), tell)

    def _tell(self, places: Sequence[int], found: Mapping[int, Sequence[Problem]]) -> None:
        lines = {places[at]: self._remarks(problems) for at, problems in found.items()}
        words = [
            self._words(place, remark) for place, remarks in lines.items() for remark in remarks
        ]
        self.widget.show_remarks(lines, words)

    def _remarks(self, problems: Sequence[Problem]) -> list[Remark]:
        """Return what is said of a row: of one field the first; the dated states are its state."""
        shown: dict[str, Remark] = {}
        for one in remarks_of(problems, self._register, self._language):
            name = one.within()[0]
            name = STATE if name == MOVES else name
            shown.setdefault(name, Remark(name, one.text, one.tone, one.missing))
        dated = self._register.event_field
        if STATE in shown and dated in shown and shown[STATE].missing:
            del shown[STATE]  # without the day there is no line of dated states either
        return list(shown.values())

    def _words(self, place: int, remark: Remark) -> str:
        known = {one.name: one.label.text(self._language) for one in self._fields}
        field = known.get(remark.path, "")
        words = self.tr("Dòng {row}, {field}: {text}") if field else self.tr("Dòng {row}: {text}")
        return words.format(row=place + 1, field=field, text=remark.text)

    def _save(self) -> None:
        self.widget.settle()
        if self._busy:
            return
        if not self.model.rows:
            self._failures.say(self.tr("Chưa có dòng nào để lưu."), "info")
            return
        self._set_busy(busy=True)
        register, table, places = self._register, self._table(), self.model.places
        rows, unread = self._meant()

        def failed(error: BaseException) -> None:
            self._set_busy(busy=False)
            self._failures.show(error)

        self._asking.change(
            lambda workspace: save_rows(workspace, register, rows, unread, table),
            lambda done: self._saved(places, done),
            failed,
        )

    def _saved(self, places: Sequence[int], done: RowsSaved) -> None:
        """Leave the refused rows with their reasons; the others are in the book."""
        self._set_busy(busy=False)
        self.model.remove(places[at] for at in done.saved)
        self._keep_timer.stop()
        self._check_timer.stop()
        self._kept = bool(done.refused)
        left = dict(enumerate(done.refused.values()))
        self._tell(self.model.places, left)
        said = self.tr("Đã lưu {count} hồ sơ vào sổ.").format(count=len(done.saved))
        if left:
            words = self.tr("Còn {count} dòng phải sửa.")
            said = f"{said} {words.format(count=len(left))}"
        self._failures.say(said, "warning" if left else "done")
        first = next(iter(left), 0)
        self.widget.mark(self.model.places[first] if left else 0, "")

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._keep_timer.stop()
        self.widget.set_busy(busy=busy)


def _lacks(problem: Problem) -> bool:
    return problem.rule == "values.required"


def build(context: Context) -> ManyScreen:
    """Make the screen."""
    return ManyScreen(context)
