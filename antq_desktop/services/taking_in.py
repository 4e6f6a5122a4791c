"""Taking a submission in: every row judged, every row counted.

It runs inside a transaction that the caller commits or rolls back; a rehearsal and a verification
are the same work, rolled back. A record is taken up to its last sound revision: what was wrong on
the way there and is corrected in the same bundle is history.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.manifest import RegisterCounts
from antq_desktop.bundle.names import records_name, report_name
from antq_desktop.bundle.refusals import BundleRefused, Reason
from antq_desktop.crypto import canonical
from antq_desktop.crypto.canonical import NotCanonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.record import Revision, header_from
from antq_desktop.domain.switches import settings
from antq_desktop.errors import Refusal
from antq_desktop.services.frozen import figures_of_body
from antq_desktop.services.judging import RowJudge
from antq_desktop.services.pens import note_pens, writers
from antq_desktop.services.reason_words import is_mendable
from antq_desktop.services.report_papers import take_paper
from antq_desktop.services.reporting import differing, told_twice
from antq_desktop.services.signing import key_of
from antq_desktop.services.switching import switches_of
from antq_desktop.services.taken import Taken
from antq_desktop.services.taking_files import Named, still_to_come, take_files
from antq_desktop.store.exchange_rows import Report
from antq_desktop.store.projections import Projected, of_revision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from antq_desktop.bundle.lines import Line
    from antq_desktop.bundle.manifest import Manifest, Sender
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.register import Register
    from antq_desktop.services.taken import Judged
    from antq_desktop.services.workspace import Workspace

_BATCH = 1000


def take_in(
    workspace: Workspace,
    bundle: OpenBundle,
    imported: int,
    *,
    union: bool = False,
    judged: Judged | None = None,
    kept: bool = False,
) -> Taken:
    """Write all sound rows and reports of a sender; the caller keeps them or rolls back.

    With ``kept`` the attachments are written too: who rolls back takes the files away.

    ``judged`` says what the office below has decided before: rows that it left out are passed over.
    With ``union`` a row may contradict another of its number, and need not follow the one before.
    Raises BundleRefused for what makes the bundle itself unreadable.
    """
    taken = Taken()
    seen, named = _Seen(bundle.manifest), Named()
    counts: dict[str, RegisterCounts] = {}
    for name in bundle.registers:
        register = workspace.catalogue.by_name.get(name)
        if register is None:
            raise BundleRefused(Reason("unknown_register", records_name(name)))
        counter, before = _Counter(), Counter(taken.counts)
        today, left_out = (judged.on, judged.left_out) if judged else (None, frozenset[str]())
        judge = RowJudge(workspace, bundle.manifest, register, union=union, today=today)
        sender = bundle.manifest.sender.workspace
        taking = _Taking(workspace, judge, register, imported, taken, sender)
        lines = named.watch(counter.watch(bundle.records(name)))
        for batch in _batches(seen.watch(lines)):
            workspace.pulse(len(batch))
            taking.take([one for one in batch if one.digest not in left_out])
        taking.end()
        taken.registers[name] = Counter(taken.counts) - before
        counts[name] = counter.counts
    seen.check(bundle.manifest)
    note_pens(workspace, bundle.manifest, imported)
    # A row that is refused says more than a number that therefore differs.
    if not taken.refused and counts != bundle.manifest.counts:
        raise BundleRefused(Reason("counts", "submission.json", field="$.counts"))
    _take_reports(workspace, bundle, imported, taken)
    taken.files = take_files(workspace, bundle, named, imported, union=union, kept=kept)
    taken.remarks += still_to_come(workspace, bundle, named)
    return taken


class _Seen:
    """The ``seq`` of every row: none missing between the base and the end, none there twice.

    What was refused before comes again beside them.
    """

    def __init__(self, manifest: Manifest) -> None:
        self._others = frozenset(one.workspace for one in manifest.pens)
        self._rows = 0
        self._seqs: set[int] = set()

    def watch(self, lines: Iterator[Line]) -> Iterator[Line]:
        """Yield the lines as they are; those of workspaces that were taken over count apart."""
        for line in lines:
            if line.header["workspace"] not in self._others:
                self._rows += 1
                self._seqs.add(cast("int", line.header["seq"]))
            yield line

    def check(self, manifest: Manifest) -> None:
        """Refuse a bundle that leaves out a revision, or brings one that has no place in it."""
        stated = manifest.seq
        inside = [seq for seq in self._seqs if stated is not None and stated.covers(seq)]
        beside = self._seqs.difference(inside)
        again = manifest.base is not None and all(
            stated is None or seq < stated.from_ for seq in beside
        )
        whole = len(inside) == (stated.rows if stated is not None else 0)
        if len(self._seqs) != self._rows or not whole or (beside and not again):
            raise BundleRefused(Reason("seq_incomplete", "submission.json", field="$.seq"))


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
    while batch := list(islice(lines, _BATCH)):
        yield batch


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A revision that breaks a rule: taken if a later one of its record mends it.

    That may have come before it, where bundles inside another are judged one after the other.
    """

    revision: Revision
    reasons: list[Reason]


