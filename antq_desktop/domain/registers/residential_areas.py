"""U2: residential areas, the villages and street quarters of a commune.

Basis: TT 124/2021/TT-BCA Đ2.1 (thôn, làng, bản, ấp, buôn, phum, sóc, khóm, tổ dân phố, khu phố and
the like). Other registers point here; the figures of "An toàn về an ninh, trật tự" take their
denominators from it (counting A35).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Field, Kind, Label, Travel, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register, Section
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

STATES = codes(
    ("active", "Đang hoạt động", "Active"),
    ("ended", "Đã kết thúc", "Ended"),
)
ENDED = frozenset({"ended"})

#: Of what exists from one day until another: residential areas, and organisations too.
LIFE_CYCLE = LifeCycle(
    states=STATES, next=steps(active="ended"), first=frozenset({"active", "ended"})
)

_shared = partial(Field, travel=Travel.SHARED)

AREA = Section(
    Label("Khu dân cư", "Residential area"),
    (
        _shared(
            name="name",
            kind=Kind.TEXT,
            label=Label("Tên khu dân cư", "Name"),
            required=True,
            help=Label(
                "Ghi cả loại: Thôn 1, Tổ dân phố số 2, Bản Mẫu.",
                "With its kind: Thôn 1, Tổ dân phố số 2, Bản Mẫu.",
            ),
            basis="TT 124/2021/TT-BCA Đ2.1",
        ),
        Field(name="code", kind=Kind.TEXT, label=Label("Mã riêng", "Own code")),
        _shared(name="unit", kind=Kind.UNIT, label=Label("Xã, phường", "Commune"), required=True),
        _shared(
            name="households",
            kind=Kind.INTEGER,
            label=Label("Số hộ", "Households"),
            required=True,
        ),
        _shared(name="population", kind=Kind.INTEGER, label=Label("Số nhân khẩu", "Population")),
    ),
)
PEOPLE = Section(
    Label("Cán bộ khu dân cư", "Who leads it"),
    (
        Field(name="head", kind=Kind.TEXT, label=Label("Trưởng khu dân cư", "Head")),
        Field(
            name="party_secretary",
            kind=Kind.TEXT,
            label=Label("Bí thư chi bộ", "Party secretary"),
        ),
        Field(
            name="front_head",
            kind=Kind.TEXT,
            label=Label("Trưởng ban công tác Mặt trận", "Head of the Front committee"),
        ),
    ),
)


def existence(began: Label, ended: Label) -> Section:
    """Return the section of the two days between which something exists (counting A05, A35)."""
    return Section(
        Label("Thời gian tồn tại", "When it exists"),
        (
            _shared(
                name="valid_from",
                kind=Kind.DATE,
                label=began,
                required=True,
                help=Label(
                    "Không rõ ngày thì ghi ngày sớm nhất có giấy tờ.",
                    "If the day is not known, the earliest that a paper names.",
                ),
            ),
            _shared(
                name="valid_to",
                kind=Kind.DATE,
                label=ended,
                required_in=ENDED,
                help=Label(
                    "Ngày đầu tiên không còn tồn tại (sáp nhập, giải thể).",
                    "The first day on which it exists no longer (merged, dissolved).",
                ),
            ),
        ),
    )


def _ended(seen: Seen, today: date) -> Iterator[Problem]:
    """Demand that the end is not before the beginning, and that the state says it too."""
    first, end = seen.text("valid_from"), seen.text("valid_to")
    if first and end and end < first:
        yield Problem("valid_to", "rules.in_order")
    if end and end <= today.isoformat() and last_state(seen.rows("moves")) == "active":
        yield Problem("valid_to", "rules.ended_but_active")


#: The rules of what `existence` says.
EXISTENCE_RULES = (
    not_future("valid_from", "moves.on"),
    Rule(fields=("valid_from", "valid_to", "moves"), check=_ended, basis="counting A05"),
)


def _people(seen: Seen, _today: date) -> Iterator[Problem]:
    households, population = seen.get("households"), seen.get("population")
    if isinstance(households, int) and isinstance(population, int) and population < households:
        yield Problem("population", "rules.fewer_people_than_households", grave=False)


REGISTER = Register(
    name="residential_areas",
    code="U2",
    label=Label("Khu dân cư", "Residential areas"),
    group=Group.PLACES,
    basis="TT 124/2021/TT-BCA Đ2.1",
    sections=(
        AREA,
        existence(
            Label("Thành lập ngày", "Exists since"),
            Label("Không còn từ ngày", "No longer exists from"),
        ),
        PEOPLE,
    ),
    life_cycle=LIFE_CYCLE,
    event_field="valid_from",
    title=("name",),
    columns=("name", "households", "population", "valid_from", "valid_to"),
    rules=(*EXISTENCE_RULES, Rule(fields=("households", "population"), check=_people)),
)
