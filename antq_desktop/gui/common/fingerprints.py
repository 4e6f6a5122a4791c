"""Fingerprints as two people read them out: 64 digits in groups of four."""

from __future__ import annotations

_GROUP, _TOGETHER, _LINE = 4, 4, 8
_UNBROKEN = "\N{NO-BREAK SPACE}"


def grouped(fingerprint: str) -> str:
    """Return the digits in groups of four, eight groups a line.

    Where there is no room for eight, a line breaks after the fourth and nowhere else.
    """
    groups = [fingerprint[at : at + _GROUP] for at in range(0, len(fingerprint), _GROUP)]
    parts = [_UNBROKEN.join(groups[at : at + _TOGETHER]) for at in range(0, len(groups), _TOGETHER)]
    a_line = _LINE // _TOGETHER
    return "\n".join(" ".join(parts[at : at + a_line]) for at in range(0, len(parts), a_line))
