"""Where a paper comes from, and who is told before it is printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from antq_desktop.errors import Refusal
from antq_desktop.paths import replace_file
from antq_desktop.services.papers import (
    compose,
    compose_reported,
    note_printed,
    paper_received,
    save_paper,
)
from antq_desktop.services.signing_papers import sign_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.gui.screen import PaperWanted
    from antq_desktop.gui.session import Session
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

    Failed = Callable[[BaseException], object]
    Tell = Callable[[int, int], object]


class Source(Protocol):
    """Composes a paper, and writes down that it leaves; all of it on the worker."""

    @property
    def can_sign(self) -> bool:
        """Whether the user may sign this paper with a certificate."""
        ...

    def compose(self, done: Callable[[Paper], object], failed: Failed, tell: Tell) -> None:
        """Make the paper; ``tell`` is called as `compose` of the services says, on the worker."""
        ...

    def note(self, paper: Paper, done: Callable[[object], object], failed: Failed) -> None:
        """Write down that the paper is about to be printed; ``done`` may then print it."""
        ...

    def save(
        self,
        paper: Paper,
        path: Path,
        done: Callable[[object], object],
        failed: Failed,
        *,
        overwrite: bool,
        sign: bool = False,
    ) -> None:
        """Write the paper to a file, signed where wanted, told before; Refusal if it is there."""
        ...


class WorkspaceSource:
    """A form that is filled from the open workspace, whose journal is told."""

    def __init__(self, session: Session, wanted: PaperWanted) -> None:
        self._session = session
        self._wanted = wanted

    @property
    def can_sign(self) -> bool:
        """Say that the head may sign what is made here, filled."""
        one = self._wanted
        made_here = one.unit is None and one.made is None
        return self._session.about.head and made_here and not one.blank

    def compose(self, done: Callable[[Paper], object], failed: Failed, tell: Tell) -> None:
        """Make the paper."""
        one = self._wanted

        def work(workspace: Workspace) -> Paper:
            if one.made is not None:
                return one.made(workspace)
            if one.reported is not None:
                return compose_reported(workspace, one.form, one.reported)
            if one.unit is not None and one.period is not None:
                return paper_received(workspace, one.period, one.unit)
            return compose(
                workspace,
                one.form,
                record=one.record,
                register=one.register,
                period=one.period,
                bundle=one.bundle,
                blank=one.blank,
                reveal_reason=one.reveal_reason,
                tell=tell,
            )

        self._session.ask(work, done, failed)

    def note(self, paper: Paper, done: Callable[[object], object], failed: Failed) -> None:
        """Write it into the journal."""
        self._session.ask(
            lambda workspace: note_printed(workspace, paper, how="print"), done, failed
        )

    def save(
        self,
        paper: Paper,
        path: Path,
        done: Callable[[object], object],
        failed: Failed,
        *,
        overwrite: bool,
        sign: bool = False,
    ) -> None:
        """Write the paper to a file; the journal knows before."""

        def work(workspace: Workspace) -> None:
            if path.exists() and not overwrite:
                raise Refusal("files.exists", name=path.name)
            made = sign_paper(workspace, paper) if sign else paper
            save_paper(workspace, made, path, overwrite=overwrite)

        self._session.ask(work, done, failed)


class SheetSource:
    """The recovery sheet: while it is made no workspace is open, so there is no journal to tell."""

    def __init__(self, session: Session, make: Callable[[], Paper]) -> None:
        self._session = session
        self._make = make

    @property
    def can_sign(self) -> bool:
        """Say no: nobody has a certificate yet."""
        return False

    def compose(self, done: Callable[[Paper], object], failed: Failed, tell: Tell) -> None:
        """Make the sheet; it is one page."""
        del tell
        self._session.run(self._make, done, failed)

    def note(self, paper: Paper, done: Callable[[object], object], failed: Failed) -> None:
        """Go on at once."""
        del paper
        self._session.run(lambda: None, done, failed)

    def save(
        self,
        paper: Paper,
        path: Path,
        done: Callable[[object], object],
        failed: Failed,
        *,
        overwrite: bool,
        sign: bool = False,
    ) -> None:
        """Write the sheet to a file that only its owner can read; nobody signs it."""
        del sign

        def work() -> None:
            if path.exists() and not overwrite:
                raise Refusal("files.exists", name=path.name)
            try:
                replace_file(path, paper.pdf)
            except OSError:
                raise Refusal("files.cannot_write", name=path.name) from None

        self._session.run(work, done, failed)
