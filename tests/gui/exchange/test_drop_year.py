"""The sample year upwards by the windows alone: a district's desk, then that of the province.

The district takes in the bundles of its communes in one drop; the province those of its districts,
in which all 109 communes are. What the province's windows then show is what was published.

What is measured is printed (``-s`` shows it): nothing asserts on time.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

import click
import pytest
from PySide6.QtWidgets import QPushButton, QTableView

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.indicators import Figure
from antq_desktop.domain.periods import make_period
from antq_desktop.gui.application import build
from antq_desktop.gui.common.wording import figure_text
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.consolidating import send_up
from antq_desktop.services.delivering import deliver
from antq_desktop.services.demo_commune import correct, enter
from antq_desktop.services.demo_figures import FAMILIES, count_year, differing
from antq_desktop.services.demo_stage import PASSPHRASE, Stage
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.published import PROVINCE, YEAR, load_published
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.sample import Sample
from antq_desktop.services.sample_plan import plan_year
from tests.gui.conftest import unlock
from tests.gui.exchange.conftest import texts
from tests.gui.exchange.test_drop import drop, watched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from antq_desktop.domain.units import Unit
    from antq_desktop.gui.application import Desktop
    from antq_desktop.gui.consolidated.presenter import ConsolidatedPresenter
    from antq_desktop.gui.reported.presenter import ReportedPresenter
    from antq_desktop.services.demo_figures import Lines
    from antq_desktop.services.sample_plan import Share
    from antq_desktop.services.workspace import Workspace

DAY = date(YEAR, 12, 31)
THEN = datetime(YEAR + 1, 1, 12, 8, tzinfo=ZONE)
FEW, ALL = 4, 109
PATIENCE = 3_600_000
"""Milliseconds; a slow machine is no failure."""

YEARS = [make_period(family, YEAR) for family in FAMILIES]


class District(NamedTuple):
    """An office of a district, its communes, and the folder with what they brought."""

    unit: Unit
    communes: list[Unit]
    brought: Path


def then() -> datetime:
    """Return the time on the PC of everybody."""
    return THEN


def made(stage: Stage, count: int) -> tuple[list[District], list[Lines]]:
    """Let the communes sign their year; return the districts, and what each commune counts."""
    units = stage.units
    province = next(unit for unit in units.valid(DAY) if unit.key.code == PROVINCE)
    chosen = [one for one in units.below(province.key, DAY) if not units.children(one.key, DAY)]
    # Spread over the order of the tree: a few of them are of several districts too.
    chosen = [chosen[at * len(chosen) // count] for at in range(count)]
    plan = plan_year(chosen, load_published(), 1)
    districts: list[District] = []
    counted: list[Lines] = []
    with stage.new(province, "office") as office:
        for unit in units.children(province.key, DAY):
            communes = [one for one in units.children(unit.key, DAY) if one in chosen]
            if not communes:
                continue
            brought = stage.folder / f"brought-{unit.key.code}"
            brought.mkdir()
            districts.append(District(unit, communes, brought))
            with stage.new(unit, "office") as lower:
                stage.enrol(office, lower)
                counted += [year_of(stage, lower, one, plan[one.key], brought) for one in communes]
    return districts, counted


def year_of(stage: Stage, lower: Workspace, unit: Unit, share: Share, brought: Path) -> Lines:
    """Let one commune enter, correct and sign its year; return what it counts."""
    with stage.new(unit, "commune") as commune:
        stage.enrol(lower, commune)
        correct(commune, enter(commune, Sample(unit, YEAR, 0, 1), share))
        deliver(commune, send_up(commune, YEARS, []), brought)
        return count_year(commune, YEAR)


@contextmanager
def program(stage: Stage, unit: Unit, qapp: QApplication, qtbot: QtBot) -> Iterator[Desktop]:
    """Start the program of an office and unlock it; end it as its menu does."""
    home = paths_for(stage.folder / unit.key.code)
    desktop = build(qapp, home, stage.catalogue, Clock(then))
    desktop.window.begin()
    unlock(desktop, qtbot, PASSPHRASE)
    try:
        yield desktop
    finally:
        with qtbot.waitSignal(desktop.window.closed, timeout=PATIENCE):
            desktop.window.quit()
        desktop.close()


def taken_in(desktop: Desktop, folder: Path, count: int, qtbot: QtBot) -> None:
    """Drop a folder, take in all that is good in it, and say how long that took."""
    inbox = drop(desktop, folder)
    every = cast("QPushButton", inbox.view.findChild(QPushButton, "acceptAll"))
    cancel = cast("QPushButton", inbox.view.findChild(QPushButton, "cancel"))
    queue = cast("QTableView", inbox.view.findChild(QTableView, "queue"))
    history = cast("QTableView", inbox.view.findChild(QTableView, "history"))
    one = cast("QPushButton", inbox.view.findChild(QPushButton, "accept"))
    rows = queue.model().rowCount

    def rehearsed() -> bool:
        return rows() == count and cancel.isHidden()

    def entered() -> bool:
        return history.model().rowCount() == count and cancel.isHidden()

    looked = watched(inbox, rehearsed, qtbot)
    assert [row[1] for row in texts(queue)] == ["Nhận được"] * count
    (every if count > 1 else one).click()
    taken = watched(inbox, entered, qtbot)
    assert [row[1] for row in texts(queue)] == ["Đã nhận"] * count
    for what, seen in (("rehearsed", looked), ("taken in", taken)):
        click.echo(
            f"{count} {what}: {seen.seconds:.1f} s, longest stall {seen.stall * 1000:.0f} ms,"
            f" ({seen.left})"
        )
        assert seen.most == count, "progress counts all of them"
        assert seen.left or count == 1, "and says how long it will take"


def sent_up(stage: Stage, district: District, target: Path, *, take: bool) -> None:
    """Let a district add up and sign its year, and first ``take`` in what lies with it."""
    home = paths_for(stage.folder / district.unit.key.code)
    with open_workspace(home, None, PASSPHRASE, stage.catalogue, Clock(then)) as office:
        if take:
            verdicts = [import_bundle(office, path).verdict for path in district.brought.iterdir()]
            assert set(verdicts) == {"accepted"}
        deliver(office, send_up(office, YEARS, []), target)


def all_reported(desktop: Desktop, units: list[Unit], qtbot: QtBot, *, full: bool) -> None:
    """Check that these have reported in the matrix of the window, and with ``full`` nobody owes."""
    desk = desktop.window.desk
    assert desk is not None
    desk.go("reported")
    screen = cast("ReportedPresenter", desk.screen("reported"))
    matrix = cast("QTableView", screen.view.findChild(QTableView, "matrix"))
    names = sorted(unit.name for unit in units)
    qtbot.waitUntil(lambda: bool(texts(matrix)), timeout=PATIENCE)
    for period in YEARS:
        screen.view.choose(f"{period.family}-Y", YEAR)
        screen.refresh()
        qtbot.waitUntil(lambda: not desktop.session.working, timeout=PATIENCE)
        told = sorted(row[0] for row in texts(matrix)[:-1] if row[1:] == ["Đã nộp", "1/1"])
        assert told == names, period.code
        if full:
            assert texts(matrix)[-1][1:] == [f"{len(units)}/{len(units)}"] * 2


def cells(desktop: Desktop, qtbot: QtBot) -> dict[str, str]:
    """Return the sums that the window shows, by the code of the indicator."""
    desk = desktop.window.desk
    assert desk is not None
    desk.go("consolidated")
    screen = cast("ConsolidatedPresenter", desk.screen("consolidated"))
    qtbot.waitUntil(lambda: screen.found is not None, timeout=PATIENCE)
    found: dict[str, str] = {}
    numbers = screen.view.numbers
    published = load_published()
    for period in YEARS:
        screen.view.picker.set_period(period)
        qtbot.waitUntil(lambda: not desktop.session.working, timeout=PATIENCE)
        assert screen.found is not None
        assert screen.found.period == period
        assert numbers.rows[0].key == ""
        for column, head in enumerate(numbers.heads):
            if head.code in published and published[head.code].period == period.code:
                found[head.code] = str(numbers.index(0, column).data())
    return found


def figure_of(text: str) -> Figure:
    """Read a cell: a number, or one out of another."""
    value, _, whole = text.replace(".", "").partition("/")
    return Figure(int(value), denominator=int(whole) if whole else None)


@pytest.mark.parametrize("count", [FEW, ALL])
def test_what_was_published_stands_in_the_windows_of_the_province(
    count: int, tmp_path: Path, qapp: QApplication, qtbot: QtBot, pytestconfig: pytest.Config
) -> None:
    if pytestconfig.getoption("--torture", default=None) is None:
        pytest.skip("minutes; make torture runs it")
    stage = Stage(tmp_path / "stage", load_catalogue(), Clock(then), lambda *_: None)
    stage.begin()
    districts, counted = made(stage, count)
    communes = [one for district in districts for one in district.communes]
    assert len(communes) == count
    above = stage.folder / "above"
    above.mkdir()
    largest = max(districts, key=lambda one: len(one.communes))

    with program(stage, largest.unit, qapp, qtbot) as desktop:
        taken_in(desktop, largest.brought, len(largest.communes), qtbot)
        all_reported(desktop, largest.communes, qtbot, full=count == ALL)
    for district in districts:
        sent_up(stage, district, above, take=district is not largest)

    province = stage.units.parent(largest.unit.key, DAY)
    assert province is not None
    with program(stage, province, qapp, qtbot) as desktop:
        taken_in(desktop, above, len(districts), qtbot)
        units = [*communes, *(one.unit for one in districts)]
        all_reported(desktop, units, qtbot, full=count == ALL)
        shown = cells(desktop, qtbot)
    assert shown.keys() == load_published().keys()
    if count == ALL:
        wrong = {
            code: shown[code]
            for code, one in load_published().items()
            if not one.met_by(figure_of(shown[code]))
        }
        assert wrong == {}
    with open_workspace(
        paths_for(stage.folder / PROVINCE), None, PASSPHRASE, stage.catalogue, Clock(then)
    ) as office:
        assert differing(count_year(office, YEAR, communes), counted) == set()
        lines = count_year(office, YEAR)
    assert shown == {code: figure_text(lines[code].figure) for code in shown}
