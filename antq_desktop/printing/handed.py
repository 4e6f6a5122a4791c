"""What transfer forms of records have in common: what goes in the bundle, and what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Align, Column, Line, Row, Style, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.subjects import Handing

_SEALED = "Tệp niêm phong (tên, nội dung trong phần niêm phong)"


def enclosed(handing: Handing | None) -> Iterator[Block]:
    """Yield what a handed over record brings besides this paper; nothing where none is."""
    if handing is None:
        return
    if handing.files:
        yield Text("Tệp kèm theo trong gói dữ liệu:", Style.PLAIN)
        yield Table(
            (Column("STT", 8, Align.CENTRE), Column("Tên tệp", 92)),
            [Row((str(place), one or _SEALED)) for place, one in enumerate(handing.files, 1)],
        )
    if handing.revisions > 1:
        yield Line("Lịch sử sửa đổi kèm theo", f"{words.number(handing.revisions)} lần ghi")
    if handing.sealed:
        yield Text(
            f"Phần mật: {handing.sealed} phần, niêm phong riêng trong gói dữ liệu;"
            " chỉ thủ trưởng nơi nhận mở được.",
            Style.PLAIN,
        )
    if handing.withheld:
        yield Text(f"Phần giữ lại, không chuyển: {handing.withheld}.", Style.PLAIN)
