"""The two ways in which work can end badly, and nothing else."""

from __future__ import annotations

MessageValue = str | int


class Refusal(Exception):
    """The person can act: a message id and the values that its words need.

    The words (one sentence, one action) are in ``resources/messages``; nothing below the front ends
    knows them.
    """

    def __init__(self, message_id: str, /, **values: MessageValue) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.values = values

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in sorted(self.values.items()))
        return f"{self.message_id}({shown})"


class Fault(Exception):
    """Ours: something that must not happen did. The text is for the log, never for a person."""
