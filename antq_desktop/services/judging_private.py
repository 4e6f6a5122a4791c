"""Judging what comes with a whole revision besides what travels: its private part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.attachments import ATTACHMENTS, attached_of, is_private_list, shared_list
from antq_desktop.domain.fields import Field, Kind, Travel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.values import Reader

_TEXTS = ("salt", "reason")


def private_reasons(
    revision: Revision, register: Register, reader: Reader
) -> Iterator[tuple[str, str]]:
    """Yield (rule, field) for a private part that could not be kept as our own; None has none."""
    part = revision.private
    if part is None:
        return
    values = part.get("values")
    texts = all(isinstance(part.get(name, ""), str) for name in _TEXTS)
    if not isinstance(values, Mapping) or not texts or "salt" not in part:
        yield "row_private", "$.private"
        return
    if set(part) - {*_TEXTS, "values", ATTACHMENTS}:
        yield "row_private", "$.private"
    if not _lists_fit(revision):
        yield "row_private", f"$.private.{ATTACHMENTS}"
    fields = fields_of(register, Travel.PRIVATE)
    read, problems = reader.read_all(fields, values)
    yield from (("row_private", one.field) for one in problems)
    if not problems and read != dict(values):
        yield "row_private", "$.private.values"
    for field in fields:
        ours, theirs = values.get(field.name), revision.shared.get(field.name)
        # The parts of a child row are joined by position.
        if field.kind is Kind.ROWS and None not in (ours, theirs) and _rows(ours) != _rows(theirs):
            yield "row_private", f"$.private.values.{field.name}"


def _rows(value: object) -> int:
    return len(cast("list[object]", value)) if isinstance(value, list) else -1


def _lists_fit(revision: Revision) -> bool:
    """Say whether the private list of attachments is sound and has those of the shared one."""
    listed = (revision.private or {}).get(ATTACHMENTS)
    if listed is None:
        return ATTACHMENTS not in revision.shared
    if not is_private_list(listed):
        return False
    found = attached_of(revision.shared, revision.private)
    return shared_list(found).get(ATTACHMENTS) == revision.shared.get(ATTACHMENTS)


def fields_of(register: Register, travel: Travel) -> tuple[Field, ...]:
    """Return the fields of one part: rows with the columns of that part only."""
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
