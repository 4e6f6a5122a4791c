"""Phiếu chuyển hồ sơ: passes a record of any register on to another body, all its fields on it.

Where the law has a form of its own for a register, that one goes instead. Sealed fields never stand
on it: they travel sealed, for the head of the receiving body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import handed, words
from antq_desktop.printing.blocks import (
    Addressees,
    Line,
    NationalHead,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.forms.record_slip import contents
from antq_desktop.printing.heads import signer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import Handing, RecordSubject


def _blocks(sheet: Sheet, record: RecordSubject) -> Sequence[Block]:
    handing = record.handing
    number = handing.number if handing is not None else None
    day = handing.on if handing is not None else sheet.day
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            number=f"Số: {number or f'....../PC-{sheet.issuer.symbol}'}",
            dated=words.place_and_day(sheet.issuer.place, day),
        ),
        Title("PHIẾU CHUYỂN HỒ SƠ", record.register.label.vi),
        Addressees([handing.to if handing is not None else None]),
        Text(f"{sheet.issuer.unit} chuyển hồ sơ sau đây để quý cơ quan xem xét, giải quyết:"),
        Line("Số vào sổ", record.book or None),
        *_reason(handing),
        *contents(record),
        *handed.enclosed(handing),
        Signatures((Signature("NGƯỜI NHẬN HỒ SƠ"), signer(sheet))),
    ]


def _reason(handing: Handing | None) -> Iterator[Block]:
    yield Line("Lý do chuyển", handing.reason if handing is not None else None, 2)
    yield Text("Nội dung hồ sơ", Style.HEADING)


FORM = Form(
    code="case-transfer",
    title=Label("Phiếu chuyển hồ sơ", "Transfer form of a record"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I, III (phiếu chuyển)",
    layout=Layout.OWN,
    needs=Needs.RECORD,
    blank=True,
    blocks=_blocks,
)
