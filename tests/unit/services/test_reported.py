"""Who has reported: each state from a real bundle, due dates, levels, papers, a workbook."""

from __future__ import annotations

import re
import zipfile
from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any, cast

import pytest

from antq_desktop.domain.due_dates import DueDates
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.series import SERIES, periods_named, series_of
from antq_desktop.errors import Refusal
from antq_desktop.printing.remarks import MARK
from antq_desktop.services.dues import due_dates, set_due
from antq_desktop.services.exporting_reported import save_reported
from antq_desktop.services.papers import compose, compose_reported, save_paper
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.reported import (
    Asked,
    Matrix,
    ReportState,
    newest_series,
    who_reported,
)
from antq_desktop.services.submitting import submit
from antq_desktop.services.undoing import undo_import
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import sign, take
from tests.unit.services.levels import (
    PROVINCE,
    consolidated,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.reported import Cell

__all__ = ["levels", "made_levels"]
YEAR = parse_period("DL-2023")
QUARTERS = periods_named("DL-Q-2023")


def matrix(world: World, *codes: str, office: str = OFFICE, **more: Any) -> Matrix:
    periods = tuple(parse_period(code) for code in codes)
    with world.open(office) as workspace:
        return who_reported(workspace, Asked(periods=periods, **more))


def cells(found: Matrix, code: str) -> tuple[Cell, ...]:
    return next(row.cells for row in found.rows if row.unit.key.code == code)


def states(found: Matrix, code: str) -> list[str]:
    return [cell.state.value for cell in cells(found, code)]


def due(world: World, name: str, when: str | None) -> DueDates:
    with world.open(OFFICE) as workspace:
        return set_due(workspace, name, when)


def test_a_year_of_quarters_says_who_reported_what_and_counts_at_the_edges(world: World) -> None:
    world.add(COMMUNE, coop("2023-05-05"))
    with world.open(COMMUNE) as workspace:
        files = [submit(workspace, [QUARTERS[1]], []).file]
        world.later(seconds=1)
        files.append(submit(workspace, [QUARTERS[0]], ["hen_coops", "movement_models"]).file)
    (verdict, nil) = take(world, *(world.home(COMMUNE) / "outbox" / one for one in files))
    assert verdict.verdict == nil.verdict == "accepted"
    found = matrix(world, *(one.code for one in QUARTERS), "DL-2024-Q1")
    assert states(found, COMMUNE) == ["nil", "reported", "waiting", "waiting", "not_due"]
    assert states(found, SECOND) == ["waiting"] * 4 + ["not_due"]
    first, second = cells(found, COMMUNE)[:2]
    assert (second.verdict, second.at) == ("accepted", "2024-01-15T08:00:01+07:00")
    assert first.bundle != second.bundle
    units = len(found.rows)
    assert units == 21  # of Phủ Lý on the last day of each quarter
    assert [found.tally(place).told for place in range(5)] == [1, 1, 0, 0, 0]
    assert [found.tally(place).due for place in range(5)] == [units] * 4 + [0]
    row = next(one for one in found.rows if one.unit.key.code == COMMUNE)
    assert (row.tally.told, row.tally.due, found.whole.told) == (2, 4, 2)
    assert found.states()[ReportState.NOT_DUE] == units
    only = matrix(world, "DL-2023-Q1", states=frozenset({ReportState.NIL}))
    assert [one.unit.key.code for one in only.rows] == [COMMUNE]
    assert len(matrix(world, "DL-2023-Q1", units=frozenset({row.unit.key})).rows) == 1
    with world.open(OFFICE) as workspace:
        assert newest_series(workspace) == ("DL-Q", 2023)


def test_due_dates_are_empty_until_the_office_sets_them_and_then_say_who_is_late(
    world: World,
) -> None:
    take(world, sign(world, "DL-2023"))
    assert matrix(world, "DL-2023").dues == (None,)
    assert due(world, "DL-Y", "10").rules() == (("DL-Y", "10"),)
    found = matrix(world, "DL-2023")
    assert found.dues == (YEAR.last + timedelta(days=10),)
    assert (states(found, COMMUNE), states(found, SECOND)) == (["late"], ["overdue"])
    due(world, "DL-2023", "2024-01-15")
    found = matrix(world, "DL-2023")
    assert (states(found, COMMUNE), states(found, SECOND)) == (["reported"], ["waiting"])
    due(world, "DL-2023", None)
    assert due(world, "DL-Y", None) == DueDates()
    with world.open(OFFICE) as workspace:
        assert due_dates(workspace) == DueDates()
        noted = [one for one in workspace.store.journal.entries() if one["act"] == "due_date"]
        assert next(one["details"] for one in noted) == {"of": "DL-Y", "due": "10"}
        assert len(noted) == 4
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"workspace\.office_only"):
            set_due(workspace, "DL-Y", "10")
        with pytest.raises(Refusal, match=r"workspace\.office_only"):
            who_reported(workspace, Asked(periods=(YEAR,)))


