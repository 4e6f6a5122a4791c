"""The limits of R02, which only petitions have: the law on mediation fixes none.

Luật Khiếu nại 2011 Đ9, 27, 28 (first settlement), 36, 37 (second); Luật Tố cáo 2018 Đ24, 30; Luật
Tiếp công dân 2013 Đ28. Whether they changed with the two tiers of government was not read: from
01/07/2025 on they are shown as unverified. A complaint has its longer limit where the case is
complex. The limit of a denunciation "có thể gia hạn", 30 days once for a complex case and twice for
an especially complex one: it grows with each extension that the book has, and not by itself. What
makes a denunciation complex, NĐ 39/2019 says; it was not read, so nothing is concluded from the
severity of the case.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.day_limits import day_in, done_on, last_minute
from antq_desktop.domain.deadlines import after_days, end_of
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from antq_desktop.domain.register import Due, Setting

    Values = Mapping[str, object]

COMPLAINT, DENUNCIATION, PETITION = "complaint", "denunciation", "petition"
SECOND = "second"
PETITIONS = frozenset({COMPLAINT, DENUNCIATION, PETITION})
"""The kinds that the laws on petitions set limits for."""

#: The mediation team and the court have their own time.
_BODIES = frozenset({"commune_police", "peoples_committee", "upper_body"})
_UNVERIFIED_FROM = date(2025, 7, 1)
_ACCEPT_DAYS, _FIRST_WORKING_DAYS, _ANSWER_WORKING_DAYS = 10, 7, 10
#: Days of a complaint: normal, complex; the second pair where the commune is remote.
_SETTLE = {False: (30, 45), True: (45, 60)}
#: The same of its second settlement.
_SETTLE_AGAIN = {False: (45, 60), True: (60, 70)}
_DENUNCIATION_DAYS, _EXTENSION_DAYS, MOST_EXTENSIONS = 30, 30, 2
_PASS_ON_WORKING_DAYS = 5
LODGING_DAYS = 90
"""Within so many days of the decision a complaint against it is lodged (Luật Khiếu nại Đ9)."""


def _is(values: Values, kind: str) -> bool:
    return values.get("kind") == kind and values.get("resolving_body") in _BODIES


def _is_complex(values: Values) -> bool:
    return values.get("severity") not in {None, "normal"}


def _resolved(values: Values) -> datetime | None:
    return done_on("resolved_on")(values)


def _taken_up(values: Values) -> datetime | None:
    """Return when it was accepted; what was settled or passed on before that was taken up, too."""
    return done_on("accepted_on")(values) or _resolved(values)


def _accept(values: Values, _setting: Setting) -> datetime | None:
    opened = day_in(values, "opened_on")
    if opened is None or not _is(values, COMPLAINT):
        return None
    return end_of(after_days(opened, _ACCEPT_DAYS))


def _settling(table: Mapping[bool, tuple[int, int]], *, again: bool) -> Due:
    """Return the limit of the first settlement of a complaint, or of the second."""

    def due(values: Values, setting: Setting) -> datetime | None:
        accepted = day_in(values, "accepted_on")
        second = values.get("instance") == SECOND
        if accepted is None or not _is(values, COMPLAINT) or second is not again:
            return None
        return end_of(after_days(accepted, table[setting.remote][_is_complex(values)]))

    return due


def _conclude(values: Values, _setting: Setting) -> datetime | None:
    """Return when a denunciation must be settled: 30 days, and 30 for each written extension."""
    accepted = day_in(values, "accepted_on")
    if accepted is None or not _is(values, DENUNCIATION):
        return None
    written = values.get("extensions")
    extensions = min(written, MOST_EXTENSIONS) if isinstance(written, int) else 0
    return end_of(after_days(accepted, _DENUNCIATION_DAYS + extensions * _EXTENSION_DAYS))


def _first_handling(values: Values, setting: Setting) -> datetime | None:
    """Return when a denunciation must be taken up, or passed on to the body it belongs to."""
    passed_on = values.get("result") == "transferred"
    days = _PASS_ON_WORKING_DAYS if passed_on else _FIRST_WORKING_DAYS
    return _working(DENUNCIATION, days)(values, setting)


def _working(kind: str, days: int) -> Due:
    def due(values: Values, setting: Setting) -> datetime | None:
        opened = day_in(values, "opened_on")
        if opened is None or not _is(values, kind):
            return None
        return last_minute(opened, days, setting)

    return due


def _limit(
    code: str,
    label: Label,
    basis: str,
    start: str,
    due: Due,
    met: Callable[[Values], datetime | None],
) -> Deadline:
    return Deadline(
        code=code,
        label=label,
        basis=basis,
        start=start,
        due=due,
        met=met,
        unverified_from=_UNVERIFIED_FROM,
    )


DEADLINES = (
    _limit(
        "KN-1",
        Label("Thụ lý khiếu nại", "Accept the complaint"),
        "Luật Khiếu nại 2011 Đ27",
        "opened_on",
        _accept,
        _taken_up,
    ),
    _limit(
        "KN-2",
        Label("Giải quyết khiếu nại lần đầu", "Settle the complaint"),
        "Luật Khiếu nại 2011 Đ28",
        "accepted_on",
        _settling(_SETTLE, again=False),
        _resolved,
    ),
    _limit(
        "KN-3",
        Label("Giải quyết khiếu nại lần hai", "Settle the complaint again"),
        "Luật Khiếu nại 2011 Đ36, 37",
        "accepted_on",
        _settling(_SETTLE_AGAIN, again=True),
        _resolved,
    ),
    _limit(
        "TC-1",
        Label("Xử lý ban đầu tố cáo", "First handling of the denunciation"),
        "Luật Tố cáo 2018 Đ24",
        "opened_on",
        _first_handling,
        _taken_up,
    ),
    _limit(
        "TC-2",
        Label("Giải quyết tố cáo", "Settle the denunciation"),
        "Luật Tố cáo 2018 Đ30",
        "accepted_on",
        _conclude,
        _resolved,
    ),
    _limit(
        "KNPA",
        Label("Trả lời kiến nghị, phản ánh", "Answer the petition"),
        "Luật Tiếp công dân 2013 Đ28",
        "opened_on",
        _working(PETITION, _ANSWER_WORKING_DAYS),
        _resolved,
    ),
)
