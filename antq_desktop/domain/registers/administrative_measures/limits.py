"""The limits of R03, in working days but for T6 and T7.

T1 NĐ 116/2021 Đ40, 50; T2 and T3 Luật XLVPHC Đ97.4, 99.3, 101.3, 103.2 and NĐ 116/2021 Đ42.3, 42.4;
T4 Luật XLVPHC Đ100.1, 102.1, 104.1 and NĐ 116/2021 Đ43 (all as amended by Luật 67/2020/QH14); T5
NĐ 116/2021 Đ43.3; T6, in days, Luật XLVPHC Đ107, 110.1; T7, the limitation, Luật XLVPHC Đ6.2b for
the reform school, of the other measures not verified. From 01/03/2025 on TTLT
03/2025/TTLT-BCA-VKSNDTC-TANDTC says who makes and takes the files; its day counts were not read, so
that every limit is shown as unverified from then on.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.day_limits import day_in, done_on, last_minute, working_days
from antq_desktop.domain.deadlines import after_days, after_months, end_of
from antq_desktop.domain.fields import Label
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.register import Deadline
from antq_desktop.domain.registers.administrative_measures.codes import (
    HINDERED,
    LIMITATIONS,
    NO_MEASURE,
    REHABILITATION,
    SENT_OFF,
    VERIFIED_LIMITATIONS,
)
from antq_desktop.domain.violations import last_violation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.register import Due, Setting

    Values = Mapping[str, object]

NEW_RULES = date(2025, 3, 1)
"""TTLT 03/2025 in force."""

FILE_DAYS = 5
READING_DAYS = 3
SENDING_DAYS = 1
TRANSFER_DAYS = 2
SUPPLEMENT_DAYS = 2
ANSWER_DAYS = 2
COURT_SENDS_DAYS = 3
EXECUTION_DAYS = 5

_supplement = working_days("returned_on", SUPPLEMENT_DAYS)
_answer = working_days("court_asked_on", ANSWER_DAYS)


def _making_limit(values: Values, setting: Setting) -> datetime | None:
    """Return the last moment for making a file for compulsory rehabilitation, None for others."""
    detected = day_in(values, "detected_on")
    if detected is None or values.get("measure") not in REHABILITATION:
        return None
    return last_minute(detected, FILE_DAYS, setting)


def _transfer_limit(values: Values, setting: Setting) -> datetime | None:
    """Return when the next body must have decided; a supplemented file gives it its days again."""
    start = day_in(values, "supplemented_on") or day_in(values, "sent_on")
    if start is None or _is_archived(values):
        return None
    return last_minute(start, TRANSFER_DAYS, setting)


def _supplement_limit(values: Values, setting: Setting) -> datetime | None:
    return None if _is_archived(values) else _supplement(values, setting)


def _is_archived(values: Values) -> bool:
    """Say whether the file is put away: nobody supplements it or passes it on any more."""
    return last_state(cast("list[dict[str, object]]", values.get("moves") or [])) == "archived"


def _transferred(values: Values) -> datetime | None:
    """Return when the next body acted: it passed the file to the court, or returned it."""
    if values.get("supplemented_on") is None:
        returned = done_on("returned_on")(values)
        if returned is not None:
            return returned
    return done_on("to_court_on")(values) or done_on("court_decision_date")(values)


MAKING = Deadline(
    code="T1",
    label=Label("Lập hồ sơ cai nghiện bắt buộc", "Make the rehabilitation file"),
    basis="NĐ 116/2021/NĐ-CP Đ40, 50",
    start="detected_on",
    due=_making_limit,
    met=done_on("file_date"),
    unverified_from=NEW_RULES,
)
SENDING = Deadline(
    code="T2-T3",
    label=Label("Hết hạn đọc và gửi hồ sơ", "Reading ends, send the file"),
    basis="Luật XLVPHC Đ97.4, 99.3, 101.3, 103.2; NĐ 116/2021/NĐ-CP Đ42.3, 42.4",
    start="notified_on",
    due=working_days("notified_on", READING_DAYS + SENDING_DAYS),
    met=done_on("sent_on"),
    unverified_from=NEW_RULES,
)
TRANSFER = Deadline(
    code="T4",
    label=Label("Cơ quan nhận xem xét, chuyển Tòa án", "Next body passes it to the court"),
    basis="Luật XLVPHC Đ100.1, 102.1, 104.1; NĐ 116/2021/NĐ-CP Đ43",
    start="sent_on",
    due=_transfer_limit,
    met=_transferred,
    unverified_from=NEW_RULES,
)
SUPPLEMENT = Deadline(
    code="T4-BS",
    label=Label("Bổ sung hồ sơ bị trả", "Supplement a returned file"),
    basis="Luật XLVPHC Đ100.1, 102.1, 104.1; NĐ 116/2021/NĐ-CP Đ43",
    start="returned_on",
    due=_supplement_limit,
    met=done_on("supplemented_on"),
    unverified_from=NEW_RULES,
)


def _answer_limit(values: Values, setting: Setting) -> datetime | None:
    """Return the last moment for answering the court; the decree is on rehabilitation alone."""
    if values.get("measure") not in REHABILITATION or _is_archived(values):
        return None
    return _answer(values, setting)


ANSWER = Deadline(
    code="T5",
    label=Label("Trả lời yêu cầu của Tòa án", "Answer the court's question"),
    basis="NĐ 116/2021/NĐ-CP Đ43.3",
    start="court_asked_on",
    due=_answer_limit,
    met=done_on("court_answered_on"),
    unverified_from=NEW_RULES,
)


def _after_decision(start: str, days: int) -> Due:
    """Return the limit of so many days from a date, of a measure that the court has applied."""

    def due(values: Values, _setting: Setting) -> datetime | None:
        day = day_in(values, start)
        applied = values.get("decision") == "applied" and values.get("measure") not in NO_MEASURE
        if day is None or not applied or _is_archived(values):
            return None
        return end_of(after_days(day, days))

    return due


def _executions(values: Values, kinds: frozenset[str]) -> list[datetime]:
    """Return the days of the dated acts of execution of these kinds, in their order."""
    rows = cast("list[Mapping[str, object]]", values.get("executions") or [])
    days = [done_on("on")(row) for row in rows if row.get("kind") in kinds]
    return sorted(day for day in days if day is not None)


def _executed(values: Values) -> datetime | None:
    """Return when the person was sent off: nothing else executes a decision (counting A21)."""
    return next(iter(_executions(values, SENT_OFF)), None)


def _execution_limit(values: Values, setting: Setting) -> datetime | None:
    """Return the last moment for sending the person off.

    There is none where the court has postponed or exempted it, or the person has fled, by then, nor
    while that lasts: the days that run afterwards were not read.
    """
    limit = _after_decision("decision_received_on", EXECUTION_DAYS)(values, setting)
    done, hindered = _executed(values), _executions(values, HINDERED)
    if limit is None or not hindered:
        return limit
    in_time = hindered[0] <= limit and (done is None or hindered[0] < done)
    return None if in_time or done is None else limit


COURT_SENDS = Deadline(
    code="T6",
    label=Label("Tòa án gửi quyết định", "The court sends its decision"),
    basis="Luật XLVPHC Đ107 (sửa đổi năm 2020)",
    start="decision_effective_on",
    due=_after_decision("decision_effective_on", COURT_SENDS_DAYS),
    met=done_on("decision_received_on"),
    unverified_from=NEW_RULES,
)
EXECUTE = Deadline(
    code="T6-TH",
    label=Label("Tổ chức thi hành quyết định", "Organise the execution"),
    basis="Luật XLVPHC Đ110.1 (sửa đổi năm 2020)",
    start="decision_received_on",
    due=_execution_limit,
    met=_executed,
    unverified_from=NEW_RULES,
)


def limitation(values: Values) -> tuple[date, int] | None:
    """Return the last day on which the measure may be decided, and its months (Đ6.2).

    It runs from the last act; None where the law knows none, or no act was written.
    """
    months = LIMITATIONS.get(str(values.get("ground")))
    last = last_violation(cast("list[dict[str, object]]", values.get("violations") or []))
    if months is None or last is None or values.get("measure") in NO_MEASURE:
        return None
    return after_months(last, months), months


def _decide(*, verified: bool) -> Due:
    def due(values: Values, _setting: Setting) -> datetime | None:
        found = limitation(values)
        is_verified = values.get("measure") in VERIFIED_LIMITATIONS
        if found is None or is_verified is not verified or _is_archived(values):
            return None
        return end_of(found[0])

    return due


LIMITATION = Deadline(
    code="T7",
    label=Label("Thời hiệu áp dụng biện pháp", "Limitation of the measure"),
    basis="Luật XLVPHC Đ6.2b (sửa đổi năm 2020)",
    start="detected_on",
    due=_decide(verified=True),
    met=done_on("court_decision_date"),
    unverified_from=NEW_RULES,
)
OTHER_LIMITATION = Deadline(
    code="T7-KXM",
    label=LIMITATION.label,
    basis="Luật XLVPHC Đ6.2 (chưa xác minh)",
    start="detected_on",
    due=_decide(verified=False),
    met=done_on("court_decision_date"),
    unverified_from=date.min,
)
DEADLINES = (
    *(MAKING, SENDING, TRANSFER, SUPPLEMENT, ANSWER),
    *(COURT_SENDS, EXECUTE, LIMITATION, OTHER_LIMITATION),
)
