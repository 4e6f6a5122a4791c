"""Mẫu số 25 of TT 119/2021/TT-BCA: minutes of handing over who gave himself up (R01, R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import surrender, tt119
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import PRINTED, ended, minutes_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    wanted = record is not None and record.register.name == surrender.WANTED
    at = "handed_over_at" if wanted else "forward_at"
    return [
        minutes_head(sheet, tt119.mark("25")),
        Title("BIÊN BẢN", "Giao nhận người phạm tội ra tự thú, đầu thú"),
        Text(f"Hồi {asked.at(at)}, tại {sheet.issuer.unit}."),
        Text(f"1. Bên giao: {sheet.issuer.unit}", Style.HEADING),
        *tt119.officers(2),
        Text("2. Bên nhận", Style.HEADING),
        asked.line("Cơ quan", "handed_over_to" if wanted else "forward_to"),
        *tt119.officers(2),
        Text("3. Người được giao", Style.HEADING),
        *surrender.person(record),
        *(_decision(asked) if wanted else ()),
        Line("Tình trạng sức khỏe khi giao", None, 2),
        Text("4. Hồ sơ, tài liệu, đồ vật kèm theo", Style.HEADING),
        *([Line("", None, 4)] if wanted else [tt119.objects(asked, blank=3)]),
        Line("Ý kiến của bên nhận", None, 2),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI ĐƯỢC GIAO", PRINTED, thumbprint=True),
                Signature("BÊN NHẬN"),
                Signature("BÊN GIAO"),
            )
        ),
    ]


def _decision(asked: Entries) -> Iterator[Block]:
    yield asked.pair(("Quyết định truy nã số", "decision_number"), ("Ngày", "decision_date"), 0.6)
    yield asked.line("Cơ quan ra quyết định", "decision_body")
    yield asked.line("Tội danh", "offence")
    yield asked.line("Biên bản bàn giao", "handover_minutes")


FORM = Form(
    code="tt119-25",
    title=Label(
        "Biên bản giao nhận người phạm tội ra tự thú, đầu thú",
        "Minutes of handing over who confesses or surrenders",
    ),
    basis=tt119.basis("25"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports", "wanted_persons"),
    hindrance=surrender.gave_up,
    seals=True,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
