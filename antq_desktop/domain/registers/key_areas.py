"""R13: key and complex areas of security and order, and how they are converted.

Basis: đề án chuyển hóa địa bàn trọng điểm, phức tạp (QĐ 1960/QĐ-BCA-C41 of 2017, its day could not
be verified; KH 113/KH-BCA-V01 of 22/03/2021). A list may be a State secret: only areas that are not
classified are taken, and the figures say so. A new listing is a new row (counting A42).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Field, Kind, Label, Travel, codes
from antq_desktop.domain.indicators import CountKind, Figure, Indicator, figure, stands, within
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from antq_desktop.domain.indicators import Books, Counted

NOT_CLASSIFIED = "not_classified"
CLASSIFICATIONS = codes(
    (NOT_CLASSIFIED, "Không mật", "Not classified"),
    ("confidential", "Mật", "Confidential"),
    ("secret", "Tối mật", "Secret"),
    ("top_secret", "Tuyệt mật", "Top secret"),
)
AREA_KINDS = codes(
    ("commune", "Xã", "Commune"),
    ("residential_area", "Khu dân cư", "Residential area"),
    ("road", "Tuyến đường", "Road"),
    ("industrial_zone", "Khu công nghiệp, cụm công nghiệp", "Industrial zone"),
    ("lodgings", "Khu nhà trọ", "Lodgings"),
    ("market_station", "Chợ, bến", "Market, station"),
    ("religious_site", "Cơ sở tôn giáo", "Religious site"),
    ("boundary", "Giáp ranh", "Boundary"),
)
KINDS = codes(
    ("social_order", "Loại 1: tội phạm TTXH và tệ nạn xã hội", "Type 1: crime and social evils"),
    ("economic", "Loại 2: kinh tế", "Type 2: economic"),
    (
        "environment",
        "Loại 3: môi trường, tài nguyên, an toàn thực phẩm",
        "Type 3: environment, resources, food safety",
    ),
    ("drugs", "Loại 4: ma túy", "Type 4: drugs"),
    ("rural_security", "An ninh nông thôn", "Rural security"),
    ("workers", "An ninh công nhân", "Workers"),
    ("religion", "Tôn giáo", "Religion"),
    ("complaints", "Khiếu kiện", "Complaints"),
    ("key_area", "Trọng điểm phức tạp về ANTT", "Key area of security and order"),
    ("complex_drugs", "Phức tạp về ma túy", "Complex as to drugs"),
)
LEVELS = codes(
    ("commune", "Xã", "Commune"), ("province", "Tỉnh", "Province"), ("ministry", "Bộ", "Ministry")
)
RESULTS = codes(
    ("converted", "Chuyển hóa", "Converted"),
    ("improved", "Có chuyển biến", "Improved"),
    ("unchanged", "Không chuyển biến", "Unchanged"),
    ("relapsed", "Phức tạp trở lại", "Complex again"),
)
STATES = codes(
    ("proposed", "Đề nghị", "Proposed"),
    ("listed", "Trong danh sách", "Listed"),
    ("converting", "Đang chuyển hóa", "Being converted"),
    ("converted", "Đã chuyển hóa", "Converted"),
    ("monitored", "Theo dõi", "Monitored"),
    ("removed", "Đưa ra", "Removed"),
    ("relapsed", "Tái phức tạp", "Complex again"),
)
ON_A_LIST = frozenset({"listed", "converting", "converted", "monitored", "removed", "relapsed"})

_shared = partial(Field, travel=Travel.SHARED)

AREA = Section(
    Label("Địa bàn", "Area"),
    (
        _shared(
            name="classification",
            kind=Kind.CHOICE,
            label=Label("Độ mật", "Classification"),
            required=True,
            codes=CLASSIFICATIONS,
            help=Label(
                "Chỉ nhập địa bàn không mật; địa bàn mật ghi vào sổ mật.",
                "Only areas that are not classified; others belong into the secret book.",
            ),
            basis="Luật Bảo vệ bí mật nhà nước 29/2018/QH14 Đ5.5 (từ 01/03/2026: 117/2025/QH15)",
        ),
        _shared(
            name="area_kind",
            kind=Kind.CHOICE,
            label=Label("Loại địa bàn", "Kind of area"),
            required=True,
            codes=AREA_KINDS,
        ),
        _shared(name="name", kind=Kind.TEXT, label=Label("Tên địa bàn", "Name"), required=True),
        _shared(name="unit", kind=Kind.UNIT, label=Label("Xã, phường", "Commune"), required=True),
        _shared(
            name="residential_area",
            kind=Kind.REFERENCE,
            label=Label("Khu dân cư", "Residential area"),
            register="residential_areas",
        ),
        _shared(
            name="kind",
            kind=Kind.CHOICES,
            label=Label("Loại", "Kind"),
            required=True,
            codes=KINDS,
        ),
    ),
)
LISTING = Section(
    Label("Đưa vào danh sách", "Listing"),
    (
        _shared(
            name="listed_on",
            kind=Kind.DATE,
            label=Label("Ngày đưa vào", "Listed on"),
            required_in=ON_A_LIST,
            help=Label(
                "Đưa vào lần nữa sau khi đã đưa ra thì ghi hồ sơ mới.",
                "Listed again after it was removed, it is a new record.",
            ),
        ),
        Field(
            name="list_document",
            kind=Kind.TEXT,
            label=Label("Quyết định đưa vào", "Decision"),
            required_in=ON_A_LIST,
        ),
        _shared(
            name="list_level",
            kind=Kind.CHOICE,
            label=Label("Cấp quyết định", "Level"),
            required_in=ON_A_LIST,
            codes=LEVELS,
        ),
        Field(
            name="baseline_cases",
            kind=Kind.INTEGER,
            label=Label("Số vụ khi đưa vào danh sách", "Cases at the start"),
        ),
        Field(
            name="baseline_offenders",
            kind=Kind.INTEGER,
            label=Label("Số đối tượng khi đưa vào danh sách", "Offenders at the start"),
        ),
        Field(
            name="baseline_hotspots",
            kind=Kind.INTEGER,
            label=Label("Số tụ điểm khi đưa vào danh sách", "Hot spots at the start"),
        ),
    ),
)
CONVERSION = Section(
    Label("Chuyển hóa", "Conversion"),
    (
        Field(
            name="plan_document",
            kind=Kind.TEXT,
            label=Label("Kế hoạch chuyển hóa", "Plan of conversion"),
        ),
        Field(name="measures", kind=Kind.LONG_TEXT, label=Label("Biện pháp", "Measures")),
        _shared(
            name="evaluations",
            kind=Kind.ROWS,
            label=Label("Đánh giá", "Evaluations"),
            help=Label(
                "Chuyển hóa và tái phức tạp được tính theo ngày đánh giá.",
                "Conversion and relapse are counted by the day of their evaluation.",
            ),
            columns=(
                _shared(name="on", kind=Kind.DATE, label=Label("Ngày", "On"), required=True),
                _shared(
                    name="result",
                    kind=Kind.CHOICE,
                    label=Label("Kết quả", "Result"),
                    required=True,
                    codes=RESULTS,
                ),
            ),
        ),
        _shared(
            name="removed_on",
            kind=Kind.DATE,
            label=Label("Ngày đưa ra", "Removed on"),
            required_in=frozenset({"removed"}),
        ),
        Field(
            name="removal_document",
            kind=Kind.TEXT,
            label=Label("Quyết định đưa ra", "Decision of removal"),
            required_in=frozenset({"removed"}),
        ),
    ),
)


def _secret(seen: Seen, _today: date) -> Iterator[Problem]:
    """Take only what is not classified: secrets are not kept on an ordinary machine."""
    classification = seen.text("classification")
    if classification is None:
        yield Problem("classification", "rules.classification_missing", blocks=True)
    elif classification != NOT_CLASSIFIED:
        yield Problem("classification", "rules.state_secret", blocks=True)


def _dates(seen: Seen, _today: date) -> Iterator[Problem]:
    listed, removed = seen.text("listed_on"), seen.text("removed_on")
    if listed and removed and removed < listed:
        yield Problem("removed_on", "rules.in_order")
    for number, row in enumerate(seen.rows("evaluations"), 1):
        on = str(row.get("on", ""))
        if listed and on < listed:
            yield Problem(f"evaluations[{number}].on", "rules.before_listing")
        if removed and on > removed and row.get("result") == "converted":
            yield Problem(f"evaluations[{number}].on", "rules.converted_after_removal")


def _state(seen: Seen, today: date) -> Iterator[Problem]:
    """Demand that day of removal and state agree; figures read the day, people the state."""
    removed = seen.text("removed_on")
    state = last_state(seen.rows("moves"))
    if removed and removed <= today.isoformat() and state not in {"removed", "relapsed"}:
        yield Problem("removed_on", "rules.removed_but_listed")


def _evaluated(seen: Seen, _today: date) -> Iterator[Problem]:
    """Say what is in no figure: conversion and relapse count by their evaluations (A42)."""
    rows = seen.rows("evaluations")
    results = {row.get("result") for row in rows}
    state = last_state(seen.rows("moves"))
    if state in {"converted", "relapsed"} and state not in results:
        yield Problem("evaluations", "rules.area_not_evaluated", grave=False)
    good = min(
        (str(row.get("on", "")) for row in rows if row.get("result") == "converted"), default="9999"
    )
    for number, row in enumerate(rows, 1):
        if row.get("result") == "relapsed" and str(row.get("on", "")) < good:
            yield Problem(f"evaluations[{number}].result", "rules.relapse_of_nothing", grave=False)


def _evaluated_within(area: Counted, result: str, first: str, last: str) -> bool:
    return any(
        row.get("result") == result and first <= str(row.get("on", "")) <= last
        for row in area.rows("evaluations")
    )


def _managed(books: Books) -> Figure:
    """Count the areas on the list at the end; rates are made of the lines under them (A42)."""
    period = books.period
    first, last = period.first.isoformat(), period.last.isoformat()
    on_list = [
        area
        for area in books.rows
        if "" < area.day("listed_on") <= last
        and (not area.day("removed_on") or area.day("removed_on") > first)
    ]
    managed = figure(
        area
        for area in on_list
        if stands(period.last, area.day("listed_on"), area.day("removed_on"))
    )
    parts = {
        "on_list": len(on_list),
        "converted": sum(_evaluated_within(a, "converted", first, last) for a in books.rows),
        "relapsed": sum(_evaluated_within(a, "relapsed", first, last) for a in books.rows),
        "ever_converted": sum(_evaluated_within(a, "converted", "", last) for a in books.rows),
        "new": sum(within(period, area.day("listed_on")) for area in books.rows),
    }
    return Figure(managed.value, managed.records, parts=parts)


INDICATORS = (
    Indicator(
        code="B13.1",
        label=Label(
            "Địa bàn trọng điểm đang quản lý (không gồm danh sách mật)",
            "Key areas managed (without classified lists)",
        ),
        kind=CountKind.STOCK,
        rule="A42",
        counted_in=Label("địa bàn", "areas"),
        count=_managed,
        part_labels={
            "on_list": Label("Trong danh sách trong kỳ", "On the list in the period"),
            "new": Label("Đưa vào trong kỳ", "Listed in the period"),
            "converted": Label("Chuyển hóa trong kỳ", "Converted in the period"),
            "relapsed": Label("Tái phức tạp trong kỳ", "Complex again in the period"),
            "ever_converted": Label("Đã từng chuyển hóa", "Ever converted"),
        },
    ),
)

REGISTER = Register(
    name="key_areas",
    code="R13",
    label=Label("Địa bàn trọng điểm, phức tạp về ANTT", "Key and complex areas"),
    short=Label("Địa bàn trọng điểm", "Key areas"),
    group=Group.PLACES,
    basis="QĐ 1960/QĐ-BCA-C41 (2017); KH 113/KH-BCA-V01 ngày 22/03/2021",
    sections=(AREA, LISTING, CONVERSION),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            proposed="listed",
            listed="converting converted monitored removed",
            converting="converted monitored removed",
            converted="monitored removed relapsed",
            monitored="removed relapsed",
            removed="relapsed",
            relapsed="converting",
        ),
        # A book is begun with the areas that are on the list already.
        first=frozenset({"proposed", "listed", "converting", "converted", "monitored"}),
    ),
    event_field="listed_on",
    title=("name",),
    columns=("name", "area_kind", "listed_on", "list_level", "removed_on"),
    booked_by="listed_on",
    rules=(
        Rule(
            fields=("classification",),
            check=_secret,
            basis="Luật BVBMNN 2018 Đ5.5; Luật 117/2025/QH15",
        ),
        not_future("listed_on", "removed_on", "evaluations.on", "moves.on"),
        Rule(fields=("listed_on", "removed_on", "evaluations"), check=_dates),
        Rule(fields=("removed_on", "moves"), check=_state),
        Rule(fields=("evaluations", "moves"), check=_evaluated, basis="counting A42"),
    ),
    indicators=INDICATORS,
)
