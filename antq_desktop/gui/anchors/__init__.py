"""Further anchors of an office: the State's authorities, their lists, and who signs under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.anchors.presenter import AnchorsPresenter
from antq_desktop.gui.anchors.view import AnchorsView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> AnchorsPresenter:
    """Build the screen."""
    return AnchorsPresenter(AnchorsView(context.theme), context)
