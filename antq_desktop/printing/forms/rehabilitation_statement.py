"""Mẫu số 31 of NĐ 116/2021/NĐ-CP: statement of the person, in his own hand (R03)."""

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
        citizen_head(measures_files.mark_116("31")),
        Title("BẢN TƯỜNG TRÌNH"),
        Addressees([sheet.issuer.unit]),
        *measures_files.person(asked, "Người viết bản tường trình"),
        Text("Nội dung tường trình:", Style.HEADING),
        Line("Việc sử dụng chất ma túy, việc cai nghiện", None, 8),
        Line("Hoàn cảnh gia đình, nơi ở", None, 4),
        Line("Ý kiến, nguyện vọng", None, 4),
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
    code="nd116-31",
    title=Label("Bản tường trình", "Written statement"),
    basis=measures_files.basis_116("31"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("administrative_measures",),
    hindrance=measures_files.not_rehabilitation,
    blank=True,
    blocks=_blocks,
)
