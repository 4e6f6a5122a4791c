"""R02: disputes and complaints among the people, and how they were settled.

Basis: Luật Hòa giải ở cơ sở 35/2013/QH13 Đ3, 10, 16, 23-25; TT 124/2021/TT-BCA Đ4.3; for petitions
Luật Khiếu nại 2011, Luật Tố cáo 2018, Luật Tiếp công dân 2013. No statutory book for the police was
found: the layout follows practice.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.books import Book
from antq_desktop.domain.deadlines import after_days
from antq_desktop.domain.fields import Label
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
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.disputes.codes import GOOD, PROLONGED, STATES
from antq_desktop.domain.registers.disputes.fields import CASE, RESOLUTION
from antq_desktop.domain.registers.disputes.limits import (
    COMPLAINT,
    DEADLINES,
    DENUNCIATION,
    LODGING_DAYS,
    MOST_EXTENSIONS,
    PETITIONS,
)
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def _lodged(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of a complaint after its 90 days; keep instance and extensions to what has them."""
    kind, contested = seen.text("kind"), seen.text("contested_on")
    opened = seen.text("opened_on")
    if contested and opened and contested > opened:
        yield Problem("contested_on", "rules.in_order")
    elif (
        contested
        and opened
        and date.fromisoformat(opened) > after_days(date.fromisoformat(contested), LODGING_DAYS)
    ):
        late = {"days": LODGING_DAYS}
        yield Problem("opened_on", "rules.complaint_late", grave=False, values=late)
    if kind != COMPLAINT:
        for name in ("instance", "contested_on"):
            if seen.get(name) is not None:
                yield Problem(name, "rules.complaints_only", grave=False)
    extensions = seen.get("extensions")
    if extensions is not None and kind != DENUNCIATION:
        yield Problem("extensions", "rules.denunciations_only", grave=False)
    elif isinstance(extensions, int) and extensions > MOST_EXTENSIONS:
        most = {"most": MOST_EXTENSIONS}
        yield Problem("extensions", "rules.extensions", grave=False, values=most)


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
        not_future("contested_on"),
        not_future("opened_on", "accepted_on", "resolved_on", "sessions.on", "moves.on"),
        Rule(fields=("opened_on", "resolved_on"), check=_dates),
        Rule(fields=("kind", "opened_on", "accepted_on", "resolved_on"), check=_accepted),
        Rule(
            fields=("kind", "opened_on", "instance", "contested_on", "extensions"),
            check=_lodged,
            basis="Luật Khiếu nại 2011 Đ9, 36; Luật Tố cáo 2018 Đ30",
        ),
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
