"""Mẫu số 24 of TT 119/2021/TT-BCA: minutes of receiving who confesses or surrenders (R01, R05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import surrender, tt119
from antq_desktop.printing.blocks import Line, Pair, Signature, Signatures, Style, Text, Title
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
    return [
        minutes_head(sheet, tt119.mark("24")),
        Title("BIÊN BẢN", "Tiếp nhận người phạm tội ra tự thú, đầu thú"),
        *tt119.opening(sheet, asked.at("outcome_at" if wanted else "received_at")),
        *tt119.witness(),
        Text("1. Người ra tự thú, đầu thú", Style.HEADING),
        *surrender.person(record),
        Text("2. Việc tự thú, đầu thú", Style.HEADING),
        *(_of_wanted(asked) if wanted else _of_report(asked)),
        Line("Tình trạng sức khỏe", None),
        Text("3. Tài liệu, đồ vật giao nộp", Style.HEADING),
        *([Line("", None, 3)] if wanted else [tt119.objects(asked, blank=3)]),
        ended(),
        Signatures(
            (
                Signature("NGƯỜI TỰ THÚ, ĐẦU THÚ", PRINTED, thumbprint=True),
                Signature("NGƯỜI CHỨNG KIẾN"),
                Signature("CÁN BỘ TIẾP NHẬN"),
            )
        ),
    ]


def _of_report(asked: Entries) -> Iterator[Block]:
    yield asked.line("Thời gian phạm tội", "event_from")
    yield asked.line("Nơi phạm tội", "event_place")
    yield asked.line("Lời khai về hành vi phạm tội", "summary", 10)


def _of_wanted(asked: Entries) -> Iterator[Block]:
    yield asked.pair(("Quyết định truy nã số", "decision_number"), ("Ngày", "decision_date"), 0.6)
    yield asked.line("Cơ quan ra quyết định", "decision_body")
    yield asked.line("Tội danh", "offence")
    yield Pair(asked.line("Hình thức", "outcome"), asked.line("Nơi tiếp nhận", "outcome_place"))
    yield asked.line("Số biên bản", "minutes_number")
    yield Line("Lời khai", None, 10)


FORM = Form(
    code="tt119-24",
    title=Label(
        "Biên bản tiếp nhận người phạm tội ra tự thú, đầu thú",
        "Minutes of receiving who confesses or surrenders",
    ),
    basis=f"{tt119.basis('24')}; BLTTHS Đ152",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports", "wanted_persons"),
    hindrance=surrender.gave_up,
    seals=True,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
