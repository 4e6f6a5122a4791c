"""What stands at the left and below: screens and books with their numbers, saves, a backup."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.domain.register import Group
from antq_desktop.gui.shell.navigation import NavigationRow
from antq_desktop.services.clock import system_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from antq_desktop.domain.register import Register
    from antq_desktop.gui.screen import Context
    from antq_desktop.gui.shell.screens import Place
    from antq_desktop.services.overview import Overview

REGISTER = "register:"
"""What the key of a register in the navigation begins with; its name follows."""

ENTRY = "entry"
"""The key of the entry form, which is not in the navigation."""

MANY = "many"
"""The key of the table in which many records are typed, which is not in the navigation either."""

_OLD_BACKUP_DAYS = 7


class Listed(QObject):
    """Puts what is known of a workspace into words; before that, the same without numbers."""

    def __init__(self, context: Context, places: Sequence[Place]) -> None:
        super().__init__()
        self._context = context
        self._about = context.session.about
        self._places = places

    def rows(self, known: Overview | None) -> Sequence[NavigationRow]:
        """List what is done every day, then the books, then the rest."""
        daily = [place for place in self._places if place.daily]
        rest = [place for place in self._places if not place.daily]
        return [*_grouped(daily, self._badges(known)), *self._registers(known), *_grouped(rest, {})]

    def _badges(self, known: Overview | None) -> Mapping[str, str]:
        """Say what waits: duties of a commune, queries of an office that are on no stick."""
        waiting = known.waiting if known else 0
        if not waiting:
            return {}
        if self._about.office:
            return {"queries": self.tr("{count} chưa ghi").format(count=waiting)}
        return {"duties": self.tr("{count} việc").format(count=waiting)}

    def _registers(self, known: Overview | None) -> Iterator[NavigationRow]:
        language = self._context.language
        registers = self._about.catalogue.registers
        for group in Group:
            inside = [register for register in registers if register.group is group]
            if inside:
                yield NavigationRow("", group.value.text(language))
                yield from self._books(inside, known)

    def _books(
        self, registers: Iterable[Register], known: Overview | None
    ) -> Iterator[NavigationRow]:
        counts = known.counts if known else {}
        overdue = known.overdue if known else {}
        for register in registers:
            count = counts.get(register.name)
            drafts = count.drafts if count else 0
            late = overdue.get(register.name, 0)
            badge = self.tr("{count} nháp").format(count=drafts) if drafts else ""
            if late:  # there is room for one, and this one is urgent
                badge = self.tr("{count} quá hạn").format(count=late)
            language = self._context.language
            yield NavigationRow(
                REGISTER + register.name,
                register.short_label.text(language),
                "book",
                count.records if count else 0,
                badge,
                register.label.text(language),
            )

    def saved(self, known: Overview) -> str:
        """Say what was saved last, and by whom."""
        if known.saved is None:
            return self.tr("Chưa lưu hồ sơ nào")
        at = known.saved.at.strftime("%H:%M %d/%m/%Y")
        return self.tr("Lưu gần nhất: {at}, {name}").format(at=at, name=known.saved.name)

    def backed_up(self, at: datetime | None) -> tuple[str, bool]:
        """Say how old the backup is, and whether that is too old."""
        if at is None:
            return self.tr("Chưa có bản sao lưu; sẽ tạo khi khóa sổ"), False
        days = (system_time().date() - at.date()).days
        if days <= 0:
            text = self.tr("Bản sao lưu: {time} hôm nay").format(time=at.strftime("%H:%M"))
        else:
            text = self.tr("Bản sao lưu: {days} ngày trước").format(days=days)
        return text, days > _OLD_BACKUP_DAYS


def _grouped(places: Iterable[Place], badges: Mapping[str, str]) -> Iterator[NavigationRow]:
    for group, inside in groupby(places, key=lambda place: place.group):
        yield NavigationRow("", group)
        for place in inside:
            badge = badges.get(place.key, "")
            yield NavigationRow(place.key, place.title, place.icon, badge=badge)
