"""Mẫu số 101 of TT 119/2021/TT-BCA: minutes of receiving an arrested wanted person (R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import arrest, tt119
from antq_desktop.printing.blocks import Line, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import minutes_head

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
        *arrest.arrest(asked),
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
    hindrance=arrest.arrested,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
