"""Which registers are short enough to be typed in a table, a record in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.register import MOVES

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register

MOST = 27
"""How many fields such a register may have, its dated states included."""

NO_CELL = frozenset({Kind.ROWS, Kind.PERSON, Kind.REFERENCE})
"""What does not fit into a cell."""


def in_rows(register: Register) -> bool:
    """Say whether records of a register can be typed whole in a table.

    What a record cannot do without must fit into a cell, and nothing may be sealed: a table shows
    everything.
    """
    needed = [one for one in register.fields if one.required and one.name != MOVES]
    return (
        len(register.fields) <= MOST
        and not register.has_confidential
        and not any(one.kind in NO_CELL for one in needed)
    )
