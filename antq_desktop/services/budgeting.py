"""Which bundles from below fit into one consolidated bundle, and how much is left beside them.

The limits hold over the sum of all containers inside one another, at whoever is above. What does
not fit goes with the next bundle; nobody is stuck. The oldest go first and none overtakes another:
a bundle whose base went later would be remarked above.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.limits import DEFAULT_LIMITS, MIB
from antq_desktop.bundle.room import Weight
from antq_desktop.services.keeping import inbox_file, outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming

OWN: Final = Weight(512 * MIB, 2000)
"""What stays free for the office's own records, reports and papers, and the offices above."""
ANSWER: Final = Weight(MIB, 10)
"""What a receipt takes: five files, and a few hundred bytes for each verdict."""
_LEAST: Final = Weight(64 * MIB, 500)
"""What must stay free even where a single bundle goes."""
_UNKNOWN_FILES: Final = 1000
"""Files of a bundle that came before its weight was kept."""

MOST: Final = Weight(DEFAULT_LIMITS.unpacked - OWN.unpacked, DEFAULT_LIMITS.files - OWN.files)
"""What all bundles from below may take together."""
MOST_ALONE: Final = Weight(
    DEFAULT_LIMITS.unpacked - _LEAST.unpacked, DEFAULT_LIMITS.files - _LEAST.files
)
"""What a bundle may take that goes alone: one that an office below has filled to `MOST`."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Bundles from below: those that ``go`` now, those that go ``later``, and the ``stuck``.

    What is stuck is too large to be inside another: nobody could read it. ``left`` is what the
    office's own attachments may take beside those that go.
    """

    go: tuple[Incoming, ...] = ()
    later: tuple[Incoming, ...] = ()
    stuck: tuple[Incoming, ...] = ()
    left: Weight = MOST


def pack(workspace: Workspace, bundles: Iterable[Incoming]) -> Packed:
    """Divide bundles from below, in the order in which they were taken in.

    They go as long as all together are within `MOST`; a first one that is above it goes alone.
    """
    go: list[Incoming] = []
    later: list[Incoming] = []
    stuck: list[Incoming] = []
    sum_ = Weight(0, 0)
    for one in bundles:
        weight = weight_of(workspace, one) + ANSWER
        if not weight.fits(MOST_ALONE):
            stuck.append(one)
        elif later or (go and not (sum_ + weight).fits(MOST)):
            later.append(one)
        else:
            go.append(one)
            sum_ += weight
    left = Weight(max(0, MOST.unpacked - sum_.unpacked), max(0, MOST.files - sum_.files))
    return Packed(tuple(go), tuple(later), tuple(stuck), left)


def weight_of(workspace: Workspace, row: Incoming) -> Weight:
    """Return what a bundle that came takes inside another.

    Of one that came before this was kept it is that of its sealed file, which is larger than what
    is in it.
    """
    known = outcome_of(row).weight
    if known is not None:
        return known
    try:
        return Weight(inbox_file(workspace, row).stat().st_size, _UNKNOWN_FILES)
    except OSError:
        return Weight(0, _UNKNOWN_FILES)  # a file that is gone is told where it is to be opened
