"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): statement of the person (R04).

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
        Title("BẢN TƯỜNG TRÌNH"),
        Addressees([sheet.issuer.unit]),
        *measures_files.person(asked, "Người viết bản tường trình"),
        Text("Nội dung tường trình:", Style.HEADING),
        Line("Hành vi vi phạm", None, 8),
        Line("Nguyên nhân, hoàn cảnh", None, 4),
        Line("Ý kiến, nguyện vọng", None, 3),
        Text("Tôi cam đoan nội dung tường trình là đúng sự thật."),
        Text(words.place_and_day(sheet.issuer.place, None), Style.CENTRED),
        Signatures(
            (
                Signature("CHA MẸ, NGƯỜI GIÁM HỘ"),
                Signature("NGƯỜI TƯỜNG TRÌNH", PRINTED, thumbprint=True),
            )
        ),
    ]


FORM = Form(
    code="gdx-tuong-trinh",
    title=Label(
        "Bản tường trình của người bị đề nghị giáo dục tại xã",
        "Statement for education at the commune",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    blank=True,
    blocks=_blocks,
)
