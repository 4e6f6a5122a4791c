"""Minutes of handing the right to sign over, from a head to the one who follows him.

No form of them was issued: they are laid out as minutes are under NĐ 30/2020, and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import Groups, Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.groups import in_groups
from antq_desktop.printing.heads import SEALED, ended, minutes_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import HandoverSubject, KeyHolder

_PER_LINE = 8
_SIZE = 11


def _blocks(sheet: Sheet, told: HandoverSubject | None) -> Sequence[Block]:
    at = words.moment_in_words(told.signed_at if told is not None else None)
    giver, taker = (told.giver, told.taker) if told is not None else (None, None)
    return [
        minutes_head(sheet),
        Title("BIÊN BẢN", "Bàn giao khóa ký số"),
        Text(f"Hồi {at}, tại {sheet.issuer.unit}, chúng tôi gồm:"),
        Text("1. Bên giao", Style.HEADING),
        *_holder(giver),
        Line("Chứng thư số", told.serial if told is not None else None),
        Line("Có hiệu lực đến ngày", _day(told.until if told is not None else None)),
        *_digits("Vân tay của chứng thư (SHA-256)", told.certificate if told else None),
        Text("2. Bên nhận", Style.HEADING),
        *_holder(taker),
        *_digits("Vân tay của tệp yêu cầu cấp chứng thư (SHA-256)", told.request if told else None),
        Text("3. Nội dung", Style.HEADING),
        Text(_handed(told.on if told is not None else None)),
        Text(
            "Khóa ký của mỗi người do người đó giữ, không sao chép, không giao cho nhau. Hai bên đã"
            " cùng ký số vào tệp yêu cầu nói trên, mỗi người mở khóa bằng mật khẩu của mình."
        ),
        Text("4. Vật, tài liệu giao kèm", Style.HEADING),
        Line("Phong bì phiếu khôi phục (hoặc mảnh khôi phục)", None),
        Line("USB token, số", None),
        Line("Vật, tài liệu khác", None),
        Line("Ý kiến của hai bên", None, 2),
        ended(),
        Signatures(
            (
                Signature("BÊN NHẬN", name=taker.person if taker is not None else ""),
                Signature("BÊN GIAO", SEALED, name=giver.person if giver is not None else ""),
            )
        ),
    ]


def _holder(one: KeyHolder | None) -> Iterator[Block]:
    yield Line("Họ và tên", one.person if one is not None else None)
    yield Line("Cấp bậc", one.rank if one is not None else None)
    yield Line("Chức vụ", one.title if one is not None else None)


def _digits(title: str, fingerprint: str | None) -> Iterator[Block]:
    if fingerprint is None:
        yield Line(title, None, 2)
    else:
        yield Text(f"{title}:", Style.PLAIN)
        yield Groups(in_groups(fingerprint), per_line=_PER_LINE, size=_SIZE)


def _handed(on: date | None) -> str:
    return (
        f"Từ {words.day_in_words(on)}, bên nhận ký gói dữ liệu nộp của đơn vị; bên giao không ký"
        " nữa. Cơ quan nhận cấp chứng thư cho bên nhận và thu hồi chứng thư của bên giao từ ngày"
        " đó; gói đã ký trước ngày đó vẫn đúng."
    )


def _day(day: date | None) -> str | None:
    return f"{day:%d/%m/%Y}" if day is not None else None


FORM = Form(
    code="key-handover",
    title=Label("Biên bản bàn giao khóa ký số", "Minutes of a key handover"),
    basis="NĐ 30/2020/NĐ-CP (thể thức biên bản)",
    layout=Layout.REFERENCE,
    needs=Needs.HANDOVER,
    blank=True,
    blocks=_blocks,
)
