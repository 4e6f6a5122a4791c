"""Hearing what an office wants: its queries, and what its receipts refuse, become duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uuid_utils import uuid7

from antq_desktop.bundle.names import register_of
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import opened
from antq_desktop.services.delivering import outbox
from antq_desktop.services.duties import all_duties
from antq_desktop.services.returning import rows_behind
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.returned import Query

if TYPE_CHECKING:
    from antq_desktop.bundle.bodies import Verdict
    from antq_desktop.bundle.queries import QueryBody, QueryItem
    from antq_desktop.services.returning import BadRow
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

_MANIFEST = "submission.json"


def hear_queries(workspace: Workspace, body: QueryBody, digest: str) -> int:
    """Keep what the office asks, and what it asks no more; return how many pieces are new.

    They may come twice and in any order: what is known stays as it is.
    """
    at, seq = workspace.clock.stamp(), workspace.last_seq()
    returned = workspace.store.returned
    news = 0
    with workspace.store.atomic():
        for item in body.items:
            news += returned.add(_received(workspace, item, at, seq))
        for identifier in body.withdrawn:
            news += returned.withdraw(identifier, at)
        workspace.note("query_received", digest=digest, queries=len(body.items), new=news)
    return news


def unknown_records(workspace: Workspace, body: QueryBody) -> tuple[Reason, ...]:
    """Return a note where records are asked for that are not ours, or not here any more."""
    place = workspace.place.id
    found = [workspace.store.revisions.latest(one.record) for one in body.items]
    count = sum(one is None or one.header.workspace != place for one in found)
    if not count:
        return ()
    return (Reason("query_record_missing", _MANIFEST, field="$.query", values={"count": count}),)


def hear_verdict(workspace: Workspace, verdict: Verdict, row: Outgoing | None) -> None:
    """Keep what a receipt refuses of a bundle of ours: row by row, or the bundle as a whole.

    Runs in the transaction that takes the receipt in. What is refused once more is the same duty.
    """
    refused = verdict.verdict == "refused"
    if row is None or verdict.withdrawn or not (refused or verdict.left_out):
        return
    reasons = heard_reasons(verdict)
    rows = _rows(workspace, row, reasons)
    if not refused:
        left_out = set(verdict.left_out)
        rows = [one for one in rows if _digest(workspace, one) in left_out]
    word = next((one for one in reasons if one.values), None)
    for bad in rows:
        _keep(workspace, row, bad, bad.rule)
    if refused and (word is not None or not rows):
        first = word or next(iter(reasons), None)
        text = str(word.values["text"]) if word is not None else ""
        _keep(workspace, row, None, first.rule if first is not None else None, text)


def heard_reasons(verdict: Verdict) -> list[Reason]:
    """Return the reasons of a verdict that a receipt told, with what an officer wrote."""
    return [
        Reason(one.rule, one.file, one.row, one.field, {"text": one.text} if one.text else {})
        for one in verdict.reasons
    ]


def _received(workspace: Workspace, item: QueryItem, at: str, seq: int) -> Query:
    return Query(
        id=item.id,
        origin="received",
        workspace=workspace.place.id,
        unit=workspace.unit.key.text,
        record=item.record,
        register=item.register,
        number=item.number,
        field=item.field,
        rule=item.rule,
        text=item.text,
        due=item.due.isoformat() if item.due is not None else None,
        asked_at=item.asked_at.isoformat(timespec="seconds"),
        again=item.again,
        came_at=at,
        seen_seq=seq,
    )


def _rows(workspace: Workspace, row: Outgoing, reasons: list[Reason]) -> list[BadRow]:
    """Return the records behind rows of a bundle of ours; none where its file is gone."""
    if all(register_of(one.file or "") is None for one in reasons):
        return []
    try:
        # Its certificate held when it was signed, whatever became of it since.
        moment = moment_of(row.created_at)
        with opened(workspace, outbox(workspace) / row.file, moment=moment) as bundle:
            return rows_behind(bundle, reasons) if bundle.digest == row.digest else []
    except (BundleRefused, Refusal):
        return []


def _digest(workspace: Workspace, bad: BadRow) -> str | None:
    key = (bad.record, bad.number)
    found = workspace.store.revisions.digests([key]).get(key, set())
    return next(iter(found), None)


def _keep(
    workspace: Workspace, row: Outgoing, bad: BadRow | None, rule: str | None, text: str = ""
) -> None:
    """Keep one refusal, unless it is known, or that of a later bundle is."""
    record, field = (bad.record, bad.field) if bad is not None else (None, None)
    returned, at = workspace.store.returned, workspace.clock.stamp()
    seq = row.seq_to if row.seq_to is not None else workspace.last_seq()
    sent = workspace.store.exchanged.outgoing("submission", "correction")
    place = {one.digest: number for number, one in enumerate(sent)}
    before = [
        one
        for one in returned.all()
        if one.origin == "refused"
        and (one.record, one.field, one.rule, one.text) == (record, field, rule, text)
    ]
    if any(place.get(one.bundle or "", -1) >= place[row.digest] for one in before):
        return  # receipts repeat themselves
    settled = {one.query.id for one in all_duties(workspace) if one.settled}
    unsettled = [one for one in before if one.id not in settled]
    if unsettled:
        returned.refused_again(unsettled[0].id, row.digest, at, seq)
        return
    query = Query(
        id=str(uuid7()),
        origin="refused",
        workspace=workspace.place.id,
        unit=workspace.unit.key.text,
        record=record,
        register=bad.register if bad is not None else None,
        number=bad.number if bad is not None else 0,
        field=field,
        rule=rule,
        text=text,
        due=None,
        asked_at=at,
        came_at=at,
        seen_seq=seq,
        bundle=row.digest,
    )
    returned.add(query)
    workspace.note("refused_row", query=query.id, record=record, bundle=row.digest)
