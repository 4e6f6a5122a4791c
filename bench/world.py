"""An office and a commune of practice, filled with invented disputes of the sample year."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.periods import parse_period
from antq_desktop.paths import paths_for
from antq_desktop.services.attaching import MEGABYTE, attach, attachment_limits
from antq_desktop.services.clock import Clock
from antq_desktop.services.delivering import deliver
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace, open_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

OFFICE, COMMUNE = "347", "13285"
YEAR = 2023
DAY = date(YEAR, 12, 31)
PERIOD = parse_period(f"DL-{YEAR}")
REGISTER = "disputes"


@dataclass
class World:
    """The homes of one size: ``13285`` filled, ``13285-empty``, ``347``, and the bundle."""

    folder: Path
    size: int
    catalogue: Catalogue

    @property
    def register(self) -> Register:
        """The register that is filled."""
        return self.catalogue.by_name[REGISTER]

    @property
    def bundle(self) -> Path:
        """The submission of all records."""
        return self.folder / "bundle.antq"

    @property
    def lines(self) -> Path:
        """The records as JSON lines, as they would be typed in."""
        return self.folder / "records.jsonl"

    @property
    def bytes(self) -> int:
        """How large the filled database is, with the files beside it."""
        files = (self.folder / COMMUNE / "attachments").glob("*")
        return sum(one.stat().st_size for one in (self.folder / COMMUNE / "antq.db", *files))

    def copy(self, name: str) -> Path:
        """Return a copy of a home that a measurement may change."""
        target = self.folder / f"{name}-copy"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.folder / name, target)
        return target

    @contextmanager
    def open(self, home: Path) -> Iterator[Workspace]:
        """Open a workspace as its user does."""
        paths = paths_for(home)
        with open_workspace(paths, None, PASSPHRASE, self.catalogue, Clock()) as workspace:
            yield workspace


def make_world(world: World, megabytes: int = 0) -> None:
    """Make everything that the measurements of one size need.

    The first record has files of so many ``megabytes`` together.
    """
    folder = world.folder
    folder.mkdir(parents=True)
    _create(world, OFFICE, office=True)
    _create(world, COMMUNE, office=False)
    _enrol(world)
    shutil.copytree(folder / COMMUNE, folder / f"{COMMUNE}-empty")
    unit = load_units().resolve(f"{COMMUNE}@{DAY}", DAY)
    with world.lines.open("w", encoding="utf-8") as file:
        for record in SAMPLES[REGISTER](Sample(unit, YEAR, world.size, 1)):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    with world.open(folder / COMMUNE) as workspace, world.lines.open("rb") as file:
        first, *_ = add_records(workspace, world.register, map(json.loads, file))
        if megabytes:
            _attach(workspace, first.record, folder, megabytes * MEGABYTE)
    sender = world.copy(COMMUNE)
    with world.open(sender) as workspace:
        deliver(workspace, submit(workspace, [], []), world.bundle)


def _attach(workspace: Workspace, record: str, folder: Path, size: int) -> None:
    """Attach files as large as the program takes them, which travel."""
    head, end = b"%PDF-1.4\n", b"\n%%EOF\n"
    most = attachment_limits(workspace).file
    paths: list[Path] = []
    for place, done in enumerate(range(0, size, most)):
        path = folder / f"{place}.pdf"
        with path.open("wb") as file:
            file.write(head)
            for left in range(min(most, size - done) - len(head + end), 0, -MEGABYTE):
                file.write(os.urandom(min(left, MEGABYTE)))
            file.write(end)
        paths.append(path)
    attach(workspace, record, paths, Travel.SHARED, reason="bench")
    for path in paths:
        path.unlink()


def _create(world: World, code: str, *, office: bool) -> None:
    units = load_units()
    wanted = NewWorkspace(
        role="office" if office else "commune",
        unit=units.resolve(f"{code}@{DAY}", DAY),
        user="bench",
        passphrase=PASSPHRASE,
        practice=True,
        ca_passphrase=PASSPHRASE if office else None,
    )
    create_workspace(paths_for(world.folder / code), wanted, units, world.catalogue, Clock())


def _enrol(world: World) -> None:
    request = world.folder / "request.antq"
    with world.open(world.folder / COMMUNE) as workspace:
        fingerprint = make_request(workspace, request).fingerprint
    with world.open(world.folder / OFFICE) as workspace:
        _, directory = issue_certificate(
            workspace,
            request,
            world.folder,
            fingerprint=fingerprint,
            ca_passphrase=PASSPHRASE,
        )
        anchor = anchor_of(workspace)
    with world.open(world.folder / COMMUNE) as workspace:
        install_directory(workspace, directory, fingerprint=sha256_hex(anchor))
