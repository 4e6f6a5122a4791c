"""Giving back: a transfer is taken back, and the pens are with the giver again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.errors import Refusal
from antq_desktop.services.pens import GIVES_NOTHING

if TYPE_CHECKING:
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

_CARRY = ("submission", "correction", "transfer")


def why_pens_stay(workspace: Workspace, imported: int) -> Refusal | None:
    """Return why the pens that an import brought cannot go back, None where they can.

    They can as long as no record was changed here since, and no bundle has told of them.
    """
    pens, place = workspace.store.pens, workspace.place.id
    moved = pens.moved_by(imported, place)
    if pens.changed_since(imported, place):
        return Refusal("undo.pens_changed")
    sent = workspace.store.exchanged.outgoing(*_CARRY)
    told = [one for one in sent if one.verdict not in GIVES_NOTHING and one.seq_to is not None]
    if moved is not None and any((one.seq_to or 0) >= moved[0] for one in told):
        return Refusal("undo.pens_sent")
    return None


def give_back(workspace: Workspace, imported: int) -> None:
    """Give the numbers of the revisions that moved the pens to nothing else, ever.

    In the transaction that takes the import back.
    """
    moved = workspace.store.pens.moved_by(imported, workspace.place.id)
    if moved is None:
        return
    document = workspace.document("restored")
    gaps = [*cast("list[Json]", document.get("gaps", [])), list(moved)]
    kept = sorted(cast("list[list[int]]", gaps))
    workspace.store.meta.set("restored", {**document, "gaps": cast("Json", kept)})
