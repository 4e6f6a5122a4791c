"""Báo cáo tổng kết phong trào and the shorter reports, on mẫu 1.4 of NĐ 30/2020, Phụ lục III.

The outline is that of domain.md D.4. Where nothing is known and nobody wrote, there are dotted
lines for the hand. The annex with all figures and the charts follow on pages of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.annex import annex_blocks
from antq_desktop.printing.blocks import Addressees, Bars, Break, Line, Style, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import closing, document_head, superior_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import PeriodReportSubject, ReportSection

_MOVEMENT = "phong trào Toàn dân bảo vệ an ninh Tổ quốc"
_ROOM = 3
"""Dotted lines where there is neither a figure nor a word."""
_GROUP = 4
"""Digits of the binding code that stand together."""


def _blocks(sheet: Sheet, report: PeriodReportSubject) -> Sequence[Block]:
    period = report.figures.period
    kind = "Tổng kết" if period.yearly else "Kết quả xây dựng"
    above = sheet.issuer.above
    return [
        document_head(sheet, "BC"),
        Title("BÁO CÁO", f"{kind} {_MOVEMENT} {report.name}"),
        *([] if report.public else [Addressees(superior_of(sheet))]),
        Text(
            f"{sheet.issuer.unit} báo cáo kết quả công tác xây dựng {_MOVEMENT} {report.name}"
            f" (số liệu tính từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y})"
            " như sau:"
        ),
        *(block for one in report.sections for block in _section(one)),
        Text(f"Trên đây là báo cáo của {sheet.issuer.unit} về {_MOVEMENT} {report.name}./."),
        closing(sheet, *([above] if above and not report.public else [])),
        *([] if report.public else _annex(sheet, report)),
    ]


def _section(section: ReportSection) -> Iterator[Block]:
    yield Text(section.heading, Style.HEADING)
    yield from (Text(text) for text in section.generated)
    yield from (Text(text) for text in section.own.split("\n") if text)
    if not (section.generated or section.own or section.headed):
        yield Line("", None, _ROOM)


def _annex(sheet: Sheet, report: PeriodReportSubject) -> Iterator[Block]:
    yield Break(landscape=True)
    yield from annex_blocks(sheet, report.figures)
    if report.digest is not None:
        groups = (report.digest[at : at + _GROUP] for at in range(0, len(report.digest), _GROUP))
        yield Text(f"Mã số liệu (SHA-256 của báo cáo số liệu): {' '.join(groups)}", Style.SMALL)
    if report.charts:
        yield Text("Biểu đồ", Style.HEADING)
    yield from (Bars(one.title, one.bars, one.counted_in) for one in report.charts)


FORM = Form(
    code="period-report",
    title=Label("Báo cáo phong trào của kỳ", "Report of the movement in a period"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4",
    layout=Layout.REFERENCE,
    needs=Needs.PERIOD,
    narrative=True,
    blocks=_blocks,
)
