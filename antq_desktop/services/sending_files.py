"""Which attachments go with the next bundle, and how much room they take.

A file goes once: what the office has acknowledged is not sent again, but for the files of rows that
it refused and that come again. What does not fit into this bundle goes with a later one; its row
goes all the same, and the office shows that the file is still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from antq_desktop.bundle.limits import DEFAULT_LIMITS, MIB
from antq_desktop.bundle.names import attachment_name
from antq_desktop.domain.problems import Finding, Problem
from antq_desktop.services.attachment_files import state_of
from antq_desktop.services.attachments import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.bundle.writer import Source
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.attachments import Listed

MOST_BYTES: Final = DEFAULT_LIMITS.unpacked - 512 * MIB
"""What attachments may take of a bundle: a year of records must fit beside them."""

MOST_FILES: Final = DEFAULT_LIMITS.files // 2


@dataclass(frozen=True, slots=True)
class Luggage:
    """The files that are due: those that ``go`` now, and those that go ``later``."""

    go: tuple[Listed, ...] = ()
    later: tuple[Listed, ...] = ()

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """What names the content of those that go."""
        return frozenset(one.key for one in self.go)

    @property
    def size(self) -> int:
        """Bytes that those that go take in the bundle."""
        return sum(one.size for one in self.go)

    @property
    def later_size(self) -> int:
        """Bytes of those that go later."""
        return sum(one.size for one in self.later)


NOTHING: Final = Luggage()


def luggage(
    workspace: Workspace, chain: str, again: Sequence[str], room: int | None = None
) -> Luggage:
    """Return which files are due to the receiver of a chain ("" before there is one).

    The oldest go first, as long as they fit into ``room`` bytes (None: into a bundle). ``again``
    are digests of rows that the receiver refused: their files go with them once more.
    """
    files = workspace.store.attachments
    known = files.acknowledged(chain) if chain else set()
    if again:
        known -= files.of_revisions(again)
    room = MOST_BYTES if room is None else min(room, MOST_BYTES)
    go: dict[tuple[str, str], Listed] = {}
    later: list[Listed] = []
    for one in files.going(workspace.place.id):
        if one.key in known or one.key in go:
            continue
        room -= one.size
        if room < 0 or len(go) == MOST_FILES:
            later.append(one)
            room += one.size
        else:
            go[one.key] = one
    return Luggage(tuple(go.values()), tuple(later))


def entries_of(workspace: Workspace, found: Luggage) -> dict[str, Source]:
    """Return the files that go by their names inside; each is opened when it is its turn."""
    return {attachment_name(one.id): partial(content_of, workspace, one) for one in found.go}


def unsound_files(workspace: Workspace, found: Luggage) -> Iterator[Finding]:
    """Yield the records whose files ought to go and are missing, or have another size."""
    for one in found.go:
        state = state_of(workspace, workspace.store.attachments.get(one.key))
        if state != "here":
            rule = "attach.missing" if state == "missing" else "attach.damaged"
            problem = Problem("attachments", rule, values={"name": f"({one.place})"})
            yield Finding((problem,), record=one.record)
