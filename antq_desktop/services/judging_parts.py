"""Judging what a whole revision has besides its shared part: the private one, and how both fit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.attachments import (
    ATTACHMENTS,
    attached_of,
    is_private_list,
    is_shared_list,
    shared_list,
)
from antq_desktop.domain.fields import TEXT_LIMIT, Field, Kind, Travel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.domain.values import Reader

    Values = Mapping[str, object]

_SALT = re.compile(r"[0-9a-f]{32}")


def private_reasons(
    shared: Values, private: Values, register: Register, reader: Reader
) -> Iterator[tuple[str, str]]:
    """Yield rule and path of everything that is wrong with a private part beside a shared one."""
    yield from _attachments(shared, private)
    salt, values, reason = private.get("salt"), private.get("values"), private.get("reason", "")
    if not isinstance(salt, str) or not _SALT.fullmatch(salt) or not isinstance(values, dict):
        yield "row_value", "$.private"
        return
    if private.keys() - {"salt", "values", "reason", ATTACHMENTS}:
        yield "row_value", "$.private"
    if not isinstance(reason, str) or len(reason) > TEXT_LIMIT or "\n" in reason:
        yield "row_value", "$.private.reason"
    yield from part_reasons(Travel.PRIVATE, values, register, reader)
    yield from _rows(shared, values, register)


def part_reasons(
    travel: Travel, part: Values, register: Register, reader: Reader
) -> Iterator[tuple[str, str]]:
    """Yield where the values of one part cannot be read, or are not written as we write them."""
    values, problems = reader.read_all(fields_of_part(register, travel), part)
    yield from (("row_value", problem.field) for problem in problems)
    if not problems and values != part:
        yield "row_not_canonical", f"$.{travel}"


def _attachments(shared: Values, private: Values) -> Iterator[tuple[str, str]]:
    """Yield where a list of attachments is none, or the two parts name different ones."""
    open_, hidden = shared.get(ATTACHMENTS), private.get(ATTACHMENTS)
    if (open_ is not None and not is_shared_list(open_)) or (
        hidden is not None and not is_private_list(hidden)
    ):
        yield "row_attachments", f"$.private.{ATTACHMENTS}"
    elif shared_list(attached_of({}, private)).get(ATTACHMENTS) != open_:
        yield "row_attachments", f"$.shared.{ATTACHMENTS}"


def _rows(shared: Values, private: Values, register: Register) -> Iterator[tuple[str, str]]:
    """Yield child tables whose parts, joined by position, do not have the same number of rows."""
    for one in register.fields:
        both = [part[one.name] for part in (shared, private) if one.name in part]
        tables = one.kind is Kind.ROWS and all(isinstance(part, list) for part in both)
        if tables and len({len(cast("list[object]", part)) for part in both}) > 1:
            yield "row_value", one.name


def fields_of_part(register: Register, travel: Travel) -> tuple[Field, ...]:
    """Return the fields of one part of a revision: rows with the columns of that part only."""
    found: list[Field] = []
    for field in register.fields:
        if field.kind is Kind.ROWS:
            columns = tuple(one for one in field.columns if one.travel is travel)
            if columns:
                found.append(_with_columns(field, columns, travel))
        elif field.travel is travel:
            found.append(field)
    return tuple(found)


def _with_columns(field: Field, columns: tuple[Field, ...], travel: Travel) -> Field:
    return Field(
        name=field.name,
        kind=field.kind,
        label=field.label,
        travel=travel,
        required=field.required,
        columns=columns,
    )
