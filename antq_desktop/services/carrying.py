"""Which bundles from below went, or may still go, to the office above."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing


def carried_upward(workspace: Workspace, digest: str) -> bool:
    """Say whether a consolidated bundle of ours carries a bundle from below."""
    return carrier_of(workspace, digest) is not None


def carriers(workspace: Workspace) -> dict[str, Outgoing]:
    """Return what `carrier_of` returns, for all bundles from below by their digests."""
    found: dict[str, Outgoing] = {}
    carried = workspace.store.passed_on.all_carried()
    for one in workspace.store.exchanged.outgoing("consolidated"):
        if one.verdict != "refused":
            for digest in carried.get(one.digest, ()):
                found.setdefault(digest, one)
    return found


def carrier_of(workspace: Workspace, digest: str) -> Outgoing | None:
    """Return the first consolidated bundle of ours that carries a bundle, None without.

    One that was signed counts although it has not left yet; one that was refused does not.
    """
    carriers = workspace.store.passed_on.carriers(digest)
    for one in workspace.store.exchanged.outgoing("consolidated"):
        if one.digest in carriers and one.verdict != "refused":
            return one
    return None
