"""What the screen "Hồ sơ các đơn vị" does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.domain.vietnamese import fold
from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.common.table import Row
from antq_desktop.messages import shown_number
from antq_desktop.services.holdings import holdings
from antq_desktop.services.listing import unit_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.gui.holdings.view import HoldingsView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.holdings import Holding, Holdings
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read: the registers of all units, and what each unit is called."""

    found: Holdings
    units: Mapping[str, str]


class HoldingsPresenter(ScreenPresenter):
    """Reads what lies there of which unit, narrows it, and leads to the lists."""

    list_asked = Signal(str, str)
    """The name of a register, and the key of the unit whose records are to be listed."""

    def __init__(self, view: HoldingsView, context: Context) -> None:
        super().__init__(view)
        self._view, self._language = view, context.language
        self._registers = context.session.about.catalogue.by_name
        self._asking = Asking(context.session, view)
        self._known: _Known | None = None
        view.narrowed.connect(self._show)
        view.list_asked.connect(self._open)

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Hồ sơ các đơn vị")

    def refresh(self) -> None:
        """Read what lies there again."""

        def read(workspace: Workspace) -> _Known:
            found = holdings(workspace)
            units = dict.fromkeys(row.unit for row in found.rows)
            return _Known(found, {unit: unit_words(workspace, unit) for unit in units})

        self._asking.ask(read, self._came)

    def _came(self, known: _Known) -> None:
        self._known = known
        registers = dict.fromkeys(row.register for row in known.found.rows)
        self._view.offer(
            [(name, self._register(name)) for name in registers], list(known.units.items())
        )
        self._show()

    def _show(self) -> None:
        if self._known is None:
            return
        known, words = self._known, fold(self._view.text).split()
        register, unit = self._view.register, self._view.unit
        rows = [
            one
            for one in known.found.rows
            if register in {None, one.register}
            and unit in {None, one.unit}
            and all(word in self._folded(one) for word in words)
        ]
        total = known.found.total(rows)
        said = self.tr("{rows} dòng · {records} hồ sơ, trong đó {voided} đã hủy").format(
            rows=self._number(len(rows)),
            records=self._number(total.records),
            voided=self._number(total.voided),
        )
        if total.drafts:
            said += self.tr(" · {drafts} nháp").format(drafts=self._number(total.drafts))
        self._view.show_rows([self._row(one) for one in rows], said, any_=bool(known.found.rows))

    def _row(self, one: Holding) -> Row:
        held = one.held
        numbers = (held.records, held.voided, held.drafts)
        return Row(
            f"{one.register} {one.unit}",
            (
                self._register(one.register),
                self._unit(one),
                *(self._number(number) if number else "–" for number in numbers),
            ),
        )

    def _folded(self, one: Holding) -> str:
        return fold(f"{self._register(one.register)} {self._unit(one)}")

    def _register(self, name: str) -> str:
        return self._registers[name].short_label.text(self._language)

    def _unit(self, one: Holding) -> str:
        return self._known.units[one.unit] if self._known is not None else ""

    def _number(self, number: int) -> str:
        return shown_number(number, self._language)

    def _open(self, key: str) -> None:
        self.list_asked.emit(*key.split())
