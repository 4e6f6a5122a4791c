"""What ``bundle export`` sends: a commune's submission; an office's answers, and what goes up."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.messages import shown_size
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.consolidating import consolidate, due_above, goes_up
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.parting import deliver_parts
from antq_desktop.services.posting import write_queries
from antq_desktop.services.submitting import submit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from antq_desktop.cli.session import Session
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.consolidating import DueAbove
    from antq_desktop.services.sending_files import Luggage
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Carried:
    """A bundle on the medium; ``base`` is the acknowledged one that it builds on.

    Carried in ``parts``, these and their list lie in place of ``path``.
    """

    row: Outgoing
    path: Path
    base: Outgoing | None = None
    counts: Counts = dataclasses.field(default_factory=dict)
    parts: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Where bundles go: a folder, in parts of so many bytes, with so many of attachments."""

    out: Path
    part_size: int | None = None
    room: int | None = None

    def carry(self, workspace: Workspace, row: Outgoing) -> Carried:
        """Write a bundle of the outbox, whole or in parts."""
        if self.part_size is None:
            return Carried(row, deliver(workspace, row, self.out))
        parts = deliver_parts(workspace, row, self.out, self.part_size)
        return Carried(row, self.out / row.file, parts=tuple(parts))


def tell_luggage(session: Session, found: Luggage) -> None:
    """Say before the export how much room attachments take, and what waits for a later bundle."""
    if found.go:
        size = shown_size(found.size, session.language)
        session.tell(session.label("cli.luggage", count=len(found.go), size=size))
    if found.later:
        size = shown_size(found.later_size, session.language)
        session.tell(session.label("cli.luggage_later", count=len(found.later), size=size))


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
        "signers": [one for one in (row.first_signer, row.second_signer) if one is not None],
        "base": {"sequence": base.sequence, "digest": base.digest} if base is not None else None,
        "counts": carried.counts,
        "parts": [str(path) for path in carried.parts],
    }


def sign_submission(
    session: Session,
    workspace: Workspace,
    periods: Sequence[Period],
    nil: Sequence[str],
    room: int | None,
) -> Outgoing:
    """Sign what the office has not acknowledged; it may wait for a second signature then."""
    workspace.require_role("commune")
    try:
        return submit(workspace, periods, nil, room, papers=True)
    except ProblemsFound as found:
        name_registers(session, workspace, found)
        raise


def carry_up(workspace: Workspace, row: Outgoing, way: Way) -> Carried:
    """Carry what goes up to a folder."""
    carried = way.carry(workspace, row)
    sent = workspace.store.exchanged.outgoing()
    base = next((one for one in sent if one.digest == row.base), None)
    counts = cast("Counts", canonical.load(row.counts.encode()))
    return dataclasses.replace(carried, base=base, counts=counts)


def name_registers(session: Session, workspace: Workspace, found: ProblemsFound) -> None:
    """Say of each finding of which register its record is, before the refusal is told."""
    for finding in found.findings:
        line = workspace.store.queries.line(finding.record or "")
        if line is not None:
            session.registers[line.record] = workspace.catalogue.by_name[line.register]


def send_answers(
    session: Session,
    workspace: Workspace,
    periods: Sequence[Period],
    nil: Sequence[str],
    way: Way,
) -> list[Carried]:
    """Sign what an office has for those below and above it, and carry it to a folder.

    A receipt for each unit that waits for one, queries that no unit was told of, the directory if
    it is out of date, and for the office above what it has not acknowledged.
    """
    if periods and not goes_up(workspace):
        raise Refusal("identity.not_certified")
    signed = [*(one.row for one in write_receipts(workspace)), *write_queries(workspace)]
    above = _consolidate(session, workspace, periods, nil)
    if not is_published(workspace):
        signed.append(publish(workspace).row)
    carried: list[Carried] = []
    for place, row in enumerate(signed):
        session.progress(row.file, place, len(signed))
        carried.append(way.carry(workspace, row))
    session.progress("", 0, 0)
    if above is not None:
        carried.append(carry_up(workspace, above, way))
    return carried


def _consolidate(
    session: Session, workspace: Workspace, periods: Sequence[Period], nil: Sequence[str]
) -> Outgoing | None:
    """Sign what goes to the office above; None without one, or where nothing is due."""
    if not goes_up(workspace):
        return None
    found = due_above(workspace)
    _tell_left_behind(session, found)
    if found.own.empty and not (periods or found.bundles):
        return None
    try:
        return consolidate(workspace, periods, nil, papers=True)
    except ProblemsFound as problems:
        name_registers(session, workspace, problems)
        raise


def _tell_left_behind(session: Session, found: DueAbove) -> None:
    """Say which bundles from below do not fit into the one that goes up."""
    if found.later:
        session.tell(session.label("cli.bundles_later", count=len(found.later)))
    for one in found.stuck:
        unit = parse_unit_key(one.unit).code
        session.tell(session.label("cli.bundle_stuck", sequence=one.sequence or 0, unit=unit))
