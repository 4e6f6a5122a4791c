"""The stage of the demonstration: workspaces, and what one office and those below it exchange.

Everything goes through the services that people use, on practice workspaces.
"""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from dataclasses import dataclass, field
from ssl import DER_cert_to_PEM_cert
from typing import TYPE_CHECKING, TypeVar

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.consolidating import send_up
from antq_desktop.services.delivering import deliver
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.papers import save_paper
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.signing import anchor_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.demo_figures import Compared
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.workspace import Workspace, WorkspaceRole

    #: Gets the name of a step, how much of it is done, and how much there is.
    Progress = Callable[[str, int, int], None]

T = TypeVar("T")

PASSPHRASE = "demo"


@dataclass
class Result:
    """What the demonstration left behind, and the figures it compared.

    ``no_paper`` says why nothing was printed, where this PC has no font that is good for it.
    """

    workspaces: list[tuple[str, str, Path]] = field(default_factory=list)
    bundles: list[Path] = field(default_factory=list)
    authority: Path | None = None
    paper: list[Path] = field(default_factory=list)
    no_paper: Refusal | None = None
    figures: list[Compared] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    """Published sentences that the report of the year of the whole province does not say."""


class Stage:
    """A folder with one home a unit, what was carried, and who was told of it."""

    def __init__(
        self, folder: Path, catalogue: Catalogue, clock: Clock, progress: Progress
    ) -> None:
        self.folder = folder
        self.catalogue = catalogue
        self.units = load_units()
        self.result = Result()
        #: The codes of indicators that two levels counted differently.
        self.wrong: set[str] = set()
        self._clock = clock
        self._progress = progress

    def begin(self) -> None:
        """Make the folder; Refusal if there is something in it."""
        if self.folder.exists() and any(self.folder.iterdir()):
            raise Refusal("demo.not_empty", name=self.folder.name)
        self.carried.mkdir(parents=True)

    @property
    def carried(self) -> Path:
        """Where every file lies that was carried from one unit to another."""
        return self.folder / "bundles"

    def tell(self, step: str) -> None:
        """Tell that a step is done which is one alone."""
        self._progress(step, 0, 1)

    def each(self, step: str, things: Sequence[T]) -> Iterator[T]:
        """Yield the things of a step and tell which one is done now."""
        for number, thing in enumerate(things):
            self._progress(step, number, len(things))
            yield thing

    @contextmanager
    def new(self, unit: Unit, role: WorkspaceRole) -> Iterator[Workspace]:
        """Create a workspace and keep it open: each unlocking costs a key derivation."""
        home = self.folder / unit.key.code
        wanted = NewWorkspace(
            role=role,
            unit=unit,
            user="demo",
            passphrase=PASSPHRASE,
            practice=True,
            ca_passphrase=PASSPHRASE if role == "office" else None,
        )
        create_workspace(paths_for(home), wanted, self.units, self.catalogue, self._clock)
        self.result.workspaces.append((unit.key.code, role, home))
        clock = dataclasses.replace(self._clock)
        with open_workspace(paths_for(home), None, PASSPHRASE, self.catalogue, clock) as workspace:
            yield workspace

    def enrol(self, upper: Workspace, lower: Workspace) -> None:
        """Request up, directory down; the fingerprints are compared as two people would."""
        request = self.carried / f"{lower.place.unit.code}-request.antq"
        office = lower.place.role == "office"
        asked = make_request(lower, request, ca_passphrase=PASSPHRASE if office else None)
        _, directory = issue_certificate(
            upper, request, self.carried, fingerprint=asked.fingerprint, ca_passphrase=PASSPHRASE
        )
        anchor = anchor_of(upper)
        if self.result.authority is None:
            self.result.authority = self.folder / "ca.pem"
            self.result.authority.write_text(DER_cert_to_PEM_cert(anchor), encoding="ascii")
        install_directory(lower, directory, fingerprint=sha256_hex(anchor))
        self.result.bundles += [request, directory]

    def report(
        self, upper: Workspace, below: Sequence[Workspace], periods: Sequence[Period]
    ) -> None:
        """Let what is due go up, with the reports of these periods, and the receipts come down."""
        sent = [
            deliver(lower, send_up(lower, periods, []), self.carried)
            for lower in self.each("submit", below)
        ]
        for path in self.each("import", sent):
            self._take_in(upper, path)
        receipts = {
            signed.row.recipient: deliver(upper, signed.row, self.carried)
            for signed in write_receipts(upper)
        }
        for lower in self.each("answer", below):
            self._take_in(lower, receipts[lower.place.unit.code])
        self.result.bundles += [*sent, *receipts.values()]

    def save(self, workspace: Workspace, paper: Paper) -> None:
        """Save a printed form into the folder of paper."""
        folder = self.folder / "paper"
        folder.mkdir(exist_ok=True)
        path = folder / f"{workspace.place.unit.code}-{paper.file_name}"
        save_paper(workspace, paper, path)
        self.result.paper.append(path)

    def _take_in(self, workspace: Workspace, path: Path) -> None:
        verdict = import_bundle(workspace, path)
        if not verdict.good:
            raise Refusal("demo.not_accepted", name=path.name)
        # A good bundle is remarked on if a report in it counts otherwise: the field says which.
        self.wrong |= {reason.field for reason in verdict.reasons if reason.field}
