"""A sentence as data: its message id and values; the front ends have the words."""

from __future__ import annotations

from collections.abc import Mapping

from antq_desktop.errors import MessageValue

Said = tuple[str, Mapping[str, MessageValue]]
"""A message id and its values."""


def say(message_id: str, **values: MessageValue) -> Said:
    """Return a sentence by its id and values."""
    return message_id, values
