"""Sealing every confidential part to somebody more: a new head, or a new recovery key.

It goes in batches of one transaction each and is known by what is lacking, so a power cut costs one
batch: the next time it goes on where it was. Parts are in the clear nowhere but in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, seal_bytes, unseal_bytes
from antq_desktop.crypto.wrapping import hmac_key
from antq_desktop.domain.roles import COMMANDING
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import Slot
    from antq_desktop.store.store import Store

    Tell = Callable[[int, int], object]

BATCH: Final = 200
"""Parts of one transaction: a twentieth of a second on an old PC."""
_DUE = "sealing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the sealing to a new head is, after a batch: ``done`` of ``total`` parts."""

    name: str
    done: int
    total: int

    @property
    def finished(self) -> bool:
        """Whether he can open all that this head can open."""
        return self.done >= self.total


def seal_batch(
    store: Store, opener: Identity, recipient: str, after: tuple[str, str]
) -> tuple[str, str] | None:
    """Seal the next parts that ``opener`` opens to a recipient, in the transaction that is open.

    Return the place to go on after, None at the end. A part that is damaged is left as it is: what
    is damaged for one may be whole for another, and the counts tell.
    """
    parts = store.seals.lacking(recipient, opener.recipient, after=after, most=BATCH)
    for part in parts:
        try:
            content = unseal_bytes(part.blob, [opener])
        except (NotSealedToUs, SealDamaged):
            continue
        if sha256_hex(content) == part.digest:
            store.seals.add(part, recipient, seal_bytes(content, [recipient]))
    return (parts[-1].bundle, parts[-1].digest) if len(parts) == BATCH else None


def seal_everything(store: Store, opener: Identity, recipient: str, tell: Tell) -> None:
    """Seal all that ``opener`` opens to a recipient, a transaction a batch."""
    total, done = store.seals.lacks(recipient, opener.recipient), 0
    after: tuple[str, str] | None = ("", "")
    while after is not None:
        tell(min(done, total), total)
        with store.atomic():
            after = seal_batch(store, opener, recipient, after)
        done += BATCH
    tell(total, total)


def begin_sealing(workspace: Workspace, slot: Slot) -> None:
    """Let a head have the older confidential parts too, in the transaction that is open.

    What is written down is marked with the own key of the head who decides it: nobody who merely
    writes into the files can have parts sealed to a key of his.
    """
    due = dict(workspace.document(_DUE))
    mark = hmac_key(workspace.opened.own_key, slot.recipient)
    due[slot.id] = {"by": workspace.user, "to": slot.recipient, "mark": mark}
    workspace.store.meta.set(_DUE, cast("Json", due))


def sealing_due(workspace: Workspace) -> tuple[Slot, ...]:
    """Return the heads whose older parts this head still has to seal to them."""
    key = workspace.opened.own_key
    due = cast("Mapping[str, Mapping[str, str]]", workspace.document(_DUE))
    return tuple(
        slot
        for slot in workspace.keys.slots
        if slot.id in due
        and slot.role in COMMANDING
        and due[slot.id]["by"] == workspace.user
        and due[slot.id]["to"] == slot.recipient
        and due[slot.id]["mark"] == hmac_key(key, slot.recipient)
    )


def seal_some(workspace: Workspace) -> Progress | None:
    """Do one batch of what is due, None where nothing is; the journal is told at the end."""
    slots = sealing_due(workspace)
    if not slots:
        return None
    slot, store = slots[0], workspace.store
    own = workspace.opened.seal
    body = cast("dict[str, dict[str, Json]]", dict(workspace.document(_DUE)))
    state = dict(body[slot.id])
    after = cast("list[str]", state.get("after", ["", ""]))
    total = cast("int", state.get("total", store.seals.lacks(slot.recipient, own.recipient)))
    done = cast("int", state.get("done", 0))
    with store.atomic():
        reached = seal_batch(store, own, slot.recipient, (after[0], after[1]))
        if reached is None:
            del body[slot.id]
            left = store.seals.lacks(slot.recipient, own.recipient)
            if total:
                workspace.note("seals_given", user=slot.id, parts=total - left, left=left)
            progress = Progress(slot.name, total, total)
        else:
            body[slot.id] = {**state, "after": list(reached), "total": total, "done": done + BATCH}
            progress = Progress(slot.name, min(done + BATCH, total), total)
        store.meta.set(_DUE, cast("Json", body))
    return progress


def seal_all(workspace: Workspace, tell: Tell) -> None:
    """Do all that is due, telling how far it is."""
    while (progress := seal_some(workspace)) is not None:
        tell(progress.done, progress.total)


def give_parts(workspace: Workspace, name: str) -> Slot:
    """Decide that another head may open the older confidential parts; `seal_some` then does it.

    Refusal for another role than head or deputy, for oneself, and if the decider is not in command.
    """
    workspace.require_head()
    slot = workspace.keys.slot(name)
    if slot.id == workspace.user or slot.role not in COMMANDING:
        raise Refusal("users.seals_to_heads", name=name)
    with workspace.store.atomic():
        begin_sealing(workspace, slot)
    return slot


def closed_parts(workspace: Workspace, name: str) -> int:
    """Count the confidential parts that a head cannot open."""
    return workspace.store.seals.closed_to([workspace.keys.slot(name).recipient])
