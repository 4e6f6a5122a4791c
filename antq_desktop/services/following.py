"""Following queries: where each one stands at the office, and how long its answer took."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Answer, Query

    QueryState = Literal["asked", "written", "overdue", "answered", "closed", "again", "withdrawn"]

OPEN = frozenset({"asked", "written", "overdue"})
"""The states in which the commune still owes an answer."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A query with all that is known of it.

    ``state``: asked (not on a medium yet), written, overdue, answered (in words: a person looks at
    it), closed, again (another took its place) or withdrawn. ``written_at`` is when it was last
    written to a medium (ISO 8601), ``answer`` the words of the commune, ``days`` how many calendar
    days the answer took, or has been waited for. ``line`` is the record as it is now, None where it
    is not in; ``changed`` says that it was changed since, whoever knew of the query.
    """

    query: Query
    state: QueryState
    written_at: str | None
    answered_at: str | None
    answer: str | None
    days: int
    line: Line | None
    changed: bool

    @property
    def open(self) -> bool:
        """Whether an answer is owed."""
        return self.state in OPEN

    @property
    def late(self) -> bool:
        """Whether the answer is owed after its day, written to a medium or not."""
        return self.state == "overdue"


@dataclass(frozen=True, slots=True)
class _Known:
    """What all queries are judged by, read once."""

    today: date
    withdrawn: Mapping[str, str]
    replaced: frozenset[str]
    answers: Mapping[str, list[Answer]]
    written: Mapping[str, str]
    numbers: Mapping[str, int]


def followed(workspace: Workspace) -> list[Followed]:
    """Return the queries of this office, the newest first."""
    workspace.require_role("office")
    queries = [one for one in workspace.store.returned.all() if one.origin == "asked"]
    known = _known(workspace, queries)
    return [_follow(workspace, one, known) for one in reversed(queries)]


def followed_of(workspace: Workspace, record: str) -> list[Followed]:
    """Return the queries of this office about a record, the newest first."""
    return [one for one in followed(workspace) if one.query.record == record]


def _known(workspace: Workspace, queries: Sequence[Query]) -> _Known:
    returned = workspace.store.returned
    sent = {one.digest: one for one in workspace.store.exchanged.outgoing("query")}
    written: dict[str, str] = {}
    for identifier, named in returned.named().items():
        moments = [sent[one.bundle].written_at for one in named if one.bundle in sent]
        last = max((one for one in moments if one is not None), default=None)
        if last is not None:
            written[identifier] = last
    return _Known(
        workspace.clock.today(),
        returned.withdrawn(),
        frozenset(one.again for one in queries if one.again is not None),
        returned.answers(),
        written,
        workspace.store.revisions.last_numbers({one.record or "" for one in queries}),
    )


def _follow(workspace: Workspace, query: Query, known: _Known) -> Followed:
    answers = known.answers.get(query.id, [])
    state = _state(query, answers, known)
    came = answers[0].at if answers else None
    texts = [one.text for one in answers if one.text is not None]
    asked = cast("datetime", moment_of(query.asked_at)).date()
    end = cast("datetime", moment_of(came)).date() if came is not None else known.today
    return Followed(
        query,
        state,
        known.written.get(query.id),
        came,
        texts[-1] if texts else None,
        max((end - asked).days, 0),
        workspace.store.queries.line(query.record or ""),
        known.numbers.get(query.record or "", 0) > query.number,
    )


def _state(query: Query, answers: Sequence[Answer], known: _Known) -> QueryState:
    if query.id in known.withdrawn:
        return "withdrawn"
    if query.id in known.replaced:
        return "again"
    if query.closed_at is not None:
        return "closed"
    if answers:
        # What was changed is in and sound; only words wait for somebody to read them.
        return "closed" if any(one.text is None for one in answers) else "answered"
    if query.due is not None and date.fromisoformat(query.due) < known.today:
        return "overdue"
    return "written" if query.id in known.written else "asked"
