"""Units: keys, the tree on a day, search, and the CSV file.

The tree here has the reform of 01/07/2025 in small: a level is gone and codes are used again.
"""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.units import (
    COLUMNS,
    KIND_LABELS,
    Unit,
    UnitKey,
    UnitTree,
    parse_unit_key,
    parse_units_csv,
)
from antq_desktop.errors import Fault, Refusal

HEADER = ",".join(COLUMNS)
REFORM = """\
35,Tỉnh Hà Nam,tinh,1,,,2025-07-01,0
347,Thành phố Phủ Lý,thanh-pho,2,35,,2025-07-01,0
353,Huyện Lý Nhân,huyen,2,35,,2025-07-01,0
13306,Xã Phù Vân,xa,3,347,,2025-07-01,0
13291,Phường Lê Hồng Phong,phuong,3,347,,2025-07-01,0
13579,Xã Đạo Lý,xa,3,353,,2025-07-01,1
13588,Xã Bắc Lý,xa,3,353,,2025-07-01,0
37,Tỉnh Ninh Bình,tinh,1,,2025-07-01,,0
13291,Phường Phù Vân,phuong,2,37,2025-07-01,,0
13579,Xã Bắc Lý,xa,2,37,2025-07-01,,0
13495,Xã Thanh Thủy,xa,2,37,2025-07-01,,0
00001,Xã Phú Văn,xa,2,37,2025-07-01,,0
13579-T01,Xã Đạo Lý Cũ,xa,3,13579,2025-07-01,,0
"""
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def read(rows: str) -> list[Unit]:
    return parse_units_csv(f"{HEADER}\n{rows}")


@pytest.fixture(scope="module")
def tree() -> UnitTree:
    return UnitTree(read(REFORM), "test", "written here")


def names(units: tuple[Unit, ...]) -> list[str]:
    return [unit.name for unit in units]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("13285", UnitKey("13285")),
        ("00001", UnitKey("00001")),
        ("13579@2025-07-01", UnitKey("13579", date(2025, 7, 1))),
        ("13285-T01", UnitKey("13285-T01")),
    ],
)
def test_a_key_is_text_and_json_and_back(text: str, key: UnitKey) -> None:
    assert parse_unit_key(text) == key
    assert key.text == text
    assert UnitKey.from_json(key.as_json()) == key


def test_json_of_a_key() -> None:
    assert UnitKey("01").as_json() == {"code": "01", "valid_from": None}
    reform = {"code": "13579", "valid_from": "2025-07-01"}
    assert UnitKey("13579", AFTER).as_json() == reform


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "13579@",
        "13579@2025-7-1",
        "13579@2025-02-30",
        "13579@20250701",
        "13579\n",
        "CON",
        "../1",
        "1 2",
        "1-",
        "1" * 33,
        "\u0661",
    ],
)
def test_a_text_that_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"units\.bad_key"):
        parse_unit_key(text)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "13579",
        {"code": "13579"},
        {"code": 13579, "valid_from": None},
        {"code": "13579", "valid_from": 1},
        {"code": "x", "valid_from": None},
        {"code": "13579", "valid_from": None, "name": "Xã Đạo Lý"},
    ],
)
def test_json_that_is_no_key_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"units\.bad_key"):
        UnitKey.from_json(value)


def test_a_unit_exists_until_the_day_before_its_end(tree: UnitTree) -> None:
    old, new = tree.get(UnitKey("13579")), tree.get(UnitKey("13579", AFTER))
    assert (old.name, new.name) == ("Xã Đạo Lý", "Xã Bắc Lý")
    assert [old.valid_at(day) for day in (date.min, BEFORE, AFTER)] == [True, True, False]
    assert [new.valid_at(day) for day in (BEFORE, AFTER, date.max)] == [False, True, True]
    assert old.remote
    assert not new.remote


