"""What the screen "Có thể trùng" does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from antq_desktop.gui.common.asking import Asking
from antq_desktop.gui.common.presenter import ScreenPresenter
from antq_desktop.gui.duplicates.comparing import open_pair, take_back
from antq_desktop.gui.duplicates.wording import pair_row
from antq_desktop.services.duplicates import PAGE, decided_pairs, queue

if TYPE_CHECKING:
    from antq_desktop.gui.duplicates.view import DuplicatesView
    from antq_desktop.gui.screen import Context
    from antq_desktop.services.duplicates import Pair
    from antq_desktop.services.workspace import Workspace

    Known = tuple[list[Pair], list[Pair]]


class DuplicatesPresenter(ScreenPresenter):
    """Reads the queue, page by page, and lets a person decide."""

    open_record = Signal(str)
    """The id of a record that is to be opened in its form."""

    def __init__(self, view: DuplicatesView, context: Context) -> None:
        super().__init__(view)
        self._view = view
        self._context = context
        self._asking = Asking(context.session, view)
        self._most = PAGE
        self._with_decided = False
        view.compare_asked.connect(self._compare)
        view.reopen_asked.connect(self._reopen)
        view.more_asked.connect(self._more)
        view.decided_wanted.connect(lambda decided: self._want(decided=decided))

    @property
    def title(self) -> str:
        """The name of the screen."""
        return self.tr("Có thể trùng")

    def refresh(self) -> None:
        """Read the pairs again."""
        most, with_decided = self._most, self._with_decided

        def read(workspace: Workspace) -> Known:
            waiting = queue(workspace, most=most + 1)
            return waiting, decided_pairs(workspace) if with_decided else []

        self._asking.ask(read, self._show)

    def _show(self, known: Known) -> None:
        waiting, decided = known
        shown = [*waiting[: self._most], *decided]
        language = self._context.language
        self._view.set_rows(
            [pair_row(one, language) for one in shown],
            frozenset(" ".join(one.key) for one in decided),
            more=len(waiting) > self._most,
        )

    def _more(self) -> None:
        self._most += PAGE
        self.refresh()

    def _want(self, *, decided: bool) -> None:
        self._with_decided = decided
        self.refresh()

    def _compare(self, key: str) -> None:
        first, second = key.split()
        open_pair(self._view, self._context, first, second, self.open_record.emit)

    def _reopen(self, key: str) -> None:
        take_back(self._view, self._context, *key.split())
