"""The bare way: what a good programmer would write with the same libraries, and nothing around it.

The files are encrypted and durable as ours are; nothing is checked, nothing is in a journal.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import orjson
import pyrage
import sqlcipher3

from antq_desktop.crypto.certificates import new_signing_key, self_signed
from antq_desktop.crypto.holders import Holder
from antq_desktop.crypto.signatures import sign
from antq_desktop.domain.vietnamese import fold
from antq_desktop.services.arriving import identities
from antq_desktop.services.clock import Clock
from antq_desktop.services.counting import count
from antq_desktop.services.working_calendar import calendar_of
from antq_desktop.store.tables import tables_of
from bench import province_sql
from bench.province import UPPER_OFFICE, YEAR_OF_ALL, communes_of
from bench.world import COMMUNE, PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.running import Work
    from bench.world import World

SAVES = 20
_KEY = "00" * 32


@contextmanager
def database(path: Path, key: str = _KEY) -> Iterator[Any]:
    """Open a database with our settings."""
    with closing(sqlcipher3.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        yield connection


@contextmanager
def fresh(world: World) -> Iterator[Any]:
    """Open a new database with a table of the register's columns and an index of its words."""
    path = world.folder / "bare.db"
    for one in (path, path.with_name("bare.db-wal"), path.with_name("bare.db-shm")):
        one.unlink(missing_ok=True)
    with database(path) as connection:
        main, *_ = tables_of(world.register)
        columns = ", ".join(f'"{name}"' for name in _columns(world))
        connection.execute(f"CREATE TABLE {main.name} ({columns})")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(folded, content='')")
        yield connection


def _columns(world: World) -> tuple[str, ...]:
    return ("record", *(field.name for field in world.register.fields))


def _insert(connection: Any, world: World, rows: list[dict[str, Any]]) -> None:
    names = _columns(world)
    main, *_ = tables_of(world.register)
    marks = ", ".join("?" for _ in names)
    cells = [[_cell(row.get(name)) for name in names] for row in rows]
    connection.executemany(f"INSERT INTO {main.name} VALUES ({marks})", cells)
    connection.executemany("INSERT INTO words (folded) VALUES (?)", [(_text(row),) for row in rows])


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _text(row: dict[str, Any]) -> str:
    return fold(" ".join(str(row.get(name, "")) for name in ("area", "summary")))


@contextmanager
def save(world: World) -> Iterator[Work]:
    """One INSERT and COMMIT a record."""
    row = orjson.loads(world.lines.open("rb").readline())

    def work() -> None:
        for _ in range(SAVES):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO one VALUES (?)", [orjson.dumps(row)])
            connection.execute("COMMIT")

    with fresh(world) as connection:
        connection.execute("CREATE TABLE one (body)")
        yield work


@contextmanager
def add(world: World) -> Iterator[Work]:
    """Parse the lines, executemany into one table, one row of words each."""

    def work() -> None:
        with world.lines.open("rb") as file:
            rows = [orjson.loads(line) for line in file]
        connection.execute("BEGIN IMMEDIATE")
        _insert(connection, world, rows)
        connection.execute("COMMIT")

    with fresh(world) as connection:
        yield work


@contextmanager
def write(world: World) -> Iterator[Work]:
    """Dump the rows, unseal the files, zip, SHA-256, one signature, age."""
    identity = pyrage.x25519.Identity.generate()
    key = new_signing_key()
    now = Clock().now()
    holder = Holder(
        practice=True, unit_code=COMMUNE, valid_from=None, role="head", person="x", unit_name="x"
    )
    certificate = self_signed(key, holder, now)
    target, plain = world.folder / "bare.zip", world.folder / "bare-file"

    with world.open(world.folder / COMMUNE) as workspace:
        connection = workspace.store.database.conn
        own = pyrage.x25519.Identity.from_str(identities(workspace)[0].secret)
        files = list((world.folder / COMMUNE / "attachments").glob("*"))

        def work() -> None:
            rows = connection.execute(
                "SELECT header, shared FROM revisions ORDER BY record, number"
            )
            with zipfile.ZipFile(target, "w") as archive:
                with archive.open("records", "w") as file:
                    for header, shared in rows:
                        file.write(f'{{"header":{header},"shared":{shared}}}\n'.encode())
                for sealed in files:
                    pyrage.decrypt_file(str(sealed), str(plain), [own])
                    archive.write(plain, f"attachments/{sealed.name}")
                digest = hashlib.sha256(target.read_bytes()).digest()
                archive.writestr("signature", sign(digest, key, certificate, [], now))
            pyrage.encrypt_file(str(target), f"{target}.age", [identity.to_public()])
            handle = os.open(f"{target}.age", os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)

        yield work


