"""What the minutes of an arrest on a wanted notice (mẫu 100, 101 of TT 119/2021) share (R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.registers.wanted_persons.codes import ARRESTED, FORCES
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text
from antq_desktop.printing.heads import PRINTED, ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.entries import Entries
    from antq_desktop.printing.subjects import RecordSubject


def arrested(record: RecordSubject) -> str | None:
    """Return the message for a wanted person who was not arrested, None for one who was."""
    return None if record.values.get("outcome") == ARRESTED else "paper.no_arrest"


def arrest(asked: Entries) -> Sequence[Block]:
    """Return the decision, the person, the arrest, who was told, and the signatures."""
    return [
        Text("1. Quyết định truy nã", Style.HEADING),
        asked.pair(("Số", "decision_number"), ("Ngày", "decision_date")),
        asked.line("Cơ quan ra quyết định", "decision_body"),
        asked.line("Tội danh", "offence"),
        Text("2. Người bị bắt", Style.HEADING),
        *asked.person_lines("person"),
        asked.line("Đặc điểm nhận dạng", "features", 2),
        Text("3. Việc bắt", Style.HEADING),
        asked.line("Địa điểm bắt", "outcome_place"),
        asked.line("Xã, phường", "outcome_unit"),
        asked.choice("Lực lượng thực hiện", "done_by", FORCES),
        Line("Diễn biến, thái độ của người bị bắt", None, 4),
        Line("Tình trạng sức khỏe, dấu vết trên thân thể", None, 2),
        Line("Vũ khí, đồ vật, tài liệu thu giữ", None, 3),
        Line("Lời khai ban đầu", None, 4),
        Text("4. Báo cơ quan ra quyết định", Style.HEADING),
        asked.line("Cơ quan được báo", "reported_to"),
        asked.line("Báo lúc", "reported_at"),
        asked.line("Số biên bản", "minutes_number"),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI BỊ BẮT", PRINTED, thumbprint=True),
                Signature("NGƯỜI CHỨNG KIẾN"),
                Signature("NGƯỜI LẬP BIÊN BẢN"),
            )
        ),
    ]
