"""An office and four communes that live through the invented reform of 01/07/2024."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.police import POLICE_COLUMNS
from antq_desktop.domain.succession import LINK_COLUMNS
from antq_desktop.domain.units import COLUMNS, Unit
from antq_desktop.paths import paths_for
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import issue_certificate, make_request
from antq_desktop.services.installing import install_directory
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit
from antq_desktop.services.unit_tree import import_units
from tests.unit.domain.reform import LINKS, POLICE, UNITS, lines, reformed
from tests.unit.services.conftest import PASSPHRASE, World, coop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.verdicts import Verdict

PROVINCE, DISTRICT = "01", "101"
RENAMED, MERGED, MERGED_TOO, SPLIT = "10001", "10002", "10003", "10004"
ALL = (RENAMED, MERGED, MERGED_TOO, SPLIT)
SPRING = datetime(2024, 4, 10, 8, 0, tzinfo=ZONE)
SUMMER = datetime(2024, 7, 20, 8, 0, tzinfo=ZONE)
#: The list before anybody knew of the reform: those units alone, and no end in sight.
SPRING_UNITS = "".join(
    line.replace(",2024-07-01,0", ",,0")
    for line in UNITS.splitlines(keepends=True)
    if "2024-07-01,," not in line
)


@dataclass
class ReformWorld(World):
    """The homes of the office and its communes; units are those of the invented list."""

    def copy_to(self, folder: Path) -> ReformWorld:
        """Return this world in a folder of its own."""
        shutil.copytree(self.folder, folder)
        return ReformWorld(folder, self.catalogue, self.now, {})

    def create(self, code: str, *, office: bool = False, practice: bool = True) -> Unit:
        """Make a workspace with the list of spring."""
        units = reformed(SPRING_UNITS, "")
        unit = units.resolve(code, self.now.date())
        wanted = NewWorkspace(
            role="office" if office else "commune",
            unit=unit,
            user="Lò Thị Mẫu",
            passphrase=PASSPHRASE,
            practice=practice,
            ca_passphrase="authority" if office else None,
        )
        create_workspace(paths_for(self.home(code)), wanted, units, self.catalogue, self.clock())
        return unit

    def reform(self, communes: Sequence[str], links: str = LINKS, office: str = PROVINCE) -> None:
        """Let the reform come: the office takes the new list in, the communes its directory."""
        self.now = SUMMER
        files: list[Path] = []
        texts = ((COLUMNS, UNITS), (LINK_COLUMNS, links), (POLICE_COLUMNS, POLICE))
        for name, (columns, rows) in zip(("units", "links", "police"), texts, strict=True):
            files.append(self.folder / f"{name}.csv")
            files[-1].write_text(lines(columns, rows), encoding="utf-8")
        with self.open(office) as workspace:
            import_units(workspace, *files)
            directory = deliver(workspace, publish(workspace).row, self.folder)
            anchor = sha256_hex(anchor_of(workspace))
        for commune in communes:
            with self.open(commune) as workspace:
                install_directory(workspace, directory, fingerprint=anchor)

    def send(self, commune: str, *periods: Period, office: str = PROVINCE) -> Verdict:
        """Let a commune submit what it has, and the office take it in."""
        with self.open(commune) as workspace:
            path = self.home(commune) / "outbox" / submit(workspace, periods, []).file
        with self.open(office) as workspace:
            return import_bundle(workspace, path)

    def certify(self, commune: str, office: str = PROVINCE) -> None:
        """Let a head ask again, and the office certify him for the unit of today."""
        self.later(minutes=1)
        request = self.folder / f"{commune}-again.antq"
        with self.open(commune) as workspace:
            asked = make_request(workspace, request)
        with self.open(office) as workspace:
            _, directory = issue_certificate(
                workspace,
                request,
                self.folder,
                fingerprint=asked.fingerprint,
                ca_passphrase="authority",
            )
            anchor = sha256_hex(anchor_of(workspace))
        with self.open(commune) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)


def make_spring(folder: Path, catalogue: Catalogue) -> ReformWorld:
    """Make the world of before the reform: each commune sent its hen coops of March."""
    world = ReformWorld(folder, catalogue, SPRING, {})
    world.create(PROVINCE, office=True)
    for commune in ALL:
        world.create(commune)
        world.enrol(PROVINCE, commune)
    for hens, commune in enumerate(ALL, 1):
        world.add(commune, *(coop("2024-03-05", hens=number) for number in range(hens)))
        assert world.send(commune).verdict == "accepted"
    return world
