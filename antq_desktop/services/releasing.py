"""Releasing: what was held is judged again as soon as nothing holds it any more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal
from antq_desktop.services.chaining import is_ripe
from antq_desktop.services.considering import consider_again
from antq_desktop.services.keeping import is_read_now

if TYPE_CHECKING:
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming


def ripe(workspace: Workspace) -> list[Incoming]:
    """Return the held bundles that nothing holds any more, the oldest first."""
    return [
        row
        for row in workspace.store.exchanged.waiting()
        if (row.verdict == "held_gap" and is_ripe(workspace, row))
        or (row.verdict == "held_newer" and is_read_now(workspace, row))
    ]


def release(workspace: Workspace) -> tuple[Verdict, ...]:
    """Judge again what is ripe until nothing moves, each bundle in its own transaction.

    A bundle whose file is gone, or that the disk does not take now, stays held.
    """
    released: list[Verdict] = []
    tried: set[str] = set()
    while found := next((row for row in ripe(workspace) if row.digest not in tried), None):
        tried.add(found.digest)
        with suppress(Refusal):
            released.append(consider_again(workspace, found))
    return tuple(released)
