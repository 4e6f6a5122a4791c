"""What ``bundle export`` sends: a commune's submission; an office's answers, and what goes up."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.consolidating import consolidate, due_above, goes_up
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.submitting import submit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Carried:
    """A bundle on the medium; ``base`` is the acknowledged one that it builds on."""

    row: Outgoing
    path: Path
    base: Outgoing | None = None
    counts: Counts = dataclasses.field(default_factory=dict)


def carried_document(carried: Carried) -> dict[str, object]:
    """Return a bundle that was written as ``--json`` shows it."""
    row, base = carried.row, carried.base
    return {
        "path": str(carried.path),
        "kind": row.kind,
        "sha256": row.sha256,
        "bundle_id": row.bundle_id,
        "digest": row.digest,
        "chain": row.chain,
        "sequence": row.sequence,
        "base": {"sequence": base.sequence, "digest": base.digest} if base is not None else None,
        "counts": carried.counts,
    }


def send_submission(
    session: Session,
    workspace: Workspace,
    periods: Sequence[Period],
    nil: Sequence[str],
    out: Path,
) -> Carried:
    """Sign what the office has not acknowledged, and carry it to a folder."""
    workspace.require_role("commune")
    try:
        row = submit(workspace, periods, nil, papers=True)
    except ProblemsFound as found:
        _name_registers(session, workspace, found)
        raise
    return _carried_up(workspace, row, out)


def _carried_up(workspace: Workspace, row: Outgoing, out: Path) -> Carried:
    path = deliver(workspace, row, out)
    sent = workspace.store.exchanged.outgoing(row.kind)
    base = next((one for one in sent if one.digest == row.base), None)
    return Carried(row, path, base, cast("Counts", canonical.load(row.counts.encode())))


def _name_registers(session: Session, workspace: Workspace, found: ProblemsFound) -> None:
    for finding in found.findings:
        line = workspace.store.queries.line(finding.record or "")
        if line is not None:
            session.registers[line.record] = workspace.catalogue.by_name[line.register]


def send_answers(
    session: Session,
    workspace: Workspace,
    periods: Sequence[Period],
    nil: Sequence[str],
    out: Path,
) -> list[Carried]:
    """Sign what an office has for those below and above it, and carry it to a folder.

    A receipt for each unit that waits for one, the directory if it is out of date, and for the
    office above what it has not acknowledged.
    """
    if periods and not goes_up(workspace):
        raise Refusal("identity.not_certified")
    signed = [one.row for one in write_receipts(workspace)]
    above = _consolidate(session, workspace, periods, nil)
    if not is_published(workspace):
        signed.append(publish(workspace).row)
    carried: list[Carried] = []
    for place, row in enumerate(signed):
        session.progress(row.file, place, len(signed))
        carried.append(Carried(row, deliver(workspace, row, out)))
    session.progress("", 0, 0)
    if above is not None:
        carried.append(_carried_up(workspace, above, out))
    return carried


def _consolidate(
    session: Session, workspace: Workspace, periods: Sequence[Period], nil: Sequence[str]
) -> Outgoing | None:
    """Sign what goes to the office above; None without one, or where nothing is due."""
    if not goes_up(workspace):
        return None
    found = due_above(workspace)
    if not (periods or found.bundles or found.own.counts):
        return None
    try:
        return consolidate(workspace, periods, nil, papers=True)
    except ProblemsFound as problems:
        _name_registers(session, workspace, problems)
        raise
