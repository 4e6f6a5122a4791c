"""The sheet of keys that lies beside the keyboard: what the windows told of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.printing.blocks import Column, Row, Style, Table, Text, Title
from antq_desktop.printing.form import Form, Layout, Needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.printing.blocks import Block
    from antq_desktop.printing.form import Sheet
    from antq_desktop.printing.subjects import KeysSubject


def _blocks(_sheet: Sheet, subject: KeysSubject) -> Sequence[Block]:
    """Return a table for each screen; the words are those of the window, in its language."""
    found: list[Block] = [Title(subject.title.upper(), subject.note)]
    heads = (Column(subject.heads[0], 0.3), Column(subject.heads[1], 0.7))
    for name, keys in subject.sections:
        found.append(Text(name, Style.HEADING))
        found.append(Table(heads, [Row(each) for each in keys]))
    return found


FORM = Form(
    code="key-sheet",
    title=Label("Phím tắt", "Keys"),
    basis="Quy định của phần mềm",
    layout=Layout.OWN,
    needs=Needs.KEYS,
    blocks=_blocks,
)
