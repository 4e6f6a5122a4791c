"""Phiếu giao nhận gói dữ liệu: goes with the file, so that its receiver can check and sign for it.

It is printed from the finished file. With the SHA-256 on it, ``sha256sum`` on the stick is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing import words
from antq_desktop.printing.blocks import (
    Align,
    Code,
    Column,
    Groups,
    Line,
    NationalHead,
    Row,
    Signature,
    Signatures,
    Style,
    Table,
    Text,
    Title,
)
from antq_desktop.printing.form import Form, Layout, Needs
from antq_desktop.printing.groups import in_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import BundleSubject

_KINDS = {
    "submission": "Gói báo cáo phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "correction": "Gói bổ sung, chỉnh lý theo yêu cầu của cơ quan nhận",
    "consolidated": "Gói tổng hợp phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "receipt": "Biên nhận gói dữ liệu",
    "query": "Yêu cầu bổ sung, chỉnh lý hồ sơ",
    "case": "Gói chuyển hồ sơ",
    "transfer": "Gói bàn giao sổ",
    "directory": "Danh bạ đơn vị và chứng thư",
}
_MEGABYTE = 1024 * 1024


def _blocks(sheet: Sheet, bundle: BundleSubject) -> Sequence[Block]:
    sequence = f"Gói số: {bundle.sequence:02}" if bundle.sequence is not None else None
    return [
        NationalHead(
            sheet.issuer.superior,
            sheet.issuer.name,
            number=sequence,
            dated=words.place_and_day(sheet.issuer.place, sheet.day),
        ),
        Title("PHIẾU GIAO NHẬN GÓI DỮ LIỆU", _KINDS[bundle.kind]),
        *_facts(bundle),
        *_counts(bundle),
        *_digests(bundle),
        Signatures((Signature("NGƯỜI GIAO"), Signature("NGƯỜI NHẬN"))),
    ]


def _facts(bundle: BundleSubject) -> Iterator[Block]:
    yield Line("Đơn vị gửi", bundle.sender)
    recipient = bundle.recipient or "Các đơn vị trực thuộc"
    yield Line(
        "Đơn vị nhận", f"{recipient} (máy {bundle.letters})" if bundle.letters else recipient
    )
    if bundle.periods:
        yield Line(
            "Kỳ báo cáo",
            "; ".join(
                f"{one.code} (từ ngày {one.first:%d/%m/%Y} đến ngày {one.last:%d/%m/%Y})"
                for one in bundle.periods
            ),
        )
    yield Line("Tên tệp, dung lượng", f"{bundle.file}, {_size(bundle.size)}")
    yield Line("Ký số lúc", words.moment_in_words(bundle.created_at))
    if bundle.second is None:
        yield Line("Người ký", bundle.signer)
    else:
        yield Line("Người ký", f"{bundle.signer} (ký trước), {bundle.second} (ký sau)")
    yield Line("Số hiệu chứng thư", bundle.serial.upper())


def _size(size: int) -> str:
    if size < _MEGABYTE:
        return f"{words.number(max(1, (size + 512) // 1024))} KB"
    return f"{words.number((size + _MEGABYTE // 2) // _MEGABYTE)} MB"


def _counts(bundle: BundleSubject) -> Iterator[Block]:
    if not bundle.counts:
        return
    columns = (
        Column("STT", 8, Align.CENTRE),
        Column("Sổ", 50),
        Column("Mới", 14, Align.RIGHT),
        Column("Sửa đổi", 14, Align.RIGHT),
        Column("Trong đó hủy", 14, Align.RIGHT),
    )
    rows = [
        Row(
            (
                str(place),
                one.label,
                words.number(one.new),
                words.number(one.changed),
                words.number(one.voided),
            )
        )
        for place, one in enumerate(bundle.counts, 1)
    ]
    yield Text("Số bản ghi trong gói:", Style.PLAIN)
    yield Table(columns, rows)


def _digests(bundle: BundleSubject) -> Iterator[Block]:
    yield Text("Mã băm SHA-256 của tệp (người nhận tính lại và so từng nhóm):", Style.PLAIN)
    yield Groups(in_groups(bundle.sha256), per_line=8, size=13)
    yield Code(
        bundle.qr,
        f"Mã của gói (có trong biên nhận):\n{' '.join(in_groups(bundle.digest))}\n"
        "Mã QR ghi số gói, mã băm của tệp và phần đầu mã của gói."
        " Lệnh kiểm tra: sha256sum TỆP (Linux), certutil -hashfile TỆP SHA256 (Windows).",
        side=32,
    )
    yield Line("Ghi chú", None)
    yield Text("Phiếu lập thành 02 bản, mỗi bên giữ 01 bản.", Style.PLAIN)


FORM = Form(
    code="bundle-cover",
    title=Label("Phiếu giao nhận gói dữ liệu", "Cover sheet of a bundle"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I (thể thức)",
    layout=Layout.OWN,
    needs=Needs.BUNDLE,
    blocks=_blocks,
)
