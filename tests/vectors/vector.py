"""What a vector is, and the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.unit.bundle.world import MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from antq_desktop.domain.succession import Succession
    from tests.vectors.members import Ways

ACCEPTED: Final = "accepted"


@dataclass(frozen=True, kw_only=True)
class Vector:
    """A bundle, and what must be said of it.

    ``rule`` is the one that refuses it, None where it is accepted; ``holds`` is why it waits for a
    person, ``remark`` what an office remarks of one that it accepts. ``row`` names the line of the
    closed table in docs/bundle-format.md, None where some other tool says the same. ``anchor`` is
    the authority that the reader trusts, ``lists`` whether its revocation list is at hand, with
    that of the authority ``between`` it and the signer; ``lacks`` says whose list is missing.
    ``at`` is the moment of judgement, ``succession`` what the reader knows of its units. A request
    is ``sealed`` by nobody. One for an ``office`` is judged by a workspace of the province, which
    has the list of units. With ``assigned`` the anchor is a further one, under which the reader
    knows whose these certificates are. What is not ``committed`` is too large for the repository
    and made when it is tested.
    """

    name: str
    about: str
    make: Callable[[], bytes]
    rule: str | None = None
    holds: str | None = None
    remark: str | None = None
    row: str | None = None
    at: datetime = MOMENT
    anchor: str = "authority"
    lists: bool = False
    between: str | None = None
    lacks: str | None = None
    succession: Succession | None = None
    assigned: tuple[Ways, ...] | None = None
    sealed: bool = True
    office: bool = False
    committed: bool = True

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.antq"

    @property
    def listed(self) -> tuple[str, ...]:
        """Whose revocation lists are at hand."""
        known = (self.anchor, self.between) if self.lists else ()
        return tuple(one for one in known if one is not None and one != self.lacks)

    @property
    def verdict(self) -> str:
        """What the reader must say."""
        if self.holds:
            return "held"
        return "refused" if self.rule else ACCEPTED