@pytest.mark.parametrize(
    ("name", "when", "message"),
    [
        ("DL-Y", "ten", "due.bad_days"),
        ("DL-Y", "367", "due.bad_days"),
        ("DL-Y", "9999", "due.bad_days"),
        ("DL-2023", "soon", "due.bad_day"),
        ("DL-2023", "2023-12-30", "due.bad_day"),
        ("DL-2023", "2025-12-30", "due.bad_day"),
        ("DL-X", "5", "periods.unknown_series"),
        ("DL-2023-Q9", "5", "periods.unknown"),
    ],
)
def test_a_due_date_that_cannot_be_is_refused(name: str, when: str, message: str) -> None:
    with pytest.raises(Refusal) as refusal:
        DueDates().with_rule(name, when)
    assert refusal.value.message_id == message


def test_every_period_is_in_one_series_and_a_custom_one_in_none() -> None:
    for series in SERIES.values():
        assert all(series_of(period) == series for period in series.of_year(2024))
        assert periods_named(f"{series.code.lower()}-2024") == series.of_year(2024)
    assert series_of(parse_period("2023-01-01_2023-06-30")) is None
    assert periods_named("DL-2023") == (YEAR,)


def test_what_is_held_refused_or_withdrawn_is_no_report_and_is_shown(world: World) -> None:
    world.add(COMMUNE, coop())
    first = sign(world, "DL-2023-Q1")
    (verdict,) = take(world, first)
    with world.open(OFFICE) as workspace:
        row = workspace.store.exchanged.standing()[0]
        undo_import(workspace, row.digest, "Nhầm")
    assert states(matrix(world, "DL-2023-Q1"), COMMUNE) == ["returned"]
    take(world, first)
    assert states(matrix(world, "DL-2023-Q1"), COMMUNE) == ["reported"]
    # A PC whose clock is ahead: what it says of tomorrow is refused.
    world.later(days=2)
    world.add(SECOND, coop("2024-01-17"))
    ahead = sign(world, "DL-2023", code=SECOND)
    world.later(days=-2)
    (verdict,) = take(world, ahead)
    assert verdict.verdict == "refused"
    found = matrix(world, "DL-2023")
    assert states(found, SECOND) == ["returned"]
    assert cells(found, SECOND)[0].verdict == "refused"
    assert cells(found, SECOND)[0].bundle is not None


def test_a_province_sees_the_communes_of_its_districts_through_them(levels: World) -> None:
    levels.add(COMMUNE, coop())
    taken(levels, "347", submitted(levels, COMMUNE, YEAR))
    levels.later(hours=1)
    upward = consolidated(levels, "347", YEAR)
    with levels.open(PROVINCE) as workspace:
        assert import_bundle(workspace, upward).verdict == "accepted"
        (bundle,) = workspace.store.exchanged.standing()
        found = who_reported(workspace, Asked(periods=(YEAR,)))
    assert states(found, COMMUNE) == states(found, "347") == ["reported"]
    assert states(found, "349") == ["waiting"]
    assert cells(found, COMMUNE)[0].bundle == bundle.digest
    district = next(row for row in found.rows if row.unit.key.code == "347")
    commune = next(row for row in found.rows if row.unit.key.code == COMMUNE)
    assert (district.depth, commune.depth) == (0, 1)
    assert commune.office == district.unit
    assert len(found.offices) == 7
    assert len(found.rows) == 109 + 6
    assert found.whole.told == 2
    with levels.open(PROVINCE) as workspace:
        only = who_reported(workspace, Asked(periods=(YEAR,), office=district.unit.key))
    assert {row.office.key.code for row in only.rows if row.office} == {"347", PROVINCE}


