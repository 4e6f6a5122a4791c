"""A reform in the middle of the work: whose a record is, who may sign, and what figures say."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.comparing import compare
from antq_desktop.services.consolidated import consolidate_figures
from antq_desktop.services.counting import count
from antq_desktop.services.looking import search
from antq_desktop.services.own_unit import continue_as
from antq_desktop.services.previewing import preview
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reported import Asked, who_reported
from antq_desktop.services.saving import change_record, void_record
from antq_desktop.services.signing import own_signature
from antq_desktop.services.status import bundle_status
from antq_desktop.services.submitting import submit
from antq_desktop.services.territory import territory_notes, units_behind
from antq_desktop.services.unit_names import name_with_others
from tests.unit.domain.reform import LINKS, REFORM, new, old
from tests.unit.services.conftest import coop
from tests.unit.services.reform_world import (
    ALL,
    DISTRICT,
    MERGED,
    MERGED_TOO,
    PROVINCE,
    RENAMED,
    SPLIT,
    SPRING,
    SUMMER,
    ReformWorld,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.catalogue import Catalogue
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.bare import Number
    from antq_desktop.services.comparable import Against
    from antq_desktop.services.consolidated import Beside
    from antq_desktop.services.counting import CountedIndicator
    from antq_desktop.services.workspace import Workspace

YEAR, FIRST_HALF, SECOND_HALF = map(parse_period, ("DL-2024", "DL-2024-H1", "DL-2024-H2"))
CROSSING = parse_period("2024-06-01_2024-07-15")


@pytest.fixture
def world(spring: ReformWorld, tmp_path: Path) -> ReformWorld:
    """Give each test a world of its own."""
    return spring.copy_to(tmp_path / "spring")


def owner(world: ReformWorld, commune: str, record: str) -> UnitKey:
    with world.open(commune) as workspace:
        revision = workspace.store.revisions.latest(record)
        assert revision is not None
        return revision.header.unit


def coops(
    workspace: Workspace, period: Period, units: frozenset[UnitKey] | None = None
) -> CountedIndicator:
    counted = count(workspace, period, units=units)
    return next(one for one in counted if one.indicator.code == "X1.1")


def values(figures: dict[UnitKey, Figure]) -> dict[UnitKey, int]:
    return {key: figure.value for key, figure in figures.items()}


def notes(workspace: Workspace, period: Period) -> dict[str, object]:
    said = territory_notes(workspace, period, units_behind(count(workspace, period)))
    return {name.removeprefix("territory."): values.get("count") for name, values in said}


def test_a_record_is_of_the_unit_of_the_day_of_its_event_and_stays_so(world: ReformWorld) -> None:
    world.reform([RENAMED])
    (before,) = world.add(RENAMED, coop("2024-06-30"))
    (after,) = world.add(RENAMED, coop("2024-07-01"))
    assert owner(world, RENAMED, before) == old("10001")
    assert owner(world, RENAMED, after) == new("10001")
    with world.open(RENAMED) as workspace:
        assert workspace.unit.name == "Xã An Thịnh"
        change_record(workspace, before, {"built_on": "2024-07-05"}, reason="Ghi nhầm ngày")
        void_record(workspace, after, reason="Trùng")
    assert owner(world, RENAMED, before) == old("10001")
    assert owner(world, RENAMED, after) == new("10001")


def test_the_old_certificate_does_not_sign_for_the_new_unit(world: ReformWorld) -> None:
    world.reform([RENAMED])
    with world.open(RENAMED) as workspace:
        with pytest.raises(Refusal, match=r"identity\.other_unit"):
            own_signature(workspace)
        hindrance = preview(workspace, []).hindrance
        assert hindrance is not None
        assert hindrance.message_id == "identity.other_unit"
    world.certify(RENAMED)
    with world.open(RENAMED) as workspace:
        assert own_signature(workspace).serial
        assert bundle_status(workspace, None)[0].unit == new("10001").text


def test_the_successor_sends_what_it_was_before_and_what_it_is(world: ReformWorld) -> None:
    world.add(RENAMED, coop("2024-04-01"))
    world.reform([RENAMED])
    world.add(RENAMED, coop("2024-06-30"), coop("2024-07-02"))
    world.certify(RENAMED)
    verdict = world.send(RENAMED, FIRST_HALF, CROSSING)
    assert verdict.verdict == "accepted", verdict.reasons
    with world.open(PROVINCE) as workspace:
        found = coops(workspace, YEAR)
        assert values(dict(found.by_unit))[old("10001")] == 3
        assert values(dict(found.by_unit))[new("10001")] == 1
        assert values(dict(found.through))[new("10001")] == 4
        assert len(write_receipts(workspace)) == 5  # one more for what the unit was before


def test_a_bundle_signed_before_the_reform_is_taken_in_after_it(world: ReformWorld) -> None:
    world.add(MERGED, coop("2024-04-01"))
    with world.open(MERGED) as workspace:
        path = world.home(MERGED) / "outbox" / submit(workspace, [], []).file
    world.reform([MERGED])
    with world.open(PROVINCE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"


def test_what_a_sender_does_not_succeed_it_may_not_bring(world: ReformWorld) -> None:
    unverified = LINKS.replace(
        "10001,10001@2024-07-01,renamed,2024-07-01,1,NQ mẫu,",
        "10001,10001@2024-07-01,renamed,2024-07-01,0,,",
    )
    world.reform([RENAMED])
    world.certify(RENAMED)
    world.add(RENAMED, coop("2024-06-02"), coop("2024-07-02"))
    world.reform([], links=unverified)
    verdict = world.send(RENAMED)
    assert verdict.verdict == "refused"
    assert {one.rule for one in verdict.reasons} == {"row_unit"}


def test_sums_are_conserved_and_the_successor_has_the_figures_of_both(world: ReformWorld) -> None:
    with world.open(PROVINCE) as workspace:
        before = coops(workspace, YEAR)
    assert before.figure.value == 1 + 2 + 3 + 4
    assert not before.through
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:
        after = coops(workspace, YEAR)
        assert after.figure.value == before.figure.value == len(after.figure.records)
        assert after.by_unit == before.by_unit
        assert values(dict(after.through)) == {new("10001"): 1, new("10002"): 5}
        # The period ended before the reform: the units of then answer for themselves.
        assert not coops(workspace, FIRST_HALF).through


def test_the_table_of_units_adds_up_over_a_reform(world: ReformWorld) -> None:
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:
        table = consolidate_figures(workspace, SECOND_HALF)
        districts = consolidate_figures(workspace, SECOND_HALF, directly_below=True)
        unverified = consolidate_figures(workspace, FIRST_HALF)
        sent = frozenset(map(parse_unit_key, workspace.store.queries.units()))
    for found in (table, districts, unverified):
        for against in (None, "previous", "year_before"):
            lines = [earlier(found.at("X1.1", line.unit), against) for line in found.lines]
            total = earlier(found.at("X1.1", None), against)
            refused = any(number is None for number in lines)
            value, behind = (total.figure.value, len(total.records)) if total else (0, 0)
            assert refused or sum(n.figure.value for n in lines if n) == value
            assert value == behind
    assert {
        line.unit.text: (
            line.doubts["previous"].territory,
            number.figure.value if (number := table.at("X1.1", line.unit).previous) else None,
        )
        for line in table.lines
        if line.members & sent
    } == {
        "10001@2024-07-01": ("same", 1),
        "10002@2024-07-01": ("changed", 5),
        "10004": ("other", None),
    }
    # Both parts of the commune that was split are in one district: its sum can be compared.
    of_district = districts.at("X1.1", old(DISTRICT)).previous
    assert of_district is not None
    assert of_district.figure.value == 10
    assert districts.doubt(old(DISTRICT), "previous").territory == "changed"
    assert table.doubt(None, "previous").since == REFORM
    assert "territory.compared" in {name for name, _ in table.notes}
    assert all(doubt.since is None for line in unverified.lines for doubt in line.doubts.values())


def earlier(beside: Beside, against: Against | None) -> Number | None:
    return beside.now if against is None else beside.earlier(against)


def test_asking_for_a_unit_asks_for_what_it_took_over(world: ReformWorld) -> None:
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:
        asked = {
            key: coops(workspace, YEAR, units=frozenset({key})).figure.value
            for key in (new("10002"), old("10003"), new("10004"), new("10003"), old("10004"))
        }
    assert asked == {
        new("10002"): 5,
        old("10003"): 3,
        new("10004"): 0,
        new("10003"): 0,
        old("10004"): 4,
    }


def test_what_nobody_verified_is_not_added_and_is_said(world: ReformWorld) -> None:
    world.reform(ALL, links=LINKS.replace(",1,NQ mẫu", ",0,"))
    with world.open(PROVINCE) as workspace:
        found = coops(workspace, YEAR)
        assert found.figure.value == 10
        assert not found.through
        said = notes(workspace, YEAR)
        assert said["unverified"] == 6
        assert "added" not in said
        assert "inside" in said
    with world.open(RENAMED) as workspace:
        assert workspace.unit.key == old("10001")
    (record,) = world.add(RENAMED, coop("2024-07-02"))
    assert owner(world, RENAMED, record) == old("10001")


@pytest.mark.parametrize(
    ("commune", "said"),
    [
        (RENAMED, {"added": 1}),
        (MERGED, {"added": 2, "inside": None}),
        (SPLIT, {"split": 1, "inside": None}),
    ],
)
def test_a_commune_is_told_what_the_reform_does_to_its_figures(
    world: ReformWorld, commune: str, said: dict[str, object]
) -> None:
    world.reform(ALL)
    with world.open(commune) as workspace:
        assert notes(workspace, YEAR) == said
        assert notes(workspace, FIRST_HALF) == {}


def test_a_comparison_over_the_reform_is_footnoted(world: ReformWorld) -> None:
    world.reform(ALL)
    later = parse_period("DL-2024-H2")
    with world.open(PROVINCE) as workspace:
        assert "compared" in notes(workspace, later)
        assert set(notes(workspace, parse_period("DL-2023"))) == set()
        compared = next(one for one in compare(workspace, later) if one.indicator.code == "X1.1")
        assert (compared.now.value, compared.previous.value) == (0, 10)


def test_denominators_are_of_the_units_that_are_there_at_the_end(world: ReformWorld) -> None:
    """B8.1 counts the communes of the last day: 6 in June, 6 of others in July; no predecessor."""

    def regular(workspace: Workspace, period: Period) -> tuple[int, int | None]:
        found = next(one for one in count(workspace, period) if one.indicator.code == "B8.1")
        return found.figure.value, found.figure.denominator

    officer = {
        "officer": "Lò Văn Mẫu",
        "rank": "captain",
        "title": "officer",
        "decision": "000/QĐ-CAT",
        "started_on": "2024-01-01",
        "moves": [{"state": "serving", "on": "2024-01-01"}],
    }
    for commune, badge in ((MERGED, "000-1"), (MERGED_TOO, "000-2"), (RENAMED, "000-3")):
        world.add(commune, {**officer, "badge_no": badge}, register="police_officers")
        assert world.send(commune).good
    with world.open(PROVINCE) as workspace:
        assert regular(workspace, FIRST_HALF) == (3, 7)
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:
        assert regular(workspace, FIRST_HALF) == (3, 7)
        assert regular(workspace, YEAR) == (2, 7)
        officers = next(one for one in count(workspace, YEAR) if one.indicator.code == "B8.2")
        assert officers.figure.value == 3
    with world.open(MERGED) as workspace:
        assert regular(workspace, YEAR) == (1, 1)
        assert regular(workspace, FIRST_HALF) == (1, 1)


def test_a_split_unit_goes_on_as_the_part_that_its_head_chooses(world: ReformWorld) -> None:
    world.reform([SPLIT])
    with pytest.raises(Refusal, match=r"units\.choose_part"):
        world.add(SPLIT, coop("2024-07-02"))
    (before,) = world.add(SPLIT, coop("2024-06-02"))
    assert owner(world, SPLIT, before) == old("10004")
    with world.open(SPLIT) as workspace:
        with pytest.raises(Refusal, match=r"units\.choose_part"):
            own_signature(workspace)
        with pytest.raises(Refusal, match=r"units\.no_part"):
            continue_as(workspace, "10001")
        assert continue_as(workspace, "10006").name == "Xã Cao Hạ"
    (after,) = world.add(SPLIT, coop("2024-07-02"))
    assert owner(world, SPLIT, after) == new("10006")
    world.certify(SPLIT)
    verdict = world.send(SPLIT, FIRST_HALF, CROSSING)
    assert verdict.verdict == "accepted", verdict.reasons
    with world.open(PROVINCE) as workspace:
        found = coops(workspace, YEAR)
        assert values(dict(found.by_unit))[old("10004")] == 5
        assert values(dict(found.by_unit))[new("10006")] == 1
        assert new("10006") not in found.through


def test_after_the_police_of_districts_the_office_is_the_province(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    world = ReformWorld(tmp_path, catalogue, datetime(2024, 1, 15, 8, 0, tzinfo=ZONE), {})
    for code in (DISTRICT, PROVINCE):
        world.create(code, office=True)
    world.create(RENAMED)
    with pytest.raises(Refusal, match=r"identity\.not_below"):
        world.enrol(PROVINCE, RENAMED)
    world.enrol(DISTRICT, RENAMED)
    world.add(RENAMED, coop("2024-01-10"))
    assert world.send(RENAMED, office=DISTRICT).verdict == "accepted"
    world.now = datetime(2024, 3, 1, 8, 0, tzinfo=ZONE)
    world.add(RENAMED, coop("2024-02-10"))
    with world.open(RENAMED) as workspace:
        with pytest.raises(Refusal) as refused:
            submit(workspace, [], [])
        assert refused.value.message_id == "submission.other_office"
        assert refused.value.values == {"name": "Tỉnh Mẫu"}
    with pytest.raises(Refusal, match=r"identity\.not_below"):
        world.certify(RENAMED, office=DISTRICT)
    world.certify(RENAMED, office=PROVINCE)
    # A new recipient is a new chain: everything goes to the province.
    verdict = world.send(RENAMED)
    assert (verdict.verdict, verdict.counts["new"]) == ("accepted", 2)


def test_a_record_is_found_under_the_old_name_and_the_new_one(world: ReformWorld) -> None:
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:

        def found(text: str) -> dict[str, int]:
            return dict(Counter(line.unit for line in search(workspace, text)))

        assert found("xa binh hoa") == {"10003": 3}
        assert found("Minh Hòa") == {"10002": 2, "10003": 3}
        assert found("cao hạ") == {"10004": 4}
        assert found("xã giữ nguyên") == {}
        tree = workspace.units
        assert name_with_others(tree, new("10002"), "vi") == (
            "Xã Minh Hòa (trước 01/07/2024: Xã Bình Minh, Xã Bình Hòa)"
        )
        assert name_with_others(tree, old("10003"), "en") == (
            "Xã Bình Hòa (from 01/07/2024: Xã Minh Hòa)"
        )
        assert name_with_others(tree, old("10008"), "vi") == "Xã Giữ Nguyên"
    with world.open(MERGED) as workspace:  # all is of one unit: its name tells nothing
        assert search(workspace, "Bình Minh") == []


def test_the_reform_of_the_tests_is_the_one_they_say() -> None:
    assert date(2024, 7, 1) == REFORM
    assert SPRING.date() < REFORM < SUMMER.date()


def test_a_unit_owes_no_report_after_its_end_and_its_heir_from_then_on(
    world: ReformWorld,
) -> None:
    world.reform([MERGED, RENAMED])
    world.certify(MERGED)
    world.certify(RENAMED)
    for commune in (MERGED, RENAMED):
        assert world.send(commune, FIRST_HALF).verdict == "accepted"
    periods = (FIRST_HALF, parse_period("DL-2024-07"))
    world.later(days=30)
    with world.open(PROVINCE) as workspace:
        found = who_reported(workspace, Asked(periods=periods))
    states = {row.unit.key: [cell.state.value for cell in row.cells] for row in found.rows}
    assert states[old(RENAMED)] == ["reported", "not_due"]
    assert states[new(RENAMED)] == ["not_due", "waiting"]
    # Two went into one: what was reported is of the one whose books are there.
    assert states[old(MERGED)] == ["reported", "not_due"]
    assert states[old(MERGED_TOO)] == states[old(SPLIT)] == ["waiting", "not_due"]
    assert old(DISTRICT) not in states  # its police had ended
