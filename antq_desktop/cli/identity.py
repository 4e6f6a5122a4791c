"""``identity``: enrolment and trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped, shown_day
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.cli.revoking import CA_FILE, ca_passphrase
from antq_desktop.cli.tokens import KEY_ID, KIND, choice_of
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.services.authority import authority_fingerprint
from antq_desktop.services.enrolling import (
    issue_certificate,
    make_request,
    own_certificate,
    show_request,
)
from antq_desktop.services.exporting_keys import export_identities
from antq_desktop.services.installing import install_directory
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.token_enrolling import request_with_token

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.token_enrolling import TokenChoice
    from antq_desktop.services.vouched import Voucher

_OUT = option("-o", "out", type=FILE, required=True, help="cli.option_out")
_FINGERPRINT = option("--fingerprint", required=True, help="cli.option_fingerprint")
_COMPARED = option("--fingerprint", help="cli.option_fingerprint")
_VOUCHED = {"renewal": "cli.vouched_renewal", "handover": "cli.vouched_handover"}
_CERTIFIED = {True: "cli.certified", False: "cli.not_certified"}
_OFFICE_CERTIFIED = {True: "cli.office_certified", False: "cli.office_not_certified"}


@click.command("request", cls=Command, help="cli.help_identity_request")
@_OUT
@option("--lost", is_flag=True, help="cli.option_lost")
@CA_FILE
@option("--token", help="cli.option_token")
@KEY_ID
@KIND
@pass_session
def request(
    session: Session,
    out: Path,
    ca_passphrase_file: Path | None,
    token: str | None,
    key_id: str | None,
    key_kind: str,
    *,
    lost: bool,
) -> Answer:
    """Write a request for a certificate: of a commune's head, or of an office's authority."""
    if token is not None:
        return _with_token(session, out, choice_of(token, key_id, key_kind))
    with session.workspace() as workspace:
        office = workspace.place.role == "office"
        secret = ca_passphrase(session, ca_passphrase_file) if office else None
        asked = make_request(workspace, out, ca_passphrase=secret, lost=lost)
    return Answer({"path": str(out), **_asked(asked)}, [str(out), *_asked_lines(session, asked)])


def _with_token(session: Session, out: Path, choice: TokenChoice) -> Answer:
    with session.workspace() as workspace:
        asked = request_with_token(workspace, out, choice)
    return Answer({"path": str(out), **_asked(asked)}, [str(out), *_asked_lines(session, asked)])


def _asked(asked: Asked) -> dict[str, object]:
    return {
        "unit": {**asked.unit.as_json(), "name": asked.unit_name},
        "person": asked.person,
        "role": asked.role,
        "fingerprint": asked.fingerprint,
        "voucher": _voucher(asked.voucher) if asked.voucher is not None else None,
        "unproven": asked.unproven,
    }


def _voucher(voucher: Voucher) -> dict[str, object]:
    return {
        "act": voucher.act,
        "on": voucher.on.isoformat(),
        "person": voucher.person,
        "serial": voucher.serial,
        "until": voucher.until.isoformat(),
    }


def _asked_lines(session: Session, asked: Asked) -> list[str]:
    facts = {
        "cli.unit": f"{asked.unit_name} ({asked.unit.text})",
        "cli.user": asked.person,
        "cli.fingerprint": grouped(asked.fingerprint),
    }
    lines = [f"{session.label(name)}: {value}" for name, value in facts.items()]
    voucher = asked.voucher
    if voucher is not None:
        until, on = shown_day(voucher.until), shown_day(voucher.on)
        said = session.label(_VOUCHED[voucher.act], person=voucher.person, day=until, on=on)
        return [*lines, said]
    unproven = [session.label("cli.vouched_unproven")] if asked.unproven else []
    return [*lines, *unproven, session.label("cli.compare_request")]


@click.command("issue", cls=Command, help="cli.help_identity_issue")
@click.argument("request_file", metavar="REQUEST", type=FILE)
@_OUT
@_COMPARED
@CA_FILE
@pass_session
def issue(
    session: Session,
    request_file: Path,
    out: Path,
    fingerprint: str | None,
    ca_passphrase_file: Path | None,
) -> Answer:
    """Certify a request that was compared or vouched for; write the new directory."""
    with session.workspace() as workspace:
        certified, path = issue_certificate(
            workspace,
            request_file,
            out,
            fingerprint=fingerprint,
            ca_passphrase=ca_passphrase(session, ca_passphrase_file),
        )
        authority = authority_fingerprint(workspace)
    document = {
        "path": str(path),
        "serial": certified.serial,
        "unit": certified.unit,
        "person": certified.person,
        "role": certified.role,
        "ca_fingerprint": authority,
    }
    lines = [
        session.label("cli.issued", unit=certified.unit, serial=certified.serial),
        str(path),
        f"{session.label('cli.ca_fingerprint')}: {grouped(authority)}",
        session.label("cli.compare_directory"),
    ]
    return Answer(document, lines)


@click.command("install", cls=Command, help="cli.help_identity_install")
@click.argument("file", type=FILE)
@_FINGERPRINT
@pass_session
def install(session: Session, file: Path, fingerprint: str) -> Answer:
    """Install a directory whose authority has the fingerprint that was compared."""
    with session.workspace() as workspace:
        installed = install_directory(workspace, file, fingerprint=fingerprint)
        office = workspace.place.role == "office"
    document = {
        "version": installed.version,
        "newer": installed.newer,
        "certified": installed.certified,
        "ca_fingerprint": installed.fingerprint,
    }
    news = "cli.directory_installed" if installed.newer else "cli.directory_known"
    own = _OFFICE_CERTIFIED if office else _CERTIFIED
    lines = [session.label(news, version=installed.version)]
    return Answer(document, [*lines, session.label(own[installed.certified])])


@click.command("show", cls=Command, help="cli.help_identity_show")
@click.argument("request_file", metavar="[REQUEST]", type=FILE, required=False)
@pass_session
def show(session: Session, request_file: Path | None) -> Answer:
    """Show what a request says, or the own certificate and the authority that is trusted."""
    with session.workspace() as workspace:
        if request_file is not None:
            asked = show_request(workspace, request_file)
            return Answer(_asked(asked), _asked_lines(session, asked))
        own = own_certificate(workspace)
        authority = sha256_hex(anchor_of(workspace)) if workspace.document("trust") else None
    document = {
        "serial": own.get("serial"),
        "until": own.get("until"),
        "fingerprint": own.get("fingerprint"),
        "ca_fingerprint": authority,
    }
    nothing = session.label("cli.none")
    facts = {
        "cli.serial": own.get("serial", nothing),
        "cli.until": shown_day(own.get("until")) or nothing,
        "cli.fingerprint": grouped(own.get("fingerprint", nothing)),
        "cli.ca_fingerprint": grouped(authority or nothing),
    }
    return Answer(document, [f"{session.label(name)}: {value}" for name, value in facts.items()])


@click.command("export-age", cls=Command, help="cli.help_identity_export_age")
@_OUT
@option("--reason", required=True, help="cli.option_reason")
@pass_session
def export_age(session: Session, out: Path, reason: str) -> Answer:
    """Write the keys that open bundles for this workspace, for the ``age`` program."""
    with session.workspace() as workspace:
        export_identities(workspace, out, reason=reason)
    return Answer({"path": str(out)}, [str(out)])
