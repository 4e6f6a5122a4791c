"""References from one record to another: never to itself, and to something that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace


def reference_problems(
    workspace: Workspace, register: Register, values: Mapping[str, object], record: str | None
) -> Iterator[Problem]:
    """Yield what is wrong with the references of a record; ``record`` is its id if it has one.

    One that names itself would be its own duplicate and in no figure: it is not stored. One that
    leads nowhere is told.
    """
    for path, target in _references(register, values):
        if target == record:
            yield Problem(path, "rules.refers_to_itself", blocks=True)
        elif not _known(workspace, target):
            yield Problem(path, "rules.refers_to_nothing", grave=False)


def _references(register: Register, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for field in register.fields:
        value = values.get(field.name)
        if field.kind is Kind.REFERENCE and value is not None:
            yield field.name, str(value)
        if field.kind is Kind.ROWS and value is not None:
            names = [column.name for column in field.columns if column.kind is Kind.REFERENCE]
            rows = cast("list[Mapping[str, object]]", value)
            for number, row in enumerate(rows, 1):
                yield from (
                    (f"{field.name}[{number}].{name}", str(row[name]))
                    for name in names
                    if name in row
                )


def _known(workspace: Workspace, record: str) -> bool:
    store = workspace.store
    return store.revisions.latest(record) is not None or store.drafts.get(record) is not None
