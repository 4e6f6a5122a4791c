"""Dividing a record into its three parts (shared, private, confidential), and joining them again.

Child rows are divided by column: each part holds a list of as many rows, so that they join by
position. A part without any value of a field does not name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Field, Kind, Travel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Rows = list[dict[str, object]]


def split(fields: Iterable[Field], values: Mapping[str, object]) -> dict[Travel, dict[str, object]]:
    """Return the values of each part; all three parts are there, perhaps empty."""
    parts: dict[Travel, dict[str, object]] = {travel: {} for travel in Travel}
    for field in fields:
        value = values.get(field.name)
        if value is None:
            continue
        if field.kind is not Kind.ROWS:
            parts[field.travel][field.name] = value
            continue
        for travel in Travel:
            rows = _columns(field, cast("Rows", value), travel)
            if rows is not None:
                parts[travel][field.name] = rows
    return parts


def _columns(field: Field, rows: Rows, travel: Travel) -> Rows | None:
    names = {column.name for column in field.columns if column.travel is travel}
    part = [{name: value for name, value in row.items() if name in names} for row in rows]
    # The shared part tells how many rows there are even if a row has nothing to share: the office
    # must see the same number of lines as the commune.
    keep = any(part) or (travel is Travel.SHARED and bool(names))
    return part if keep else None


def join(fields: Iterable[Field], *parts: Mapping[str, object]) -> dict[str, object]:
    """Return one object of values from any of its parts."""
    values: dict[str, object] = {}
    parts = tuple(filter(None, parts))
    for field in fields:
        name = field.name
        found = [part[name] for part in parts if name in part]
        if not found:
            continue
        if field.kind is not Kind.ROWS:
            values[name] = found[0]
            continue
        rows: Rows = [{} for _ in cast("Rows", found[0])]
        for part in found:
            for row, more in zip(rows, cast("Rows", part), strict=True):
                row.update(more)
        values[name] = rows
    return values
