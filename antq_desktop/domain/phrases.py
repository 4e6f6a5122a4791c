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
    tenths = (part * 2 * _ALL + whole) // (2 * whole)
    head, tail = divmod(tenths, 10)
    return f"{number(head)},{tail}%"
