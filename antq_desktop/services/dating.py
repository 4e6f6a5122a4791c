"""Wrong clocks: what a bundle's own time is worth, and how a journal gets back to the right time.

What counts is when a bundle was *received*; when it was *created* is its signer's claim. A claim
that cannot be true is no reason to refuse records, and every reason to look at a clock.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.backing_up import date_back
from antq_desktop.services.clock import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace

_FILE: Final = "submission.json"
_FIELD: Final = "$.created_at"
BELIEVED: Final = timedelta(days=31)
"""How far ahead of what is known here a receipt's time is believed: by a clock that is a year
ahead no commune may lose its right to sign."""


def time_remarks(workspace: Workspace, bundle: OpenBundle) -> Iterator[Reason]:
    """Yield what cannot be true of the time that a bundle states.

    ``created_ahead``: later than its receipt by more than five minutes; ``created_outside``: not
    within the time of its signer's certificate.
    """
    created, certificate = bundle.manifest.created_at, bundle.signer.certificate
    if created > workspace.clock.now() + TOLERANCE:
        yield Reason("created_ahead", _FILE, field=_FIELD)
    if not certificate.not_before <= created <= certificate.not_after:
        yield Reason("created_outside", _FILE, field=_FIELD)


def learn_from(workspace: Workspace, bundle: OpenBundle) -> None:
    """Take the time of a receipt for one that has passed, unless it cannot be believed."""
    created, certificate = bundle.manifest.created_at, bundle.signer.certificate
    in_time = certificate.not_before <= created <= certificate.not_after
    if in_time and created <= workspace.clock.now() + BELIEVED:
        workspace.clock.learn(created)


def clock_is_right(workspace: Workspace) -> bool:
    """Let the head say that the PC's clock is right, and the journal ahead of it by a mistake.

    Once a PC was used with a date in the future, nothing could be signed before that date: this is
    the way back. It is a line in the journal, with the time that is given up; True if there was
    anything to correct. What the clock has noted in the meantime is dated back to now: an office
    above refuses a bundle that its receipt seems to have answered before it came, and a revocation
    of a day to come would not hold yet.
    """
    workspace.require_head()
    clock = workspace.clock
    known = clock.known
    if known is None or clock.system() >= known:
        return False
    clock.known = None
    with workspace.store.atomic():
        workspace.store.exchanged.not_after(clock.stamp())
        workspace.note("clock_corrected", was=known.isoformat(timespec="seconds"))
    date_back(workspace.paths, clock.now())
    return True
