"""R02: disputes and complaints among the people, and how they were settled.

Basis: Luật Hòa giải ở cơ sở 35/2013/QH13 Đ3, 10, 16, 23-25; TT 124/2021/TT-BCA Đ4.3; for petitions
Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân 2013. No statutory book for the police was
found: the layout follows practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.books import Book
from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    within,
)
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.registers.disputes.codes import (
    BODIES,
    DETECTED_BY,
    ENDED,
    GOOD,
    KINDS,
    PROLONGED,
    RESULTS,
    SESSION_RESULTS,
    SEVERITIES,
    STATES,
    SUBJECTS,
)
from antq_desktop.domain.registers.disputes.limits import DEADLINES, PETITIONS
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def _shared(
    name: str,
    kind: Kind,
    vi: str,
    en: str,
    *,
    values: tuple[Code, ...] = (),
    required: bool = False,
    required_in: frozenset[str] = frozenset(),
    basis: str = "",
) -> Field:
    return Field(
        name=name,
        kind=kind,
        label=Label(vi, en),
        travel=Travel.SHARED,
        codes=values,
        required=required,
        required_in=required_in,
        basis=basis,
    )


def _private(name: str, kind: Kind, vi: str, en: str, *, required: bool = False) -> Field:
    return Field(name=name, kind=kind, label=Label(vi, en), required=required)


CASE = Section(
    Label("Vụ việc", "Case"),
    (
        _shared("opened_on", Kind.DATE, "Ngày vào sổ", "Opened on", required=True),
        _shared(
            "detected_by",
            Kind.CHOICE,
            "Nguồn phát hiện",
            "Detected by",
            values=DETECTED_BY,
            required=True,
        ),
        _shared("kind", Kind.CHOICE, "Loại", "Kind", values=KINDS, required=True),
        _shared("subject", Kind.CHOICE, "Lĩnh vực", "Subject", values=SUBJECTS, required=True),
        Field(
            name="parties",
            kind=Kind.ROWS,
            label=Label("Các bên", "Parties"),
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ2.3",
            columns=(
                _private("name", Kind.TEXT, "Cá nhân, gia đình, tổ chức", "Name", required=True),
                _private("address", Kind.TEXT, "Địa chỉ", "Address"),
                _private("phone", Kind.PHONE, "Điện thoại", "Phone"),
            ),
        ),
        Field(
            name="participants",
            kind=Kind.INTEGER,
            label=Label("Số người tham gia", "Participants"),
            travel=Travel.SHARED,
            required=True,
            minimum=1,
        ),
        _shared("area", Kind.TEXT, "Khu dân cư", "Residential area", required=True),
        _private("summary", Kind.LONG_TEXT, "Nội dung", "Summary", required=True),
    ),
)

RESOLUTION = Section(
    Label("Giải quyết", "Resolution"),
    (
        _shared(
            "mediable",
            Kind.FLAG,
            "Thuộc phạm vi hòa giải",
            "May be mediated",
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ3.1",
        ),
        _private("not_mediable_reason", Kind.TEXT, "Lý do không hòa giải", "Why not mediable"),
        _private("mediation_team", Kind.TEXT, "Tổ hòa giải, hòa giải viên", "Mediation team"),
        Field(
            name="sessions",
            kind=Kind.ROWS,
            label=Label("Các lần hòa giải", "Sessions"),
            columns=(
                _private("on", Kind.DATE, "Ngày", "On", required=True),
                _private("place", Kind.TEXT, "Địa điểm", "Place"),
                Field(
                    name="result",
                    kind=Kind.CHOICE,
                    label=Label("Kết quả", "Result"),
                    required=True,
                    codes=SESSION_RESULTS,
                ),
                _private("minutes", Kind.TEXT, "Biên bản", "Minutes"),
            ),
        ),
        Field(
            name="accepted_on",
            kind=Kind.DATE,
            label=Label("Ngày thụ lý", "Accepted on"),
            travel=Travel.SHARED,
            help=Label(
                "Ngày thụ lý khiếu nại, tố cáo; thời hạn giải quyết tính từ ngày này.",
                "The day a complaint or denunciation was accepted; its limit runs from that day.",
            ),
            basis="Luật Khiếu nại 2011 Đ27; Luật Tố cáo 2018 Đ24",
        ),
        _shared("severity", Kind.CHOICE, "Mức độ", "Severity", values=SEVERITIES, required=True),
        _shared(
            "risk",
            Kind.FLAG,
            "Nguy cơ bạo lực, mất trật tự công cộng",
            "Risk of violence",
            required=True,
            basis="Luật Hòa giải ở cơ sở Đ10.4",
        ),
        _shared(
            "resolving_body",
            Kind.CHOICE,
            "Cơ quan chủ trì giải quyết",
            "Resolving body",
            values=BODIES,
            required=True,
        ),
        _shared("result", Kind.CHOICE, "Kết quả", "Result", values=RESULTS, required_in=ENDED),
        _shared("resolved_on", Kind.DATE, "Ngày giải quyết", "Resolved on", required_in=ENDED),
        _private("agreement", Kind.TEXT, "Văn bản hòa giải thành", "Agreement"),
        Field(
            name="relapse_of",
            kind=Kind.REFERENCE,
            label=Label("Tái phát từ vụ", "Relapse of"),
            travel=Travel.SHARED,
            register="disputes",
            help=Label(
                "Tái phát ghi thành vụ mới và chỉ vụ trước; vụ trước giữ nguyên ngày.",
                "A relapse is a new case that names the first; the first keeps its date.",
            ),
        ),
    ),
)


def _dates(seen: Seen, _today: date) -> Iterator[Problem]:
    opened, resolved = seen.text("opened_on"), seen.text("resolved_on")
    if opened and resolved and resolved < opened:
        yield Problem("resolved_on", "rules.in_order")


def _accepted(seen: Seen, _today: date) -> Iterator[Problem]:
    """Keep the acceptance to petitions, and between the first day and the last."""
    accepted = seen.text("accepted_on")
    if not accepted:
        return
    if seen.text("kind") not in PETITIONS:
        yield Problem("accepted_on", "rules.accepted_petitions_only", grave=False)
    opened, resolved = seen.text("opened_on"), seen.text("resolved_on")
    if (opened and accepted < opened) or (resolved and resolved < accepted):
        yield Problem("accepted_on", "rules.in_order")


def _result(seen: Seen, _today: date) -> Iterator[Problem]:
    """Demand that day and result go together; what is pending has no day of resolution."""
    result, resolved = seen.text("result"), seen.text("resolved_on")
    if resolved and (result is None or result == "pending"):
        yield Problem("result", "rules.result_missing")
    if result is not None and result != "pending" and not resolved:
        yield Problem("resolved_on", "rules.resolved_on_missing")


def _mediable(seen: Seen, _today: date) -> Iterator[Problem]:
    """Luật Hòa giải ở cơ sở Đ3.1: not everything may be mediated; then the reason is written."""
    if seen.get("mediable") is False:
        if not seen.text("not_mediable_reason"):
            yield Problem("not_mediable_reason", "rules.not_mediable_reason", grave=False)
        if seen.text("result") == "mediated":
            yield Problem("result", "rules.mediated_not_mediable")


def _crowd(seen: Seen, _today: date) -> Iterator[Problem]:
    people = seen.get("participants")
    if seen.text("kind") == "mass_gathering" and isinstance(people, int) and people < CROWD:
        yield Problem("participants", "rules.crowd", grave=False, values={"least": CROWD})


#: From how many people on practice speaks of a crowd (domain.md A.2).
CROWD = 5


def _closed_before(row: Counted, day: str) -> bool:
    resolved = row.day("resolved_on")
    return bool(resolved) and resolved < day and row.shared.get("result") != "pending"


def cases_in(books: Books) -> list[Counted]:
    """Return the cases of the period: carried over from before, and opened in it (A17, A18)."""
    first, last = books.period.first.isoformat(), books.period.last.isoformat()
    return [
        row
        for row in books.rows
        if row.day("opened_on") <= last
        and (row.day("opened_on") >= first or not _closed_before(row, first))
        and row.day("opened_on")
    ]


def _opened(books: Books) -> list[Counted]:
    """Return the cases opened in the period: a case is new once, however long it is carried."""
    return [row for row in books.rows if within(books.period, row.day("opened_on"))]


def _arisen(books: Books) -> Figure:
    cases, period = cases_in(books), books.period
    carried = sum(not within(period, row.day("opened_on")) for row in cases)
    parts = {"carried_over": carried, "opened": len(cases) - carried}
    return Figure(len(cases), figure(cases).records, parts=parts)


def _settled(books: Books) -> Figure:
    settled = [
        row
        for row in books.rows
        if within(books.period, row.day("resolved_on")) and row.shared.get("result") in GOOD
    ]
    counted = figure(settled)
    return Figure(counted.value, counted.records, denominator=len(cases_in(books)))


def _grave(books: Books) -> Figure:
    cases = cases_in(books)
    prolonged = [row for row in cases if row.shared.get("severity") in PROLONGED]
    crowds = [row for row in cases if row.shared.get("kind") == "mass_gathering"]
    people = sum(int(str(row.shared.get("participants", 0))) for row in crowds)
    parts = {"mass_gatherings": len(crowds), "people": people}
    return Figure(len(prolonged), figure(prolonged).records, parts=parts)


INDICATORS = (
    Indicator(
        code="B2.1",
        label=Label(
            "Vụ mâu thuẫn, khiếu kiện phát sinh (kể cả kỳ trước chuyển sang)",
            "Disputes arisen, those carried over included",
        ),
        kind=CountKind.FLOW,
        rule="A18",
        count=_arisen,
        enters=_opened,
        counted_in=Label("vụ", "cases"),
        part_labels={
            "carried_over": Label("Kỳ trước chuyển sang", "Carried over"),
            "opened": Label("Phát sinh trong kỳ", "Opened in the period"),
        },
    ),
    Indicator(
        code="B2.2",
        label=Label("Vụ đã giải quyết ổn định", "Disputes settled"),
        kind=CountKind.FLOW,
        rule="A17",
        count=_settled,
        below_enters=_opened,
        counted_in=Label("vụ", "cases"),
    ),
    Indicator(
        code="B2.3",
        label=Label("Vụ phức tạp, kéo dài và điểm nóng", "Complex, prolonged cases and hot spots"),
        kind=CountKind.FLOW,
        rule="A19",
        count=_grave,
        enters=_opened,
        counted_in=Label("vụ", "cases"),
        part_labels={
            "mass_gatherings": Label("Vụ tập trung đông người", "Mass gatherings"),
            "people": Label("Lượt người tập trung", "People in them"),
        },
    ),
)

REGISTER = Register(
    name="disputes",
    code="R02",
    label=Label("Mâu thuẫn, tranh chấp, khiếu kiện", "Disputes and complaints"),
    short=Label("Mâu thuẫn, khiếu kiện", "Disputes"),
    group=Group.CASES,
    basis="Luật Hòa giải ở cơ sở 35/2013/QH13; TT 124/2021/TT-BCA Đ4.3; Luật Khiếu nại 2011;"
    " Luật Tố cáo 2018; Luật Tiếp công dân 2013",
    sections=(CASE, RESOLUTION),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            detected="monitoring resolving settled failed transferred",
            monitoring="resolving settled failed transferred",
            resolving="settled failed transferred",
            settled="follow_up closed",
            failed="resolving transferred follow_up closed",
            transferred="follow_up closed",
            follow_up="resolving closed",
        ),
        first=frozenset({"detected", "monitoring", "resolving"}),
    ),
    event_field="opened_on",
    title=("subject", "area"),
    columns=("opened_on", "kind", "subject", "area", "severity", "result"),
    booked_by="opened_on",
    rules=(
        not_future("opened_on", "accepted_on", "resolved_on", "sessions.on", "moves.on"),
        Rule(fields=("opened_on", "resolved_on"), check=_dates),
        Rule(fields=("kind", "opened_on", "accepted_on", "resolved_on"), check=_accepted),
        Rule(fields=("result", "resolved_on"), check=_result),
        Rule(
            fields=("mediable", "not_mediable_reason", "result"),
            check=_mediable,
            basis="Luật Hòa giải ở cơ sở Đ3.1",
        ),
        Rule(fields=("kind", "participants"), check=_crowd),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
    books=(
        Book(
            code="disputes",
            label=Label(
                "Sổ theo dõi mâu thuẫn, tranh chấp, khiếu kiện trong nội bộ Nhân dân",
                "Book of disputes and petitions",
            ),
            basis="Luật Hòa giải ở cơ sở 35/2013/QH13; TT 124/2021/TT-BCA Đ4.3",
            pending=frozenset({"detected", "monitoring", "resolving"}),
        ),
    ),
)
