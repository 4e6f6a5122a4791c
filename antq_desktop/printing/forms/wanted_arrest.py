"""Mẫu số 100 of TT 119/2021/TT-BCA: minutes of arresting a wanted person (R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import arrest, tt119
from antq_desktop.printing.blocks import Title
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
        minutes_head(sheet, tt119.mark("100")),
        Title("BIÊN BẢN", "Bắt người đang bị truy nã"),
        *tt119.opening(sheet, asked.at("outcome_at")),
        *tt119.witness(),
        *arrest.arrest(asked),
    ]


FORM = Form(
    code="tt119-100",
    title=Label("Biên bản bắt người đang bị truy nã", "Minutes of arresting a wanted person"),
    basis=f"{tt119.basis('100')}; BLTTHS Đ112",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("wanted_persons",),
    hindrance=arrest.arrested,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
