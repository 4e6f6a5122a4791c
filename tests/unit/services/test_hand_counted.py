"""A year counted by hand: every rule that touches a figure is decided by a record on either side.

The figures below were written from `hand_counted` with a pencil, the rule beside each; the program
did not help. They must come out at the commune, in its signed report, and at the office.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, void_record
from antq_desktop.services.submitting import submit
from tests.unit.domain import test_drug_user_management as r04b
from tests.unit.domain import test_police_officers as r08a
from tests.unit.services import hand_counted as one
from tests.unit.services import hand_counted_movement as two
from tests.unit.services.conftest import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.services.workspace import Workspace

    Figures = Mapping[str, tuple[int, int | None, Mapping[str, int]]]

XA, WARD = two.XA, COMMUNE
YEAR, AREAS, UNITS = map(parse_period, ("DL-2023", "TT124KDC-2023", "TT124XA-2023"))
SEEN = datetime(2024, 1, 3, 8, 0, tzinfo=ZONE)

#: Value, denominator, and of the lines under it those that are not 0.
OF_THE_YEAR: Figures = {
    # A03, A05, A10, A11: t1-t4 t6 t9 t10 t15 t17 t18 t19; not t5 t7 (next year), t8 (a confession),
    # t11 (duplicate), t12 (voided), t13 (draft), t14 (year before).
    "B1.1": (
        11,
        None,
        {
            "urgency.known_suspect": 1,
            "urgency.very_serious": 1,
            "urgency.administrative_violation": 1,
            "urgency.complaint": 1,
            "urgency.ordinary": 7,
        },
    ),
    # A12: t1 t4 t6 t9 t17 of the people, t2 of the grassroots force.
    "B1.2": (6, None, {}),
    # A13: forwarded t1-t4 t15 t17, and t9.
    "B1.3": (7, 11, {}),
    # A04, A14: of t1-t4 t10 t15 t17 t19 in time t1 t3 t15 t17; t6 is not due when it is seen.
    "B1.4": (4, 8, {}),
    # A15: t8 t14, t15; waiting t1-t4 t6 t10 t15 (resumed) t17 (outcome later) t19.
    "B1.5": (3, None, {"outcome.prosecuted": 2, "outcome.suspended": 1, "outcome.pending": 9}),
    # A16: t1 (twice, counted once), t3; of the people t1.
    "B1.6": (
        2,
        None,
        {"helped.prosecution": 1, "helped.arrest": 1, "helped.penalty": 1, "people": 1},
    ),
    "B1.7": (
        11,
        None,
        {"offence_field.drugs": 1, "offence_field.social_order": 10, "channel.phone": 11},
    ),
    # A17, A18: carried d1 d3 d9, opened d4 d5 d6 d8.
    "B2.1": (7, None, {"carried_over": 3, "opened": 4}),
    # A17: d3 on the first day, d4 on the last; not d5 (failed), d8 (later).
    "B2.2": (2, 7, {}),
    # A19: d1, d4; crowds d5 d8 d9 of 30 + 12 + 7.
    "B2.3": (2, None, {"mass_gatherings": 3, "people": 49}),
    # A20: m1-m5.
    "B3.1": (5, None, {"compulsory_rehabilitation": 5}),
    "B3.2": (0, None, {}),
    # A21: m3; not m4 (next year), m5 (not applied).
    "B3.3": (1, None, {"sent_off": 1}),
    # A22, A23: all but m2.
    "B3.4": (4, 5, {}),
    # A02, A24: e1 and e2 are one person, e5; e3 apart; not e4 (not applied), e6 (year before).
    "B4.1": (2, None, {"family_management": 1}),
    # A25: e2; e5 ended with the day before.
    "B4.2": (1, None, {}),
    # A26: e1, e6.
    "B4.3": (2, None, {"completed": 1, "moved": 1}),
    # A02, A26: u1 and u2 are one number; u3 ended on the last day.
    "B4.4": (1, None, {}),
    # A02, A28: w1 and w2 are one person.
    "B5.1": (
        1,
        None,
        {"decisions": 2, "people_help": 1, "done_by.commune_police": 1, "done_by.joint": 1},
    ),
    "B5.2": (1, None, {"decisions": 1, "surrendered": 1}),
    "B5.3": (2, None, {"decisions": 3, "people_help": 1}),
    # A29: w4; not w5 (traced), w6 (only to be arrested here), w7 (decided later).
    "B5.4": (1, None, {"decisions": 1}),
    # A30: o1, o5; not o2 (weak), o3 (no review), o4 (paused).
    "B6.1": (2, None, {}),
    # A31: o1, o3.
    "B6.2": (2, None, {}),
    # A32: o1, o2.
    "B6.3": (2, None, {}),
    # A33: o2, once.
    "B6.4": (1, None, {}),
    # A32, A33: o1 two, o2 one (one ended on the last day), o3 one, o5 one; not o4.
    "B6.5": (5, None, {"groups": 5, "members": 50, "households": 25}),
    # A38: one officer in two posts; not who left on the last day, not who came after it.
    "B8.1": (1, 1, {}),
    "B8.2": (1, None, {}),
    # A38: 10 + 7 persons.
    "B8.4": (17, None, {"kind.civil_defence": 10, "kind.civil_guard": 7}),
    # A39: v1, the festival, the social media; the talk apart; not cancelled, not the year before.
    "B9.1": (6, None, {"attendees": 150, "warning_talk": 1}),
    # Of the areas p1, p2, p4: p3 had ended.
    "B9.2": (3, 3, {"attendees": 50, "awards": 4}),
    "B9.3": (4, None, {"articles": 1, "broadcasts": 2, "reach": 500}),
    # A40: areas twice, by level; a household apart from collectives.
    "B10.1": (
        3,
        None,
        {
            "recipient.area": 2,
            "recipient.household": 1,
            "commendation.collective.commune": 1,
            "certificate.collective.province": 1,
            "commendation.household.commune": 1,
        },
    ),
    # A41: c1, c2; done in time, late, one open past its day.
    "B11.1": (
        2,
        None,
        {
            "kind.report": 1,
            "kind.plan": 1,
            "tasks.done_in_time": 1,
            "tasks.done_late": 1,
            "tasks.overdue": 1,
        },
    ),
    # A41: h2, h3; i1; two recommendations fixed in the year.
    "B11.2": (2, None, {"kind.quarterly": 2, "inspections": 1, "recommendations_fixed": 2}),
    # A42: n1; n3 signed; one of two activities.
    "B12.1": (1, None, {"signed": 1, "activities": 1}),
    # A42: y1, y4; on the list y1 y3 y4; converted y1, before it y2; new y4.
    "B13.1": (2, None, {"on_list": 3, "converted": 1, "ever_converted": 2, "new": 1}),
}
#: B7 by the years of TT 124/2021 (A34, A35, A37, A43).
OF_AREAS: Figures = {"B7.1": (1, 3, {})}
OF_UNITS: Figures = {
    "B7.1": (1, 3, {}),
    "B7.2": (1, 1, {}),
    "B7.3": (0, 0, {}),
    "B7.4": (1, 1, {}),
    "B7.5": (0, 1, {}),
    "B7.6": (
        4,
        5,
        {
            "residential_area": 2,
            "residential_area_in_scope": 3,
            "enterprise": 1,
            "enterprise_in_scope": 1,
            "school": 1,
            "school_in_scope": 1,
        },
    ),
    # 2 of 4 registered are recognised.
    "B7.7": (0, 1, {"recognised": 2, "registered": 4}),
    "B7.8": (
        3,
        None,
        {
            "residential_area": 2,
            "residential_area_good": 1,
            "residential_area_average": 1,
            "commune": 1,
            "commune_excellent": 1,
        },
    ),
}


def fill(workspace: Workspace) -> None:
    """Enter the year of the commune."""
    by_name = workspace.catalogue.by_name

    def add(register: str, *values: dict[str, object]) -> list[str]:
        return [saved.record for saved in add_records(workspace, by_name[register], values)]

    tips = add("crime_reports", *one.crime_reports())
    first = one.tip("2023-01-01T00:00+07:00", ("filed_duplicate", "2023-01-02T00:00+07:00"))
    add("crime_reports", {**first, "duplicate_of": tips[0]})
    (voided,) = add("crime_reports", one.tip("2023-05-05T08:00+07:00"))
    void_record(workspace, voided, reason="Ghi nhầm")
    add("crime_reports", {**one.tip("2023-05-05T08:00+07:00"), "summary": None})
    cases = add("disputes", *one.disputes())
    add("disputes", one.relapse(cases[0]))
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
            add(name, *getattr(module, name)())
    areas = add("residential_areas", *two.residential_areas())
    firms = add("organizations", *two.organizations())
    add("security_standard", *two.security_standard(areas, firms))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> World:
    """Make an office, the commune of the table, and a ward with two records (A01, A38)."""
    world = World(tmp_path_factory.mktemp("hand"), catalogue, SEEN, {})
    world.create(OFFICE, office=True)
    for commune in (XA, WARD):
        world.create(commune)
        world.enrol(OFFICE, commune)
    with world.open(XA) as workspace:
        fill(workspace)
    world.add(WARD, r04b.file(person=one.NUMBERED), register="drug_user_management")
    world.add(
        WARD,
        r08a.officer(started_on="2022-01-01", moves=one.moves(("serving", "2022-01-01"))),
        register="police_officers",
    )
    return world


def figures(workspace: Workspace, code: str) -> Figures:
    """Return what the program counts, without lines that are 0."""
    return {
        counted.indicator.code: (
            counted.figure.value,
            counted.figure.denominator,
            {name: number for name, number in counted.figure.parts.items() if number},
        )
        for counted in count(workspace, parse_period(code))
    }


def differing(found: Figures, expected: Figures) -> dict[str, object]:
    return {
        code: (found.get(code), expected[code])
        for code in expected
        if found.get(code) != expected[code]
    }


@pytest.mark.parametrize(
    ("code", "expected"),
    [("DL-2023", OF_THE_YEAR), ("TT124KDC-2023", OF_AREAS), ("TT124XA-2023", OF_UNITS)],
)
def test_the_commune_has_the_figures_that_were_counted_by_hand(
    filled: World, code: str, expected: Figures
) -> None:
    with filled.open(XA) as workspace:
        assert differing(figures(workspace, code), expected) == {}


def test_outside_its_years_the_standard_has_no_figure(filled: World) -> None:
    """A34: elsewhere there is no figure, which is not 0."""
    with filled.open(XA) as workspace:
        assert not [code for code in figures(workspace, "DL-2023-Q1") if code.startswith("B7")]
        assert not [code for code in figures(workspace, "DL-2023") if code.startswith("B7")]
        assert set(figures(workspace, "TT124KDC-2023")) >= {"B7.1"}
        assert "B7.2" not in figures(workspace, "TT124KDC-2023")


def test_the_office_recounts_the_same_and_adds_units_up(filled: World) -> None:
    for commune in (XA, WARD):
        with filled.open(commune) as workspace:
            path = (
                filled.home(commune) / "outbox" / submit(workspace, [YEAR, AREAS, UNITS], []).file
            )
        with filled.open(OFFICE) as workspace:
            verdict = import_bundle(workspace, path)
            assert (verdict.verdict, verdict.reasons) == ("accepted", ())
    # A01: one person in two communes is two; A38: 10 of 21 units are communes, the ward is none.
    expected = {**OF_THE_YEAR, "B4.4": (2, None, {}), "B8.1": (1, 10, {})}
    standard = {**OF_UNITS, "B7.2": (1, 21, {}), "B7.7": (0, 21, OF_UNITS["B7.7"][2])}
    with filled.open(OFFICE) as workspace:
        assert differing(figures(workspace, "DL-2023"), expected) == {}
        assert differing(figures(workspace, "TT124XA-2023"), standard) == {}
