"""How the width of a page is shared among the columns of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def fitted(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Return the widths of columns that together take ``room``, all in points.

    Each has its share, but never less than its ``least``: what that takes, the others give in
    proportion to their shares. Where all least widths together are too wide, these are the shares.
    """
    if sum(least) >= room:
        return [room * one / sum(least) for one in least]
    held: set[int] = set()
    while True:
        free = room - sum(least[at] for at in held)
        sharing = sum(share for at, share in enumerate(shares) if at not in held)
        widths = [
            least[at] if at in held else free * share / sharing for at, share in enumerate(shares)
        ]
        narrow = {at for at, width in enumerate(widths) if width < least[at]}
        if not narrow:
            return widths
        held |= narrow
