"""Life cycles: the states of a register and which may follow which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.fields import Code


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """The states as codes with labels, and for each the states that may come next.

    A record may enter the book in any state of ``first`` (books are begun with what exists
    already); staying in a state is always allowed.
    """

    states: tuple[Code, ...]
    next: Mapping[str, frozenset[str]]
    first: frozenset[str]

    def allows(self, before: str, after: str) -> bool:
        """Say whether ``after`` may follow ``before``."""
        return before == after or after in self.next.get(before, frozenset())


def steps(**following: str) -> dict[str, frozenset[str]]:
    """Make the table of next states: ``steps(new="maintained paused")``."""
    return {state: frozenset(names.split()) for state, names in following.items()}
