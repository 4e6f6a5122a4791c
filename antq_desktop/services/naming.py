"""Naming: which queries of the office a bundle that is signed now answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.queries import MOST_ITEMS, AnswerItem
from antq_desktop.services.duties import duties
from antq_desktop.store.returned import Named

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

    Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Answering:
    """What a bundle answers.

    ``items`` are told to the office; ``named`` are (query, revision that answers) of the same.
    """

    items: tuple[AnswerItem, ...]
    named: frozenset[Pair]


def answers_due(workspace: Workspace) -> Answering:
    """Return what is answered and has not been accepted yet; an office answers nothing this way.

    All of it goes with every bundle until a receipt accepts one that had it.
    """
    if workspace.place.role != "commune":
        return Answering((), frozenset())
    items: list[AnswerItem] = []
    named: list[Pair] = []
    for one in duties(workspace):
        query, answered = one.query, one.revision is not None or one.answer is not None
        if query.origin == "received" and answered and not one.settled and len(items) < MOST_ITEMS:
            items.append(AnswerItem(query=query.id, text=one.answer))
            named.append((query.id, one.revision))
    items.sort(key=lambda item: item.query)
    return Answering(tuple(items), frozenset(named))


def keep_names(workspace: Workspace, bundle: str, answering: Answering) -> None:
    """Keep what a signed bundle answers, in the transaction that is open."""
    workspace.store.returned.name(
        Named(bundle=bundle, query=query, revision=revision)
        for query, revision in sorted(answering.named, key=lambda one: one[0])
    )


def names_the_same(workspace: Workspace, row: Outgoing, answering: Answering) -> bool:
    """Say whether a bundle that was signed before answers just this."""
    return workspace.store.returned.named_in(row.digest) == answering.named
