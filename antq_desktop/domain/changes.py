"""How a figure differs from an earlier one: by how many, and by which share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Figure

_TENTHS = 1000
"""Tenths of a percent in a whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """From an earlier figure to a later one.

    ``difference`` is in what is counted. ``tenths`` are tenths of a percent of the earlier value;
    with ``points`` they are tenths of a percentage point between the two shares of an x/y. None
    where there is nothing to divide by.
    """

    difference: int
    tenths: int | None
    points: bool = False


def change(before: Figure, now: Figure) -> Change:
    """Return how a figure changed; shares are rounded half up, as everywhere (counting A08)."""
    difference = now.value - before.value
    if now.denominator is None or before.denominator is None:
        share = _rounded(difference * _TENTHS, before.value) if before.value else None
        return Change(difference, share)
    if not now.denominator or not before.denominator:
        return Change(difference, None, points=True)
    # Of the shares as they are printed, so that a reader can do the sum himself.
    shares = [_rounded(one.value * _TENTHS, one.denominator or 1) for one in (now, before)]
    return Change(difference, shares[0] - shares[1], points=True)


def _rounded(part: int, whole: int) -> int:
    """Divide and round half away from zero."""
    sign = -1 if part < 0 else 1
    return sign * ((2 * abs(part) + whole) // (2 * whole))
