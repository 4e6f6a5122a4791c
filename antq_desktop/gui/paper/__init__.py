"""Paper: seen before it is printed, then printed or saved; in no file but the one saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.gui.paper.presenter import PaperPresenter
from antq_desktop.gui.paper.sources import SheetSource, WorkspaceSource
from antq_desktop.gui.paper.view import PaperDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from antq_desktop.gui.paper.sources import Source
    from antq_desktop.gui.screen import Context, PaperWanted
    from antq_desktop.gui.session import Session
    from antq_desktop.gui.theme import Theme
    from antq_desktop.messages import Language
    from antq_desktop.services.papers import Paper


def open_paper(parent: QWidget, context: Context, wanted: PaperWanted) -> PaperPresenter:
    """Show a form of the open workspace over a window, without waiting for it."""
    source = WorkspaceSource(context.session, wanted)
    return _opened(parent, context.theme, context.session, context.language, source)


def open_sheet(
    parent: QWidget, theme: Theme, session: Session, language: Language, make: Callable[[], Paper]
) -> PaperPresenter:
    """Show a paper that no workspace stands behind: the recovery sheet of the first start."""
    return _opened(parent, theme, session, language, SheetSource(session, make))


def _opened(
    parent: QWidget,
    theme: Theme,
    session: Session,
    language: Language,
    source: Source,
) -> PaperPresenter:
    presenter = PaperPresenter(PaperDialog(theme, parent), source, session, language)
    presenter.begin()
    return presenter
