"""How old something is, and whether the PC's clock can be believed about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from antq_desktop.services.clock import TOLERANCE

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.services.clock import Clock

LONGEST = timedelta(days=366)
"""Nothing that is asked for each week or year is older unless a date is wrong."""


@dataclass(frozen=True, slots=True)
class Age:
    """When something was, how many whole days ago by the calendar, and what the PC says it is now.

    ``sure`` is False where a date must be wrong: it lies in the future, more than a year lies
    between, or the PC's clock is behind what was written down already.
    """

    at: datetime
    now: datetime
    sure: bool

    @property
    def days(self) -> int:
        """Days of the calendar since then, 0 for today and for what is to come."""
        return max((self.now.date() - self.at.date()).days, 0)

    @property
    def to_come(self) -> bool:
        """Whether it lies after what the PC shows: one of the two dates is wrong."""
        return self.at - self.now > TOLERANCE


def age_of(clock: Clock, at: datetime) -> Age:
    """Return how old something is; ``now`` is what the PC shows, right or wrong."""
    now = clock.system()
    return Age(at, now, not clock.behind and -TOLERANCE <= now - at <= LONGEST)


def days_since(clock: Clock, at: datetime) -> int:
    """Return whole days since a moment; -1 where it lies after what the PC shows."""
    return -1 if age_of(clock, at).to_come else max((clock.now() - at).days, 0)
