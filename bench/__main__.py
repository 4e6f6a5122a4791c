"""Prints each measurement beside its baseline: `make bench ARGS="--sizes 1000,100000"`."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import click

from antq_desktop.domain.catalogue import load_catalogue
from bench import bare, ours, pages
from bench.lists import show
from bench.lists_world import COMMUNE_BOOK, OFFICE_BOOK, ListWorld
from bench.province import make_province
from bench.running import Measured, apart, measure
from bench.starting import show_start
from bench.world import World, make_world

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.running import Prepared

    Side = Callable[[World], Prepared]

_MIB = 1 << 20
MORE_MEMORY = 150
"""Megabytes that writing and taking in may need above the idle program, at any size."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table. ``repeated`` is how often the work does the thing.

    ``bounded`` says that its memory has a goal, whatever the size.
    ``most`` is how many rounds are enough: of what takes a minute, few.
    """

    name: str
    ours: Side
    bare: Side
    goal: float
    repeated: int = 1
    bounded: bool = False
    most: int = 99


LINES = (
    Line("save one record, durable", ours.save, bare.save, 2, bare.SAVES),
    Line("add many", ours.add, bare.add, 1.5),
    Line("write a bundle", ours.write, bare.write, 1.5, bounded=True),
    Line("take a bundle in", ours.take_in, bare.take_in, 2, bounded=True),
    Line("figures of a year", ours.figures, bare.figures, 2),
    Line("search, first page", ours.search, bare.search, 2, bare.SAVES),
    Line("a printed page", pages.page, pages.bare_page, 3, pages.PAGES),
    Line("a batch of 1 000 forms", pages.batch, pages.bare_batch, 3, most=2),
    Line("a book of all records", pages.book, pages.bare_book, 3, most=2),
)

OF_A_PROVINCE = Line("figures of a province", ours.province, bare.province, 2)

HEADER = (
    f"{'what':<26}{'records':>8}{'data':>9}{'ours':>11}{'bare':>11}"
    f"{'ratio':>8}{'spread':>13}{'goal':>6}{'peak':>8}{'bare':>7}"
)


@click.command()
@click.option("--sizes", default="1000,10000", help="Numbers of records, with commas between.")
@click.option("--files", default=0, help="Megabytes of attachments that go with the records.")
@click.option("--rounds", default=5, help="How often each measurement is repeated.")
@click.option("--only", default="", help="Only lines whose name has this in it.")
@click.option("--province", default=0, help="Records of a whole province-year, say 330000.")
@click.option("--lists", default="10000", help="Records of the lists that are used in the window.")
@click.option("--kept", type=Path, help="A folder whose lists are used again by the next run.")
@click.option("--cpu", is_flag=True, help="Time of the processor: for a machine that is busy.")
def main(
    sizes: str,
    files: int,
    rounds: int,
    only: str,
    province: int,
    lists: str,
    kept: Path | None,
    *,
    cpu: bool,
) -> None:
    """Measure our way against the bare way, in turn, in one run; medians, and the spread."""
    click.echo(
        f"Python {sys.version.split()[0]}, {rounds} rounds, time of the"
        f" {'processor' if cpu else 'clock'}; peak in MB of the process"
    )
    click.echo(HEADER)
    clock = process_time if cpu else perf_counter
    with tempfile.TemporaryDirectory(prefix="antq-bench-") as made:
        for size in map(int, filter(None, sizes.split(","))):
            world = World(Path(made) / str(size), size, load_catalogue())
            apart(partial(make_world, world, files))
            for line in LINES:
                if only in line.name:
                    our, their = rounds_of(line, world, rounds, clock)
                    click.echo(shown(line, world, our, their))
                    if line.bounded:
                        click.echo(memory(line, our))
        if province:
            world, line = make_province(Path(made) / "province", province), OF_A_PROVINCE
            click.echo(shown(line, world, *rounds_of(line, world, rounds, clock)))
        for size in map(int, filter(None, lists.split(","))):
            folder = (kept or Path(made) / "lists") / str(size)
            show_start(ListWorld(folder, size, load_catalogue(), COMMUNE_BOOK), rounds)
            use_lists(folder, size, clock)


def use_lists(folder: Path, size: int, clock: Callable[[], float]) -> None:
    """Use the list of a commune and that of an office, each in a process of its own."""
    for book in (COMMUNE_BOOK, OFFICE_BOOK):
        apart(partial(show, ListWorld(folder, size, load_catalogue(), book), clock))


def rounds_of(
    line: Line, world: World, rounds: int, clock: Callable[[], float]
) -> tuple[list[Measured], list[Measured]]:
    """Measure both sides in turn, so that a busy moment of the machine meets both."""
    pairs = [
        (measure(lambda: line.ours(world), clock), measure(lambda: line.bare(world), clock))
        for _ in range(min(rounds, line.most))
    ]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def memory(line: Line, our: list[Measured]) -> str:
    """Return how much more memory the work needed than the open workspace with nothing to do."""
    more, idle = max((one.peak - one.before, one.before) for one in our)
    return (
        f"  memory: {line.name} {more / _MIB:+.0f} MB"
        f" above {idle // _MIB} MB idle, goal {MORE_MEMORY:+} MB"
    )


def shown(line: Line, world: World, our: list[Measured], their: list[Measured]) -> str:
    """Return a line of the table; the ratio is the median of the ratios round by round."""
    ratios = [a.seconds / b.seconds for a, b in zip(our, their, strict=True)]
    times = [
        f"{median(one.seconds for one in side) / line.repeated * 1000:.2f} ms"
        for side in (our, their)
    ]
    peaks = [max(one.peak for one in side) // _MIB for side in (our, their)]
    return (
        f"{line.name:<26}{world.size:>8}{world.bytes / _MIB:>6.1f} MB{times[0]:>11}{times[1]:>11}"
        f"{median(ratios):>8.2f}{f'{min(ratios):.2f}-{max(ratios):.2f}':>13}{line.goal:>6}"
        f"{peaks[0]:>8}{peaks[1]:>7}"
    )


if __name__ == "__main__":
    main()
