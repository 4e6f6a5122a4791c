"""What whole records take along to another workspace: what is sealed, sealed again, and files."""

from __future__ import annotations

from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.domain.fields import Travel
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import identities
from antq_desktop.services.attachment_files import (
    attachments_folder,
    state_when_read,
    unsealed,
)
from antq_desktop.services.looking import open_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.services.workspace import Workspace


def seal_again(workspace: Workspace, digest: str, seals: Sequence[str]) -> bytes:
    """Open a confidential part, by its digest, and seal it to the heads who have these keys.

    It is in the clear nowhere but in memory. Refusal for whoever it is not sealed to.
    """
    return seal_bytes(open_part(workspace, digest), list(seals))


@contextmanager
def content_to_send(workspace: Workspace, one: Attached) -> Iterator[IO[bytes]]:
    """Open a file to send it: a confidential one as it lies, sealed with the key of its part."""
    stored, name = workspace.store.attachments.get(one.key), one.name or one.id
    if stored is None:
        raise Refusal("attach.missing", name=name)
    if one.travel is not Travel.CONFIDENTIAL:
        with unsealed(workspace, stored, identities(workspace), one.digest, name) as stream:
            yield stream
        return
    state = state_when_read(workspace, stored)
    if state != "here":
        raise Refusal("attach.missing" if state == "missing" else "attach.damaged", name=name)
    with (attachments_folder(workspace.paths) / stored.file).open("rb") as file:
        yield file
