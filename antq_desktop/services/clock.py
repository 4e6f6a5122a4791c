"""The time that the program uses: never earlier than what it has already written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

#: How far the PC's clock may lie behind the journal before it is not believed.
TOLERANCE = timedelta(minutes=5)


def system_time() -> datetime:
    """Return the PC's clock in the zone of Vietnam, to the second."""
    return datetime.now(ZONE).replace(microsecond=0)


@dataclass
class Clock:
    """The later of the PC's clock and the last time in the journal or a receipt."""

    system: Callable[[], datetime] = system_time
    known: datetime | None = field(default=None)

    def learn(self, moment: datetime | None) -> None:
        """Take note of a time that has certainly passed."""
        if moment is not None and (self.known is None or moment > self.known):
            self.known = moment

    def now(self) -> datetime:
        """Return the time to write down."""
        system = self.system()
        return max(system, self.known) if self.known is not None else system

    def stamp(self) -> str:
        """Return that time as ISO 8601 with +07:00."""
        return self.now().isoformat(timespec="seconds")

    def today(self) -> date:
        """Return the local calendar day."""
        return self.now().date()

    @property
    def behind(self) -> bool:
        """Whether the PC's clock lies more than five minutes behind what is known."""
        return self.known is not None and self.system() < self.known - TOLERANCE

    def must_be_right(self) -> None:
        """Refuse to sign with a clock that lies more than five minutes behind what is known."""
        if self.known is not None and self.behind:
            raise Refusal("clock.behind", known=self.known.strftime("%H:%M %d/%m/%Y"))
