"""What ships with the program: units and calendar."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.police import POLICE_COLUMNS
from antq_desktop.domain.succession import LINK_COLUMNS
from antq_desktop.domain.units import COLUMNS, UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.services.reference_data import load_calendar, load_units
from tests.unit.domain.reform import LINKS, POLICE, UNITS, lines, reformed

if TYPE_CHECKING:
    from pathlib import Path


def test_shipped_units_are_the_109_communes_of_2023() -> None:
    tree = load_units()
    assert tree.version == "hanam-2023+ninh-binh-2025"
    below = tree.below(UnitKey("35"), date(2023, 12, 31))
    kinds = Counter(unit.kind for unit in below)
    assert kinds["xa"] + kinds["phuong"] + kinds["thi-tran"] == 83 + 20 + 6
    assert len(below) == 109 + 6


def test_eleven_units_ended_with_2024_and_all_with_june_2025() -> None:
    tree = load_units()
    before = tree.valid(date(2023, 12, 31))
    assert len(tree.valid(date(2025, 1, 1))) == len(before) - 11
    assert not set(before) & set(tree.valid(date(2025, 7, 1)))


def test_from_july_2025_there_are_33_communes_straight_under_the_province() -> None:
    tree, day = load_units(), date(2025, 7, 1)
    communes = tree.children(UnitKey("37", day), day)
    assert len(communes) == 33
    assert Counter(unit.kind for unit in communes) == {"phuong": 16, "xa": 17}
    assert tree.below(UnitKey("37", day), day) == communes


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("13579", "Xã Đạo Lý", "Xã Bắc Lý"),
        ("13291", "Phường Lê Hồng Phong", "Phường Phù Vân"),
        ("13318", "Phường Châu Sơn", "Phường Châu Sơn"),
    ],
)
def test_a_code_that_was_given_again_is_another_unit(code: str, old: str, new: str) -> None:
    """All 33 codes of today were another unit's before (domain.md 0.3, 8)."""
    tree = load_units()
    before, after = (tree.resolve(code, date(2025, month, 1)) for month in (6, 7))
    assert (before.name, after.name) == (old, new)
    assert before.key != after.key
    assert {unit.key.code for unit in tree.search("Bắc Lý")} == {"13588", "13579"}


def test_of_hanam_the_codes_alone_are_known_and_the_program_says_so() -> None:
    tree = load_units()
    links = tree.succession.links
    assert len(links) == 33
    assert {(link.kind.value, link.verified) for link in links} == {("code_only", False)}
    assert all(link.before.code == link.after.code for link in links)
    old, new = UnitKey("13291"), UnitKey("13291", date(2025, 7, 1))
    assert tree.succession.heir(old, date(2026, 1, 1)) == old
    assert not tree.succession.succeeded(new, date(2026, 1, 1))
    assert [link.note for link in tree.succession.into(new)] == [
        "Đơn vị cùng tên trước đó có mã 13306"
    ]


def test_the_police_of_the_districts_ended_four_months_before_them() -> None:
    tree, commune = load_units(), UnitKey("13579")
    found = [tree.superior(commune, date(2025, month, 1)) for month in (2, 3, 6)]
    assert [unit and unit.key.code for unit in found] == ["353", "35", "35"]
    assert tree.parent(commune, date(2025, 6, 1)) == tree.get(UnitKey("353"))
    new = UnitKey("13579", date(2025, 7, 1))
    assert tree.superior(new, date(2025, 7, 1)) == tree.resolve("37", date(2025, 7, 1))


def test_units_of_another_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "code,name,kind,level,parent,valid_from,valid_to,remote\n01,Tỉnh A,tinh,1,,,,0\n",
        encoding="utf-8",
    )
    assert load_units(path).version == "mine"


def test_succession_and_police_come_from_files_beside_the_units(tmp_path: Path) -> None:
    tree = reformed()
    files = [tmp_path / f"{name}.csv" for name in ("mine", "after", "police")]
    texts = ((COLUMNS, UNITS), (LINK_COLUMNS, LINKS), (POLICE_COLUMNS, POLICE))
    for file, (columns, rows) in zip(files, texts, strict=True):
        file.write_text(lines(columns, rows), encoding="utf-8")
    loaded = load_units(*files)
    assert (loaded.version, loaded.source) == (
        "mine+after+police",
        "mine.csv, after.csv, police.csv",
    )
    assert loaded.succession.links == tree.succession.links
    assert loaded.police.bodies == tree.police.bodies
    assert not load_units(files[0]).succession.links


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "units.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refusal, match=r"units\.unreadable\(name='units.csv'\)"):
        load_units(path)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2023, 1, 20), False),
        (date(2023, 1, 27), True),
        (date(2024, 4, 29), False),
        (date(2024, 5, 4), True),
        (date(2025, 4, 26), True),
        (date(2025, 5, 2), False),
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 11, 24), False),
        (date(2026, 11, 25), True),
    ],
)
def test_official_days_off_and_swapped_days(day: date, *, works: bool) -> None:
    assert load_calendar().is_working(day) is works


def test_calendar_names_its_versions_and_its_years() -> None:
    calendar = load_calendar()
    assert (calendar.first, calendar.last) == (date(2015, 1, 1), date(2030, 12, 31))
    assert calendar.version.startswith("holidays ")
    assert calendar.version.endswith(", vn 2, official to 2026")
    assert calendar.official_to == date(2026, 12, 31)
