"""Which attachments go with the next bundle, and how much room they take.

A file goes once: what the office has acknowledged is not sent again, but for the files of rows that
it refused and that come again. That holds across the chains that restores have ended: a backup may
come back without its files, and one that went before is not asked for again. What does not fit into
this bundle goes with a later one; its row goes all the same, and the office shows that the file is
still to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from antq_desktop.bundle.limits import DEFAULT_LIMITS
from antq_desktop.bundle.names import attachment_name
from antq_desktop.domain.problems import Finding, Problem
from antq_desktop.services.attachment_files import MOST_BYTES, state_of
from antq_desktop.services.attachments import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.bundle.writer import Source
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.attachments import Listed

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
    workspace: Workspace,
    chain: str,
    again: Sequence[str],
    room: int | None = None,
    most: int = MOST_FILES,
) -> Luggage:
    """Return which files are due to the receiver of a chain ("" before there is one).

    The oldest go first, as long as they fit into ``room`` bytes (None: into a bundle) and are not
    more than ``most``. ``again`` are digests of rows that the receiver refused: their files go with
    them once more.
    """
    files = workspace.store.attachments
    chains = chains_of(workspace.document("chain")) if chain else []
    known = files.sent(chains, acknowledged=True) | files.sent_elsewhere()
    if again:
        known -= files.of_revisions(again)
    went = files.sent(chains, acknowledged=False)
    room = MOST_BYTES if room is None else min(room, MOST_BYTES)
    go: dict[tuple[str, str], Listed] = {}
    later: list[Listed] = []
    for one in files.going(workspace.place.id):
        if one.key in known or one.key in go:
            continue
        if one.key in went and state_of(workspace, files.get(one.key)) == "missing":
            continue  # the office has it, or remarks that it has not: nothing here can change that
        room -= one.size
        if room < 0 or len(go) >= most:
            later.append(one)
            room += one.size
        else:
            go[one.key] = one
    return Luggage(tuple(go.values()), tuple(later))


def chains_of(chain: Mapping[str, object]) -> list[str]:
    """Return the ids of our chain, and of those to the same office that restores have ended."""
    return [*cast("list[str]", chain.get("earlier", [])), str(chain["id"])]


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
