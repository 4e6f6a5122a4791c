"""Where a passphrase comes from: a file, the environment, or the terminal; never an argument."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from antq_desktop.errors import Refusal
from antq_desktop.messages import Language, label
from antq_desktop.services.token_desk import SAID

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.token_desk import PinAsked


@dataclass(frozen=True, slots=True)
class Secret:
    """A passphrase that may be asked for: its variable, and the labels that ask for it."""

    variable: str
    ask: str
    again: str


USER = Secret("ANTQ_PASSPHRASE", "cli.ask_passphrase", "cli.ask_passphrase_again")
NEW = Secret("ANTQ_NEW_PASSPHRASE", "cli.ask_new_passphrase", "cli.ask_new_passphrase_again")
SUCCESSOR = Secret(
    "ANTQ_SUCCESSOR_PASSPHRASE", "cli.ask_successor_passphrase", "cli.ask_successor_passphrase"
)
AUTHORITY = Secret("ANTQ_CA_PASSPHRASE", "cli.ask_ca_passphrase", "cli.ask_ca_passphrase_again")


PIN = "ANTQ_PIN"


def get(secret: Secret, file: Path | None, language: Language, *, new: bool = False) -> str:
    """Return a passphrase; at the terminal a new one is asked for twice.

    Refusal if the file cannot be read, or if there is nobody to ask.
    """
    value = given(secret, file)
    if value is not None:
        return value
    if not sys.stdin.isatty():
        raise Refusal("passphrase.not_given", variable=secret.variable)
    again = label(secret.again, language) if new else False
    text = label(secret.ask, language)
    answer: str = click.prompt(text, hide_input=True, confirmation_prompt=again, err=True)
    return answer


def given(secret: Secret, file: Path | None) -> str | None:
    """Return the passphrase of the file or the environment, None where nobody gave one."""
    return _given(secret.variable, file)


def pin(asked: PinAsked, file: Path | None, language: Language) -> str:
    """Return the PIN of a token; at the terminal it is said which one, and what it says itself.

    Where it is typed at the device that is all, and none is read from anywhere. Refusal if the file
    cannot be read, or if there is nobody to ask.
    """
    if asked.pad:
        if asked.state in SAID:
            click.echo(label(SAID[asked.state], language), err=True)
        click.echo(label("token.at_the_device", language, name=asked.label), err=True)
        return ""
    value = _given(PIN, file)
    if value is not None:
        return value
    if not sys.stdin.isatty():
        raise Refusal("token.pin_nowhere", name=asked.label)
    if asked.state in SAID:
        click.echo(label(SAID[asked.state], language), err=True)
    facts = {"name": asked.label, "serial": asked.serial, "person": asked.person}
    answer: str = click.prompt(label("cli.ask_pin", language, **facts), hide_input=True, err=True)
    return answer


def _given(variable: str, file: Path | None) -> str | None:
    return _first_line(file) if file is not None else os.environ.get(variable)


def _first_line(file: Path) -> str:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refusal("files.cannot_read", name=file.name) from None
    return lines[0] if lines else ""
