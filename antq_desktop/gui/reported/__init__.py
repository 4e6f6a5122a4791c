"""Who has reported: units by periods, with due dates, reminders and letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.reported.presenter import ReportedPresenter
from antq_desktop.gui.reported.view import ReportedView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> ReportedPresenter:
    """Build the screen."""
    return ReportedPresenter(ReportedView(context.theme), context)
