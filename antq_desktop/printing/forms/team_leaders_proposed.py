"""Mẫu số 06 of TT 14/2024/TT-BCA: list of leaders put forward (R08b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import teams
from antq_desktop.printing.blocks import (
    Column,
    Signature,
    Signatures,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    paper_head,
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
        paper_head(sheet, teams.mark("06")),
        Title("DANH SÁCH", "Giới thiệu Tổ trưởng, Tổ phó Tổ bảo vệ an ninh, trật tự"),
        *teams.team(asked),
        teams.members(
            asked,
            lambda one: one.get("title") in teams.LEADERS,
            (Column("Số Giấy chứng nhận", 15), "certificate_number"),
        ),
        Text("Đề nghị Chủ tịch Ủy ban nhân dân xem xét, quyết định."),
        Signatures((Signature("NGƯỜI LẬP"), signer(sheet))),
    ]


FORM = Form(
    code="tt14-06",
    title=Label("Danh sách giới thiệu Tổ trưởng, Tổ phó", "List of leaders put forward"),
    basis=teams.basis("06"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_teams",),
    valid_from=teams.ISSUED,
    blank=True,
    blocks=_blocks,
)
