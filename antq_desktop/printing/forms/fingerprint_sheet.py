"""The fingerprint sheet: what two people compare when a commune and its office first meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Choice,
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
    from antq_desktop.printing.subjects import FingerprintSubject

_REQUEST = (
    "Đơn vị đề nghị đọc to từng nhóm trên phiếu này; cơ quan cấp chứng thư nhìn các nhóm mà phần"
    " mềm hiện ra khi mở tệp yêu cầu. Chỉ cấp chứng thư khi cả 16 nhóm giống nhau."
)
_AUTHORITY = (
    "Cơ quan cấp chứng thư đọc to từng nhóm trên phiếu này; đơn vị nhìn các nhóm mà phần mềm hiện"
    " ra khi cài tệp danh bạ. Chỉ cài danh bạ khi cả 16 nhóm giống nhau."
)


def _blocks(sheet: Sheet, subject: FingerprintSubject) -> Sequence[Block]:
    of_request = subject.person is not None
    about = "Yêu cầu cấp chứng thư số" if of_request else "Cơ quan cấp chứng thư số"
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            dated=words.place_and_day(sheet.issuer.place, sheet.day),
        ),
        Title("PHIẾU ĐỐI CHIẾU VÂN TAY CỦA TỆP", about),
        Line("Đơn vị", subject.unit),
        *([Line("Người đề nghị", subject.person)] if of_request else []),
        Text("Vân tay của tệp (SHA-256)", Style.HEADING),
        Groups(in_groups(subject.fingerprint), per_line=4, size=20),
        Text("Cách đối chiếu", Style.HEADING),
        Text(_REQUEST if of_request else _AUTHORITY),
        Text(
            "Đối chiếu trực tiếp hoặc qua số điện thoại đã biết từ trước của đơn vị; không dùng số"
            " ghi trong thư hoặc tệp gửi kèm. Sai dù một ký tự: dừng lại, không cấp, không cài."
        ),
        Choice("Kết quả", (("Giống nhau cả 16 nhóm", False), ("Không giống", False))),
        Line("Đối chiếu lúc", None),
        Signatures((Signature("NGƯỜI ĐỌC"), Signature("NGƯỜI ĐỐI CHIẾU"))),
    ]


FORM = Form(
    code="fingerprint-sheet",
    title=Label("Phiếu đối chiếu vân tay của tệp", "Fingerprint sheet"),
    basis="Quy định của phần mềm",
    layout=Layout.OWN,
    needs=Needs.FINGERPRINT,
    blocks=_blocks,
)
