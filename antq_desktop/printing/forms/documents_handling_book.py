"""NĐ 30/2020/NĐ-CP, Phụ lục IV: the book of how documents that came in were dealt with (U5)."""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.printing.book_blocks import closing, opening
from antq_desktop.printing.form import Form, Layout, Needs

FORM = Form(
    code="nd30-den-giai-quyet",
    title=Label("Sổ theo dõi giải quyết văn bản đến", "Book of the handling of documents"),
    basis="NĐ 30/2020/NĐ-CP Đ16, Đ22, Phụ lục IV",
    layout=Layout.REFERENCE,
    needs=Needs.BOOK,
    registers=("documents",),
    book="handling",
    landscape=True,
    blank=True,
    blocks=opening,
    closing=closing,
)
