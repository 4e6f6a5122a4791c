"""Controls over the figures of a period (domain.md B.5): what cannot be, and what is odd.

A hard one keeps a report from being signed; a warning is looked at by a person. Each looks at one
unit, but the doubles between units, which only an office sees. The words of a finding have the
message id ``controls.<code>``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.domain.balances import OPENINGS, balance
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.registers.security_standard.criteria import AREA, COMMUNE

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted, Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import UnitKey

FEWEST_OFFICERS, MOST_OFFICERS = 5, 15
"""How many officers of a commune are plausible (SEED: 637 in 89 communes)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the controls see of one unit: its figures by code, and its rows by register."""

    unit: UnitKey
    period: Period
    figures: Mapping[str, Figure]
    rows: Mapping[str, Sequence[Counted]]

    def value(self, code: str) -> int | None:
        """Return a number, None where the figure is not given."""
        found = self.figures.get(code)
        return found.value if found is not None else None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a control found: in which units, because of which records."""

    code: str
    units: tuple[UnitKey, ...]
    hard: bool = False
    values: Mapping[str, str | int] = field(default_factory=dict)
    records: tuple[str, ...] = ()

    @property
    def message_id(self) -> str:
        """The id of its words."""
        return f"controls.{self.code}"


def findings(seen: Seen) -> list[Finding]:
    """Return what the controls find in one unit, the hard ones first."""
    found = [finding for control in CONTROLS for finding in control(seen)]
    return sorted(found, key=lambda one: not one.hard)


#: Part and whole: of these the part is in the whole by its rule, so that more cannot be.
HARD_PARTS = (("B1.2", "B1.1"), ("B1.6", "B1.1"), ("B2.2", "B2.1"))
#: And of these it is so as a rule: a model that is new may not be reviewed yet (counting A30), a
#: court may decide on files of the period before.
USUAL_PARTS = (("B6.2", "B6.1"), ("B6.3", "B6.1"), ("B6.4", "B6.1"), ("B3.3", "B3.1"))


def _parts(seen: Seen) -> Iterator[Finding]:
    for pairs, hard in ((HARD_PARTS, True), (USUAL_PARTS, False)):
        for part, whole in pairs:
            x, y = seen.value(part), seen.value(whole)
            if x is not None and y is not None and x > y:
                yield Finding(
                    "part_exceeds_whole" if hard else "part_exceeds_usual",
                    (seen.unit,),
                    hard=hard,
                    values={"part": part, "whole": whole, "x": x, "y": y},
                    records=_only_in(seen, part, whole),
                )


def _only_in(seen: Seen, part: str, whole: str) -> tuple[str, ...]:
    known = {row.record for row in seen.figures[whole].records}
    return tuple(row.record for row in seen.figures[part].records if row.record not in known)


#: Ratios that are no shares: a festival may have several venues in one area.
_NO_SHARES = frozenset({"B9.2"})


def _shares(seen: Seen) -> Iterator[Finding]:
    """Find a numerator above its denominator."""
    for code, figure in seen.figures.items():
        whole = figure.denominator
        if whole is not None and figure.value > whole and code not in _NO_SHARES:
            yield Finding(
                "share_above_all",
                (seen.unit,),
                hard=True,
                values={"code": code, "x": figure.value, "y": whole},
                records=tuple(row.record for row in figure.records),
            )


def _officers(seen: Seen) -> Iterator[Finding]:
    posted, officers = seen.figures.get("B8.1"), seen.figures.get("B8.2")
    if posted is None or officers is None or not posted.value:
        return
    if not FEWEST_OFFICERS <= officers.value <= MOST_OFFICERS:
        yield Finding(
            "officers",
            (seen.unit,),
            values={
                "number": officers.value,
                "fewest": FEWEST_OFFICERS,
                "most": MOST_OFFICERS,
            },
            records=tuple(row.record for row in officers.records),
        )


def _seventy(seen: Seen) -> Iterator[Finding]:
    """Đ5.4: all registered, 70% recognised; judged by the commune, never over several."""
    figure = seen.figures.get("B7.7")
    if figure is None or not figure.denominator or figure.parts.get("everybody"):
        return
    yield Finding(
        "xa4",
        (seen.unit,),
        values={
            "recognised": figure.parts["recognised"],
            "registered": figure.parts["registered"],
        },
    )


def _clauses_3_and_4(seen: Seen) -> Iterator[Finding]:
    """Đ5.2 (XA2): what failed an area by clause 3 or 4 of Đ4 fails its commune."""
    year = f"{seen.period.year:04}"
    rows = [row for row in seen.rows.get("security_standard", ()) if row.shared.get("year") == year]
    passed = [
        row
        for row in rows
        if row.shared.get("subject_kind") == COMMUNE
        and row.shared.get("result") == "passed"
        and last_state(row.rows("moves")) != "revoked"
    ]
    failed = [row for row in rows if row.shared.get("subject_kind") == AREA and _fails(row)]
    if passed and failed and "B7.1" in seen.figures:
        yield Finding(
            "xa2",
            (seen.unit,),
            values={"areas": len(failed)},
            records=tuple(row.record for row in (*passed, *failed)),
        )


def _fails(row: Counted) -> bool:
    return row.shared.get("result") == "failed" and any(
        one["result"] == "not_met" and str(one["criterion"]).startswith(("KDC3", "KDC4"))
        for one in row.rows("criteria")
    )


def _balances(seen: Seen) -> Iterator[Finding]:
    for register in OPENINGS:
        line = balance(register, seen.rows.get(register, ()), seen.period)
        if not line.even:
            yield Finding(
                "balance",
                (seen.unit,),
                values={
                    "register": register,
                    "carried": line.carried,
                    "new": line.new,
                    "closed": line.closed,
                    "remaining": line.remaining,
                },
                records=tuple(row.record for row in line.odd),
            )


Control = Callable[[Seen], Iterable[Finding]]
CONTROLS: tuple[Control, ...] = (
    _parts,
    _shares,
    _officers,
    _seventy,
    _clauses_3_and_4,
    _balances,
)
"""The controls of one unit, in the order in which they are told."""


DOUBLED, TOLD_TWICE = "wanted_persons", ("decision_number", "decision_date")
"""The register in which several units may tell of one thing, and the fields by which it shows."""


def doubles(rows: Mapping[UnitKey, Mapping[str, Sequence[Counted]]]) -> list[Finding]:
    """Find one decision on a wanted person in the books of several units (counting, A02).

    Every unit counts its own: a figure over units is their sum, and this says what is in it twice.
    """
    found: dict[tuple[str, str], list[Counted]] = {}
    for by_register in rows.values():
        for row in by_register.get(DOUBLED, ()):
            # Not by the deciding body, which two communes write in two ways.
            number = "".join(str(row.shared.get("decision_number", "")).split()).casefold()
            found.setdefault((number, row.day("decision_date")), []).append(row)
    return [
        Finding(
            "double",
            tuple(sorted({row.unit for row in same}, key=lambda unit: unit.text)),
            values={"number": str(same[0].shared.get("decision_number", ""))},
            records=tuple(row.record for row in same),
        )
        for same in found.values()
        if len({row.unit for row in same}) > 1
    ]
