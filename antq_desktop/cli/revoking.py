"""``identity revoke | between | let-stand | renew-list``: keys that are in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer, shown_moment
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.messages import words
from antq_desktop.services.deciding import bundle_named
from antq_desktop.services.revocations import renew_revocations
from antq_desktop.services.revoking import (
    WHY,
    between,
    let_stand,
    revoke_certificate,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.crypto.certificates import RevocationReason
    from antq_desktop.services.revoking import Between

CA_FILE = option("--ca-passphrase-file", type=FILE, help="cli.option_ca_passphrase_file")
_REASON = option("--reason", required=True, help="cli.option_reason")
_STATES = {
    "counts": "cli.between_counts",
    "held": "cli.between_held",
    "stands": "cli.between_stands",
    "withdrawn": "cli.between_withdrawn",
    "refused": "cli.between_refused",
}


def ca_passphrase(session: Session, file: Path | None) -> str:
    """Return the passphrase of the authority, from a file or asked for."""
    return passphrases.get(passphrases.AUTHORITY, file, session.language)


@click.command("revoke", cls=Command, help="cli.help_identity_revoke")
@click.argument("serial")
@_REASON
@option("--since", type=DAY, help="cli.option_since")
@option("--why", type=click.Choice(WHY), default=WHY[0], help="cli.option_why")
@CA_FILE
@pass_session
def revoke(
    session: Session,
    serial: str,
    reason: str,
    since: datetime | None,
    why: RevocationReason,
    ca_passphrase_file: Path | None,
) -> Answer:
    """Revoke a certificate from now on, or since the day on which its key was lost."""
    with session.workspace() as workspace:
        secret = ca_passphrase(session, ca_passphrase_file)
        found = revoke_certificate(
            workspace,
            serial,
            reason=reason,
            ca_passphrase=secret,
            since=since.date() if since is not None else None,
            why=why,
        )
    document = {
        "revoked": serial.lower(),
        "since": found.since.isoformat(timespec="seconds"),
        "waiting": found.waiting,
    }
    lines = [session.label("cli.revoked", serial=serial)]
    if found.waiting:
        lines.append(session.label("cli.revoked_waiting", count=found.waiting, serial=serial))
    return Answer(document, lines)


@click.command("between", cls=Command, help="cli.help_identity_between")
@click.argument("serial", required=False)
@pass_session
def show_between(session: Session, serial: str | None) -> Answer:
    """List what came after a key was lost and before that was told."""
    with session.workspace() as workspace:
        found = between(workspace, serial)
    document = {"bundles": [_document(one) for one in found]}
    lines = [line for one in found for line in _lines(session, one)]
    return Answer(document, lines or [session.label("cli.between_none")])


def _document(one: Between) -> dict[str, object]:
    return {
        "serial": one.certified.serial,
        "person": one.certified.person,
        "unit": one.row.unit,
        "bundle": one.row.bundle_id,
        "digest": one.row.digest,
        "kind": one.row.kind,
        "sequence": one.row.sequence,
        "received_at": one.came,
        "state": one.state,
        "open": one.open,
        "stays": one.stays.message_id if one.stays is not None else None,
    }


def _lines(session: Session, one: Between) -> Iterator[str]:
    yield session.label(
        "cli.between_line",
        state=session.label(_STATES[one.state]),
        bundle=one.row.digest[:12],
        unit=one.unit_name,
        day=shown_moment(one.came),
        serial=one.certified.serial,
    )
    if one.stays is not None:
        said = words(one.stays.message_id, session.language, one.stays.values)
        yield f"  {session.label('cli.between_stays', reason=said.text)}"


@click.command("let-stand", cls=Command, help="cli.help_identity_let_stand")
@click.argument("serial")
@click.argument("bundle", metavar="BUNDLE")
@_REASON
@pass_session
def stand(session: Session, serial: str, bundle: str, reason: str) -> Answer:
    """Let a bundle stand that came while a key was lost; ``bundle undo`` takes one back."""
    with session.workspace() as workspace:
        row = bundle_named(workspace, bundle)
        let_stand(workspace, serial, row.digest, reason)
    said = session.label("cli.left_standing", bundle=row.digest[:12])
    return Answer({"digest": row.digest, "serial": serial.lower()}, [said])


@click.command("renew-list", cls=Command, help="cli.help_identity_renew_list")
@CA_FILE
@pass_session
def renew_list(session: Session, ca_passphrase_file: Path | None) -> Answer:
    """Make the revocation list of this office anew."""
    with session.workspace() as workspace:
        number = renew_revocations(workspace, ca_passphrase(session, ca_passphrase_file))
    return Answer({"number": number}, [session.label("cli.list_renewed", number=number)])
