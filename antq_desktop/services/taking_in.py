"""Taking a submission in: every row judged, every row counted, all of it or nothing.

It runs inside a transaction that the caller commits or rolls back; a rehearsal and a verification
are the same work, rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.manifest import RegisterCounts
from antq_desktop.bundle.names import records_name, report_name
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto import canonical
from antq_desktop.crypto.canonical import NotCanonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.record import Revision, header_from
from antq_desktop.errors import Refusal
from antq_desktop.services.judging import RowJudge
from antq_desktop.services.reporting import differing
from antq_desktop.services.signing import key_of
from antq_desktop.store.exchanged import Report
from antq_desktop.store.projections import Projected, of_revision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace

_BATCH = 1000
#: More reasons than this help nobody; the count still says how many there are.
_MOST_REASONS = 200


@dataclass
class Taken:
    """What became of the rows, and why some were refused; new + changed + same + refused = rows."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    reasons: list[Reason] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)

    def refuse(self, reasons: list[Reason]) -> None:
        """Count one refused row and keep why."""
        self.refused += 1
        room = _MOST_REASONS - len(self.reasons)
        self.reasons.extend(reasons[: max(room, 0)])

    @property
    def counts(self) -> dict[str, int]:
        """The four numbers by name."""
        return {
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "refused": self.refused,
        }


def take_in(workspace: Workspace, bundle: OpenBundle, imported: int) -> Taken:
    """Write all rows and reports of a submission; the caller rolls back if any was refused.

    Raises BundleRefused for what makes the bundle itself unreadable.
    """
    taken = Taken()
    rows = 0
    seqs: set[int] = set()
    counts: dict[str, RegisterCounts] = {}
    for name in bundle.registers:
        register = workspace.catalogue.by_name.get(name)
        if register is None:
            raise BundleRefused(Reason("unknown_register", records_name(name)))
        counter = _Counter()
        for batch in _batches(counter.watch(bundle.records(name))):
            rows += len(batch)
            seqs.update(cast("int", line.header["seq"]) for line in batch)
            _take_batch(workspace, bundle, register, batch, imported, taken)
        counts[name] = counter.counts
    _check_seq(bundle, rows, seqs)
    # A row that is refused says more than a number that therefore differs.
    if not taken.refused and counts != bundle.manifest.counts:
        raise BundleRefused(Reason("counts", "submission.json", field="$.counts"))
    _take_reports(workspace, bundle, imported, taken)
    return taken


class _Counter:
    """Counts the records of a register, not their revisions, while the lines pass.

    They come sorted by record and number: so the first line of a record tells whether it is new,
    the last one whether it is voided.
    """

    def __init__(self) -> None:
        self.counts = RegisterCounts(new=0, changed=0, voided=0)

    def watch(self, lines: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines as they are."""
        records = new = voided = 0
        before: Mapping[str, object] = {}
        for line in lines:
            header = line.header
            if header["record"] != before.get("record"):
                records += 1
                new += header["number"] == 1
                voided += before.get("voided") is True
            before = header
            yield line
        voided += before.get("voided") is True
        self.counts = RegisterCounts(new=new, changed=records - new, voided=voided)


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        # A record's revisions stay together, so that its last one is projected once.
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _check_seq(bundle: OpenBundle, rows: int, seqs: set[int]) -> None:
    """Refuse a bundle that leaves out a revision between its base and its end."""
    stated = bundle.manifest.seq
    expected = set(range(stated.from_, stated.to + 1)) if stated is not None else set()
    if len(seqs) != rows or seqs != expected:
        raise BundleRefused(Reason("seq_incomplete", "submission.json", field="$.seq"))


def _take_batch(
    workspace: Workspace,
    bundle: OpenBundle,
    register: Register,
    batch: list[Line],
    imported: int,
    taken: Taken,
) -> None:
    judge = RowJudge(workspace, bundle.manifest, register, batch)
    revisions: list[Revision] = []
    last: dict[str, Revision] = {}
    for line in batch:
        revision = Revision(
            header_from(line.header), line.digest, cast("Mapping[str, object]", line.shared), None
        )
        if judge.is_same(revision):
            taken.same += 1
            continue
        reasons = judge.reasons(revision, line.row)
        if reasons:
            taken.refuse(reasons)
            continue
        judge.accept(revision)
        revisions.append(revision)
        if revision.header.number == 1:
            taken.new += 1
        else:
            taken.changed += 1
        last[revision.header.record] = revision
    workspace.store.revisions.append(revisions, imported)
    workspace.store.projections.write(_projected(workspace, register, last))


def _projected(
    workspace: Workspace, register: Register, last: Mapping[str, Revision]
) -> Iterator[Projected]:
    """Yield what the tables get: the highest revision known, which may be one of before."""
    numbers = workspace.store.revisions.last_numbers(last)
    for record, revision in last.items():
        newest = revision
        if numbers[record] > revision.header.number:
            newest = workspace.store.revisions.latest(record) or revision
        yield of_revision(register, newest)


def _take_reports(workspace: Workspace, bundle: OpenBundle, imported: int, taken: Taken) -> None:
    """Keep the signed figures and compare them with our own count at their "as of"."""
    sender = bundle.manifest.sender
    for code in bundle.manifest.periods:
        file, data = report_name(code), bundle.report(code)
        try:
            body, version = _report(data, code, sender.workspace)
            different = differing(workspace, body, parse_period(code), key_of(sender.unit))
        except (NotCanonical, Refusal, KeyError, TypeError, ValueError, AttributeError):
            raise BundleRefused(Reason("report_schema", file)) from None
        known = workspace.store.exchanged.last_report(sender.workspace, code)
        if known is not None and known.version >= version:
            if known.version == version and known.digest != sha256_hex(data):
                raise BundleRefused(Reason("report_changed", file))
            continue
        workspace.store.exchanged.add_report(
            Report(
                unit=key_of(sender.unit).text,
                workspace=sender.workspace,
                period=code,
                version=version,
                body=data.decode(),
                digest=sha256_hex(data),
                imported=imported,
            )
        )
        taken.remarks += [
            Reason("report_differs", file, field=indicator) for indicator in different
        ]


def _report(data: bytes, code: str, workspace: str) -> tuple[Mapping[str, canonical.Json], int]:
    """Read a report; ValueError and its like for one that is not about this period and sender."""
    body = cast("Mapping[str, canonical.Json]", canonical.load(data))
    version, as_of = body["version"], cast("dict[str, object]", body["as_of"])
    if body["period"] != code or set(as_of) != {workspace}:
        raise ValueError(code)
    if type(version) is not int or type(as_of[workspace]) is not int:
        raise TypeError(code)
    return body, version
