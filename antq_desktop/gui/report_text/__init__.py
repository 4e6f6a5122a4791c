"""The words of a period's report: what the figures say, and what officers write beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.report_text.presenter import ReportPresenter
from antq_desktop.gui.report_text.view import ReportDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from antq_desktop.domain.periods import Period
    from antq_desktop.gui.screen import Context


def open_report(parent: QWidget, context: Context, period: Period) -> ReportPresenter:
    """Open the window of a period's report over another, without waiting for it."""
    presenter = ReportPresenter(ReportDialog(context.theme, parent), context, period)
    presenter.begin()
    return presenter
