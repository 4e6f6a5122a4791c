"""The report of a period as it would be drawn now: figures, words, charts.

Compared are the period before and the same of the year before: by the figures that were signed for
them, else as they are counted now. Nothing is compared where the units were others then, where the
controls find that the earlier figures cannot be right, or where they were counted by other rules:
signed by a program with another catalogue, or with another setting of a switch.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.charts import CHARTED, charts_of
from antq_desktop.domain.controls import Seen, findings
from antq_desktop.domain.narrative import Base, Narrator, Stated
from antq_desktop.domain.outline import numbered
from antq_desktop.domain.period_words import period_in_words
from antq_desktop.domain.switches import settings
from antq_desktop.printing.subjects import PeriodReportSubject, ReportChart, ReportSection
from antq_desktop.services.controlling import Controls
from antq_desktop.services.counting import CountedWith, count
from antq_desktop.services.frozen import bare, body_of, figures_of_body
from antq_desktop.services.paper_figures import figures_now, frozen_figures
from antq_desktop.services.report_texts import own_texts
from antq_desktop.services.switching import switches_of
from antq_desktop.services.telling import standard_of_year
from antq_desktop.services.territory import same_territory, units_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.outline import Section
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.printing.subjects import FiguresSubject
    from antq_desktop.services.counted_rows import Rows
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report


@dataclass(frozen=True, slots=True)
class Told:
    """A section as a window shows it: its heading, what is generated, what officers wrote."""

    section: Section
    heading: str
    generated: Sequence[str]
    own: str


def narrate(workspace: Workspace, period: Period) -> list[Told]:
    """Return the sections of the report as it would be drawn now, those without words as well."""
    return _told(workspace, period, _Material(workspace, period), public=False)


def report_now(
    workspace: Workspace, period: Period, *, public: bool = False, at: datetime | None = None
) -> PeriodReportSubject:
    """Return the report of a period as it would be drawn now.

    Its figures are those of the frozen report, where there is one; ``at`` is then when it was
    signed. ``public`` keeps back what could tell who somebody is, and the annex.
    """
    material = _Material(workspace, period, at)
    told = _told(workspace, period, material, public=public)
    report = material.report
    return PeriodReportSubject(
        figures=material.figures,
        name=period_in_words(period),
        sections=[
            ReportSection(
                one.heading, one.section.level, one.generated, one.own, not one.section.has_text
            )
            for one in told
        ],
        charts=[] if public else list(_charts(period, material)),
        digest=report.digest if report is not None else None,
        public=public,
    )


class _Material:
    """What a report is made of: the figures that it states, and the rows that they come from."""

    def __init__(self, workspace: Workspace, period: Period, at: datetime | None = None) -> None:
        self.dated: dict[str, list[tuple[UnitKey, str]]] = {}
        self.counted = count(workspace, period, watch=self._date)
        self.report: Report | None = workspace.store.exchanged.last_report(
            workspace.place.id, period.code
        )
        now = figures_now(workspace, period, self.counted)
        self.figures = (
            now
            if self.report is None
            else _by_unit(frozen_figures(workspace, period, self.report, at), now)
        )
        self.switches: Mapping[str, str] = (
            switches_of(workspace)
            if self.report is None
            else settings(cast("Mapping[str, Json]", body_of(self.report)["switches"]))
        )
        self.stated = {
            line.indicator.code: Stated(line.indicator, line.figure, line.late)
            for line in self.figures.lines
        }

    def _date(self, unit: UnitKey, rows: Rows, figures: Mapping[str, Figure]) -> None:
        """Keep the days that charts are drawn of; the rows themselves are not kept."""
        for one in CHARTED:
            figure = figures.get(one.code)
            behind = {named.record for named in figure.records} if figure is not None else set()
            self.dated.setdefault(one.code, []).extend(
                (unit, row.day(one.day))
                for row in rows.get(one.register, ())
                if row.record in behind
            )

    def unchanged(self) -> Iterator[CountedIndicator]:
        """Yield what counts now as it is stated: only of that may more be told than is stated."""
        for one in self.counted:
            stated = self.stated.get(one.indicator.code)
            if stated is not None and bare(one.figure, None) == bare(stated.figure, None):
                yield one


def _by_unit(stated: FiguresSubject, now: FiguresSubject) -> FiguresSubject:
    """Add to frozen figures their units, for those that are the same now."""
    counted = {line.indicator.code: line for line in now.lines}
    lines = []
    for line in stated.lines:
        same = counted.get(line.indicator.code)
        if same is not None and bare(same.figure, None) == bare(line.figure, None):
            lines.append(replace(line, by_unit=same.by_unit))
        else:
            lines.append(line)
    units = now.units if all(line.by_unit for line in lines if line.figure.value) else ()
    return replace(stated, lines=lines, units=units)


def _told(workspace: Workspace, period: Period, material: _Material, *, public: bool) -> list[Told]:
    stated = dict(material.stated)
    for code, figure in standard_of_year(workspace, period).items():
        stated.setdefault(code, Stated(workspace.catalogue.indicators[code][1], figure))
    units = units_behind(material.counted) | workspace.own_units
    bases = list(_bases(workspace, period, units, material.switches))
    narrator = Narrator(stated, bases, public=public)
    outline = narrator.outline()
    texts = own_texts(workspace, period)
    return [
        Told(one, heading, narrator.paragraphs(one), texts.get(one, ""))
        for one, heading in zip(outline, numbered(outline), strict=True)
    ]


def _bases(
    workspace: Workspace,
    period: Period,
    units: frozenset[UnitKey],
    switches: Mapping[str, str],
) -> Iterator[Base]:
    for before in dict.fromkeys((period.previous(), period.year_before())):
        if same_territory(workspace, period, before, units):
            figures = _figures_before(workspace, before, switches)
            if figures:
                yield Base(period_in_words(before), figures)


def _figures_before(
    workspace: Workspace, period: Period, switches: Mapping[str, str]
) -> Mapping[str, Figure]:
    """Return the figures of an earlier period; nothing where they cannot be right.

    ``switches`` are the settings of the figures that stand beside them.
    """
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    found = _signed_before(workspace, period, report, switches) if report is not None else None
    if found is None:
        controls = Controls(period)
        with_these = CountedWith(switches, None)
        counted = count(workspace, period, counted_with=with_these, watch=controls.look)
        if any(one.hard for one in controls.findings):
            return {}
        found = {one.indicator.code: one.figure for one in counted}
    return {**standard_of_year(workspace, period), **found}


def _signed_before(
    workspace: Workspace, period: Period, report: Report, switches: Mapping[str, str]
) -> Mapping[str, Figure] | None:
    """Return what a report states and may stand beside figures of now.

    None where another catalogue counted it: its rules may be others, so it is counted again.
    """
    body = body_of(report)
    if cast("Mapping[str, Json]", body["versions"])["catalogue"] != workspace.catalogue.version:
        return None
    figures = {code: one.figure for code, one in figures_of_body(body).items()}
    if any(one.hard for one in findings(Seen(workspace.unit.key, period, figures, {}))):
        return {}
    then = settings(cast("Mapping[str, Json]", body["switches"]))
    return {
        code: figure
        for code, figure in figures.items()
        if all(
            one.chosen(then) == one.chosen(switches)
            for one in workspace.catalogue.indicators[code][1].switches
        )
    }


def _charts(period: Period, material: _Material) -> Iterator[ReportChart]:
    counted = {one.indicator.code: one for one in material.unchanged()}
    units = dict(material.figures.units)
    for charted in CHARTED:
        if charted.code not in counted:
            continue
        for chart in charts_of(charted, material.dated.get(charted.code, ()), period, units):
            counted_in = material.stated[charted.code].indicator.counted_in.vi
            yield ReportChart(chart.title, counted_in, chart.bars)
