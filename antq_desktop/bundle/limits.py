"""How much of a bundle is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one bundle; sizes are bytes.

    ``unpacked`` and ``files`` are sums over the container, ``ratio`` is unpacked to packed size of
    any one entry, ``json_depth`` and ``line`` bound one JSON text and one line of records.
    ``sealed`` bounds the file as it arrives (what is sealed is a little larger than what is in it)
    and ``unsealed`` a file that anyone could have written. ``whole`` bounds the entries that are
    read into memory at once, ``digests``, ``json`` and ``signature`` the list of digests,
    manifest and reports, and the CMS: 100 000 files need 25 MiB of the first and 17 of the second.
    ``nesting`` is how many containers may lie inside one another, the outermost counted;
    ``unpacked`` and ``files`` are then sums over all.
    """

    unpacked: int = 2 * GIB
    files: int = 100_000
    ratio: int = 200
    json_depth: int = 32
    line: int = MIB
    sealed: int = 2 * GIB + 64 * MIB
    unsealed: int = MIB
    whole: int = 64 * MIB
    digests: int = 32 * MIB
    json: int = 20 * MIB
    signature: int = MIB
    nesting: int = 3


DEFAULT_LIMITS: Final = Limits()
