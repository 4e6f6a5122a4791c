"""Words that several screens share: numbers, moments, periods, reasons, problems, figures."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from antq_desktop.domain.periods import CUSTOM
from antq_desktop.messages import label, words
from antq_desktop.services.reason_words import reason_words, said_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.errors import MessageValue
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.ages import Age

UNSEEN = ("submission.json", "META-INF/")
"""Files of a bundle of which people know nothing, and how their names begin."""

_OF_A_YEAR = frozenset({"H1", "H2", "9T"})
"""The parts whose name ends in the word for a year: its number follows as in a sentence."""


def families() -> Mapping[str, str]:
    """Return the families of periods by code, with their names, in the order they are offered."""
    return {
        "DL": QCoreApplication.translate("Periods", "Dương lịch"),
        "ND09": QCoreApplication.translate("Periods", "Chế độ báo cáo (NĐ 09/2019)"),
        "CAND": QCoreApplication.translate("Periods", "Năm công tác Công an"),
        "TT124KDC": QCoreApplication.translate("Periods", "Năm xét khu dân cư (TT 124/2021)"),
        "TT124XA": QCoreApplication.translate("Periods", "Năm xét cấp xã (TT 124/2021)"),
        "TD198": QCoreApplication.translate("Periods", "Đợt thi đua 19/8"),
        CUSTOM: QCoreApplication.translate("Periods", "Từ ngày đến ngày"),
    }


def part_name(family: str, part: str) -> str:
    """Return the name of a part of a year; the three months of a campaign have no other."""
    names = {
        "": QCoreApplication.translate("Periods", "Cả năm")
        if family != "TD198"
        else QCoreApplication.translate("Periods", "Cả đợt"),
        "Q1": QCoreApplication.translate("Periods", "Quý I"),
        "Q2": QCoreApplication.translate("Periods", "Quý II"),
        "Q3": QCoreApplication.translate("Periods", "Quý III"),
        "Q4": QCoreApplication.translate("Periods", "Quý IV"),
        "H1": QCoreApplication.translate("Periods", "6 tháng đầu năm"),
        "H2": QCoreApplication.translate("Periods", "6 tháng cuối năm"),
        "9T": QCoreApplication.translate("Periods", "9 tháng đầu năm"),
    }
    if part in names:
        return names[part]
    return QCoreApplication.translate("Periods", "Tháng {month}").format(month=int(part))


def day(value: date) -> str:
    """Return a day as people write it."""
    return value.strftime("%d/%m/%Y")


def moment(stored: str) -> str:
    """Return a stored moment (ISO 8601) as people write it."""
    return datetime.fromisoformat(stored).strftime("%H:%M %d/%m/%Y")


def doubt_words(backup: Age) -> str:
    """Say that the date of a backup and that of the PC cannot both be right, and what to do."""
    words = QCoreApplication.translate(
        "Wording", "Bản sao lưu ghi ngày {day}, máy ghi {today}: xem lại ngày giờ của máy"
    )
    today = backup.now.strftime("%d/%m/%Y")
    return words.format(day=backup.at.strftime("%d/%m/%Y"), today=today)


def number(value: int) -> str:
    """Return a whole number with its thousands apart."""
    return QLocale().toString(value)


def short_period(period: Period) -> str:
    """Return a period in words: "Quý I/2024", "6 tháng đầu năm 2024", "Năm 2023, Năm công tác…"."""
    if period.family == CUSTOM:
        return f"{day(period.first)} \u2013 {day(period.last)}"
    family, year = families()[period.family], f"{period.year:04}"
    if period.family == "TD198":
        return f"{family}/{year}"
    name = QCoreApplication.translate("Periods", "Năm {year}").format(year=year)
    if period.part:
        between = " " if period.part in _OF_A_YEAR else "/"
        name = f"{part_name(period.family, period.part)}{between}{year}"
    return name if period.family == "DL" else f"{name}, {family}"


def period_name(period: Period) -> str:
    """Return a period in words with its days: "Quý I/2024" and its days in brackets."""
    if period.family == CUSTOM:
        return short_period(period)
    return f"{short_period(period)} ({day(period.first)} \u2013 {day(period.last)})"


def verdict_name(state: str, reasons: Iterable[Reason] = ()) -> tuple[str, Tone]:
    """Return a state or verdict in words, and its tone; ``reasons`` tell a return by a person."""
    if state == "refused" and any(one.rule == "returned" for one in reasons):
        return QCoreApplication.translate("Verdicts", "Đã trả lại"), "warning"
    names: Mapping[str, tuple[str, Tone]] = {
        "accepted": (QCoreApplication.translate("Verdicts", "Đã nhận"), "done"),
        "remarks": (QCoreApplication.translate("Verdicts", "Đã nhận, có lưu ý"), "warning"),
        "same": (QCoreApplication.translate("Verdicts", "Đã có từ trước"), "info"),
        "refused": (QCoreApplication.translate("Verdicts", "Từ chối"), "error"),
        "held": (QCoreApplication.translate("Verdicts", "Đang giữ"), "warning"),
        "held_gap": (QCoreApplication.translate("Verdicts", "Giữ lại, chờ gói trước"), "warning"),
        "held_newer": (QCoreApplication.translate("Verdicts", "Giữ lại, chờ cập nhật"), "warning"),
        "fork": (QCoreApplication.translate("Verdicts", "Giữ lại, hai bản trái nhau"), "error"),
        "withdrawn": (QCoreApplication.translate("Verdicts", "Đã rút lại"), "warning"),
        "written": (QCoreApplication.translate("Verdicts", "Đã ghi ra USB"), "info"),
        "covered": (QCoreApplication.translate("Verdicts", "Đã có trong gói sau"), "done"),
        "prepared": (QCoreApplication.translate("Verdicts", "Chờ thủ trưởng ký"), "warning"),
        "signed": (QCoreApplication.translate("Verdicts", "Đã ký, chưa ghi"), "warning"),
    }
    return names[state]


def figure_text(figure: Figure) -> str:
    """Return a figure as a table shows it: a number, or x/y."""
    if figure.denominator is None:
        return number(figure.value)
    return f"{number(figure.value)}/{number(figure.denominator)}"


def sentence(said: tuple[str, Mapping[str, MessageValue]], language: Language) -> str:
    """Return one of the three sentences of a verdict."""
    message_id, values = said
    return label(message_id, language, **values)


def reason_line(
    reason: Reason, language: Language, registers: Mapping[str, Register] | None = None
) -> str:
    """Return a reason as a line: where (file, row, field) and what, and what to do."""
    said = said_of(reason, language)
    row = QCoreApplication.translate("Verdicts", "dòng {row}")
    register = _register_of(reason, registers or {})
    # What is wrong with the manifest or a signature is said of the bundle.
    named = None if (reason.file or "").startswith(UNSEEN) else reason.file
    shown_file = register.label.text(language) if register else named
    field = _field_name(register, reason.field, language) if reason.field else None
    where = (shown_file, row.format(row=number(reason.row)) if reason.row else None, field)
    place = ", ".join(part for part in where if part)
    return f"{place}: {said.text} {said.action}" if place else f"{said.text} {said.action}"


def rule_words(rule: str | None, language: Language) -> str:
    """Return what a rule of receipts says; "" without one, or for one that has no words here."""
    said = reason_words(rule, language) if rule is not None else None
    return said.text if said is not None else ""


def _register_of(reason: Reason, registers: Mapping[str, Register]) -> Register | None:
    name = (reason.file or "").removeprefix("records/").removesuffix(".jsonl")
    return registers.get(name)


def _field_name(register: Register | None, path: str, language: Language) -> str | None:
    """Return the label of a field; a place that people do not see, such as ``$.base``, is left."""
    if register is None or path.startswith("$"):
        return None
    return field_label(register, path, language)


def field_label(register: Register, path: str, language: Language) -> str:
    """Return a field path ("points[2].started_on") in words."""
    name, _, column = path.partition(".")
    name, _, row = name.partition("[")
    field = register.by_name.get(name)
    if field is None:
        return path
    text = field.label.text(language)
    if row:
        text = f"{text} {row.removesuffix(']')}"
    below = next((one for one in field.columns if one.name == column), None)
    return f"{text}, {below.label.text(language)}" if below else text


def problem_line(problem: Problem, language: Language) -> str:
    """Return a problem with what to do about it."""
    said = words(problem.rule, language, problem.values)
    return f"{said.text} {said.action}"


def labels(fields: Iterable[Field], language: Language) -> str:
    """Return the labels of fields, one after the other."""
    return ", ".join(field.label.text(language) for field in fields)
