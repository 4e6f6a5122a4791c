"""The CSV files of units: their lines, and the table of units itself."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from antq_desktop.domain.dated_units import KIND_LABELS, Unit, UnitKey, is_code, read_day
from antq_desktop.domain.vietnamese import clean, forbidden_characters
from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

COLUMNS = ("code", "name", "kind", "level", "parent", "valid_from", "valid_to", "remote")
"""The header of a units file, in this order."""

_LEVEL = re.compile(r"[1-9]")


def rows_of(text: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file, each with its line and as many clean cells as columns.

    Raises Refusal ``units.bad_header``, and ``units.bad_row`` with the line and the column.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    rows = csv.reader(lines, strict=True)
    try:
        if next(rows, []) != list(columns):
            raise Refusal("units.bad_header", columns=",".join(columns))
        for cells in rows:
            if len(cells) not in {0, len(columns)}:
                column = columns[min(len(cells), len(columns) - 1)]
                raise Refusal("units.bad_row", row=rows.line_num, column=column)
            if cells:
                yield rows.line_num, [clean(cell) for cell in cells]
    except csv.Error:
        raise Refusal("units.bad_row", row=rows.line_num, column=columns[0]) from None


def must_be_good(row: int, checks: Mapping[str, object]) -> None:
    """Refuse a row for its first cell that is not good (``units.bad_row``)."""
    for column, good in checks.items():
        if not good:
            raise Refusal("units.bad_row", row=row, column=column)


def is_line(text: str) -> bool:
    """Say whether a text is one line without characters that hide or turn something."""
    return not forbidden_characters(text) and "\n" not in text


def parse_units_csv(text: str) -> list[Unit]:
    """Read a units file: `COLUMNS`, then one unit a line; codes are text with their zeros.

    An empty `valid_from` means "that day or earlier", an empty `valid_to` "still there". Raises
    Refusal, with the row as line of the file: ``units.bad_header``, ``units.bad_row`` (and the
    column), ``units.duplicate``, ``units.overlap`` for two units of one code on one day, and
    ``units.no_parent`` for a parent that no row of a higher level has as its code.
    """
    numbered = [(row, _unit(cells, row)) for row, cells in rows_of(text, COLUMNS)]
    conflict = unit_conflict(numbered)
    if conflict is not None:
        raise conflict
    return [unit for _, unit in numbered]


def _unit(cells: Sequence[str], row: int) -> Unit:
    code, name, kind, level, parent, valid_from, valid_to, remote = cells
    first, end = read_day(valid_from), read_day(valid_to)
    checks = {
        "code": is_code(code),
        "name": name and is_line(name),
        "kind": kind in KIND_LABELS,
        "level": _LEVEL.fullmatch(level),
        "parent": not parent or is_code(parent),
        "valid_from": not valid_from or first,
        "valid_to": not valid_to or (end and (first is None or first < end)),
        "remote": remote in {"0", "1"},
    }
    must_be_good(row, checks)
    return Unit(UnitKey(code, first), name, kind, int(level), parent or None, end, remote == "1")


def unit_conflict(numbered: Iterable[tuple[int, Unit]]) -> Refusal | None:
    """Return what is wrong between numbered units, told by the row of the later one."""
    by_code: dict[str, list[tuple[int, Unit]]] = defaultdict(list)
    for row, unit in numbered:
        by_code[unit.key.code].append((row, unit))
    for code, same in by_code.items():
        same.sort(key=lambda one: one[1].began)
        for (row, earlier), (next_row, unit) in pairwise(same):
            later = max(row, next_row)
            if earlier.key == unit.key:
                return Refusal("units.duplicate", row=later, code=code)
            if earlier.valid_to is None or earlier.valid_to > unit.began:
                return Refusal("units.overlap", row=later, code=code)
    for row, unit in chain.from_iterable(by_code.values()):
        above = by_code.get(unit.parent or "", [])
        if unit.parent and all(one.level >= unit.level for _, one in above):
            return Refusal("units.no_parent", row=row, code=unit.parent)
    return None
