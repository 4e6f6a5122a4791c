"""What a submission would be, what an import would change, and what lies behind a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.comparing import compare, lines_behind
from antq_desktop.services.delivering import deliver
from antq_desktop.services.previewing import preview
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.rehearsing import rehearse
from antq_desktop.services.submitting import submit
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = parse_period("DL-2023")


def carried(world: World, *periods: str) -> Path:
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [parse_period(code) for code in periods], [])
        return deliver(workspace, row, world.folder)


def test_a_preview_says_what_goes_what_stays_and_who_signs(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        found = preview(workspace, [PERIOD])
        assert {one.register.name: one.total for one in found.registers}["hen_coops"] == 1
        others = [one for one in world.catalogue.registers if one.name != "hen_coops"]
        assert [one.name for one in found.empty] == [one.name for one in others]
        assert found.signer is not None
        assert (found.total, found.to_settle, found.waiting) == (1, (), None)
        row = submit(workspace, [PERIOD], [])
        assert preview(workspace, [PERIOD]).waiting == row
        with pytest.raises(Refusal, match="period_open"):
            preview(workspace, [parse_period("DL-2030")])


def test_who_may_not_sign_is_told_why(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        add_user(workspace, "Cán bộ Thử", Role.OFFICER, "demo")
    with world.open(COMMUNE, "Cán bộ Thử") as workspace:
        found = preview(workspace, [])
    assert found.signer is None
    # He may prepare what the head signs second, with a certificate of his own.
    assert str(found.hindrance) == "identity.no_certificate()"
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match="not_enrolled"):
        preview(workspace, [])


def test_a_rehearsal_shows_figures_and_leaves_no_trace(world: World) -> None:
    world.add(COMMUNE, coop())
    path = carried(world, "DL-2023")
    with world.open(OFFICE) as workspace:
        found = rehearse(workspace, path)
        assert found.period == PERIOD
        assert [(one.indicator.code, one.before, one.after) for one in found.shifts] == [
            ("X1.1", 0, 1)
        ]
        assert workspace.store.exchanged.incoming() == []
        assert import_bundle(workspace, path).verdict == "accepted"
        assert rehearse(workspace, path).shifts == ()
        counted = {one.indicator.code: one for one in compare(workspace, PERIOD)}["X1.1"]
        (line,) = lines_behind(workspace, counted.now.records)
        assert line.book == "1/2023"


def test_a_bundle_without_a_report_is_shown_by_the_year_of_its_signing(world: World) -> None:
    world.add(COMMUNE, coop("2024-01-02"))
    path = carried(world)
    with world.open(OFFICE) as workspace:
        found = rehearse(workspace, path)
    assert found.period == parse_period("DL-2024")
    assert [one.after for one in found.shifts] == [1]


def test_a_text_file_is_no_bundle(world: World) -> None:
    path = world.folder / "a.antq"
    path.write_text("not a bundle")
    with world.open(OFFICE) as workspace:
        found = rehearse(workspace, path)
    assert (found.verdict.verdict, found.period) == ("refused", None)
