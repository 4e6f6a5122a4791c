"""Where a user is in the windows, kept through a crash: a clean end forgets it.

It is wrapped under his own key, as what he types is: nobody else reads which record he looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the keyboard is in a form: a field, one within it, its marked row, the cursor.

    ``inner`` is None and ``row`` -1 where there is none; ``cursor`` counts characters from 0.
    """

    field: str
    inner: str | None = None
    row: int = -1
    cursor: int = 0

    def as_json(self) -> dict[str, Json]:
        """Return it as it is kept."""
        return {
            "field": self.field,
            "inner": self.inner,
            "row": self.row,
            "cursor": self.cursor,
        }


def spot_from(body: object) -> Spot | None:
    """Read a spot as `Spot.as_json` wrote it; None for anything else."""
    if not isinstance(body, dict):
        return None
    read = cast("Mapping[str, object]", body)
    inner = read.get("inner")
    return Spot(
        field=str(read.get("field", "")),
        inner=inner if isinstance(inner, str) else None,
        row=cast("int", read.get("row", -1)),
        cursor=cast("int", read.get("cursor", 0)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The screen in front and the one behind a form; of a form what it is of; of a list the row.

    ``form`` is the id of an unsaved form, ``record`` that of the record that is open or marked in
    the list, ``register`` is "" where no form is open.
    """

    screen: str
    behind: str = ""
    register: str = ""
    record: str | None = None
    form: str | None = None
    spot: Spot | None = None


def keep_whereabouts(workspace: Workspace, here: Whereabouts) -> None:
    """Keep where this user is, over what was kept before."""
    body: Json = {
        "screen": here.screen,
        "behind": here.behind,
        "register": here.register,
        "record": here.record,
        "form": here.form,
        "spot": here.spot.as_json() if here.spot is not None else None,
    }
    name = _document(workspace)
    blob = wrap(workspace.opened.own_key, canonical.dump(body), context=name)
    with workspace.store.atomic():
        workspace.store.meta.set(name, {"sealed": blob.hex()})


def whereabouts(workspace: Workspace) -> Whereabouts | None:
    """Return where this user was when the program ended without his doing; None otherwise."""
    name = _document(workspace)
    kept = workspace.document(name).get("sealed")
    if not isinstance(kept, str):
        return None
    try:
        body = unwrap(workspace.opened.own_key, bytes.fromhex(kept), context=name)
    except WrongKey:
        return None  # damaged: the overview comes, and unsaved forms are offered there
    read = cast("Mapping[str, str | None]", canonical.load(body))
    return Whereabouts(
        screen=read["screen"] or "",
        behind=read["behind"] or "",
        register=read["register"] or "",
        record=read["record"],
        form=read["form"],
        spot=spot_from(read["spot"]),
    )


def forget_whereabouts(workspace: Workspace) -> None:
    """Forget it: the user locks or closes the window himself."""
    if workspace.document(_document(workspace)):
        with workspace.store.atomic():
            workspace.store.meta.set(_document(workspace), {})


def _document(workspace: Workspace) -> str:
    return f"whereabouts:{workspace.user}"
