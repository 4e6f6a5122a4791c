"""Moves: the dated states of a record, append-only, from which every "as at" is read.

A move is ``{"state", "on"}``; one that corrects an earlier line carries ``"replaces"``, the number
of that line counted from 1. So a wrong date is corrected the way a paper book is: the line stays,
another one takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from antq_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from antq_desktop.domain.lifecycle import LifeCycle

    Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Move:
    """One effective line: the state reached, and the legal day (or moment) of it as text."""

    state: str
    on: str

    @property
    def day(self) -> str:
        """The local calendar day, ISO 8601 (moments are stored in +07:00)."""
        return self.on[:10]


def history(rows: Sequence[Json]) -> tuple[Move, ...]:
    """Return the effective moves in order of their dates, corrections applied.

    Lines of one date keep the order in which they were written.
    """
    lines: dict[int, Move] = {}
    for number, row in enumerate(rows, 1):
        replaces = row.get("replaces")
        place = replaces if isinstance(replaces, int) and replaces in lines else number
        lines[place] = Move(str(row["state"]), str(row["on"]))
    return tuple(sorted(lines.values(), key=lambda move: move.on))


def last_state(rows: Sequence[Json]) -> str | None:
    """Return the state that the record is in, or None without moves."""
    moves = history(rows)
    return moves[-1].state if moves else None


def state_at(rows: Sequence[Json], day: date) -> str | None:
    """Return the state at the end of ``day``; None if the record had none yet."""
    until = day.isoformat()
    state = None
    for move in history(rows):
        if move.day > until:
            break
        state = move.state
    return state


def check_moves(
    rows: Sequence[Json], earlier: Sequence[Json], cycle: LifeCycle
) -> Iterator[Problem]:
    """Yield what is wrong with the moves: a line taken away, a step the life cycle does not know.

    ``earlier`` are the moves of the previous revision; they must stand at the beginning unchanged.
    """
    if list(rows[: len(earlier)]) != list(earlier):
        yield Problem("moves", "rules.moves_append_only")
    lines: set[object] = set()
    for number, row in enumerate(rows, 1):
        replaces = row.get("replaces")
        if replaces is None:
            lines.add(number)
        elif replaces not in lines:
            yield Problem(
                f"moves[{number}].replaces", "rules.move_replaces", values={"row": number}
            )
    steps = history(rows)
    if steps and steps[0].state not in cycle.first:
        yield Problem("moves", "rules.move_first", values={"state": steps[0].state})
    for before, after in pairwise(steps):
        if not cycle.allows(before.state, after.state):
            yield Problem(
                "moves",
                "rules.move_not_allowed",
                values={"before": before.state, "after": after.state},
            )
