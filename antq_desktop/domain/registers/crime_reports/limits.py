"""The limits of R01: forwarding in 24 or 48 hours, or in 7 days; archiving in a month.

TTLT 01/2017 Đ8.5a, b as amended by TTLT 01/2021; TT 28/2020 Đ7 as amended by TT 129/2021. Hours run
by the clock to the minute; days end at 24:00 of the last day (BLTTHS Đ134.1; counting A14). The
file is archived within a month of its end (TT 28/2020 Đ20.4). For
receptions from 01/03/2025 on no later text was found: the limits are shown as unverified.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import cast

from antq_desktop.domain.deadlines import (
    after_days,
    after_hours,
    after_months,
    end_of,
    local_day,
    to_minute,
)
from antq_desktop.domain.fields import Label
from antq_desktop.domain.moves import history
from antq_desktop.domain.register import Deadline, Setting
from antq_desktop.domain.registers.crime_reports.codes import GROUP_A, GROUP_B

Values = Mapping[str, object]

HOURS = 24
HOURS_REMOTE = 48
DAYS = 7
#: The first day after the reform of the police; later texts on these limits were not found.
UNVERIFIED_FROM = date(2025, 3, 1)


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
        return end_of(after_days(local_day(received), DAYS))
    return None


def in_time(done: datetime, limit: datetime) -> bool:
    """Say whether an act came before its limit had passed, seconds left aside."""
    return to_minute(done) <= limit


def forwarded(values: Values) -> datetime | None:
    """Return when the tip was forwarded."""
    return moment(values, "forward_at")


def _forward(values: Values, setting: Setting) -> datetime | None:
    return forward_limit(values, remote=setting.remote)


def _notice(values: Values, _setting: Setting) -> datetime | None:
    received = moment(values, "received_at")
    if received is None or values.get("urgency") not in GROUP_A:
        return None
    return received + timedelta(minutes=1)


def _noticed(values: Values) -> datetime | None:
    return moment(values, "first_notice_at")


def _end(values: Values) -> datetime | None:
    return _reached(values, "closed")


def _reached(values: Values, state: str) -> datetime | None:
    """Return when a record first came into a state."""
    rows = cast("list[Mapping[str, object]]", values.get("moves") or [])
    move = next((one for one in history(rows) if one.state == state), None)
    return datetime.fromisoformat(move.on) if move is not None else None


def _archive(values: Values, _setting: Setting) -> datetime | None:
    end = _end(values)
    return end_of(after_months(local_day(end), 1)) if end is not None else None


def _archived(values: Values) -> datetime | None:
    return _reached(values, "archived")


DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Báo ngay Cơ quan điều tra", "Notify the investigating body at once"),
        basis="TTLT 01/2017 Đ8.5a, d",
        start="received_at",
        due=_notice,
        met=_noticed,
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="T2-T3",
        label=Label("Chuyển nguồn tin", "Forward the report"),
        basis="TTLT 01/2017 Đ8.5a, b (sửa đổi bởi TTLT 01/2021)",
        start="received_at",
        due=_forward,
        met=forwarded,
        unverified_from=UNVERIFIED_FROM,
    ),
    Deadline(
        code="T9",
        label=Label("Nộp lưu hồ sơ (01 tháng từ khi kết thúc)", "Archive the file"),
        basis="TT 28/2020/TT-BCA Đ20.4",
        start="received_at",
        due=_archive,
        met=_archived,
        unverified_from=UNVERIFIED_FROM,
    ),
)
