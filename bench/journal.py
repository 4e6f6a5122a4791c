"""The journal window over a chain of any length: `python -m bench.journal --lines 1000000`.

It is opened, checked, scrolled and filtered, each beside the bare query in the same run.

The chain is as good as any: its lines are added as the program adds them. One in ten is a look at
sealed fields with a reason that somebody typed.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, cast

import click
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView
from uuid_utils import uuid7

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.reference_data import load_units
from bench.lists_world import FAST
from bench.using import Using, opened, say_steps
from bench.world import COMMUNE, DAY, World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from antq_desktop.gui.journal.view import JournalView
    from antq_desktop.gui.shell.desk import Desk
    from antq_desktop.services.workspace import Workspace
    from bench.using import Step

_AT_ONCE = 10_000
_REVEALED = 10  # one line in so many is a look at what is sealed
_REASONS = ("đối chiếu với công an cấp trên", "trả lời đơn của người dân", "kiểm tra định kỳ")
_TYPED = "định kỳ"
_LINES, _NEWEST = "SELECT n, entry FROM journal", "ORDER BY n DESC LIMIT 100"
_LIKE = f"text LIKE '%{_TYPED}%'"
_BARE = {
    "open": (f"{_LINES} {_NEWEST}",),
    "sealed": (
        "SELECT count(*) FROM journal WHERE entry ->> '$.act' IN ('reveal', 'unseal')",
        f"{_LINES} WHERE entry ->> '$.act' IN ('reveal', 'unseal') {_NEWEST}",
    ),
    "text": (
        f"SELECT count(DISTINCT n) FROM journal_texts WHERE {_LIKE}",
        f"{_LINES} WHERE n IN (SELECT n FROM journal_texts WHERE {_LIKE}) {_NEWEST}",
    ),
}


@click.command()
@click.option("--lines", default=200_000, help="How many lines the chain has.")
@click.option("--kept", type=Path, help="A folder whose chain is used again by the next run.")
@click.option("--cpu", is_flag=True, help="Time of the processor: for a machine that is busy.")
def main(lines: int, kept: Path | None, *, cpu: bool) -> None:
    """Use the journal in its window, and print a line for each step."""
    with tempfile.TemporaryDirectory(prefix="antq-bench-") as made:
        world = World((kept or Path(made)) / f"journal-{lines}", lines, load_catalogue())
        show_journal(world, process_time if cpu else perf_counter)


def show_journal(world: World, clock: Callable[[], float]) -> None:
    """Make a chain of ``size`` lines, use its window, print a line for each step."""
    home = world.folder / COMMUNE
    if not (world.folder / "journal.done").exists():
        _make(world)
    with world.open(home) as workspace:
        bare = _measure_bare(workspace.store.database.conn, clock)
    size = (home / "antq.db").stat().st_size / (1 << 20)
    click.echo(f"journal of {world.size} lines, {size:.0f} MB")
    with opened(home, world.catalogue) as desk:
        say_steps(_Reading(desk, bare, clock).steps())


def _make(world: World) -> None:
    world.folder.mkdir(parents=True, exist_ok=True)
    units = load_units()
    wanted = NewWorkspace(
        role="commune",
        unit=units.resolve(f"{COMMUNE}@{DAY}", DAY),
        user="bench",
        passphrase=PASSPHRASE,
        practice=True,
    )
    home = world.folder / COMMUNE
    create_workspace(paths_for(home), wanted, units, world.catalogue, Clock())
    with world.open(home) as workspace:
        for pragma in FAST:
            workspace.store.database.execute(pragma)
        for first in range(0, world.size, _AT_ONCE):
            many = min(_AT_ONCE, world.size - first)
            with workspace.store.atomic():
                _add(workspace, many)
    (world.folder / "journal.done").touch()


def _add(workspace: Workspace, many: int) -> None:
    """Add lines in runs: some records are saved, then one is looked into."""
    for number in range(many // _REVEALED):
        records = [str(uuid7()) for _ in range(_REVEALED - 1)]
        workspace.note_all("save", [{"record": one, "register": "disputes"} for one in records])
        workspace.note("reveal", record=records[0], reason=_REASONS[number % len(_REASONS)])


def _measure_bare(connection: Any, clock: Callable[[], float]) -> dict[str, float]:
    measured: dict[str, float] = {}
    for name, queries in (("warm", _BARE["open"]), *_BARE.items()):
        began = clock()
        for query in queries:
            connection.execute(query).fetchall()
        measured[name] = clock() - began
    return measured


class _Reading(Using):
    """A person at the journal; each step is measured."""

    def __init__(self, desk: Desk, bare: dict[str, float], clock: Callable[[], float]) -> None:
        self._desk, self._bare = desk, bare
        self._view = cast("JournalView", desk.screen("journal").widget)
        self._lines = self._view.model
        super().__init__(cast("QTableView", self._view.findChild(QTableView)), clock, self._in_view)

    def steps(self) -> Iterator[Step]:
        """Open it, scroll while the chain is checked, then filter by kind, word and both."""
        yield self._asks("open", partial(self._desk.go, "journal"), "open", first=True)
        yield from self.scrolls()
        yield self.does("the rest of the check", lambda: None, self._quiet)
        kind, text = self._view.findChildren(QComboBox)[0], self._view.findChildren(QLineEdit)[0]
        sealed = kind.findData("sealed")
        yield self._asks("filter: kind", partial(_choose, kind, sealed), "sealed")
        yield self._asks("every kind again", partial(_choose, kind, 0), "open", first=True)
        yield self._asks(f"filter: {_TYPED}", partial(_type, text, _TYPED), "text")
        yield self._asks("clear the filter", partial(_type, text, ""), "open", first=True)
        self.end()

    def _asks(
        self, name: str, act: Callable[[], object], bare: str, *, first: bool = False
    ) -> Step:
        came: list[bool] = []
        link = self._lines.modelReset.connect(lambda: came.append(True))
        since = None if name == "open" else self._view.filtered
        step = self.does(name, act, lambda: bool(came) and self._in_view(), since)
        self._lines.modelReset.disconnect(link)
        return step.beside(self._bare[bare], of_first=first)

    def _in_view(self) -> bool:
        return self._lines.shown(max(self.bar.value(), 0)) is not None

    def _quiet(self) -> bool:
        return not self._desk.context.session.working


def _choose(box: QComboBox, index: int) -> None:
    """Choose as a person does: to set the index alone is no choice."""
    box.setCurrentIndex(index)
    box.activated.emit(index)


def _type(line: QLineEdit, words: str) -> None:
    line.setText(words)
    line.textEdited.emit(words)


if __name__ == "__main__":
    main()
