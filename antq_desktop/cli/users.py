"""``user``: who may log in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer, table
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.domain.roles import ROLE_LABELS, Role
from antq_desktop.services.sealing_to import closed_parts, give_parts, seal_all
from antq_desktop.services.users import (
    add_user,
    change_passphrase,
    disable_user,
    list_users,
    renew_user,
    set_role,
)
from antq_desktop.services.workspace import user_name

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import Slot

ROLES = [str(role) for role in Role]


def user_document(slot: Slot) -> dict[str, str]:
    """Return a user as ``--json`` shows him."""
    return {"name": slot.name, "role": slot.role}


def user_lines(session: Session, slots: tuple[Slot, ...]) -> list[str]:
    """Return a table of users."""
    rows = [(slot.name, session.label(ROLE_LABELS[Role(slot.role)])) for slot in slots]
    return table([session.label("cli.user"), session.label("cli.role")], rows)


def _new_passphrase(session: Session, file: Path | None) -> str:
    return passphrases.get(passphrases.NEW, file, session.language, new=True)


@click.command("add", cls=Command, help="cli.help_user_add")
@click.argument("name")
@option("--role", type=click.Choice(ROLES), required=True, help="cli.option_role")
@option("--new-passphrase-file", type=FILE, help="cli.option_new_passphrase_file")
@pass_session
def add(session: Session, name: str, role: str, new_passphrase_file: Path | None) -> Answer:
    """Give a person a slot of his own."""
    name = user_name(name)  # said before anybody thinks of a passphrase
    with session.workspace() as workspace:
        secret = _new_passphrase(session, new_passphrase_file)
        slot = add_user(workspace, name, Role(role), secret)
        _seal_parts(session, workspace)
    return Answer(user_document(slot), user_lines(session, (slot,)))


def _seal_parts(session: Session, workspace: Workspace) -> None:
    """Seal the older confidential parts to a new head; after a power cut it goes on."""
    text = session.label("cli.sealing_parts")
    seal_all(workspace, lambda done, total: session.progress(text, done, total))
    session.progress("", 0, 0)


@click.command("renew", cls=Command, help="cli.help_user_renew")
@click.argument("name")
@option("--new-passphrase-file", type=FILE, help="cli.option_new_passphrase_file")
@pass_session
def renew(session: Session, name: str, new_passphrase_file: Path | None) -> Answer:
    """Give a person who forgot it a new passphrase."""
    with session.workspace() as workspace:
        secret = _new_passphrase(session, new_passphrase_file)
        slot = renew_user(workspace, user_name(name), secret)
        _seal_parts(session, workspace)
    return Answer(user_document(slot), user_lines(session, (slot,)))


@click.command("seal", cls=Command, help="cli.help_user_seal")
@click.argument("name")
@pass_session
def seal(session: Session, name: str) -> Answer:
    """Let another head open the older confidential parts too."""
    with session.workspace() as workspace:
        slot = give_parts(workspace, user_name(name))
        _seal_parts(session, workspace)
        closed = closed_parts(workspace, slot.name)
    said = session.label("cli.parts_closed", name=slot.name, count=closed)
    return Answer({**user_document(slot), "closed": closed}, [said])


@click.command("role", cls=Command, help="cli.help_user_role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@pass_session
def role(session: Session, name: str, role: str) -> Answer:
    """Give a person other work."""
    with session.workspace() as workspace:
        slot = set_role(workspace, user_name(name), Role(role))
    return Answer(user_document(slot), user_lines(session, (slot,)))


@click.command("disable", cls=Command, help="cli.help_user_disable")
@click.argument("name")
@option("--reason", required=True, help="cli.option_reason")
@pass_session
def disable(session: Session, name: str, reason: str) -> Answer:
    """Take a person's slot away."""
    with session.workspace() as workspace:
        disable_user(workspace, user_name(name), reason=reason)
        slots = workspace.keys.slots
    return Answer({"users": [user_document(slot) for slot in slots]}, user_lines(session, slots))


@click.command("list", cls=Command, help="cli.help_user_list")
@pass_session
def show_all(session: Session) -> Answer:
    """List those who may log in."""
    with session.workspace() as workspace:
        slots = list_users(workspace)
    return Answer({"users": [user_document(slot) for slot in slots]}, user_lines(session, slots))


@click.command("passphrase", cls=Command, help="cli.help_user_passphrase")
@option("--new-passphrase-file", type=FILE, help="cli.option_new_passphrase_file")
@pass_session
def passphrase(session: Session, new_passphrase_file: Path | None) -> Answer:
    """Put another passphrase in place of one's own."""
    with session.workspace() as workspace:
        change_passphrase(workspace, _new_passphrase(session, new_passphrase_file))
        slot = workspace.opened.slot
    return Answer(user_document(slot), [session.label("cli.passphrase_changed", name=slot.name)])
