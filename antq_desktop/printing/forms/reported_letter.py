"""Công văn to a unit that owes a report (NĐ 30/2020, Phụ lục III, mẫu 1.5): one unit, one letter.

No text that was read sets the day of the report; the letter names the one that the office has set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Addressees, NationalHead, Text
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import closing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import ReminderSubject

_DOTS = "......"
_MOVEMENT = "phong trào toàn dân bảo vệ an ninh Tổ quốc"


def _blocks(sheet: Sheet, letter: ReminderSubject) -> Sequence[Block]:
    number = f"Số: {_DOTS}/{sheet.issuer.symbol}" if sheet.issuer.symbol else f"Số: {_DOTS}"
    about = f"V/v nộp báo cáo {words.period_name(letter.period)}"
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            number=f"{number}\n{about}",
            dated=words.place_and_day(sheet.issuer.place, sheet.day),
        ),
        Addressees([letter.unit]),
        *(Text(text) for text in _texts(sheet, letter)),
        closing(sheet, "Như trên"),
    ]


def _texts(sheet: Sheet, letter: ReminderSubject) -> Iterator[str]:
    period = letter.period
    days = f"từ ngày {period.first:%d/%m/%Y} đến ngày {period.last:%d/%m/%Y}"
    until = f", hạn nộp {words.day_in_words(letter.due)}" if letter.due is not None else ""
    on = words.day_in_words(letter.on)
    yield (
        f"Thực hiện chế độ báo cáo về {_MOVEMENT}, các đơn vị nộp báo cáo"
        f" {words.period_name(period)} (số liệu {days}){until}."
    )
    if letter.returned:
        yield (
            f"Đến {on}, báo cáo của {letter.unit} đã được trả lại và {sheet.issuer.unit} chưa nhận"
            " được bản đã sửa."
        )
    else:
        yield f"Đến {on}, {sheet.issuer.unit} chưa nhận được báo cáo của {letter.unit}."
    yield (
        f"{sheet.issuer.unit} đề nghị {letter.unit} nộp báo cáo của kỳ nói trên trước ngày ......"
        " tháng ...... năm ..........; nếu trong kỳ không phát sinh vụ việc thì vẫn ký, nộp báo cáo"
        " không phát sinh; nếu có khó khăn, vướng mắc thì báo ngay để được hướng dẫn."
    )
    yield f"Trân trọng đề nghị {letter.unit} quan tâm thực hiện./."


FORM = Form(
    code="reported-letter",
    title=Label("Công văn nhắc nộp báo cáo", "Letter of reminder"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5",
    layout=Layout.REFERENCE,
    needs=Needs.REPORTED,
    blocks=_blocks,
)
