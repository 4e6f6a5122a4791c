"""A province-year at its upper office: 109 communes of some 3 000 records each, every register.

One commune's year is entered through the services, then told again for each other commune under
other ids: the same sorts of records, in revisions that are as good as the first.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from uuid_utils import uuid7

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.record import Revision
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from antq_desktop.store.projections import of_revision
from bench.world import DAY, YEAR, World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.domain.units import Unit, UnitKey
    from antq_desktop.services.workspace import Workspace

UPPER_OFFICE = "35"
COMMUNE = "13285"
COMMUNES = 109
#: The year in which every indicator is given, B7 too (counting A34).
YEAR_OF_ALL = parse_period(f"TT124XA-{YEAR}")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass
class Province(World):
    """The home ``35`` holds the year of all its communes; ``size`` is the number of records."""

    @property
    def bytes(self) -> int:
        """How large the upper office's database is."""
        return (self.folder / UPPER_OFFICE / "antq.db").stat().st_size


def make_province(folder: Path, size: int) -> Province:
    """Make the upper office's workspace with so many records of 109 communes."""
    world = Province(folder, size, load_catalogue())
    folder.mkdir(parents=True)
    for code in (UPPER_OFFICE, COMMUNE):
        _create(world, code)
    with world.open(folder / COMMUNE) as workspace:
        _enter(world, workspace)
        told = [
            (register.name, list(workspace.store.revisions.last_of_each(register.name)))
            for register in world.catalogue.registers
        ]
    with world.open(folder / UPPER_OFFICE) as workspace:
        for unit in communes_of(workspace):
            revisions = list(_again(told, unit.key))
            with workspace.store.atomic():
                workspace.store.revisions.append(revisions)
                workspace.store.projections.write(
                    of_revision(world.catalogue.by_name[one.header.register], one)
                    for one in revisions
                )
    return world


def communes_of(workspace: Workspace) -> list[Unit]:
    """Return the communes below an office, whatever lies between."""
    below = workspace.units.below(workspace.unit.key, DAY)
    lowest = max(unit.level for unit in below)
    return [unit for unit in below if unit.level == lowest]


def _create(world: Province, code: str) -> None:
    units = load_units()
    office = code == UPPER_OFFICE
    wanted = NewWorkspace(
        role="office" if office else "commune",
        unit=units.resolve(f"{code}@{DAY}", DAY),
        user="bench",
        passphrase=PASSPHRASE,
        practice=True,
        ca_passphrase=PASSPHRASE if office else None,
    )
    create_workspace(paths_for(world.folder / code), wanted, units, world.catalogue, Clock())


def _enter(world: Province, workspace: Workspace) -> None:
    each = max(world.size // COMMUNES // len(SAMPLES), 2)
    saved: dict[str, dict[str, dict[str, object]]] = {}
    sample = Sample(workspace.unit, YEAR, each, 1, saved)
    for name, made in SAMPLES.items():
        values = list(made(sample))
        added = add_records(workspace, world.catalogue.by_name[name], values)
        saved[name] = {one.record: value for one, value in zip(added, values, strict=True)}


def _again(told: list[tuple[str, list[Revision]]], unit: UnitKey) -> Iterator[Revision]:
    """Yield a commune's year as another commune's: new ids wherever the old ones stood."""
    ids = {one.header.record: str(uuid7()) for _, revisions in told for one in revisions}
    workspace, seq = str(uuid7()), 0
    for _, revisions in told:
        for one in revisions:
            seq += 1
            text = canonical.dump(cast("canonical.Json", one.shared)).decode()
            text = _ID.sub(lambda found: ids.get(found[0], found[0]), text)
            shared = json.loads(text)
            header = replace(
                one.header,
                record=ids[one.header.record],
                unit=unit,
                workspace=workspace,
                number=1,
                previous=None,
                seq=seq,
                shared=sha256_hex(text.encode()),
            )
            digest = sha256_hex(canonical.dump(cast("canonical.Json", header.as_json())))
            yield Revision(header, digest, shared, None)
