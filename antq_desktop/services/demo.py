"""A province in miniature: an office and its communes, from the first key to equal figures."""

from __future__ import annotations

import dataclasses
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from ssl import DER_cert_to_PEM_cert
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.indicators import Figure, add
from antq_desktop.domain.periods import Period, make_period
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import deliver
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.looking import list_records
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.papers import compose, save_paper
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.units import Unit, UnitKey, UnitTree
    from antq_desktop.services.clock import Clock
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.papers import Paper
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace, WorkspaceRole

    Progress = Callable[[str, int, int], None]

OFFICE = "347"
PASSPHRASE = "demo"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How large the miniature is: communes, year, records a commune and register, and the seed."""

    communes: int = 3
    year: int = 2023
    records: int = 12
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure: what the office counted, and whether the communes' own figures add up to it."""

    indicator: str
    period: str
    label: Label
    figure: Figure
    equal: bool


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


class Demo:
    """Runs the whole job through the services that people use, on practice workspaces."""

    def __init__(
        self, folder: Path, wanted: Wanted, catalogue: Catalogue, clock: Clock, progress: Progress
    ) -> None:
        self._folder = folder
        self._wanted = wanted
        self._catalogue = catalogue
        self._clock = clock
        self._progress = progress
        self._units: UnitTree = load_units()
        # The units of the end of the year: later reforms gave their codes to others.
        self._day = date(wanted.year, 12, 31)
        self._period: Period = make_period("DL", wanted.year)
        self.result = Result()

    def run(self) -> Result:
        """Do everything; Refusal for a folder in use, or more communes than there are."""
        office = self._units.resolve(f"{OFFICE}@{self._day}", self._day)
        communes = self._units.children(office.key, self._day)
        if not 1 <= self._wanted.communes <= len(communes):
            raise Refusal("demo.communes", most=len(communes))
        if self._folder.exists() and any(self._folder.iterdir()):
            raise Refusal("demo.not_empty", name=self._folder.name)
        self._carried.mkdir(parents=True)
        communes = communes[: self._wanted.communes]
        self._create(office, "office")
        self._steps(office, communes)
        return self.result

    @property
    def _carried(self) -> Path:
        return self._folder / "bundles"

    def _steps(self, office: Unit, communes: tuple[Unit, ...]) -> None:
        for number, commune in enumerate(communes):
            self._progress("enrol", number, len(communes))
            self._create(commune, "commune")
            self._enrol(office, commune)
            self._enter(commune)
        self._round(office, communes)
        for number, commune in enumerate(communes):
            self._progress("correct", number, len(communes))
            self._correct(commune)
        self._round(office, communes)
        self._progress("print", 0, 1)
        try:
            self._print(office, communes[0])
        except Refusal as refusal:
            self.result.no_paper = refusal
        self._progress("compare", 0, 1)
        self._compare(office, communes)

    def _create(self, unit: Unit, role: WorkspaceRole) -> None:
        home = self._folder / unit.key.code
        wanted = NewWorkspace(
            role=role,
            unit=unit,
            user="demo",
            passphrase=PASSPHRASE,
            practice=True,
            ca_passphrase=PASSPHRASE if role == "office" else None,
        )
        create_workspace(paths_for(home), wanted, self._units, self._catalogue, self._clock)
        self.result.workspaces.append((unit.key.code, role, home))

    @contextmanager
    def _open(self, unit: Unit) -> Iterator[Workspace]:
        paths = paths_for(self._folder / unit.key.code)
        clock = dataclasses.replace(self._clock)
        with open_workspace(paths, None, PASSPHRASE, self._catalogue, clock) as workspace:
            yield workspace

    def _enrol(self, office: Unit, commune: Unit) -> None:
        """Request up, directory down; the fingerprints are compared as two people would."""
        request = self._carried / f"{commune.key.code}-request.antq"
        with self._open(commune) as workspace:
            fingerprint = make_request(workspace, request).fingerprint
        with self._open(office) as workspace:
            _, directory = issue_certificate(
                workspace,
                request,
                self._carried,
                fingerprint=fingerprint,
                ca_passphrase=PASSPHRASE,
            )
            anchor = anchor_of(workspace)
            if self.result.authority is None:
                self.result.authority = self._folder / "ca.pem"
                self.result.authority.write_text(DER_cert_to_PEM_cert(anchor), encoding="ascii")
        with self._open(commune) as workspace:
            install_directory(workspace, directory, fingerprint=sha256_hex(anchor))
        self.result.bundles += [request, directory]

    def _enter(self, commune: Unit) -> None:
        wanted = self._wanted
        saved: dict[str, list[str]] = {}
        sample = Sample(commune, wanted.year, wanted.records, wanted.seed, saved)
        with self._open(commune) as workspace:
            for name, made in SAMPLES.items():
                added = add_records(workspace, self._catalogue.by_name[name], made(sample))
                saved[name] = [one.record for one in added]
            # A draft travels nowhere and is in no figure.
            register = self._catalogue.by_name["movement_models"]
            add_records(workspace, register, [{"name": register.label.vi}], draft=True)

    def _correct(self, commune: Unit) -> None:
        """Change one record and strike one through, as happens after every submission."""
        register = self._catalogue.by_name["movement_models"]
        with self._open(commune) as workspace:
            first, second, *_ = (
                line.record for line in list_records(workspace, register) if not line.draft
            )
            change_record(workspace, first, {"lead": "police", "decision": None}, reason=PASSPHRASE)
            void_record(workspace, second, reason=PASSPHRASE)

    def _round(self, office: Unit, communes: tuple[Unit, ...]) -> None:
        """Submissions go up, receipts come down."""
        carried: list[Path] = []
        for number, commune in enumerate(communes):
            self._progress("submit", number, len(communes))
            with self._open(commune) as workspace:
                row = submit(workspace, [self._period], [])
                carried.append(deliver(workspace, row, self._carried))
        receipts: list[Path] = []
        with self._open(office) as workspace:
            for number, path in enumerate(carried):
                self._progress("import", number, len(carried))
                self._must_be_good(import_bundle(workspace, path))
            receipts += [
                deliver(workspace, signed.row, self._carried)
                for signed in write_receipts(workspace)
            ]
        for number, commune in enumerate(communes):
            self._progress("answer", number, len(communes))
            with self._open(commune) as workspace:
                for path in receipts:
                    if f"-{commune.key.code}-" in path.name:
                        self._must_be_good(import_bundle(workspace, path))
        self.result.bundles += [*carried, *receipts]

    def _print(self, office: Unit, commune: Unit) -> None:
        """Save the office's figures, and a commune's cover sheet and minutes of one record."""
        with self._open(office) as workspace:
            self._save(workspace, compose(workspace, "figures-annex", period=self._period))
        with self._open(commune) as workspace:
            sent = workspace.store.exchanged.outgoing("submission")[-1]
            self._save(workspace, compose(workspace, "bundle-cover", bundle=sent.bundle_id))
            register = self._catalogue.by_name["crime_reports"]
            tips = (
                line.record
                for line in list_records(workspace, register)
                if line.state in {"forwarded", "outcome_known"}
            )
            for record in islice(tips, 1):
                self._save(workspace, compose(workspace, "tt119-01", record=record))

    def _save(self, workspace: Workspace, paper: Paper) -> None:
        folder = self._folder / "paper"
        folder.mkdir(exist_ok=True)
        path = folder / f"{workspace.place.unit.code}-{paper.file_name}"
        save_paper(workspace, paper, path)
        self.result.paper.append(path)

    def _must_be_good(self, verdict: Verdict) -> None:
        if verdict.verdict != "accepted":
            raise Refusal("demo.not_accepted", name=verdict.path.name)

    def _compare(self, office: Unit, communes: tuple[Unit, ...]) -> None:
        units = frozenset(commune.key for commune in communes)
        theirs: dict[str, list[Figure]] = {}
        for commune in communes:
            with self._open(commune) as workspace:
                for _, one in self._counted(workspace, None):
                    theirs.setdefault(one.indicator.code, []).append(one.figure)
        with self._open(office) as workspace:
            for period, one in self._counted(workspace, units):
                code = one.indicator.code
                equal = _plain(add(theirs[code])) == _plain(one.figure)
                self.result.figures.append(
                    Compared(code, period.code, one.indicator.label, one.figure, equal)
                )

    def _counted(
        self, workspace: Workspace, units: frozenset[UnitKey] | None
    ) -> Iterator[tuple[Period, CountedIndicator]]:
        """Yield each indicator once: over the year, or where it has none, over that of TT 124."""
        seen: set[str] = set()
        for family in ("DL", "TT124KDC", "TT124XA"):
            period = make_period(family, self._wanted.year)
            for one in count(workspace, period, units=units):
                if one.indicator.code not in seen:
                    seen.add(one.indicator.code)
                    yield period, one


def _plain(figure: Figure) -> tuple[int, int | None, Mapping[str, int], list[str]]:
    records = [f"{one.record} {one.number} {one.digest}" for one in figure.records]
    return figure.value, figure.denominator, figure.parts, records
