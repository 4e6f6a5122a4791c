"""The room that a bundle has: the limits hold over the sum of all containers inside one another.

A container inside is a file of the one around it, so its bytes are counted there already. It adds
only what it unpacks to beyond them: nothing where its entries are stored, all of a bomb where they
are not. So no level, with all its containers together, unpacks to more than the limit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import refused

if TYPE_CHECKING:
    from antq_desktop.bundle.container import Container
    from antq_desktop.bundle.limits import Limits


@dataclass(frozen=True, slots=True)
class Weight:
    """What a bundle takes of the limits: bytes that it unpacks to, and files."""

    unpacked: int
    files: int

    def __add__(self, other: Weight) -> Weight:
        """Return what both take together."""
        return Weight(self.unpacked + other.unpacked, self.files + other.files)

    def fits(self, most: Weight) -> bool:
        """Say whether it is within a bound."""
        return self.unpacked <= most.unpacked and self.files <= most.files


@dataclass
class Room:
    """How much of the limits the containers that were opened so far have taken.

    A container that is opened twice is counted once: what names it are the names of those around
    it and its own, from the outermost on, which has none.
    """

    limits: Limits
    unpacked: int = 0
    files: int = 0
    _around: int = 0
    _counted: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, container: Container, place: tuple[str, ...] = ()) -> None:
        """Count a container; BundleRefused (``unpacked``, ``files``) if it is too much in sum."""
        if place in self._counted:
            return
        self._counted.add(place)
        beyond = sum(entry.size for entry in container.entries.values()) - container.size
        if place:
            self.unpacked += max(0, beyond)
        else:
            self.unpacked += beyond + container.size
            self._around = max(0, -beyond)
        self.files += len(container.entries)
        if self.unpacked > self.limits.unpacked:
            raise refused("unpacked", limit=self.limits.unpacked)
        if self.files > self.limits.files:
            raise refused("files", limit=self.limits.files)

    @property
    def inside_another(self) -> Weight:
        """What the outermost container would take as a file of one around it, all levels counted.

        Of those inside it, that is what was opened.
        """
        return Weight(self.unpacked + self._around, self.files + 1)
