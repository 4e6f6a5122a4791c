"""What stands before and after the rows of every register book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.printing import words
from antq_desktop.printing.blocks import Line, Signature, Signatures, Style, Text, Title
from antq_desktop.printing.heads import SEALED, minutes_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import BookSubject, BookTotals


def opening(sheet: Sheet, subject: BookSubject) -> Sequence[Block]:
    """Return the head of a book: who keeps it, its name, its basis, its days."""
    period = subject.period
    days = (
        f"Từ ngày {period.first:%d/%m/%Y} đến hết ngày {period.last:%d/%m/%Y}"
        if period is not None
        else "Từ ngày ...... / ...... / .......... đến ngày ...... / ...... / .........."
    )
    return [
        minutes_head(sheet),
        Title(f"SỔ {_name(subject)}"),
        Text(f"{days} ({subject.book.basis})", Style.CENTRED),
    ]


def closing(sheet: Sheet, subject: BookSubject, totals: BookTotals) -> Sequence[Block]:
    """Return the page that closes a book: what it holds, the head of the journal, who signs."""
    filled = subject.journal is not None
    held = (
        f"Sổ này có {words.number(totals.pages)} trang nội dung, đánh số từ trang 1 đến trang"
        f" {words.number(totals.pages)}; {words.number(totals.rows)} dòng (bằng chữ:"
        f" {words.in_words(totals.rows)} dòng), {_voided(totals.voided)}."
        if filled
        else "Sổ này có ........ trang, đánh số từ trang 1 đến trang ........; ........ dòng."
    )
    blocks: list[Block] = [
        Title("XÁC NHẬN KHÓA SỔ"),
        Text(held),
        Text(f"Khóa sổ {words.day_in_words(sheet.day)}, tại {sheet.issuer.place}."),
    ]
    if subject.journal is not None:
        length, head = subject.journal
        blocks.append(Line("Nhật ký khi in", f"{words.number(length)} dòng, mã băm cuối {head}"))
    return [
        *blocks,
        Signatures(
            (Signature("NGƯỜI GIỮ SỔ"), Signature(sheet.issuer.signer, SEALED)),
        ),
    ]


def _voided(rows: int) -> str:
    if not rows:
        return "không có dòng nào bị hủy"
    return f"trong đó {words.number(rows)} dòng đã hủy, gạch ngang và giữ nguyên số"


def _name(subject: BookSubject) -> str:
    name = subject.book.label.vi.upper()
    return name.removeprefix("SỔ ")
