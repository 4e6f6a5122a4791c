"""The journal: who did what when, and the state of its chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.journal.presenter import JournalPresenter
from antq_desktop.gui.journal.view import JournalView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> JournalPresenter:
    """Build the screen."""
    return JournalPresenter(JournalView(context.theme), context)
