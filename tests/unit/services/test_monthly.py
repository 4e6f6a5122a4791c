"""The months beside the table of all units, over a reform in the middle of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.consolidated import consolidate_figures
from antq_desktop.services.monthly import count_month, months_until
from tests.unit.services.reform_world import ALL, PROVINCE, SPLIT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.reform_world import ReformWorld


def test_months_add_up_over_a_reform_and_a_split_commune_has_none_before_it(
    spring: ReformWorld, tmp_path: Path
) -> None:
    world = spring.copy_to(tmp_path / "spring")
    world.reform(ALL)
    with world.open(PROVINCE) as workspace:
        table = consolidate_figures(workspace, parse_period("DL-2024-H2"))
        periods = months_until(workspace, table.period)
        # The clock stands in July: the rest of the period is no month yet.
        assert [periods[0].code, periods[-1].code] == ["DL-2023-08", "DL-2024-07"]
        months = [count_month(workspace, table, one) for one in periods[-7:]]
    *before, july = months
    assert [one.going for one in months] == [False] * 6 + [True]
    assert july.period.code == "DL-2024-07"
    for line in table.lines:
        figures = [one.at("X1.1", line.unit) for one in before]
        half = table.at("X1.1", line.unit).previous
        assert sum(one.value for one in figures if one) == (half.figure.value if half else 0)
    assert {one.at("X1.1", parse_unit_key(SPLIT)) for one in before} == {None}
    totals = [one.at("X1.1", None) for one in before]
    assert sum(one.value for one in totals if one) == 10
