"""Unsaved forms: what a user is typing, closed to everybody but him by his own key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.store.driver import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """A form as it is kept. ``record`` is None for a new one; ``blob`` is wrapped by the user."""

    form: str
    user: str
    register: str
    record: str | None
    kept_at: str
    blob: bytes


class UnsavedForms:
    """Keeps one row a form, and takes it away when the form is saved or discarded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, kept: KeptForm) -> None:
        """Keep a form over what was kept of it before."""
        self._database.execute(
            "INSERT OR REPLACE INTO unsaved_forms (form, user, register, record, kept_at, blob)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [kept.form, kept.user, kept.register, kept.record, kept.kept_at, kept.blob],
        )

    def of_user(self, user: str) -> list[KeptForm]:
        """Return the forms of a user, the one kept last first."""
        rows = self._database.execute(
            "SELECT form, user, register, record, kept_at, blob FROM unsaved_forms"
            " WHERE user = ? ORDER BY kept_at DESC, form DESC",
            [user],
        )
        return [
            KeptForm(form=form, user=owner, register=name, record=record, kept_at=at, blob=blob)
            for form, owner, name, record, at, blob in rows.fetchall()
        ]

    def drop(self, form: str, user: str) -> None:
        """Take a form of a user away; nothing happens if it is not there."""
        self._database.execute(
            "DELETE FROM unsaved_forms WHERE form = ? AND user = ?", [form, user]
        )
