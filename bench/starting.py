"""From nothing to the unlocked list, and the memory then: the program beside a bare window.

Each side is a program of its own that is started anew, in turn; the first round of both only
brings the files into the memory of the system.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import click

from antq_desktop.paths import paths_for
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.store.tables import tables_of
from bench.lists_world import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.lists_world import ListWorld

GOAL = 1.5
_ROWS = 50
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Started:
    """Seconds until the rows were there, and the bytes in memory then."""

    seconds: float
    memory: int


def show_start(world: ListWorld, rounds: int) -> None:
    """Start both sides in turn, and print a line for the time and one for the memory."""
    fill(world)
    bare = _told(world)
    ours = [str(world.folder / world.book.unit), world.book.register, PASSPHRASE]
    pairs = [
        (_start("bench.start_ours", ours, ""), _start("bench.start_bare", [], bare))
        for _ in range(rounds + 1)
    ][1:]
    seconds = [[one.seconds * 1000 for one in side] for side in zip(*pairs, strict=True)]
    memory = [[one.memory / _MIB for one in side] for side in zip(*pairs, strict=True)]
    click.echo(f"start of a {world.book.role}, {world.size} records, {rounds} rounds")
    click.echo(_line("to the unlocked list, ms", seconds))
    click.echo(_line("memory then, MB", memory))


def _told(world: ListWorld) -> str:
    """Return what the bare side has to know."""
    home = world.folder / world.book.unit
    table = tables_of(world.register)[0].name
    columns = "".join(f', t."{name}"' for name in world.register.columns)
    with world.open(home) as workspace:
        argon2 = workspace.opened.slot.argon2
        told = {
            "path": str(paths_for(home).data / "antq.db"),
            "key": workspace.opened.database_key.hex(),
            "passphrase": PASSPHRASE,
            "argon2": {
                "salt": argon2.salt.hex(),
                "length": 32,
                "iterations": argon2.passes,
                "lanes": argon2.lanes,
                "memory_cost": argon2.memory_kib,
            },
            "sql": f"SELECT current.title{columns} FROM current JOIN {table} AS t"
            f" ON t.id = current.id WHERE current.register = '{world.register.name}'"
            f" AND draft = 0 ORDER BY book_year DESC, book_number DESC LIMIT {_ROWS}",
        }
    return json.dumps(told)


def _start(module: str, arguments: Sequence[str], told: str) -> Started:
    """Start a side; SystemExit where it fails."""
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as program:
        if program.stdin is None or program.stdout is None:
            raise SystemExit(module)
        program.stdin.write(told)
        program.stdin.close()
        there = program.stdout.readline()
        seconds = perf_counter() - began
        memory = program.stdout.readline()
    if there != "there\n":
        raise SystemExit(f"{module} showed nothing")
    return Started(seconds, int(memory))


def _line(name: str, sides: Sequence[Sequence[float]]) -> str:
    ratios = [a / b for a, b in zip(*sides, strict=True)]
    ours, bare = map(median, sides)
    spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
    return (
        f"  {name:<28}{ours:>8.0f}, bare {bare:.0f}, ratio {median(ratios):.2f} ({spread}),"
        f" goal {GOAL}"
    )
