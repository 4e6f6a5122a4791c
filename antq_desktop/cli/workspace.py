"""``workspace``: making one, looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer, grouped, shown_moment, table
from antq_desktop.cli.base import FILE, Command, WrongUsage, option, pass_session
from antq_desktop.cli.recovery import (
    give_sheet,
    is_pdf,
    must_be_printable,
    sheet_file,
)
from antq_desktop.cli.users import user_document, user_lines
from antq_desktop.services.backing_up import newest_backup
from antq_desktop.services.leaving_practice import remove_practice
from antq_desktop.services.opening import (
    NewWorkspace,
    create_workspace,
)
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.workspace import user_name
from antq_desktop.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.workspace import Workspace, WorkspaceRole

CLASSES = {"real": "cli.class_real", "practice": "cli.class_practice"}
ROLES = {"commune": "cli.workspace_commune", "office": "cli.workspace_office"}


class _New(TypedDict):
    role: WorkspaceRole
    unit: str
    units_file: Path | None
    practice: bool
    sample: bool
    recovery_sheet: Path | None
    ca_passphrase_file: Path | None


def describe(session: Session, workspace: Workspace) -> Answer:
    """Return what a workspace is and how much is in it."""
    head = workspace.store.journal.head()
    backup = newest_backup(workspace.paths)
    sent = workspace.store.exchanged.outgoing()
    stored = workspace.store.queries.counts()
    counts = {
        register.name: dict(
            zip(("records", "drafts", "voided"), stored.get(register.name, (0, 0, 0)), strict=True)
        )
        for register in workspace.catalogue.registers
    }
    document = {
        "workspace": workspace.place.id,
        "unit": {**workspace.unit.key.as_json(), "name": workspace.unit.name},
        "role": workspace.place.role,
        "class": workspace.place.class_,
        "users": [user_document(slot) for slot in workspace.keys.slots],
        "counts": counts,
        "schema": SCHEMA_VERSION,
        "digest": workspace.store.digest(),
        "journal": head.as_json(),
        "last_backup": backup.isoformat() if backup is not None else None,
        "last_bundle": sent[-1].file if sent else None,
    }
    return Answer(document, _lines(session, workspace, document, counts))


def _lines(
    session: Session,
    workspace: Workspace,
    document: Mapping[str, object],
    counts: Mapping[str, Mapping[str, int]],
) -> list[str]:
    backup = document["last_backup"]
    facts = {
        "cli.unit": f"{workspace.unit.name} ({workspace.unit.key.text})",
        "cli.workspace_role": session.label(ROLES[workspace.place.role]),
        "cli.class": session.label(CLASSES[workspace.place.class_]),
        "cli.digest": grouped(str(document["digest"])),
        "cli.last_backup": shown_moment(str(backup)) if backup else session.label("cli.none"),
        "cli.last_bundle": str(document["last_bundle"] or session.label("cli.none")),
    }
    head = ("cli.register", "cli.records", "cli.drafts", "cli.voided")
    labels = {one.name: one.short_label for one in workspace.catalogue.registers}
    rows = ((labels[name].text(session.language), *one.values()) for name, one in counts.items())
    return [
        *(f"{session.label(name)}: {value}" for name, value in facts.items()),
        "",
        *user_lines(session, workspace.keys.slots),
        "",
        *table([session.label(one) for one in head], rows),
    ]


@click.command("show", cls=Command, help="cli.help_workspace_show")
@pass_session
def show(session: Session) -> Answer:
    """Show what the workspace is."""
    with session.workspace() as workspace:
        return describe(session, workspace)


@click.command("create", cls=Command, help="cli.help_workspace_create")
@option("--role", type=click.Choice([*ROLES]), required=True, help="cli.option_workspace_role")
@option("--unit", metavar="CODE[@DATE]", required=True, help="cli.option_unit")
@option("--units", "units_file", type=FILE, help="cli.option_units")
@option("--practice", is_flag=True, help="cli.option_practice")
@option("--sample", is_flag=True, help="cli.option_sample")
@option("--recovery-sheet", type=FILE, help="cli.option_recovery_sheet")
@option("--ca-passphrase-file", type=FILE, help="cli.option_ca_passphrase_file")
@pass_session
def create(session: Session, **said: Unpack[_New]) -> Answer:
    """Make a workspace; the recovery sheet goes to a file or, once, to the terminal."""
    if session.options.json and said["recovery_sheet"] is None:
        raise WrongUsage(session.label("cli.json_needs_sheet"))
    clock = session.program.new_clock()
    units = load_units(said["units_file"])
    wanted = NewWorkspace(
        role=said["role"],
        unit=units.resolve(said["unit"], clock.today()),
        user=user_name(session.options.user or ""),
        passphrase=session.passphrase(new=True),
        practice=said["practice"] or said["sample"],
        ca_passphrase=_new_ca_passphrase(session, said),
    )
    path = said["recovery_sheet"]
    if is_pdf(path):
        must_be_printable(session, wanted, units)
    with sheet_file(path) as write:
        secret = create_workspace(session.paths, wanted, units, session.program.catalogue, clock)
        give_sheet(session, wanted, units, secret, path, write)
    session.remember_user(wanted.user)
    with session.workspace(wanted.passphrase) as workspace:
        if said["sample"]:
            fill_with_sample(workspace, lambda _done, _total: None)
        return describe(session, workspace)


@click.command("remove", cls=Command, help="cli.help_workspace_remove")
@option("--practice", is_flag=True, required=True, help="cli.option_remove_practice")
@pass_session
def remove(session: Session, *, practice: bool) -> Answer:
    """Remove a workspace for practice with its backups; never a real one."""
    del practice  # asked for, so that nobody removes by a slip of the hand
    program = session.program
    remove_practice(
        session.paths,
        session.options.user,
        session.passphrase(),
        program.catalogue,
        program.new_clock(),
    )
    return Answer({"removed": True}, [session.label("cli.practice_removed")])


def _new_ca_passphrase(session: Session, said: _New) -> str | None:
    if said["role"] != "office":
        return None
    file = said["ca_passphrase_file"]
    return passphrases.get(passphrases.AUTHORITY, file, session.language, new=True)
