"""The limit of R08b: five working days for a step of the procedure of TT 14/2024/TT-BCA.

The circular was read through a report of it, which does not say of which step each limit is: so it
is watched from the proposal to the decision, and shown as unverified from the day of the circular.
"""

from __future__ import annotations

from datetime import date

from antq_desktop.domain.day_limits import done_on, working_days
from antq_desktop.domain.fields import Label
from antq_desktop.domain.register import Deadline

WORKING_DAYS = 5

DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Quyết định công nhận", "Decision on the team"),
        basis="TT 14/2024/TT-BCA",
        start="proposed_on",
        due=working_days("proposed_on", WORKING_DAYS),
        met=done_on("decided_on"),
        unverified_from=date(2024, 4, 22),
    ),
)
