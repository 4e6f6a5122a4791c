"""Mẫu số 294 of TT 119/2021/TT-BCA: the book of reports of crime (R01).

Its columns could not be read: it is printed with the fields of the register, and what was pending
before the period, taken in, done with, and is left.
"""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.fields import Label
from antq_desktop.printing.book_blocks import closing, opening
from antq_desktop.printing.form import Form, Layout, Needs

FORM = Form(
    code="tt119-294",
    title=Label(
        "Sổ theo dõi tiếp nhận, phân loại nguồn tin về tội phạm",
        "Book of reports of crime received and classified",
    ),
    basis="Mẫu số 294, TT 119/2021/TT-BCA; TT 28/2020/TT-BCA Đ5.8",
    layout=Layout.REFERENCE,
    needs=Needs.BOOK,
    registers=("crime_reports",),
    book="294",
    # The day of the circular; from when it is in force could not be read.
    valid_from=date(2021, 12, 8),
    landscape=True,
    blank=True,
    blocks=opening,
    closing=closing,
)
