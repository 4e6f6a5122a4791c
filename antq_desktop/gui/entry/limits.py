"""The time limits of a record below its title, and what is not known of them for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from antq_desktop.domain.deadlines import to_minute
from antq_desktop.domain.fields import UNVERIFIED
from antq_desktop.domain.typed import show_date, show_moment
from antq_desktop.gui.common.chips import Chip
from antq_desktop.gui.common.pages import label
from antq_desktop.gui.theme import XS, S

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from antq_desktop.domain.register import Deadline
    from antq_desktop.gui.theme import Theme, Tone
    from antq_desktop.services.limits import Limit


class LimitsBar(QWidget):
    """One entry a limit: how it stands, its name and last moment, a mark where it is in doubt."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Limit, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._entries: list[QWidget] = []
        self.hide()

    def show_limits(self, limits: Sequence[Limit], language: str) -> None:
        """Show these limits; the bar is hidden where none applies."""
        if self._shown == tuple(limits):
            return
        self._shown = tuple(limits)
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = [self._entry(limit, language) for limit in self._shown]
        for entry in self._entries:
            self._column.addWidget(entry)
        self.setVisible(bool(self._shown))

    def words(self) -> list[str]:
        """Return what the bar says, one text an entry, as a screen reader would."""
        return [entry.accessibleName() for entry in self._entries]

    def _entry(self, limit: Limit, language: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        state, tone = _state(limit)
        parts: list[QLabel] = [self._chip(state, tone), label(_line(limit, language), wrap=False)]
        if not limit.verified:
            doubt = self._chip(UNVERIFIED.text(language), "warning")
            doubt.setToolTip("\n".join(filter(None, _doubts(limit))))
            parts.append(doubt)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        entry.setToolTip(limit.deadline.basis)
        entry.setAccessibleName(", ".join(part.text() for part in parts))
        return entry

    def _chip(self, text: str, tone: Tone) -> Chip:
        chip = Chip(self._theme)
        chip.show_state(text, tone)
        return chip


def limits_help(deadlines: Iterable[Deadline], language: str) -> list[str]:
    """Return what the help of a field says of the limits that run from it; a doubt is said once."""
    words = QCoreApplication.translate("Limits", "Tính từ đây: {limit} ({basis}).")
    said, doubts = [], []
    for one in deadlines:
        said.append(words.format(limit=one.label.text(language), basis=one.basis))
        doubts.append(_doubt(one))
    return [*said, *dict.fromkeys(filter(None, doubts))]


def _doubts(limit: Limit) -> Iterator[str]:
    """Yield what is not known for certain: the text that sets the limit, a day it runs over."""
    if not limit.text_read:
        yield _doubt(limit.deadline)
    if not limit.days_sure:
        yield QCoreApplication.translate(
            "Limits",
            "Có ngày nghỉ hoặc ngày làm bù chưa xác minh: xem Lịch ngày làm việc.",
        )


def _doubt(deadline: Deadline) -> str:
    if deadline.unverified_from is None:
        return ""
    words = QCoreApplication.translate(
        "Limits", "Từ {day}: chưa xác minh văn bản đang áp dụng; đối chiếu với văn bản của đơn vị."
    )
    return words.format(day=show_date(deadline.unverified_from.isoformat()))


def _state(limit: Limit) -> tuple[str, Tone]:
    if limit.met is not None and to_minute(limit.met) > limit.due:
        return QCoreApplication.translate("Limits", "Đã làm, quá hạn"), "warning"
    if limit.met is not None:
        return QCoreApplication.translate("Limits", "Đã làm"), "done"
    if limit.overdue:
        return QCoreApplication.translate("Limits", "Quá hạn"), "error"
    return QCoreApplication.translate("Limits", "Phải làm"), "accent"


def _line(limit: Limit, language: str) -> str:
    return QCoreApplication.translate("Limits", "{limit}: hạn {moment}").format(
        limit=limit.deadline.label.text(language), moment=show_moment(limit.due.isoformat())
    )
