"""Reading the journal: who did what to what, when; the newest first, page by page.

A page begins below the number of a line, never at a count of lines: what is written meanwhile moves
nothing. The head reads every line, any other user his own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast

from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.journal_acts import ACTS, KINDS
from antq_desktop.services.looking import find_record
from antq_desktop.store.journal import Sought
from antq_desktop.store.stopping import go_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.stopping import Stop

_ID = re.compile(
    r"[A-Za-z0-9_]+/\d{1,9}/\d{4}|[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_BUNDLE_NAMES = ("digest", "bundle", "case")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines a person asks for, each by what is given.

    ``kind`` is one of `KINDS` or an act; ``user`` an account; ``about`` a record (its id, or
    REGISTER/NUMBER/YEAR) or the digest or id of a bundle; ``text`` a part of what was typed.
    """

    kind: str = ""
    user: str = ""
    about: str = ""
    since: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What an act was done to; ``opens`` says that there is something to open here.

    Of a record ``name`` is its number in the book (None for a draft), of a bundle that came in the
    name of who sent it, of one of ours the name of its file.
    """

    kind: Literal["record", "bundle"]
    key: str
    register: str | None
    name: str | None
    opens: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``who`` is a name, None where nobody was logged in and no name was typed."""

    n: int
    at: datetime
    who: str | None
    act: str
    details: Mapping[str, Json]
    target: Target | None


def reads_all(workspace: Workspace) -> bool:
    """Say whether this user reads the lines of others."""
    return workspace.is_head


def line_numbers(workspace: Workspace, asked: Asked, stop: Stop = go_on) -> Sequence[int] | None:
    """Return the numbers of all lines that are asked for, the newest first; Refusal as `page`.

    ``stop`` is asked again and again; where it says True, there are none. A line that is missing
    has its number among those of all lines.
    """
    return workspace.store.journal.numbers(_sought(workspace, asked), stop)


def lines_of(workspace: Workspace, numbers: Sequence[int]) -> list[Line | None]:
    """Return the lines of some `line_numbers`, None for one that is missing.

    To whom only his own lines are shown, those of others are missing.
    """
    known, every = _Known(workspace), reads_all(workspace)
    found = {
        n: entry
        for n, entry in workspace.store.journal.lines(numbers).items()
        if every or entry["user"] == workspace.user
    }
    return [_line(known, found[n]) if n in found else None for n in numbers]


def page(workspace: Workspace, asked: Asked, before: int | None, limit: int) -> list[Line]:
    """Return the newest lines that are asked for, of those below a number where one is given.

    Refusal for an unknown kind, for the days of an empty span, for a record that is not known, and
    where an officer asks for the lines of another.
    """
    entries = workspace.store.journal.page(_sought(workspace, asked), before, limit)
    known = _Known(workspace)
    return [_line(known, entry) for entry in entries]


def asked_text(typed: str) -> tuple[str, str]:
    """Return what was typed into one box as (about, text): a record or a bundle, or words."""
    typed = typed.strip()
    return (typed, "") if _ID.fullmatch(typed) else ("", typed)


def account_named(workspace: Workspace, name: str) -> str:
    """Return the account of a name; Refusal if there never was one."""
    for account, known in workspace.store.account_names().items():
        if known == name:
            return account
    raise Refusal("journal.unknown_user", name=name)


def people(workspace: Workspace) -> list[tuple[str, str]]:
    """Return (account, name) of those whose lines this user reads, by their names."""
    names = workspace.store.account_names()
    mine = [(workspace.user, names.get(workspace.user, ""))]
    return sorted(names.items(), key=lambda one: one[1]) if reads_all(workspace) else mine


def _sought(workspace: Workspace, asked: Asked) -> Sought:
    if asked.kind and asked.kind not in KINDS and asked.kind not in ACTS:
        raise Refusal("journal.unknown_kind", kind=asked.kind)
    if asked.since and asked.until and asked.until < asked.since:
        raise Refusal(
            "periods.order",
            first=asked.since.strftime("%d/%m/%Y"),
            last=asked.until.strftime("%d/%m/%Y"),
        )
    user = asked.user
    if not reads_all(workspace):
        if user not in {"", workspace.user}:
            raise Refusal("journal.own_only")
        user = workspace.user
    about = asked.about.strip()
    return Sought(
        acts=KINDS.get(asked.kind, (asked.kind,)) if asked.kind else (),
        user=user,
        about=find_record(workspace, about) if "/" in about else about,
        since=asked.since.isoformat() if asked.since else "",
        until=asked.until.isoformat() if asked.until else "",
        text=asked.text.strip(),
    )


class _Known:
    """What the lines of a page name, looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.names = workspace.store.account_names()
        self._sent: dict[str, str] | None = None

    def record(self, record: str, details: Mapping[str, Json]) -> Target:
        """Return a record; a draft that was thrown away is known by its register at most."""
        line = self.workspace.store.queries.line(record)
        if line is None:
            register = details.get("register")
            return Target("record", record, str(register) if register else None, None, opens=False)
        return Target("record", record, line.register, line.book, opens=True)

    def bundle(self, key: str) -> Target:
        """Return a bundle that came in, or one of ours, by its digest or its id."""
        came = self.workspace.store.exchanged.standing_of(key)
        if came is not None:
            unit = self.unit(came.unit)
            opens = self.workspace.place.role == "office"
            return Target("bundle", key, None, unit, opens=opens)
        return Target("bundle", key, None, self._files().get(key), opens=False)

    def unit(self, text: str) -> str:
        """Return the name of a unit, or what stands for it where it is not known."""
        try:
            return self.workspace.units.get(parse_unit_key(text)).name
        except (Refusal, ValueError):
            return text

    def _files(self) -> dict[str, str]:
        if self._sent is None:
            rows = self.workspace.store.exchanged.outgoing()
            self._sent = {row.digest: row.file for row in rows}
            self._sent |= {row.bundle_id: row.file for row in rows}
        return self._sent


def _line(known: _Known, entry: Mapping[str, Json]) -> Line:
    details = cast("Mapping[str, Json]", entry["details"])
    user, typed = entry["user"], details.get("name")
    who = known.names.get(str(user), str(user)) if user else typed if isinstance(typed, str) else ""
    shown = {name: _shown(known, name, value) for name, value in details.items()}
    return Line(
        cast("int", entry["n"]),
        datetime.fromisoformat(str(entry["at"])),
        who or None,
        str(entry["act"]),
        shown,
        _target(known, details),
    )


def _shown(known: _Known, name: str, value: Json) -> Json:
    if name in {"unit", "to"} and isinstance(value, str):
        return known.unit(value)
    return value


def _target(known: _Known, details: Mapping[str, Json]) -> Target | None:
    record = details.get("record")
    if isinstance(record, str):
        return known.record(record, details)
    keys: Sequence[Json] = [details.get(name) for name in _BUNDLE_NAMES]
    key = next((one for one in keys if isinstance(one, str)), None)
    return known.bundle(key) if key is not None else None
