"""The limits of R01: forwarding in 24 or 48 hours, or in 7 days.

TTLT 01/2017 Đ8.5a, b as amended by TTLT 01/2021; TT 28/2020 Đ7 as amended by TT 129/2021. Hours run
by the clock to the minute; days end at 24:00 of the last day (BLTTHS Đ134.1; counting A14). For
receptions from 01/03/2025 on no later text was found: the limits are shown as unverified.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from antq_desktop.domain.deadlines import ZONE, after_days, after_hours, local_day, to_minute
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline
from antq_desktop.domain.registers.crime_reports.codes import GROUP_A, GROUP_B

Values = Mapping[str, object]

HOURS = 24
HOURS_REMOTE = 48
DAYS = 7


def moment(values: Values, name: str) -> datetime | None:
    """Return a moment of a record, None if it is empty."""
    text = values.get(name)
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def forward_limit(values: Values, *, remote: bool) -> datetime | None:
    """Return the last moment for forwarding, None for what is not forwarded or not yet classified.

    It is the last minute in time: for group b 23:59 of the seventh day. Compare with `in_time`.
    """
    received = moment(values, "received_at")
    if received is None:
        return None
    if values.get("urgency") in GROUP_A:
        return after_hours(received, HOURS_REMOTE if remote else HOURS)
    if values.get("urgency") in GROUP_B:
        last = after_days(local_day(received), DAYS)
        return datetime.combine(last, time(23, 59), ZONE)
    return None


def in_time(done: datetime, limit: datetime) -> bool:
    """Say whether an act came before its limit had passed, seconds left aside."""
    return to_minute(done) <= limit


def forwarded(values: Values) -> datetime | None:
    """Return when the tip was forwarded."""
    return moment(values, "forward_at")


def _notice(values: Values, *, remote: bool) -> datetime | None:
    del remote  # at once, wherever the commune lies
    received = moment(values, "received_at")
    if received is None or values.get("urgency") not in GROUP_A:
        return None
    return received + timedelta(minutes=1)


def _noticed(values: Values) -> datetime | None:
    return moment(values, "first_notice_at")


DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Báo ngay Cơ quan điều tra", "Notify the investigating body at once"),
        basis="TTLT 01/2017 Đ8.5a, d",
        due=_notice,
        met=_noticed,
    ),
    Deadline(
        code="T2-T3",
        label=Label("Chuyển nguồn tin", "Forward the report"),
        basis="TTLT 01/2017 Đ8.5a, b (sửa đổi bởi TTLT 01/2021)",
        due=forward_limit,
        met=forwarded,
    ),
)
