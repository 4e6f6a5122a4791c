"""What the forms of TT 119/2021/TT-BCA share: the mark, who gave a report, objects, openings.

The circular has its forms used for criminal investigation and preliminary checks only (Điều 3). The
issued layouts could not be read: each form says so at its foot.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Line, Pair, Style, Text
from antq_desktop.printing.people import person_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.printing.blocks import Block, Table
    from antq_desktop.printing.entries import Entries
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject

ISSUED: Final = date(2021, 12, 8)
"""The day of the circular; from when it is in force could not be read."""
_NO_CRIME: Final = frozenset({"civil_guidance", "complaint"})
"""What is no source of crime news (Điều 3)."""
_PROTECTED: Final = frozenset({"secrecy", "protection"})


def mark(number: str) -> str:
    """Return the mark of a form, for the upper right."""
    return f"Mẫu số: {number}\nBH theo TT số 119/2021/TT-BCA\nngày 08/12/2021"


def basis(number: str) -> str:
    """Return the legal basis of a form."""
    return f"Mẫu số {number}, TT 119/2021/TT-BCA"


def no_crime(record: RecordSubject) -> str | None:
    """Return the message for a record that is no source of crime news, None for all others."""
    petition = record.values.get("urgency") in _NO_CRIME
    return "paper.no_crime_form" if petition else None


def informant(record: RecordSubject | None) -> Iterator[Block]:
    """Say who gave the report; a sealed name stands here only where the head revealed it."""
    values = record.values if record else {}
    if values.get("identity_refused") is True and record is not None:
        yield Text("Từ chối cung cấp thông tin cá nhân.", Style.PLAIN)
        yield Line("Lý do từ chối", record.text("refusal_reason"), 2)
        return
    if values.get("anonymous_letter") is True:
        yield Text("Đơn không ghi tên, không có chữ ký.", Style.PLAIN)
        return
    if values.get("source_kind") == "police_detected":
        yield Text("Công an trực tiếp phát hiện.", Style.PLAIN)
        return
    if record is not None and record.confidential is not None:
        person = cast("Mapping[str, object]", record.confidential.get("informant") or {})
        yield from person_lines(person, record.unit)
        return
    if record is not None and record.sealed and record.handing is not None:
        yield Text(
            "Thông tin cá nhân không ghi trên phiếu này; được niêm phong trong hồ sơ.", Style.PLAIN
        )
        return
    if record is not None and values.get("secrecy_request") in _PROTECTED:
        yield Text(
            "Thông tin cá nhân không ghi vào biên bản này, theo yêu cầu giữ bí mật, bảo vệ của"
            " người cung cấp nguồn tin; được niêm phong trong hồ sơ.",
            Style.PLAIN,
        )
        return
    yield from person_lines({}, lambda _: None)


def place(record: RecordSubject | None) -> str | None:
    """Return where it happened: the place, the residential area, the unit."""
    if record is None:
        return None
    unit = record.unit(record.values.get("event_unit"))
    return words.address(record.text("event_place"), record.text("event_area"), unit)


def objects(entries: Entries, *, blank: int = 6) -> Table:
    """Return the objects and documents of a report as a table."""
    return entries.table(
        "objects",
        (
            (Column("STT", 8, Align.CENTRE), "#"),
            (Column("Tên đồ vật, tài liệu", 40), "name"),
            (Column("Số lượng", 14, Align.RIGHT), "quantity"),
            (Column("Đặc điểm, tình trạng", 38), "condition"),
        ),
        blank=blank,
    )


def opening(sheet: Sheet, at: str) -> Iterator[Block]:
    """Yield when and where minutes are taken, and by which officers."""
    yield Text(f"Hồi {at}, tại {sheet.issuer.unit}, chúng tôi gồm:")
    yield from officers(2)


def officers(count: int) -> Iterator[Block]:
    """Yield lines for officers: name, rank and post."""
    for _ in range(count):
        yield Pair(Line("Ông (bà)", None), Line("Chức vụ, đơn vị", None), 0.5)


def witness() -> Iterator[Block]:
    """Yield the lines of who sees and signs."""
    yield Line("Người chứng kiến", None)
    yield Line("Nơi ở", None)
