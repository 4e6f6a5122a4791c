"""Considering a submission: judged, kept with its verdict, and said in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused, Reason
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

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.admitting import Look
    from antq_desktop.services.verdicts import Sentence
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming


def consider(
    workspace: Workspace,
    path: Path,
    bundle: OpenBundle,
    *,
    kept: bool,
    look: Look | None = None,
    decided: bool = False,
) -> Verdict:
    """Judge what is for this workspace, and keep it with its verdict if ``kept``.

    What a person has refused stays refused, however often it comes: he alone takes it after all
    (``decided``). A bundle that is in already is told of once more in the next receipt, and its
    file takes the place of one that was lost.
    """
    at = workspace.clock.stamp()
    before = workspace.store.exchanged.standing_of(bundle.digest)
    if kept and before is not None:
        keep_file_again(workspace, path, before, bundle.sha256)
    if before is not None and not decided and _was_refused(before):
        content: Sentence = ("verdicts.decided_refused", {})
        reasons = (Reason("put_aside"),)
        return said(workspace, path, bundle, "refused", content, reasons=reasons)
    terms = Terms(
        received_at=at,
        recipient=workspace.unit.key,
        policy=policy_of(workspace).import_policy,
        decided=decided,
    )

    def note(admission: Admission) -> None:
        taken = decided and admission.imported is not None
        keep(workspace, path, bundle, admission, at, decided=taken)

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


def _was_refused(row: Incoming) -> bool:
    return row.verdict == "refused" and outcome_of(row).decided


def consider_again(workspace: Workspace, row: Incoming, *, decided: bool = False) -> Verdict:
    """Judge a bundle from the inbox once more, its signature at the moment when it first came.

    Refusal if its file is gone.
    """
    path = inbox_file(workspace, row)
    moment = moment_of(workspace.store.exchanged.first_came(row.digest))
    try:
        with opened(workspace, path, moment=moment) as bundle:
            return consider(workspace, path, bundle, kept=True, decided=decided)
    except BundleRefused as refused:
        outcome = Outcome(content="verdicts.unreadable", counts={}, reasons=refused.reasons)
        with workspace.store.atomic():
            keep_again(workspace, row, "refused", outcome, workspace.clock.stamp())
            workspace.note("import", digest=row.digest, verdict="refused")
        return unopened(path, "refused", "verdicts.unreadable", *refused.reasons)
