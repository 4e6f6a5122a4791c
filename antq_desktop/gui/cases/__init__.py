"""Full records that go to another body, and those that another body handed over to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.cases.handing import open_handing
from antq_desktop.gui.cases.presenter import CasesPresenter

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context

__all__ = ["build", "open_handing"]


def build(context: Context) -> CasesPresenter:
    """Build the list of cases that came."""
    return CasesPresenter(context)
