"""The state of the journal's chain: whole or broken, and what the last receipt says of it.

Whoever can write the database can write the chain anew. What he cannot change is the head that the
office has seen: each bundle takes it along, and each receipt brings it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from antq_desktop.store.journal import BEGINNING, Sought

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

AT_ONCE = 500
"""How many lines are checked before others get their turn: a window that is drawn meanwhile waits
for Python again and again."""


class Standing(StrEnum):
    """How the chain stands to the head that the office saw last."""

    UNSEEN = "unseen"
    """No receipt has named a head yet."""
    RESTORED = "restored"
    """A restore has dropped the head that was named: its lines came after the backup."""
    EQUAL = "equal"
    LONGER = "longer"
    """The head is in our chain, and lines have come after it."""
    BEYOND = "beyond"
    """The office has seen more lines than there are: an older copy was put in place."""
    OTHER = "other"
    """Our line of that number is another one: the chain was written anew."""


#: What nothing is to be done about.
SOUND = frozenset({Standing.UNSEEN, Standing.EQUAL, Standing.LONGER})


@dataclass(frozen=True, slots=True)
class ChainState:
    """How many lines there are, the first that does not fit (None if all do), and the standing.

    ``seen`` is the number of the line that the office saw last; ``at`` the time of that line, or of
    the restore, None where there is none.
    """

    length: int
    broken: int | None
    standing: Standing
    seen: int = 0
    at: datetime | None = None

    @property
    def sound(self) -> bool:
        """Whether the chain is whole and holds what the office saw."""
        return self.broken is None and self.standing in SOUND


class ChainCheck:
    """Follows the chain some lines at a time, and later on from where it was whole."""

    def __init__(self) -> None:
        self._fitting = BEGINNING

    def step(self, workspace: Workspace) -> ChainState | None:
        """Check some more lines; return the state once there are no more, None before."""
        journal = workspace.store.journal
        if journal.hash_at(self._fitting.length) != self._fitting.hash:
            self._fitting = BEGINNING
        before, end = self._fitting, journal.head()
        self._fitting = journal.follow(before, AT_ONCE)
        if self._fitting == end:
            return _state(workspace, end.length, None)
        if self._fitting.length < before.length + AT_ONCE:
            return _state(workspace, end.length, self._fitting.length + 1)
        return None


def chain_state(workspace: Workspace) -> ChainState:
    """Check the whole chain at once."""
    check = ChainCheck()
    while (state := check.step(workspace)) is None:
        pass
    return state


def _state(workspace: Workspace, length: int, broken: int | None) -> ChainState:
    seen = workspace.document("journal_seen")
    if not seen:
        return _restored(workspace, length, broken)
    line, head = cast("int", seen["length"]), seen["head"]
    ours = workspace.store.journal.hash_at(line)
    if ours is None:
        standing = Standing.BEYOND
    elif ours != head:
        standing = Standing.OTHER
    else:
        standing = Standing.LONGER if line < length else Standing.EQUAL
    found = workspace.store.journal.page(Sought(), line + 1, 1) if ours == head else []
    return ChainState(length, broken, standing, line, _at(found[0]) if found else None)


def _restored(workspace: Workspace, length: int, broken: int | None) -> ChainState:
    found = workspace.store.journal.page(Sought(acts=("backup_restored",)), None, 1)
    lost = cast("Mapping[str, Json]", found[0]["details"]).get("journal_seen") if found else None
    if not isinstance(lost, dict):
        return ChainState(length, broken, Standing.UNSEEN)
    line = cast("int", lost["length"])
    return ChainState(length, broken, Standing.RESTORED, line, _at(found[0]))


def _at(entry: Mapping[str, Json]) -> datetime:
    return datetime.fromisoformat(str(entry["at"]))
