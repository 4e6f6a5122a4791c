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

MOST_REASONS = 200
"""More reasons than this help nobody; the count still says how many there are."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How the office below has judged a bundle: on which day, and which revisions it left out."""

    on: date
    left_out: frozenset[str] = frozenset()


@dataclass
class Taken:
    """What became of the rows, and why some were refused; new + changed + same + refused = rows.

    ``left_out`` are the digests of the refused; ``forks`` name rows that contradict what is in.
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
    files: list[str] = field(default_factory=list)
    registers: dict[str, Counter[str]] = field(default_factory=dict)

    def refuse(self, digest: str, reasons: Iterable[Reason]) -> None:
        """Count one refused row and keep why."""
        self.refused += 1
        self.left_out.append(digest)
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
        for name, counts in part.registers.items():
            self.registers.setdefault(name, Counter()).update(counts)

    def mended_by(self, again: Taken) -> Taken:
        """Return what became of the same rows after they were judged once more."""
        return replace(
            self,
            new=self.new + again.new,
            changed=self.changed + again.changed,
            refused=again.refused,
            mendable=again.mendable,
            reasons=again.reasons,
            left_out=again.left_out,
            registers={
                name: Counter(
                    new=before["new"] + after["new"],
                    changed=before["changed"] + after["changed"],
                    same=before["same"],
                    refused=after["refused"],
                )
                for name, before in self.registers.items()
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
