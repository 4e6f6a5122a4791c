"""What became of the rows of a bundle: counted, and with the reasons of the refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.domain.record import Revision

MOST_REASONS = 200
"""More reasons than this help nobody; the count still says how many there are."""

_SAID_ANEW = frozenset(
    {"attachment_missing", "nested_base_missing", "report_differs", "report_told_twice"}
)
"""Remarks that hold only for what is in: each pass says them of all rows of a bundle."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How the office below has judged a bundle: on which day, and which revisions it left out."""

    on: date
    left_out: frozenset[str] = frozenset()


@dataclass
class Taken:
    """What became of the rows, and why some were refused; new + changed + same + refused = rows.

    ``left_out`` are the digests of the refused, ``left_records`` their records; ``forks``
    name rows that contradict what is in.
    ``passed_on`` says how many of the same are not the sender's own, ``mendable`` how many of the
    refused a later revision of their record would mend; ``files`` are the names of the attachments
    that were written, ``registers`` the counts of each register.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    reports: int = 0
    passed_on: int = 0
    mendable: int = 0
    reasons: list[Reason] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)
    forks: list[Reason] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    left_records: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)
    registers: dict[str, Counter[str]] = field(default_factory=dict)

    def refuse(self, revision: Revision, reasons: Iterable[Reason]) -> None:
        """Count one refused row and keep why."""
        self.refused += 1
        self.left_out.append(revision.digest)
        self.left_records.add(revision.header.record)
        _add(self.reasons, reasons)

    def contradict(self, reasons: Iterable[Reason]) -> None:
        """Keep where a row contradicts what is in."""
        _add(self.forks, reasons)

    def join(self, part: Taken) -> None:
        """Count what became of some other rows as well."""
        for name in ("new", "changed", "same", "refused", "reports", "passed_on", "mendable"):
            setattr(self, name, getattr(self, name) + getattr(part, name))
        for kept in ("reasons", "remarks", "forks", "left_out"):
            getattr(self, kept).extend(getattr(part, kept))
        self.left_records |= part.left_records
        for name, counts in part.registers.items():
            self.registers.setdefault(name, Counter()).update(counts)

    def mended_by(self, again: Taken) -> Taken:
        """Return what became of the same rows after they were judged once more.

        What depends on all that is in, as whether a report differs, is as the last pass says.
        """
        before = [one for one in self.remarks if one.rule not in _SAID_ANEW]
        more = [one for one in again.remarks if one.rule in _SAID_ANEW or one not in before]
        return replace(
            self,
            new=self.new + again.new,
            changed=self.changed + again.changed,
            refused=again.refused,
            mendable=again.mendable,
            reasons=again.reasons,
            remarks=[*before, *more],
            left_out=again.left_out,
            left_records=again.left_records,
            registers={
                name: Counter(
                    new=first["new"] + after["new"],
                    changed=first["changed"] + after["changed"],
                    same=first["same"],
                    refused=after["refused"],
                )
                for name, first in self.registers.items()
                for after in (again.registers.get(name, Counter()),)
            },
        )

    @property
    def came(self) -> bool:
        """Whether anything of the bundle is in."""
        return bool(self.new or self.changed or self.same or self.reports)

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "refused": self.refused,
        }


def _add(kept: list[Reason], more: Iterable[Reason]) -> None:
    room = max(MOST_REASONS - len(kept), 0)
    kept.extend(islice(more, room))