def test_an_unknown_key_is_refused(tree: UnitTree) -> None:
    with pytest.raises(Refusal) as refused:
        tree.get(UnitKey("13579", date(2024, 1, 1)))
    assert refused.value.message_id == "units.unknown"
    assert refused.value.values == {"code": "13579@2024-01-01"}


def test_one_code_is_another_unit_on_another_day(tree: UnitTree) -> None:
    found = [tree.find("13291", day) for day in (BEFORE, AFTER)]
    assert [unit and unit.name for unit in found] == ["Phường Lê Hồng Phong", "Phường Phù Vân"]
    assert tree.find("13306", AFTER) is None
    assert tree.find("99999", AFTER) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("13579", "Xã Bắc Lý"),
        ("13579@2025-07-01", "Xã Bắc Lý"),
        ("13579@2025-06-30", "Xã Đạo Lý"),
        ("13588@2023-01-01", "Xã Bắc Lý"),
    ],
)
def test_resolve_takes_the_given_day_or_todays(tree: UnitTree, text: str, name: str) -> None:
    assert tree.resolve(text, AFTER).name == name


@pytest.mark.parametrize(
    ("text", "message_id"),
    [
        ("99999", "units.unknown"),
        ("13588", "units.not_valid"),
        ("37@2025-06-30", "units.not_valid"),
        ("Xã Bắc Lý", "units.bad_key"),
    ],
)
def test_resolve_says_why_not(tree: UnitTree, text: str, message_id: str) -> None:
    with pytest.raises(Refusal) as refused:
        tree.resolve(text, AFTER)
    assert refused.value.message_id == message_id


def test_the_tree_has_the_levels_of_the_day(tree: UnitTree) -> None:
    province = UnitKey("35")
    assert names(tree.children(province, BEFORE)) == ["Thành phố Phủ Lý", "Huyện Lý Nhân"]
    assert names(tree.below(UnitKey("353"), BEFORE)) == ["Xã Đạo Lý", "Xã Bắc Lý"]
    assert len(tree.below(province, BEFORE)) == 6
    assert tree.below(province, AFTER) == ()
    assert len(tree.children(UnitKey("37", AFTER), AFTER)) == 4
    assert len(tree.below(UnitKey("37", AFTER), AFTER)) == 5
    assert tree.children(UnitKey("99999"), AFTER) == ()


def test_a_unit_is_under_its_parent_of_the_day(tree: UnitTree) -> None:
    old = tree.parent(UnitKey("13579"), BEFORE)
    new = tree.parent(UnitKey("13579", AFTER), AFTER)
    assert [unit and unit.name for unit in (old, new)] == ["Huyện Lý Nhân", "Tỉnh Ninh Bình"]
    assert tree.parent(UnitKey("13579"), AFTER) is None
    assert tree.parent(UnitKey("35"), BEFORE) is None
    assert tree.parent(UnitKey("99999"), BEFORE) is None


def test_a_reused_code_gives_no_children_to_its_old_holder(tree: UnitTree) -> None:
    assert names(tree.children(UnitKey("13579", AFTER), AFTER)) == ["Xã Đạo Lý Cũ"]
    assert tree.children(UnitKey("13579"), BEFORE) == ()


def test_valid_lists_the_units_of_a_day(tree: UnitTree) -> None:
    assert len(tree.valid(BEFORE)) == 7
    assert len(tree.valid(AFTER)) == 6


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phu van", ["Xã Phú Văn", "Phường Phù Vân"]),
        ("Phú Văn", ["Xã Phú Văn", "Phường Phù Vân"]),
        ("PHÙ VÂN", ["Phường Phù Vân", "Xã Phú Văn"]),
        ("phường phù", ["Phường Phù Vân"]),
        ("ba l", ["Xã Bắc Lý"]),
        ("thuỷ", ["Xã Thanh Thủy"]),
        ("13291", ["Phường Phù Vân"]),
        ("13579", ["Xã Bắc Lý", "Xã Đạo Lý Cũ"]),
        ("13579-t01", ["Xã Đạo Lý Cũ"]),
        ("le hong", []),
        ("...", []),
    ],
)
def test_search_on_a_day(tree: UnitTree, text: str, found: list[str]) -> None:
    assert names(tree.search(text, AFTER)) == found


