"""What drives a screen with the figures of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.screen import PaperWanted

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.common.period_picker import PeriodPicker
    from antq_desktop.gui.screen import Context

ANNEX = "figures-annex"
"""The form of the figures of a period."""


class PeriodPresenter(ScreenPresenter):
    """Begins with the last month that ended, and prints the period that is chosen."""

    open_record = Signal(str)
    paper_asked = Signal(object)
    """A `PaperWanted`: the annex of the period."""

    def __init__(self, widget: QWidget, picker: PeriodPicker, context: Context) -> None:
        super().__init__(widget)
        self._picker = picker
        self._context = context
        self._asking = Asking(context.session, widget)
        self._begun = False
        picker.setEnabled(False)  # what is chosen before the day is known would be overwritten

    def refresh(self) -> None:
        """Count anew; the first time with the last month that ended."""
        if self._begun:
            self._count()
            return

        def begin(today: date) -> None:
            self._begun = True
            self._picker.set_today(today)
            self._picker.setEnabled(True)

        self._asking.ask(lambda workspace: workspace.clock.today(), begin)

    def _print(self) -> None:
        period = self._picker.period
        if period is not None:
            self.paper_asked.emit(PaperWanted(ANNEX, period=period))

    def _count(self) -> None:
        raise NotImplementedError
