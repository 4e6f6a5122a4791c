"""The columns of the table, and what a row of cells means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from antq_desktop.domain.pasted import typed_of
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.short_registers import NO_CELL
from antq_desktop.gui.entry.copying import first_move

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register

    Cells = Mapping[str, str]

STATE = "state"
"""The column for the state that a record begins with, where that is not clear."""


def columns_of(register: Register) -> tuple[Field, ...]:
    """Return the columns in the order of the form; the state comes last where it has to be typed.

    It is left out where a record can begin in one state only, or has it in a field of its own.
    """
    fields = tuple(one for one in register.fields if one.kind not in NO_CELL and one.name != MOVES)
    if register.state_field or len(register.life_cycle.first) == 1:
        return fields
    state = register.moves_field.column("state")
    first = tuple(code for code in state.codes if code.code in register.life_cycle.first)
    return (*fields, replace(state, name=STATE, codes=first))


def needed_of(register: Register) -> tuple[str, ...]:
    """Return the columns that are in view at first: what a record needs, and what lists show."""
    usual = {*register.columns, *register.title, register.event_field, STATE}
    return tuple(one.name for one in columns_of(register) if one.required or one.name in usual)


def meant_by(
    register: Register, columns: Sequence[Field], hand: Hand, cells: Cells
) -> tuple[dict[str, object], list[Problem]]:
    """Return the values of a row, and what of it cannot be understood.

    The line of dated states follows from the row: its state on the day of the event.
    """
    typed = typed_of(columns, cells)
    state = typed.pop(STATE, None)
    typed[MOVES] = first_move(register, typed, hand)
    if state and _is_there(register.by_name[register.event_field], typed, hand):
        typed[MOVES] = [{"state": state, "on": typed[register.event_field]}]
    return hand.read_all(register.fields, typed)


def _is_there(one: Field, typed: Mapping[str, object], hand: Hand) -> bool:
    """Say whether a value was typed that can be understood."""
    try:
        return hand.read(one, typed.get(one.name)) is not None
    except BadValue:
        return False
