"""A printed paper against what is stored: type its code, or give a picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.paper_check.presenter import PaperCheckPresenter
from antq_desktop.gui.paper_check.view import PaperCheckView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> PaperCheckPresenter:
    """Build the screen."""
    return PaperCheckPresenter(PaperCheckView(context.theme), context)
