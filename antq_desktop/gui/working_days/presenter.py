"""What the screen "Lịch ngày làm việc" does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.working_days import DayKind
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.messages import label
from antq_desktop.services.clock import system_time
from antq_desktop.services.correcting_calendar import (
    KIND_WORDS,
    confirm_year,
    correct_day,
    show_calendar,
    take_back_day,
    take_back_year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.working_days.view import TypedDay, WorkingDaysView
    from antq_desktop.services.correcting_calendar import ShownCalendar, ShownDay
    from antq_desktop.services.workspace import Workspace

_DAY = "%d/%m/%Y"


class WorkingDaysPresenter(ScreenPresenter):
    """Connects the screen with the calendar of the workspace."""

    def __init__(self, view: WorkingDaysView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._year = system_time().year
        self._next: int | None = None
        view.set_kinds([(one.value, self._word(word)) for one, word in KIND_WORDS.items()])
        view.year_chosen.connect(self._choose)
        view.correction_asked.connect(self._correct)
        view.notice_asked.connect(self._confirm)
        view.take_back_asked.connect(self._take_back)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Lịch ngày làm việc")

    def refresh(self) -> None:
        """Read the calendar."""
        year = self._year
        self._asking.ask(lambda workspace: show_calendar(workspace, year), self._show)

    def _word(self, message: str, **values: str) -> str:
        return label(message, self._context.language, **values)

    def _show(self, shown: ShownCalendar) -> None:
        calendar = shown.calendar
        said = [self._word("calendar.official", day=calendar.official_to.strftime(_DAY))]
        if shown.above:
            said.append(self._word("calendar.sent_by", office=shown.above))
        self._view.set_standing(said)
        self._view.set_years(calendar.first.year, calendar.last.year, self._year)
        notices = [one for one in shown.notices if one.year == self._year]
        rows = [self._notice_row(one.year, one.source) for one in notices]
        rows += [self._row(one) for one in shown.days]
        own = {one.day.isoformat() for one in shown.days if one.kind is not None}
        own |= {str(one.year) for one in notices}
        self._view.set_rows(rows, frozenset(own) if shown.may_correct else frozenset())
        self._view.set_may_correct(may=shown.may_correct)
        self._next = shown.next_year
        title = self.tr("Thông báo nghỉ lễ năm {year}").format(year=self._next)
        self._view.set_next(title if self._next is not None else "")

    def _row(self, one: ShownDay) -> Row:
        cells = (
            self.tr("Đã xác minh") if one.sure else self.tr("Chưa xác minh"),
            one.day.strftime(_DAY),
            self._word(one.weekday),
            self._word(one.word),
            one.source,
        )
        return Row(one.day.isoformat(), cells, "done" if one.sure else "warning")

    def _notice_row(self, year: int, source: str) -> Row:
        cells = (self.tr("Đã nhập đủ"), self.tr("Cả năm {year}").format(year=year), "", "", source)
        return Row(str(year), cells, "done")

    def _choose(self, year: int) -> None:
        self._year = year
        self.refresh()

    def _correct(self, typed: TypedDay) -> None:
        self._year = typed.day.year
        self._change(
            lambda workspace: correct_day(
                workspace,
                typed.day,
                DayKind(typed.kind),
                typed.source,
                verified=typed.verified,
            ),
            self._word("calendar.corrected", day=typed.day.strftime(_DAY)),
        )

    def _confirm(self, source: str) -> None:
        year = self._next
        if year is None:
            return
        self._year = year
        self._change(
            lambda workspace: confirm_year(workspace, year, source),
            self._word("calendar.year_confirmed", year=str(year)),
        )

    def _take_back(self, key: str) -> None:
        if key.isdecimal():
            said = self._word("calendar.year_taken_back", year=key)
            self._change(lambda workspace: take_back_year(workspace, int(key)), said)
            return
        day = date.fromisoformat(key)
        said = self._word("calendar.taken_back", day=day.strftime(_DAY))
        self._change(lambda workspace: take_back_day(workspace, day), said)

    def _change(self, work: Callable[[Workspace], object], said: str) -> None:
        def done(_: object) -> None:
            self._view.clear_typed()
            self._context.failures.say(said)

        self._asking.change(work, done)
