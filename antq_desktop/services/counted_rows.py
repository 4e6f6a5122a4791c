"""Rows as the counting code sees them, and the books in which an indicator reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Books, Counted
from antq_desktop.services.reference_data import load_calendar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.domain.entering import AsOf
    from antq_desktop.domain.indicators import Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

    Rows = Mapping[str, Sequence[Counted]]


def counts(revision: Revision) -> bool:
    """Say whether a row counts: not voided, no duplicate (counting A03, A10); no draft is here."""
    return not revision.header.voided and "duplicate_of" not in revision.shared


def row_of(workspace: Workspace, revision: Revision, seen_at: str) -> Counted:
    """Return a revision as the counting code sees it."""
    header = revision.header
    return Counted(
        header.record,
        header.unit,
        revision.book,
        header.number,
        revision.digest,
        revision.shared,
        remote=workspace.units.get(header.unit).remote,
        seen_at=seen_at,
        workspace=header.workspace,
        seq=header.seq,
    )


def rows_of(workspace: Workspace, register: str, unit: UnitKey) -> list[Counted]:
    """Return the rows of one book of one unit as they count now, from their shared parts alone."""
    revisions = [
        revision
        for revision in workspace.store.revisions.last_of_each(register, private=False)
        if revision.header.unit == unit
    ]
    seen_at = max((one.header.at for one in revisions), default="")
    return [row_of(workspace, one, seen_at) for one in revisions if counts(one)]


@dataclass(frozen=True, slots=True)
class Sources:
    """What is counted, over which period, until when and with which settings."""

    workspace: Workspace
    period: Period
    as_of: AsOf | None
    switches: Mapping[str, str]

    def books(
        self,
        period: Period,
        unit: UnitKey | None,
        rows: Rows,
        register: Register,
        indicator: Indicator,
    ) -> Books:
        """Open the books of a unit as an indicator looks at them."""
        return Books(
            period=period,
            rows=rows.get(register.name, ()),
            unit=self.workspace.units.get(unit) if unit is not None else None,
            others={other: rows.get(other, ()) for other in indicator.reads},
            calendar=load_calendar,
            switches=self.switches,
        )

    def row(self, revision: Revision, seen_at: str) -> Counted:
        """Return a revision as the counting code sees it."""
        return row_of(self.workspace, revision, seen_at)
