"""Which columns hold the moments of what was exchanged: they are dated back with a wrong clock."""

from __future__ import annotations

from typing import Final

MOMENTS: Final = (
    ("incoming", "received_at"),
    ("imports", "at"),
    ("imports", "withdrawn_at"),
    ("outgoing", "written_at"),
    ("outgoing", "told_at"),
    ("certificates", "issued_at"),
    ("certificates", "revoked_at"),
    ("left_standing", "at"),
    ("queries", "asked_at"),
    ("queries", "came_at"),
    ("queries", "closed_at"),
    ("queries_withdrawn", "at"),
    ("answers", "at"),
    ("attachment_files", "at"),
    ("cases_sent", "at"),
    ("cases_sent", "answered_at"),
    ("cases_received", "received_at"),
    ("cases_received", "answered_at"),
)
"""Tables and columns."""
