"""Mẫu số 146 of TT 119/2021/TT-BCA: minutes of a working session (R01, R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import tt119
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
        minutes_head(sheet, tt119.mark("146")),
        Title("BIÊN BẢN LÀM VIỆC"),
        *tt119.opening(sheet, asked.at("")),
        Line("Theo hồ sơ số vào sổ", record.book if record else None),
        Text("1. Làm việc với", Style.HEADING),
        *asked.lines_of({}),
        Text("2. Nội dung làm việc", Style.HEADING),
        Text("Hỏi và trả lời:", Style.PLAIN),
        Line("", None, 16),
        Line("Ý kiến của người làm việc", None, 2),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI LÀM VIỆC", PRINTED, thumbprint=True),
                Signature("NGƯỜI CHỨNG KIẾN"),
                Signature("CÁN BỘ LÀM VIỆC"),
            )
        ),
    ]


FORM = Form(
    code="tt119-146",
    title=Label("Biên bản làm việc", "Minutes of a working session"),
    basis=tt119.basis("146"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports", "wanted_persons"),
    hindrance=tt119.no_crime,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
