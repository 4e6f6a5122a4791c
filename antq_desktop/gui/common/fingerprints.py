"""Fingerprints as two people read them out: 64 digits in groups of four."""

from __future__ import annotations

_GROUP, _LINE = 4, 8


def grouped(fingerprint: str) -> str:
    """Return the digits in groups of four, eight groups a line."""
    groups = [fingerprint[at : at + _GROUP] for at in range(0, len(fingerprint), _GROUP)]
    lines = [" ".join(groups[at : at + _LINE]) for at in range(0, len(groups), _LINE)]
    return "\n".join(lines)
