"""What lies in the file of which unit: each register with each unit, and how many records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.roles import Access
from antq_desktop.services.access import access_to
from antq_desktop.services.listing import units_of, units_with_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.services.workspace import Workspace

    Owned = Mapping[tuple[str, str], "Held"]
    """What each owner has in each register, by the names of both."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many records took a number, how many of those are voided, how many drafts there are."""

    records: int = 0
    voided: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class Holding:
    """A register of a unit, as the list that is narrowed to it has it.

    ``unit`` is the key of the unit, ``owners`` are those of all whose records are in that list:
    itself, units below it, units that they took over.
    """

    register: str
    unit: str
    owners: frozenset[str]
    held: Held


@dataclass(frozen=True, slots=True)
class Holdings:
    """The registers of all units: in the order of the catalogue, units from the top down."""

    rows: tuple[Holding, ...]
    owned: Owned

    def total(self, rows: Iterable[Holding]) -> Held:
        """Return what some rows have together; what is in two of them counts once."""
        pairs = {(row.register, owner) for row in rows for owner in row.owners}
        return _sum(self.owned[pair] for pair in pairs)


def holdings(workspace: Workspace) -> Holdings:
    """Return the registers of all units that the user may list."""
    listed = [
        one.name
        for one in workspace.catalogue.registers
        if access_to(workspace, one.name) >= Access.READ
    ]
    owned = {
        (register, unit): Held(records, voided, drafts)
        for register, unit, records, voided, drafts in workspace.store.queries.held()
        if register in listed
    }
    inside = {unit: units_of(workspace, unit) for unit in units_with_records(workspace)}
    rows: list[Holding] = []
    for register in listed:
        theirs = {owner for name, owner in owned if name == register}
        for unit, below in inside.items():
            owners = below & theirs
            if owners:
                held = _sum(owned[register, owner] for owner in owners)
                rows.append(Holding(register, unit, owners, held))
    return Holdings(tuple(rows), owned)


def _sum(parts: Iterable[Held]) -> Held:
    every = list(parts)
    return Held(
        sum(one.records for one in every),
        sum(one.voided for one in every),
        sum(one.drafts for one in every),
    )
