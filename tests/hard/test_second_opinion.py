"""Every indicator of a small province, counted a second time by SQL that was written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.indicators import Named
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.working_calendar import calendar_of
from bench import province_sql
from bench.province import COMMUNES, UPPER_OFFICE, Province, communes_of, make_province

if TYPE_CHECKING:
    from pathlib import Path

#: The register that the tests add to the catalogue; SQL does not know it.
INVENTED = "hen_"
#: A year has reports of crime that came through models.
YEARLY = parse_period("DL-2023").family
LEAST = 39
"""How many indicators every period has: all but those of TT 124."""
PERIODS = ("DL-2023", "DL-2023-Q2", "ND09-2023-H1", "TT124XA-2023", "TT124KDC-2023")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    folder: Path = tmp_path_factory.mktemp("province")
    return make_province(folder / "home", COMMUNES * 23 * 3)


def test_sql_written_by_hand_gives_the_same_figures(province: Province) -> None:
    with province.open(province.folder / UPPER_OFFICE) as workspace:
        connection = workspace.store.database.conn
        communes = communes_of(workspace)
        assert len(communes) == COMMUNES
        province_sql.prepare(connection, province.catalogue, communes, calendar_of(workspace))
        for code in PERIODS:
            period = parse_period(code)
            asked = province_sql.ask(connection, period)
            found = [
                one
                for one in count(workspace, period)
                if not one.register.name.startswith(INVENTED)
            ]
            counted = {
                one.indicator.code: (one.figure.value, one.figure.denominator) for one in found
            }
            # Of a province nothing but the names of records may stay in memory.
            assert {type(row) for one in found for row in one.figure.records} <= {Named}
            assert counted == {name: asked[name] for name in counted}, code
            assert len(counted) >= LEAST
            assert any(value for value, _ in counted.values())
            parts = {one.indicator.code: one.figure.parts for one in found}
            for name, lines in province_sql.ask_parts(connection, period).items():
                assert {part: n for part, n in parts[name].items() if n} == lines, code
                assert lines.get("through_models") or period.family != YEARLY
