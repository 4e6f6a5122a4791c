"""What forms are filled from: plain values that the services gather, one class a need."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from antq_desktop.domain.books import Book
    from antq_desktop.domain.fields import Label
    from antq_desktop.domain.indicators import Figure, Indicator
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey


@dataclass(frozen=True, slots=True)
class Handing:
    """What stands on a transfer form besides the record: to whom, why, and what goes with it.

    ``number`` is None where the hand writes it. ``files`` are the names of attachments, "" for one
    that is sealed; ``withheld`` how many sealed parts and attachments stay with who hands over.
    """

    to: str
    reason: str
    number: str | None
    on: date
    revisions: int
    files: tuple[str, ...] = ()
    sealed: int = 0
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Who handed a record over to this unit, and the day on which it came."""

    unit: str
    on: date


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """A registered record.

    ``confidential`` holds the sealed fields only where the head revealed them for this paper;
    ``sealed`` says whether there are any. ``units`` names every unit that a value points to,
    ``references`` every record by its id. ``partial`` says that only what is shared is here.
    ``voided`` is the reason for which the record was struck through, None where it was not;
    ``blank`` stands for a record that is still to be written by hand. ``handing`` is there where it
    is handed over to another body, ``origin`` names the one that handed it over to us.
    """

    register: Register
    book: str
    values: Mapping[str, object]
    units: Mapping[str, str]
    sealed: bool = False
    confidential: Mapping[str, object] | None = None
    references: Mapping[str, str] = field(default_factory=dict)
    partial: bool = False
    voided: str | None = None
    blank: bool = False
    handing: Handing | None = None
    origin: Origin | None = None

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
class ListSubject:
    """Records of one register on one paper; ``period`` is None where they were chosen singly."""

    register: Register
    records: Sequence[RecordSubject]
    period: Period | None


@dataclass(frozen=True, slots=True)
class Balance:
    """Cases of a period by their states: carried over, taken in, done with, left over."""

    before: int
    taken: int
    done: int
    after: int


@dataclass(frozen=True, slots=True)
class BookSubject:
    """A register book: the records of a period in the order of the book, read one by one.

    ``book`` is the legal book that is printed, ``journal`` the head of the journal when it was
    drawn up: how many lines, and the hash of the last. ``balance`` is None where a book has none.
    """

    register: Register
    book: Book
    period: Period | None
    records: Iterable[RecordSubject]
    journal: tuple[int, str] | None
    balance: Balance | None = None


@dataclass(frozen=True, slots=True)
class BookTotals:
    """What a book came to: its pages up to the last row, rows, and those struck through."""

    pages: int
    rows: int
    voided: int


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
class ReportSection:
    """A section of a period report: its heading, what the figures say, what officers wrote.

    ``level`` is 1 or 2; ``headed`` says that it is but a heading over the ones below.
    """

    heading: str
    level: int
    generated: Sequence[str]
    own: str
    headed: bool = False


@dataclass(frozen=True, slots=True)
class ReportChart:
    """Numbers to be drawn as bars: by month, or by unit."""

    title: str
    counted_in: str
    bars: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class PeriodReportSubject:
    """The report of a period.

    ``name`` is what the period is called ("quý I năm 2023"). ``digest`` binds the paper to the
    frozen figures (SHA-256, hex), None where they can still change. ``public`` leaves out the
    annex, in which people could be recognised.
    """

    figures: FiguresSubject
    name: str
    sections: Sequence[ReportSection]
    charts: Sequence[ReportChart]
    digest: str | None
    public: bool = False


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
    ``signer`` where the certificate names nobody in our way. ``letters`` are those of the one
    workspace of the recipient that a transfer is for, None in any other kind.
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
    second: str | None
    created_at: datetime
    qr: str
    letters: str | None = None


@dataclass(frozen=True, slots=True)
class FingerprintSubject:
    """A fingerprint that people compare: of a request, or of an authority (``person`` None)."""

    fingerprint: str
    unit: str
    person: str | None


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """One side of a key handover; ``rank`` and ``title`` are None where the books do not say."""

    person: str
    rank: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class HandoverSubject:
    """A key handover: who gives, who takes, from which day ``on``, and when both signed it.

    ``serial``, ``until`` and ``certificate`` (SHA-256) are those of the giver's certificate,
    ``request`` the fingerprint of the request for the taker's. Digests are lower-case hex.
    """

    giver: KeyHolder
    taker: KeyHolder
    on: date
    signed_at: datetime
    serial: str
    until: date
    certificate: str
    request: str


@dataclass(frozen=True, slots=True)
class RecoverySubject:
    """The secret of a workspace's recovery sheet."""

    unit: str
    user: str
    day: date
    secret: str


@dataclass(frozen=True, slots=True)
class ShareSubject:
    """One share of a workspace's recovery key: its words, the number of its set, which of three."""

    unit: str
    user: str
    share_set: int
    number: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeysSubject:
    """The keys of the windows: of each screen its name, and (keys, what they do)."""

    title: str
    note: str
    heads: tuple[str, str]
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class CheckSubject:
    """The self-test: its title and day, the program, and of each check (name, state, text, action).

    ``heads`` are those of the four columns.
    """

    title: str
    note: str
    program: str
    heads: tuple[str, str, str, str]
    lines: Sequence[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """A unit in the table of who has reported; ``cells`` are the words of its states.

    ``office`` is whom it answers to, ``told`` and ``due`` how many reports are here and are owed.
    ``note`` says what came and when, "" where nothing did.
    """

    unit: str
    office: str
    depth: int
    cells: Sequence[str]
    told: int
    due: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportedSubject:
    """Who has reported: units by periods, as it stood at ``at``.

    ``dues`` are the due dates of the periods, None where none is set; ``totals`` are the told and
    the due of each column; ``states`` how many cells have each state.
    """

    periods: Sequence[Period]
    dues: Sequence[date | None]
    lines: Sequence[ReportedLine]
    totals: Sequence[tuple[int, int]]
    states: Sequence[tuple[str, int]]
    at: datetime


@dataclass(frozen=True, slots=True)
class ReminderSubject:
    """A letter to one unit that owes a report; ``returned`` says that what it sent was sent back.

    ``unit`` is its police in a sentence ("Công an xã Bắc Lý"), ``due`` None where no date is set.
    """

    unit: str
    period: Period
    due: date | None
    on: date
    returned: bool