class _Taking:
    """Takes the rows of one register, which come sorted by record and number."""

    def __init__(
        self,
        workspace: Workspace,
        judge: RowJudge,
        register: Register,
        imported: int,
        taken: Taken,
        sender: str,
    ) -> None:
        self._workspace = workspace
        self._register = register
        self._imported = imported
        self._taken = taken
        self._judge = judge
        self._file = records_name(register.name)
        self._sender = sender
        self._record = ""
        self._refused = False
        self._waiting: list[_Waiting] = []
        self._sound: list[Revision] = []

    def take(self, batch: list[Line]) -> None:
        """Take the next rows; those of the last record may still wait for what follows them."""
        self._judge.know(batch)
        for line in batch:
            if line.header["record"] != self._record:
                self._end_record()
                self._record, self._refused = str(line.header["record"]), False
            self._take(
                Revision(
                    header_from(line.header),
                    line.digest,
                    cast("Mapping[str, object]", line.shared),
                    cast("Mapping[str, object] | None", line.private),
                ),
                line.row,
            )
        self._write()

    def end(self) -> None:
        """Settle the last record."""
        self._end_record()
        self._write()

    def _take(self, revision: Revision, row: int) -> None:
        if self._judge.is_same(revision):
            self._accept_waiting()
            self._taken.same += 1
            self._taken.passed_on += revision.header.workspace != self._sender
            self._refused = False
            return
        if self._refused:
            self._taken.refuse(revision, [Reason("row_depends", self._file, row)])
            return
        reasons = self._judge.reasons(revision, row)
        if not all(is_mendable(reason.rule) for reason in reasons):
            self._refuse_waiting()
            self._taken.refuse(revision, reasons)
            self._refused = True
            return
        self._taken.contradict(self._judge.contradictions(revision, row))
        self._judge.accept(revision)
        self._waiting.append(_Waiting(revision, reasons))
        if not reasons:
            self._accept_waiting()

    def _end_record(self) -> None:
        if self._waiting and self._is_followed(self._waiting[-1].revision):
            self._accept_waiting()
        self._refuse_waiting()

    def _is_followed(self, revision: Revision) -> bool:
        header = revision.header
        last = self._workspace.store.revisions.last_numbers([header.record])
        return last.get(header.record, 0) > header.number

    def _refuse_waiting(self) -> None:
        self._taken.mendable += len(self._waiting)
        for one in self._waiting:
            self._taken.refuse(one.revision, one.reasons)
        self._waiting.clear()

    def _accept_waiting(self) -> None:
        for one in self._waiting:
            self._sound.append(one.revision)
            if one.revision.header.number == 1:
                self._taken.new += 1
            else:
                self._taken.changed += 1
        self._waiting.clear()

    def _write(self) -> None:
        revisions, self._sound = self._sound, []
        self._workspace.store.revisions.append(revisions, self._imported)
        last = {one.header.record: one for one in revisions}
        projected = _projected(self._workspace, self._register, last)
        self._workspace.store.projections.write(projected)


