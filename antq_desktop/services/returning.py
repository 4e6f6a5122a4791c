"""Returning rows: which records stand behind what is wrong in a bundle, taken in or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import register_of
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.keeping import inbox_file
from antq_desktop.services.vouching import certified_elsewhere
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.services.workspace import Workspace

    Source = Path | str
    """A file, or the digest of a bundle that is kept in the inbox."""

_RULE_OF_ANOTHER = "row_depends"


@dataclass(frozen=True, slots=True)
class Found:
    """A record as a bundle brings it: who keeps it, and its highest number in there."""

    record: str
    register: str
    workspace: str
    number: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is wrong: its record, and the field and rule if the reason names them.

    ``row`` counts from 1 in the file of the register; ``book`` is its number in the book
    ("12/2023"), "" where the row does not say.
    """

    record: str
    register: str
    row: int
    number: int
    field: str | None
    rule: str
    book: str = ""


def find_in(workspace: Workspace, source: Source, records: Iterable[str]) -> dict[str, Found]:
    """Return which of some records a bundle from below brings."""
    wanted = set(records)
    found: dict[str, Found] = {}

    def look(bundle: OpenBundle) -> None:
        for register in bundle.registers:
            if register not in workspace.catalogue.by_name:
                continue
            for line in bundle.records(register):
                record, keeper = str(line.header["record"]), str(line.header["workspace"])
                # Of what somebody else keeps, a sender can say nothing.
                if record in wanted and keeper == bundle.manifest.sender.workspace:
                    number = cast("int", line.header["number"])
                    found[record] = Found(record, register, keeper, number)

    read_source(workspace, source, look)
    return found


def bad_rows(workspace: Workspace, source: Source, reasons: Sequence[Reason]) -> list[BadRow]:
    """Return the records that reasons of a judgement are about, each with its first reason.

    What only follows a row that is wrong is left out: it comes right with that.
    """
    rows: list[BadRow] = []
    read_source(workspace, source, lambda bundle: rows.extend(rows_behind(bundle, reasons)))
    return rows


def rows_behind(bundle: OpenBundle, reasons: Sequence[Reason]) -> list[BadRow]:
    """Return the rows of an opened bundle that reasons name, by register and row."""
    by_register: dict[str, dict[int, list[Reason]]] = {}
    for one in reasons:
        register = register_of(one.file or "")
        if register is not None and one.row is not None:
            by_register.setdefault(register, {}).setdefault(one.row, []).append(one)
    found: list[BadRow] = []
    for register, rows in sorted(by_register.items()):
        last = max(rows)
        for line in bundle.records(register):
            first = next(iter(rows.get(line.row, ())), None)
            if first is not None and first.rule != _RULE_OF_ANOTHER:
                found.append(_row(register, line, first))
            if line.row >= last:
                break
    return found


def _row(register: str, line: Line, reason: Reason) -> BadRow:
    field = reason.field
    shown = field if field is not None and not field.startswith("$") else None
    number = cast("int", line.header["number"])
    record = str(line.header["record"])
    return BadRow(record, register, line.row, number, shown, reason.rule, book_of(line))


def book_of(line: Line) -> str:
    """Return the number in the book that a row brings, "12/2023"; "" where it has none."""
    shared = line.shared
    book = shared.get("book") if isinstance(shared, Mapping) else None
    if not isinstance(book, Mapping) or not {"number", "year"} <= book.keys():
        return ""
    return f"{book['number']}/{book['year']}"


def read_source(workspace: Workspace, source: Source, look: Callable[[OpenBundle], object]) -> None:
    """Let ``look`` see a bundle from below: a file, or one that is kept in the inbox.

    Refusal if it cannot be read, or did not come from below.
    """
    path, moment = source, None
    if not isinstance(path, Path):
        row = workspace.store.exchanged.standing_of(path)
        if row is None:
            raise Refusal("bundles.unknown", name=path)
        path = inbox_file(workspace, row)
        moment = moment_of(workspace.store.exchanged.first_came(row.digest))
    try:
        with opened(workspace, path, moment=moment) as bundle:
            _must_be_from_below(workspace, bundle)
            look(bundle)
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def _must_be_from_below(workspace: Workspace, bundle: OpenBundle) -> None:
    elsewhere = certified_elsewhere(workspace, bundle)
    if elsewhere is not None:
        raise BundleRefused(elsewhere)
