"""What the forms of TT 14/2024/TT-BCA share: members of a team by their title or leaving (R08b)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.printing.blocks import Align, Column, Line, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.entries import Entries

    Member = Mapping[str, object]

ISSUED: Final = date(2024, 4, 22)
"""The day of the circular (domain.md A.8.2)."""
LEADERS: Final = frozenset({"leader", "deputy_leader"})
_BLANK_ROWS: Final = 10


def mark(number: str) -> str:
    """Return the mark of a form, for the upper right."""
    return f"Mẫu số: {number}\nThông tư số 14/2024/TT-BCA\nngày 22/4/2024"


def basis(number: str) -> str:
    """Return the legal basis of a form."""
    return f"Mẫu số {number}, TT 14/2024/TT-BCA; Luật 30/2023/QH15"


def team(asked: Entries) -> Iterator[Block]:
    """Yield the team and where it works."""
    yield asked.line("Tên tổ", "name")
    yield asked.line("Địa bàn phụ trách", "areas", 2)


def members(asked: Entries, keep: Callable[[Member], bool], *more: tuple[Column, str]) -> Table:
    """Return members that are kept, with what is known of them; ``more`` are further columns."""
    columns = (
        (Column("STT", 7, Align.CENTRE), "#"),
        (Column("Họ và tên", 24), "full_name"),
        (Column("Ngày sinh", 15, Align.CENTRE), "born"),
        (Column("Nơi ở, số định danh", 27), "address"),
        (Column("Chức danh", 13), "title"),
        *more,
    )
    kept = [row for row in asked.rows("members") if keep(row)]
    rows = [
        Row([_cell(asked, row, name, place) for _, name in columns])
        for place, row in enumerate(kept, 1)
    ]
    empty = Row([""] * len(columns))
    return Table([column for column, _ in columns], rows or [empty] * _BLANK_ROWS)


def _cell(asked: Entries, row: Member, name: str, place: int) -> str:
    if name == "#":
        return str(place)
    person = cast("Member", row.get("person") or {})
    if name == "full_name":
        return str(person.get("full_name") or "")
    if name == "born":
        return "/".join(reversed(str(person.get("born") or "").split("-")))
    if name == "address":
        known = (asked.unit_of(person), person.get("id_number"))
        return "; ".join(str(part) for part in known if part)
    return asked.cell("members", row, name)


def applicant(asked: Entries) -> Iterator[Block]:
    """Yield room for who applies: a team holds members, no applicants."""
    yield from asked.lines_of({})
    yield Line("Trình độ học vấn", None)
    yield Line("Tình trạng sức khỏe", None)
