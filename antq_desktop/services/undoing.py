"""Undoing an import: what it brought stays stored and counts nowhere, and it can come again.

Only its attachments go, unless something that counts names them: they would take the disk for
nothing, and the bundle that brought them lies in the inbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.periods import make_period, parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.attachment_files import take_away
from antq_desktop.services.backing_up import automatic_backup
from antq_desktop.services.carrying import carrier_of, carriers
from antq_desktop.services.counting import count
from antq_desktop.services.giving_back import give_back, why_pens_stay
from antq_desktop.services.keeping import Outcome, keep_again, outcome_of
from antq_desktop.services.rehearsing import Shift, shifts_between
from antq_desktop.services.saving import reason_text
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.projections import of_revision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.domain.periods import Period
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking an import back changes, or has changed.

    ``gone`` and ``earlier`` count records by register: those that are no more, and those that an
    earlier revision stands for. ``shifts`` are the figures of ``period``, ``files`` the attachments
    that go, by their names on the disk.
    """

    row: Incoming
    gone: Mapping[str, int]
    earlier: Mapping[str, int]
    period: Period
    shifts: tuple[Shift, ...]
    files: tuple[str, ...] = ()


class _RollBack(Exception):
    """Leaves a transaction without a trace."""


def why_not(workspace: Workspace, row: Incoming) -> Refusal | None:
    """Return why an import cannot be taken back, None if it can.

    It can while nothing stands on it: no later import that may hold the same rows, or names it
    as its base, no frozen period and no consolidated bundle of ours.
    """
    counted = workspace.store.exchanged.counted(row.digest)
    if counted is None or counted.imported is None:
        return Refusal("undo.not_in")
    later = workspace.store.exchanged.imports_over(row.workspace, counted.imported)
    if any(one.base == row.digest for one in later):
        return Refusal("undo.is_base", sequence=later[-1].sequence or 0)
    if later:
        return Refusal("undo.later", sequence=later[-1].sequence or 0)
    period = _frozen_in(workspace, counted, _frozen(workspace))
    if period is not None:
        return Refusal("undo.frozen", period=period)
    if counted.kind == "transfer":
        return why_pens_stay(workspace, counted.imported)
    carrier = carrier_of(workspace, counted.digest)
    return Refusal("undo.carried", sequence=carrier.sequence) if carrier is not None else None


def undoable(workspace: Workspace) -> frozenset[str]:
    """Return the digests of all imports for which `why_not` has no reason.

    What they stand on is read once for all, and their rows only where nothing else forbids it: of
    each workspace that is the last import.
    """
    exchanged, inside = workspace.store.exchanged, workspace.store.passed_on.workspaces()
    counted = {one.digest: one for one in exchanged.taken()}
    last, carried, frozen = exchanged.last_imports(), carriers(workspace), _frozen(workspace)
    found: set[str] = set()
    for digest, row in counted.items():
        number = row.imported or 0
        senders = {row.workspace, *inside.get(number, ())}
        free = digest not in carried and all(last.get(one, 0) <= number for one in senders)
        stays = row.kind == "transfer" and why_pens_stay(workspace, number) is not None
        if free and not stays and _frozen_in(workspace, row, frozen) is None:
            found.add(digest)
    return frozenset(found)


def _frozen(workspace: Workspace) -> dict[str, tuple[int, str]]:
    """Return up to which ``seq`` of each workspace our own reports have counted, and in which."""
    found: dict[str, tuple[int, str]] = {}
    for report in workspace.store.exchanged.reports_of(workspace.place.id):
        body = cast("Mapping[str, Mapping[str, int]]", canonical.load(report.body.encode()))
        for name, seq in body["as_of"].items():
            found[name] = max(found.get(name, (0, "")), (seq, report.period))
    return found


def _frozen_in(
    workspace: Workspace, row: Incoming, frozen: Mapping[str, tuple[int, str]]
) -> str | None:
    """Return the period of a report of ours that has counted a row of an import, None without."""
    firsts = workspace.store.revisions.first_seqs(row.imported or 0) if frozen else {}
    for name, first in firsts.items():
        seq, period = frozen.get(name, (0, ""))
        if seq >= first:
            return period
    return None


def preview_undo(workspace: Workspace, digest: str) -> Undoing:
    """Say what taking an import back would change, and change nothing. Refusal if it cannot be."""
    found: list[Undoing] = []
    try:
        with workspace.store.atomic():
            found.append(_undo(workspace, digest, "", rehearse=True))
            _roll_back()
    except _RollBack:
        pass
    return found[0]


def _roll_back() -> None:
    raise _RollBack


def undo_import(workspace: Workspace, digest: str, reason: str = "") -> Undoing:
    """Take an import back; the sender is told with the next receipt. Refusal if it cannot be."""
    _must_be_possible(workspace, digest)
    key, now = workspace.opened.database_key, workspace.clock.now()
    automatic_backup(workspace.paths, workspace.store.database, key, now)
    with workspace.store.atomic():
        undone = _undo(workspace, digest, reason, rehearse=False)
    take_away(workspace, undone.files)
    return undone


def _must_be_possible(workspace: Workspace, digest: str) -> Incoming:
    row = workspace.store.exchanged.counted(digest)
    if row is None or row.kind != "transfer":
        workspace.require_role("office")
    workspace.require_head()
    if row is None:
        raise Refusal("undo.not_in")
    refusal = why_not(workspace, row)
    if refusal is not None:
        raise refusal
    return row


def _undo(workspace: Workspace, digest: str, reason: str, *, rehearse: bool) -> Undoing:
    row = _must_be_possible(workspace, digest)
    number = row.imported or 0
    records = workspace.store.revisions.of_import(number)
    period = _period(row)
    before = count(workspace, period)
    outcome = outcome_of(row)
    at = workspace.clock.stamp()
    if row.kind == "transfer":
        give_back(workspace, number)
    workspace.store.exchanged.withdraw(number, at)
    files = workspace.store.attachments.withdraw(number)
    gone, earlier = _project(workspace, records)
    after = count(workspace, period)
    if not rehearse:
        told = Outcome(
            content="verdicts.withdrawn",
            counts=outcome.counts,
            periods=outcome.periods,
            was=row.verdict,
        )
        keep_again(workspace, row, "withdrawn", told, at)
        why = {"reason": reason_text(reason)} if reason.strip() else {}
        workspace.note("undo_import", digest=digest, **why)
    return Undoing(row, gone, earlier, period, shifts_between(before, after), tuple(files))


def _project(
    workspace: Workspace, records: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Let each record be what its remaining revisions say."""
    gone: dict[str, int] = {}
    earlier: dict[str, int] = {}
    for record, name in sorted(records.items()):
        revision = workspace.store.revisions.latest(record)
        if revision is None:
            workspace.store.projections.drop(record)
            gone[name] = gone.get(name, 0) + 1
        else:
            register = workspace.catalogue.by_name[name]
            workspace.store.projections.write([of_revision(register, revision)])
            earlier[name] = earlier.get(name, 0) + 1
    return gone, earlier


def _period(row: Incoming) -> Period:
    """Return the last period that a bundle reports, or the year in which it came."""
    reported = [parse_period(code) for code in outcome_of(row).periods]
    came = cast("datetime", moment_of(row.received_at))
    return max(reported, key=lambda period: period.last, default=make_period("DL", came.year))
