"""The open workspace, kept on the worker thread; the windows ask it and get answers later."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from antq_desktop.domain.roles import COMMANDING, Access, Role, access_of
from antq_desktop.errors import Fault
from antq_desktop.gui.pins import Pins
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.plainly import plainly

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.units import Unit, UnitTree
    from antq_desktop.gui.failures import Failures
    from antq_desktop.gui.tasks import Tasks
    from antq_desktop.paths import Paths
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.workspace import Place, Workspace

    Failed = Callable[[BaseException], object]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class About:
    """What the windows may know of the open workspace without asking: nothing in it changes."""

    place: Place
    unit: Unit
    units: UnitTree
    user: str
    """The name that the user unlocks with."""
    role: Role
    catalogue: Catalogue

    @property
    def head(self) -> bool:
        """Whether the user is in command, and so signs, reveals and manages users."""
        return self.role in COMMANDING

    def access(self, register: str) -> Access:
        """How far the user gets in a register."""
        return Access.WRITE if self.office else access_of(self.role, register)

    def enters(self, register: str) -> bool:
        """Whether the user enters records of a register."""
        return self.access(register) in {Access.OWN, Access.WRITE}

    @property
    def office(self) -> bool:
        """Whether this is a receiving office."""
        return self.place.role == "office"


class Session(QObject):
    """Opens, asks and closes one workspace; every call of a service goes through here."""

    opened = Signal()
    """A workspace is open, and whoever asked for it knows."""
    changed = Signal()
    """Something in the workspace was changed: lists, counts and badges are to be read again."""

    def __init__(
        self, tasks: Tasks, failures: Failures, catalogue: Catalogue, clock: Clock
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._failures = failures
        self._catalogue = catalogue
        self._clock = clock
        self._workspace: Workspace | None = None  # the worker's own
        self._open = ExitStack()  # the worker's own
        self._about: About | None = None
        self._closing = False
        self._generation = 0
        self.pins = Pins()

    @property
    def about(self) -> About:
        """What is open; a Fault when nothing is."""
        if self._about is None:
            raise Fault("no workspace is open")
        return self._about

    @property
    def is_open(self) -> bool:
        """Whether a workspace is open."""
        return self._about is not None

    @property
    def working(self) -> bool:
        """Whether something that was asked for is not answered yet."""
        return self._tasks.working

    def open(
        self,
        paths: Paths,
        user: str | None,
        passphrase: str,
        done: Callable[[About], object],
        failed: Failed | None = None,
    ) -> None:
        """Unlock a workspace; ``user`` None means the only one."""

        def work() -> About:
            workspace = self._open.enter_context(
                # A clock of its own: it learns the times of this workspace.
                open_workspace(paths, user, passphrase, self._catalogue, replace(self._clock))
            )
            self._workspace = workspace
            workspace.tokens.ask_pin = self.pins.ask
            return _about(workspace)

        def opened(about: About) -> None:
            self._about = about
            self._closing = False
            self.pins.open()
            done(about)
            self.opened.emit()

        self._tasks.run(work, opened, failed or self._failures.show)

    def close(self, done: Callable[[], object], failed: Failed | None = None) -> None:
        """Close the workspace with its backup, after all that was asked before.

        It is closed even where ``failed`` is called: then it is the backup that failed. What
        screens ask from now on is passed over, because they are on their way out.
        """
        self._closing = True
        self.pins.close()  # the worker would wait for it

        def work() -> None:
            self._workspace = None
            self._open.close()

        def closed(_: None) -> None:
            self._about = None
            done()

        def refused(error: BaseException) -> None:
            self._about = None
            (failed or self._failures.show)(error)

        self._tasks.run(work, closed, refused)

    def forget(self) -> None:
        """Drop the answers to everything asked before: the screens that asked are gone."""
        self._generation += 1

    def ask(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        aside: bool = False,
    ) -> None:
        """Read something: ``work`` runs on the worker, ``done`` gets its result in this thread.

        Without ``failed``, an error is told in the message bar. Nobody waits for what is asked
        ``aside``: the books are locked meanwhile where nobody is there.
        """
        if self._closing:
            return
        asked = self._generation

        def answered(result: T) -> None:
            if asked == self._generation:
                done(result)

        def refused(error: BaseException) -> None:
            if asked == self._generation:
                (failed or self._failures.show)(error)

        self._tasks.run(lambda: self._act(work), answered, refused, aside=aside)

    def change(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Change something: as `ask`, and everybody hears `changed` after ``done``."""

        def changing(workspace: Workspace) -> tuple[T, About]:
            result = work(workspace)
            return result, _about(workspace)

        def heard(outcome: tuple[T, About]) -> None:
            result, self._about = outcome
            done(result)
            self.changed.emit()

        self.ask(changing, heard, failed)

    def post(self, call: Callable[[], object]) -> None:
        """Call something in the GUI thread; work on the worker tells with it how far it is."""
        self._tasks.post(call)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Run something that needs no open workspace, such as making one."""
        self._tasks.run(work, done, failed or self._failures.show)

    def _act(self, work: Callable[[Workspace], T]) -> T:
        """Do one thing; the token that it signed with is left at its end."""
        workspace = self._need()
        try:
            return plainly(lambda: work(workspace))
        finally:
            workspace.tokens.end_act()

    def _need(self) -> Workspace:
        if self._workspace is None:
            raise Fault("asked while no workspace was open")
        return self._workspace


def _about(workspace: Workspace) -> About:
    return About(
        workspace.place,
        workspace.unit,
        workspace.units,
        workspace.opened.slot.name,
        Role(workspace.opened.slot.role),
        workspace.catalogue,
    )
