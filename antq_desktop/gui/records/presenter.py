"""The list of a register as it behaves: filter, sort, page, open, void, history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from antq_desktop.domain.forms import Hand
from antq_desktop.domain.periods import Period
from antq_desktop.domain.short_registers import in_rows
from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.paged import PAGE
from antq_desktop.gui.records.acts import Acts
from antq_desktop.gui.records.columns import Columns
from antq_desktop.gui.records.exporting import Exporting
from antq_desktop.gui.records.model import RecordsModel
from antq_desktop.gui.records.reading import Place, Reading
from antq_desktop.gui.records.saved_views import SavedViews
from antq_desktop.gui.records.view import RecordsView
from antq_desktop.gui.records.wording import (
    change_lines,
    doubt_of,
    empty_words,
    handed_lines,
    periods_of,
    states_of,
)
from antq_desktop.messages import shown_number
from antq_desktop.services.case_records import handed_over
from antq_desktop.services.list_views import ListView, keep_view, saved_views, view_of
from antq_desktop.services.listing import (
    BY_BOOK,
    Order,
    Wanted,
    choose_columns,
    possible_columns,
    unit_words,
    units_with_records,
)
from antq_desktop.services.looking import Change, history

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.records.reading import Found
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.case_records import Handed
    from antq_desktop.services.workspace import Workspace

    Offered = tuple[str, str]
    """The key of a unit that a list can be narrowed to, and its name."""


class RecordsScreen(QObject):
    """A screen of the main window, see ``gui/screen.py``."""

    open_record = Signal(str)
    new_record = Signal(str)
    new_records = Signal(str)
    """The name of a register of which many records are to be typed in a table."""
    paper_asked = Signal(object)
    """A `PaperWanted`: records that are to be handed over."""
    list_came = Signal()
    """The whole list that was asked for last is there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._failures = context.session, context.failures
        self._language = context.language
        self._register = self._session.about.catalogue.registers[0]
        self._order: Order = BY_BOOK
        self._marked: str | None = None
        self._widths: Mapping[str, int] = {}
        self._places: tuple[str, ...] = ()
        self._shown: ListView | None = None
        self._sought: Place | None = None
        self._count = ""
        self.model = RecordsModel(self._columns((), date.max))
        self.widget = RecordsView(context.theme, self.model)
        self.model.setParent(self.widget)
        self._asking = Asking(self._session, self.widget)
        self._reading = Reading(self._session, self._asking, self._failures, self.model)
        self._views = SavedViews(self._asking)
        self._exporting = Exporting(
            self.widget, self._asking, self._reading, self._failures, self._language
        )
        self._acts = Acts(self.widget, context, self._asking, self._reading, self.model)
        self._connect()

    @property
    def exporting(self) -> Exporting:
        """What writes the list into a file."""
        return self._exporting

    @property
    def title(self) -> str:
        """The name of the register."""
        return self._register.label.text(self._language)

    @property
    def marked(self) -> str | None:
        """The id of the record that is marked."""
        return self._marked

    def show_register(
        self,
        name: str,
        *,
        overdue: bool = False,
        marked: str | None = None,
        unit: str | None = None,
    ) -> None:
        """Show a list as this user left it, or all that is overdue, at the record ``marked``.

        With the key of a ``unit``, all that is its.
        """
        self._register = self._session.about.catalogue.by_name[name]
        self._order, self._marked, self._shown = BY_BOOK, marked, None
        self._sought = Place(record=marked) if marked is not None else None
        self._reading.stop()  # what is still being read belongs to the register before
        register = self._register
        office = self._session.about.office

        def work(workspace: Workspace) -> tuple[date, ListView, list[Offered], list[str]]:
            offered = units_with_records(workspace) if office else []
            units = [(one, unit_words(workspace, one)) for one in offered]
            names = saved_views(workspace, register)
            view = view_of(workspace, register, overdue=overdue, unit=unit)
            return workspace.clock.today(), view, units, names

        self._asking.ask(work, lambda found: self._begin(register, *found))

    def refresh(self) -> None:
        """Read the list again; who asks for the same stays where he is in it."""
        view, table = self._view(), self.widget.table
        same = self._shown is not None and self._shown.wanted == view.wanted
        place = Place(table.top, table.row, table.selected_rows) if same else self._sought
        self._reading.read(self._register, view, self._columns, place)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Leave at once: a list has nothing unsaved."""
        then()

    def _begin(
        self,
        register: Register,
        today: date,
        view: ListView,
        units: list[Offered],
        names: list[str],
    ) -> None:
        if register is not self._register:
            return
        enters = self._session.about.enters(register.name)
        self.widget.show_register(
            self.title,
            periods_of(today),
            states_of(register, self._language),
            units,
            deadlines=bool(register.deadlines),
            add=enters,
            many=enters and in_rows(register),
            hand=enters and self._session.about.head,
        )
        self.widget.show_views(names)
        self._take_view(view)

    def _take_view(self, view: ListView) -> None:
        """Show a list as a view has it."""
        was = view.wanted
        self._order, self._widths, self._places = was.order, view.widths, view.places
        self._shown = None
        self.widget.show_filters(was.text, was.period, was.state, was.unit, overdue=was.overdue)
        self.refresh()

    def _view(self) -> ListView:
        return ListView(self._wanted(), self._widths, self._places)

    def _wanted(self) -> Wanted:
        period, text = self.widget.period, self.widget.text
        return Wanted(
            register=self._register.name,
            period=period if isinstance(period, Period) else None,
            state=self.widget.state,
            overdue=self.widget.overdue,
            text=text if fold(text) else "",  # signs alone are no words, and filter nothing
            unit=self.widget.unit,
            order=self._order,
        )

    def _columns(self, names: tuple[str, ...], today: date) -> Columns:
        about = self._session.about
        hand = Hand(about.units, today, self._language)
        return Columns(self._register, names, hand, about.office)

    def _first_came(self, found: Found) -> None:
        """Show the first rows of a long list while the others are being put in order."""
        self._fill(found)
        self.widget.say_count(self.tr("Đang đếm…"))

    def _came(self, found: Found) -> None:
        if self._shown is found.view:  # its first rows are shown
            self.model.grow(found.count)
            for page, rows in found.pages.items():
                self.model.set_page(page, rows)
        else:
            every = self.widget.table.all_selected
            again = self._shown is not None and self._shown.wanted == found.view.wanted
            self._fill(found)
            place = found.place
            self._sought = None
            if place.marked >= 0 or (again and every):
                self.widget.table.go_back(place.top, place.marked, place.selected, every=every)
        self._say_count(found)
        self._show_marked(self.widget.table.row)
        self.list_came.emit()

    def _fill(self, found: Found) -> None:
        """Show a list from its beginning."""
        possible = [
            (one.name, one.label.text(self._language)) for one in possible_columns(self._register)
        ]
        names = found.columns.names
        arranged = self._shown is not None and self.model.columns.names == names
        self._shown = found.view
        self.widget.show_columns(possible, found.columns.fields)
        self.model.set_list(found.count, found.columns, found.pages)
        self.widget.show_rows(shown=found.count > 0)
        table = self.widget.table
        if self._order.column in names:
            table.show_order(names.index(self._order.column), descending=self._order.descending)
        if not arranged and found.count:
            kept = {at: self._widths[name] for at, name in enumerate(names) if name in self._widths}
            table.fit_columns(kept)
        known = [name for name in self._places if name in names]
        known += [name for name in names if name not in known]
        table.arrange([names.index(name) for name in known])
        if found.count:
            rows = found.pages.get(0, ())
            records = {one.row.line.record: at for at, one in enumerate(rows) if one is not None}
            table.mark(records.get(self._marked or "", 0))

    def _say_count(self, found: Found) -> None:
        self.widget.show_reading(None)
        count = self.tr("{count} hồ sơ").format(count=shown_number(found.count, self._language))
        filtered = self._filtered
        self.widget.show_filtered(filtered=filtered)
        if filtered:
            count += self.tr(" · đang lọc")
        if found.view.wanted.overdue:
            count += doubt_of(self._register, unfinished=found.unfinished)
        self._count = count
        self.widget.show_count(count, None if found.count else empty_words(filtered=filtered))

    @property
    def _filtered(self) -> bool:
        return self._wanted() != Wanted(register=self._register.name, order=self._order)

    def _selected(self, rows: int) -> None:
        """Say how many rows are selected, where it is more than the marked one."""
        chosen = self.tr(" · đã chọn {count}").format(count=shown_number(rows, self._language))
        self.widget.say_count(self._count + chosen if rows > 1 else self._count)
        self._show_marked(self.widget.table.row)

    def _page_came(self, page: int) -> None:
        number = self.widget.table.row
        if number >= 0 and number // PAGE == page:
            self._show_marked(number)

    def _show_marked(self, number: int) -> None:
        row = self.model.row(number) if number >= 0 else None
        draft = row is not None and row.line.draft
        self.widget.set_acts(
            record=row is not None,
            voidable=row is not None and not row.line.voided and self._ours(row.line.unit),
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
                lines = change_lines(found[0], register, self.model.columns.hand)
                self.widget.show_history(title, [*handed_lines(found[1]), *lines])

        self._asking.ask(read, done)

    def _ours(self, unit: str) -> bool:
        """Say whether a record of a unit can be changed here: an office but reads what came in."""
        about = self._session.about
        own = about.unit.key
        before = about.units.succession.taken_over(own, self.model.columns.hand.today)
        return not about.office or unit in {one.text for one in (own, *before)}

    def _sort(self, column: int, way: Qt.SortOrder) -> None:
        descending = way is Qt.SortOrder.DescendingOrder
        self._order = Order(self.model.columns.names[column], descending)
        self.refresh()

    def _arrange(self) -> None:
        """Keep the widths and places that a person gave to columns."""
        names, table = self.model.columns.names, self.widget.table
        self._widths = {**self._widths, **dict(zip(names, table.widths, strict=True))}
        self._places = tuple(names[at] for at in table.places)
        view = self._view()
        if self._shown is not None:
            self._shown = replace(self._shown, widths=self._widths, places=self._places)
        self._asking.ask(lambda workspace: keep_view(workspace, view), lambda _: None)

    def _clear(self) -> None:
        self.widget.show_filters("", None, None, None, overdue=False)
        self.refresh()

    def _waiting(self) -> None:
        """Say that the list is on its way; where it can be given up, offer that."""
        wanted, before = self._wanted(), self._shown.wanted if self._shown is not None else None
        searched = before is None or wanted.text != before.text
        words = self.tr("Đang tìm trong sổ…") if searched else self.tr("Đang xếp danh sách…")
        self.widget.show_reading(words)

    def _give_up(self) -> None:
        """Go back to the list that is there, with its filter and order."""
        self._reading.stop()
        self.widget.show_reading(None)
        self.widget.say_count(self._count)
        if self._shown is not None and self._reading.listed is not None:
            was = self._shown.wanted
            self._order = was.order
            self.widget.show_filters(was.text, was.period, was.state, was.unit, overdue=was.overdue)
            names = self.model.columns.names
            if was.order.column in names:
                place = names.index(was.order.column)
                self.widget.table.show_order(place, descending=was.order.descending)

    def _count_selected(self) -> None:
        self._selected(sum(last - first + 1 for first, last in self.widget.table.spans))

    def _choose(self, names: list[str]) -> None:
        register = self._register
        self._asking.ask(
            lambda workspace: choose_columns(workspace, register, names), lambda _: self.refresh()
        )

    def _connect(self) -> None:
        view = self.widget
        self._reading.first_came.connect(self._first_came)
        self._reading.came.connect(self._came)
        self._reading.page_came.connect(self._page_came)
        self._reading.took_long.connect(self._waiting)
        view.stop_asked.connect(self._give_up)
        self._exporting.ended.connect(self._count_selected)
        view.new_asked.connect(lambda: self.new_record.emit(self._register.name))
        view.many_asked.connect(lambda: self.new_records.emit(self._register.name))
        self._acts.open_record.connect(self.open_record)
        self._acts.paper_asked.connect(self.paper_asked)
        self._acts.changed.connect(self.refresh)
        view.marked.connect(self._show_marked)
        view.filtered.connect(self.refresh)
        view.columns_chosen.connect(self._choose)
        view.view_chosen.connect(lambda name: self._views.choose(self._register, name))
        view.view_saved.connect(lambda name: self._views.save(self._register, name, self._view()))
        view.view_dropped.connect(lambda name: self._views.drop(self._register, name))
        self._views.chosen.connect(self._take_view)
        self._views.changed.connect(view.show_views)
        view.table.sorted.connect(self._sort)
        view.table.arranged.connect(self._arrange)
        view.table.selected.connect(self._selected)
        view.cleared.connect(self._clear)
        view.export_asked.connect(
            lambda: self._exporting.ask(self._register.code, self.model.columns)
        )


def build(context: Context) -> RecordsScreen:
    """Make the screen."""
    return RecordsScreen(context)
