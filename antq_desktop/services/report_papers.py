"""The printed report of a period: drawn when its figures are frozen, kept, sent and received.

A version of the figures has one paper. What is printed later, as PDF or for Word, is what went into
the bundle; before the figures are frozen it is what would be drawn now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import paper_name
from antq_desktop.bundle.refusals import Reason
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.paper_codes import report_code
from antq_desktop.domain.period_words import period_in_words
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import UnitKey, parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.printing.collection import form_named
from antq_desktop.printing.form import Sheet
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import PeriodReportSubject, ReportChart, ReportSection
from antq_desktop.services.narrating import report_now
from antq_desktop.services.paper_figures import frozen_figures
from antq_desktop.store.report_papers import ReportPaper

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.periods import Period
    from antq_desktop.printing.drawing.render import Drawn
    from antq_desktop.printing.subjects import FigureLine
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Report

FORM = "period-report"
"""The form of the report of a period."""

MOST_BYTES = 8 * 1024 * 1024
"""A paper that comes in may be so large."""

_MARK = "antq-report/1"
#: What keeps a paper from being drawn and must keep nobody from reporting.
_UNDRAWABLE = frozenset({"paper.no_font", "paper.font_incomplete", "paper.letter_missing"})


@dataclass(frozen=True, slots=True)
class ReportOnPaper:
    """A report to be drawn: what stands on it, its day, and its PDF where it is kept."""

    subject: PeriodReportSubject
    day: date
    pdf: bytes | None = None


def binding(report: Report) -> str:
    """Return what a paper says of the figures that it belongs to, for programs to read."""
    return f"{_MARK} {report.period} {report.version} {report.digest}"


def belongs(pdf: bytes, report: Report) -> bool:
    """Say whether a paper is a PDF that names these figures as its own."""
    return pdf.startswith(b"%PDF-") and f"({binding(report)})".encode() in pdf


def papers_of(workspace: Workspace, reports: Iterable[Report]) -> dict[str, bytes]:
    """Return the papers of frozen reports by period, drawn now where they were not before.

    Call it in the transaction that signs. Where no font can show a report it goes without a paper,
    and the journal says so: figures never wait for a font.
    """
    found: dict[str, bytes] = {}
    for report in reports:
        pdf = _kept_or_drawn(workspace, report)
        if pdf is not None:
            found[report.period] = pdf
    return found


def _kept_or_drawn(workspace: Workspace, report: Report) -> bytes | None:
    kept = workspace.store.report_papers.of_report(report.digest)
    if kept is not None:
        return kept.pdf
    now = workspace.clock.now()
    subject = report_now(workspace, parse_period(report.period), at=now)
    details: dict[str, Json] = {"period": report.period, "version": report.version}
    try:
        pdf = draw_report(workspace, subject, now.date()).pdf
    except Refusal as refused:
        if refused.message_id not in _UNDRAWABLE:
            raise
        workspace.note("report_paper", **details, sha256=None)
        return None
    workspace.note("report_paper", **details, sha256=sha256_hex(pdf))
    body = canonical.dump(_as_json(subject, now)).decode()
    workspace.store.report_papers.add(ReportPaper(report=report.digest, pdf=pdf, body=body))
    return pdf


def report_on_paper(workspace: Workspace, period: Period, *, public: bool = False) -> ReportOnPaper:
    """Return the report of a period: as it was frozen, else as it would be drawn now.

    A print for the public is always drawn anew.
    """
    today = workspace.clock.today()
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    kept = workspace.store.report_papers.of_report(report.digest) if report is not None else None
    if report is None or kept is None or kept.body is None or public:
        return ReportOnPaper(report_now(workspace, period, public=public), today)
    body = cast("Mapping[str, Json]", canonical.load(kept.body.encode()))
    at = datetime.fromisoformat(str(body["at"]))
    return ReportOnPaper(_from_json(workspace, period, report, body), at.date(), kept.pdf)


def draw_report(workspace: Workspace, subject: PeriodReportSubject, day: date) -> Drawn:
    """Draw a report as PDF; its own description names the figures that it belongs to."""
    from antq_desktop.printing.drawing.render import Document, render_all

    form, period = form_named(FORM), subject.figures.period
    issuer = issuer_of(workspace.unit, workspace.units, period.last, form.body)
    blocks = form.blocks(Sheet(issuer, day), subject)
    version, digest = subject.figures.version, subject.digest
    named = digest is not None and not subject.public
    keywords = f"{_MARK} {period.code} {version} {digest}" if named else ""
    code, practice = None, workspace.place.practice
    if named and digest is not None and version is not None:
        code = report_code(workspace.place.id, period.code, version, digest, practice=practice)
    return render_all(form, [Document("", blocks, code)], practice=practice, keywords=keywords)


def take_paper(workspace: Workspace, bundle: OpenBundle, report: Report) -> list[Reason]:
    """Keep the paper that came with a report; return what is to be remarked where it is another's.

    A bundle may come without a paper.
    """
    name = paper_name(report.period)
    size = next((one.size for one in bundle.manifest.files if one.path == name), None)
    if size is None:
        return []
    pdf = bundle.read(name) if size <= MOST_BYTES else b""
    if not belongs(pdf, report):
        return [Reason("report_paper_other", name)]
    workspace.store.report_papers.add(
        ReportPaper(report=report.digest, pdf=pdf, imported=report.imported)
    )
    return []


def received_paper(workspace: Workspace, period: Period, unit: UnitKey) -> tuple[Report, bytes]:
    """Return the newest report of a unit and the paper that came with it.

    Refusal ``reports.never_came`` without a report, ``reports.no_paper`` where it came without one.
    """
    versions = workspace.store.exchanged.versions(unit.text, period.code)
    if not versions:
        raise Refusal("reports.never_came", period=period.code)
    kept = workspace.store.report_papers.of_report(versions[-1].digest)
    if kept is None:
        raise Refusal("reports.no_paper", period=period.code)
    return versions[-1], kept.pdf


def _as_json(subject: PeriodReportSubject, at: datetime) -> Json:
    """Return all that a report says beside the figures that it states."""
    units = {key.text: name for key, name in subject.figures.units}
    sections: list[Json] = [
        {
            "heading": one.heading,
            "level": one.level,
            "generated": list(one.generated),
            "own": one.own,
            "headed": one.headed,
        }
        for one in subject.sections
    ]
    charts: list[Json] = [
        {
            "title": one.title,
            "counted_in": one.counted_in,
            "bars": [[label, value] for label, value in one.bars],
        }
        for one in subject.charts
    ]
    by_unit: dict[str, Json] = {
        line.indicator.code: {
            key.text: [figure.value, figure.denominator] for key, figure in line.by_unit.items()
        }
        for line in subject.figures.lines
    }
    return {
        "at": at.isoformat(),
        "sections": sections,
        "charts": charts,
        "units": cast("Json", units),
        "by_unit": by_unit if units else {},
        "notes": list(subject.figures.notes),
    }


def _from_json(
    workspace: Workspace, period: Period, report: Report, body: Mapping[str, Json]
) -> PeriodReportSubject:
    at = datetime.fromisoformat(str(body["at"]))
    figures = frozen_figures(workspace, period, report, at)
    by_unit = cast("Mapping[str, Mapping[str, Sequence[int | None]]]", body["by_unit"])
    names = cast("Mapping[str, str]", body["units"])
    figures = replace(
        figures,
        lines=[_with_units(line, by_unit.get(line.indicator.code, {})) for line in figures.lines],
        units=[(parse_unit_key(key), name) for key, name in names.items()],
        notes=cast("Sequence[str]", body["notes"]),
    )
    return PeriodReportSubject(
        figures,
        period_in_words(period),
        [
            ReportSection(
                str(one["heading"]),
                cast("int", one["level"]),
                cast("Sequence[str]", one["generated"]),
                str(one["own"]),
                bool(one["headed"]),
            )
            for one in cast("Sequence[Mapping[str, Json]]", body["sections"])
        ],
        [
            ReportChart(
                str(one["title"]),
                str(one["counted_in"]),
                [(label, value) for label, value in cast("list[tuple[str, int]]", one["bars"])],
            )
            for one in cast("Sequence[Mapping[str, Json]]", body["charts"])
        ],
        report.digest,
    )


def _with_units(line: FigureLine, by_unit: Mapping[str, Sequence[int | None]]) -> FigureLine:
    figures = {
        parse_unit_key(key): Figure(cast("int", value), denominator=denominator)
        for key, (value, denominator) in by_unit.items()
    }
    return replace(line, by_unit=figures)
