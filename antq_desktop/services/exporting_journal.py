"""The journal as a file that another program can check: the chain without a word that was typed.

`docs/journal-format.md` is its specification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.files import replacing
from antq_desktop.crypto import canonical
from antq_desktop.errors import Refusal
from antq_desktop.store.journal import withheld

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.journal import Head

FORMAT = "antq-journal-1"
_AT_ONCE = 10_000


def export_journal(workspace: Workspace, path: Path, *, overwrite: bool = False) -> Head:
    """Write the whole chain to a file, whole or not at all; return the head that it ends with.

    The last line is that of the export itself: the journal knows before. Refusal for all but the
    head, if the file is there and is not to be overwritten, or cannot be written.
    """
    workspace.require_head()
    if path.exists() and not overwrite:
        raise Refusal("files.exists", name=path.name)
    journal = workspace.store.journal
    with workspace.store.atomic():
        workspace.note("journal_exported", lines=journal.head().length + 1)
    head = journal.head()
    try:
        with replacing(path) as file:
            for line in _lines(workspace, head):
                file.write(canonical.dump(line) + b"\n")
    except OSError:
        raise Refusal("files.cannot_write", name=path.name) from None
    return head


def _lines(workspace: Workspace, head: Head) -> Iterator[Json]:
    """Yield what the file is about, then each line of the chain."""
    seen = workspace.document("journal_seen")
    yield {
        "format": FORMAT,
        "workspace": workspace.place.id,
        "class": workspace.place.class_,
        "unit": workspace.unit.key.text,
        "exported_at": workspace.clock.stamp(),
        "length": head.length,
        "head": head.hash,
        "seen": dict(seen) or None,
    }
    last = 0
    while last < head.length:
        for n, entry, digest in workspace.store.journal.raw(last, _AT_ONCE):
            typed = withheld(entry)
            yield (
                {"n": n, "hash": digest, "withheld": list(typed)}
                if typed
                else {"n": n, "hash": digest, "entry": entry}
            )
            last = n
