"""Admitting one opened submission: its place, its rows, and a transaction that is kept or not.

Files and inboxes are no concern here: a container inside another bundle is admitted the same way.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.services.attachment_files import take_away
from antq_desktop.services.chaining import Place, place_of
from antq_desktop.services.dating import time_remarks
from antq_desktop.services.nesting import take_consolidated
from antq_desktop.services.replying import take_answers
from antq_desktop.services.taking_in import take_in
from antq_desktop.services.taking_over import take_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.bundle.bodies import ImportPolicy
    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.taken import Taken
    from antq_desktop.services.verdicts import Sentence
    from antq_desktop.services.workspace import Workspace

    Look = Callable[[Manifest], object]
    Note = Callable[["Admission"], object]

_TAKEN = {"accepted": "verdicts.accepted", "remarks": "verdicts.remarks"}
_PLAIN = frozenset({"refused", "held_newer"})
_TAKES = {"consolidated": take_consolidated, "transfer": take_over}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a submission is judged.

    ``received_at`` (ISO 8601) goes with the import; ``recipient`` is to whom it must be addressed.
    ``decided``: a person takes it though it is a fork or its base is missing, so its revisions come
    in as a union with what is there.
    """

    received_at: str
    recipient: UnitKey
    policy: ImportPolicy
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What came of it. ``imported`` is the number of the import if it counts now.

    ``base_ok``: everything up to its end is in, but what was ``left_out`` (digests).
    ``registers`` are the counts of each register.
    """

    verdict: str
    content: Sentence
    counts: Mapping[str, int] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    imported: int | None = None
    base_ok: bool = False
    left_out: tuple[str, ...] = ()
    registers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class _RollBack(Exception):
    """Leaves a transaction with a result and without a trace."""

    def __init__(self, admission: Admission) -> None:
        super().__init__()
        self.admission = admission


def admit(
    workspace: Workspace,
    bundle: OpenBundle,
    terms: Terms,
    note: Note | None,
    look: Look | None = None,
) -> Admission:
    """Judge an opened submission and take it in if it is good.

    ``note`` is called in the transaction that takes it in, or in one of its own for what is kept
    aside; without it nothing is changed. What is in already is not noted again. ``look`` sees the
    workspace while the rows are in.
    """
    place = place_of(workspace, bundle, terms.recipient)
    if place.standing == "same":
        return Admission(verdict="same", content=("verdicts.same", {}))
    if place.standing in _PLAIN:
        admission = _of_place(place)
    else:
        written: list[str] = []
        try:
            with _taking_back(workspace, written), workspace.store.atomic():
                admission = _take(workspace, bundle, terms, place, look, written if note else None)
                _roll_back_unless(admission, kept=note is not None)
                if note is not None:
                    note(admission)
                return admission
        except _RollBack as end:
            admission = end.admission
        except BundleRefused as refused:
            content: Sentence = ("verdicts.refused", {"count": len(refused.reasons)})
            admission = Admission(verdict="refused", content=content, reasons=refused.reasons)
    if note is not None:
        with workspace.store.atomic():
            note(admission)
    return admission


@contextmanager
def _taking_back(workspace: Workspace, written: list[str]) -> Iterator[None]:
    """Remove the files that were written where their rows are rolled back."""
    try:
        yield
    except BaseException:
        take_away(workspace, written)
        raise


def _roll_back_unless(admission: Admission, *, kept: bool) -> None:
    if not kept or admission.imported is None:
        raise _RollBack(admission)


def _of_place(place: Place) -> Admission:
    content: Sentence = ("verdicts.refused", {"count": len(place.reasons)})
    if place.standing == "held_newer":
        content = ("verdicts.held_newer", {})
    return Admission(verdict=place.standing, content=content, reasons=place.reasons)


def _take(
    workspace: Workspace,
    bundle: OpenBundle,
    terms: Terms,
    place: Place,
    look: Look | None,
    written: list[str] | None,
) -> Admission:
    """Write all that can be taken, and say what it comes to.

    ``written`` gets the names of the attachments' files; without it none is written.
    """
    known = workspace.store.revisions.total_of(bundle.manifest.sender.workspace)
    imported = workspace.store.exchanged.new_import(bundle.digest, terms.received_at)
    union = terms.decided or place.standing != "free"
    take = _TAKES.get(bundle.manifest.kind, take_in)
    taken = take(workspace, bundle, imported, union=union, kept=written is not None)
    if written is not None:
        written += taken.files
    if look is not None:
        look(bundle.manifest)
    rows: dict[str, MessageValue] = dict(taken.counts)
    if taken.refused and (terms.policy == "whole" or not taken.came):
        content: Sentence = ("verdicts.rows_refused", {"count": taken.refused})
        return _aside("refused", content, taken, (*taken.reasons,), place)
    if not terms.decided:
        if place.standing == "held":
            doubted = place.reasons[0].rule == "signer_doubted"
            content = ("verdicts.doubted" if doubted else "verdicts.unlisted", {})
            return _aside("held", content, taken, place.reasons, place)
        if place.standing == "held_gap":
            content = ("verdicts.held_gap", dict(place.reasons[0].values))
            return _aside("held_gap", content, taken, place.reasons, place)
        if place.standing == "fork" or taken.forks:
            reasons = (*place.reasons, *taken.forks)
            return _aside("fork", ("verdicts.fork", {}), taken, reasons, place)
    told = take_answers(
        workspace,
        bundle.manifest,
        bundle.digest,
        imported,
        terms.received_at,
        left_out=taken.left_records,
    )
    about_time = time_remarks(workspace, bundle)
    doubts = place.reasons if place.standing == "held" else ()
    remarks = (*doubts, *taken.reasons, *taken.remarks, *about_time, *_lost(bundle, known, taken))
    code = "remarks" if remarks else "accepted"
    name = "verdicts.rest" if taken.refused else _TAKEN[code]
    return Admission(
        verdict=code,
        content=(name, rows),
        counts=taken.counts,
        reasons=remarks,
        notes=(*place.notes, *told),
        imported=imported,
        base_ok=_has_base(workspace, bundle.manifest),
        left_out=tuple(taken.left_out),
        registers=taken.registers,
    )


def _has_base(workspace: Workspace, manifest: Manifest) -> bool:
    """Say whether what a bundle builds on counts here: a person may have taken it without."""
    base = manifest.base
    return base is None or workspace.store.exchanged.counted(base.digest) is not None


def _aside(
    verdict: str, content: Sentence, taken: Taken, reasons: tuple[Reason, ...], place: Place
) -> Admission:
    return Admission(
        verdict=verdict,
        content=content,
        counts=taken.counts,
        reasons=reasons,
        notes=place.notes,
        registers=taken.registers,
    )


def _lost(bundle: OpenBundle, known: int, taken: Taken) -> tuple[Reason, ...]:
    """Say how many revisions of before a restore are here and no longer with their unit.

    The first bundles of a chain that continues another hold all that the unit still has.
    """
    manifest = bundle.manifest
    lost = known - (taken.same - taken.passed_on)
    if manifest.continues is None or manifest.base is not None or lost <= 0:
        return ()
    return (Reason("restored_without", "submission.json", values={"count": lost}),)
