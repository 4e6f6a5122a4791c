"""Books that go to another PC of the unit or to its successor, and books that came from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.handover.model import away_words
from antq_desktop.gui.handover.presenter import HandoverPresenter
from antq_desktop.gui.handover.view import HandoverView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context

__all__ = ["away_words", "build"]


def build(context: Context) -> HandoverPresenter:
    """Build the screen."""
    return HandoverPresenter(HandoverView(context.theme), context)
