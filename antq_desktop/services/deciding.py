"""Deciding: a person takes or refuses what was held, and says why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import Reason
from antq_desktop.crypto.digests import hash_stream
from antq_desktop.errors import Refusal
from antq_desktop.services.considering import OFFICERS_WORD, consider_again
from antq_desktop.services.keeping import Outcome, is_read_now, keep_again, outcome_of
from antq_desktop.services.releasing import release
from antq_desktop.services.saving import reason_text
from antq_desktop.services.verdicts import HELD, Verdict

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming

#: Shorter beginnings of a digest name a bundle by chance.
_SHORTEST = 6


def bundle_named(workspace: Workspace, name: str) -> Incoming:
    """Return the last judgement of the bundle that a person names.

    By its digest or the beginning of it, its id, its file in the inbox, or the file that came.
    Refusal if there is none, or more than one.
    """
    wanted = _key_of(name)
    found = [
        row
        for row in workspace.store.exchanged.standing()
        if wanted in (row.bundle_id, row.sha256)
        or (len(wanted) >= _SHORTEST and row.digest.startswith(wanted))
    ]
    if not found:
        raise Refusal("bundles.unknown", name=name)
    if len(found) > 1:
        raise Refusal("bundles.several", name=name)
    return found[0]


def _key_of(name: str) -> str:
    """Return the digest, id or SHA-256 that a person means; a file that is there is read."""
    path = Path(name)
    try:
        if path.is_file():
            with path.open("rb") as stream:
                return hash_stream(stream)[0]
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None
    text = path.stem if name.lower().endswith(".antq") else name
    return text.lower().replace(" ", "")


def can_take(workspace: Workspace, row: Incoming) -> bool:
    """Say whether a person may take a bundle: it is a fork, lacks its base, or was put aside.

    What this program cannot read nobody can take, whether it was put aside or not.
    """
    if row.verdict != "refused":
        return row.verdict in {"held", "held_gap", "fork"}
    return outcome_of(row).decided and not _is_newer(workspace, row)


def _is_newer(workspace: Workspace, row: Incoming) -> bool:
    return outcome_of(row).newer is not None and not is_read_now(workspace, row)


def is_officers(row: Incoming) -> bool:
    """Say whether an officer has returned a bundle or put it on hold, sound as it may be."""
    return outcome_of(row).content in OFFICERS_WORD


def can_refuse(row: Incoming) -> bool:
    """Say whether a person may put a bundle aside for good."""
    return row.verdict in HELD


def take_held(workspace: Workspace, digest: str, reason: str) -> Verdict:
    """Take a bundle as it is: its revisions come in as a union with what is there.

    One that an officer returned or put on hold is judged by what it is worth now: anybody here may
    let it go. The decision is in the journal before. Refusal if it waits for no decision, or if he
    who decides over a bundle that contradicts what is in, or lacks its base, is not the head.
    """
    row, why = _waiting(workspace, digest, reason)
    if not can_take(workspace, row):
        raise Refusal("decide.newer" if _is_newer(workspace, row) else "decide.nothing")
    with workspace.store.atomic():
        workspace.note("decide", digest=row.digest, decision="take", reason=why)
    freed = is_officers(row)
    verdict = consider_again(workspace, row, decided=not freed, freed=freed)
    return replace(verdict, released=release(workspace))


def refuse_held(workspace: Workspace, digest: str, reason: str) -> Incoming:
    """Put a bundle aside for good: it stays here, and nothing of it counts.

    Refusal as `take_held`.
    """
    row, why = _waiting(workspace, digest, reason)
    if not can_refuse(row):
        raise Refusal("decide.nothing")
    before = outcome_of(row)
    outcome = Outcome(
        content="verdicts.decided_refused",
        counts=before.counts,
        reasons=(Reason("put_aside"),),
        decided=True,
        newer=before.newer,
        periods=before.periods,
    )
    with workspace.store.atomic():
        workspace.note("decide", digest=row.digest, decision="refuse", reason=why)
        return keep_again(workspace, row, "refused", outcome, workspace.clock.stamp())


def _waiting(workspace: Workspace, digest: str, reason: str) -> tuple[Incoming, str]:
    row = workspace.store.exchanged.standing_of(digest)
    if row is None or row.kind != "transfer":
        workspace.require_role("office")
    if row is None:
        raise Refusal("bundles.unknown", name=digest)
    if not is_officers(row):
        workspace.require_head()
    if not reason.strip():
        raise Refusal("decide.reason_needed")
    return row, reason_text(reason)
