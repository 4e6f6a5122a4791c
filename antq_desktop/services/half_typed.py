"""Words typed in questions and on screens when the books locked themselves, for who typed them.

They are wrapped under his own key, as unsaved forms are: another user neither reads nor gets them.
A lock or an end of his own doing forgets them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

    Words = Mapping[str, Mapping[str, str]]
    """What was typed, by question and field."""


def keep_half_typed(workspace: Workspace, words: Words) -> None:
    """Keep what this user was typing in questions, over what was kept before; {} forgets it."""
    name = _document(workspace)
    body: Json = {}
    if words:
        plain: Json = [
            {"question": question, "field": field, "text": text}
            for question, fields in words.items()
            for field, text in fields.items()
        ]
        sealed = wrap(workspace.opened.own_key, canonical.dump(plain), context=name)
        body = {"sealed": sealed.hex()}
    elif not workspace.document(name):
        return
    with workspace.store.atomic():
        workspace.store.meta.set(name, body)


def half_typed(workspace: Workspace) -> Words:
    """Return what this user was typing in questions; empty for nothing, or damaged bytes."""
    name = _document(workspace)
    kept = workspace.document(name).get("sealed")
    if not isinstance(kept, str):
        return {}
    try:
        body = unwrap(workspace.opened.own_key, bytes.fromhex(kept), context=name)
    except WrongKey:
        return {}
    words: dict[str, dict[str, str]] = {}
    for one in cast("Sequence[Mapping[str, str]]", canonical.load(body)):
        words.setdefault(one["question"], {})[one["field"]] = one["text"]
    return words


def _document(workspace: Workspace) -> str:
    return f"half_typed:{workspace.user}"
