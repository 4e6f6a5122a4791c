"""The requests for certificates at an office: met in the inbox, listed until they are answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.services.enrolling import must_be_for_us, read_asked
from antq_desktop.services.request_shelf import request_file, settle, shelve, shelved

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that waits, and when it came (aware, ISO 8601); its fingerprint names it."""

    asked: Asked
    came: str


def meet_request(workspace: Workspace, path: Path) -> tuple[Asked, bool]:
    """Keep a request until it is answered; return it, and whether it waits.

    One that was answered does not, nor does one that was put away: a person who wants it after all
    opens its file. Refusal if this office may never certify it.
    """
    workspace.require_role("office")
    asked, _, sender = read_asked(workspace, path)
    must_be_for_us(workspace, asked, sender)
    known = shelved(workspace).get(asked.fingerprint)
    if known is not None:
        return asked, known.waits
    with workspace.store.atomic():
        shelve(workspace, asked.fingerprint, path)
        workspace.note("request_came", fingerprint=asked.fingerprint, unit=asked.unit.text)
    return asked, True


def waiting_requests(workspace: Workspace) -> list[Waiting]:
    """Return the requests that wait, the longest first; who stands for each is judged as of now."""
    return [
        Waiting(read_request_of(workspace, one.fingerprint), one.came)
        for one in shelved(workspace).values()
        if one.waits
    ]


def read_request_of(workspace: Workspace, source: Path | str) -> Asked:
    """Return what a request says, for a person to compare; see `request_file` for ``source``."""
    with request_file(workspace, source) as path:
        return read_asked(workspace, path)[0]


def put_request_away(workspace: Workspace, fingerprint: str, reason: str) -> None:
    """Take a request from the list, for a reason that stays in the journal."""
    workspace.require_head()
    with request_file(workspace, fingerprint) as path, workspace.store.atomic():
        workspace.note("request_put_away", fingerprint=fingerprint, reason=reason)
        settle(workspace, fingerprint, path)
