"""The limits of U5: registered and sent the same day, at the latest the next working day.

NĐ 30/2020/NĐ-CP Đ4; urgent ones at once, here by the end of their day, since the book has no
hours. Whether the decree was changed in 2025 or 2026 could not be verified.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import after_working_days, end_of
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline
from antq_desktop.domain.registers.documents.codes import AT_ONCE, INCOMING, OUTGOING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from antq_desktop.domain.register import Due, Setting

    Values = Mapping[str, object]

BASIS = "NĐ 30/2020/NĐ-CP Đ4"
WORKING_DAYS = 1
#: From this day on no text of the decree was found (domain.md I, R-12).
UNVERIFIED_FROM = date(2025, 3, 1)


def _passing(direction: str, start: str) -> Due:
    def due(values: Values, setting: Setting) -> datetime | None:
        day = values.get(start)
        if values.get("direction") != direction or not isinstance(day, str):
            return None
        first = date.fromisoformat(day)
        if values.get("urgency") in AT_ONCE:
            return end_of(first)
        return end_of(after_working_days(first, WORKING_DAYS, setting.calendar()))

    return due


def _answer(values: Values, _setting: Setting) -> datetime | None:
    due = values.get("due")
    return end_of(date.fromisoformat(due)) if isinstance(due, str) else None


def _day(name: str) -> Callable[[Values], datetime | None]:
    def met(values: Values) -> datetime | None:
        day = values.get(name)
        return end_of(date.fromisoformat(day)) if isinstance(day, str) else None

    return met


DEADLINES = (
    Deadline(
        code="U5-1",
        label=Label("Đăng ký và phát hành văn bản đi", "Register and send an outgoing document"),
        basis=BASIS,
        start="document_on",
        due=_passing(OUTGOING, "document_on"),
        met=_day("passed_on"),
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="U5-2",
        label=Label("Chuyển giao văn bản đến", "Pass an incoming document on"),
        basis=BASIS,
        start="registered_on",
        due=_passing(INCOMING, "registered_on"),
        met=_day("passed_on"),
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="U5-3",
        label=Label("Giải quyết văn bản", "Deal with a document"),
        basis="Thời hạn ghi trên văn bản hoặc do người đứng đầu giao",
        start="registered_on",
        due=_answer,
        met=_day("resolved_on"),
    ),
)
