"""What the dialogues about tokens show: rows only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key that can be chosen: of which token, and which one; ``key_id`` None makes a new one."""

    text: str
    serial: str
    key_id: str | None


@dataclass(frozen=True, slots=True)
class PinPage:
    """What the question for a PIN says; ``warning`` is empty while the token says nothing.

    ``device`` says that the PIN is typed at the device, and is empty where it is typed here.
    """

    token: str
    person: str
    certificate: str
    warning: str
    device: str = ""
