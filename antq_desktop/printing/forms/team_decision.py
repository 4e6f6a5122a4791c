"""Mẫu số 08 of TT 14/2024/TT-BCA: decision on a security team and its members (R08b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import teams
from antq_desktop.printing.blocks import (
    Align,
    Article,
    Column,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
from antq_desktop.printing.heads import (
    closing,
    document_head,
    grounds,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        document_head(sheet, "QĐ", teams.mark("08")),
        Title("QUYẾT ĐỊNH", "Về Tổ bảo vệ an ninh, trật tự và thành viên"),
        Title(f"CHỦ TỊCH {sheet.issuer.name}"),
        *grounds(
            "Căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở số 30/2023/QH15",
            "Căn cứ Thông tư số 14/2024/TT-BCA",
            f"Theo đề nghị của Trưởng Công an {sheet.issuer.territory}",
        ),
        Title("QUYẾT ĐỊNH:"),
        Article(1, "Thành lập Tổ bảo vệ an ninh, trật tự sau đây:"),
        *teams.team(asked),
        asked.line("Quyết định thành lập", "decision"),
        asked.pair(("Ngày quyết định", "decided_on"), ("Hoạt động từ ngày", "started_on")),
        Article(2, "Công nhận những người có tên sau đây là thành viên của Tổ:"),
        teams.members(
            asked,
            lambda member: not member.get("ended_on"),
            (Column("Công nhận từ ngày", 17, Align.CENTRE), "started_on"),
        ),
        Article(
            3,
            f"Công an {sheet.issuer.territory}, các khu dân cư và những người có tên tại Điều 2 thi"
            " hành Quyết định này;"
            " Quyết định được niêm yết công khai.",
        ),
        closing(sheet, "Như Điều 3"),
    ]


FORM = Form(
    code="tt14-08",
    title=Label(
        "Quyết định thành lập Tổ, công nhận thành viên",
        "Decision on a team and its members",
    ),
    basis=teams.basis("08"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("security_teams",),
    body=Body.PEOPLE,
    valid_from=teams.ISSUED,
    blank=True,
    blocks=_blocks,
)
