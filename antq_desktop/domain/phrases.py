"""Numbers as the article about the movement says them (counting A08)."""

from __future__ import annotations

_THOUSAND = 1000
_ALL = 1000


def number(value: int) -> str:
    """Return a whole number with its thousands apart by dots, as Vietnamese writes it."""
    return f"{value:,}".replace(",", ".")


def phrase(value: int) -> str:
    """Return a number as an article says it: "87", "2 nghìn", "trên 1 nghìn"."""
    if value < _THOUSAND:
        return str(value)
    thousands, rest = divmod(value, _THOUSAND)
    said = f"{number(thousands)} nghìn"
    return f"trên {said}" if rest else said


def percentage(part: int, whole: int) -> str:
    """Return "98,7%", half up with one decimal; "100%" for all, "–" over nothing.

    What rounds up to a hundred and is not all has its decimal, "100,0%": the bare "100%" says that
    nothing is missing.
    """
    if whole == 0:
        return "–"
    if part == whole:
        return "100%"
    head, tail = divmod(_tenths(part, whole), 10)
    return f"{number(head)},{tail}%"


STEADY = "không tăng, giảm"
"""What is said of a number that did not move."""


def change(now: int, before: int | None, counted_in: str) -> str:
    """Return how a number moved: "tăng 12 vụ, 8,3%", "giảm 1 vụ, 50%", "không tăng, giảm".

    "" where there is nothing to compare with, or it is 0: no part of nothing can be told.
    """
    if not before:
        return ""
    if now == before:
        return STEADY
    moved = abs(now - before)
    way = "tăng" if now > before else "giảm"
    whole, rest = divmod(moved * 100, before)
    percent = percentage(moved, before) if rest else f"{number(whole)}%"
    return f"{way} {number(moved)} {counted_in}, {percent}"


def moved_points(now: tuple[int, int], before: tuple[int, int]) -> str:
    """Return how a share moved, each as (part, whole): "tăng 2,3 điểm phần trăm".

    Reckoned from the percentages as they are printed, so that it can be checked on paper; what
    moved by less than their last digit is "tăng dưới 0,1 điểm phần trăm".
    """
    if now[0] * before[1] == before[0] * now[1]:
        return STEADY
    moved = abs(_tenths(*now) - _tenths(*before))
    way = "tăng" if now[0] * before[1] > before[0] * now[1] else "giảm"
    head, tail = divmod(moved, 10)
    return f"{way} {f'{head},{tail}' if moved else 'dưới 0,1'} điểm phần trăm"


def _tenths(part: int, whole: int) -> int:
    """Return tenths of a percent, half up."""
    return (part * 2 * _ALL + whole) // (2 * whole)
