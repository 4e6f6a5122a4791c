"""The words of the line at the bottom: what was saved when and by whom, how old the backup is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from antq_desktop.gui.common.wording import doubt_words

if TYPE_CHECKING:
    from antq_desktop.services.ages import Age
    from antq_desktop.services.overview import Act

_OLD_BACKUP_DAYS = 7


def saved_words(saved: Act | None) -> str:
    """Say when something was saved last, and by whom."""
    if saved is None:
        return QCoreApplication.translate("Desk", "Chưa lưu hồ sơ nào")
    at = saved.at.strftime("%H:%M %d/%m/%Y")
    words = QCoreApplication.translate("Desk", "Lưu gần nhất: {at}, {name}")
    return words.format(at=at, name=saved.name)


def backup_words(backup: Age | None) -> tuple[str, bool]:
    """Say how old the last backup is, and whether that is too old or cannot be true."""
    if backup is None:
        return QCoreApplication.translate("Desk", "Chưa có bản sao lưu; sẽ tạo khi khóa sổ"), False
    if not backup.sure:
        return doubt_words(backup), True
    if backup.days == 0:
        words = QCoreApplication.translate("Desk", "Bản sao lưu: {time} hôm nay")
        return words.format(time=backup.at.strftime("%H:%M")), False
    words = QCoreApplication.translate("Desk", "Bản sao lưu: {days} ngày trước")
    return words.format(days=backup.days), backup.days > _OLD_BACKUP_DAYS
