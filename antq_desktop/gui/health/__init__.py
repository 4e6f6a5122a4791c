"""The self-check: what a help desk would ask first, and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.health.presenter import HealthPresenter
from antq_desktop.gui.health.view import HealthView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> HealthPresenter:
    """Build the screen."""
    return HealthPresenter(HealthView(context.theme), context)
