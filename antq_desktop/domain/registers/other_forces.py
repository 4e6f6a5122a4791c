"""R08c: the other forces that keep order in the commune, those of the past included.

Basis: NĐ 38/2006/NĐ-CP (civil guards) and Pháp lệnh Công an xã 2008 (part-time police), both until
30/06/2024 (Luật 30/2023/QH15); Luật PCCC 2001/2013, Luật PCCC và CNCH 2024; NĐ 06/2013/NĐ-CP;
NĐ 96/2016/NĐ-CP. Of the forces of today the texts could not be read: they are marked so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import part_labels, private, shared
from antq_desktop.domain.fields import Code, Kind, Label, codes
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    stands,
)
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, days_in_order, ended_in, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator

BASIS = (
    "NĐ 38/2006/NĐ-CP; Pháp lệnh Công an xã 2008; Luật 30/2023/QH15; chưa xác minh:"
    " NĐ 06/2013/NĐ-CP, NĐ 96/2016/NĐ-CP"
)
#: The first day on which the forerunners of the security teams no longer exist.
REPLACED_ON = date(2024, 7, 1)

KINDS = (
    Code(
        "civil_guard",
        Label("Ban, Tổ bảo vệ dân phố", "Civil guard of a ward"),
        valid_to=REPLACED_ON,
    ),
    Code(
        "part_time_police",
        Label("Công an xã bán chuyên trách", "Part-time commune police"),
        valid_to=REPLACED_ON,
    ),
    Code("civil_defence", Label("Đội dân phòng", "Civil defence team"), verified=False),
    Code(
        "agency_guard",
        Label("Lực lượng bảo vệ cơ quan, doanh nghiệp", "Guards of agencies and enterprises"),
        verified=False,
    ),
    Code(
        "fire_team",
        Label("Đội phòng cháy, chữa cháy cơ sở", "Fire team of an organisation"),
        verified=False,
    ),
    Code("security_service", Label("Dịch vụ bảo vệ", "Security service"), verified=False),
    Code(
        "self_managed_group",
        Label("Tổ liên gia, tổ tự quản", "Self-managed group"),
        verified=False,
    ),
    Code("police_veterans", Label("Hội Cựu Công an nhân dân", "Police Veterans"), verified=False),
)
_KIND = {code.code: code for code in KINDS}
#: Forces that belong to an organisation and not to a place.
OF_ORGANIZATIONS = frozenset({"agency_guard", "fire_team", "security_service"})
STATES = codes(
    ("active", "Đang hoạt động", "Active"),
    ("ended", "Thôi hoạt động", "Ended"),
)
ENDED = frozenset({"ended"})

FORCE = Section(
    Label("Lực lượng", "Force"),
    (
        shared(
            "kind",
            Kind.CHOICE,
            ("Loại lực lượng", "Kind of force"),
            codes=KINDS,
            required=True,
            help=Label(
                "Bảo vệ dân phố và Công an xã bán chuyên trách có đến hết ngày 30/06/2024, sau đó"
                " ghi vào sổ Tổ bảo vệ an ninh, trật tự.",
                "Civil guards and part-time police existed until 30/06/2024; what came after is"
                " in the book of security teams.",
            ),
            basis=BASIS,
        ),
        shared("area", Kind.TEXT, ("Khu dân cư", "Residential area")),
        shared("organization", Kind.ORGANIZATION, ("Cơ quan, doanh nghiệp", "Organisation")),
        private("decision", Kind.TEXT, ("Quyết định thành lập", "Decision of establishment")),
        # The name alone: nothing of this book needs a birth date or a personal number.
        private("head", Kind.TEXT, ("Người phụ trách", "Head")),
        shared(
            "members",
            Kind.INTEGER,
            ("Số người", "Number of people"),
            required=True,
            minimum=1,
        ),
        shared("trained", Kind.INTEGER, ("Số người đã được huấn luyện", "Of these trained")),
        shared("started_on", Kind.DATE, ("Hoạt động từ ngày", "Active from"), required=True),
        shared(
            "ended_on",
            Kind.DATE,
            ("Thôi hoạt động từ ngày", "No longer from"),
            required_in=ENDED,
            help=Label(
                "Ngày đầu tiên không còn lực lượng này.",
                "The first day on which the force no longer exists.",
            ),
        ),
        private("grade", Kind.TEXT, ("Xếp loại", "Grade")),
    ),
)


def _replaced(seen: Seen, today: date) -> Iterator[Problem]:
    """Luật 30/2023/QH15: what the security teams replaced is no more from 01/07/2024 on.

    The figure leaves such rows out by itself, so this never keeps a submission from being signed.
    """
    kind = _KIND.get(str(seen.get("kind")))
    last = kind.valid_to if kind is not None else None
    if last is None or today < last:
        return
    ended = seen.text("ended_on")
    if not ended or ended > last.isoformat():
        yield Problem("ended_on", "rules.force_replaced", grave=False)


def _belongs(seen: Seen, _today: date) -> Iterator[Problem]:
    if seen.text("kind") in OF_ORGANIZATIONS and not seen.text("organization"):
        yield Problem("organization", "rules.force_of_whom", grave=False)


def _trained(seen: Seen, _today: date) -> Iterator[Problem]:
    members, trained = seen.get("members"), seen.get("trained")
    if isinstance(members, int) and isinstance(trained, int) and trained > members:
        yield Problem("trained", "rules.more_than_all")


def _stands(row: Counted, day: date) -> bool:
    """Say whether the force exists at the end of the day, and its kind in law as well."""
    kind = _KIND.get(str(row.shared.get("kind")))
    exists = kind is not None and kind.valid_on(day)
    return exists and stands(day, row.day("started_on"), row.day("ended_on"))


def _people(books: Books) -> Figure:
    """Add up the people of each force, not the forces (counting A38)."""
    rows = [row for row in books.rows if _stands(row, books.period.last)]
    parts = {f"kind.{code.code}": 0 for code in KINDS}
    for row in rows:
        parts[f"kind.{row.shared['kind']}"] += int(str(row.shared["members"]))
    return Figure(sum(parts.values()), figure(rows).records, parts=parts)


INDICATORS = (
    Indicator(
        code="B8.4",
        label=Label(
            "Người trong các lực lượng khác: bảo vệ dân phố, dân phòng, bảo vệ cơ quan",
            "People in other forces: civil guards, civil defence, guards",
        ),
        kind=CountKind.STOCK,
        rule="A05, A38",
        counted_in=Label("người", "persons"),
        count=_people,
        part_labels=part_labels("kind", KINDS),
    ),
)

REGISTER = Register(
    name="other_forces",
    code="R08c",
    label=Label("Lực lượng khác ở cơ sở", "Other local forces"),
    group=Group.FORCES,
    basis=BASIS,
    sections=(FORCE,),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(active="ended"),
        # What ended before the book was begun is written too: reports look back.
        first=frozenset({"active", "ended"}),
    ),
    event_field="started_on",
    title=("kind", "area", "organization"),
    columns=("kind", "area", "organization", "members", "started_on"),
    rules=(
        not_future("started_on", "ended_on", "moves.on"),
        days_in_order("started_on", "ended_on", strictly=True),
        ended_in(*ENDED),
        Rule(fields=("kind", "ended_on"), check=_replaced, basis="Luật 30/2023/QH15"),
        Rule(fields=("kind", "organization"), check=_belongs, basis="NĐ 06/2013/NĐ-CP"),
        Rule(fields=("members", "trained"), check=_trained),
    ),
    indicators=INDICATORS,
)
