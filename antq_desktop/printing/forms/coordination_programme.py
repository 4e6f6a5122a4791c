"""Chương trình phối hợp with the Front, a union or another body (R12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.registers.coordination_programmes import CONTENTS, DOCUMENT_KINDS
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Line,
    NationalHead,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    SEALED,
    signer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject


def _title(asked: Entries) -> str:
    """Return the kind of the document without its abbreviation, in capitals."""
    kind = asked.text("document_kind") or DOCUMENT_KINDS[0].label.vi
    return kind.partition(" (")[0].upper()


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    number = asked.text("number") or f"....../CTPH-{sheet.issuer.symbol}"
    partner = asked.text("partner_name") or asked.text("partner") or "...................."
    return [
        NationalHead(
            sheet.issuer.name,
            partner.upper(),
            number=f"Số: {number}",
            dated=words.place_and_day(sheet.issuer.place, asked.day("signed_on")),
        ),
        Title(_title(asked), "Xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc"),
        asked.line("Loại văn bản", "document_kind"),
        asked.line("Đơn vị phối hợp", "partner"),
        asked.line("Tên đơn vị phối hợp", "partner_name"),
        asked.pair(("Hiệu lực từ ngày", "valid_from"), ("Hết hiệu lực từ ngày", "valid_to")),
        Text("I. MỤC ĐÍCH, YÊU CẦU", Style.HEADING),
        Line("", None, 4),
        Text("II. NỘI DUNG PHỐI HỢP", Style.HEADING),
        asked.choice("Nội dung", "contents", CONTENTS),
        Line("Nội dung cụ thể", None, 4),
        Text("III. TRÁCH NHIỆM CỦA MỖI BÊN", Style.HEADING),
        Line(f"1. {sheet.issuer.unit}", None, 3),
        Line(f"2. {partner}", None, 3),
        Text("IV. HOẠT ĐỘNG CHUNG", Style.HEADING),
        asked.table(
            "activities",
            (
                (Column("STT", 7, Align.CENTRE), "#"),
                (Column("Ngày", 16, Align.CENTRE), "held_on"),
                (Column("Buổi tuyên truyền", 16), "event"),
                (Column("Mô hình", 16), "model"),
                (Column("Nội dung", 45), "summary"),
            ),
        ),
        Text("V. SƠ KẾT, TỔNG KẾT", Style.HEADING),
        asked.table(
            "reviews",
            (
                (Column("STT", 8, Align.CENTRE), "#"),
                (Column("Ngày", 18, Align.CENTRE), "on"),
                (Column("Loại", 20), "kind"),
                (Column("Kỳ", 20), "span"),
                (Column("Báo cáo", 34), "report"),
            ),
            blank=2,
        ),
        Text("Văn bản này lập thành 02 bản, mỗi bên giữ 01 bản.", Style.PLAIN),
        Signatures((Signature(f"ĐẠI DIỆN\n{partner.upper()}", SEALED), signer(sheet))),
    ]


FORM = Form(
    code="ctph",
    title=Label("Chương trình phối hợp", "Programme of coordination"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("coordination_programmes",),
    blank=True,
    blocks=_blocks,
)
