"""One run of the command: what was said, how the workspace is opened, and how a person is told."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from antq_desktop import logs
from antq_desktop.cli import passphrases
from antq_desktop.messages import Language, label
from antq_desktop.paths import Paths, paths_for
from antq_desktop.services.opening import open_workspace
from antq_desktop.settings import Settings, load_settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.register import Register
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.token_desk import PinAsked
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Start:
    """How the window begins: where, in which language, who unlocks with what if that was said."""

    paths: Paths
    language: Language | None = None
    user: str | None = None
    passphrase: str | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """What the commands are given: the registers, how a new clock is made, how a window opens.

    ``open_window`` returns the exit code once the window is closed.
    """

    catalogue: Catalogue
    new_clock: Callable[[], Clock]
    open_window: Callable[[Start], int]


@dataclass
class Options:
    """What a person said with the common options; None for what he left out."""

    home: Path | None = None
    user: str | None = None
    lang: Language | None = None
    json: bool = False
    passphrase_file: Path | None = None
    pin_file: Path | None = None


def first_look(arguments: Sequence[str]) -> Options:
    """Read how to answer before anything else, so that a wrong command is answered that way too."""
    options = Options(json="--json" in arguments)
    for argument, following in pairwise([*arguments, ""]):
        name, _, value = argument.partition("=")
        if name == "--lang":
            options.lang = "en" if (value or following) == "en" else "vi"
    return options


@dataclass
class Session:
    """One run. ``registers`` names the register of records (by id) whose problems may be told."""

    program: Program
    options: Options
    registers: dict[str | None, Register] = field(default_factory=dict)

    @property
    def paths(self) -> Paths:
        """Where everything lies."""
        return paths_for(self.options.home)

    @cached_property
    def settings(self) -> Settings:
        """What the person has set on this PC; the defaults where that cannot be read."""
        try:
            loaded = load_settings(self.paths.settings)
        except OSError:
            return Settings()
        if loaded.kept_aside is not None:
            self.tell(label("cli.settings_kept_aside", "vi", name=loaded.kept_aside.name))
        return loaded.settings

    @property
    def language(self) -> Language:
        """The language to answer in."""
        return self.options.lang or self.settings.language

    def label(self, message_id: str, **values: MessageValue) -> str:
        """Return the words of a label in the language of the person."""
        return label(message_id, self.language, **values)

    def tell(self, text: str) -> None:
        """Write a line to the person; never to standard output, which belongs to the answer."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def progress(self, text: str, done: int, total: int) -> None:
        """Say how far the work is, on a terminal only."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{text} {done + 1}/{total}" if total else "\r\x1b[K")
            sys.stderr.flush()

    def passphrase(self, *, new: bool = False) -> str:
        """Return the passphrase of the user; a new one is asked for twice."""
        return passphrases.get(
            passphrases.USER, self.options.passphrase_file, self.language, new=new
        )

    def _pin(self, asked: PinAsked) -> str:
        """Return the PIN of a token at the moment of signing."""
        return passphrases.pin(asked, self.options.pin_file, self.language)

    def remember_user(self, name: str | None) -> None:
        """Keep who unlocked last; a home that cannot be written is no reason to stop."""
        if self.settings.last_user == name:
            return
        try:
            save_settings(self.paths.settings, replace(self.settings, last_user=name))
        except OSError:
            return

    @contextmanager
    def workspace(self, passphrase: str | None = None) -> Iterator[Workspace]:
        """Open the workspace for the user who was named, else the last or the only one.

        The passphrase is asked for where the command does not have it already.
        """
        self.start_log()
        user = self.options.user or self.settings.last_user
        clock = self.program.new_clock()
        secret = self.passphrase() if passphrase is None else passphrase
        with open_workspace(self.paths, user, secret, self.program.catalogue, clock) as workspace:
            self.remember_user(workspace.opened.slot.name)
            workspace.tokens.ask_pin = self._pin
            yield workspace

    def start_log(self, *, anyway: bool = False) -> None:
        """Log to the home if there is one: a mistyped folder is made for a fault only."""
        if not (anyway or self.paths.data.is_dir()):
            return
        try:
            logs.configure(self.paths)
        except OSError:
            # With no handler at all logging would write the fault to standard error.
            logging.getLogger(logs.__name__).addHandler(logging.NullHandler())
