"""Giáo dục tại xã (NĐ 120/2021/NĐ-CP): who helps the person is assigned (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import measures_files
from antq_desktop.printing.blocks import (
    Article,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
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
        document_head(sheet, "QĐ"),
        Title("QUYẾT ĐỊNH", "Phân công người trực tiếp giúp đỡ người được giáo dục tại xã"),
        asked.line("Tổ chức được giao giám sát, giáo dục", "supervisor_organization"),
        Article(
            1,
            f"Phân công {asked.text('supervisor') or '..............................'} trực tiếp"
            " giúp đỡ người có tên sau đây:",
        ),
        *measures_files.person(asked, "Người được giáo dục tại xã"),
        asked.pair(("Quyết định số", "decision_number"), ("Ngày", "decision_date")),
        asked.pair(("Thời hạn từ ngày", "term_from"), ("Đến ngày", "term_to")),
        Article(
            2,
            "Người được phân công gặp gỡ, động viên, giúp đỡ; hằng tháng nhận xét và báo cáo tổ"
            " chức được giao giám sát, giáo dục.",
        ),
        closing(sheet, "Người được phân công", f"Công an {sheet.issuer.territory}"),
    ]


FORM = Form(
    code="gdx-phan-cong",
    title=Label(
        "Phân công người giúp đỡ người được giáo dục tại xã",
        "Assignment of who helps the person",
    ),
    basis="NĐ 120/2021/NĐ-CP (số mẫu chưa đọc được); Luật XLVPHC Đ89, 90, 97, 98",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("commune_education",),
    hindrance=measures_files.not_applied,
    body=Body.PEOPLE,
    blank=True,
    blocks=_blocks,
)
