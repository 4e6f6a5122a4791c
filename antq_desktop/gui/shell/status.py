"""The words of the line at the bottom: what was saved when and by whom, how old the backup is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.services.clock import system_time

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.services.overview import Act

_OLD_BACKUP_DAYS = 7


def saved_words(saved: Act | None) -> str:
    """Say when something was saved last, and by whom."""
    if saved is None:
        return QCoreApplication.translate("Desk", "Chưa lưu hồ sơ nào")
    at = saved.at.strftime("%H:%M %d/%m/%Y")
    words = QCoreApplication.translate("Desk", "Lưu gần nhất: {at}, {name}")
    return words.format(at=at, name=saved.name)


def backup_words(at: datetime | None) -> tuple[str, bool]:
    """Say how old the last backup is, and whether that is too old."""
    if at is None:
        return QCoreApplication.translate("Desk", "Chưa có bản sao lưu; sẽ tạo khi khóa sổ"), False
    days = (system_time().date() - at.date()).days
    if days <= 0:
        words = QCoreApplication.translate("Desk", "Bản sao lưu: {time} hôm nay")
        text = words.format(time=at.strftime("%H:%M"))
    else:
        words = QCoreApplication.translate("Desk", "Bản sao lưu: {days} ngày trước")
        text = words.format(days=days)
    return text, days > _OLD_BACKUP_DAYS
