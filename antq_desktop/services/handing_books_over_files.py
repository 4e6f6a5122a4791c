"""The files that go over with a transfer: of every revision, whatever of them travels otherwise.

What is shared or private goes in the clear under the seal of the bundle; a confidential file goes
as it lies on the disk, under a key of its own that stands in a part sealed to the receiving head.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import attachment_name
from antq_desktop.domain.attachments import attached_of
from antq_desktop.services.attachment_files import MOST_BYTES, state_of
from antq_desktop.services.pens import taken_pens
from antq_desktop.services.sealing_again import content_to_send
from antq_desktop.services.sending_files import MOST_FILES, chains_of

if TYPE_CHECKING:
    from antq_desktop.bundle.writer import Source
    from antq_desktop.domain.attachments import Attached
    from antq_desktop.services.workspace import Workspace

    Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Files:
    """The files that ``go`` now; ``later`` wait for the next transfer, ``gone`` are not here.

    ``at_office`` are those that go and that the office has acknowledged.
    """

    go: tuple[Attached, ...] = ()
    later: int = 0
    gone: int = 0
    at_office: frozenset[Key] = frozenset()

    @property
    def size(self) -> int:
        """Bytes of those that go."""
        return sum(one.size for one in self.go)

    def entries(self, workspace: Workspace) -> dict[str, Source]:
        """Return them by their names inside; each is opened when it is its turn."""
        return {
            attachment_name(one.id): partial(content_to_send, workspace, one) for one in self.go
        }


def files_due(workspace: Workspace, chain: str) -> Files:
    """Return which files the receiver of a chain of transfers ("" before one) has not confirmed.

    The oldest go first, as many as fit into a bundle.
    """
    stored = workspace.store.attachments
    known = stored.sent([chain], acknowledged=True)
    go: dict[Key, Attached] = {}
    later, gone, room = 0, 0, MOST_BYTES
    for one in sorted(_every(workspace), key=lambda each: each.key):
        if one.key in known:
            continue
        if state_of(workspace, stored.get(one.key)) == "missing":
            gone += 1
        elif one.size > room or len(go) == MOST_FILES:
            later += 1
        else:
            go[one.key] = one
            room -= one.size
    body = workspace.document("chain")
    office = stored.sent(chains_of(body), acknowledged=True) if body else set()
    return Files(tuple(go.values()), later, gone, frozenset(office & go.keys()))


def _every(workspace: Workspace) -> list[Attached]:
    """Return every file that a revision of ours names, or one of those that we took over."""
    found: dict[Key, Attached] = {}
    for place in (workspace.place.id, *taken_pens(workspace)):
        for revision in workspace.store.revisions.with_files(place):
            for one in attached_of(revision.shared, revision.private):
                found[one.key] = one
    return list(found.values())
