"""What bundles that were sent from here carried."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.bundle.manifest import Kind
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing


def kinds_up(workspace: Workspace) -> tuple[Kind, ...]:
    """Return the kinds of bundle that go from here to the office above."""
    up: tuple[Kind, ...] = ("submission", "correction")
    return up if workspace.place.role == "commune" else ("consolidated",)


def sent_versions(row: Outgoing) -> dict[str, int]:
    """Return which version of each report a bundle carried, by period; before there were any, 1."""
    codes = cast("list[str]", canonical.load(row.periods.encode()))
    versions = cast("Mapping[str, int]", canonical.load((row.versions or "{}").encode()))
    return {code: versions.get(code, 1) for code in codes}
