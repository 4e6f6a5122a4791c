"""The people of this PC: who they are, what they do, and one's own passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.users.presenter import UsersPresenter
from antq_desktop.gui.users.view import UsersView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context, Screen


def build(context: Context) -> Screen:
    """Make the screen."""
    return UsersPresenter(UsersView(context.theme), context)
