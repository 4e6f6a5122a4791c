"""Our way, through the services that people use."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from antq_desktop.cli.record_input import objects
from antq_desktop.services.counting import count
from antq_desktop.services.looking import search as search_records
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records
from antq_desktop.services.submitting import submit
from bench.bare import SAVES, SEARCHED
from bench.province import UPPER_OFFICE, YEAR_OF_ALL
from bench.world import COMMUNE, OFFICE, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.running import Work
    from bench.world import World


@contextmanager
def save(world: World) -> Iterator[Work]:
    """Save records one by one, each durable."""
    with world.lines.open("rb") as file:
        record = json.loads(file.readline())
    with world.open(world.copy(COMMUNE)) as workspace:

        def work() -> None:
            for _ in range(SAVES):
                add_records(workspace, world.register, [record])

        yield work


@contextmanager
def add(world: World) -> Iterator[Work]:
    """Add JSON lines in one transaction."""
    with world.open(world.copy(f"{COMMUNE}-empty")) as workspace:

        def work() -> None:
            with world.lines.open("rb") as file:
                add_records(workspace, world.register, objects(file))

        yield work


@contextmanager
def write(world: World) -> Iterator[Work]:
    """Sign all records into the outbox."""
    with world.open(world.copy(COMMUNE)) as workspace:
        yield lambda: submit(workspace, [], [])


@contextmanager
def take_in(world: World) -> Iterator[Work]:
    """Import the bundle at the office."""
    with world.open(world.copy(OFFICE)) as workspace:

        def work() -> None:
            verdict = import_bundle(workspace, world.bundle)
            if not verdict.good:
                raise SystemExit(f"the bundle was not taken: {verdict.reasons[:3]}")

        yield work


@contextmanager
def figures(world: World) -> Iterator[Work]:
    """Count all indicators over the year."""
    with world.open(world.folder / COMMUNE) as workspace:
        yield lambda: count(workspace, PERIOD)


@contextmanager
def province(world: World) -> Iterator[Work]:
    """Count all indicators of a province over the year of TT 124, in which each is given."""
    with world.open(world.folder / UPPER_OFFICE) as workspace:
        yield lambda: count(workspace, YEAR_OF_ALL)


@contextmanager
def search(world: World) -> Iterator[Work]:
    """Search all registers by two words."""
    with world.open(world.folder / COMMUNE) as workspace:

        def work() -> None:
            for _ in range(SAVES):
                search_records(workspace, SEARCHED)

        yield work
