"""How many signatures a submission needs: what the office wants, and from when on.

A unit goes by the directory that it has installed, from that moment on. The office goes by the last
directory that it signed: from the day on which that says so it refuses a submission with one
signature. Until then directories are on their way down, and bundles on their way up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from antq_desktop.domain.roles import COMMANDING
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from antq_desktop.services.workspace import Workspace

BOTH: Final = 2
"""An officer signs first, who is in command signs second."""


def wants_two(workspace: Workspace) -> bool:
    """Say whether the office of a commune wants two signatures, as its directory here says.

    An office that passes on what came to it signs that once.
    """
    if workspace.place.role != "commune":
        return False
    policy = cast("Mapping[str, object]", workspace.document("directory").get("policy") or {})
    return policy.get("signatures") == BOTH


def signs_first(workspace: Workspace) -> bool:
    """Say whether what this user signs waits for a second signature: an officer's always does."""
    if workspace.place.role != "commune":
        return False
    return not workspace.is_head or wants_two(workspace)


def must_not_be_alone(workspace: Workspace) -> None:
    """Refuse to sign first where nobody would be left to sign second.

    ``submission.officer_first``: who alone is in command signs second, what an officer prepared.
    """
    others = (one for one in workspace.keys.slots if one.id != workspace.user)
    if workspace.is_head and not any(one.role in COMMANDING for one in others):
        raise Refusal("submission.officer_first")


def must_have_two(workspace: Workspace, received_on: date) -> bool:
    """Say whether this office refuses a submission with one signature that came on a day."""
    told = workspace.document("published")
    since = told.get("since")
    return told.get("signatures") == BOTH and str(since) <= received_on.isoformat()
