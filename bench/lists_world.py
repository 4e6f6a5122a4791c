"""Lists of any length: a book of one commune, and the same sort of book of an office's 109 units.

A few thousand records are entered through the services, then told again in SQL under other ids,
numbers and units: revisions as good as the first, and the projections of them.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.paths import paths_for
from antq_desktop.services.clock import Clock
from antq_desktop.services.demo import PASSPHRASE
from antq_desktop.services.opening import NewWorkspace, create_workspace
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.sample import SAMPLES, Sample
from antq_desktop.services.saving import add_records
from antq_desktop.store.projections import of_revision, words_of
from antq_desktop.store.tables import tables_of
from bench.world import DAY, YEAR, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

_ENTERED = 5000
_BOOKS = 5  # years of books before this one, so that numbers and years differ
_FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
_MIDDLE = [
    "Văn",
    "Thị",
    "Hữu",
    "Đức",
    "Thanh",
    "Ngọc",
    "Quang",
    "Minh",
    "Hồng",
    "Xuân",
    "Thu",
    "Kim",
    "Tấn",
    "Công",
    "Bảo",
    "Gia",
]
_GIVEN = [
    "An",
    "Ánh",
    "Anh",
    "Ân",
    "Bình",
    "Châu",
    "Cường",
    "Dũng",
    "Đạt",
    "Đức",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hiếu",
    "Hòa",
    "Huy",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Oanh",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Thảo",
    "Thủy",
    "Tú",
    "Uyên",
    "Vinh",
    "Xuân",
    "Yến",
]

#: Nobody minds if the file is lost before it is full; the next to open it has our own settings.
FAST = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -200000")
_ID = "printf('%08x', :copy) || substr({}, 9)"
_SHARED = "json_set(v.shared, '$.book.number', c.id + :more, '$.book.year', :year)"
_REVISIONS = (
    f"""INSERT INTO revisions (record, number, digest, register, unit, workspace, seq, header,
        shared, private) SELECT {_ID.format("v.record")}, 1, '', v.register, :unit, v.workspace,
        c.id + :more, json_set(v.header, '$.record', {_ID.format("v.record")}, '$.unit',
        json(:owner), '$.seq', c.id + :more, '$.parts.shared', sha({_SHARED})), {_SHARED}, v.private
        FROM current AS c JOIN revisions AS v ON v.record = c.record WHERE c.id <= :last""",
    "UPDATE revisions SET digest = sha(header) WHERE id > (SELECT max(id) FROM revisions) - :last",
)
_CURRENT = f"""INSERT INTO current SELECT id + :more, {_ID.format("record")}, register, :unit,
    workspace, 1, :year, id + :more, state, voided, draft, duplicate, event, title,
    (SELECT digest FROM revisions AS v WHERE v.record = {_ID.format("current.record")})
    FROM current WHERE id <= :last"""


@dataclass(frozen=True, slots=True)
class Book:
    """Whose list is measured: the unit, its role, the register that is filled, what is typed."""

    role: str
    unit: str
    register: str
    typed: str


COMMUNE_BOOK = Book("commune", "13285", "police_officers", "trần an")
OFFICE_BOOK = Book("office", "35", "disputes", "tranh chấp")


@dataclass
class ListWorld(World):
    """The home of one book, filled."""

    book: Book
    words: list[tuple[int, tuple[str, str]]] = field(default_factory=list)
    """What the records that were entered are found by."""

    @property
    def register(self) -> Register:
        """The register that is filled."""
        return self.catalogue.by_name[self.book.register]

    @property
    def bytes(self) -> int:
        """How large the database is."""
        return (self.folder / self.book.unit / "antq.db").stat().st_size


def fill(world: ListWorld) -> None:
    """Make the workspace of a book with all its records; one that is there already is kept."""
    done = world.folder / f"{world.book.unit}.done"
    if done.exists():
        return
    world.folder.mkdir(parents=True, exist_ok=True)
    office = world.book.role == "office"
    units = load_units()
    home = world.folder / world.book.unit
    create_workspace(
        paths_for(home),
        NewWorkspace(
            role="office" if office else "commune",
            unit=units.resolve(f"{world.book.unit}@{DAY}", DAY),
            user="bench",
            passphrase=PASSPHRASE,
            practice=True,
            ca_passphrase=PASSPHRASE if office else None,
        ),
        units,
        world.catalogue,
        Clock(),
    )
    with world.open(home) as workspace:
        entered = min(_ENTERED, world.size)
        values = list(_values(world, workspace, entered))
        add_records(workspace, world.register, values)
        for pragma in FAST:
            workspace.store.database.execute(pragma)
        for copy in range(1, world.size // entered):
            with workspace.store.atomic():
                _tell_again(world, workspace, copy, entered)
        workspace.store.limits.forget()  # those of what was told again are not known
    done.touch()


def _values(world: ListWorld, workspace: Workspace, many: int) -> Iterator[dict[str, object]]:
    """Yield records of the sample with as many names as a province has."""
    draw = random.Random(many).choice  # noqa: S311 - names for a measurement
    for value in SAMPLES[world.book.register](Sample(workspace.unit, YEAR, many, 1, {})):
        names = [draw(some) for some in (_FAMILY, _MIDDLE, _MIDDLE, _GIVEN)]
        person = {"officer": " ".join(names)} if "officer" in value else {}
        yield {**value, **person}


def _tell_again(world: ListWorld, workspace: Workspace, copy: int, entered: int) -> None:
    """Write the records that were entered once more, as those of another unit."""
    database = workspace.store.database
    words = _words(world, workspace)  # before there are more than those that were entered
    owners = _owners(world, workspace)
    bound = {
        "copy": copy,
        "more": copy * entered,
        "last": entered,
        "unit": owners[copy % len(owners)].text,
        "owner": json.dumps(owners[copy % len(owners)].as_json()),
        "year": YEAR - copy % _BOOKS,
    }
    database.conn.create_function("sha", 1, lambda text: sha256_hex(text.encode()))
    for statement in (*_REVISIONS, _CURRENT, *_typed(world)):
        names = {name: one for name, one in bound.items() if f":{name}" in statement}
        database.execute(statement, names)
    database.conn.executemany(
        "INSERT INTO search (rowid, folded, toned) VALUES (?, ?, ?)",
        [(number + copy * entered, *found) for number, found in words],
    )


def _owners(world: ListWorld, workspace: Workspace) -> list[UnitKey]:
    if world.book.role == "commune":
        return [workspace.unit.key]
    below = workspace.units.below(workspace.unit.key, DAY)
    lowest = max(unit.level for unit in below)
    return [unit.key for unit in below if unit.level == lowest]


def _typed(world: ListWorld) -> Iterator[str]:
    """Yield what fills the typed tables of the register."""
    main, *children = tables_of(world.register)
    names = ", ".join(f'"{name}"' for name in main.columns[2:])
    yield (
        f"INSERT INTO {main.name} (id, record, {names})"
        f" SELECT id + :more, {_ID.format('record')}, {names} FROM {main.name} WHERE id <= :last"
    )
    for table in children:
        names = ", ".join(f'"{name}"' for name in table.columns[1:])
        yield (
            f"INSERT INTO {table.name} (record, {names})"
            f" SELECT {_ID.format('record')}, {names} FROM {table.name}"
            f" WHERE record IN (SELECT record FROM {main.name} WHERE id <= :last)"
        )


def _words(world: ListWorld, workspace: Workspace) -> list[tuple[int, tuple[str, str]]]:
    """Return the words of each record that was entered, by its number."""
    if not world.words:
        numbers = dict(workspace.store.database.execute("SELECT record, id FROM current"))
        world.words = [
            (
                numbers[one.header.record],
                words_of(world.register, of_revision(world.register, one).values),
            )
            for one in workspace.store.revisions.last_of_each(world.book.register)
        ]
    return world.words
