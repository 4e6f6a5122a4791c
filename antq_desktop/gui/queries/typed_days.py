"""The last day for an answer as a person types it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.typed import read_date
from antq_desktop.errors import Refusal
from antq_desktop.messages import words
from antq_desktop.services.querying import check_due

if TYPE_CHECKING:
    from antq_desktop.messages import Language


def typed_day(text: str, today: date) -> date | None:
    """Return the day, None for nothing and for what `wrong_day` complains of."""
    try:
        return date.fromisoformat(read_date(text, today)) if text else None
    except BadValue:
        return None


def wrong_day(text: str, today: date, language: Language) -> str:
    """Return what is wrong with a day as it was typed and what to do; "" where nothing is."""
    if not text:
        return ""
    try:
        check_due(date.fromisoformat(read_date(text, today)), today)
    except BadValue as error:
        said = words(error.rule, language, error.values)
    except Refusal as error:
        said = words(error.message_id, language, error.values)
    else:
        return ""
    return f"{said.text} {said.action}".strip()