@contextmanager
def take_in(world: World) -> Iterator[Work]:
    """Unseal, unzip, SHA-256, seal the files, parse, executemany, one row of words each."""
    plain, sealed = world.folder / "bare-in.zip", world.folder / "bare-file.age"
    with world.open(world.folder / COMMUNE) as workspace:
        secret = identities(workspace)[0].secret
    identity = pyrage.x25519.Identity.from_str(secret)

    def work() -> None:
        pyrage.decrypt_file(str(world.bundle), str(plain), [identity])
        with zipfile.ZipFile(plain) as archive:
            for name in archive.namelist():
                data = archive.read(name)
                hashlib.sha256(data).hexdigest()
                if name.startswith("attachments/"):
                    sealed.write_bytes(pyrage.encrypt(data, [identity.to_public()]))
            lines = archive.read(f"records/{world.register.name}.jsonl").splitlines()
        rows = [orjson.loads(line) for line in lines]
        connection.execute("BEGIN IMMEDIATE")
        _insert(connection, world, [{"record": r["header"]["record"], **r["shared"]} for r in rows])
        connection.execute("COMMIT")

    with fresh(world) as connection:
        yield work


_FIGURES = """
SELECT count(*), sum(opened_on < :first), sum(severity IN ('complex_prolonged', 'hotspot')),
    sum(kind = 'mass_gathering'),
    sum(CASE WHEN kind = 'mass_gathering' THEN participants ELSE 0 END)
FROM r_disputes WHERE opened_on <= :last
    AND NOT (opened_on < :first AND result <> 'pending' AND resolved_on < :first)
"""
_SETTLED = (
    "SELECT record FROM r_disputes WHERE resolved_on BETWEEN :first AND :last"
    " AND result IN ('mediated', 'settled') ORDER BY record"
)


@contextmanager
def figures(world: World) -> Iterator[Work]:
    """Write SQL by hand for the same numbers, and read the ids of the records behind them."""
    days = {"first": PERIOD.first.isoformat(), "last": PERIOD.last.isoformat()}
    behind = "SELECT record, number, digest FROM current WHERE register = ? AND voided = 0"
    with world.open(world.folder / COMMUNE) as workspace:
        connection = workspace.store.database.conn

        def work() -> None:
            connection.execute(_FIGURES, days).fetchall()
            connection.execute(_SETTLED, days).fetchall()
            connection.execute(behind, [world.register.name]).fetchall()

        yield work


@contextmanager
def province(world: World) -> Iterator[Work]:
    """Ask for each indicator of a province in one query, and look whether it comes out as ours."""
    with world.open(world.folder / UPPER_OFFICE) as workspace:
        connection = workspace.store.database.conn
        communes = communes_of(workspace)
        province_sql.prepare(connection, world.catalogue, communes, calendar_of(workspace))
        asked: dict[str, tuple[int, int | None]] = {}

        yield lambda: asked.update(province_sql.ask(connection, YEAR_OF_ALL))

        for one in count(workspace, YEAR_OF_ALL):
            ours = (one.figure.value, one.figure.denominator)
            if ours != asked[one.indicator.code]:
                raise SystemExit(f"{one.indicator.code}: {ours}, SQL {asked[one.indicator.code]}")


SEARCHED = "tranh chấp"


@contextmanager
def search(world: World) -> Iterator[Work]:
    """Ask FTS5, and nothing else."""
    query = " AND ".join(f'"{word}"' for word in fold(SEARCHED).split())
    with world.open(world.folder / COMMUNE) as workspace:
        connection = workspace.store.database.conn

        def work() -> None:
            for _ in range(SAVES):
                connection.execute(
                    "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 100",
                    [f"folded : ({query}*)"],
                ).fetchall()

        yield work
