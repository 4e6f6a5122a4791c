"""The token that an act signs with: opened at its first signature, left at its end.

The PIN is asked for then, tried once, and kept nowhere. A wrong one ends the act, and a further
try is a new act of the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.crypto.token_keys import token_key
from antq_desktop.crypto.token_process import TokenProcess
from antq_desktop.crypto.tokens import PinState, TokenRefused, Trouble
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.crypto.keys import PrivateKey
    from antq_desktop.crypto.tokens import FoundKey, KeyKind, Token
    from antq_desktop.store.keyfile import TokenKey


SAID = {PinState.FEW: "token.says_few", PinState.LAST: "token.says_last"}
"""What a person is told before he types, where a token says that tries are running out."""


@dataclass(frozen=True, slots=True)
class PinAsked:
    """For what a PIN is asked: which token, whose certificate, and what the token says.

    ``until`` is the end of the certificate, None where there is none yet. With a ``pad`` the PIN is
    typed at the device: the person is told so, and asked for none.
    """

    label: str
    serial: str
    person: str
    until: datetime | None
    state: PinState
    pad: bool = False


@dataclass(slots=True)
class _Open:
    """A token that was logged in to."""

    process: TokenProcess
    serial: str
    label: str


def _nobody(asked: PinAsked) -> str:
    raise Refusal("token.pin_not_given", name=asked.label)


class TokenDesk:
    """The token that an act works with, in a helper process of its own.

    ``ask_pin`` is the front end's: it returns the PIN that a person gives, or raises a Refusal.
    What it returns for a token with a pad is not looked at.
    """

    def __init__(self) -> None:
        self.ask_pin: Callable[[PinAsked], str] = _nobody
        self._open: _Open | None = None

    def key(
        self, module: Path, wanted: TokenKey, person: str, until: datetime | None
    ) -> PrivateKey:
        """Return a key that signs; the PIN is asked for unless this act has given it.

        TokenRefused or Refusal where the token is not there, the PIN wrong, the key another.
        """
        opened = self._opened(module, wanted, person, until)
        pss = opened.process.check_key(wanted.key_id, wanted.public_key)
        return token_key(
            wanted.public_key,
            lambda data, scheme, hashed: opened.process.sign(wanted.key_id, data, scheme, hashed),
            pss=pss,
        )

    def generate(self, module: Path, wanted: Token, person: str, kind: KeyKind) -> FoundKey:
        """Make a key in a token."""
        self.end_act()
        opened = self._log_in(module, wanted.serial, person, None, write=True)
        return opened.process.generate(kind)

    def name(self) -> str:
        """Return the label of the token in use, empty without one."""
        return self._open.label if self._open is not None else ""

    def end_act(self) -> None:
        """Log out and end the helper: the next signature asks for the PIN again."""
        opened, self._open = self._open, None
        if opened is not None:
            opened.process.close()

    def _opened(self, module: Path, wanted: TokenKey, person: str, until: datetime | None) -> _Open:
        if self._open is not None and self._open.serial == wanted.serial:
            return self._open
        self.end_act()
        return self._log_in(module, wanted.serial, person, until)

    def _log_in(
        self,
        module: Path,
        serial: str,
        person: str,
        until: datetime | None,
        *,
        write: bool = False,
    ) -> _Open:
        process = TokenProcess(module)
        try:
            token = _there(process, serial)
            self._open = _Open(process, serial, token.label)
            must_not_be_locked(token)
            asked = PinAsked(token.label, serial, person, until, token.pin, token.pad)
            pin = self.ask_pin(asked)
            process.log_in(serial, None if token.pad else pin, write=write)
        except BaseException:
            process.close()
            raise
        return self._open


def _there(process: TokenProcess, serial: str) -> Token:
    found = [one for one in process.tokens() if one.serial == serial]
    if len(found) != 1:
        raise TokenRefused(Trouble.TWO_TOKENS if found else Trouble.NO_TOKEN)
    return found[0]


def must_not_be_locked(token: Token) -> None:
    """Refuse a locked token before anybody types a PIN."""
    if token.pin is PinState.LOCKED:
        raise TokenRefused(Trouble.LOCKED, PinState.LOCKED)
