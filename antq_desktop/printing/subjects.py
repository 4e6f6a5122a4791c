"""What forms are filled from: plain values that the services gather, one class a need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Figure, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """A registered record.

    ``confidential`` holds the sealed fields only where the head revealed them for this paper;
    ``sealed`` says whether there are any. ``units`` names every unit that a value points to.
    """

    register: Register
    book: str
    values: Mapping[str, object]
    units: Mapping[str, str]
    sealed: bool = False
    confidential: Mapping[str, object] | None = None

    def revealed(
        self, confidential: Mapping[str, object], units: Mapping[str, str]
    ) -> RecordSubject:
        """Return the record with its sealed fields, for this paper alone."""
        return replace(self, confidential=confidential, units={**self.units, **units})

    def text(self, name: str) -> str | None:
        """Return a text field, None where it is empty."""
        value = self.values.get(name)
        return str(value) if value else None

    def rows(self, name: str) -> Sequence[Mapping[str, object]]:
        """Return child rows, none where there are none."""
        return cast("Sequence[Mapping[str, object]]", self.values.get(name) or ())

    def coded(self, name: str) -> str | None:
        """Return the Vietnamese words of a coded value, None where it is empty."""
        code = self.register.by_name[name].code(str(self.values.get(name)))
        return code.label.vi if code is not None else None

    def unit(self, value: object) -> str | None:
        """Return the name of a unit that a value of this record points to, None without one."""
        if not isinstance(value, dict):
            return None
        first = value.get("valid_from")
        return self.units.get(f"{value['code']}@{first}" if first else str(value["code"]))


@dataclass(frozen=True, slots=True)
class FigureLine:
    """An indicator and its figure; ``by_unit`` is empty in a frozen report.

    ``late`` is what was entered late of periods reported before, None where there is no such line;
    ``counted_with`` says the settings that the figure hangs on.
    """

    register: Register
    indicator: Indicator
    figure: Figure
    by_unit: Mapping[UnitKey, Figure]
    late: Figure | None = None
    counted_with: Sequence[Label] = ()


class Setting(StrEnum):
    """What a figure was counted with, by its name in a report."""

    CATALOGUE = "catalogue"
    UNITS = "units"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class FiguresSubject:
    """The figures of a period: frozen as they were signed, or counted just now.

    ``counted_at`` is when they were signed or counted; ``version`` that of the frozen report, None
    for figures that can still change. ``units`` are the units of ``by_unit`` with their names, in
    the order of the table; empty where there is but the own unit. ``notes`` are sentences on what a
    reform of units does to the figures.
    """

    period: Period
    lines: Sequence[FigureLine]
    settings: Sequence[tuple[Setting, str]]
    counted_at: datetime | None
    version: int | None
    units: Sequence[tuple[UnitKey, str]] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RegisterCount:
    """How many records of a register travel in a bundle."""

    label: str
    new: int
    changed: int
    voided: int


@dataclass(frozen=True, slots=True)
class BundleSubject:
    """A finished bundle; digests are lower-case hex, ``qr`` is what its code says.

    ``recipient`` None means all units below the sender; ``sequence`` is None outside a chain,
    ``signer`` where the certificate names nobody in our way.
    """

    kind: str
    file: str
    size: int
    sequence: int | None
    sender: str
    recipient: str | None
    periods: Sequence[Period]
    counts: Sequence[RegisterCount]
    sha256: str
    digest: str
    serial: str
    signer: str | None
    created_at: datetime
    qr: str


@dataclass(frozen=True, slots=True)
class FingerprintSubject:
    """A fingerprint that people compare: of a request, or of an authority (``person`` None)."""

    fingerprint: str
    unit: str
    person: str | None


@dataclass(frozen=True, slots=True)
class RecoverySubject:
    """The secret of a workspace's recovery sheet."""

    unit: str
    user: str
    day: date
    secret: str
