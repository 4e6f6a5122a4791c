"""The overview: what an officer opens first in the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.home.presenter import HomePresenter

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> HomePresenter:
    """Build the screen."""
    return HomePresenter(context)