def _projected(
    workspace: Workspace, register: Register, last: Mapping[str, Revision]
) -> Iterator[Projected]:
    """Yield what the tables get: the highest revision known, which may be one of before.

    Where two have that number, `latest` says which.
    """
    highest = workspace.store.revisions.highest(last)
    for record, revision in last.items():
        newest = revision
        if highest[record] != (revision.header.number, 1):
            newest = workspace.store.revisions.latest(record) or revision
        yield of_revision(register, newest)


def _take_reports(workspace: Workspace, bundle: OpenBundle, imported: int, taken: Taken) -> None:
    """Keep the signed figures and compare them with our own count at their "as of".

    All versions are kept, in whatever order they come.
    """
    sender, wide = bundle.manifest.sender, bundle.manifest.kind == "consolidated"
    for code in bundle.manifest.periods:
        file, data = report_name(code), bundle.report(code)
        try:
            makers = None if wide else writers(bundle.manifest)
            body, version = _report(data, code, makers)
            remarks = list(_remarks(workspace, body, parse_period(code), sender, file))
        except (NotCanonical, Refusal, KeyError, TypeError, ValueError, AttributeError):
            raise BundleRefused(Reason("report_schema", file)) from None
        taken.reports += 1
        digest = sha256_hex(data)
        report = Report(
            unit=key_of(sender.unit).text,
            workspace=sender.workspace,
            period=code,
            version=version,
            body=data.decode(),
            digest=digest,
            imported=imported,
        )
        taken.remarks += take_paper(workspace, bundle, report)
        versions = workspace.store.exchanged.version_digests(sender.workspace, code).get(
            version, set()
        )
        if digest in versions:
            if _came_with(workspace, report):  # judged once more, now that other rows are in
                taken.remarks += remarks
            continue
        if versions:
            taken.contradict([Reason("report_changed", file)])
        workspace.store.exchanged.add_report(report)
        taken.remarks += remarks


def _came_with(workspace: Workspace, report: Report) -> bool:
    """Say whether a report is in by the import that brings it now."""
    known = workspace.store.exchanged.versions(report.unit, report.period)
    return any((one.digest, one.imported) == (report.digest, report.imported) for one in known)


def _remarks(
    workspace: Workspace, body: Mapping[str, Json], period: Period, sender: Sender, file: str
) -> Iterator[Reason]:
    """Yield what the office must look at in a report."""
    version = cast("int", body["version"])
    if version > 1:
        yield Reason("report_corrected", file, field="$.version")
    if settings(cast("Mapping[str, Json]", body["switches"])) != switches_of(workspace):
        yield Reason("report_switches", file)
    for code in told_twice(workspace, body, period, sender.workspace):
        yield Reason("report_told_twice", file, field=f"$.entered.{code}")
    for indicator in differing(workspace, body, period, key_of(sender.unit)):
        yield Reason("report_differs", file, field=indicator)


def _report(
    data: bytes, code: str, makers: Collection[str] | None
) -> tuple[Mapping[str, Json], int]:
    """Read a report; ValueError and its like for one that is not about this period and sender.

    It is about the sender's workspace and those that it took over (``makers``); that of an office
    (None) is over the workspaces of all units below as well.
    """
    body = cast("Mapping[str, Json]", canonical.load(data))
    as_of = cast("dict[str, int]", body["as_of"])
    if body["period"] != code or not (makers is None or set() < set(as_of) <= set(makers)):
        raise ValueError(code)
    if not all(type(seq) is int for seq in as_of.values()):
        raise ValueError(code)
    version = body["version"]
    if type(version) is not int or version < 1:
        raise ValueError(code)
    figures_of_body(body)  # what is stored can be shown
    return body, version
