"""What is new in a prepared bundle since the last one that was sent: for who signs it second."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final, Literal, cast

from antq_desktop.crypto import canonical
from antq_desktop.domain.periods import parse_period
from antq_desktop.services.access import must_see, sees
from antq_desktop.services.frozen import body_of, figures_of_body
from antq_desktop.services.pens import GIVES_NOTHING
from antq_desktop.services.previewing import home_fields
from antq_desktop.services.saving import values_of
from antq_desktop.services.sent import sent_versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.indicators import Figure
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.services.frozen import FrozenFigure
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing, Report
    from antq_desktop.store.queries import Line

    What = Literal["new", "changed", "voided"]

MOST_RECORDS: Final = 1000
"""How many records of a register are listed; a first submission has those of years."""


@dataclass(frozen=True, slots=True)
class ReviewedRegister:
    """A register: records that are new, changed, and among both voided since the last bundle.

    ``again`` are those that went before and go again, since no receipt has come; ``drafts`` and the
    fields of ``home`` stay here.
    """

    register: Register
    new: int
    changed: int
    voided: int
    again: int
    drafts: int
    home: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that the last bundle did not have as it is now.

    ``before`` and ``after`` hold the values of the fields that differ; a new one has no ``before``.
    What is sealed is in neither.
    """

    line: Line
    what: What
    fields: tuple[str, ...]
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """An indicator as the bundle tells it, beside what was told before; None: it was not."""

    code: str
    before: Figure | None
    after: Figure | None

    @property
    def same(self) -> bool:
        """Whether nothing changed; nothing told before and nothing to tell is the same."""
        if self.before is None and self.after is not None:
            return not (self.after.value or self.after.denominator)
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class ReviewedPeriod:
    """The figures of a period; ``against`` is the period of those before, and ``version`` theirs.

    That is an earlier version of the same report, or else the report of the period before; None
    where neither was ever made.
    """

    period: Period
    against: Period | None
    version: int | None
    figures: tuple[ChangedFigure, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A prepared bundle as who is to sign it should see it.

    ``last`` is the bundle that it is compared with, None where none was sent or all were refused.
    ``since`` says how many records changed after it was prepared: they are not in it.
    """

    row: Outgoing
    last: Outgoing | None
    registers: tuple[ReviewedRegister, ...]
    periods: tuple[ReviewedPeriod, ...]
    since: int


def review(workspace: Workspace, row: Outgoing) -> Review:
    """Return what is new in a bundle of ours, register by register and figure by figure."""
    span = _span(workspace, row)
    counted = workspace.store.revisions.counts(span.own, (), span.beside)
    stated = cast("Mapping[str, Mapping[str, int]]", canonical.load(row.counts.encode()))
    drafts = workspace.store.queries.counts()
    registers: list[ReviewedRegister] = []
    for register in workspace.catalogue.registers:
        new, changed, voided = counted.get(register.name, (0, 0, 0))
        told = stated.get(register.name, {"new": 0, "changed": 0})
        again = max(0, told["new"] + told["changed"] - new - changed)
        waiting = drafts.get(register.name, (0, 0, 0))[1]
        home = home_fields(register)
        registers.append(ReviewedRegister(register, new, changed, voided, again, waiting, home))
    later = _later(workspace, span)
    return Review(
        row,
        span.last,
        tuple(registers),
        tuple(_periods(workspace, row)),
        sum(new + changed for new, changed, _ in later.values()),
    )


def changed_records(
    workspace: Workspace, row: Outgoing, register: Register, most: int = MOST_RECORDS
) -> list[ChangedRecord]:
    """Return the records of a register that the last bundle did not have so, those one may see."""
    span = _span(workspace, row)
    rows = workspace.store.revisions.to_send(span.own, register.name, (), span.beside)
    records = (record for record, _ in groupby(rows, key=lambda one: one.header.record))
    seen = (one for one in records if sees(workspace, register.name, one))
    found = (_changed(workspace, register, one, span) for one in islice(seen, most))
    return [one for one in found if one is not None]


def changed_record(workspace: Workspace, row: Outgoing, record: str) -> ChangedRecord | None:
    """Return how one record differs from what was sent; None where it does not."""
    line = workspace.store.queries.line(record)
    if line is None:
        return None
    must_see(workspace, line.register, record)
    register = workspace.catalogue.by_name[line.register]
    return _changed(workspace, register, record, _span(workspace, row))


@dataclass(frozen=True, slots=True)
class _Span:
    """What is new in a bundle, which follows ``last``.

    Of our ``own`` after which ``seq`` and up to which; ``beside`` of the workspaces that were taken
    over, by the imports that brought it.
    """

    last: Outgoing | None
    own: tuple[str, int, int]
    beside: tuple[tuple[str, int, int], ...]


def _span(workspace: Workspace, row: Outgoing) -> _Span:
    """Return what a bundle has that none before it had."""
    earlier = [
        one
        for one in workspace.store.exchanged.outgoing("submission", "correction")
        if one.chain == row.chain
        and one.sequence < row.sequence
        and not one.waits
        and one.verdict not in GIVES_NOTHING
    ]
    after = max((one.seq_to or 0 for one in earlier), default=0)
    pens = workspace.store.pens
    known, now = pens.brought([one.digest for one in earlier]), pens.brought([row.digest])
    return _Span(
        earlier[-1] if earlier else None,
        (workspace.place.id, after, max(row.seq_to or 0, after)),
        tuple((name, min(known.get(name, 0), until), until) for name, until in now.items()),
    )


def _later(workspace: Workspace, span: _Span) -> Mapping[str, tuple[int, int, int]]:
    """Return what was entered here, or taken over, after a bundle was prepared."""
    place, _, until = span.own
    revisions, had = workspace.store.revisions, {name: end for name, _, end in span.beside}
    newest = max(revisions.last_seq(place), until)
    imports = workspace.store.pens.imports(place)
    beside = [(name, had.get(name, 0), end) for name, end in imports.items()]
    return revisions.counts((place, until, newest), (), beside)


def _changed(
    workspace: Workspace, register: Register, record: str, span: _Span
) -> ChangedRecord | None:
    line = workspace.store.queries.line(record)
    known, now = _states(workspace, record, span)
    if line is None or now is None:
        return None
    before = values_of(register, known) if known is not None else {}
    values = values_of(register, now)
    names = [one.name for one in register.fields if before.get(one.name) != values.get(one.name)]
    what: What = "new" if known is None else "changed"
    if now.header.voided and not (known is not None and known.header.voided):
        what = "voided"
    return ChangedRecord(
        line,
        what,
        tuple(names),
        {name: before[name] for name in names if name in before},
        {name: values[name] for name in names if name in values},
    )


def _states(
    workspace: Workspace, record: str, span: _Span
) -> tuple[Revision | None, Revision | None]:
    """Return a record as it was sent last, and as it goes now."""
    marks = {name: (after, until) for name, after, until in span.beside}
    place, after, until = span.own
    imports = workspace.store.pens.came_by(record) if marks else {}
    known = now = None
    for one in workspace.store.revisions.history(record):
        ends, at = marks.get(one.header.workspace), imports.get(one.digest, 0)
        if one.header.workspace == place:
            ends, at = (after, until), one.header.seq
        if ends is None or at <= ends[0]:
            known = one
        if ends is None or at <= ends[1]:
            now = one
    return known, now


def _periods(workspace: Workspace, row: Outgoing) -> Iterator[ReviewedPeriod]:
    place, exchanged = workspace.place.id, workspace.store.exchanged
    for code, version in sorted(sent_versions(row).items()):
        period = parse_period(code)
        report = exchanged.report(place, code, version)
        if report is None:
            continue
        before = exchanged.report(place, code, version - 1)
        against = period
        if before is None:
            against = period.previous()
            before = exchanged.last_report(place, against.code)
        told = _figures(before) if before is not None else {}
        yield ReviewedPeriod(
            period,
            against if before is not None else None,
            before.version if before is not None else None,
            tuple(
                ChangedFigure(name, _plain(told.get(name)), one.figure)
                for name, one in _figures(report).items()
            ),
        )


def _plain(told: FrozenFigure | None) -> Figure | None:
    return told.figure if told is not None else None


def _figures(report: Report) -> dict[str, FrozenFigure]:
    return figures_of_body(body_of(report))
