"""Phụ lục số liệu: every indicator of a period, on mẫu 2.1 of NĐ 30/2020, Phụ lục III, landscape.

The figures are those of the report that the unit signed; without one the paper says that they can
still change.
"""

from __future__ import annotations

from antq_desktop.domain.fields import Label
from antq_desktop.printing.annex import annex_blocks
from antq_desktop.printing.form import Form, Layout, Needs

FORM = Form(
    code="figures-annex",
    title=Label("Phụ lục số liệu của kỳ báo cáo", "Annex with the figures of a period"),
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 2.1",
    layout=Layout.REFERENCE,
    needs=Needs.PERIOD,
    landscape=True,
    blocks=annex_blocks,
)
