"""The limits of R04 in working days: Luật XLVPHC Đ97.4, 98.1, 98.2 as amended by Luật 67/2020/QH14.

The amendment of 2025 was not read: limits from 01/03/2025 on are shown as unverified.
"""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.day_limits import done_on, working_days
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline

NEW_RULES = date(2025, 3, 1)
"""From this day on nothing was verified (domain.md R-3)."""

READING_DAYS = 3
SENDING_DAYS = 1
MEETING_DAYS = 7
DECISION_DAYS = 2

DEADLINES = (
    Deadline(
        code="T1-T2",
        label=Label("Hết hạn đọc và gửi hồ sơ", "Reading ends, send the file"),
        basis="Luật XLVPHC Đ97.4 (sửa đổi bởi Luật 67/2020/QH14)",
        start="notified_on",
        due=working_days("notified_on", READING_DAYS + SENDING_DAYS),
        met=done_on("sent_on"),
        unverified_from=NEW_RULES,
    ),
    Deadline(
        code="T3",
        label=Label("Họp tư vấn", "Advisory meeting"),
        basis="Luật XLVPHC Đ98.1 (sửa đổi bởi Luật 67/2020/QH14)",
        start="received_on",
        due=working_days("received_on", MEETING_DAYS),
        met=done_on("meeting_on"),
        unverified_from=NEW_RULES,
    ),
    Deadline(
        code="T4",
        label=Label("Quyết định sau khi họp", "Decision after the meeting"),
        basis="Luật XLVPHC Đ98.2 (sửa đổi bởi Luật 67/2020/QH14)",
        start="meeting_on",
        due=working_days("meeting_on", DECISION_DAYS),
        met=done_on("decision_date"),
        unverified_from=NEW_RULES,
    ),
)
