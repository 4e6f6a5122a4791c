"""Records that come back: what an office returns, and what a commune has to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.queries.duties import DutiesPresenter
from antq_desktop.gui.queries.followed import FollowedPresenter
from antq_desktop.gui.queries.returning import open_return

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context

__all__ = ["build_duties", "build_followed", "open_return"]


def build_duties(context: Context) -> DutiesPresenter:
    """Build the commune's list of what is to be done."""
    return DutiesPresenter(context)


def build_followed(context: Context) -> FollowedPresenter:
    """Build the office's list of what it returned."""
    return FollowedPresenter(context)
