"""The office's desk: bundles come in, are rehearsed, taken in and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.inbox.presenter import InboxPresenter
from antq_desktop.gui.inbox.view import InboxView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> InboxPresenter:
    """Build the screen."""
    return InboxPresenter(InboxView(context.theme), context)
