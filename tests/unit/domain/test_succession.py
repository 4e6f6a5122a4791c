"""Succession: what became of units, who answers for them, and what a file may not say."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.police import PoliceBodies, PoliceBody
from antq_desktop.domain.succession import Link, Succession, SuccessionKind
from antq_desktop.domain.units import UnitKey, UnitTree
from antq_desktop.errors import Fault, Refusal
from tests.unit.domain.reform import (
    BEFORE,
    LINKS,
    POLICE,
    POLICE_END,
    REFORM,
    UNITS,
    new,
    old,
    reformed,
)

LATER = date(2025, 1, 1)


@pytest.fixture(scope="module")
def tree() -> UnitTree:
    return reformed()


@pytest.mark.parametrize(
    ("key", "heir"),
    [
        (old("10001"), new("10001")),
        (old("10002"), new("10002")),
        (old("10003"), new("10002")),
        (old("10004"), old("10004")),
        (old("10005"), new("10005")),
        (old("10007"), new("10003")),
        (old("10008"), old("10008")),
        (new("10003"), new("10003")),
    ],
)
def test_who_answers_for_a_unit(tree: UnitTree, key: UnitKey, heir: UnitKey) -> None:
    assert tree.succession.heir(key, REFORM) == heir
    assert tree.succession.heir(key, BEFORE) == key


def test_a_merged_unit_took_over_both_and_a_part_took_over_nothing(tree: UnitTree) -> None:
    both = {old("10002"), old("10003")}
    assert tree.succession.taken_over(new("10002"), REFORM) == both
    assert tree.succession.taken_over(new("10002"), BEFORE) == frozenset()
    assert tree.succession.taken_over(new("10006"), LATER) == frozenset()


def test_a_part_goes_on_with_the_books_of_what_was_split(tree: UnitTree) -> None:
    for part in (new("10004"), new("10006")):
        assert tree.succession.succeeded(part, REFORM) == {old("10004")}
        assert tree.succession.succeeded(part, BEFORE) == frozenset()


def test_a_code_that_was_given_again_brings_nothing_with_it(tree: UnitTree) -> None:
    assert tree.succession.succeeded(new("10003"), LATER) == {old("10007")}
    assert old("10003") not in tree.succession.taken_over(new("10003"), LATER)


def test_links_that_are_not_verified_are_shown_and_not_followed() -> None:
    tree = reformed(links=LINKS.replace(",1,NQ mẫu", ",0,"))
    assert [link.after for link in tree.succession.out_of(old("10001"))] == [new("10001")]
    assert tree.succession.heir(old("10001"), LATER) == old("10001")
    assert tree.succession.succeeded(new("10002"), LATER) == frozenset()
    assert tree.on(old("10001"), LATER) == old("10001")
    assert tree.on(new("10001"), BEFORE) == new("10001")


def test_a_unit_stood_under_the_key_of_the_day(tree: UnitTree) -> None:
    for code in ("10001", "10005"):
        assert tree.on(old(code), REFORM) == new(code) == tree.on(new(code), LATER)
        assert tree.on(new(code), BEFORE) == old(code) == tree.on(old(code), BEFORE)
    assert tree.on(new("10003"), BEFORE) == old("10007")
    # Of two that were merged, and of one that was split, nobody can say which it was.
    assert tree.on(new("10002"), BEFORE) == new("10002")
    assert tree.on(old("10003"), LATER) == new("10002")
    assert tree.on(old("10004"), LATER) == old("10004")


def test_reforms_follow_one_another() -> None:
    units = (
        UNITS.replace(
            "10002,Xã Minh Hòa,xa,3,101,2024-07-01,,",
            "10002,Xã Minh Hòa,xa,3,101,2024-07-01,2024-10-01,",
        )
        + "10009,Xã Thịnh Hòa,xa,3,101,2024-10-01,,0\n"
    )
    last = UnitKey("10009", date(2024, 10, 1))
    links = LINKS + f"10002@2024-07-01,{last.text},renamed,2024-10-01,1,NQ mẫu 2,\n"
    tree = reformed(units, links)
    assert tree.succession.heir(old("10003"), LATER) == last
    assert tree.succession.heir(old("10003"), REFORM) == new("10002")
    all_before = {old("10002"), old("10003"), new("10002")}
    assert tree.succession.taken_over(last, LATER) == all_before
    assert tree.succession.changed(REFORM, LATER) == tree.succession.out_of(new("10002"))


def test_a_unit_may_go_into_one_that_stays(tree: UnitTree) -> None:
    links = LINKS + "10007,10008,merged,2024-07-01,1,NQ mẫu,\n"
    links = links.replace("10007,10003@2024-07-01,kind_changed,2024-07-01,1,NQ mẫu,\n", "")
    merged = reformed(links=links)
    assert merged.succession.taken_over(old("10008"), REFORM) == {old("10007")}
    assert tree.succession.taken_over(old("10008"), REFORM) == frozenset()


def test_a_part_may_be_taken_from_one_that_stays() -> None:
    links = LINKS + "10008,10003@2024-07-01,split,2024-07-01,1,NQ mẫu,\n"
    with pytest.raises(Refusal) as refused:  # a unit of another kind takes nothing in that day
        reformed(links=links)
    assert refused.value.message_id == "succession.kind"
    whole = "10007,10003@2024-07-01,kind_changed"
    tree = reformed(links=links.replace(whole, whole.replace("kind_changed", "merged")))
    assert tree.succession.heir(old("10008"), LATER) == old("10008")
    assert tree.succession.succeeded(new("10003"), LATER) == {old("10007"), old("10008")}


@pytest.mark.parametrize(
    ("row", "message_id", "column"),
    [
        ("10001,10001@2024-07-01,renamed,2024-07-01,1,NQ\n", "units.bad_row", "note"),
        ("x,10001@2024-07-01,renamed,2024-07-01,1,NQ,\n", "units.bad_row", "from"),
        ("10001,,renamed,2024-07-01,1,NQ,\n", "units.bad_row", "to"),
        ("10001,10001@2024-07-01,sold,2024-07-01,1,NQ,\n", "units.bad_row", "kind"),
        ("10001,10001@2024-07-01,renamed,01/07/2024,1,NQ,\n", "units.bad_row", "on"),
        ("10001,10001@2024-07-01,renamed,2024-07-01,yes,NQ,\n", "units.bad_row", "verified"),
        ("10001,10001@2024-07-01,renamed,2024-07-01,1,,\n", "units.bad_row", "basis"),
        ("19999,10001@2024-07-01,renamed,2024-07-01,1,NQ,\n", "succession.unknown", None),
        ("10001,10001@2024-07-02,renamed,2024-07-01,1,NQ,\n", "succession.unknown", None),
        ("10008,10008,renamed,2024-07-01,1,NQ,\n", "succession.twice", None),
        ("10001,10001@2024-07-01,renamed,2024-06-30,1,NQ,\n", "succession.days", None),
        ("10008,10001@2024-07-01,merged,2024-07-01,1,NQ,\n", "succession.days", None),
        ("10001,10008,renamed,2024-07-01,1,NQ,\n", "succession.days", None),
        ("10001,10001@2024-07-01,split,2024-07-01,1,NQ,\n", "succession.kind", None),
        ("10001,10001@2024-07-01,code_only,2024-07-01,1,NQ,\n", "succession.kind", None),
        ("10001,10002@2024-07-01,code_only,2024-07-01,0,,\n", "succession.kind", None),
    ],
)
def test_a_wrong_line_is_refused_by_its_number(row: str, message_id: str, column: str) -> None:
    with pytest.raises(Refusal) as refused:
        reformed(links=row)
    assert refused.value.message_id == message_id
    assert refused.value.values["row"] == 2
    assert refused.value.values.get("column") == column


@pytest.mark.parametrize(
    ("row", "message_id"),
    [
        ("10001,10001@2024-07-01,renamed,2024-07-01,1,NQ,\n", "succession.twice"),
        ("10008,10001@2024-07-01,split,2024-07-01,1,NQ,\n", "succession.kind"),
        ("10001,10006@2024-07-01,merged,2024-07-01,1,NQ,\n", "succession.kind"),
    ],
)
def test_a_line_that_contradicts_another_is_refused(row: str, message_id: str) -> None:
    with pytest.raises(Refusal) as refused:
        reformed(links=LINKS + row)
    assert refused.value.message_id == message_id


def test_a_tree_that_contradicts_its_succession_is_never_made(tree: UnitTree) -> None:
    wrong = Link(
        before=old("19999"),
        after=new("10001"),
        kind=SuccessionKind.RENAMED,
        on=REFORM,
        verified=True,
    )
    with pytest.raises(Fault, match=r"succession\.unknown"):
        UnitTree(tree.units, "x", "x", succession=Succession([wrong]))
    body = PoliceBody(
        unit=old("19999"), valid_from=None, valid_to=None, parent=None, verified=False
    )
    with pytest.raises(Fault, match=r"police\.unknown"):
        UnitTree(tree.units, "x", "x", police=PoliceBodies([body]))


def test_the_police_of_a_commune_moves_up_before_its_district_ends(tree: UnitTree) -> None:
    key, day_before = old("10001"), date(2024, 2, 29)
    assert tree.parent(key, POLICE_END) == tree.get(UnitKey("101"))
    assert tree.superior(key, day_before) == tree.get(UnitKey("101"))
    assert tree.superior(key, POLICE_END) == tree.get(UnitKey("01"))
    assert tree.superior(UnitKey("101"), day_before) == tree.get(UnitKey("01"))
    assert tree.superior(UnitKey("101"), POLICE_END) is None
    assert tree.superior(UnitKey("01"), POLICE_END) is None
    assert tree.superior(key, REFORM) is None
    assert [unit.key.code for unit in tree.superiors(key)] == ["01", "101"]


def test_without_police_rows_the_police_stands_where_the_unit_does() -> None:
    tree = reformed(police="")
    assert tree.superior(old("10001"), BEFORE) == tree.get(UnitKey("101"))
    assert tree.superiors(old("10005")) == (tree.get(UnitKey("101")),)


def test_a_police_body_may_stand_below_another_unit_than_its_own_does() -> None:
    tree = reformed(police="10008,2024-05-01,2024-06-01,101,0,\n10008,,2024-05-01,,0,\n")
    found = [tree.superior(old("10008"), date(2024, month, 15)) for month in (4, 5, 6)]
    assert [unit and unit.key.code for unit in found] == ["102", "101", None]


@pytest.mark.parametrize(
    ("rows", "message_id", "row"),
    [
        ("10001,2024-01-01,2023-01-01,,0,\n", "units.bad_row", 2),
        ("10001,,,x,0,\n", "units.bad_row", 2),
        ("10001,,,,1,\n", "units.bad_row", 2),
        ("19999,,,,0,\n", "police.unknown", 2),
        ("10001,,,10002,0,\n", "police.parent", 2),
        ("10001,,,19999,0,\n", "police.parent", 2),
        (POLICE + "101,2024-02-01,,,0,\n", "police.overlap", 4),
    ],
)
def test_a_wrong_police_row_is_refused_by_its_number(rows: str, message_id: str, row: int) -> None:
    with pytest.raises(Refusal) as refused:
        reformed(police=rows)
    assert (refused.value.message_id, refused.value.values["row"]) == (message_id, row)


def test_a_name_means_its_unit_and_those_of_its_line(tree: UnitTree) -> None:
    def named(text: str) -> list[str]:
        return sorted(key.text for key in tree.named(text))

    assert named("xa binh hoa") == named("Bình Hòa") == ["10002@2024-07-01", "10003"]
    assert named("minh hoa") == ["10002", "10002@2024-07-01", "10003"]
    assert named("cao son") == ["10004", "10004@2024-07-01", "10006@2024-07-01"]
    assert named("10008") == ["10008"]
    assert named("binh") == named("") == []


def test_old_names_and_new_ones_find_a_unit(tree: UnitTree) -> None:
    def found(text: str, day: date | None = None) -> list[str]:
        return [unit.name for unit in tree.search(text, day)]

    assert found("binh hoa") == ["Xã Bình Hòa", "Xã Minh Hòa"]
    assert found("binh hoa", LATER) == found("minh hoa", LATER) == ["Xã Minh Hòa"]
    assert found("An Bình", LATER) == ["Xã An Thịnh"]
    assert found("cao son", LATER) == ["Xã Cao Thượng", "Xã Cao Hạ"]
    assert found("thị trấn phú xuân", LATER) == ["Xã Phú Xuân"]
    assert found("an thinh", BEFORE) == []


def test_who_bears_the_name_is_offered_before_who_took_it_over() -> None:
    tree = reformed()
    assert [unit.key for unit in tree.offered("phú xuân", date(2025, 1, 1))] == [
        new("10003"),
        old("10007"),
    ]
    assert [unit.key for unit in tree.offered("bình hòa", date(2025, 1, 1))] == [
        old("10003"),
        new("10002"),
    ]
