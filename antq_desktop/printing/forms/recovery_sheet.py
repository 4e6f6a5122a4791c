"""The recovery sheet: the one way in when all passphrases are lost; it lies sealed in the safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Code,
    Groups,
    Line,
    NationalHead,
    Signature,
    Signatures,
    Style,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.groups import in_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import RecoverySubject

_PER_LINE = 5


def _blocks(sheet: Sheet, sheet_of: RecoverySubject) -> Sequence[Block]:
    lead, mark, key = sheet_of.secret.rpartition("-1")
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            dated=words.place_and_day(sheet.issuer.place, sheet.day),
        ),
        Title("PHIẾU KHÔI PHỤC DỮ LIỆU", "Sổ điện tử phong trào toàn dân bảo vệ an ninh Tổ quốc"),
        Line("Đơn vị", sheet_of.unit),
        Line("Người lập", sheet_of.user),
        Text("Mã khôi phục", Style.HEADING),
        Groups(in_groups(key), per_line=_PER_LINE, lead=lead + mark, size=20),
        Code(
            sheet_of.secret,
            "Mã QR ghi đúng mã trên. Khi gõ lại mã vào tệp: viết liền hoặc cách từng nhóm"
            " đều được, bắt đầu bằng " + lead + mark + ".",
            side=34,
        ),
        Text("Cách giữ", Style.HEADING),
        Text("1. Ai có phiếu này mở được toàn bộ dữ liệu của đơn vị, kể cả phần được niêm phong."),
        Text(
            "2. Cho vào phong bì dán kín, ký giáp lai, cất trong két sắt của đơn vị; không chụp"
            " ảnh, không sao, không để bản nào trên máy tính hoặc điện thoại."
        ),
        Text(
            "3. Dùng khi mọi mật khẩu đã mất. Mở phong bì phải lập biên bản; dùng xong thì niêm"
            " phong lại."
        ),
        Signatures((Signature("NGƯỜI LẬP"), Signature("NGƯỜI GIỮ PHONG BÌ"))),
    ]


FORM = Form(
    code="recovery-sheet",
    title=Label("Phiếu khôi phục dữ liệu", "Recovery sheet"),
    basis="Quy định của phần mềm",
    layout=Layout.OWN,
    needs=Needs.RECOVERY,
    blocks=_blocks,
)
