"""Dialogues about tokens: which key is to sign, and its PIN at the moment of signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.tokens.presenter import TokenPresenter, show_pin
from antq_desktop.gui.tokens.view import TokenDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.screen import Context
    from antq_desktop.services.token_enrolling import TokenChoice

__all__ = ["choose_key", "show_pin"]


def choose_key(
    parent: QWidget, context: Context, then: Callable[[TokenChoice, str], object]
) -> TokenDialog:
    """Let the person choose a key on a token.

    ``then`` gets the choice, and at an office the passphrase of its authority.
    """
    dialog = TokenDialog(parent, office=context.session.about.office)
    TokenPresenter(dialog, context, then).begin()
    return dialog
