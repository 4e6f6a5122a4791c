"""What the table of all units does: counts on the worker, leads from a number to its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.changes import change
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.periods import PeriodPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.gui.common.wording import day, figure_text, number
from antq_desktop.gui.consolidated.chart import Bar
from antq_desktop.gui.consolidated.controls import Controls
from antq_desktop.gui.consolidated.monthly import Monthly
from antq_desktop.gui.consolidated.wording import (
    NOTHING,
    against_name,
    difference_text,
    doubt_text,
    not_told,
    said_with_code,
    share_text,
    table_of_all,
    table_of_one,
    told_otherwise,
    total_name,
    unit_of,
    when_name,
)
from antq_desktop.messages import label
from antq_desktop.services.comparable import AGAINST
from antq_desktop.services.consolidated import consolidate_figures, records_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.gui.consolidated.model import When
    from antq_desktop.gui.consolidated.view import ConsolidatedView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.bare import Number
    from antq_desktop.services.comparable import Against
    from antq_desktop.services.consolidated import Beside, Consolidated, Shown
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

MOST_RECORDS = 500
"""How many of the records behind a number are listed."""

MOST_BARS = 40
"""How many units the chart has bars for; the table has them all."""


class ConsolidatedPresenter(PeriodPresenter):
    """Connects the table with the counting."""

    def __init__(self, view: ConsolidatedView, context: Context) -> None:
        super().__init__(view, view.picker, context)
        self.view = view
        self.found: Consolidated | None = None
        self._asked = 0
        self._listed: tuple[str, ...] | None = None
        self._controls = Controls(view, context)
        self._monthly = Monthly(view, context)
        self._controls.record_opened.connect(self.open_record)
        view.asked.connect(self._count)
        view.shown_otherwise.connect(self._show)
        view.chosen.connect(self._choose)
        view.record_opened.connect(self.open_record)
        view.print_asked.connect(self._print)
        view.signed_asked.connect(lambda: self._controls.compare(self.view.picker.period))
        view.doubles_asked.connect(lambda: self._controls.double(self.found))

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Tổng hợp")

    def _count(self) -> None:
        period = self.view.picker.period
        if period is None or not self._begun:
            return
        self._asked += 1
        asked, grouped = self._asked, self.view.directly_below

        def work(workspace: Workspace) -> tuple[Consolidated | None, date]:
            today = workspace.clock.today()
            if asked != self._asked:  # another period was chosen before this one came to its turn
                return None, today
            return consolidate_figures(workspace, period, directly_below=grouped), today

        def done(answer: tuple[Consolidated | None, date]) -> None:
            found, today = answer
            if asked == self._asked and found is not None:
                self._fill(found, today)

        self._asking.ask(work, done)

    def _fill(self, found: Consolidated, today: date) -> None:
        self.found = found
        units = self._context.session.about.units
        language = self._context.language
        own = units.get(self._context.session.about.unit.key)
        below = {one.level for one in units.below(own.key, found.period.last)}
        self.view.offer_levels(offered=len(below) > 1)
        self.view.offer_indicators(
            [(one.indicator.code, said_with_code(one, language)) for one in found.indicators]
        )
        self.view.set_subtitle(self._subtitle(found))
        notes = [label(name, language, **values) for name, values in found.notes]
        missing = self._missing(found)
        self.view.show_note("\n".join([*self._open_note(found.period, today), *missing, *notes]))
        self._show()

    def _subtitle(self, found: Consolidated) -> str:
        text = self.tr("{told} trên {all} đơn vị đã báo cáo kỳ này. Enter trên số để xem hồ sơ.")
        return text.format(told=number(found.tellers("now")), all=number(len(found.lines)))

    def _missing(self, found: Consolidated) -> Iterator[str]:
        """Say whose figures a sum of an earlier period is of, where that is not everybody's."""
        text = self.tr("{when}: {told} trên {all} đơn vị đã báo cáo; tổng chỉ gồm các đơn vị đó.")
        for against in AGAINST:
            told = found.tellers(against)
            if 0 < told < len(found.lines):
                every = number(len(found.lines))
                yield text.format(when=against_name(against), told=number(told), all=every)

    def _open_note(self, period: Period, today: date) -> Iterator[str]:
        if period.first > today:
            yield self.tr("Kỳ này chưa bắt đầu.")
        elif period.last >= today:
            text = self.tr("Kỳ này chưa kết thúc: số liệu mới tính đến {day}, còn thay đổi.")
            yield text.format(day=day(today))

    def _show(self) -> None:
        found = self.found
        if found is None:
            return
        units, language = self._context.session.about.units, self._context.language
        if self.view.code:
            heads, rows = table_of_one(found, self.view.code, units, language)
        else:
            against = cast("Against | None", self.view.comparison or None)
            heads, rows = table_of_all(found, against, units, language)
        self.view.show_table(heads, rows)

    def _choose(self) -> None:
        found = self.found
        key, code, when = self.view.place
        if found is None:
            return
        shown = next((one for one in found.indicators if one.indicator.code == code), None)
        if shown is None:
            return
        unit = unit_of(key)
        beside = found.at(code, unit)
        self._detail(found, shown, unit, when)
        self._bars(found, shown)
        self._monthly.show(found, shown, unit)
        self._list(_number_of(beside, when))

    def _detail(self, found: Consolidated, shown: Shown, unit: UnitKey | None, when: When) -> None:
        language = self._context.language
        units = self._context.session.about.units
        name = units.get(unit).name if unit is not None else total_name()
        beside = found.at(shown.indicator.code, unit)
        asked = _number_of(beside, when)
        lines = [_against(beside, against) for against in AGAINST]
        remarks = [f"({one.text(language)})" for one in shown.counted_with]
        remarks.append(told_otherwise(asked, when) if asked is not None else not_told(when))
        earlier = {against: beside.earlier(against) for against in AGAINST if against != when}
        remarks += [told_otherwise(one, against) for against, one in earlier.items() if one]
        remarks += dict.fromkeys(
            filter(None, (doubt_text(found.doubt(unit, against)) for against in AGAINST))
        )
        title = f"{name} · {said_with_code(shown, language)} · {when_name(when)}"
        text = figure_text(asked.figure) if asked is not None else NOTHING
        self.view.show_detail(title, text, "\n".join(lines), "\n".join(filter(None, remarks)))

    def _bars(self, found: Consolidated, shown: Shown) -> None:
        units = self._context.session.about.units
        bars = [
            Bar(
                units.get(line.unit).name,
                beside.now.figure.value,
                beside.previous.figure.value if beside.previous is not None else None,
            )
            for line in found.lines
            if (beside := found.at(shown.indicator.code, line.unit)).now is not None
        ]
        bars.sort(key=lambda bar: -bar.now)
        text = self.tr("{indicator}: kỳ này theo đơn vị, vạch mảnh là kỳ trước")
        name = said_with_code(shown, self._context.language)
        self.view.show_bars(text.format(indicator=name), bars[:MOST_BARS])

    def _list(self, asked: Number | None) -> None:
        records = asked.records if asked is not None else ()
        self._listed = records
        listed = records[:MOST_RECORDS]

        def show(lines: list[Line]) -> None:
            if self._listed is records:
                count = self.tr("{total} hồ sơ").format(total=number(len(records)))
                title = self._title_of(len(records))
                self.view.show_records(tuple(self._rows(lines)), count, title)

        self._asking.ask(lambda workspace: records_behind(workspace, listed), show)

    def _rows(self, lines: Sequence[Line]) -> Iterator[Row]:
        units = self._context.session.about.units
        for line in lines:
            name = units.get(parse_unit_key(line.unit)).name
            yield Row(line.record, (line.book or "", line.title, name), hint=line.title)

    def _title_of(self, total: int) -> str:
        if total > MOST_RECORDS:
            text = self.tr("{shown} trên {total} hồ sơ được đếm")
            return text.format(shown=number(MOST_RECORDS), total=number(total))
        return self.tr("{total} hồ sơ được đếm").format(total=number(total))


def _against(beside: Beside, against: Against) -> str:
    earlier = beside.earlier(against)
    if earlier is None:
        return f"{against_name(against)}: {NOTHING}"
    text = f"{against_name(against)}: {figure_text(earlier.figure)}"
    if beside.now is None:
        return text
    told = change(earlier.figure, beside.now.figure)
    return f"{text} ({difference_text(told)}; {share_text(told)})"


def _number_of(beside: Beside, when: When) -> Number | None:
    return beside.now if when == "now" else beside.earlier(when)
