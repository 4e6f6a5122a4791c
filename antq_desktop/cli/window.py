"""``gui``: opens the window; what stays when no command is given."""

from __future__ import annotations

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import Command, pass_session
from antq_desktop.cli.session import Session, Start


def open_window(session: Session) -> Answer:
    """Open the window; a passphrase that was given unlocks at once, none is asked for here."""
    session.start_log()
    options = session.options
    start = Start(
        session.paths,
        options.lang,
        options.user,
        passphrases.given(passphrases.USER, options.passphrase_file),
    )
    return Answer({}, exit_code=session.program.open_window(start))


@click.command(cls=Command, help="cli.help_gui")
@pass_session
def gui(session: Session) -> Answer:
    """Open the window."""
    return open_window(session)
