"""Digits in groups of four, as people read them aloud and compare them."""

from __future__ import annotations

GROUP = 4


def in_groups(text: str) -> list[str]:
    """Return a text in capitals, cut into groups of four."""
    plain = text.upper()
    return [plain[start : start + GROUP] for start in range(0, len(plain), GROUP)]
