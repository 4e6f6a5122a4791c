"""Mẫu số 07 of TT 14/2024/TT-BCA: report proposing that members leave (R08b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import teams
from antq_desktop.printing.blocks import (
    Addressees,
    Align,
    Column,
    Line,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    closing,
    document_head,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        document_head(sheet, "BC", teams.mark("07")),
        Title("BÁO CÁO", "Đề xuất cho thôi tham gia Tổ bảo vệ an ninh, trật tự"),
        Addressees([f"Chủ tịch Ủy ban nhân dân {sheet.issuer.territory}"]),
        *teams.team(asked),
        Text(f"{sheet.issuer.unit} đề xuất cho thôi đối với những người sau đây:"),
        teams.members(
            asked,
            lambda one: one.get("reason_out") is not None,
            (Column("Lý do", 22), "reason_out"),
            (Column("Thôi từ ngày", 17, Align.CENTRE), "ended_on"),
        ),
        Line("Nhận xét, ý kiến của khu dân cư", None, 3),
        closing(sheet, "Như trên"),
    ]


FORM = Form(
    code="tt14-07",
    title=Label("Báo cáo đề xuất cho thôi tham gia", "Report proposing that members leave"),
    basis=f"{teams.basis('07')} Đ17.3",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_teams",),
    valid_from=teams.ISSUED,
    blank=True,
    blocks=_blocks,
)
