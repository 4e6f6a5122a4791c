"""What the window says about a workspace: before it is opened, and around the lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, cast

from antq_desktop.services import pending
from antq_desktop.services.ages import age_of
from antq_desktop.services.backing_up import newest_backup
from antq_desktop.services.confirming import unanswered
from antq_desktop.services.duplicates import waiting
from antq_desktop.services.duties import open_duties
from antq_desktop.services.limits import limits_left, overdue_counts
from antq_desktop.services.opening import database_file, key_file
from antq_desktop.services.pens import away
from antq_desktop.services.posting import unwritten
from antq_desktop.services.prepared import waiting_bundle
from antq_desktop.services.preparing import given_back, may_countersign
from antq_desktop.services.request_shelf import shelved
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.keyfile import read_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from antq_desktop.errors import Refusal
    from antq_desktop.paths import Paths
    from antq_desktop.services.ages import Age
    from antq_desktop.services.limits import Progress
    from antq_desktop.services.pens import Away
    from antq_desktop.services.workspace import Workspace

    Line = Mapping[str, object]

#: How far back the journal is read for the last save or unlock; further back it is old news.
_NEWEST_LINES = 2000
_SAVES = {"save", "void", "discard", "import"}
_FAILED = "unlock_failed:"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a user did: when, and his name (empty where the account is not known)."""

    at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """One register: records with a book number (voided ones too), and drafts."""

    records: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts by register; the last save; the newest backup; None where there was none yet.

    ``waiting`` counts a commune's open duties, or an office's queries that are on no medium;
    ``unconfirmed`` the books that a commune took over without telling the giver. ``away`` says
    where its own books lie if they were handed over.
    """

    counts: Mapping[str, Count]
    saved: Act | None
    backup: Age | None
    waiting: int = 0
    unconfirmed: int = 0
    away: Away | None = None
    overdue: Mapping[str, int] = field(default_factory=dict)
    """How many limits have passed in each book that is written here."""
    alike: int = 0
    """How many pairs of a commune may be about one person, counted as far as `waiting` counts."""
    requests: int = 0
    """How many requests for certificates wait at an office."""
    left: Progress | None = None
    """How far limits are made again, so that ``overdue`` is not all; None where it is."""
    to_sign: int = 0
    """How many bundles wait for this user's second signature."""
    given_back: int = 0
    """How many bundles were given back to those who prepare."""


@dataclass(frozen=True, slots=True)
class Before:
    """What happened before this unlock: the last one, and failed attempts since then.

    ``mended`` says that the key file had been changed from outside and was put right just now.
    """

    unlocked: Act | None
    failed: int
    mended: bool = False
    closed: Refusal | None = None
    """Why nothing is written here: the books went to another PC."""


def has_workspace(paths: Paths) -> bool:
    """Tell whether there is a workspace; reads nothing of it."""
    return key_file(paths).exists() and database_file(paths).exists()


def user_names(paths: Paths) -> tuple[str, ...]:
    """Return who may unlock, in the order of the key file; Refusal if it cannot be read."""
    return tuple(slot.name for slot in read_keys(key_file(paths)).slots)


def failed_attempts(paths: Paths) -> tuple[datetime, ...]:
    """Return when unlocking failed since the last success; it needs no passphrase."""
    moments = (moment_of(at) for at, _, act in pending.take(paths.data) if act.startswith(_FAILED))
    return tuple(moment for moment in moments if moment is not None)


def before_this_unlock(workspace: Workspace) -> Before:
    """Return the unlock before this one, and how many failed between the two."""
    failed, unlocks, mended = 0, 0, False
    for line in _newest(workspace):
        act = str(line["act"])
        if act == "unlock":
            unlocks += 1
            if unlocks > 1:
                return Before(_act(workspace, line), failed, mended, workspace.why_closed())
        elif act == "keys_mended":
            mended = mended or not unlocks
        elif act.startswith(_FAILED):
            failed += 1
    return Before(None, failed, mended, workspace.why_closed())


def overview(workspace: Workspace) -> Overview:
    """Read the counts and the last save."""
    saved = next((line for line in _newest(workspace) if line["act"] in _SAVES), None)
    counts = workspace.store.queries.counts()
    office = workspace.place.role == "office"
    prepared, backup = waiting_bundle(workspace), newest_backup(workspace.paths)
    return Overview(
        {name: Count(records, drafts) for name, (records, drafts, _) in counts.items()},
        None if saved is None else _act(workspace, saved),
        None if backup is None else age_of(workspace.clock, backup),
        unwritten(workspace) if office else open_duties(workspace),
        0 if office else unanswered(workspace),
        away(workspace),
        overdue_counts(workspace),
        0 if office else waiting(workspace),
        sum(one.waits for one in shelved(workspace).values()),
        limits_left(workspace),
        int(prepared is not None and may_countersign(workspace, prepared)),
        int(given_back(workspace) is not None),
    )


def _newest(workspace: Workspace) -> Iterator[Line]:
    return islice(workspace.store.journal.newest(), _NEWEST_LINES)


def _act(workspace: Workspace, line: Line) -> Act:
    names = workspace.store.account_names()
    at = cast("datetime", moment_of(line["at"]))
    return Act(at, names.get(str(line["user"]), ""))
