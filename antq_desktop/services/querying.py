"""Querying: an office returns records to the communes that keep them, with its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from uuid_utils import uuid7

from antq_desktop.domain.sharing import written_text
from antq_desktop.errors import Refusal
from antq_desktop.services.directory import enrolled
from antq_desktop.services.returning import Found, find_in
from antq_desktop.services.saving import register_named
from antq_desktop.store.returned import Query

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.register import Register
    from antq_desktop.services.returning import Source
    from antq_desktop.services.workspace import Workspace

EVERY_REGISTER = ""
"""In the table of terms: what holds for a register that has no term of its own."""
LONGEST_TERM = 366
"""Days."""

_PATH = re.compile(
    r"(?P<field>[a-z][a-z0-9_]*)(?P<row>\[[1-9][0-9]{0,5}\])?(?:\.(?P<column>[a-z][a-z0-9_]*))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A record to be returned: the office's words, and the field, rule and last day if any."""

    record: str
    text: str
    field: str | None = None
    rule: str | None = None
    due: date | None = None


def ask(
    workspace: Workspace, wanted: Sequence[Wanted], source: Source | None = None
) -> list[Query]:
    """Keep queries about records; `posting` signs them. All of them are kept, or none.

    ``source`` is the bundle in which records are looked for that are not in. Refusal for a record
    that nobody has brought, that is not of a commune enrolled here, or a field that it has not.
    """
    workspace.require_role("office")
    records = {one.record for one in wanted}
    missing = {one for one in records if workspace.store.revisions.latest(one) is None}
    found = find_in(workspace, source, missing) if source is not None and missing else {}
    queries = [_query(workspace, one, found.get(one.record)) for one in wanted]
    return _keep(workspace, queries)


def ask_again(workspace: Workspace, identifier: str, text: str, due: date | None) -> Query:
    """Ask once more about what was asked: the new query takes the place of the old one."""
    old = must_know(workspace, identifier)
    latest = workspace.store.revisions.latest(old.record or "")
    _must_be_below(workspace, old.workspace)
    query = Query(
        id=str(uuid7()),
        origin="asked",
        workspace=old.workspace,
        unit=old.unit,
        record=old.record,
        register=old.register,
        number=latest.header.number if latest is not None else old.number,
        field=old.field,
        rule=old.rule,
        text=written_text(text),
        due=_day(workspace, due),
        asked_at=workspace.clock.stamp(),
        again=old.id,
    )
    return _keep(workspace, [query])[0]


def withdraw(workspace: Workspace, identifier: str) -> None:
    """Ask a query no more; the commune is told with the next ones."""
    query = must_know(workspace, identifier)
    with workspace.store.atomic():
        if workspace.store.returned.withdraw(query.id, workspace.clock.stamp()):
            workspace.note("query_withdraw", query=query.id)


def accept_answer(workspace: Workspace, identifier: str) -> None:
    """Be content with an answer in words. Refusal where there is none."""
    query = must_know(workspace, identifier)
    if not workspace.store.returned.answers().get(query.id):
        raise Refusal("queries.not_answered")
    with workspace.store.atomic():
        workspace.store.returned.close(query.id, workspace.clock.stamp())
        workspace.note("query_close", query=query.id)


def must_know(workspace: Workspace, identifier: str) -> Query:
    """Return a query of this office by its id; Refusal if there is none."""
    workspace.require_role("office")
    query = workspace.store.returned.get(identifier)
    if query is None or query.origin != "asked":
        raise Refusal("queries.unknown", id=identifier)
    return query


def terms_of(workspace: Workspace) -> dict[str, int]:
    """Return in how many days the office wants an answer, by register; empty as shipped."""
    stored = cast("Mapping[str, int]", workspace.document("query_terms"))
    return dict(stored)


def choose_term(workspace: Workspace, register: str, days: int | None) -> dict[str, int]:
    """Set the usual term of a register, or of every other (`EVERY_REGISTER`); None takes it away.

    No term is known to the law: the office says what it wants.
    """
    workspace.require_role("office")
    workspace.require_head()
    if register != EVERY_REGISTER:
        register = register_named(workspace, register).name
    if days is not None and not 0 < days <= LONGEST_TERM:
        raise Refusal("queries.bad_term", most=LONGEST_TERM)
    terms = {name: one for name, one in terms_of(workspace).items() if name != register}
    if days is not None:
        terms[register] = days
    with workspace.store.atomic():
        workspace.store.meta.set("query_terms", dict(sorted(terms.items())))
        workspace.note("query_term", register=register, days=days)
    return terms_of(workspace)


def usual_due(workspace: Workspace, register: str) -> date | None:
    """Return the day that the table of terms gives from today; None where it says nothing."""
    terms = terms_of(workspace)
    days = terms.get(register, terms.get(EVERY_REGISTER))
    return None if days is None else workspace.clock.today() + timedelta(days=days)


def _keep(workspace: Workspace, queries: list[Query]) -> list[Query]:
    with workspace.store.atomic():
        for query in queries:
            workspace.store.returned.add(query)
            workspace.note("query", query=query.id, record=query.record, again=query.again)
    return queries


def _query(workspace: Workspace, wanted: Wanted, found: Found | None) -> Query:
    """Return the query about a record that is in, or that a bundle was found to bring."""
    revision = workspace.store.revisions.latest(wanted.record)
    if revision is not None:
        header = revision.header
        found = Found(header.record, header.register, header.workspace, header.number)
    if found is None:
        raise Refusal("queries.no_record", id=wanted.record)
    unit = _must_be_below(workspace, found.workspace)
    register = workspace.catalogue.by_name[found.register]
    if wanted.field is not None and not has_field(register, wanted.field):
        raise Refusal("queries.no_field", field=wanted.field)
    return Query(
        id=str(uuid7()),
        origin="asked",
        workspace=found.workspace,
        unit=unit,
        record=found.record,
        register=found.register,
        number=found.number,
        field=wanted.field,
        rule=wanted.rule,
        text=written_text(wanted.text),
        due=_day(workspace, wanted.due),
        asked_at=workspace.clock.stamp(),
    )


def has_field(register: Register, path: str) -> bool:
    """Say whether a register has the field of a path: "name", "points[2]", "points[2].area"."""
    found = _PATH.fullmatch(path)
    field = register.by_name.get(found["field"]) if found is not None else None
    if found is None or field is None:
        return False
    if found["row"] is not None and not field.columns:
        return False
    return found["column"] is None or any(one.name == found["column"] for one in field.columns)


def check_due(due: date, today: date) -> None:
    """Refuse a last day that has passed, or that lies further off than any term may."""
    if due < today:
        raise Refusal("queries.due_past")
    if due - today > timedelta(days=LONGEST_TERM):
        raise Refusal("queries.due_far", most=LONGEST_TERM)


def _day(workspace: Workspace, due: date | None) -> str | None:
    if due is None:
        return None
    check_due(due, workspace.clock.today())
    return due.isoformat()


def _must_be_below(workspace: Workspace, keeper: str) -> str:
    """Return the unit of the workspace that keeps a record; Refusal if it is not enrolled here."""
    if keeper == workspace.place.id:
        raise Refusal("queries.own_record")
    for one in enrolled(workspace):
        if one.workspace == keeper and one.role != "office":
            return one.unit
    raise Refusal("queries.not_enrolled")
