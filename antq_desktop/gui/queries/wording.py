"""The words of queries on both sides: states, records, fields, reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.sharing import quoted
from antq_desktop.gui.common.wording import day, field_label, rule_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.theme import Tone
    from antq_desktop.messages import Language
    from antq_desktop.services.duties import Duty
    from antq_desktop.services.following import Followed
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Query


def duty_state(duty: Duty) -> tuple[str, Tone]:
    """Return how far a duty is, in words and a tone."""
    if duty.late:
        return QCoreApplication.translate("Queries", "Quá hạn"), "error"
    names: Mapping[str, tuple[str, Tone]] = {
        "open": (QCoreApplication.translate("Queries", "Cần làm"), "warning"),
        "answered": (QCoreApplication.translate("Queries", "Đã sửa, chưa gửi"), "accent"),
        "sent": (QCoreApplication.translate("Queries", "Đã gửi"), "info"),
        "closed": (QCoreApplication.translate("Queries", "Xong"), "done"),
        "again": (QCoreApplication.translate("Queries", "Đã hỏi lại"), "neutral"),
        "withdrawn": (QCoreApplication.translate("Queries", "Đã rút"), "neutral"),
    }
    if duty.state == "answered" and duty.revision is None:
        return QCoreApplication.translate("Queries", "Đã trả lời, chưa gửi"), "accent"
    return names[duty.state]


def followed_state(one: Followed) -> tuple[str, Tone]:
    """Return where a query stands at the office, in words and a tone."""
    names: Mapping[str, tuple[str, Tone]] = {
        "asked": (QCoreApplication.translate("Queries", "Chưa ghi ra USB"), "warning"),
        "written": (QCoreApplication.translate("Queries", "Chờ trả lời"), "info"),
        "overdue": (QCoreApplication.translate("Queries", "Quá hạn"), "error"),
        "answered": (QCoreApplication.translate("Queries", "Trả lời bằng lời"), "accent"),
        "closed": (QCoreApplication.translate("Queries", "Xong"), "done"),
        "again": (QCoreApplication.translate("Queries", "Đã hỏi lại"), "neutral"),
        "withdrawn": (QCoreApplication.translate("Queries", "Đã rút"), "neutral"),
    }
    return names[one.state]


def record_name(
    query: Query, line: Line | None, registers: Mapping[str, Register], language: Language
) -> str:
    """Return a record as people find it: its words, register and number in the book."""
    register = registers.get(query.register or "")
    if register is None:
        return QCoreApplication.translate("Queries", "Cả gói đã nộp")
    name = register.short_label.text(language)
    if line is None:
        missing = QCoreApplication.translate("Queries", "{register}, hồ sơ chưa có ở đây")
        return missing.format(register=name)
    words = QCoreApplication.translate("Queries", "{title} ({register}, số {book})")
    return words.format(title=line.title, register=name, book=line.book or "")


def field_name(query: Query, registers: Mapping[str, Register], language: Language) -> str:
    """Return the field that is asked about, or that all of the record is."""
    register = registers.get(query.register or "")
    if query.field is None or register is None:
        return QCoreApplication.translate("Queries", "Cả hồ sơ")
    return field_label(register, query.field, language)


def what_is_wanted(query: Query, language: Language) -> str:
    """Return the office's words between quotation marks, or why its receipt refused the row."""
    return quoted(query.text) if query.text else rule_words(query.rule, language)


def due_text(query: Query) -> str:
    """Return the last day as people write it, "" without one."""
    return day(date.fromisoformat(query.due)) if query.due is not None else ""
