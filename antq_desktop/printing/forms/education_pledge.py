"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): pledge of the person (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import measures_files, words
from antq_desktop.printing.blocks import (
    Addressees,
    Line,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    PRINTED,
    citizen_head,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        citizen_head(),
        Title("BẢN CAM KẾT", "Sửa chữa vi phạm, chấp hành biện pháp giáo dục tại xã"),
        Addressees([asked.text("supervisor_organization")]),
        *measures_files.person(asked, "Người cam kết"),
        asked.pair(("Quyết định số", "decision_number"), ("Ngày", "decision_date")),
        asked.pair(("Chấp hành từ ngày", "term_from"), ("Đến ngày", "term_to")),
        asked.line("Số, ngày bản cam kết", "commitment"),
        Text("Tôi cam kết:", Style.HEADING),
        Text("1. Chấp hành nghiêm chỉnh pháp luật và quyết định áp dụng biện pháp."),
        Text("2. Tham gia học tập, lao động, có mặt khi được yêu cầu."),
        Line("3. Việc khác", None, 3),
        Text(words.place_and_day(sheet.issuer.place, None), Style.CENTRED),
        Signatures(
            (
                Signature("NGƯỜI GIÚP ĐỠ", name=asked.text("supervisor") or ""),
                Signature("CHA MẸ, NGƯỜI GIÁM HỘ"),
                Signature("NGƯỜI CAM KẾT", PRINTED, thumbprint=True),
            )
        ),
    ]


FORM = Form(
    code="gdx-cam-ket",
    title=Label(
        "Bản cam kết của người được giáo dục tại xã",
        "Pledge of the person educated at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    hindrance=measures_files.not_applied,
    blank=True,
    blocks=_blocks,
)
