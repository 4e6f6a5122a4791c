"""Records that may be about one person: the queue, and two of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.duplicates.comparing import open_form, open_pair
from antq_desktop.gui.duplicates.presenter import DuplicatesPresenter
from antq_desktop.gui.duplicates.view import DuplicatesView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context

__all__ = ["build", "open_form", "open_pair"]


def build(context: Context) -> DuplicatesPresenter:
    """Build the screen."""
    return DuplicatesPresenter(DuplicatesView(context.theme), context)
