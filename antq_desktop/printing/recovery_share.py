"""One of the three shares of the recovery key: its words by number, who keeps it, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Align,
    Column,
    Framed,
    Line,
    NationalHead,
    Pair,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import ShareSubject

_COLUMNS = 4


def _blocks(sheet: Sheet, share: ShareSubject) -> Sequence[Block]:
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            dated=words.place_and_day(sheet.issuer.place, sheet.day),
        ),
        Title(
            f"MẢNH KHÔI PHỤC DỮ LIỆU SỐ {share.number}",
            "Sổ điện tử phong trào toàn dân bảo vệ an ninh Tổ quốc",
        ),
        Framed(f"BỘ {share.share_set} – MẢNH {share.number} TRONG 3 – CẦN 2 MẢNH ĐỂ MỞ"),
        Pair(Line("Đơn vị", share.unit), Line("Người lập", share.user)),
        Line("Người giữ mảnh này", None),
        Line("Nơi cất", None),
        Text("Các từ, theo số thứ tự", Style.HEADING),
        _table(share.words),
        Text("Cách giữ", Style.HEADING),
        Text("1. Ba mảnh do ba người giữ, ở ba nơi, không cất chung với máy."),
        Text(
            "2. Ai có hai mảnh mở được toàn bộ dữ liệu, kể cả phần niêm phong. Cho vào phong bì dán"
            " kín, ký giáp lai; không chụp ảnh, không sao. Mở phong bì phải lập biên bản."
        ),
        Text(
            "3. Mất một mảnh: báo chỉ huy lập bộ mới ngay. Mất hai mảnh và quên mọi mật khẩu thì"
            " không ai mở lại được dữ liệu."
        ),
        Signatures((Signature("NGƯỜI LẬP"), Signature("NGƯỜI GIỮ MẢNH"))),
    ]


def _table(share: Sequence[str]) -> Table:
    """Return the words in columns, numbered downwards as they are typed."""
    rows = -(-len(share) // _COLUMNS)
    heads = [Column("Số", 0.07, Align.RIGHT), Column("Từ", 1 / _COLUMNS - 0.07)] * _COLUMNS
    lines = []
    for row in range(rows):
        cells: list[str] = []
        for at in range(row, rows * _COLUMNS, rows):
            cells += [str(at + 1), share[at]] if at < len(share) else ["", ""]
        lines.append(Row(cells))
    return Table(heads, lines)


FORM = Form(
    code="recovery-share",
    title=Label("Mảnh khôi phục dữ liệu", "Recovery share"),
    basis="Quy định của phần mềm",
    layout=Layout.OWN,
    needs=Needs.RECOVERY,
    blocks=_blocks,
)
