"""The recovery key on paper: a sheet into a file or once to the terminal; sheet or shares back."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import shown_day
from antq_desktop.errors import Refusal
from antq_desktop.services.papers import recovery_paper
from antq_desktop.services.recovery_key import secret_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.units import UnitTree
    from antq_desktop.services.opening import NewWorkspace

    Write = Callable[[bytes], bool]

# The paper has the key in groups: blanks between its characters are no mistake.
_KEY = re.compile(r"AGE-SECRET-KEY-1(?:\s*[0-9A-Z]){58}", re.IGNORECASE)

_SHEET = "AGE-SECRET-KEY-"
_LIKE_A_KEY = "AGE-SECRET-KEY-1" + "Q" * 58


def is_pdf(path: Path | None) -> bool:
    """Say whether the sheet is wanted as a PDF file."""
    return path is not None and path.suffix.lower() == ".pdf"


@contextmanager
def sheet_file(path: Path | None) -> Iterator[Write]:
    """Open the file of the sheet before there is a secret to lose; nobody else can read it.

    What is yielded writes the sheet and says whether it is on the disk; without a path it never is.
    """
    if path is None:
        yield lambda _: False
        return
    try:
        binary = getattr(os, "O_BINARY", 0)  # Windows would write line ends of its own
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    except FileExistsError:
        raise Refusal("files.exists", name=path.name) from None
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            yield lambda content: _written(file.fileno(), content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _written(handle: int, content: bytes) -> bool:
    try:
        while content:
            content = content[os.write(handle, content) :]
        os.fsync(handle)
    except OSError:
        return False
    return True


def must_be_printable(session: Session, wanted: NewWorkspace, units: UnitTree) -> None:
    """Refuse what would stop the sheet from being drawn, before there is a secret to lose."""
    today = session.program.new_clock().today()
    practice = wanted.practice
    recovery_paper(wanted.unit, units, wanted.user, today, _LIKE_A_KEY, practice=practice)


def give_sheet(
    session: Session,
    wanted: NewWorkspace,
    units: UnitTree,
    secret: str,
    path: Path | None,
    write: Write,
) -> None:
    """Write the sheet; where that fails the terminal gets it, for it exists nowhere else."""
    today = session.program.new_clock().today()
    text = session.label(
        "cli.recovery_sheet",
        unit=wanted.unit.name,
        user=wanted.user,
        date=shown_day(today),
        secret=secret,
    )
    content = (text + "\n").encode()
    if is_pdf(path):
        practice = wanted.practice
        content = recovery_paper(
            wanted.unit, units, wanted.user, today, secret, practice=practice
        ).pdf
    if not write(content):
        session.tell(text)


def read_sheet(path: Path) -> str:
    """Return the key that stands on a sheet, typed in one piece or in groups."""
    try:
        found = _KEY.search(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise Refusal("files.cannot_read", name=path.name) from None
    if found is None:
        raise Refusal("users.wrong_recovery")
    return "".join(found[0].split()).upper()


def read_words(path: Path) -> str:
    """Return the words of a share from a file; lines that begin with # are left out."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refusal("files.cannot_read", name=path.name) from None
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def read_secret(session: Session, sheet: Path | None, shares: Sequence[Path]) -> str:
    """Return the recovery key of a sheet, or of two shares, from files or from the terminal.

    Refusal where nothing was given and nobody is there to ask, and as `secret_of`.
    """
    if sheet is not None:
        return read_sheet(sheet)
    if shares:
        return secret_of([read_words(one) for one in shares])
    if not sys.stdin.isatty():
        raise Refusal("recovery.not_given")
    typed = ask_paper(session, "cli.ask_recovery")
    if typed.lstrip().upper().startswith(_SHEET):
        return typed
    return secret_of([typed, ask_paper(session, "cli.ask_other_share")])


def ask_paper(session: Session, message_id: str) -> str:
    """Let a person type what stands on paper; it is not shown, as little as a passphrase."""
    answer: str = click.prompt(session.label(message_id), hide_input=True, err=True)
    return answer
