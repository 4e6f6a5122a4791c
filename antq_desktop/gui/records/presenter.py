"""The list of a register as it behaves: filter, sort, page, open, void, history."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from antq_desktop.domain.forms import Hand
from antq_desktop.domain.periods import Period
from antq_desktop.domain.short_registers import in_rows
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.reason import ask_reason
from antq_desktop.gui.records.columns import Columns
from antq_desktop.gui.records.model import RecordsModel
from antq_desktop.gui.records.view import RecordsView
from antq_desktop.gui.records.wording import change_lines, doubt_of, handed_lines, periods_of
from antq_desktop.messages import shown_number
from antq_desktop.services.case_records import handed_over
from antq_desktop.services.exporting_lists import export_list
from antq_desktop.services.list_views import ListView, keep_view, view_of
from antq_desktop.services.listing import (
    BY_BOOK,
    Order,
    Wanted,
    choose_columns,
    columns_of,
    list_ids,
    list_rows,
    possible_columns,
    units_with_records,
)
from antq_desktop.services.looking import Change, history
from antq_desktop.services.saving import void_record

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.case_records import Handed
    from antq_desktop.services.listing import ListRow
    from antq_desktop.services.workspace import Workspace


class RecordsScreen(QObject):
    """A screen of the main window, see ``gui/screen.py``."""

    open_record = Signal(str)
    new_record = Signal(str)
    new_records = Signal(str)
    """The name of a register of which many records are to be typed in a table."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._failures = context.session, context.failures
        self._language = context.language
        self._register = self._session.about.catalogue.registers[0]
        self._order: Order = BY_BOOK
        self._asked = 0
        self._marked: str | None = None
        self._widths: Mapping[str, int] = {}
        self.model = RecordsModel(self._columns((), date.max))
        self.widget = RecordsView(context.theme, self.model)
        self.model.setParent(self.widget)
        self._asking = Asking(self._session, self.widget)
        self._fitted = False
        self._connect()

    @property
    def title(self) -> str:
        """The name of the register."""
        return self._register.label.text(self._language)

    def show_register(self, name: str) -> None:
        """Show the list of a register as this user left it; the first time the newest first."""
        self._register = self._session.about.catalogue.by_name[name]
        self._order, self._marked, self._fitted = BY_BOOK, None, False
        self._asked += 1  # what is still being read belongs to the register before
        register = self._register
        office = self._session.about.office

        def work(workspace: Workspace) -> tuple[date, ListView, list[str]]:
            units = units_with_records(workspace) if office else []
            return workspace.clock.today(), view_of(workspace, register), units

        self._asking.ask(work, lambda found: self._begin(register, *found))

    def refresh(self) -> None:
        """Read the list again; the marked record stays marked."""
        self._asked += 1
        asked, register, wanted = self._asked, self._register, self._wanted()
        view = ListView(wanted, self._widths)

        def work(workspace: Workspace) -> tuple[array[int], tuple[str, ...], date] | None:
            if asked != self._asked:  # more was typed before this came to its turn
                return None
            keep_view(workspace, view)
            chosen = columns_of(workspace, register)
            return list_ids(workspace, wanted), chosen, workspace.clock.today()

        def done(found: tuple[array[int], tuple[str, ...], date] | None) -> None:
            if asked == self._asked and found is not None:
                self._fill(*found)

        self._asking.ask(work, done)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Leave at once: a list has nothing unsaved."""
        then()

    def _begin(self, register: Register, today: date, view: ListView, units: list[str]) -> None:
        if register is not self._register:
            return
        states = [
            ("draft", self.tr("Nháp")),
            *((code.code, code.text(self._language)) for code in register.life_cycle.states),
            ("voided", self.tr("Đã hủy")),
        ]
        tree = self._session.about.units
        self.widget.show_register(
            self.title,
            periods_of(today),
            states,
            [(key, tree.get(parse_unit_key(key)).name) for key in units],
            deadlines=bool(register.deadlines),
            many=in_rows(register),
        )
        was = view.wanted
        self._order, self._widths = was.order, view.widths
        self.widget.show_filters(was.text, was.period, was.state, was.unit, overdue=was.overdue)
        self.refresh()

    def _wanted(self) -> Wanted:
        period = self.widget.period
        return Wanted(
            register=self._register.name,
            period=period if isinstance(period, Period) else None,
            state=self.widget.state,
            overdue=self.widget.overdue,
            text=self.widget.text,
            unit=self.widget.unit,
            order=self._order,
        )

    def _columns(self, names: tuple[str, ...], today: date) -> Columns:
        about = self._session.about
        hand = Hand(about.units, today, self._language)
        return Columns(self._register, names, hand, about.office)

    def _fill(self, ids: array[int], names: tuple[str, ...], today: date) -> None:
        possible = [
            (one.name, one.label.text(self._language)) for one in possible_columns(self._register)
        ]
        self.widget.show_columns(possible, names)
        self.model.set_rows(ids, self._columns(names, today))
        count = self.tr("{count} hồ sơ").format(count=shown_number(len(ids), self._language))
        filtered = self._wanted() != Wanted(register=self._register.name, order=self._order)
        self.widget.show_filtered(filtered=filtered)
        if filtered:
            count += self.tr(" · đang lọc")
        if self._wanted().overdue:
            count += doubt_of(self._register)
        self.widget.show_count(count, None if ids else self._empty())
        columns = self.model.columns.names
        if self._order.column in columns:
            at = columns.index(self._order.column)
            self.widget.show_order(at, descending=self._order.descending)
        self._show_marked(-1)
        self._fitted = False
        if ids:
            self._read_page(0)

    def _empty(self) -> tuple[str, str]:
        wanted = self._wanted()
        if wanted == Wanted(register=self._register.name, order=self._order):
            return (
                self.tr("Sổ này chưa có hồ sơ nào"),
                self.tr("Bấm “Thêm hồ sơ” hoặc Ctrl+N để nhập hồ sơ đầu tiên."),
            )
        return (
            self.tr("Không có hồ sơ nào khớp"),
            self.tr("Bỏ bớt điều kiện lọc hoặc gõ từ khác."),
        )

    def _read_page(self, page: int) -> None:
        register, columns, ids = self._register, self.model.columns, self.model.ids
        wanted = self.model.ids_of(page)

        def done(rows: list[ListRow]) -> None:
            if ids is self.model.ids and columns is self.model.columns:
                self.model.set_page(page, rows)
                self._after_page(page, rows)

        self._asking.ask(
            lambda workspace: list_rows(workspace, register, wanted, columns.fields), done
        )

    def _after_page(self, page: int, rows: list[ListRow]) -> None:
        if not self._fitted:
            self._fitted = True
            names = self.model.columns.names
            kept = {at: self._widths[name] for at, name in enumerate(names) if name in self._widths}
            self.widget.fit_columns(kept)
        if page == 0 and self.widget.row < 0:
            places = {row.line.record: place for place, row in enumerate(rows)}
            self.widget.mark(places.get(self._marked or "", 0))

    def _show_marked(self, number: int) -> None:
        row = self.model.row(number) if number >= 0 else None
        draft = row is not None and row.line.draft
        self.widget.set_acts(
            record=row is not None,
            voidable=row is not None and not row.line.voided,
            void_words=self.tr("Bỏ nháp") if draft else self.tr("Hủy"),
        )
        if row is None:
            self.widget.show_history(self.tr("Chọn một hồ sơ để xem các lần sửa."), [])
            return
        self._marked = row.line.record
        if not self.widget.history_shown:
            return
        if draft:
            self.widget.show_history(self.tr("Bản nháp chưa có lịch sử."), [])
            return
        record, register = row.line.record, self._register
        title = row.line.title

        def read(workspace: Workspace) -> tuple[list[Change], list[Handed]]:
            return history(workspace, record), handed_over(workspace, record)

        def done(found: tuple[list[Change], list[Handed]]) -> None:
            if record == self._marked:
                lines = change_lines(found[0], register, self._language)
                self.widget.show_history(title, [*handed_lines(found[1]), *lines])

        self._asking.ask(read, done)

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.open_record.emit(row.line.record)

    def _void(self, number: int) -> None:
        row = self.model.row(number)
        if row is None:
            return
        line = row.line

        def run(reason: str) -> None:
            self._asking.change(
                lambda workspace: void_record(workspace, line.record, reason=reason),
                lambda _: self._voided(draft=line.draft),
            )

        if line.draft:
            title, act = self.tr("Bỏ bản nháp này?"), self.tr("Bỏ nháp")
            text = self.tr("Bản nháp mất hẳn; lý do được ghi vào nhật ký.")
        else:
            title = self.tr("Hủy hồ sơ số {book}?").format(book=line.book)
            text = self.tr("Hồ sơ giữ số, bị gạch ngang và không vào số liệu nào.")
            act = self.tr("Hủy hồ sơ")
        ask_reason(self.widget, title, text, act, run)

    def _voided(self, *, draft: bool) -> None:
        self._failures.say(self.tr("Đã bỏ bản nháp.") if draft else self.tr("Đã hủy hồ sơ."))
        self.refresh()

    def _sort(self, column: int, way: Qt.SortOrder) -> None:
        descending = way is Qt.SortOrder.DescendingOrder
        self._order = Order(self.model.columns.names[column], descending)
        self.refresh()

    def _resize(self) -> None:
        """Keep the widths that a person gave."""
        names = self.model.columns.names
        self._widths = {**self._widths, **dict(zip(names, self.widget.widths, strict=True))}
        view = ListView(self._wanted(), self._widths)
        self._asking.ask(lambda workspace: keep_view(workspace, view), lambda _: None)

    def _clear(self) -> None:
        self.widget.show_filters("", None, None, None, overdue=False)
        self.refresh()

    def _export(self) -> None:
        """Write every record of the filter in its order where the person says."""
        if not self.model.ids:
            return
        register, columns, ids = self._register, self.model.columns, self.model.ids

        def work(target: str) -> None:
            self._asking.ask(
                lambda workspace: export_list(
                    workspace,
                    register,
                    ids,
                    Path(target),
                    fields=columns.fields,
                    heads=[columns.label(at) for at in range(len(columns))],
                    cells=lambda row: [columns.text(at, row) for at in range(len(columns))],
                ),
                said,
            )

        def said(count: int) -> None:
            text = self.tr("Đã xuất {count} hồ sơ.")
            self._failures.say(text.format(count=shown_number(count, self._language)))

        title = self.tr("Xuất danh sách")
        self.widget.choose_target(title, f"{register.code}.csv", work)

    def _choose(self, names: list[str]) -> None:
        register = self._register
        self._asking.ask(
            lambda workspace: choose_columns(workspace, register, names), lambda _: self.refresh()
        )

    def _connect(self) -> None:
        view = self.widget
        self.model.page_wanted.connect(self._read_page)
        view.new_asked.connect(lambda: self.new_record.emit(self._register.name))
        view.many_asked.connect(lambda: self.new_records.emit(self._register.name))
        view.open_asked.connect(self._open)
        view.void_asked.connect(self._void)
        view.marked.connect(self._show_marked)
        view.filtered.connect(self.refresh)
        view.refresh_asked.connect(self.refresh)
        view.sorted.connect(self._sort)
        view.columns_chosen.connect(self._choose)
        view.resized.connect(self._resize)
        view.cleared.connect(self._clear)
        view.export_asked.connect(self._export)


def build(context: Context) -> RecordsScreen:
    """Make the screen."""
    return RecordsScreen(context)
