"""``backup``: made, checked, restored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.recovery import read_secret
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_size
from antq_desktop.services.backing_up import (
    KEPT_FOLDER,
    order_backup,
    verify_backup,
)
from antq_desktop.services.bringing_back import bring_back, give_up, look_into
from antq_desktop.services.keyless import check_without_key, copy_without_key
from antq_desktop.services.opening import key_file
from antq_desktop.services.restoring import LastNumber, restore_backup
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.store.backup import Backup

#: More names than these help nobody on a line.
_NAMED = 5
_VERIFIED = {"opened": "cli.backup_opened", "digests": "cli.backup_digests"}


def _answer(session: Session, backup: Backup) -> Answer:
    document = {
        "path": str(backup.path),
        "sha256": backup.sha256,
        "verified": backup.verified,
        "revisions": backup.revisions,
        "journal": backup.journal,
        "kept": backup.kept,
        "missing": list(backup.missing),
    }
    lines = [
        str(backup.path),
        f"SHA-256: {grouped(backup.sha256)}",
        session.label(_VERIFIED[backup.verified], revisions=backup.revisions),
    ]
    if backup.kept:
        lines.append(session.label("cli.backup_kept", count=backup.kept, folder=KEPT_FOLDER))
    lines += _missing(session, backup.missing)
    return Answer(document, lines)


def _missing(session: Session, paths: Sequence[str]) -> list[str]:
    """Say which files of bundles are not to be had."""
    if not paths:
        return []
    names = ", ".join([*paths[:_NAMED], *(["…"] if len(paths) > _NAMED else [])])
    return [session.label("cli.backup_missing", count=len(paths), names=names)]


def _judged(session: Session, backup: Backup) -> Answer:
    return replace(_answer(session, backup), exit_code=3 if backup.missing else 0)


@click.command("create", cls=Command, help="cli.help_backup_create")
@click.argument("folder", metavar="[DIR]", type=FILE, required=False)
@pass_session
def create(session: Session, folder: Path | None) -> Answer:
    """Write a backup and open it again."""
    with session.workspace() as workspace:
        made = order_backup(workspace, folder)
    answer = _answer(session, made)
    if not made.left:
        return answer
    size = shown_size(made.short, session.language)
    said = session.label("cli.backup_short", count=made.left, size=size)
    return replace(answer, lines=[*answer.lines, said], exit_code=3)


@click.command("verify", cls=Command, help="cli.help_backup_verify")
@click.argument("file", type=FILE)
@option("--digests", is_flag=True, help="cli.option_digests")
@pass_session
def verify(session: Session, file: Path, *, digests: bool) -> Answer:
    """Check a backup: by its digests, and where there is a workspace by opening it."""
    _must_be_there(file)
    if digests or not key_file(session.paths).exists():
        clock = session.program.new_clock()
        return _judged(session, check_without_key(file, session.paths, clock))
    with session.workspace() as workspace:
        return _judged(session, verify_backup(file, workspace.opened.database_key, workspace.paths))


@click.command("copy", cls=Command, help="cli.help_backup_copy")
@click.argument("file", type=FILE)
@click.argument("folder", metavar="DIR", type=FILE)
@pass_session
def copy(session: Session, file: Path, folder: Path) -> Answer:
    """Copy a backup to a medium and read it back; nobody has to know a passphrase."""
    _must_be_there(file)
    clock = session.program.new_clock()
    return _judged(session, copy_without_key(file, session.paths, folder, clock))


@click.command("restore", cls=Command, help="cli.help_backup_restore")
@click.argument("file", metavar="[FILE]", type=FILE, required=False)
@option("--as-fork", is_flag=True, help="cli.option_as_fork")
@option("--receipt", type=FILE, help="cli.option_restore_receipt")
@option("--last-in-book", "books", multiple=True, help="cli.option_last_in_book")
@option("--recovery-file", type=FILE, help="cli.option_restore_recovery_file")
@option("--share", "shares", type=FILE, multiple=True, help="cli.option_share")
@pass_session
def restore(
    session: Session,
    file: Path | None,
    receipt: Path | None,
    books: Sequence[str],
    recovery_file: Path | None,
    shares: Sequence[Path],
    *,
    as_fork: bool,
) -> Answer:
    """Put a backup into an empty home; a new chain of bundles begins.

    With the recovery sheet, or two shares, its holder gets in as a head: nobody has to know an old
    passphrase.
    Without a file, ``--as-fork`` does the same to a workspace whose disk was put back as it was.
    """
    last = [_last_number(session, text) for text in books]
    if file is None:
        return _put_back(session, receipt, last, as_fork=as_fork)
    _must_be_there(file)
    by_paper = recovery_file is not None or bool(shares)
    secret = read_secret(session, recovery_file, shares) if by_paper else None
    user = session.options.user or session.settings.last_user
    if secret is not None:
        user = user_name(session.options.user or "")
    passphrase = session.passphrase(new=secret is not None)
    paths, catalogue = session.paths, session.program.catalogue
    clock = session.program.new_clock()
    found = look_into(paths, file, user, passphrase, catalogue, clock, secret=secret)
    try:
        ends = bring_back(
            paths,
            found.user,
            passphrase,
            catalogue,
            clock,
            as_fork=as_fork,
            receipt=receipt,
            books=last,
        )
    finally:
        give_up(paths)
    session.remember_user(found.user)
    made = _answer(session, found.checked)
    moved = []
    if found.moved is not None:
        at = found.moved.strftime("%H:%M %d/%m/%Y")
        moved = [session.label("cli.moved_here", at=at)]
    return Answer(made.document, [*made.lines, *moved, *_book_ends(session, ends)])


def _put_back(
    session: Session, receipt: Path | None, books: Sequence[LastNumber], *, as_fork: bool
) -> Answer:
    """Begin a new chain in the workspace that is there: its disk is older than what was sent."""
    if not as_fork:
        raise Refusal("backup.no_file")
    with session.workspace() as workspace:
        workspace.require_head()
        restore_backup(workspace, as_fork=True, receipt=receipt, books=books)
        head = workspace.store.journal.head()
        document = {"path": None, "journal": head.length, "verified": None}
        return Answer(document, _book_ends(session, workspace.store.books.last()))


def _book_ends(session: Session, ends: Mapping[tuple[str, int], int]) -> list[str]:
    """Say where each book ends, for a person to compare with the paper."""
    known = session.program.catalogue.by_name
    return [
        session.label("cli.book_end", register=known[name].code, year=str(year), number=number)
        for (name, year), number in ends.items()
        if name in known
    ]


def _last_number(session: Session, text: str) -> LastNumber:
    name, _, rest = text.partition("/")
    number, _, year = rest.partition("/")
    for register in session.program.catalogue.registers:
        if name in (register.name, register.code) and number.isdecimal() and year.isdecimal():
            return LastNumber(register.name, int(number), int(year))
    raise Refusal("backup.bad_book", text=text)


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise Refusal("backup.missing", name=file.name)
