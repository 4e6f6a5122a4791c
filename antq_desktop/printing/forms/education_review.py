"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): the monthly reviews (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Line,
    Signature,
    Signatures,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
from antq_desktop.printing.heads import (
    minutes_head,
    signer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet),
        Title("BẢN NHẬN XÉT HẰNG THÁNG", "Người được giáo dục tại xã, phường, thị trấn"),
        asked.line("Tổ chức được giao giám sát, giáo dục", "supervisor_organization"),
        asked.line("Người giúp đỡ", "supervisor"),
        *measures_files.person(asked, "Người được giáo dục"),
        asked.pair(("Quyết định số", "decision_number"), ("Ngày", "decision_date")),
        asked.pair(("Thời hạn từ ngày", "term_from"), ("Đến ngày", "term_to")),
        asked.table(
            "monthly_reviews",
            (
                (Column("STT", 8, Align.CENTRE), "#"),
                (Column("Ngày", 18, Align.CENTRE), "on"),
                (Column("Nhận xét", 24), "behaviour"),
                (Column("Nội dung cụ thể", 50), "note"),
            ),
            blank=6,
        ),
        Line("Đề nghị", None, 2),
        Signatures((Signature("NGƯỜI GIÚP ĐỠ"), signer(sheet))),
    ]


FORM = Form(
    code="gdx-nhan-xet",
    title=Label(
        "Nhận xét hằng tháng người được giáo dục tại xã",
        "Monthly reviews of education at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    hindrance=measures_files.not_applied,
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
