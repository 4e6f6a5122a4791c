"""Shuffled entry, shuffled and repeated imports over two levels: the same digests and figures.

What a person typed first gives other ids, numbers and bundles, and must give the same figures at
commune, district and province; of the same bundles every order must give the same workspace.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from antq_desktop.domain.periods import parse_period
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import outbox
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, change_record
from antq_desktop.services.submitting import submit
from tests.unit.services import hand_counted as one
from tests.unit.services import hand_counted_movement as two
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World
from tests.unit.services.levels import PROVINCE, consolidated, enrol_office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.hard.conftest import Torture

    Values = dict[str, object]
    Typed = tuple[str, Values]
    Figures = Mapping[str, tuple[int, int | None, Mapping[str, int]]]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("derived_once")]

PERIODS = ("DL-2023", "DL-2023-H1")
COMMUNES = (COMMUNE, SECOND)
#: Of the records counted by hand those that name no other record; each commune types every second.
RECORDS: tuple[Typed, ...] = tuple(
    (name, values)
    for name, some in (
        ("crime_reports", one.crime_reports()),
        ("disputes", one.disputes()),
        ("commune_education", one.commune_education()),
        ("wanted_persons", one.wanted_persons()),
        ("movement_models", two.movement_models()),
        ("awards", two.awards()),
        ("key_areas", two.key_areas()),
    )
    for values in some
)


@dataclass(frozen=True)
class Orders:
    """In which order records are typed, and bundles are brought: some of them again."""

    typed: Sequence[int]
    brought: Sequence[int]
    again: Sequence[int]


def typed_by(place: int, order: Sequence[int]) -> list[int]:
    """Return the places of what a commune types, in its order."""
    return [number for number in order if number % len(COMMUNES) == place]


def enter(world: World, commune: str, typed: Sequence[int]) -> list[Path]:
    """Type records one by one, and sign two bundles: the second has a record that was changed."""
    files: list[Path] = []
    with world.open(commune) as workspace:

        def sign() -> None:
            periods = [parse_period(code) for code in PERIODS] if files else []
            path = outbox(workspace) / submit(workspace, periods, []).file
            files.append(world.folder / f"{commune}-{len(files)}.antq")
            shutil.copy(path, files[-1])

        by_name = workspace.catalogue.by_name
        saved = {
            number: add_records(workspace, by_name[name], [values])[0].record
            for number in typed
            for name, values in [RECORDS[number]]
        }
        sign()
        # The same record, whenever it was typed.
        chosen = min(number for number in typed if RECORDS[number][0] == "awards")
        change_record(workspace, saved[chosen], {"decided_on": "2023-03-03"}, reason="Ghi nhầm")
        sign()
    return files


def figures(world: World, code: str) -> dict[str, Figures]:
    """Return all figures of a workspace: numbers alone, for what is behind them has other ids."""
    with world.open(code) as workspace:
        return {
            period: {
                found.indicator.code: (
                    found.figure.value,
                    found.figure.denominator,
                    dict(found.figure.parts),
                )
                for found in count(workspace, parse_period(period))
            }
            for period in PERIODS
        }


def _without_units(of_periods: dict[str, Figures]) -> dict[str, Figures]:
    """Leave out B8.1: below it stand all units of an office, and a province has more of them."""
    return {
        period: {code: figure for code, figure in found.items() if code != "B8.1"}
        for period, found in of_periods.items()
    }


def bring(world: World, office: str, files: Sequence[Path]) -> str:
    """Let an office take files in; return the digest of its workspace."""
    with world.open(office) as workspace:
        for path in files:
            assert import_bundle(workspace, path).verdict in {"accepted", "same"}
        assert workspace.store.projections.are_current()
        return workspace.store.digest()


def test_any_order_of_typing_and_bringing_gives_the_same(world: World, torture: Torture) -> None:
    world.create(PROVINCE, office=True)
    enrol_office(world, PROVINCE, OFFICE)
    begun = world.folder.parent / "begun"
    shutil.copytree(world.folder, begun)
    seen: list[dict[str, dict[str, Figures]]] = []

    def anew(*codes: str) -> None:
        for code in codes:
            shutil.rmtree(world.home(code))
            shutil.copytree(begun / code, world.home(code))

    def judge(orders: Orders) -> None:
        anew(*COMMUNES, OFFICE, PROVINCE)
        files = [
            path
            for place, commune in enumerate(COMMUNES)
            for path in enter(world, commune, typed_by(place, orders.typed))
        ]
        expected = bring(world, OFFICE, files)
        above = bring(world, PROVINCE, [consolidated(world, OFFICE)])
        found = {code: figures(world, code) for code in (*COMMUNES, OFFICE, PROVINCE)}
        anew(OFFICE, PROVINCE)
        shuffled = [files[number] for number in (*orders.brought, *orders.again)]
        assert bring(world, OFFICE, shuffled) == expected
        up = consolidated(world, OFFICE)
        assert bring(world, PROVINCE, [up, up]) == above
        for code in (OFFICE, PROVINCE):
            assert figures(world, code) == found[code]
        assert _without_units(found[PROVINCE]) == _without_units(found[OFFICE])
        seen.append(found)
        assert found == seen[0]

    bundles = range(2 * len(COMMUNES))
    orders = st.builds(
        Orders,
        st.permutations(range(len(RECORDS))),
        st.permutations(bundles),
        st.lists(st.sampled_from(bundles), min_size=1, max_size=3),
    )
    settings(
        max_examples=max(torture.kills // 30, 2),
        deadline=None,
        database=None,
        phases=[Phase.generate],  # to shrink would take minutes and tell no more
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )(given(orders)(judge))()
    assert any(value for figure in seen[0][PROVINCE].values() for value, *_ in figure.values())
