"""``identity token``: the library of this PC, what is plugged in, and a key of an office's head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from antq_desktop.cli import passphrases
from antq_desktop.cli.answers import Answer, shown_day
from antq_desktop.cli.base import FILE, Command, option, pass_session
from antq_desktop.crypto.certificates import common_name, read_certificate
from antq_desktop.crypto.tokens import KeyKind
from antq_desktop.services.token_enrolling import TokenChoice, certify_own_token
from antq_desktop.services.tokens import (
    choose_module,
    chosen_module,
    plugged_in,
    suggested_modules,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.crypto.tokens import FoundKey
    from antq_desktop.services.tokens import Plugged

ANY = "any"
"""The only token that is plugged in, whatever its number."""

KEY_ID = option("--key-id", help="cli.option_key_id")
KIND = option(
    "--key-kind",
    type=click.Choice([str(one) for one in KeyKind]),
    default=str(KeyKind.P256),
    help="cli.option_key_kind",
)


def choice_of(token: str, key_id: str | None, kind: str) -> TokenChoice:
    """Return what the options say: which token, and which key of it or a new one."""
    return TokenChoice(None if token == ANY else token, key_id, KeyKind(kind))


@click.command("list", cls=Command, help="cli.help_token_list")
@pass_session
def show_all(session: Session) -> Answer:
    """List the tokens that are plugged in, with their keys; no PIN is needed."""
    found = plugged_in(session.paths)
    lines = [line for one in found for line in _lines(session, one)]
    return Answer(
        {"tokens": [_document(one) for one in found]}, lines or [session.label("cli.token_none")]
    )


@click.command("module", cls=Command, help="cli.help_token_module")
@click.argument("file", type=FILE, required=False)
@pass_session
def module(session: Session, file: Path | None) -> Answer:
    """Choose the library of this PC, or show it and those of well-known programs."""
    if file is not None:
        choose_module(session.paths, file)
    chosen, suggested = chosen_module(session.paths), suggested_modules()
    shown = str(chosen) if chosen is not None else session.label("cli.none")
    lines = [session.label("cli.token_module", path=shown)]
    lines += [session.label("cli.token_module_suggested", path=str(one)) for one in suggested]
    document = {
        "module": str(chosen) if chosen is not None else None,
        "suggested": [str(one) for one in suggested],
    }
    return Answer(document, lines)


@click.command("use", cls=Command, help="cli.help_token_use")
@option("--token", default=ANY, help="cli.option_token")
@KEY_ID
@KIND
@option("--ca-passphrase-file", type=FILE, help="cli.option_ca_passphrase_file")
@pass_session
def use(
    session: Session, token: str, key_id: str | None, key_kind: str, ca_passphrase_file: Path | None
) -> Answer:
    """Certify a key on a token of an office's own head."""
    secret = passphrases.get(passphrases.AUTHORITY, ca_passphrase_file, session.language)
    with session.workspace() as workspace:
        chosen = choice_of(token, key_id, key_kind)
        certified = certify_own_token(workspace, chosen, ca_passphrase=secret)
    text = session.label("cli.token_used", serial=certified.serial)
    return Answer({"serial": certified.serial, "person": certified.person}, [text])


def _document(found: Plugged) -> dict[str, object]:
    token = found.token
    return {
        "serial": token.serial,
        "label": token.label,
        "pin": str(token.pin),
        "pad": token.pad,
        "keys": [
            {"id": one.id, "label": one.label, "person": _person(one), "until": _until(one)}
            for one in found.keys
        ],
    }


def _lines(session: Session, found: Plugged) -> list[str]:
    token = session.label("cli.token", name=found.token.label, serial=found.token.serial)
    keys = [
        session.label("cli.token_key", id=one.id, whose=_whose(session, one)) for one in found.keys
    ]
    return [token, *(f"  {line}" for line in keys)]


def _whose(session: Session, key: FoundKey) -> str:
    person, until = _person(key), _until(key)
    if person is None:
        return session.label("cli.token_key_bare")
    return session.label("cli.token_key_until", person=person, until=shown_day(until) or "")


def _person(key: FoundKey) -> str | None:
    return common_name(key.certificate) if key.certificate is not None else None


def _until(key: FoundKey) -> str | None:
    if key.certificate is None:
        return None
    return read_certificate(key.certificate).not_after.date().isoformat()
