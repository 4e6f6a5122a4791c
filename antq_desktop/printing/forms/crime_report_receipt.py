"""Mẫu số 214 of TT 119/2021/TT-BCA: receipt for a written report that is handed in (R01)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import tt119
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import PRINTED, minutes_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


#: By these ways nobody stands at the desk with a paper in his hand.
_NOBODY_THERE = frozenset({"phone", "mass_media", "mailbox", "tip_box", "online"})


def _hindrance(record: RecordSubject) -> str | None:
    by_other_ways = record.values.get("channel") in _NOBODY_THERE
    return tt119.no_crime(record) or ("paper.nothing_handed_in" if by_other_ways else None)


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        minutes_head(sheet, tt119.mark("214")),
        Title("GIẤY BIÊN NHẬN"),
        Text(f"Hồi {asked.at('received_at')}, tại {sheet.issuer.unit}."),
        asked.line("Cán bộ tiếp nhận", "received_by"),
        Line("Chức vụ, đơn vị", None),
        Text("Đã nhận của người nộp:", Style.HEADING),
        *tt119.informant(record),
        Text("Văn bản, tài liệu đã nhận:", Style.HEADING),
        Line("Tên văn bản", None, 2),
        Line("Nội dung chính", None, 3),
        Line("Số bản, số tờ", None),
        Line("Tình trạng văn bản", None),
        tt119.objects(asked, blank=3),
        asked.line("Loại nguồn tin", "source_kind"),
        Line("Số thứ tự vào sổ tiếp nhận", record.book if record else None),
        Text("Giấy này lập thành 02 bản, người nộp giữ 01 bản, lưu hồ sơ 01 bản."),
        Signatures(
            (
                Signature("NGƯỜI NỘP", PRINTED),
                Signature("CÁN BỘ TIẾP NHẬN", name=asked.text("received_by") or ""),
            )
        ),
    ]


FORM = Form(
    code="tt119-214",
    title=Label("Giấy biên nhận", "Receipt for a written report"),
    basis=tt119.basis("214"),
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("crime_reports",),
    hindrance=_hindrance,
    seals=True,
    valid_from=tt119.ISSUED,
    blank=True,
    blocks=_blocks,
)
