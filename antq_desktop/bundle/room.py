"""The room that a bundle has: the limits hold over the sum of all containers inside one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import refused

if TYPE_CHECKING:
    from antq_desktop.bundle.container import Container
    from antq_desktop.bundle.limits import Limits


@dataclass
class Room:
    """How much of the limits the containers that were opened so far have taken.

    A container that is opened twice is counted once: what names it are the names of those around
    it and its own, from the outermost on, which has none.
    """

    limits: Limits
    unpacked: int = 0
    files: int = 0
    _counted: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, container: Container, place: tuple[str, ...] = ()) -> None:
        """Count a container; BundleRefused (``unpacked``, ``files``) if it is too much in sum."""
        if place in self._counted:
            return
        self._counted.add(place)
        self.unpacked += sum(entry.size for entry in container.entries.values())
        self.files += len(container.entries)
        if self.unpacked > self.limits.unpacked:
            raise refused("unpacked", limit=self.limits.unpacked)
        if self.files > self.limits.files:
            raise refused("files", limit=self.limits.files)
