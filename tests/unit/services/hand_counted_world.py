"""The world counted by hand: an office, the commune of the year, a ward, two that merge."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.services.saving import add_records, change_record, void_record
from tests.unit.domain import test_drug_user_management as r04b
from tests.unit.domain import test_police_officers as r08a
from tests.unit.services import hand_counted as one
from tests.unit.services import hand_counted_movement as two
from tests.unit.services.conftest import COMMUNE, OFFICE, World
from tests.unit.services.hand_counted_edges import arrests
from tests.unit.services.hand_counted_reform import (
    GIVEN_UP,
    KEPT,
    SPRING,
    live_through_the_reform,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

XA, WARD = two.XA, COMMUNE
SEEN = datetime(2024, 1, 3, 8, 0, tzinfo=ZONE)


def make_world(folder: Path, catalogue: Catalogue) -> tuple[World, list[Verdict]]:
    """Make the world as it is on 03/01/2024, and return the verdicts of the summer."""
    world = World(folder, catalogue, SPRING, {})
    world.create(OFFICE, office=True)
    for commune in (XA, WARD, KEPT, GIVEN_UP):
        world.create(commune)
        world.enrol(OFFICE, commune)
    verdicts = live_through_the_reform(world)
    world.now = SEEN
    with world.open(XA) as workspace:
        fill(workspace)
    # A01: a person whom the other commune has, too; A38: an officer of a ward.
    world.add(WARD, r04b.file(person=one.NUMBERED), register="drug_user_management")
    world.add(
        WARD,
        r08a.officer(started_on="2022-01-01", moves=one.moves(("serving", "2022-01-01"))),
        register="police_officers",
    )
    world.add(WARD, *arrests(), register="wanted_persons")
    return world, verdicts


def fill(workspace: Workspace) -> None:
    """Enter the year of the commune."""
    by_name = workspace.catalogue.by_name

    def add(register: str, *values: dict[str, object]) -> list[str]:
        return [each.record for each in add_records(workspace, by_name[register], values)]

    tips = add("crime_reports", *one.crime_reports())
    first = one.tip("2023-01-01T00:00+07:00", ("filed_duplicate", "2023-01-02T00:00+07:00"))
    add("crime_reports", {**first, "duplicate_of": tips[0]})
    (voided,) = add("crime_reports", one.tip("2023-05-05T08:00+07:00"))
    void_record(workspace, voided, reason="Ghi nhầm")
    add("crime_reports", {**one.tip("2023-05-05T08:00+07:00"), "summary": None})
    cases = add("disputes", *one.disputes())
    add("disputes", one.relapse(cases[0]))
    saved: dict[str, list[str]] = {}
    for module, names in (
        (
            one,
            (
                "administrative_measures",
                "commune_education",
                "drug_user_management",
                "wanted_persons",
            ),
        ),
        (
            two,
            (
                "movement_models",
                "awards",
                "police_officers",
                "other_forces",
                "propaganda",
                "documents",
                "committee_tasks",
                "inspections",
                "committee_meetings",
                "coordination_programmes",
                "key_areas",
            ),
        ),
    ):
        for name in names:
            saved[name] = add(name, *getattr(module, name)())
    # A16: t1 came through o1 and o2, t2 through o1.
    for tip, through in ((tips[0], (0, 1)), (tips[1], (0,))):
        rows = [{"model": saved["movement_models"][place]} for place in through]
        change_record(workspace, tip, {"models": rows}, reason="Ghi thêm mô hình")
    areas = add("residential_areas", *two.residential_areas())
    firms = add("organizations", *two.organizations())
    add("security_standard", *two.security_standard(areas, firms))