def sheet(path: Path) -> list[list[str]]:
    """Return the cells of the only sheet of a workbook."""
    with zipfile.ZipFile(path) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    return [
        [unescape(cell) for cell in re.findall(r"<c [^>]*>.*?<(?:t|v)[^>]*>([^<]*)<", row)]
        for row in re.findall(r"<row .*?</row>", text)
    ]


def test_the_matrix_and_the_reminders_are_papers_and_a_workbook(
    world: World, tmp_path: Path
) -> None:
    take(world, sign(world, "DL-2023-Q1"))
    due(world, "DL-Q", "5")
    with world.open(OFFICE) as workspace:
        asked = Asked(periods=QUARTERS)
        pdf = saved(tmp_path, compose(workspace, "reported-matrix", period=QUARTERS[0]).pdf)
        assert "TÌNH HÌNH NỘP BÁO CÁO" in pdf.text()
        assert "1/21" in pdf.text()
        paper = compose_reported(workspace, "reported-reminders", Asked(periods=QUARTERS[:1]))
        listed = saved(tmp_path, paper.pdf)
        assert "Tổng số 20 đơn vị cần nhắc; đã nộp 1 trên 21 đơn vị phải nộp." in listed.text()
        letters = compose_reported(workspace, "reported-letter", Asked(periods=QUARTERS[:1]))
        assert letters.pages == 20
        assert not letters.verified
        letter = saved(tmp_path, letters.pdf)
        assert "V/v nộp báo cáo quý I năm 2023" in letter.text()
        assert "hạn nộp ngày 05 tháng 4 năm 2023" in letter.text()
        assert "chưa nhận được báo cáo của Công an phường" in letter.text()
        save_paper(workspace, letters, tmp_path / "letters.pdf")
        noted = list(workspace.store.journal.entries())[-20:]
        assert {one["act"] for one in noted} == {"print"}
        details = [cast("dict[str, str]", one["details"]) for one in noted]
        assert {one["period"] for one in details} == {"DL-2023-Q1"}
        assert len({one["unit"] for one in details}) == 20
        book = tmp_path / "reported.xlsx"
        save_reported(workspace, asked, book)
        rows = sheet(book)
        assert rows.pop(0) == [MARK]
        assert rows[0] == ["TÌNH HÌNH NỘP BÁO CÁO"]
        head = ["Mã", "Đơn vị", "Trực thuộc", "Quý I", "Quý II", "Quý III", "Quý IV"]
        assert rows[3] == [*head, "Đã nộp", "Phải nộp"]
        row = next(one for one in rows if one[0] == COMMUNE)
        assert row[3:] == ["Nộp muộn", "Quá hạn", "Quá hạn", "Quá hạn", "1", "4"]
        assert book.stat().st_mode & 0o077 == 0
        assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
        with pytest.raises(Refusal, match=r"files\.exists"):
            save_reported(workspace, asked, book)
        save_reported(workspace, asked, book, overwrite=True)
        with pytest.raises(Refusal, match=r"files\.cannot_write"):
            save_reported(workspace, asked, tmp_path / "gone" / "book.xlsx")
        with pytest.raises(Refusal, match=r"paper\.needs_period"):
            compose(workspace, "reported-letter")
        with pytest.raises(Refusal, match=r"reported\.nobody"):
            compose(workspace, "reported-letter", period=parse_period("DL-2024-Q1"))
        exports = [one for one in workspace.store.journal.entries() if one["act"] == "export"]
        assert (
            len([one for one in exports if "periods" in cast("dict[str, str]", one["details"])])
            == 3
        )
