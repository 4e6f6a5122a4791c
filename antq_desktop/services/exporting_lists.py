"""A list as a workbook or a CSV file, in the order of the list; in the journal before the act."""

from __future__ import annotations

import csv
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import finalize

from antq_desktop.errors import Refusal
from antq_desktop.exchange.workbooks import MOST_ROWS, RowBook
from antq_desktop.printing.remarks import MARK
from antq_desktop.services.listing import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from antq_desktop.services.listing import Listed, ListRow
    from antq_desktop.services.workspace import Workspace

    Span = tuple[int, int]
    """The first of some rows that stand together, and how many they are."""

_AT_ONCE = 500
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is written: the fields that are read, the heads, and the texts of a row under them."""

    fields: Sequence[str]
    heads: Sequence[str]
    cells: Callable[[ListRow], Sequence[str]]


class _Sink(Protocol):
    def add(self, rows: Iterable[Sequence[str]]) -> None: ...

    def close(self) -> None: ...

    def discard(self) -> None: ...


class _CsvFile:
    """A CSV file as a spreadsheet opens it: UTF-8 with a mark."""

    def __init__(self, path: Path, head: Sequence[str]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(head)

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        self._writer.writerows([_safe(text) for text in row] for row in rows)

    def close(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def discard(self) -> None:
        with suppress(OSError):  # the disk may be full
            self._file.close()


def fits_workbook(count: int) -> bool:
    """Say whether so many records go into one sheet of a workbook."""
    return count <= MOST_ROWS


class ListExport:
    """A list on its way into a file: a CSV file where it is called so, else a workbook.

    It is written some rows at a time, so that a million of them keep nobody else waiting. The file
    appears whole or not at all, whoever breaks it off: who stops it, or who locks the workspace.
    Refusal ``lists.too_long_for_workbook`` before anything is written.
    """

    def __init__(
        self,
        workspace: Workspace,
        listed: Listed,
        spans: Sequence[Span],
        target: Path,
        table: Table,
    ) -> None:
        self.total = sum(many for _, many in spans)
        """How many rows there are to write."""
        self.count = 0
        """How many are written."""
        self._listed, self._target, self._table = listed, target, table
        self._left = list(spans)
        self._part = target.with_name(f"{target.name}.part")
        plain = target.suffix.lower() == ".csv"
        if not plain and not fits_workbook(self.total):
            raise Refusal("lists.too_long_for_workbook", count=self.total, most=MOST_ROWS)
        with workspace.store.atomic():
            workspace.note("list_exported", register=listed.register.name, records=self.total)
        # In practice a column of its own: it stays with each row, however the rows are sorted.
        self._mark = (MARK,) if workspace.place.practice else ()
        try:
            made: type[_CsvFile | RowBook] = _CsvFile if plain else RowBook
            self._sink: _Sink = made(self._part, [*self._mark, *table.heads])
        except OSError as error:
            self._part.unlink(missing_ok=True)
            raise Refusal("files.cannot_write", name=target.name) from error
        self._end = finalize(self, _discard, self._sink, self._part)

    def step(self, workspace: Workspace) -> bool:
        """Write some more rows, or put the file together after the last; say whether it goes on.

        Refusal ``files.cannot_write`` where the disk refuses; nothing is left of the file then.
        """
        with self._words_for_errors():
            if self._left:
                self._write(workspace)
                return True
            self._sink.close()
            self._part.replace(self._target)
            self._end.detach()
        return False

    def stop(self) -> None:
        """Give up: nothing is left of the file."""
        self._end()

    def _write(self, workspace: Workspace) -> None:
        start, many = self._left.pop(0)
        now = min(many, _AT_ONCE)
        if many > now:
            self._left.insert(0, (start + now, many - now))
        rows = read_rows(workspace, self._listed, start, now, self._table.fields)
        known = [row for row in rows if row is not None]
        self._sink.add([*self._mark, *self._table.cells(row)] for row in known)
        self.count += len(known)

    @contextmanager
    def _words_for_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._end()
            raise Refusal("files.cannot_write", name=self._target.name) from error


def export_list(
    workspace: Workspace, listed: Listed, spans: Sequence[Span], target: Path, table: Table
) -> int:
    """Write rows of a list in one go; return how many there are. See `ListExport`."""
    export = ListExport(workspace, listed, spans, target, table)
    while export.step(workspace):
        pass
    return export.count


def _discard(sink: _Sink, part: Path) -> None:
    sink.discard()
    part.unlink(missing_ok=True)


def _safe(text: str) -> str:
    """Put a quote before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
