"""Văn bản hòa giải thành: the eight items of Luật 35/2013/QH13 Đ24.2 (R02)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Line,
    Pair,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.entries import Entries
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.heads import (
    PRINTED,
    citizen_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecordSubject

_SIDE_BY_SIDE = 2


def _hindrance(record: RecordSubject) -> str | None:
    return None if record.values.get("result") == "mediated" else "paper.not_mediated"


def _blocks(sheet: Sheet, record: RecordSubject | None) -> Sequence[Block]:
    asked = Entries(record)
    return [
        citizen_head(),
        Title("VĂN BẢN HÒA GIẢI THÀNH"),
        Text(
            f"{asked.on('resolved_on').capitalize()}, tại {sheet.issuer.territory},"
            " các bên và hòa giải viên thống nhất lập văn bản này:"
        ),
        asked.line("Tổ hòa giải, hòa giải viên", "mediation_team"),
        asked.line("Khu dân cư", "area"),
        Text("1. Căn cứ tiến hành hòa giải", Style.HEADING),
        Pair(asked.line("Nguồn", "detected_by"), asked.line("Ngày vào sổ", "opened_on")),
        Text("2. Thông tin về các bên", Style.HEADING),
        asked.table(
            "parties",
            (
                (Column("STT", 8, Align.CENTRE), "#"),
                (Column("Họ và tên", 36), "name"),
                (Column("Nơi ở", 36), "address"),
                (Column("Điện thoại", 20), "phone"),
            ),
        ),
        Text("3. Nội dung chủ yếu của vụ, việc", Style.HEADING),
        Pair(asked.line("Loại", "kind"), asked.line("Lĩnh vực", "subject")),
        asked.line("Nội dung", "summary", 5),
        Text("4. Diễn biến của quá trình hòa giải", Style.HEADING),
        asked.table(
            "sessions",
            (
                (Column("Lần", 8, Align.CENTRE), "#"),
                (Column("Ngày", 18, Align.CENTRE), "on"),
                (Column("Địa điểm", 34), "place"),
                (Column("Kết quả", 18), "result"),
                (Column("Biên bản", 22), "minutes"),
            ),
            blank=2,
        ),
        Text("5. Thỏa thuận đạt được và giải pháp thực hiện", Style.HEADING),
        asked.line("Số văn bản", "agreement"),
        Line("", None, 5),
        Text("6. Quyền và nghĩa vụ của các bên", Style.HEADING),
        Line("", None, 3),
        Text("7. Phương thức, thời hạn thực hiện thỏa thuận", Style.HEADING),
        Line("", None, 3),
        Text("8. Chữ ký hoặc điểm chỉ của các bên và hòa giải viên", Style.HEADING),
        *_signed(asked),
    ]


def _signed(asked: Entries) -> Iterator[Block]:
    """Yield the signatures: two parties side by side, more in a table."""
    parties = [asked.cell("parties", row, "name") for row in asked.rows("parties")]
    mediator = Signature("HÒA GIẢI VIÊN")
    if len(parties) <= _SIDE_BY_SIDE:
        names = [*parties, "", ""][:_SIDE_BY_SIDE]
        first, second = (
            Signature(f"BÊN THỨ {place}", PRINTED, name=name, thumbprint=True)
            for place, name in zip(("NHẤT", "HAI"), names, strict=True)
        )
        yield Signatures((first, second, mediator))
        return
    yield Table(
        (
            Column("STT", 8, Align.CENTRE),
            Column("Họ và tên", 46),
            Column("Ký, điểm chỉ", 46),
        ),
        [Row((str(place), name, "\n")) for place, name in enumerate(parties, 1)],
    )
    yield Text("Đại diện tổ hòa giải ký dưới đây.", Style.PLAIN)
    yield Signatures((mediator, Signature("NGƯỜI CHỨNG KIẾN")))


FORM = Form(
    code="hoa-giai-thanh",
    title=Label("Văn bản hòa giải thành", "Agreement reached by mediation"),
    basis="Luật Hòa giải ở cơ sở 35/2013/QH13 Đ24.2",
    layout=Layout.REFERENCE,
    needs=Needs.RECORD,
    registers=("disputes",),
    hindrance=_hindrance,
    blank=True,
    blocks=_blocks,
)
