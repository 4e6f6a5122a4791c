"""Posting: what an office asks, signed for each commune; `delivering` carries it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from antq_desktop.bundle.manifest import Recipient
from antq_desktop.bundle.queries import MOST_ITEMS, QueryBody, QueryItem
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.delivering import outbox, sign_into_outbox
from antq_desktop.services.directory import enrolled
from antq_desktop.services.following import followed
from antq_desktop.services.signing import manifest_of, own_recipients, own_signature, unit_ref
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.returned import WITHDRAWN, Named

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Certified, Outgoing
    from antq_desktop.store.returned import Query


def write_queries(workspace: Workspace, *, again: bool = False) -> list[Outgoing]:
    """Sign what each commune has not been told, with all that is still asked of it.

    Each bundle repeats what came before it and is not answered, so that a lost one loses nothing.
    What was signed and never written is given back as it is. With ``again`` also communes get one
    that were told all: theirs may be lost.
    """
    workspace.require_role("office")
    to_tell, written = _to_tell(workspace), _written(workspace)
    keys = {one.workspace: one for one in enrolled(workspace)}
    waiting = {
        name: bodies
        for name, bodies in to_tell.items()
        if name in keys and (again or any(_named(body) - written for body in bodies))
    }
    if not waiting:
        return []
    own = own_signature(workspace)
    return [
        _unwritten(workspace, body) or _sign(workspace, body, keys[name], own)
        for name, bodies in sorted(waiting.items())
        for body in bodies
    ]


def unwritten(workspace: Workspace) -> int:
    """Return how many queries and withdrawals have not been on a medium yet."""
    written = _written(workspace)
    named = {
        one for bodies in _to_tell(workspace).values() for body in bodies for one in _named(body)
    }
    return len(named - written)


def _to_tell(workspace: Workspace) -> Mapping[str, list[QueryBody]]:
    """Return by workspace what is open and what was withdrawn after it was signed."""
    returned = workspace.store.returned
    named = returned.named()
    items: dict[str, list[QueryItem]] = defaultdict(list)
    gone: dict[str, list[str]] = defaultdict(list)
    withdrawn = list(returned.withdrawn())
    age = {identifier: place for place, identifier in enumerate(withdrawn)}
    for one in followed(workspace):
        if one.open:
            items[one.query.workspace].append(item_of(one.query))
        elif one.state == "withdrawn" and one.query.id in named:
            gone[one.query.workspace].append(one.query.id)
    found: dict[str, list[QueryBody]] = {}
    for name in {*items, *gone}:
        asked = sorted(items[name], key=lambda item: item.id)
        newest = sorted(gone[name], key=lambda identifier: age[identifier])[-MOST_ITEMS:]
        parts = [asked[at : at + MOST_ITEMS] for at in range(0, len(asked), MOST_ITEMS)] or [[]]
        found[name] = [
            QueryBody(items=tuple(part), withdrawn=tuple(sorted(newest))) for part in parts
        ]
    return found


def item_of(query: Query) -> QueryItem:
    """Return a query about a record as it travels."""
    return QueryItem(
        id=query.id,
        record=cast("str", query.record),
        register=cast("str", query.register),
        number=query.number,
        field=query.field,
        rule=query.rule,
        text=query.text,
        due=date.fromisoformat(query.due) if query.due is not None else None,
        asked_at=cast("datetime", moment_of(query.asked_at)),
        again=query.again,
    )


def _named(body: QueryBody) -> frozenset[tuple[str, str | None]]:
    """Return what a bundle with this body names; that a query is withdrawn is news of its own."""
    asked = {(one.id, None) for one in body.items}
    return frozenset(asked | {(one, WITHDRAWN) for one in body.withdrawn})


def _written(workspace: Workspace) -> frozenset[tuple[str, str | None]]:
    """Return what is on some medium."""
    named: set[tuple[str, str | None]] = set()
    for row in workspace.store.exchanged.outgoing("query"):
        if row.written_at is not None:
            named |= workspace.store.returned.named_in(row.digest)
    return frozenset(named)


def _unwritten(workspace: Workspace, body: QueryBody) -> Outgoing | None:
    """Return the bundle that says just this and was never written, None without."""
    for row in reversed(workspace.store.exchanged.outgoing("query")):
        said = workspace.store.returned.named_in(row.digest)
        if row.written_at is None and said == _named(body):
            return row if (outbox(workspace) / row.file).is_file() else None
    return None


def _sign(
    workspace: Workspace, body: QueryBody, receiver: Certified, own: OwnSignature
) -> Outgoing:
    unit = parse_unit_key(receiver.unit)
    sent = workspace.store.exchanged.outgoing("query")
    manifest = replace(
        manifest_of(workspace, "query", Recipient(unit=unit_ref(unit)), own.serial), query=body
    )
    with workspace.store.atomic():
        signed = sign_into_outbox(
            workspace,
            manifest,
            {},
            own,
            recipients=sorted({*own_recipients(workspace), receiver.age_recipient}),
            recipient_code=unit.code,
            number=1 + sum(one.recipient == unit.code for one in sent),
        )
        named = sorted(_named(body), key=lambda one: one[0])
        workspace.store.returned.name(
            Named(bundle=signed.row.digest, query=query, revision=what) for query, what in named
        )
    return signed.row
