"""What a form takes over from others: a repeated value, a copy of a record, a first dated state."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.register import MOVES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.register import Register

    Form = Mapping[str, object]


def copied(register: Register, form: Form) -> dict[str, object]:
    """Return what a copy of a form begins with: all but its dated states and what is sealed."""
    return {
        name: typed
        for name, typed in form.items()
        if name != MOVES and Travel.CONFIDENTIAL not in register.travels(name)
    }


def differing(before: Form, now: Form) -> list[str]:
    """Return the fields in which two forms differ."""
    return [name for name in {*before, *now} if now.get(name) != before.get(name)]


def repeated(form: Form, last: Form, name: str, inner: str | None, row: int) -> object:
    """Return what F4 puts into a field: the last saved value, in rows that of the row above."""
    if inner is None:
        return last.get(name)
    above = form.get(name)
    if isinstance(above, list) and 0 < row <= len(above) and inner in above[row - 1]:
        return above[row - 1][inner]
    before = last.get(name)
    if isinstance(before, list):
        return before[-1].get(inner) if before else None
    return before.get(inner) if isinstance(before, dict) else None


def first_move(
    register: Register, form: Form, hand: Hand, last: Form | None = None
) -> list[dict[str, object]]:
    """Return the line of dated states that a new record begins with, [] where it is not clear.

    Its state is that of the record's own state field, or the only one a record may begin in, or the
    one that the ``last`` form saved began with; its day that of the event.
    """
    event = register.by_name[register.event_field]
    state, on = register.moves_field.columns[:2]
    if event.kind is not on.kind:
        return []
    try:
        day = hand.read(event, form.get(event.name))
        if register.state_field:
            chosen = hand.read(
                register.by_name[register.state_field], form.get(register.state_field)
            )
        else:
            first = register.life_cycle.first
            chosen = next(iter(first)) if len(first) == 1 else _begun(register, last, hand)
    except BadValue:
        return []
    if day is None or chosen is None:
        return []
    return [{"state": hand.show(state, chosen), "on": hand.show(on, cast("str", day))}]


def _begun(register: Register, last: Form | None, hand: Hand) -> object:
    """Return the state that a form began with, where it has one line of dated states."""
    moves = last.get(MOVES) if last else None
    if not isinstance(moves, list) or len(moves) != 1:
        return None
    return hand.read(register.moves_field.column("state"), moves[0].get("state"))
