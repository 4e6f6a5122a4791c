"""Duties: what a commune has to settle for its office, and how far each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from antq_desktop.domain.sharing import written_text
from antq_desktop.errors import Refusal
from antq_desktop.services.verdicts import HELD
from antq_desktop.store.returned import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from antq_desktop.store.queries import Line
    from antq_desktop.store.returned import Named, Query

    DutyState = Literal["open", "answered", "sent", "closed", "again", "withdrawn"]

_TAKEN = frozenset({"accepted", "remarks"})
_ON_ITS_WAY = frozenset({None, *HELD})


@dataclass(frozen=True, slots=True)
class Duty:
    """A query of the office, or a row or bundle that its receipt refused, and how far it is.

    ``state``: open, answered (not sent yet), sent, closed (a receipt accepted the answer), again
    (asked anew) or withdrawn. ``line`` is the record as it is here, None where there is none.
    ``revision`` is the digest of what answers, ``answer`` a text for the office. ``changed`` says
    that the record is newer here than what the office has seen, by a change from before it asked.
    """

    query: Query
    state: DutyState
    line: Line | None
    revision: str | None
    answer: str | None
    late: bool
    changed: bool

    @property
    def open(self) -> bool:
        """Whether something is to be done here."""
        return self.state == "open"

    @property
    def settled(self) -> bool:
        """Whether nothing is to be done any more, here or by sending."""
        return self.state in {"closed", "again", "withdrawn"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What all duties are judged by, read once."""

    today: date
    withdrawn: Mapping[str, str]
    replaced: frozenset[str]
    texts: Mapping[str, list[Answer]]
    named: Mapping[str, list[Named]]
    sent: Sequence[Outgoing]
    changed: Mapping[str, tuple[str, int]]


def duties(workspace: Workspace) -> list[Duty]:
    """Return what the office wants settled: what is open first, by last day, then the rest.

    A row that a receipt refused and that the office then asked about stands here once, as asked.
    """
    found = all_duties(workspace)
    asked = {one.query.record for one in found if _is_asked(one)}
    found = [one for one in found if one.query.origin != "refused" or one.query.record not in asked]
    order = ("open", "answered", "sent", "closed", "again", "withdrawn")
    found.sort(key=lambda one: one.query.asked_at, reverse=True)
    found.sort(key=lambda one: (order.index(one.state), one.query.due or "9999"))
    return found


def all_duties(workspace: Workspace) -> list[Duty]:
    """Return every query and refusal that came, the oldest first."""
    queries = [one for one in workspace.store.returned.all() if one.origin != "asked"]
    return _judged(workspace, queries)


def _is_asked(one: Duty) -> bool:
    return one.query.origin == "received" and one.query.record is not None and not one.settled


def duties_of(workspace: Workspace, record: str) -> list[Duty]:
    """Return what is wanted of a record and not settled, the oldest first."""
    queries = [one for one in workspace.store.returned.of_record(record) if one.origin != "asked"]
    found = [one for one in _judged(workspace, queries) if not one.settled]
    asked = [one for one in found if _is_asked(one)]
    return asked or found


def open_duties(workspace: Workspace) -> int:
    """Return how many are to be done here."""
    return sum(one.open for one in duties(workspace))


def explain(workspace: Workspace, identifier: str, text: str) -> None:
    """Answer a query in words, where the record stays as it is; the next bundle takes them along.

    Refusal for what a receipt refused: only a sound row settles that.
    """
    workspace.require_role("commune")
    query = workspace.store.returned.get(identifier)
    if query is None or query.origin == "asked":
        raise Refusal("queries.unknown", id=identifier)
    if query.origin != "received":
        raise Refusal("queries.correct_instead")
    if _judged(workspace, [query])[0].settled:
        raise Refusal("queries.settled")
    words = written_text(text)
    with workspace.store.atomic():
        # The text stands in the bundle, not in the journal.
        workspace.store.returned.explain(
            Answer(query=query.id, text=words, at=workspace.clock.stamp())
        )
        workspace.note("query_explain", query=query.id, record=query.record)


def _judged(workspace: Workspace, queries: Sequence[Query]) -> list[Duty]:
    if not queries:
        return []
    returned = workspace.store.returned
    known = _Known(
        workspace.clock.today(),
        returned.withdrawn(),
        frozenset(one.again for one in returned.all() if one.again is not None),
        returned.answers(),
        returned.named(),
        workspace.store.exchanged.outgoing("submission", "correction"),
        returned.changed_since(queries),
    )
    return [_duty(workspace, one, known) for one in queries]


def _duty(workspace: Workspace, query: Query, known: _Known) -> Duty:
    line = workspace.store.queries.line(query.record) if query.record is not None else None
    revision = known.changed.get(query.id, (None, 0))[0]
    texts = known.texts.get(query.id, [])
    answered = revision is not None or bool(texts)
    judge = _refused if query.origin == "refused" else _asked
    state = judge(workspace, query, known, "answered" if answered else "open")
    late = query.due is not None and date.fromisoformat(query.due) < known.today
    return Duty(
        query,
        state,
        line,
        revision,
        texts[-1].text if texts else None,
        late and state == "open",
        revision is None and line is not None and line.number > query.number,
    )


def _asked(workspace: Workspace, query: Query, known: _Known, waiting: DutyState) -> DutyState:
    """Return how far a query of the office is: by the bundles that name it as answered."""
    if query.id in known.withdrawn:
        return "withdrawn"
    if query.id in known.replaced:
        return "again"
    rows = {one.digest: one for one in known.sent}
    named = [one for one in known.named.get(query.id, []) if one.bundle in rows]
    if any(_is_in(workspace, one, rows[one.bundle]) for one in named):
        return "closed"
    if not named:
        return waiting
    last, row = named[-1], rows[named[-1].bundle]
    newer = known.changed.get(query.id, (last.revision, 0))[0] != last.revision
    newer = newer or any(one.at > row.created_at for one in known.texts.get(query.id, []))
    return waiting if newer or not _is_on_its_way(row) else "sent"


def _refused(workspace: Workspace, query: Query, known: _Known, waiting: DutyState) -> DutyState:
    """Return how far a refusal is: every bundle after it brings what was refused once more."""
    at = next((at for at, one in enumerate(known.sent) if one.digest == query.bundle), -1)
    later = known.sent[at + 1 :]
    for row in later:
        if row.verdict in _TAKEN and not _leaves_out(workspace, row, query.record):
            return "closed"
    return "sent" if later and _is_on_its_way(later[-1]) else waiting


def _is_on_its_way(row: Outgoing) -> bool:
    return row.written_at is not None and row.verdict in _ON_ITS_WAY


def _is_in(workspace: Workspace, named: Named, row: Outgoing) -> bool:
    """Say whether a receipt accepted what a bundle brought for a query."""
    if row.verdict not in _TAKEN:
        return False
    return named.revision not in workspace.store.left_out.of(row.digest)


def _leaves_out(workspace: Workspace, row: Outgoing, record: str | None) -> bool:
    """Say whether a receipt left out a revision of a record."""
    left_out = set(workspace.store.left_out.of(row.digest))
    if record is None or not left_out:
        return False
    return any(one.digest in left_out for one in workspace.store.revisions.history(record))
