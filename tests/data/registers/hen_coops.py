"""A register that the program has never seen: it must walk through everything by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel, codes
from antq_desktop.domain.indicators import Books, CountKind, Figure, Indicator, figure, within
from antq_desktop.domain.keys import person_keys
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.register import Deadline, Register, Section, Setting
from antq_desktop.domain.rules import not_future

if TYPE_CHECKING:
    from collections.abc import Mapping

STATES = codes(("built", "Mới dựng", "Built"), ("inspected", "Đã kiểm tra", "Inspected"))

BREEDS = (
    *codes(("ri", "Gà ri", "Ri hens")),
    Code("forest", Label("Gà rừng", "Forest hens"), verified=False),
)


def _built(books: Books) -> Figure:
    return figure(coop for coop in books.rows if within(books.period, coop.day("built_on")))


def _due(values: Mapping[str, object], setting: Setting) -> datetime | None:
    assert not setting.remote
    built = values.get("built_on")
    if not isinstance(built, str):
        return None
    return datetime.fromisoformat(built).replace(tzinfo=ZONE) + timedelta(days=30)


def _met(values: Mapping[str, object]) -> datetime | None:
    on = values.get("inspected_on")
    return datetime.fromisoformat(on).replace(tzinfo=ZONE) if isinstance(on, str) else None


REGISTER = Register(
    name="hen_coops",
    code="X01",
    label=Label("Chuồng gà", "Hen coops"),
    basis="",
    sections=(
        Section(
            Label("Chuồng", "Coop"),
            (
                Field(
                    name="built_on",
                    kind=Kind.DATE,
                    label=Label("Ngày dựng", "Built on"),
                    travel=Travel.SHARED,
                    required=True,
                ),
                Field(
                    name="hens",
                    kind=Kind.INTEGER,
                    label=Label("Số gà", "Hens"),
                    travel=Travel.SHARED,
                ),
                Field(
                    name="breed",
                    kind=Kind.CHOICE,
                    label=Label("Giống", "Breed"),
                    travel=Travel.SHARED,
                    codes=BREEDS,
                ),
                Field(
                    name="inspected_on",
                    kind=Kind.DATE,
                    label=Label("Ngày kiểm tra", "Inspected on"),
                    travel=Travel.SHARED,
                ),
                Field(name="buyer", kind=Kind.PERSON, label=Label("Người mua", "Buyer")),
                Field(name="story", kind=Kind.LONG_TEXT, label=Label("Chuyện", "Story")),
                Field(
                    name="keeper",
                    kind=Kind.PERSON,
                    label=Label("Người nuôi", "Keeper"),
                    travel=Travel.CONFIDENTIAL,
                ),
                Field(
                    name="visits",
                    kind=Kind.ROWS,
                    label=Label("Lượt thăm", "Visits"),
                    columns=(
                        Field(
                            name="on",
                            kind=Kind.DATE,
                            label=Label("Ngày", "On"),
                            travel=Travel.SHARED,
                            required=True,
                        ),
                        Field(name="visitor", kind=Kind.TEXT, label=Label("Khách", "Visitor")),
                    ),
                ),
            ),
        ),
    ),
    life_cycle=LifeCycle(STATES, steps(built="inspected"), frozenset({"built"})),
    event_field="built_on",
    title=("built_on",),
    columns=("built_on", "hens"),
    booked_by="built_on",
    keys=person_keys("buyer"),
    rules=(not_future("built_on"),),
    deadlines=(
        Deadline(
            code="D1",
            label=Label("Kiểm tra", "Inspect"),
            basis="",
            start="built_on",
            due=_due,
            met=_met,
        ),
    ),
    indicators=(
        Indicator(
            code="X1.1",
            label=Label("Chuồng mới dựng", "Coops built"),
            kind=CountKind.FLOW,
            rule="X",
            count=_built,
        ),
    ),
)
