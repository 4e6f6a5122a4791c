"""The forms that the program prints, and empty ones for handwriting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.forms.presenter import FormsPresenter
from antq_desktop.gui.forms.view import FormsView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> FormsPresenter:
    """Build the screen."""
    return FormsPresenter(FormsView(context.theme), context)
