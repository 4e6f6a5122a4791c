"""What the papers of a file on an administrative measure share (R03, R04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.registers.administrative_measures.codes import REHABILITATION
from antq_desktop.printing.blocks import Align, Column, Line, Style, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.printing.blocks import Block, Table
    from antq_desktop.printing.entries import Entries
    from antq_desktop.printing.subjects import RecordSubject


def mark_116(number: str) -> str:
    """Return the mark of a form of NĐ 116/2021/NĐ-CP."""
    return f"Mẫu số: {number}\nPhụ lục II, Nghị định\nsố 116/2021/NĐ-CP"


def basis_116(number: str) -> str:
    """Return the legal basis of a form of NĐ 116/2021/NĐ-CP."""
    return f"Mẫu số {number}, Phụ lục II, NĐ 116/2021/NĐ-CP"


def not_rehabilitation(record: RecordSubject) -> str | None:
    """Return the message for a measure that is no compulsory rehabilitation, None for one."""
    fits = record.values.get("measure") in REHABILITATION
    return None if fits else "paper.not_rehabilitation"


def not_for_court(record: RecordSubject) -> str | None:
    """Return the message for what mẫu 34 is not for: other measures, and minors (mẫu 39)."""
    minor = record.values.get("measure") == "compulsory_rehabilitation_minor"
    return "paper.of_minor" if minor else not_rehabilitation(record)


def not_applied(record: RecordSubject) -> str | None:
    """Return the message for a file in which education at the commune was not decided."""
    values = record.values
    applied = values.get("decision") == "applied" and not values.get("alternative_measure")
    return None if applied else "paper.not_applied"


def violations(asked: Entries) -> Table:
    """Return the violations as a table."""
    return asked.table(
        "violations",
        (
            (Column("STT", 7, Align.CENTRE), "#"),
            (Column("Ngày", 14, Align.CENTRE), "on"),
            (Column("Hành vi", 39), "act"),
            (Column("Biên bản số", 18), "record_number"),
            (Column("Quyết định xử phạt", 22), "sanction"),
        ),
    )


def documents(asked: Entries) -> Table:
    """Return what the file holds as a table."""
    return asked.table(
        "documents",
        (
            (Column("STT", 7, Align.CENTRE), "#"),
            (Column("Tên tài liệu", 45), "kind"),
            (Column("Số", 18), "number"),
            (Column("Ngày", 16, Align.CENTRE), "on"),
            (Column("Số tờ", 14, Align.RIGHT), "pages"),
        ),
    )


def person(asked: Entries, title: str) -> Iterator[Block]:
    """Yield the person of the file, and who stands for a minor."""
    yield Text(title, Style.HEADING)
    yield from asked.person_lines("person")
    guardian = asked.described(asked.person("guardian")) or None
    if asked.blank or guardian:
        yield Line("Cha mẹ, người giám hộ (nếu là người chưa thành niên)", guardian, 2)


def family() -> Iterator[Block]:
    """Yield room for family and course of life, which no register holds."""
    yield Line("Họ tên, nghề nghiệp, nơi ở của cha", None)
    yield Line("Họ tên, nghề nghiệp, nơi ở của mẹ", None)
    yield Line("Họ tên, nghề nghiệp, nơi ở của vợ (chồng)", None)
    yield Line("Trình độ học vấn", None)
    yield Line("Quá trình hoạt động của bản thân", None, 4)
