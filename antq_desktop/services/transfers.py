"""Books that went and books that came: what would go, what a file brings, where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import attachment_of
from antq_desktop.bundle.writer import letters_of
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import opened
from antq_desktop.services.handing_books_over import handing, must_be_the_same, sealed_due
from antq_desktop.services.pens import DOCUMENT, is_closed
from antq_desktop.services.previewing import ToSettle, to_settle
from antq_desktop.services.receiving import verify_bundle
from antq_desktop.services.signing import own_signature
from antq_desktop.services.status import Received, Sent, received_bundles, sent_transfers

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.register import Register
    from antq_desktop.services.handing_books_over import Receiver
    from antq_desktop.services.handing_books_over_files import Files
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Moving:
    """One register of a transfer: records that go, and drafts that stay."""

    register: Register
    new: int
    changed: int
    voided: int
    drafts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A transfer before it is signed: what goes, what stays, and what stands against it.

    ``sealed`` counts the confidential parts, ``reports`` the frozen figures of periods that go;
    ``taken`` the workspaces whose books are here and go on from here. ``to_settle`` are records
    with grave problems. ``hindrance`` says why this user cannot sign it for that receiver.
    ``closed``: the books were closed before, and stay so.
    """

    registers: tuple[Moving, ...]
    files: Files
    sealed: int
    reports: int
    taken: int
    drafts: int
    to_settle: tuple[ToSettle, ...]
    hindrance: Refusal | None
    closed: bool
    empty: bool

    def may_go(self, *, close: bool) -> bool:
        """Say whether it can be signed; closed books leave no drafts behind."""
        something = not self.empty or close
        drafts = close and self.drafts > 0
        return something and not (drafts or self.to_settle or self.hindrance is not None)


@dataclass(frozen=True, slots=True)
class Given:
    """A transfer that was signed here: to whom (name and letters), and where it stands."""

    sent: Sent
    to: str
    closes: bool


@dataclass(frozen=True, slots=True)
class Came:
    """A transfer that was judged here: who gave it (the name of the unit, and the letters)."""

    received: Received
    giver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """What a file that was brought holds. Only of a ``transfer`` all members are known.

    ``sealed`` counts confidential parts, ``files`` attachments, ``size`` their bytes; ``closes``
    says that the giver writes no more, ``books`` how many of his books go on here.
    """

    verdict: Verdict
    transfer: bool = False
    giver: str = ""
    sealed: int = 0
    files: int = 0
    size: int = 0
    reports: int = 0
    queries: int = 0
    closes: bool = False
    books: int = 0


def own_name(workspace: Workspace) -> str:
    """Return what this workspace is called among those of its unit: the unit, and the letters."""
    return f"{workspace.unit.name} ({letters_of(workspace.place.id)})"


def weigh_transfer(workspace: Workspace, to: Receiver) -> Weighed:
    """Return what would go to a receiver now; nothing is signed and nothing changed."""
    found = handing(workspace, to)
    counts = workspace.store.queries.counts()
    moving: list[Moving] = []
    for register in workspace.catalogue.registers:
        one = found.due.counts.get(register.name)
        new, changed, voided = (one.new, one.changed, one.voided) if one else (0, 0, 0)
        drafts = counts.get(register.name, (0, 0, 0))[1]
        if new or changed or drafts:
            moving.append(Moving(register, new, changed, voided, drafts))
    sealed = len(sealed_due(workspace, found))
    return Weighed(
        registers=tuple(moving),
        files=found.files,
        sealed=sealed,
        reports=len(found.reports),
        taken=len(found.due.beside),
        drafts=found.drafts,
        to_settle=tuple(to_settle(workspace, found.due)),
        hindrance=_hindrance(workspace, to, sealed),
        closed=is_closed(workspace),
        empty=found.empty,
    )


def _hindrance(workspace: Workspace, to: Receiver, sealed: int) -> Refusal | None:
    try:
        own_signature(workspace, of_before=True)
        must_be_the_same(workspace, to)
    except Refusal as refusal:
        return refusal
    return Refusal("transfer.no_seal") if sealed and to.seal is None else None


def given_transfers(workspace: Workspace) -> list[Given]:
    """Return what was handed over from here, the newest first."""
    body = workspace.document(DOCUMENT)
    return [
        Given(
            one,
            str(body["name"]) if one.row.chain == body.get("id") else one.row.recipient,
            one.row.digest == body.get("closed"),
        )
        for one in sent_transfers(workspace)
    ]


def taken_transfers(workspace: Workspace) -> list[Came]:
    """Return what others handed over to here, the newest first."""
    return [
        Came(one, _giver(workspace, one.row.unit, one.row.workspace))
        for one in received_bundles(workspace)
        if one.row.kind == "transfer"
    ]


def look_at_file(workspace: Workspace, path: Path) -> Arriving:
    """Say what an import of a file would say, and what a transfer in it brings; nothing changes."""
    verdict = verify_bundle(workspace, path)
    if verdict.kind != "transfer":
        return Arriving(verdict=verdict)
    with opened(workspace, path) as bundle:
        manifest, body = bundle.manifest, bundle.manifest.transferred
    files = [one for one in manifest.files if attachment_of(one.path) is not None]
    unit = manifest.sender.unit
    giver = f"{unit.name} ({letters_of(manifest.sender.workspace)})"
    return Arriving(
        verdict=verdict,
        transfer=True,
        giver=giver,
        sealed=body.sealed if body is not None else 0,
        files=len(files),
        size=sum(one.size for one in files),
        reports=len(manifest.periods),
        queries=len(body.queries) if body is not None else 0,
        closes=body.closes if body is not None else False,
        books=len(body.books) if body is not None else 0,
    )


def _giver(workspace: Workspace, unit: str, giver: str) -> str:
    key = parse_unit_key(unit)
    try:
        name = workspace.units.get(key).name
    except Refusal:
        name = key.text  # a newer tree may have dropped it: the code still names it
    return f"{name} ({letters_of(giver)})"
