"""The middle of the year counted by hand: late entries (A06) across an invented reform (A07).

On 01/07/2023 the communes Liêm Chung and Tiên Hải become one, Liêm Hải. It never happened; no
resolution about Hà Nam was read. The list of units comes on 10/07/2023, after entries were made.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.succession import LINK_COLUMNS
from antq_desktop.domain.units import COLUMNS, UnitKey
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import publish
from antq_desktop.services.installing import install_directory
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.reporting import correct
from antq_desktop.services.saving import void_record
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit
from antq_desktop.services.unit_tree import import_units
from tests.unit.domain import test_awards as r10
from tests.unit.services.conftest import OFFICE
from tests.unit.services.hand_counted import moves

if TYPE_CHECKING:
    from antq_desktop.services.verdicts import Verdict
    from tests.unit.services.conftest import World

KEPT, GIVEN_UP = "13312", "13381"
REFORM = date(2023, 7, 1)
BEFORE, GONE, AFTER = UnitKey(KEPT), UnitKey(GIVEN_UP), UnitKey(KEPT, REFORM)
MAY, JUNE, JULY, QUARTER = "DL-2023-05", "DL-2023-06", "DL-2023-07", "DL-2023-Q2"
SPRING = datetime(2023, 6, 5, 8, 0, tzinfo=ZONE)
SUMMER = datetime(2023, 7, 3, 8, 0, tzinfo=ZONE)
LIST_CAME = datetime(2023, 7, 10, 8, 0, tzinfo=ZONE)


def awards(world: World, commune: str, *days: str) -> list[str]:
    """Enter an award of each of these days."""
    whole = (r10.award(day, proposed_on=None, moves=moves(("decided", day))) for day in days)
    values = [{name: one for name, one in award.items() if one is not None} for award in whole]
    return world.add(commune, *values, register="awards")


def carry(world: World, commune: str, *codes: str) -> Verdict:
    """Sign a commune's reports of these periods, and take them in at the office."""
    with world.open(commune) as workspace:
        periods = [parse_period(code) for code in codes]
        path = world.home(commune) / "outbox" / submit(workspace, periods, []).file
    with world.open(OFFICE) as workspace:
        return import_bundle(workspace, path)


def live_through_the_reform(world: World) -> list[Verdict]:
    """Live from June to July: eight awards, of which one is voided; return the verdicts."""
    # z1, entered in time: the report of May has 1.
    (voided,) = awards(world, KEPT, "2023-05-03")
    verdicts = [carry(world, KEPT, MAY)]
    world.now = SUMMER
    # z2 comes after that report: June tells it. z5 and z6 are of the other commune.
    awards(world, KEPT, "2023-05-20")
    awards(world, GIVEN_UP, "2023-05-15", "2023-06-30")
    verdicts.append(carry(world, GIVEN_UP, MAY, JUNE))
    world.now = LIST_CAME
    reform(world)
    (world.folder / f"{KEPT}-request.antq").unlink()
    world.enrol(OFFICE, KEPT)
    # z3 is of the last day before the reform, z4 of its first.
    awards(world, KEPT, "2023-06-30", "2023-07-01")
    verdicts.append(carry(world, KEPT, JUNE))
    # z1 was a mistake: May is corrected on order, to 0; z2 stays with June.
    with world.open(KEPT) as workspace:
        void_record(workspace, voided, reason="Ghi nhầm")
        correct(workspace, parse_period(MAY), "Khen thưởng ghi nhầm")
    verdicts.append(carry(world, KEPT, MAY))
    return verdicts


def reform(world: World) -> None:
    """Let the office take the new list in, and every commune its directory."""
    lines = [",".join(COLUMNS)]
    for unit in load_units().units:
        if unit.key.valid_from is not None:
            continue
        gone = unit.key in {BEFORE, GONE}
        end = REFORM if gone else unit.valid_to
        cells = (unit.key.code, unit.name, unit.kind, unit.level, unit.parent or "", "", end or "")
        lines.append(",".join(map(str, (*cells, int(unit.remote)))))
    lines.append(f"{KEPT},Xã Liêm Hải,xa,3,{OFFICE},{REFORM},,0")
    links = [",".join(LINK_COLUMNS)]
    links += [f"{one.text},{AFTER.text},merged,{REFORM},1,NQ mẫu," for one in (BEFORE, GONE)]
    units, succession = world.folder / "units.csv", world.folder / "succession.csv"
    units.write_text("\n".join([*lines, ""]), encoding="utf-8")
    succession.write_text("\n".join([*links, ""]), encoding="utf-8")
    with world.open(OFFICE) as workspace:
        import_units(workspace, units, succession)
        directory = deliver(workspace, publish(workspace).row, world.folder)
        anchor = sha256_hex(anchor_of(workspace))
    with world.open(KEPT) as workspace:
        install_directory(workspace, directory, fingerprint=anchor)
