"""NĐ 30/2020/NĐ-CP, Phụ lục IV: the book of documents that came in (U5)."""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.printing.book_blocks import closing, opening
from antq_desktop.printing.form import Form, Layout, Needs

FORM = Form(
    code="nd30-den",
    title=Label("Sổ đăng ký văn bản đến", "Book of incoming documents"),
    basis="NĐ 30/2020/NĐ-CP Đ16, Đ22, Phụ lục IV",
    layout=Layout.REFERENCE,
    needs=Needs.BOOK,
    registers=("documents",),
    book="incoming",
    landscape=True,
    blank=True,
    blocks=opening,
    closing=closing,
)
