"""The way in, of a commune or of an office below another: request, fingerprints, directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.enrolment.presenter import EnrolmentPresenter
from antq_desktop.gui.enrolment.view import EnrolmentView

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def build(context: Context) -> EnrolmentPresenter:
    """Build the screen."""
    office = context.session.about.office
    return EnrolmentPresenter(EnrolmentView(context.theme, office=office), context)
