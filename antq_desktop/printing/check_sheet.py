"""The self-test on one page: what was looked at, how it stands, what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.blocks import Column, Row, Table, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import CheckSubject

_WIDTHS = (0.2, 0.14, 0.36, 0.3)


def _blocks(_sheet: Sheet, subject: CheckSubject) -> Sequence[Block]:
    """Return the sheet. It is for whoever helps, and so it names neither unit nor person."""
    columns = tuple(map(Column, subject.heads, _WIDTHS))
    return [
        Title(subject.title.upper(), subject.note),
        Text(subject.program),
        Table(columns, [Row(line) for line in subject.lines]),
    ]


FORM = Form(
    code="self-check",
    title=Label("Kết quả tự kiểm tra", "Self-test"),
    basis="Quy định của phần mềm",
    layout=Layout.OWN,
    needs=Needs.CHECKS,
    blocks=_blocks,
)
