"""Where a paper comes from, and who is told before it is printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from antq_desktop.errors import Refusal
from antq_desktop.paths import replace_file
from antq_desktop.services.papers import compose, compose_reported, note_printed, save_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.gui.screen import PaperWanted
    from antq_desktop.gui.session import Session
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace

    Failed = Callable[[BaseException], object]


class Source(Protocol):
    """Composes a paper, and writes down that it leaves; all of it on the worker."""

    def compose(self, done: Callable[[Paper], object], failed: Failed) -> None:
        """Make the paper."""
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
    ) -> None:
        """Write the paper to a file, written down before; Refusal if it is there already."""
        ...


class WorkspaceSource:
    """A form that is filled from the open workspace, whose journal is told."""

    def __init__(self, session: Session, wanted: PaperWanted) -> None:
        self._session = session
        self._wanted = wanted

    def compose(self, done: Callable[[Paper], object], failed: Failed) -> None:
        """Make the paper."""
        one = self._wanted

        def work(workspace: Workspace) -> Paper:
            if one.reported is not None:
                return compose_reported(workspace, one.form, one.reported)
            return compose(
                workspace,
                one.form,
                record=one.record,
                register=one.register,
                period=one.period,
                bundle=one.bundle,
                blank=one.blank,
                reveal_reason=one.reveal_reason,
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
    ) -> None:
        """Write the paper to a file; the journal knows before."""
        self._session.ask(
            lambda workspace: save_paper(workspace, paper, path, overwrite=overwrite), done, failed
        )


class SheetSource:
    """The recovery sheet: while it is made no workspace is open, so there is no journal to tell."""

    def __init__(self, session: Session, make: Callable[[], Paper]) -> None:
        self._session = session
        self._make = make

    def compose(self, done: Callable[[Paper], object], failed: Failed) -> None:
        """Make the sheet."""
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
    ) -> None:
        """Write the sheet to a file that only its owner can read."""

        def work() -> None:
            if path.exists() and not overwrite:
                raise Refusal("files.exists", name=path.name)
            try:
                replace_file(path, paper.pdf)
            except OSError:
                raise Refusal("files.cannot_write", name=path.name) from None

        self._session.run(work, done, failed)
