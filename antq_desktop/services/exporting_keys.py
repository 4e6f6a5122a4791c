"""Exporting the keys that open bundles, for the ``age`` program; in practice workspaces only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace


def export_identities(workspace: Workspace, path: Path, *, reason: str) -> None:
    """Write the age identities of the workspace in the clear; the journal knows before.

    Refusal for another role than the head, without a reason, in a real workspace, and for a file
    that is there already.
    """
    workspace.require_head()
    if not reason.strip():
        raise Refusal("records.reason_needed")
    if not workspace.place.practice:
        raise Refusal("identity.practice_only")
    secrets = cast("list[str]", workspace.document("identity")["secrets"])
    with workspace.store.atomic():
        workspace.note("export_age", file=path.name[:200], reason=reason.strip()[:500])
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.writelines(f"{secret}\n" for secret in secrets)
    except FileExistsError:
        raise Refusal("files.exists", name=path.name) from None
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None
