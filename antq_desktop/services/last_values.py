"""What a user saved last in each register, so that one key repeats it, also after a restart.

It is wrapped under his own key: nobody else who opens the workspace repeats what he typed. What is
sealed in a record is not among it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap
from antq_desktop.domain.fields import Travel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

    Form = Mapping[str, object]


def repeatable(register: Register, typed: Form) -> dict[str, object]:
    """Return what may be repeated of a form: all but the fields with something to be sealed."""
    return {
        name: value
        for name, value in typed.items()
        if name in register.by_name and Travel.CONFIDENTIAL not in register.travels(name)
    }


def keep_last(workspace: Workspace, register: Register, typed: Form) -> None:
    """Keep what this user typed into a form of a register that he saved, over the one before."""
    name = _document(workspace, register)
    body = canonical.dump(cast("Json", repeatable(register, typed)))
    blob = wrap(workspace.opened.own_key, body, context=name)
    with workspace.store.atomic():
        workspace.store.meta.set(name, {"sealed": blob.hex()})


def last_values(workspace: Workspace, register: Register) -> Form:
    """Return what this user saved last in a register; empty for nothing, or damaged bytes."""
    name = _document(workspace, register)
    kept = workspace.document(name).get("sealed")
    if not isinstance(kept, str):
        return {}
    try:
        body = unwrap(workspace.opened.own_key, bytes.fromhex(kept), context=name)
    except WrongKey:
        return {}
    return repeatable(register, cast("Form", canonical.load(body)))


def _document(workspace: Workspace, register: Register) -> str:
    return f"last_values:{workspace.user}:{register.name}"
