"""The limit of R08b: five working days for a step of the procedure of TT 14/2024/TT-BCA.

The circular was read through a report of it, which does not say of which step each limit is: so it
is watched from the proposal to the decision, and shown as unverified from the day of the circular.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import after_working_days, end_of
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline, Setting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

WORKING_DAYS = 5


def _due(values: Mapping[str, object], setting: Setting) -> datetime | None:
    proposed = values.get("proposed_on")
    if not isinstance(proposed, str):
        return None
    return end_of(
        after_working_days(date.fromisoformat(proposed), WORKING_DAYS, setting.calendar())
    )


def _met(values: Mapping[str, object]) -> datetime | None:
    decided = values.get("decided_on")
    return end_of(date.fromisoformat(decided)) if isinstance(decided, str) else None


DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Quyết định công nhận", "Decision on the team"),
        basis="TT 14/2024/TT-BCA",
        start="proposed_on",
        due=_due,
        met=_met,
        unverified_from=date(2024, 4, 22),
    ),
)
