"""Giáo dục tại xã (Luật XLVPHC Đ98.2): decision of the chairman (R04).

The numbers and layouts of the decree could not be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.commune_education.codes import ACTS, CLAUSES
from antq_desktop.printing import measures_files, words
from antq_desktop.printing.blocks import (
    Article,
    NationalHead,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Body, Form, Layout, Needs
from antq_desktop.printing.heads import (
    closing,
    grounds,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    number = asked.text("decision_number") or f"....../QĐ-{sheet.issuer.symbol}"
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            number=f"Số: {number}",
            dated=words.place_and_day(
                sheet.issuer.place, asked.day("decision_date") if record else None
            ),
        ),
        Title("QUYẾT ĐỊNH", "Áp dụng biện pháp giáo dục tại xã, phường, thị trấn"),
        Title(f"CHỦ TỊCH {sheet.issuer.name}"),
        *grounds(
            "Căn cứ Luật Xử lý vi phạm hành chính và luật sửa đổi, bổ sung",
            "Căn cứ Nghị định số 120/2021/NĐ-CP",
            "Xét hồ sơ đề nghị và biên bản họp tư vấn",
        ),
        Title("QUYẾT ĐỊNH:"),
        Article(1, "Áp dụng biện pháp giáo dục tại xã, phường, thị trấn đối với:"),
        *measures_files.person(asked, "Người bị áp dụng"),
        asked.choice("Khoản áp dụng (Điều 90)", "subject_clause", CLAUSES),
        asked.choice("Hành vi", "acts", ACTS),
        asked.line("Thời hạn (tháng)", "term_months"),
        asked.pair(("Từ ngày", "term_from"), ("Đến ngày", "term_to")),
        Article(
            2,
            f"Giao {asked.text('supervisor_organization') or '..............................'} giám"
            f" sát, giáo dục; {asked.text('supervisor') or '..............................'} trực"
            " tiếp giúp đỡ người bị áp dụng.",
        ),
        Article(
            3,
            "Người bị áp dụng, cơ quan, tổ chức, cá nhân có tên tại Điều 1, Điều 2 thi hành Quyết"
            " định này.",
        ),
        closing(sheet, "Như Điều 3", f"Công an {sheet.issuer.territory}"),
    ]


FORM = Form(
    code="gdx-quyet-dinh",
    title=Label(
        "Quyết định áp dụng biện pháp giáo dục tại xã",
        "Decision on education at the commune",
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
