"""The units: what became of them, and how a commune goes on whose unit was split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.units.presenter import UnitsPresenter
from antq_desktop.gui.units.view import UnitsView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> UnitsPresenter:
    """Build the screen."""
    return UnitsPresenter(UnitsView(context.theme), context)
