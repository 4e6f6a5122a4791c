"""The bundle that an officer has prepared and signed first: kept until it is signed again, or not.

There is one at a time. It has its place in the chain from the beginning, and gives it up when it is
discarded: then nothing of it was ever there, and its records are due as before.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import PREPARED, outbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing, Report

DOCUMENT: Final = "prepared"
"""What is kept of the bundle beside its row: which reports were frozen for it."""
SENT_BACK: Final = "sent_back"
"""What the head wrote when he gave the last one back, until the next is prepared."""


def waiting_bundle(workspace: Workspace) -> Outgoing | None:
    """Return the bundle that waits for its second signature, None without."""
    return workspace.store.prepared.waiting()


def must_not_pass_over(workspace: Workspace) -> None:
    """Refuse to sign past what somebody else has prepared for who is in command."""
    row, own = waiting_bundle(workspace), workspace.opened.slot.name
    if row is not None and workspace.is_head and row.first_signer != own:
        raise Refusal("submission.prepared_waits", person=row.first_signer or "")


def must_not_wait(workspace: Workspace, period: str) -> None:
    """Refuse to make another version of a report that waits to be signed (``…prepared_waits``)."""
    row, made = waiting_bundle(workspace), _frozen(workspace)
    if row is not None and any(code == period for code, _ in made):
        raise Refusal("submission.prepared_waits", person=row.first_signer or "")


def frozen_before(workspace: Workspace, codes: Sequence[str]) -> frozenset[str]:
    """Return the digests of the reports of periods that were frozen already."""
    known = (workspace.store.exchanged.last_report(workspace.place.id, code) for code in codes)
    return frozenset(one.digest for one in known if one is not None)


def keep_prepared(workspace: Workspace, row: Outgoing, frozen: Iterable[Report]) -> None:
    """Keep which reports were frozen for a bundle, in the transaction that signs it first."""
    made = [[one.period, one.version] for one in frozen]
    workspace.store.meta.set(DOCUMENT, {"digest": row.digest, "frozen": cast("Json", made)})
    workspace.store.meta.set(SENT_BACK, {})


def discard(workspace: Workspace) -> bool:
    """Take back what waits, in the transaction that is open; False where nothing does."""
    row = waiting_bundle(workspace)
    if row is None:
        return False
    workspace.note("prepare_discarded", bundle=row.bundle_id, digest=row.digest)
    workspace.store.prepared.discard(row.digest, workspace.place.id, _frozen(workspace))
    workspace.store.meta.set(DOCUMENT, {})
    return True


def clear_outbox(workspace: Workspace) -> None:
    """Remove the files of what is not prepared any more; what cannot be removed stays."""
    row = waiting_bundle(workspace)
    for path in outbox(workspace).glob(f"*{PREPARED}"):
        if row is None or path.name != row.file:
            with suppress(OSError):
                path.unlink()


def _frozen(workspace: Workspace) -> list[tuple[str, int]]:
    body = cast("Mapping[str, list[tuple[str, int]]]", workspace.document(DOCUMENT))
    return [(str(period), int(version)) for period, version in body.get("frozen", [])]
