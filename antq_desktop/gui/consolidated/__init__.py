"""The figures of all units in one table, beside earlier periods, down to each record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.consolidated.presenter import ConsolidatedPresenter
from antq_desktop.gui.consolidated.view import ConsolidatedView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> ConsolidatedPresenter:
    """Build the screen."""
    return ConsolidatedPresenter(ConsolidatedView(context.theme), context)
