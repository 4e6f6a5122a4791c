"""The last day for an answer as a person types it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import read_date
from antq_desktop.gui.failures import Told
from antq_desktop.messages import words

if TYPE_CHECKING:
    from antq_desktop.gui.screen import Context


def typed_day(context: Context, text: str, today: date) -> date | None:
    """Return the day, None for nothing and for what is no day; then the person is told."""
    if not text:
        return None
    try:
        return date.fromisoformat(read_date(text, today))
    except BadValue as error:
        said = words(error.rule, context.language, error.values)
        context.failures.told.emit(Told(said.text, said.action, tone="warning"))
        return None
