"""The settings of counting: chosen by an office, carried to its communes by its directory."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.switches import parse_switch, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

_DOCUMENT = "switches"


def switches_of(workspace: Workspace) -> dict[str, str]:
    """Return the settings in force: those chosen here, else those of the office above."""
    directory = workspace.document("directory")
    above = cast("Mapping[str, Json]", directory.get("switches") or {})
    return settings({**above, **workspace.document(_DOCUMENT)})


def choose_switches(workspace: Workspace, chosen: Iterable[str]) -> dict[str, str]:
    """Set switches by "name=answer" at an office; its next directory carries them.

    Refusal ``switches.unknown`` for what is no switch; nothing is set then.
    """
    workspace.require_role("office")
    workspace.require_head()
    asked = {switch.name: answer for switch, answer in map(parse_switch, chosen)}
    if asked:
        with workspace.store.atomic():
            kept = {**workspace.document(_DOCUMENT), **asked}
            workspace.store.meta.set(_DOCUMENT, kept)
            workspace.note("switches", **asked)
    return switches_of(workspace)
