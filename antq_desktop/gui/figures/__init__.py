"""The figures of a period, beside earlier ones, with the records behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.figures.presenter import FiguresPresenter
from antq_desktop.gui.figures.view import FiguresView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> FiguresPresenter:
    """Build the screen."""
    return FiguresPresenter(FiguresView(context.theme), context)
