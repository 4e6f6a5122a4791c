"""``bundle prepared | countersign | send-back``: the second signature on a bundle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from antq_desktop.cli.answers import Answer, grouped, shown_moment, table
from antq_desktop.cli.base import Command, option, pass_session
from antq_desktop.cli.problems import field_label
from antq_desktop.cli.values import shown_value
from antq_desktop.services.prepared import waiting_bundle
from antq_desktop.services.preparing import (
    countersign_prepared,
    prepared_named,
    send_back,
    sent_back,
)
from antq_desktop.services.reviewing import changed_records, review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.services.preparing import SentBack
    from antq_desktop.services.reviewing import (
        ChangedRecord,
        Review,
        ReviewedPeriod,
        ReviewedRegister,
    )
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

_WHAT = {"new": "cli.what_new", "changed": "cli.what_changed", "voided": "cli.what_voided"}


def waiting_document(row: Outgoing) -> dict[str, object]:
    """Return a bundle that waits for its second signature as ``--json`` shows it."""
    return {
        "bundle_id": row.bundle_id,
        "digest": row.digest,
        "kind": row.kind,
        "sequence": row.sequence,
        "periods": json.loads(row.periods),
        "signers": [row.first_signer],
        "prepared_at": row.created_at,
    }


def waiting_lines(session: Session, row: Outgoing) -> list[str]:
    """Return the same for a person, with what is to be done next."""
    moment = shown_moment(row.created_at)
    return [
        session.label("cli.waits", sequence=row.sequence, person=row.first_signer or "", at=moment),
        f"{session.label('cli.digest')}: {grouped(row.digest)}",
        session.label("cli.waits_next", digest=row.digest[:16]),
    ]


@click.command("prepared", cls=Command, help="cli.help_bundle_prepared")
@option("--records", "with_records", is_flag=True, help="cli.option_changed_records")
@pass_session
def prepared(session: Session, *, with_records: bool) -> Answer:
    """Show what waits for its second signature, and what changed since the last submission."""
    with session.workspace() as workspace:
        workspace.require_role("commune")
        row, back = waiting_bundle(workspace), sent_back(workspace)
        if row is None:
            lines = [session.label("cli.none_waits"), *_back_lines(session, back)]
            return Answer({"prepared": None, "sent_back": _back(back)}, lines)
        found = review(workspace, row)
        registers = [one for one in found.registers if one.new or one.changed or one.again]
        changed = {
            one.register.name: changed_records(workspace, row, one.register)
            for one in registers
            if with_records
        }
        lines = [
            *waiting_lines(session, row),
            *_since_lines(session, found),
            *_register_lines(session, registers),
            *_record_lines(session, workspace, registers, changed),
            *_figure_lines(session, workspace, found.periods),
        ]
    document = {
        **waiting_document(row),
        "compared_with": found.last.sequence if found.last is not None else None,
        "changed_since": found.since,
        "counts": {one.register.name: _counts(one) for one in registers},
        "records": {name: [_record(one) for one in ones] for name, ones in changed.items()},
        "figures": [_period(one) for one in found.periods],
    }
    return Answer({"prepared": document, "sent_back": None}, lines)


@click.command("countersign", cls=Command, help="cli.help_bundle_countersign")
@click.argument("bundle")
@pass_session
def countersign(session: Session, bundle: str) -> Answer:
    """Sign second what an officer prepared, by its digest."""
    with session.workspace() as workspace:
        row = countersign_prepared(workspace, bundle)
    document = {
        "file": row.file,
        "sha256": row.sha256,
        "bundle_id": row.bundle_id,
        "digest": row.digest,
        "sequence": row.sequence,
        "signers": [row.first_signer, row.second_signer],
    }
    people = {"first": row.first_signer or "", "second": row.second_signer or ""}
    return Answer(document, [row.file, session.label("cli.signed_twice", **people)])


@click.command("send-back", cls=Command, help="cli.help_bundle_send_back")
@click.argument("bundle")
@option("--text", required=True, help="cli.option_send_back_text")
@pass_session
def give_back(session: Session, bundle: str, text: str) -> Answer:
    """Give what an officer prepared back to him, with what is to be changed."""
    with session.workspace() as workspace:
        row = prepared_named(workspace, bundle)
        send_back(workspace, row.digest, text=text)
        told = sent_back(workspace)
    lines = [session.label("cli.sent_back", person=row.first_signer or "")]
    return Answer({"digest": row.digest, "sent_back": _back(told)}, lines)


def _back(told: SentBack | None) -> Mapping[str, object] | None:
    if told is None:
        return None
    return {"at": told.at, "by": told.by, "text": told.text, "periods": list(told.periods)}


def _back_lines(session: Session, told: SentBack | None) -> Iterator[str]:
    if told is not None:
        at = shown_moment(told.at)
        yield session.label("cli.was_sent_back", person=told.by, at=at, text=told.text)


def _counts(one: ReviewedRegister) -> dict[str, int]:
    return {"new": one.new, "changed": one.changed, "voided": one.voided, "again": one.again}


def _record(one: ChangedRecord) -> dict[str, object]:
    return {
        "id": one.line.record,
        "number": one.line.book,
        "what": one.what,
        "before": dict(one.before),
        "after": dict(one.after),
    }


def _period(one: ReviewedPeriod) -> dict[str, object]:
    return {
        "period": one.period.code,
        "against": one.against.code if one.against is not None else None,
        "version": one.version,
        "figures": [
            {
                "code": figure.code,
                "before": _figure(figure.before),
                "after": _figure(figure.after),
            }
            for figure in one.figures
        ],
    }


def _figure(figure: Figure | None) -> Mapping[str, object] | None:
    return {"value": figure.value, "denominator": figure.denominator} if figure else None


def _since_lines(session: Session, found: Review) -> Iterator[str]:
    last = found.last
    if last is None:
        yield session.label("cli.compared_with_nothing")
    else:
        yield session.label("cli.compared_with", sequence=last.sequence)
    if found.since:
        yield session.label("cli.prepared_since", count=found.since)


def _register_lines(session: Session, found: Sequence[ReviewedRegister]) -> Iterator[str]:
    head = ("cli.register", "cli.what_new", "cli.what_changed", "cli.what_voided", "cli.again")
    rows = [(one.register.label.text(session.language), *_counts(one).values()) for one in found]
    if rows:
        yield from table([session.label(name) for name in head], rows)


def _record_lines(
    session: Session,
    workspace: Workspace,
    registers: Sequence[ReviewedRegister],
    changed: Mapping[str, Sequence[ChangedRecord]],
) -> Iterator[str]:
    for one in registers:
        register = one.register
        for record in changed.get(register.name, ()):
            what = session.label(_WHAT[record.what])
            yield f"{register.code} {record.line.book or ''} {record.line.title}: {what}"
            for name in record.fields:
                field = register.by_name[name]
                before, after = (
                    shown_value(session, workspace.units, field, values[name])
                    if values.get(name) is not None
                    else "–"
                    for values in (record.before, record.after)
                )
                yield f"  {field_label(session, register, name)}: {before} → {after}"


def _figure_lines(
    session: Session, workspace: Workspace, periods: Sequence[ReviewedPeriod]
) -> Iterator[str]:
    known = workspace.catalogue.indicators
    head = ("cli.code", "cli.label", "cli.figure_before", "cli.figure_after")
    for one in periods:
        yield session.label("cli.figures_of", period=one.period.code)
        if one.against is None:
            yield session.label("cli.figures_first")
        elif one.against != one.period:
            yield session.label("cli.figures_against", period=one.against.code)
        rows = [
            (
                figure.code,
                known[figure.code][1].label.text(session.language) if figure.code in known else "",
                _shown(figure.before),
                _shown(figure.after),
            )
            for figure in one.figures
            if not figure.same
        ]
        if rows:
            yield from table([session.label(name) for name in head], rows)
        else:
            yield session.label("cli.figures_same")


def _shown(figure: Figure | None) -> str:
    """Return a figure as x, or as x/y; a dash where there is none."""
    if figure is None:
        return "–"
    below = figure.denominator
    return str(figure.value) if below is None else f"{figure.value}/{below}"
