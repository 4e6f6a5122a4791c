"""A register that the program has never seen, with every kind of field and of travel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from antq_desktop.domain.fields import Code, Field, Kind, Label, Travel, codes
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.register import Register, Section
from antq_desktop.domain.units import UnitTree, parse_units_csv

if TYPE_CHECKING:
    from antq_desktop.domain.rules import Rule

LABEL = Label("Nhãn", "Label")
REASONS = (
    *codes(("check", "Kiểm tra", "Check"), ("help", "Giúp đỡ", "Help")),
    Code("old", LABEL, date(2000, 1, 1), date(2020, 1, 1)),
)
STATES = codes(("open", "Đang mở", "Open"), ("shut", "Đã đóng", "Shut"))
UNITS = UnitTree(
    parse_units_csv(
        "code,name,kind,level,parent,valid_from,valid_to,remote\n"
        "35,Tỉnh Hà Nam,tinh,1,,,2025-07-01,0\n"
        "13579,Xã Đạo Lý,xa,2,35,,2025-07-01,0\n"
        "37,Tỉnh Ninh Bình,tinh,1,,2025-07-01,,0\n"
        "13579,Xã Bắc Lý,xa,2,37,2025-07-01,,0\n"
    ),
    "test",
    "written here",
)


def field(name: str, kind: Kind, travel: Travel = Travel.PRIVATE, **more: Any) -> Field:
    """Return a field with labels that do not matter."""
    return Field(name=name, kind=kind, label=LABEL, travel=travel, **more)


SHARED, PRIVATE, CONFIDENTIAL = Travel.SHARED, Travel.PRIVATE, Travel.CONFIDENTIAL
FIELDS = (
    field("on", Kind.DATE, SHARED, required=True),
    field("reason", Kind.CHOICE, SHARED, codes=REASONS),
    field("topics", Kind.CHOICES, SHARED, codes=REASONS),
    field("cost", Kind.MONEY, SHARED),
    field("urgent", Kind.FLAG, SHARED),
    field("place", Kind.UNIT, SHARED),
    field("duplicate_of", Kind.REFERENCE, SHARED),
    field("ended_at", Kind.MOMENT, SHARED, required_in=frozenset({"shut"})),
    field("title", Kind.TEXT),
    field("story", Kind.LONG_TEXT),
    field("since", Kind.PARTIAL_DATE),
    field("host", Kind.PERSON),
    field("number", Kind.PERSONAL_NUMBER),
    field("phone", Kind.PHONE),
    field("officer", Kind.OFFICER),
    field("informant", Kind.PERSON, CONFIDENTIAL),
)
PEOPLE = field(
    "people",
    Kind.ROWS,
    columns=(
        field("age", Kind.INTEGER, SHARED),
        field("name", Kind.TEXT),
        field("secret", Kind.TEXT, CONFIDENTIAL),
    ),
)
NOTES = field("notes", Kind.ROWS, columns=(field("text", Kind.TEXT),))


def register(
    *fields: Field, rules: tuple[Rule, ...] = (), title: tuple[str, ...] = ("on",)
) -> Register:
    """Return a register of these fields; one is ``on``, the day of the event."""
    return Register(
        name="visits",
        code="R99",
        label=LABEL,
        basis="",
        sections=(Section(LABEL, fields),),
        life_cycle=LifeCycle(STATES, steps(open="shut"), frozenset({"open"})),
        event_field="on",
        title=title,
        columns=title,
        rules=rules,
    )


VISITS = register(*FIELDS, PEOPLE, NOTES, title=("title",))
