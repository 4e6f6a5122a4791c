"""Considering a submission: judged, kept with its verdict, and said in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.errors import Refusal
from antq_desktop.services.admitting import Admission, Terms, admit
from antq_desktop.services.arriving import opened
from antq_desktop.services.directory import policy_of
from antq_desktop.services.keeping import (
    Outcome,
    inbox_file,
    keep,
    keep_again,
    keep_file_again,
    outcome_of,
)
from antq_desktop.services.verdicts import Verdict, said, unopened
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.admitting import Look
    from antq_desktop.services.verdicts import Sentence
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming

    Act = Literal["return", "hold"]

OFFICERS_WORD = {"verdicts.returned": "returned", "verdicts.put_on_hold": "put_on_hold"}
"""What is said of a bundle that an officer does not take as yet, and the rule of his sentence."""

_ACTS: dict[Act, tuple[str, str]] = {
    "return": ("refused", "verdicts.returned"),
    "hold": ("held", "verdicts.put_on_hold"),
}
_SOUND = frozenset({"accepted", "remarks"})


@dataclass(frozen=True, slots=True)
class Withheld:
    """That an officer returns a bundle to its unit, or holds it; ``text`` is what he writes."""

    act: Act
    text: str


def consider(
    workspace: Workspace,
    path: Path,
    bundle: OpenBundle,
    *,
    kept: bool,
    look: Look | None = None,
    decided: bool = False,
    freed: bool = False,
    withheld: Withheld | None = None,
) -> Verdict:
    """Judge what is for this workspace, and keep it with its verdict if ``kept``.

    What a person has refused or put on hold stays so, however often it comes: a person alone takes
    it after all, as it is (``decided``) or by what it is worth now (``freed``). ``withheld``
    keeps it unread so far, with an officer's sentence to its unit. A bundle that is in already is
    told of once more in the next receipt, and its file takes the place of one that was lost.
    """
    at = workspace.clock.stamp()
    before = workspace.store.exchanged.standing_of(bundle.digest)
    if kept and before is not None:
        keep_file_again(workspace, path, before, bundle.sha256)
    acts = decided or freed or withheld is not None
    if before is not None and not acts and _is_decided(before):
        outcome = outcome_of(before)
        content: Sentence = (outcome.content, {})
        return said(workspace, path, bundle, before.verdict, content, reasons=outcome.reasons)
    terms = Terms(
        received_at=at,
        recipient=workspace.unit.key,
        policy=policy_of(workspace).import_policy,
        decided=decided,
    )

    def note(admission: Admission) -> None:
        taken = decided and admission.imported is not None
        keep(workspace, path, bundle, admission, at, decided=taken)

    if withheld is not None:
        admission = _withhold(workspace, bundle, terms, withheld)
        with workspace.store.atomic():
            workspace.note("decide", digest=bundle.digest, decision=withheld.act)
            keep(workspace, path, bundle, admission, at, decided=True)
    else:
        admission = admit(workspace, bundle, terms, note if kept else None, look)
    if kept and admission.verdict == "same":
        with workspace.store.atomic():
            workspace.store.exchanged.tell_again(bundle.digest)
    verdict = said(
        workspace,
        path,
        bundle,
        admission.verdict,
        admission.content,
        counts=admission.counts,
        reasons=admission.reasons,
        notes=admission.notes,
    )
    return replace(verdict, registers=admission.registers)


def _is_decided(row: Incoming) -> bool:
    return row.verdict in {"refused", "held"} and outcome_of(row).decided


def _withhold(
    workspace: Workspace, bundle: OpenBundle, terms: Terms, withheld: Withheld
) -> Admission:
    """Return what is kept of a bundle that an officer does not take: judged, and nothing is in.

    Refusal for one that is in, or that is to be held though it could not be taken anyway.
    """
    found = admit(workspace, bundle, terms, None)
    if found.verdict == "same":
        raise Refusal("decide.is_in")
    if withheld.act == "hold" and found.verdict not in _SOUND:
        raise Refusal("decide.not_sound")
    verdict, content = _ACTS[withheld.act]
    word = Reason(OFFICERS_WORD[content], values={"text": withheld.text})
    return Admission(
        verdict=verdict,
        content=(content, {}),
        counts=found.counts,
        reasons=(word, *found.reasons),
        notes=found.notes,
        registers=found.registers,
    )


def consider_again(
    workspace: Workspace,
    row: Incoming,
    *,
    decided: bool = False,
    freed: bool = False,
    withheld: Withheld | None = None,
) -> Verdict:
    """Judge a bundle from the inbox once more, its signature at the moment when it first came.

    The rest is as in `consider`. Refusal if its file is gone.
    """
    path = inbox_file(workspace, row)
    moment = moment_of(workspace.store.exchanged.first_came(row.digest))
    try:
        with opened(workspace, path, moment=moment) as bundle:
            return consider(
                workspace,
                path,
                bundle,
                kept=True,
                decided=decided,
                freed=freed,
                withheld=withheld,
            )
    except BundleRefused as refused:
        outcome = Outcome(content="verdicts.unreadable", counts={}, reasons=refused.reasons)
        with workspace.store.atomic():
            keep_again(workspace, row, "refused", outcome, workspace.clock.stamp())
            workspace.note("import", digest=row.digest, verdict="refused")
        return unopened(path, "refused", "verdicts.unreadable", *refused.reasons)
