"""Mẫu số 05 of TT 14/2024/TT-BCA: list of members proposed (R08b)."""

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
        paper_head(sheet, teams.mark("05")),
        Title("DANH SÁCH", "Đề nghị công nhận Tổ viên Tổ bảo vệ an ninh, trật tự"),
        *teams.team(asked),
        asked.line("Ngày đề nghị", "proposed_on"),
        teams.members(
            asked,
            lambda one: not one.get("ended_on") and one.get("title") not in teams.LEADERS,
            (Column("Lực lượng trước", 15), "previous_force"),
        ),
        Text("Đề nghị Chủ tịch Ủy ban nhân dân xem xét, công nhận những người có tên trên."),
        Signatures((Signature("NGƯỜI LẬP"), signer(sheet))),
    ]


FORM = Form(
    code="tt14-05",
    title=Label("Danh sách đề nghị công nhận Tổ viên", "List of members proposed"),
    basis=teams.basis("05"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_teams",),
    valid_from=teams.ISSUED,
    blank=True,
    blocks=_blocks,
)
