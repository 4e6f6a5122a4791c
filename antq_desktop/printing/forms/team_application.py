"""Mẫu số 01 of TT 14/2024/TT-BCA: application to join a security team (R08b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import teams, words
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
        citizen_head(teams.mark("01")),
        Title("ĐƠN XIN THAM GIA", "Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở"),
        Addressees([f"Ủy ban nhân dân {sheet.issuer.territory}", sheet.issuer.unit]),
        *teams.applicant(asked),
        Text("Tôi xin tham gia:", Style.HEADING),
        *teams.team(asked),
        Line("Lý do, quá trình công tác", None, 4),
        Text(
            "Tôi cam đoan những điều ghi trên là đúng và chấp hành sự phân công nếu được công nhận."
        ),
        Text(words.place_and_day(sheet.issuer.place, None), Style.CENTRED),
        Signatures((Signature("Ý KIẾN CỦA KHU DÂN CƯ"), Signature("NGƯỜI LÀM ĐƠN"))),
    ]


FORM = Form(
    code="tt14-01",
    title=Label(
        "Đơn xin tham gia Tổ bảo vệ an ninh, trật tự",
        "Application to join a security team",
    ),
    basis=teams.basis("01"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_teams",),
    valid_from=teams.ISSUED,
    blank=True,
    blocks=_blocks,
)
