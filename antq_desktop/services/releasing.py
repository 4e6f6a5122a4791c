"""Releasing: what was held is judged again as soon as nothing holds it any more."""

from __future__ import annotations

from collections import deque
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
    return [row for row in workspace.store.exchanged.waiting() if _is_ripe(workspace, row)]


def _is_ripe(workspace: Workspace, row: Incoming) -> bool:
    if row.verdict == "held_newer":
        return is_read_now(workspace, row)
    return is_ripe(workspace, row)


def release(workspace: Workspace) -> tuple[Verdict, ...]:
    """Judge again what is ripe until nothing moves, each bundle in its own transaction.

    All that waits is looked at once; then only what waited for the bundle that has moved. A bundle
    whose file is gone, or that the disk does not take now, stays held.
    """
    released: list[Verdict] = []
    tried: set[str] = set()
    found = deque(ripe(workspace))
    while found:
        row = found.popleft()
        if row.digest in tried:
            continue
        tried.add(row.digest)
        with suppress(Refusal):
            released.append(consider_again(workspace, row))
            waiting = workspace.store.exchanged.waiting_for(row)
            found.extend(one for one in waiting if _is_ripe(workspace, one))
    return tuple(released)
