"""Mẫu số 101 of TT 119/2021/TT-BCA: minutes of receiving an arrested wanted person (R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.wanted_persons.codes import FORCES
from antq_desktop.printing import surrender, tt119
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import PRINTED, ended, minutes_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet, tt119.mark("101")),
        Title("BIÊN BẢN", "Tiếp nhận người bị bắt theo quyết định truy nã"),
        *tt119.opening(sheet, asked.at("outcome_at")),
        *tt119.witness(),
        Line("Người, lực lượng bắt và giao", None, 2),
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


FORM = Form(
    code="tt119-101",
    title=Label(
        "Biên bản tiếp nhận người bị bắt theo quyết định truy nã",
        "Minutes of receiving an arrested wanted person",
    ),
    basis=f"{tt119.basis('101')}; BLTTHS Đ112",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("wanted_persons",),
    hindrance=surrender.arrested,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
