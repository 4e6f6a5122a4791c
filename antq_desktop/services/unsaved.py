"""Unsaved forms: keeping what is being typed through a crash, and giving it back to who typed it.

A form is wrapped under the typing user's own key: another user of the workspace has the database
key, and still cannot read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap
from antq_desktop.services.whereabouts import spot_from
from antq_desktop.store.unsaved import KeptForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.whereabouts import Spot
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsavedForm:
    """A form that was not saved: an id of its own, what was typed by field, and onto what.

    ``record`` is None for a new record; ``base`` is the number of the revision that was being
    changed, 0 for a draft or a new one. ``many`` says that it is a table in which many records are
    typed: ``typed`` then has its ``rows``. ``spot`` is where the keyboard was.
    """

    form: str
    register: str
    record: str | None
    base: int
    typed: Mapping[str, object]
    kept_at: str = ""
    many: bool = False
    spot: Spot | None = None


def keep_form(workspace: Workspace, one: UnsavedForm) -> str:
    """Keep a form as it stands now; returns when. Nothing of it can be read without its user."""
    spot = one.spot.as_json() if one.spot is not None else None
    kept_body = {"base": one.base, "typed": dict(one.typed), "many": one.many, "spot": spot}
    body = canonical.dump(cast("Json", kept_body))
    at = workspace.clock.stamp()
    kept = KeptForm(
        form=one.form,
        user=workspace.user,
        register=one.register,
        record=one.record,
        kept_at=at,
        blob=wrap(workspace.opened.own_key, body, context=_context(one.form)),
    )
    with workspace.store.atomic():
        workspace.store.unsaved.put(kept)
    return at


def unsaved_forms(workspace: Workspace) -> list[UnsavedForm]:
    """Return this user's forms, the one kept last first.

    One whose register this program does not have, or whose bytes are damaged, is left out.
    """
    found = []
    for kept in workspace.store.unsaved.of_user(workspace.user):
        if kept.register not in workspace.catalogue.by_name:
            continue
        try:
            body = unwrap(workspace.opened.own_key, kept.blob, context=_context(kept.form))
        except WrongKey:
            continue
        read = cast("Mapping[str, object]", canonical.load(body))
        found.append(
            UnsavedForm(
                form=kept.form,
                register=kept.register,
                record=kept.record,
                base=cast("int", read["base"]),
                typed=cast("Mapping[str, object]", read["typed"]),
                kept_at=kept.kept_at,
                many=read.get("many") is True,  # what an earlier version kept does not say
                spot=spot_from(read.get("spot")),
            )
        )
    return found


def drop_form(workspace: Workspace, form: str) -> None:
    """Forget a form: it was saved, or its user discarded it."""
    with workspace.store.atomic():
        workspace.store.unsaved.drop(form, workspace.user)


def _context(form: str) -> str:
    return f"unsaved:{form}"
