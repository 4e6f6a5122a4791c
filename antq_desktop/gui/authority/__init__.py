"""The office's side of enrolment: requests, certificates, directories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.authority.presenter import AuthorityPresenter
from antq_desktop.gui.authority.view import AuthorityView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> AuthorityPresenter:
    """Build the screen."""
    return AuthorityPresenter(AuthorityView(context.theme), context)
