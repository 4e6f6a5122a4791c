"""The indicators of R03 (domain.md B.3, read as counting.md A20-A23 say)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.day_limits import is_open
from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import CountKind, Figure, Indicator, figure, within
from antq_desktop.domain.register import Setting
from antq_desktop.domain.registers.administrative_measures.codes import MEASURES
from antq_desktop.domain.registers.administrative_measures.limits import MAKING, SENDING
from antq_desktop.domain.switches import MINORS

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Books, Counted

#: Which measures B3.1 counts; its switch may leave the last out (counting A20).
PROPOSED = ("compulsory_education", "compulsory_rehabilitation", "compulsory_rehabilitation_minor")
OF_MINORS = "compulsory_rehabilitation_minor"
REFORM_SCHOOL = "reform_school"


def _made(books: Books) -> list[Counted]:
    return [row for row in books.rows if within(books.period, row.day("file_date"))]


def _proposed(books: Books) -> Figure:
    minors = MINORS.chosen(books.switches) == MINORS.default
    measures = [one for one in PROPOSED if minors or one != OF_MINORS]
    files = [row for row in _made(books) if row.shared.get("measure") in measures]
    parts = {
        measure: sum(row.shared.get("measure") == measure for row in files) for measure in measures
    }
    return Figure(len(files), figure(files).records, parts=parts)


def _reform_school(books: Books) -> Figure:
    return figure(row for row in _made(books) if row.shared.get("measure") == REFORM_SCHOOL)


def _by_courts(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if row.shared.get("decision") == "applied"
        and within(books.period, row.day("court_decision_date"))
    ]


def _sent_off(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if any(
            one["kind"] == "sent_off" and within(books.period, str(one["on"]))
            for one in row.rows("executions")
        )
    ]


def _decided(books: Books) -> list[Counted]:
    return [*_by_courts(books), *_sent_off(books)]


def _applied(books: Books) -> Figure:
    """Count what courts applied by their day, and files whose person was sent off (A21)."""
    applied, sent_off = _by_courts(books), _sent_off(books)
    return Figure(len(applied), figure(applied).records, parts={"sent_off": len(sent_off)})


def _in_time(books: Books) -> Figure:
    """Count files made and sent in time of those that had to be sent; the rest is left out (A22).

    What was not sent yet is judged as of the unit's last revision (A04).
    """
    good: list[Counted] = []
    due = 0
    for row in _made(books):
        setting = Setting(remote=row.remote, calendar=books.calendar)
        limit, sent = SENDING.last_moment(row.shared, setting), SENDING.met(row.shared)
        if limit is None or (sent is None and is_open(limit, row.seen_at)):
            continue
        due += 1
        making = MAKING.last_moment(row.shared, setting)
        made = MAKING.met(row.shared)
        made_in_time = making is None or (made is not None and made <= making)
        if made_in_time and sent is not None and sent <= limit:
            good.append(row)
    return Figure(len(good), figure(good).records, denominator=due)


INDICATORS = (
    Indicator(
        code="B3.1",
        label=Label(
            "Hồ sơ đề nghị đưa vào cơ sở giáo dục bắt buộc, cơ sở cai nghiện bắt buộc",
            "Files proposing compulsory education or rehabilitation centres",
        ),
        kind=CountKind.FLOW,
        rule="A20",
        count=_proposed,
        enters=_made,
        switches=(MINORS,),
        part_labels={code.code: code.label for code in MEASURES if code.code in PROPOSED},
    ),
    Indicator(
        code="B3.2",
        label=Label("Hồ sơ đề nghị đưa vào trường giáo dưỡng", "Files proposing a reform school"),
        kind=CountKind.FLOW,
        rule="A20",
        count=_reform_school,
        enters=_made,
    ),
    Indicator(
        code="B3.3",
        label=Label("Tòa án quyết định áp dụng", "Applied by the court"),
        kind=CountKind.FLOW,
        rule="A21",
        count=_applied,
        enters=_decided,
        part_labels={"sent_off": Label("Đã đưa đi trong kỳ", "Sent off in the period")},
    ),
    Indicator(
        code="B3.4",
        label=Label("Hồ sơ lập, gửi đúng hạn", "Files made and sent in time"),
        kind=CountKind.FLOW,
        rule="A04, A22, A23",
        count=_in_time,
        enters=_made,
        of_entered=True,
    ),
)
