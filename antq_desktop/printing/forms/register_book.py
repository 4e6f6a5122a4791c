"""The printed book of any register: columns as declared, page sums, what was struck through."""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.printing.book_blocks import closing, opening
from antq_desktop.printing.form import Form, Layout, Needs

FORM = Form(
    code="register-book",
    title=Label("Sổ in theo kỳ", "Register book of a period"),
    basis="NĐ 30/2020/NĐ-CP Đ16, Đ22 (in sổ, đóng thành quyển)",
    layout=Layout.OWN,
    needs=Needs.BOOK,
    landscape=True,
    blank=True,
    blocks=opening,
    closing=closing,
)
