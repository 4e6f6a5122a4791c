"""The words of the matrix: states as a word and as a letter, heads of periods, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.periods import CUSTOM
from antq_desktop.gui.common.wording import (
    day,
    families,
    moment,
    part_name,
    short_period,
    verdict_name,
)
from antq_desktop.services.reported import ReportState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.series import Series
    from antq_desktop.gui.theme import Tone
    from antq_desktop.services.reported import Cell


def state_names() -> Mapping[ReportState, tuple[str, str, Tone]]:
    """Return each state as a word, as a letter where room is short, and its tone."""
    translate = QCoreApplication.translate
    return {
        ReportState.REPORTED: (
            translate("Reported", "Đã nộp"),
            translate("Reported", "N", "reported"),
            "done",
        ),
        ReportState.NIL: (
            translate("Reported", "Không PS"),
            translate("Reported", "K", "nil"),
            "done",
        ),
        ReportState.LATE: (
            translate("Reported", "Nộp muộn"),
            translate("Reported", "M", "late"),
            "warning",
        ),
        ReportState.WAITING: (
            translate("Reported", "Chưa nộp"),
            translate("Reported", "C", "waiting"),
            "neutral",
        ),
        ReportState.OVERDUE: (
            translate("Reported", "Quá hạn"),
            translate("Reported", "Q", "overdue"),
            "error",
        ),
        ReportState.RETURNED: (
            translate("Reported", "Trả lại"),
            translate("Reported", "T", "returned"),
            "error",
        ),
        ReportState.GAP: (
            translate("Reported", "Thiếu gói"),
            translate("Reported", "G", "gap"),
            "warning",
        ),
        ReportState.FORK: (
            translate("Reported", "Hai bản"),
            translate("Reported", "H", "fork"),
            "error",
        ),
        ReportState.HELD: (
            translate("Reported", "Đang giữ"),
            translate("Reported", "Đ", "held"),
            "warning",
        ),
        ReportState.NOT_DUE: (translate("Reported", "–"), translate("Reported", "–"), "neutral"),
    }


def explained(cell: Cell) -> str:
    """Return what a state means, and what came when."""
    translate = QCoreApplication.translate
    texts = {
        ReportState.REPORTED: translate("Reported", "Đã nộp báo cáo."),
        ReportState.NIL: translate("Reported", "Đã ký báo cáo không phát sinh."),
        ReportState.LATE: translate("Reported", "Đã nộp, sau hạn nộp."),
        ReportState.WAITING: translate("Reported", "Chưa nộp; chưa quá hạn hoặc chưa đặt hạn."),
        ReportState.OVERDUE: translate("Reported", "Chưa nộp, đã quá hạn."),
        ReportState.RETURNED: translate("Reported", "Gói đã bị trả lại; chờ gói đã sửa."),
        ReportState.GAP: translate("Reported", "Gói đang giữ: thiếu gói trước hoặc cần cập nhật."),
        ReportState.FORK: translate("Reported", "Có hai bản trái nhau; cần chỉ huy quyết định."),
        ReportState.HELD: translate("Reported", "Cán bộ đang giữ gói để xem xét."),
        ReportState.NOT_DUE: translate("Reported", "Không phải nộp, hoặc kỳ chưa kết thúc."),
    }
    if cell.at is None:
        return texts[cell.state]
    came = translate("Reported", "Nhận lúc {time} ({verdict}).")
    verdict = verdict_name(cell.verdict)[0] if cell.verdict is not None else ""
    return f"{texts[cell.state]} {came.format(time=moment(cell.at), verdict=verdict)}"


def head(period: Period, *, compact: bool = False) -> str:
    """Return a period as the head of a narrow column; of a month ``compact`` leaves its number."""
    translate = QCoreApplication.translate
    if period.family == CUSTOM:
        return short_period(period)
    short = {
        "H1": translate("Reported", "6T đầu"),
        "H2": translate("Reported", "6T cuối"),
        "9T": translate("Reported", "9 tháng"),
    }
    if compact and period.part.isdigit():
        return str(int(period.part))
    if period.part.isdigit():
        return translate("Reported", "T{month}").format(month=int(period.part))
    return short.get(period.part) or part_name(period.family, period.part)


def head_hint(period: Period, due: date | None) -> str:
    """Return a period with its days and its due date."""
    translate = QCoreApplication.translate
    days = f"{short_period(period)} ({day(period.first)} – {day(period.last)})"
    if due is None:
        return f"{days}. {translate('Reported', 'Chưa đặt hạn nộp.')}"
    return f"{days}. {translate('Reported', 'Hạn nộp {day}.').format(day=day(due))}"


def series_name(series: Series) -> str:
    """Return a series in words: "Tháng – Dương lịch"."""
    translate = QCoreApplication.translate
    kinds = {
        "M": translate("Reported", "Tháng"),
        "Q": translate("Reported", "Quý"),
        "H": translate("Reported", "6 tháng"),
        "Y": translate("Reported", "Năm"),
        "9T": translate("Reported", "9 tháng"),
    }
    family = families()[series.family]
    alone = series.family in {"TT124KDC", "TT124XA", "TD198"}
    return family if alone else f"{kinds[series.letter]} – {family}"
