"""The working days: which days are off or worked, which nobody verified, and their correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.working_days.presenter import WorkingDaysPresenter
from antq_desktop.gui.working_days.view import WorkingDaysView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> WorkingDaysPresenter:
    """Build the screen."""
    return WorkingDaysPresenter(WorkingDaysView(context.theme), context)
