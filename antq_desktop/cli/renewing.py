"""``identity renew | hand-over | certify-own``: a certificate that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer
from antq_desktop.cli.base import DAY, FILE, Command, option, pass_session
from antq_desktop.cli.revoking import CA_FILE, ca_passphrase
from antq_desktop.services.renewing import certify_own, hand_over_request, renew_request

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.cli.session import Session

_OUT = option("-o", "out", type=FILE, required=True, help="cli.option_out")


@click.command("renew", cls=Command, help="cli.help_identity_renew")
@_OUT
@pass_session
def renew(session: Session, out: Path) -> Answer:
    """Write a request for the next certificate, signed with the key in use."""
    with session.workspace() as workspace:
        asked = renew_request(workspace, out)
    document = {"path": str(out), "person": asked.person, "fingerprint": asked.fingerprint}
    return Answer(document, [str(out), session.label("cli.renewed")])


@click.command("hand-over", cls=Command, help="cli.help_identity_hand_over")
@click.argument("successor")
@_OUT
@option("--on", type=DAY, help="cli.option_on")
@option("--successor-passphrase-file", type=FILE, help="cli.option_successor_passphrase_file")
@pass_session
def hand_over(
    session: Session,
    successor: str,
    out: Path,
    on: datetime | None,
    successor_passphrase_file: Path | None,
) -> Answer:
    """Write the request of the head who follows, signed by both."""
    with session.workspace() as workspace:
        day = on.date() if on is not None else workspace.clock.today()
        theirs = passphrases.get(passphrases.SUCCESSOR, successor_passphrase_file, session.language)
        asked = hand_over_request(workspace, out, successor, theirs, day)
    document = {
        "path": str(out),
        "person": asked.person,
        "on": day.isoformat(),
        "fingerprint": asked.fingerprint,
    }
    return Answer(document, [str(out), session.label("cli.handed_key_over", person=asked.person)])


@click.command("certify-own", cls=Command, help="cli.help_identity_certify_own")
@CA_FILE
@pass_session
def own(session: Session, ca_passphrase_file: Path | None) -> Answer:
    """Certify the head of an office by the office's own authority."""
    with session.workspace() as workspace:
        serial = certify_own(workspace, ca_passphrase(session, ca_passphrase_file))
    return Answer({"serial": serial}, [session.label("cli.own_certified", serial=serial)])
