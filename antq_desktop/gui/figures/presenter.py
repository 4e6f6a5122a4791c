"""What the figures screen does: counts on the worker, shows one number with what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import CountKind
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.gui.common.figures_table import figure_rows, is_told
from antq_desktop.gui.common.findings import difference_text
from antq_desktop.gui.common.periods import PeriodPresenter
from antq_desktop.gui.common.wording import day, figure_text, number
from antq_desktop.gui.figures.beside import Beside
from antq_desktop.gui.figures.model import record_rows, unit_rows
from antq_desktop.messages import label
from antq_desktop.services.comparing import compare, lines_behind
from antq_desktop.services.reporting import standing_of
from antq_desktop.services.territory import territory_notes, units_behind
from antq_desktop.services.working_calendar import calendar_notes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.common.table import Row
    from antq_desktop.gui.figures.view import FiguresView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.comparing import Compared
    from antq_desktop.services.frozen import Difference
    from antq_desktop.services.reporting import Standing
    from antq_desktop.services.territory import Sentence
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line

    Found = tuple[list[Compared], Standing | None, date, tuple[Sentence, ...]]

MOST_RECORDS = 500
"""How many of the records behind a number are listed."""


class FiguresPresenter(PeriodPresenter):
    """Connects the form with the counting."""

    def __init__(self, view: FiguresView, context: Context) -> None:
        super().__init__(view, view.picker, context)
        self.view = view
        self._counted: dict[str, Compared] = {}
        self._shown: str | None = None
        self._asked = 0
        view.asked.connect(self._count)
        view.chosen.connect(self._choose)
        view.record_opened.connect(self.open_record)
        view.print_asked.connect(self._print)
        self._beside = Beside(view, context)
        self._beside.record_opened.connect(self.open_record)
        self._beside.paper_asked.connect(self.paper_asked)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Số liệu")

    def _count(self) -> None:
        period = self.view.picker.period
        if period is None or not self._begun:
            return
        self._asked += 1
        asked, unit = self._asked, self.view.unit
        units = frozenset({parse_unit_key(unit)}) if unit else None

        def work(workspace: Workspace) -> Found:
            compared = compare(workspace, period, units=units)
            reporting = parse_unit_key(unit) if unit else workspace.unit.key
            standing = standing_of(workspace, period, reporting)
            notes = (
                *territory_notes(workspace, period, units_behind(compared)),
                *calendar_notes(workspace, period),
            )
            return compared, standing, workspace.clock.today(), notes

        def done(found: Found) -> None:
            if asked == self._asked:  # otherwise another period was chosen meanwhile
                self._show(period, unit, *found)

        self._context.session.ask(work, done)

    def _show(
        self,
        period: Period,
        unit: str,
        counted: Sequence[Compared],
        standing: Standing | None,
        today: date,
        notes: Sequence[Sentence],
    ) -> None:
        self._counted = {one.indicator.code: one for one in counted}
        about = self._context.session.about
        if about.office and not unit:
            # One of every unit names those that sent nothing as well.
            sent = (one for one in counted if not one.indicator.every_unit)
            keys = {key for one in sent for key in one.by_unit}
            names = [(key.text, about.units.get(key).name) for key in keys]
            self.view.offer_units(sorted(names, key=lambda pair: pair[1]))
        self.view.set_subtitle(self._subtitle(summed=about.office and not unit))
        said = [label(name, self._context.language, **values) for name, values in notes]
        note = self._note(period, today) or self._standing(standing)
        self.view.show_note("\n".join(filter(None, [note, *said])))
        self.view.offer_correction(offered=standing is not None and about.head and not about.office)
        self._shown = None
        self.view.set_figures(tuple(figure_rows(counted, self._context.language)))

    def _subtitle(self, *, summed: bool) -> str:
        if summed:
            return self.tr("Tổng cộng số liệu của các đơn vị đã nộp; bấm một dòng để xem chi tiết.")
        return self.tr("Đếm từ hồ sơ hiện có, không kể bản nháp và hồ sơ đã hủy.")

    def _note(self, period: Period, today: date) -> str:
        if period.first > today:
            return self.tr("Kỳ này chưa bắt đầu.")
        if period.last >= today:
            return self.tr(
                "Kỳ này chưa kết thúc: số liệu mới tính đến {day}, còn thay đổi."
            ).format(day=day(today))
        return ""

    def _standing(self, standing: Standing | None) -> str:
        """Say which version is frozen, what it corrected, and what changed since."""
        if standing is None:
            return ""
        frozen = self.tr("Số liệu kỳ này đã chốt, bản {version}.")
        lines = [frozen.format(version=number(standing.version))]
        if standing.corrected:
            text = self.tr("Khác bản trước: {changes}.")
            lines.append(text.format(changes=self._changes(standing.corrected)))
        if standing.changed:
            text = self.tr("Đã thay đổi sau khi chốt: {changes}.")
            lines.append(text.format(changes=self._changes(standing.changed)))
        return "\n".join(lines)

    def _changes(self, differences: Sequence[Difference]) -> str:
        catalogue = self._context.session.about.catalogue
        return difference_text(differences, catalogue, self._context.language)

    def _choose(self, code: str) -> None:
        if code == self._shown or code not in self._counted:
            return
        self._shown = code
        one = self._counted[code]
        before = self.tr("Kỳ trước {previous} · cùng kỳ năm trước {year}").format(
            previous=figure_text(one.previous), year=figure_text(one.year_before)
        )
        name = one.indicator.label.text(self._context.language)
        self.view.show_detail(name, figure_text(one.now), before, self._explained(one))
        about = self._context.session.about
        rows = self._by_unit(one) if about.office or one.through else ()
        self.view.set_by_unit(rows)
        self._list(one)

    def _by_unit(self, one: Compared) -> tuple[Row, ...]:
        units, language = self._context.session.about.units, self._context.language
        return tuple(unit_rows(one.by_unit, one.through, units, language))

    def _explained(self, one: Compared) -> str:
        """Return how it is counted, with which settings, and what was entered late."""
        lines = [self._rule(one.indicator)]
        lines += [f"({said.text(self._context.language)})" for said in one.counted_with]
        if one.late is not None and is_told(one.late):
            text = self.tr(
                "Bổ sung kỳ trước {late}: việc của kỳ đã chốt, vào sổ sau khi chốt, không nằm "
                "trong số của kỳ này."
            )
            lines.append(text.format(late=figure_text(one.late)))
        return "\n".join(lines)

    def _rule(self, indicator: Indicator) -> str:
        """Return how it is counted, as holds for any register, and the rule by its code."""
        if indicator.kind is CountKind.FLOW:
            kind = self.tr("Đếm việc xảy ra trong kỳ")
        else:
            kind = self.tr("Đếm số đang có vào ngày cuối kỳ")
        return self.tr("{kind}, theo quy tắc đếm {rule} (mã chỉ tiêu {code}).").format(
            kind=kind, rule=indicator.rule, code=indicator.code
        )

    def _list(self, one: Compared) -> None:
        records = one.now.records
        listed = records[:MOST_RECORDS]

        def show(lines: list[Line]) -> None:
            if self._counted.get(one.indicator.code) is not one:
                return
            if self._shown == one.indicator.code:
                self.view.set_records(tuple(record_rows(lines)), self._records_title(len(records)))

        self._context.session.ask(lambda workspace: lines_behind(workspace, listed), show)

    def _records_title(self, total: int) -> str:
        if not total:
            return self.tr("Không có hồ sơ nào được đếm.")
        if total > MOST_RECORDS:
            return self.tr("{shown} trên {total} hồ sơ được đếm").format(
                shown=number(MOST_RECORDS), total=number(total)
            )
        return self.tr("{total} hồ sơ được đếm (Enter để mở)").format(total=number(total))
