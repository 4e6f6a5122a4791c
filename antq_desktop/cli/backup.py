"""``backup``: made, checked, restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.recovery import read_sheet
from antq_desktop.errors import Refusal
from antq_desktop.services.backing_up import (
    order_backup,
    restore_backup,
    unpack_backup,
    verify_backup,
)
from antq_desktop.services.opening import database_file, key_file, recover_workspace
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.store.backup import Backup

_VERIFIED = {"opened": "cli.backup_opened", "digests": "cli.backup_digests"}


def _answer(session: Session, backup: Backup) -> Answer:
    document = {
        "path": str(backup.path),
        "sha256": backup.sha256,
        "verified": backup.verified,
        "revisions": backup.revisions,
        "journal": backup.journal,
    }
    lines = [
        str(backup.path),
        f"SHA-256: {grouped(backup.sha256)}",
        session.label(_VERIFIED[backup.verified], revisions=backup.revisions),
    ]
    return Answer(document, lines)


@click.command("create", cls=Command, help="cli.help_backup_create")
@click.argument("folder", metavar="[DIR]", type=FILE, required=False)
@pass_session
def create(session: Session, folder: Path | None) -> Answer:
    """Write a backup and open it again."""
    with session.workspace() as workspace:
        return _answer(session, order_backup(workspace, folder))


@click.command("verify", cls=Command, help="cli.help_backup_verify")
@click.argument("file", type=FILE)
@pass_session
def verify(session: Session, file: Path) -> Answer:
    """Check a backup: by its digests, and where there is a workspace by opening it."""
    _must_be_there(file)
    if not key_file(session.paths).exists():
        return _answer(session, verify_backup(file, None))
    with session.workspace() as workspace:
        return _answer(session, verify_backup(file, workspace.opened.database_key))


@click.command("restore", cls=Command, help="cli.help_backup_restore")
@click.argument("file", type=FILE)
@option("--as-fork", is_flag=True, help="cli.option_as_fork")
@option("--recovery-file", type=FILE, help="cli.option_restore_recovery_file")
@pass_session
def restore(session: Session, file: Path, recovery_file: Path | None, *, as_fork: bool) -> Answer:
    """Put a backup into an empty home; a new chain of bundles begins.

    With the recovery sheet its holder becomes a new head: nobody has to know an old passphrase.
    """
    _must_be_there(file)
    secret = read_sheet(recovery_file) if recovery_file is not None else None
    user = user_name(session.options.user or "") if secret is not None else None
    passphrase = session.passphrase(new=secret is not None)
    unpack_backup(file, session.paths)
    try:
        if secret is not None and user is not None:
            program = session.program
            recover_workspace(
                session.paths, secret, user, passphrase, program.catalogue, program.new_clock()
            )
        session.remember_user(user)
        with session.workspace(passphrase) as workspace:
            restore_backup(workspace, as_fork=as_fork)
            return _answer(session, verify_backup(file, workspace.opened.database_key))
    except BaseException:
        # Half restored it would go on with the old chain, and the office would see a fork.
        for path in (database_file(session.paths), key_file(session.paths)):
            path.unlink(missing_ok=True)
        raise


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise Refusal("backup.missing", name=file.name)
