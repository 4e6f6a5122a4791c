"""The overview as it behaves: read on the worker, shown, each line goes to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.wording import day, short_period
from antq_desktop.gui.home.rows import (
    FORM,
    GO,
    OVERDUE,
    RECORD,
    book_columns,
    book_rows,
    course_of,
    limit_rows,
    overdue_rows,
    rule_line,
    unfinished_words,
    waiting_rows,
    weekday,
)
from antq_desktop.gui.home.view import HomeView
from antq_desktop.services.today import today

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.today import Ending, Today


class HomePresenter(QObject):
    """Connects the form with what is read each morning."""

    open_record = Signal(str)
    form_asked = Signal(object)
    """An `UnsavedForm` that is to be gone on with."""
    overdue_asked = Signal(str)
    """The name of a register of which all that is overdue is to be listed."""
    place_asked = Signal(str)
    """The key of a screen."""
    came = Signal()
    """The overview was read and is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._language = context.language
        self._session = context.session
        self.widget = HomeView(context.theme)
        self._asking = Asking(context.session, self.widget)
        self._found: Today | None = None
        self._endings: Mapping[str, Ending] = {}
        self.widget.chosen.connect(self._go)
        self.widget.limit_marked.connect(self._mark)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Tổng quan")

    def refresh(self) -> None:
        """Read the overview again."""
        self._asking.ask(today, self._show)

    def may_leave(self, then: Callable[[], None]) -> None:
        """Nothing is lost by leaving."""
        then()

    def _show(self, found: Today) -> None:
        self._found = found
        language, registers = self._language, self._session.about.catalogue.by_name
        view = self.widget
        view.show_day(self._day(found))
        every = (found.overdue, found.today, found.week)
        self._endings = {
            f"{RECORD}{one.line.record}#{one.deadline.code}": one
            for endings in every
            for one in endings.shown
        }
        rows = [*limit_rows(found, language)]
        more = [*overdue_rows(found.overdue, registers, language)]
        if more:
            after = next(at for at, row in enumerate(rows) if row.key == "today")
            rows[after:after] = more
        some = any(endings.count for endings in every)
        title = self.tr("Thời hạn theo quy định")
        none = self.tr("Không có thời hạn nào đã qua hoặc đến trong 7 ngày tới.")
        said = "" if some or found.left is not None else none
        view.show_limits(title if some else "", rows if some else [], said)
        view.say_unfinished(unfinished_words() if found.left is not None else "")
        self._mark(view.limits.marked_key or "")
        view.waiting.show_rows(
            self.tr("Việc đang chờ"), [*waiting_rows(found, registers, language)]
        )
        self._show_lately(found)
        self.came.emit()

    def _show_lately(self, found: Today) -> None:
        lately, language = found.lately, self._language
        note = self.tr(
            "Đếm hồ sơ theo ngày sự việc, chưa phải chỉ tiêu báo cáo. “Đến {day}”: phần tháng "
            "trước tính đến cùng ngày."
        ).format(day=lately.until.strftime("%d/%m"))
        self.widget.show_books(
            self.tr("{month} so với tháng trước").format(month=short_period(lately.month)),
            [*book_rows(lately, language)],
            book_columns(lately),
            note,
        )
        self.widget.show_charts([course_of(one, language) for one in lately.courses])

    def _day(self, found: Today) -> str:
        text = self.tr("{weekday}, ngày {day}. Bấm hoặc nhấn Enter ở một dòng để tới việc đó.")
        return text.format(weekday=weekday(found.at.date()), day=day(found.at.date()))

    def _mark(self, key: str) -> None:
        """Say below the table by what the marked limit is set."""
        one = self._endings.get(key)
        self.widget.say_rule(rule_line(one, self._language) if one is not None else "")

    def _go(self, key: str) -> None:
        plain = key.partition("#")[0]
        if key.startswith(RECORD):
            self.open_record.emit(plain.removeprefix(RECORD))
        elif key.startswith(OVERDUE):
            self.overdue_asked.emit(plain.removeprefix(OVERDUE))
        elif key.startswith(FORM):
            wanted = plain.removeprefix(FORM)
            forms = self._found.unsaved if self._found is not None else ()
            for one in forms:
                if one.form == wanted:
                    self.form_asked.emit(one)
        elif plain != GO:
            self.place_asked.emit(plain.removeprefix(GO))
