"""Reads the pages of a list off the thread of the windows, the ones in view before all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from antq_desktop.gui.common.paged import PagedModel, PagedRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from antq_desktop.gui.common.asking import Asking
    from antq_desktop.gui.failures import Failures
    from antq_desktop.services.workspace import Workspace

R = TypeVar("R", bound=PagedRow)

_WAITING = 3
"""How many pages that came into view are still read when others came after them."""


class Paging(Generic[R]):
    """Puts pages into a model, one at a time.

    Who drags the bar passes over a hundred pages: those that came into view last are read, those
    long out of view never. ``came`` hears of each page that is there now.
    """

    def __init__(
        self,
        model: PagedModel[R],
        asking: Asking,
        failures: Failures,
        came: Callable[[int], object],
    ) -> None:
        self._model, self._asking, self._failures = model, asking, failures
        self._came = came
        self._wanted: list[int] = []
        self._near: list[int] = []
        self._read: Callable[[Workspace, int], Sequence[R | None]] | None = None
        self._reading = False
        model.page_wanted.connect(self._want)
        model.page_near.connect(self._want_soon)

    def begin(self, read: Callable[[Workspace, int], Sequence[R | None]] | None) -> None:
        """Read the pages of another list from now on; None where it has no more than is shown."""
        self._read = read
        self._wanted.clear()
        self._near.clear()

    def _want(self, page: int) -> None:
        self._wanted.append(page)
        self._go_on()

    def _want_soon(self, page: int) -> None:
        self._near.append(page)
        self._go_on()

    def _go_on(self) -> None:
        read = self._read
        if self._reading or read is None or not (self._wanted or self._near):
            return
        page = (self._wanted or self._near).pop()
        self._reading = True
        self._drop()

        def done(rows: Sequence[R | None]) -> None:
            self._reading = False
            if read is self._read:
                self._model.set_page(page, rows)
                self._came(page)
            self._go_on()

        def failed(error: BaseException) -> None:
            self._reading = False
            self.begin(self._read)
            self._failures.show(error)

        self._asking.ask(lambda workspace: read(workspace, page), done, failed)

    def _drop(self) -> None:
        """Give up the pages that others came after."""
        old = self._wanted[:-_WAITING] + self._near[:-_WAITING]
        self._wanted, self._near = self._wanted[-_WAITING:], self._near[-_WAITING:]
        self._model.forget(old)
