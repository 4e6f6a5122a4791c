"""The commune's way out: a bundle is put together, signed, written to a medium, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.submission.presenter import SubmissionPresenter
from antq_desktop.gui.submission.view import SubmissionView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> SubmissionPresenter:
    """Build the screen."""
    return SubmissionPresenter(SubmissionView(context.theme), context)
