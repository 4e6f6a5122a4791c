"""Pens: who writes which records. A transfer moves them; what was given is only read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.bundle.transfers import TakenOver
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.signing import key_of, unit_ref
from antq_desktop.store.pens import Pen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.domain.record import Header
    from antq_desktop.services.workspace import Workspace

_MANIFEST = "submission.json"
DOCUMENT = "transfer"
"""Where a workspace keeps to whom it hands over, and by which chain."""


def taken_pens(workspace: Workspace) -> dict[str, str]:
    """Return the workspaces whose pens are here, each with the key of the unit that gave it."""
    here = workspace.place.id
    return {one.giver: one.unit for one in workspace.store.pens.all() if one.holder == here}


def holders(workspace: Workspace) -> dict[str, str]:
    """Return for each workspace that handed over who holds its pens now, at the end of the line."""
    next_: dict[str, set[str]] = {}
    for one in workspace.store.pens.all():
        next_.setdefault(one.giver, set()).add(one.holder)
    return {giver: _last(giver, next_) for giver in next_}


def _last(giver: str, next_: Mapping[str, set[str]]) -> str:
    """Follow the line to who has not handed over in turn."""
    seen = {giver}
    while giver in next_:
        beyond = sorted(next_[giver] - seen, key=lambda one: (one in next_, one))
        if not beyond:
            break
        giver = beyond[0]
        seen.add(giver)
    return giver


def told_pens(workspace: Workspace) -> tuple[TakenOver, ...]:
    """Return what a manifest says of the pens that are here."""
    units, marks = taken_pens(workspace), last_seqs(workspace)
    return tuple(
        TakenOver(workspace=giver, unit=unit_ref(parse_unit_key(units[giver])), until=until)
        for giver, until in sorted(marks.items())
        if until > 0
    )


def last_seqs(workspace: Workspace) -> dict[str, int]:
    """Return the highest ``seq`` that is here of each workspace whose pens are here."""
    stored = workspace.store.revisions
    return {giver: stored.last_seq(giver) for giver in taken_pens(workspace)}


def writers(manifest: Manifest) -> dict[str, int | None]:
    """Return whose revisions a bundle may bring, each with the last ``seq``; None is no limit."""
    others: dict[str, int | None] = {one.workspace: one.until for one in manifest.pens}
    return {**others, manifest.sender.workspace: None}


def note_pens(workspace: Workspace, manifest: Manifest, imported: int) -> None:
    """Keep whose pens a sender says to have taken over, in the transaction that is open.

    Raises BundleRefused where that workspace was certified for a unit that the sender's does not
    go on with (``pen_foreign``), or where somebody else has its pens (``pen_elsewhere``).
    """
    if not manifest.pens:
        return
    sender, today = manifest.sender, workspace.clock.today()
    own = key_of(sender.unit)
    line = {own, *workspace.units.succession.succeeded(own, today)}
    line |= workspace.own_units if manifest.kind == "transfer" else set()
    certified = workspace.store.exchanged.certificates()
    known, told = holders(workspace), {one.workspace for one in manifest.pens}
    for place, one in enumerate(manifest.pens):
        field = f"$.taken_over[{place}]"
        units = {parse_unit_key(each.unit) for each in certified if each.workspace == one.workspace}
        if not ({key_of(one.unit)} | units) <= line:
            raise BundleRefused(Reason("pen_foreign", _MANIFEST, field=field))
        holder = known.get(one.workspace, sender.workspace)
        if holder not in told | {sender.workspace, workspace.place.id}:
            raise BundleRefused(Reason("pen_elsewhere", _MANIFEST, field=field))
        pen = Pen(one.workspace, sender.workspace, key_of(one.unit).text)
        workspace.store.pens.add(pen, imported)


def is_given(workspace: Workspace, header: Header) -> bool:
    """Say whether a revision of ours went over with a transfer: its record is only read here."""
    return (
        header.workspace == workspace.place.id and header.seq <= workspace.store.pens.given_until()
    )


def is_ours(workspace: Workspace, header: Header) -> bool:
    """Say whether this workspace holds the pen of a record, by its last revision."""
    return header.workspace == workspace.place.id and not is_given(workspace, header)


def is_closed(workspace: Workspace) -> bool:
    """Say whether this workspace has handed over for good, and writes no more."""
    closed = workspace.document(DOCUMENT).get("closed")
    sent = workspace.store.exchanged.outgoing("transfer") if closed else []
    return any(one.digest == closed and one.verdict not in GIVES_NOTHING for one in sent)


GIVES_NOTHING = frozenset({"refused", "withdrawn"})
"""Verdicts of the receiver after which the pens are where they were."""


def must_be_open(workspace: Workspace) -> None:
    """Refuse to enter anything where the books were closed: handed over, or moved elsewhere."""
    if (moved := workspace.why_closed()) is not None:
        raise moved
    if is_closed(workspace):
        raise Refusal("transfer.closed", name=receiver_name(workspace))


def why_only_read(workspace: Workspace, header: Header | None) -> Refusal | None:
    """Return why a record of ours, or a new one (None), is not written here any more.

    None where it is, and where the record was never ours.
    """
    if (moved := workspace.why_closed()) is not None:
        return moved
    if header is not None:
        given = is_given(workspace, header)
        return Refusal("transfer.given", name=receiver_name(workspace)) if given else None
    closed = is_closed(workspace)
    return Refusal("transfer.closed", name=receiver_name(workspace)) if closed else None


@dataclass(frozen=True, slots=True)
class Away:
    """That books of this workspace lie elsewhere: ``name`` has them and reports them.

    ``closed`` says that nothing more is entered here.
    """

    name: str
    closed: bool


def away(workspace: Workspace) -> Away | None:
    """Return to whom this workspace handed over, None where it writes all that is its own."""
    closed = is_closed(workspace)
    if not closed and not workspace.store.pens.given_until():
        return None
    return Away(receiver_name(workspace), closed)


def must_report_itself(workspace: Workspace) -> None:
    """Refuse to report where the books go to another workspace: that one reports them."""
    found = away(workspace)
    if found is not None:
        raise Refusal("transfer.other_reports", name=found.name)


def receiver_name(workspace: Workspace) -> str:
    """Return what the workspace to which this one hands over is called."""
    return str(workspace.document(DOCUMENT).get("name", ""))
