"""What the papers on "An toàn về an ninh, trật tự" share (R07): criteria, lists, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from antq_desktop.domain.registers.security_standard.criteria import COMMUNE
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Row, Table
from antq_desktop.printing.entries import Entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.subjects import ListSubject, RecordSubject

NAME: Final = "tiêu chuẩn “An toàn về an ninh, trật tự”"
_BLANK_ROWS: Final = 8


def criteria(asked: Entries) -> Table:
    """Return the criteria with their results as a table."""
    return asked.table(
        "criteria",
        (
            (Column("STT", 8, Align.CENTRE), "#"),
            (Column("Tiêu chí", 40), "criterion"),
            (Column("Kết quả", 14, Align.CENTRE), "result"),
            (Column("Bất khả kháng", 11, Align.CENTRE), "force_majeure"),
            (Column("Tài liệu", 14), "evidence"),
            (Column("Ghi chú", 14), "note"),
        ),
        blank=_BLANK_ROWS,
    )


def subjects(listed: ListSubject | None, *, decided: bool) -> Table:
    """Return who is proposed, numbered; ``decided`` adds what was decided."""
    columns = [
        (Column("STT", 7, Align.CENTRE), "#"),
        (Column("Tên đối tượng", 34), "subject"),
        (Column("Loại", 19), "subject_kind"),
        (Column("Năm", 9, Align.CENTRE), "year"),
        (Column("Kết quả", 13, Align.CENTRE), "result"),
        (Column("Ngày họp", 15, Align.CENTRE), "meeting_on"),
    ]
    if decided:
        columns += [
            (Column("Quyết định số", 16), "decision_number"),
            (Column("Ngày quyết định", 14, Align.CENTRE), "decision_on"),
            (Column("Phân loại phong trào", 14), "grade"),
        ]
    return listed_table(listed, columns)


def listed_table(
    listed: ListSubject | None, columns: Sequence[tuple[Column, str]], blank: int = _BLANK_ROWS
) -> Table:
    """Return records as a table; each column names its field, "#" the running number."""
    rows = [
        Row(
            [str(place) if name == "#" else Entries(record).text(name) or "" for _, name in columns]
        )
        for place, record in enumerate(listed.records if listed else (), 1)
    ]
    empty = Row([""] * len(columns))
    return Table([column for column, _ in columns], rows or [empty] * blank)


def not_proposed(record: RecordSubject) -> str | None:
    """Return the message for a file that the commune does not propose for recognition.

    That is who did not meet the standard or is not in scope, and the commune itself, of which the
    level above decides (TT 124/2021/TT-BCA Đ10).
    """
    values = record.values
    proposed = values.get("result") != "failed" and values.get("in_scope") is not False
    of_below = values.get("subject_kind") != COMMUNE
    return None if proposed and of_below else "paper.not_met"


def many(listed: ListSubject | None) -> str:
    """Return "12 (mười hai)" for the number of records, or dots."""
    if listed is None:
        return "........"
    count = len(listed.records)
    return f"{words.number(count)} ({words.in_words(count)})"
