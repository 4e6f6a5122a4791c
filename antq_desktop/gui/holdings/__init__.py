"""The registers of all units at an office: how many records, and the way to each list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.holdings.presenter import HoldingsPresenter
from antq_desktop.gui.holdings.view import HoldingsView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> HoldingsPresenter:
    """Build the screen."""
    return HoldingsPresenter(HoldingsView(context.theme), context)
