"""The files that lie on an office's desk, kept until they are taken in or put aside.

A lock, a crash or an end would else lose a drop of a hundred bundles that were looked at. Only
their places are kept, wrapped under the own key of who brought them; they are judged anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.services.workspace import Workspace


def keep_queue(workspace: Workspace, paths: Sequence[Path]) -> None:
    """Keep which files this user has on the desk, over what was kept before."""
    workspace.require_role("office")
    if list(paths) == kept_queue(workspace):
        return
    name = _document(workspace)
    places = canonical.dump([str(path) for path in paths])
    sealed = wrap(workspace.opened.own_key, places, context=name)
    with workspace.store.atomic():
        workspace.store.meta.set(name, {"sealed": sealed.hex()} if paths else {})


def kept_queue(workspace: Workspace) -> list[Path]:
    """Return the files that this user had on the desk; none for nothing, or damaged bytes."""
    name = _document(workspace)
    kept = workspace.document(name).get("sealed")
    if not isinstance(kept, str):
        return []
    try:
        body = unwrap(workspace.opened.own_key, bytes.fromhex(kept), context=name)
    except WrongKey:
        return []
    return [Path(one) for one in cast("Sequence[str]", canonical.load(body))]


def _document(workspace: Workspace) -> str:
    return f"desk_queue:{workspace.user}"
