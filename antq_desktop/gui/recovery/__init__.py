"""The way in when all passphrases are lost: what holds it, trying it, making it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.recovery.presenter import RecoveryPresenter
from antq_desktop.gui.recovery.view import RecoveryView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context, Screen


def build(context: Context) -> Screen:
    """Make the screen."""
    return RecoveryPresenter(RecoveryView(context.theme), context)
