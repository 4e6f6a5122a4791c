"""A year counted by hand: every rule that touches a figure is decided by a record on either side.

The figures below were written from `hand_counted` with a pencil, the rule beside each; the program
did not help. They must come out at the commune, in its signed report, and at the office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.periods import FAMILIES, parse_period
from antq_desktop.domain.phrases import percentage, phrase
from antq_desktop.domain.units import UnitKey
from antq_desktop.services.counting import count
from antq_desktop.services.reporting import changed_since, versions_of
from tests.unit.services import hand_counted_rules as rules
from tests.unit.services.conftest import OFFICE, World
from tests.unit.services.hand_counted_edges import BEGINS, PRESETS
from tests.unit.services.hand_counted_reform import (
    AFTER,
    BEFORE,
    GIVEN_UP,
    GONE,
    JULY,
    JUNE,
    KEPT,
    MAY,
    QUARTER,
    carry,
)
from tests.unit.services.hand_counted_world import WARD, XA, make_world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.verdicts import Verdict
    from antq_desktop.services.workspace import Workspace

    Figures = Mapping[str, tuple[int, int | None, Mapping[str, int]]]

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
    "B1.7": (11, None, rules.OF_TIPS),
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


@pytest.fixture(scope="module")
def made(
    tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue
) -> tuple[World, list[Verdict]]:
    """Make the world of the table, and keep what the office said of the bundles of the summer."""
    return make_world(tmp_path_factory.mktemp("hand"), catalogue)


@pytest.fixture(scope="module")
def filled(made: tuple[World, list[Verdict]]) -> World:
    """Give the communes as they are on 03/01/2024."""
    return made[0]


@pytest.fixture(scope="module")
def received(made: tuple[World, list[Verdict]]) -> World:
    """Let the office take everything in; each report is counted again there, and comes out."""
    world, summer = made
    winter = [
        carry(world, XA, "DL-2023", "TT124KDC-2023", "TT124XA-2023"),
        carry(world, WARD, *(code for code, *_ in PRESETS)),
    ]
    found = [(one.verdict, [reason.rule for reason in one.reasons]) for one in (*summer, *winter)]
    corrected = ("remarks", ["report_corrected"])
    assert found == [*[("accepted", [])] * 3, corrected, *[("accepted", [])] * 2]
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


def test_the_office_recounts_the_same_and_adds_units_up(received: World) -> None:
    # A01: one person in two communes is two. A28: 36 arrests of the ward. A38: of 21 units 10 were
    # communes, the ward is none; A07: two of them became one. A06, A40: z2 to z6.
    expected = {
        **OF_THE_YEAR,
        "B4.4": (2, None, {}),
        "B5.1": (
            37,
            None,
            {"decisions": 38, "people_help": 1, "done_by.commune_police": 37, "done_by.joint": 1},
        ),
        "B5.3": (38, None, {"decisions": 39, "people_help": 1}),
        "B8.1": (1, 9, {}),
        "B10.1": (
            8,
            None,
            {
                "recipient.area": 7,
                "recipient.household": 1,
                "commendation.collective.commune": 6,
                "certificate.collective.province": 1,
                "commendation.household.commune": 1,
            },
        ),
    }
    standard = {**OF_UNITS, "B7.2": (1, 20, {}), "B7.7": (0, 20, OF_UNITS["B7.7"][2])}
    with received.open(OFFICE) as workspace:
        assert differing(figures(workspace, "DL-2023"), expected) == {}
        assert differing(figures(workspace, "TT124XA-2023"), standard) == {}


def test_every_rule_has_its_lines() -> None:
    assert tuple(sorted(rules.RULES)) == rules.IDS
    assert all(rules.RULES.values())


def number(counted: CountedIndicator | None, part: str) -> int | None:
    """Return the number that a line of the table speaks of."""
    if counted is None:
        return None
    if part == rules.LATE:
        return counted.late.value if counted.late is not None else None
    if part == rules.BELOW:
        return counted.figure.denominator
    return counted.figure.parts.get(part, 0) if part else counted.figure.value


def test_every_rule_comes_out_at_the_commune_and_at_the_office(received: World) -> None:
    lines = [(rule, line) for rule, of_rule in rules.RULES.items() for line in of_rule]
    wrong = []
    for home in (XA, OFFICE):
        with received.open(home) as workspace:
            found = {
                code: {one.indicator.code: one for one in count(workspace, parse_period(code))}
                for code in {line.period for _, line in lines}
            }
        for rule, line in lines:
            counted = number(found[line.period].get(line.code), line.part)
            if counted != (line.commune if home == XA else line.office):
                wrong.append((home, rule, line, counted))
    assert wrong == []


def test_numbers_are_said_as_the_article_says_them() -> None:
    """A08; its figures are those of the table."""
    assert [percentage(x, y) for x, y, _ in rules.PERCENTAGES] == [
        text for *_, text in rules.PERCENTAGES
    ]
    assert [phrase(value) for value, _ in rules.PHRASES] == [text for _, text in rules.PHRASES]


def test_every_preset_begins_and_ends_with_its_minute(received: World) -> None:
    """B.1: the minute before is not in it, the first is; the last is, the minute after is not."""
    kinds = {
        (family, part.rstrip("1234567890") if part != "9T" else part)
        for family, rule in FAMILIES.items()
        for part in rule.windows
    }
    periods = [parse_period(code) for code, *_ in PRESETS]
    assert kinds <= {
        (one.family, one.part.rstrip("1234567890") if one.part != "9T" else one.part)
        for one in periods
    }
    days = [(one.first.isoformat(), one.last.isoformat()) for one in periods]
    assert days == [(first, last) for _, first, last, _ in PRESETS]
    assert {first for first, _ in days} <= set(BEGINS)
    expected = {code: value for code, _, _, value in PRESETS}
    for home in (WARD, OFFICE):
        with received.open(home) as workspace:
            found = {one.code: _of_ward(count(workspace, one)) for one in periods}
        assert found == expected


def _of_ward(counted: list[CountedIndicator]) -> int:
    arrested = next(one for one in counted if one.indicator.code == "B5.1")
    return arrested.by_unit[UnitKey(WARD)].value


def awarded(workspace: Workspace, code: str) -> tuple[dict[UnitKey, int], dict[UnitKey, int]]:
    """Return the awards of a period by unit, and those told late; without 0."""

    def values(figures: Mapping[UnitKey, Figure]) -> dict[UnitKey, int]:
        kept = {unit: figure.value for unit, figure in figures.items() if figure.value}
        return {unit: value for unit, value in kept.items() if unit.code in {KEPT, GIVEN_UP}}

    counted = count(workspace, parse_period(code))
    found = next(one for one in counted if one.indicator.code == "B10.1")
    return values(found.by_unit), values(found.late_by_unit)


#: A06 and A07: by unit what each period shows on 03/01/2024, and what it tells late.
OF_THE_REFORM = {
    MAY: ({GONE: 1}, {}),
    JUNE: ({BEFORE: 1, GONE: 1}, {BEFORE: 1}),
    JULY: ({AFTER: 1}, {}),
    QUARTER: ({BEFORE: 2, GONE: 2}, {}),
    "DL-2023": ({BEFORE: 2, GONE: 2, AFTER: 1}, {}),
}


def test_late_entries_and_the_reform_come_out_at_commune_and_office(received: World) -> None:
    with received.open(OFFICE) as workspace:
        assert {code: awarded(workspace, code) for code in OF_THE_REFORM} == OF_THE_REFORM
        versions = versions_of(workspace, parse_period(MAY), BEFORE)
        assert [one.report.version for one in versions] == [1, 2]
        assert [[one.code for one in version.differences] for version in versions] == [
            [],
            ["B10.1"],
        ]
    own = {
        code: tuple({unit: n for unit, n in one.items() if unit != GONE} for one in both)
        for code, both in OF_THE_REFORM.items()
    }
    with received.open(KEPT) as workspace:
        assert workspace.unit.key == AFTER
        assert {code: awarded(workspace, code) for code in own} == own
        for code in (MAY, JUNE):
            assert changed_since(workspace, parse_period(code), AFTER) == []
