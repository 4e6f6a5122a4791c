"""After a restore: a new chain, numbers that were never given, and what the office has told since.

A backup, or a disk image, is older than the workspace that it stands for. What was written since is
lost here and may be known to the office. So nothing is numbered again: bundles begin a new chain
that says what it continues, ``seq`` skips to a number of the clock, and books go on after the last
number on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from uuid_utils import uuid7

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import install_receipt
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.pens import DOCUMENT as HANDING_OVER
from antq_desktop.services.receiving import not_from_our_office
from antq_desktop.services.sending_files import chains_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from antq_desktop.bundle.bodies import Verdict
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LastNumber:
    """The last number that the paper book of a register has for a year."""

    register: str
    number: int
    year: int


def restore_backup(
    workspace: Workspace,
    *,
    as_fork: bool,
    receipt: Path | None = None,
    books: Sequence[LastNumber] = (),
) -> None:
    """Finish a restore in the workspace that was just unpacked and opened, or put back as a disk.

    ``receipt`` is the newest that is at hand: it names bundles that were sent after the backup.
    Refusal if it is none of ours, or a book has no register.
    """
    for book in books:
        if book.register not in workspace.catalogue.by_name:
            raise Refusal("records.unknown_register", name=book.register)
    if receipt is None:
        _begin_anew(workspace, as_fork=as_fork, told=(), books=books)
        return
    try:
        with opened(workspace, receipt) as bundle:
            told = _verdicts(workspace, bundle)
            with workspace.store.atomic():
                install_receipt(workspace, bundle)
                _begin_anew(workspace, as_fork=as_fork, told=told, books=books)
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def _verdicts(workspace: Workspace, bundle: OpenBundle) -> tuple[Verdict, ...]:
    body = bundle.manifest.receipt
    if body is None:
        raise Refusal("backup.no_receipt")
    reason = not_from_our_office(workspace, bundle)
    if reason is not None:
        raise refusal_of(BundleRefused(reason))
    return body.verdicts


def _begin_anew(
    workspace: Workspace,
    *,
    as_fork: bool,
    told: Sequence[Verdict],
    books: Sequence[LastNumber],
) -> None:
    with workspace.store.atomic():
        for name in ("chain", HANDING_OVER):
            chain = workspace.document(name)
            if chain:
                continues = cast("Json", _end_of(workspace, str(chain["id"]), told))
                begun = {
                    "id": str(uuid7()),
                    "continues": continues,
                    "earlier": cast("Json", chains_of(chain)),
                }
                workspace.store.meta.set(name, {**chain, **begun})
        _number_on(workspace)
        skipped = _skip(workspace)
        for book in books:
            workspace.store.books.raise_to(book.register, book.year, book.number)
        seen = _forget_what_is_lost(workspace)
        workspace.note("backup_restored", as_fork=as_fork, skipped=skipped, journal_seen=seen)


SKIPPED = 1000
"""More directories and lists than an office gives between two backups."""


def _number_on(workspace: Workspace) -> None:
    """Let an office's directories and lists go on above every number that it may have given.

    An older number changes nothing at its subordinates: what was revoked since would stay good.
    """
    for name, key in (("published", "version"), ("authority", "list_number")):
        body = workspace.document(name)
        if body:
            number = int(cast("int", body[key])) + SKIPPED
            workspace.store.meta.set(name, {**body, key: number})


def _end_of(workspace: Workspace, chain: str, told: Sequence[Verdict]) -> Mapping[str, Json] | None:
    """Return the newest bundle of the old chain that is known, here or from the receipt."""
    known = [(one.sequence, one.digest) for one in told if one.chain == chain]
    last = workspace.store.exchanged.last_in_chain(chain)
    if last is not None:
        known.append((last.sequence, last.digest))
    if not known:
        return None
    sequence, digest = max(known)
    return {"chain": chain, "sequence": sequence, "digest": digest}


def _skip(workspace: Workspace) -> int:
    """Let ``seq`` go on at a number that no revision of before can have; return it.

    Milliseconds of the clock: a workspace does not write a thousand revisions a second for longer
    than it lives, and no two restores happen in the same one. Where the clock ran ahead at a
    restore before this one, as many are left out again: its numbers may have been given on.
    """
    until = int(workspace.clock.now().timestamp() * 1000)
    given = workspace.store.revisions.last_seq(workspace.place.id)
    if until <= given:
        until += given
    restored = cast("Mapping[str, list[list[int]]]", workspace.document("restored"))
    # One that nothing was written after: the new gap takes its place.
    gaps = [gap for gap in restored.get("gaps", []) if gap[1] < given]
    if given < until:
        gaps.append([given + 1, until])
    workspace.store.meta.set("restored", {"gaps": cast("Json", gaps)})
    return until


def _forget_what_is_lost(workspace: Workspace) -> Json:
    """Drop the head of our journal that the office saw and that is not here; return it."""
    seen = workspace.document("journal_seen")
    journal = workspace.store.journal
    if seen and journal.hash_at(cast("int", seen["length"])) != seen["head"]:
        workspace.store.meta.set("journal_seen", {})
        return dict(seen)
    return None
