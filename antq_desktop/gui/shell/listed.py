"""What stands at the left and below: screens and books with their numbers, saves, a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from antq_desktop.domain.register import Group
from antq_desktop.domain.roles import Access
from antq_desktop.gui.shell.navigation import NavigationRow
from antq_desktop.gui.shell.screens import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        badges = self._badges(known)
        return [*grouped(daily, badges), *self._registers(known), *grouped(rest, badges)]

    def _badges(self, known: Overview | None) -> Mapping[str, str]:
        """Say what waits: duties, queries on no stick, pairs, requests, signatures, givers."""
        if known is None:
            return {}
        waiting = self.tr("{count} chưa ghi") if self._about.office else self.tr("{count} việc")
        unconfirmed = self.tr("{count} biên nhận")
        signing = (self.tr("{count} chờ ký"), known.to_sign)
        back = (self.tr("{count} trả lại"), known.given_back)
        said = {
            "submission": signing if known.to_sign else back,
            "queries" if self._about.office else "duties": (waiting, known.waiting),
            "handover": (unconfirmed, known.unconfirmed),
            "duplicates": (self.tr("{count} cặp"), known.alike),
            "authority": (self.tr("{count} yêu cầu"), known.requests),
        }
        return {key: words.format(count=count) for key, (words, count) in said.items() if count}

    def _registers(self, known: Overview | None) -> Iterator[NavigationRow]:
        language = self._context.language
        registers = self._about.catalogue.registers
        for group in Group:
            inside = [one for one in registers if one.group is group and self._lists(one.name)]
            if inside:
                yield NavigationRow("", group.value.text(language))
                yield from self._books(inside, known)

    def _lists(self, register: str) -> bool:
        return self._about.access(register) >= Access.OWN

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
