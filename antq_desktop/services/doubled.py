"""What may be counted twice between units: one wanted decision, one person of one machine.

A figure over units is the sum of the units' figures (counting A01), so nothing is taken out: this
is the control line beside it (counting, A02). The keys of persons are made with a secret of each
workspace: they agree only where one workspace keeps the books of several units, as after a
reform. Between two workspaces nobody can see that two keys are one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from antq_desktop.domain.keys import ID_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.consolidated import Consolidated
    from antq_desktop.services.workspace import Workspace

_WANTED = "wanted_persons"

Reason = Literal["decision", "person"]


@dataclass(frozen=True, slots=True)
class Twin:
    """One of the records that may be the same: whose it is, and its number in the book."""

    unit: UnitKey
    record: str
    book: str


@dataclass(frozen=True, slots=True)
class Double:
    """Records of several units that may be about one case.

    ``number`` is that of the wanted decision, "" for a person. ``counted`` are the indicators in
    whose figures of the period at least two of the units count theirs.
    """

    register: str
    reason: Reason
    number: str
    twins: tuple[Twin, ...]
    counted: tuple[str, ...]

    @property
    def units(self) -> tuple[UnitKey, ...]:
        """The units that have one, by code."""
        return tuple(sorted({one.unit for one in self.twins}, key=lambda unit: unit.text))


def find_doubles(workspace: Workspace, table: Consolidated) -> tuple[Double, ...]:
    """Return the possible doubles in the books, those first that are in a figure of the table."""
    behind = {
        code: frozenset(beside.now.records)
        for code, beside in table.totals.items()
        if beside.now is not None
    }
    groups: dict[tuple[str, Reason, str], list[Twin]] = {}
    written: dict[str, str] = {}
    for register in workspace.catalogue.registers:
        keyed = any(key.name == ID_KEY for key in register.keys)
        if not keyed and register.name != _WANTED:
            continue
        for revision in workspace.store.revisions.last_of_each(register.name, private=False):
            if _counts(revision):
                for reason, key in _keys(register.name, revision):
                    twin = Twin(revision.header.unit, revision.header.record, revision.book)
                    groups.setdefault((register.name, reason, key), []).append(twin)
                    if reason == "decision":
                        written.setdefault(key, str(revision.shared["decision_number"]).strip())
    found = [
        Double(name, reason, written.get(key, ""), tuple(twins), tuple(_counted(twins, behind)))
        for (name, reason, key), twins in groups.items()
        if len({twin.unit for twin in twins}) > 1
    ]
    return tuple(sorted(_once(found), key=lambda one: (not one.counted, one.register, one.number)))


def _counts(revision: Revision) -> bool:
    """Say whether a row counts: not voided, no duplicate (counting A03, A10); no draft is here."""
    return not revision.header.voided and "duplicate_of" not in revision.shared


def _keys(register: str, revision: Revision) -> Iterator[tuple[Reason, str]]:
    shared = revision.shared
    if register == _WANTED and shared.get("decision_number"):
        # Not by the deciding body, which two communes write in two ways.
        number = "".join(str(shared["decision_number"]).split()).casefold()
        yield "decision", f"{number} {shared.get('decision_date', '')}"
    if shared.get(ID_KEY):
        yield "person", f"{revision.header.workspace} {shared[ID_KEY]}"


def _counted(twins: list[Twin], behind: dict[str, frozenset[str]]) -> Iterator[str]:
    for code, records in behind.items():
        if len({twin.unit for twin in twins if twin.record in records}) > 1:
            yield code


def _once(doubles: list[Double]) -> Iterator[Double]:
    """Leave out a person whose records are told already by their decision."""
    told = {frozenset(one.twins) for one in doubles if one.reason == "decision"}
    for one in doubles:
        if one.reason == "decision" or frozenset(one.twins) not in told:
            yield one