def test_search_without_a_day_finds_old_names(tree: UnitTree) -> None:
    assert names(tree.search("le hong")) == ["Phường Lê Hồng Phong"]
    keys = [unit.key.text for unit in tree.search("Bắc Lý")]
    assert keys == ["13579@2025-07-01", "13588"]


def test_units_that_contradict_each_other_are_our_fault() -> None:
    unit = read("01,Tỉnh A,tinh,1,,,,0")
    with pytest.raises(Fault):
        UnitTree(unit + unit, "test", "written here")


def test_a_file_may_begin_with_a_byte_order_mark_and_have_empty_lines() -> None:
    units = parse_units_csv(f"\ufeff{HEADER}\r\n\r\n00001,Xa\u0303 A,xa,1,,,,1\r\n\r\n")
    expected = Unit(UnitKey("00001"), "Xã A", "xa", 1, None, None, remote=True)
    assert units == [expected]


@pytest.mark.parametrize("text", ["", "code;name", "code,name\n", f"{HEADER},x\n", '"'])
def test_a_wrong_header_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"units\.bad_(header|row)"):
        parse_units_csv(text)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("A1,Xã B,xa,1,,,,0", "code"),
        ("02,,xa,1,,,,0", "name"),
        ("02,Xã\u200b B,xa,1,,,,0", "name"),
        ('02,"Xã\nB",xa,1,,,,0', "name"),
        ("02,Xã B,bang,1,,,,0", "kind"),
        ("02,Xã B,xa,0,,,,0", "level"),
        ("02,Xã B,xa,một,,,,0", "level"),
        ("02,Xã B,xa,2,../1,,,0", "parent"),
        ("02,Xã B,xa,1,,01/07/2025,,0", "valid_from"),
        ("02,Xã B,xa,1,,,2025-02-30,0", "valid_to"),
        ("02,Xã B,xa,1,,2025-07-01,2025-07-01,0", "valid_to"),
        ("02,Xã B,xa,1,,,,x", "remote"),
        ("02,Xã B,xa,1", "parent"),
        ("02,Xã B,xa,1,,,,0,9", "remote"),
        ('02,"Xã" B,xa,1,,,,0', "code"),
    ],
)
def test_a_bad_row_is_refused_with_line_and_column(row: str, column: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(f"01,Tỉnh A,tinh,1,,,,0\n{row}\n")
    assert refused.value.message_id == "units.bad_row"
    assert refused.value.values == {"row": 3 + row.count("\n"), "column": column}


@pytest.mark.parametrize(
    ("row", "message_id", "code"),
    [
        ("01,Tỉnh B,tinh,1,,,,0", "units.duplicate", "01"),
        ("01,Tỉnh B,tinh,1,,2025-07-01,,0", "units.overlap", "01"),
        ("02,Xã B,xa,2,99,,,0", "units.no_parent", "99"),
        ("02,Xã B,xa,1,01,,,0", "units.no_parent", "01"),
        ("02,Xã B,xa,2,02,,,0", "units.no_parent", "02"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(row: str, message_id: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(f"01,Tỉnh A,tinh,1,,,,0\n{row}\n")
    assert refused.value.message_id == message_id
    assert refused.value.values == {"row": 3, "code": code}


def test_units_of_one_code_may_follow_each_other_in_any_order() -> None:
    units = read("01,Tỉnh B,tinh,1,,2025-07-01,,0\n01,Tỉnh A,tinh,1,,,2025-07-01,0\n")
    tree = UnitTree(units, "test", "written here")
    found = [tree.find("01", day) for day in (BEFORE, AFTER)]
    assert [unit and unit.name for unit in found] == ["Tỉnh A", "Tỉnh B"]


def test_every_kind_has_both_labels() -> None:
    assert all(set(labels) == {"vi", "en"} for labels in KIND_LABELS.values())
