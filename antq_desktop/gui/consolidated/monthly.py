"""One number month by month: counted on the worker when its tab is looked at, a month at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.month_chart import Month
from antq_desktop.gui.common.wording import figure_text, number
from antq_desktop.gui.consolidated.wording import said_with_code, total_name
from antq_desktop.services.monthly import count_month, months_until

if TYPE_CHECKING:
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.gui.consolidated.view import ConsolidatedView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.consolidated import Consolidated, Shown
    from antq_desktop.services.monthly import MonthFigures

    Chosen = tuple[Shown, UnitKey | None]


class Monthly(QObject):
    """Draws the course of the chosen cell; a table that was replaced is counted no further."""

    def __init__(self, view: ConsolidatedView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._table: Consolidated | None = None
        self._chosen: Chosen | None = None
        self._months: tuple[Period, ...] | None = None
        self._counted: list[MonthFigures] = []
        view.months_shown.connect(self._begin)

    def show(self, table: Consolidated, shown: Shown, unit: UnitKey | None) -> None:
        """Draw the months of an indicator of a unit, None for all; counted if they are seen."""
        self._chosen = shown, unit
        if table is not self._table:
            self._table, self._months, self._counted = table, None, []
        self._begin()

    def _begin(self) -> None:
        table = self._table
        if table is None or not self._view.shows_months:
            return
        if self._months is not None:
            self._draw()
            return
        self._months = ()

        def done(months: tuple[Period, ...]) -> None:
            if table is self._table:
                self._months = months
                self._draw()
                self._count(table)

        self._asking.ask(lambda workspace: months_until(workspace, table.period), done)

    def _count(self, table: Consolidated) -> None:
        """Count the next month; each is asked for by itself, so that others get their turn."""
        months = self._months or ()
        if len(self._counted) == len(months):
            return
        month = months[len(self._counted)]

        def done(figures: MonthFigures) -> None:
            if table is self._table:
                self._counted.append(figures)
                self._draw()
                self._count(table)

        self._asking.ask(lambda workspace: count_month(workspace, table, month), done)

    def _draw(self) -> None:
        if self._chosen is None or self._months is None:
            return
        shown, unit = self._chosen
        done, every = len(self._counted), len(self._months)
        if done < every or not every:
            text = self.tr("Đang đếm từng tháng: {done} trên {all}")
            self._view.show_months("", (), text.format(done=number(done), all=number(every)))
            return
        units = self._context.session.about.units
        name = units.get(unit).name if unit is not None else total_name()
        title = self.tr("{unit}, theo tháng: {indicator}").format(
            unit=name, indicator=said_with_code(shown, self._context.language)
        )
        note = self.tr("“–” là tháng chưa báo cáo hoặc không so được địa bàn; không phải là 0.")
        code = shown.indicator.code
        self._view.show_months(title, [_month(one, code, unit) for one in self._counted], note)


def _month(found: MonthFigures, code: str, unit: UnitKey | None) -> Month:
    figure, period = found.at(code, unit), found.period
    name = f"{int(period.part)}/{period.year}"
    if figure is None:
        return Month(name, None, found.going)
    return Month(name, figure.value, found.going, figure_text(figure))
