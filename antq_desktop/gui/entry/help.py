"""What the help at the side of a form says of a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.gui.entry.limits import limits_help

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.register import Deadline


@dataclass(frozen=True, slots=True)
class Help:
    """A title, an explanation, whether the field travels, its legal basis and limits from it."""

    title: str
    text: str
    travel: str
    basis: str


def help_of(one: Field | None, basis: str, deadlines: Iterable[Deadline], language: str) -> Help:
    """Return the help of a field, or without one how to get it.

    ``basis`` and ``deadlines`` are the register's.
    """
    basis = (one.basis if one else "") or basis
    shown = QCoreApplication.translate("Help", "Căn cứ: {basis}").format(basis=basis)
    if one is None:
        title = QCoreApplication.translate("Help", "Trợ giúp")
        text = QCoreApplication.translate("Help", "Đặt con trỏ vào một ô để xem giải thích.")
        return Help(title, text, "", shown if basis else "")
    words = one.help.text(language) if one.help else _how(one)
    lines = [shown] if basis else []
    lines += limits_help((each for each in deadlines if each.start == one.name), language)
    return Help(one.label.text(language), words, _travel(one), "\n\n".join(lines))


def _travel(one: Field) -> str:
    said = {
        Travel.SHARED: QCoreApplication.translate("Help", "Được gửi trong báo cáo."),
        Travel.PRIVATE: QCoreApplication.translate("Help", "Chỉ lưu ở đơn vị, không gửi đi."),
        Travel.CONFIDENTIAL: QCoreApplication.translate(
            "Help", "Được niêm phong khi lưu; chỉ trưởng đơn vị mở xem được."
        ),
    }
    return said[one.travel]


def _how(one: Field) -> str:
    if one.kind is Kind.MOMENT:
        return QCoreApplication.translate("Help", "Gõ 15/3 0830; chỉ gõ giờ là của hôm nay.")
    if one.kind is Kind.PARTIAL_MOMENT:
        return QCoreApplication.translate(
            "Help", "Gõ 15/3 0830; không rõ giờ thì gõ ngày, tháng hoặc năm."
        )
    if "date" in one.kind:
        return QCoreApplication.translate("Help", "Gõ 15, 15/3, 150324 hoặc 15/03/2024.")
    if one.codes:
        return QCoreApplication.translate("Help", "Gõ vài chữ, có dấu hay không, rồi chọn.")
    return QCoreApplication.translate("Help", "F4 lặp lại giá trị đã lưu lần trước của ô này.")
