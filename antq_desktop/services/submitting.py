"""Submitting: everything that the office has not acknowledged, signed into one bundle."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, cast

from msgspec import UNSET
from msgspec.structs import replace
from uuid_utils import uuid7

from antq_desktop.bundle.lines import write_lines
from antq_desktop.bundle.manifest import Base, Chain, Continues, Recipient, RegisterCounts, SeqRange
from antq_desktop.bundle.names import paper_name, records_name, report_name
from antq_desktop.bundle.queries import CorrectionBody
from antq_desktop.bundle.scratch import Scratch
from antq_desktop.crypto import canonical
from antq_desktop.domain.problems import Finding, ProblemsFound
from antq_desktop.domain.rules import SEALED, check
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.services.delivering import outbox, sign_into_outbox
from antq_desktop.services.naming import answers_due, keep_names, names_the_same
from antq_desktop.services.pens import must_report_itself, told_pens
from antq_desktop.services.prepared import (
    clear_outbox,
    discard,
    frozen_before,
    keep_prepared,
    must_not_pass_over,
)
from antq_desktop.services.real_numbers import invented_problems
from antq_desktop.services.report_papers import papers_of
from antq_desktop.services.reporting import freeze
from antq_desktop.services.saving import confidential_fields, values_of
from antq_desktop.services.sending_files import (
    NOTHING,
    Luggage,
    entries_of,
    luggage,
    unsound_files,
)
from antq_desktop.services.sent import sent_versions
from antq_desktop.services.signature_policy import (
    BOTH,
    must_not_be_alone,
    signs_first,
    wants_two,
)
from antq_desktop.services.signing import manifest_of, own_signature, recipients_above, unit_ref
from antq_desktop.services.standard_tables import added_problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from antq_desktop.bundle.bodies import ConsolidatedBody
    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.writer import Source
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.services.delivering import Signed
    from antq_desktop.services.naming import Answering
    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing, Report

    Json = canonical.Json
    Object = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Due:
    """What a submission made now would hold: revisions with ``after`` < seq ≤ ``until``.

    ``again`` are digests of older ones that the office has refused one by one: they go with every
    bundle until they are in, so that a correction never comes without what it follows. ``luggage``
    are the attachments.
    ``beside`` are the workspaces that were taken over, with imports in place of the numbers.
    """

    chain: str
    base: Outgoing | None
    last: Outgoing | None
    after: int
    until: int
    counts: Mapping[str, RegisterCounts]
    again: tuple[str, ...] = ()
    luggage: Luggage = NOTHING
    beside: tuple[tuple[str, int, int], ...] = ()

    @property
    def ends(self) -> dict[str, int]:
        """The last import of each workspace that was taken over."""
        return {name: until for name, _, until in self.beside}

    @property
    def empty(self) -> bool:
        """Whether neither records nor files wait."""
        return not (self.counts or self.luggage.go)


@dataclass(frozen=True, slots=True)
class Passing:
    """What an office passes on: what its manifest says of it, and the containers by name."""

    body: ConsolidatedBody
    entries: Mapping[str, Source]


def due(workspace: Workspace, room: int | None = None) -> Due:
    """Return what the office has not acknowledged yet; ``room`` is for attachments, in bytes."""
    chain = _chain(workspace)
    exchanged = workspace.store.exchanged
    base = exchanged.last_acknowledged(chain)
    last = exchanged.last_in_chain(chain)
    after = exchanged.acknowledged_to(chain) if base is not None else 0
    until = workspace.store.revisions.last_seq(workspace.place.id)
    again = tuple(workspace.store.left_out.not_in(chain)) if base is not None else ()
    beside = beside_of(workspace, chain if base is not None else "")
    own = (workspace.place.id, after, until)
    counted = workspace.store.revisions.counts(own, again, beside)
    counts = {
        name: RegisterCounts(new=new, changed=changed, voided=voided)
        for name, (new, changed, voided) in counted.items()
    }
    files = luggage(workspace, chain, again, room)
    return Due(chain, base, last, after, until, counts, again, files, beside)


def beside_of(workspace: Workspace, chain: str) -> tuple[tuple[str, int, int], ...]:
    """Return after which and until which import revisions go of workspaces that were taken over.

    All where the receiver has acknowledged nothing of a chain (""): what it has by another way is
    the same again. By the import, not by ``seq``: of a copied PC older numbers may come later.
    """
    pens = workspace.store.pens
    known, ends = pens.acknowledged(chain), pens.imports(workspace.place.id)
    return tuple((name, known.get(name, 0), until) for name, until in ends.items())


def _chain(workspace: Workspace) -> str:
    """Return the id of the chain to the present office, "" if none has begun."""
    body = workspace.document("chain")
    office = cast("Json", office_of(workspace).as_json())
    return str(body["id"]) if body.get("recipient", office) == office and body else ""


def revisions_due(workspace: Workspace, register: str, found: Due) -> Iterator[Revision]:
    """Yield the revisions of a register that go, by record and number."""
    own = (workspace.place.id, found.after, found.until)
    return workspace.store.revisions.to_send(own, register, found.again, found.beside)


def submit(
    workspace: Workspace,
    periods: Sequence[Period],
    nil: Sequence[str],
    room: int | None = None,
    *,
    papers: bool = False,
) -> Outgoing:
    """Sign a submission into the outbox; ``deliver`` carries it from there.

    Where two people sign it waits there for the second (`preparing.countersign_prepared`); what was
    prepared before and holds something else is prepared anew, under the same number. Who is in
    command is first asked about what waits for him (``submission.prepared_waits``). One that
    answers queries of the office is a correction. ``room`` bounds the attachments, in bytes: what
    does not fit goes with a later bundle. With ``papers`` the printed report of each period goes
    along, drawn as its figures are frozen. What was signed already and is not answered is given
    back as it is, if nothing came since and its file is still there. ProblemsFound lists grave
    problems that must be settled first.
    """
    workspace.require_role("commune")
    must_report_itself(workspace)
    must_not_pass_over(workspace)
    two = signs_first(workspace)
    own = own_signature(workspace, first=two)
    must_be_the_office(workspace)
    found = due(workspace, room)
    codes = sorted({period.code for period in periods})
    answering = answers_due(workspace)
    before = signed_before(workspace, found, codes)
    if before is not None and not names_the_same(workspace, before, answering):
        before = None
    if before is not None and (outbox(workspace) / before.file).is_file():
        return before
    if found.empty and not codes and not answering.items:
        raise Refusal("submission.nothing")
    if two:
        must_not_be_alone(workspace)
    must_be_sound(workspace, found)
    # One transaction from the frozen figures to the row of the signed file: a power cut leaves
    # no report that was never signed.
    with workspace.store.atomic():
        if discard(workspace):
            found = due(workspace, room)
        begin_chain(workspace, found)
        known = frozen_before(workspace, codes)
        reports = [freeze(workspace, period, nil) for period in periods]
        told: dict[str, Json] = {"seq_from": found.after + 1, "seq_to": found.until}
        if two:
            workspace.note("prepare", **told, periods=cast("Json", codes))
        else:
            workspace.note("submit", **told, periods=cast("Json", codes))
        drawn = papers_of(workspace, reports) if papers else {}
        row = sign_due(workspace, found, codes, reports, own, answering=answering, papers=drawn).row
        keep_names(workspace, row.digest, answering)
        if two:
            keep_prepared(workspace, row, [one for one in reports if one.digest not in known])
    clear_outbox(workspace)
    return row


def begin_chain(workspace: Workspace, found: Due) -> None:
    """Begin the chain to the present office, where none has begun."""
    if not found.chain:
        recipient = cast("Json", office_of(workspace).as_json())
        workspace.store.meta.set(
            "chain", {"id": str(uuid7()), "continues": None, "recipient": recipient}
        )


def signed_before(workspace: Workspace, found: Due, codes: list[str]) -> Outgoing | None:
    """Return the bundle that holds just this already and is not answered, None without.

    One with an older version of a report holds something else.
    """
    last = found.last
    if (
        last is not None
        and last.verdict is None
        and (last.signatures == BOTH or not wants_two(workspace))
        and (last.seq_to or found.after) == found.until
        and canonical.load(last.periods.encode()) == codes
        and workspace.store.attachments.sent_with(last.digest) == found.luggage.keys
        and all(sent_versions(last)[code] == _version(workspace, code) for code in codes)
    ):
        return last
    return None


def _version(workspace: Workspace, code: str) -> int:
    report = workspace.store.exchanged.last_report(workspace.place.id, code)
    return report.version if report is not None else 1


def must_be_sound(workspace: Workspace, found: Due) -> None:
    """Refuse to sign while a record that goes has a grave problem: the office would refuse it."""
    findings = grave_findings(workspace, found)
    if findings:
        raise ProblemsFound("submission.problems", findings, count=len(findings))


def grave_findings(workspace: Workspace, found: Due) -> list[Finding]:
    """Return the records that would go and have grave problems, each with its id."""
    today = workspace.clock.today()
    findings = list(unsound_files(workspace, found.luggage))
    for name in found.counts:
        register = workspace.catalogue.by_name[name]
        marks = dict.fromkeys(confidential_fields(register), SEALED)
        revisions = revisions_due(workspace, name, found)
        for record, of_record in groupby(revisions, key=lambda one: one.header.record):
            *_, last = of_record
            if last.header.voided:
                continue
            sealed = marks if last.header.confidential is not None else {}
            values = values_of(register, last)
            problems = check(register, {**sealed, **values}, today)
            problems += added_problems(workspace, register, values)
            problems += invented_problems(workspace, register, values)
            if grave := tuple(one for one in problems if one.grave):
                findings.append(Finding(grave, record=record))
    return findings


def sign_due(
    workspace: Workspace,
    found: Due,
    codes: list[str],
    reports: Sequence[Report],
    own: OwnSignature,
    passing: Passing | None = None,
    *,
    answering: Answering | None = None,
    papers: Mapping[str, bytes] | None = None,
) -> Signed:
    """Sign what is due with its reports, and at an office what it passes on from below.

    What answers a query of the office is a correction. ``papers`` are printed reports by period.
    """
    manifest = _manifest(workspace, found, codes, own)
    if passing is not None:
        manifest = replace(manifest, kind="consolidated", consolidated=passing.body)
    if answering is not None and answering.items:
        body = CorrectionBody(answers=answering.items)
        manifest = replace(manifest, kind="correction", correction=body)
    with ExitStack() as stack:
        entries: dict[str, Source] = {report_name(one.period): one.body.encode() for one in reports}
        entries |= {paper_name(period): pdf for period, pdf in (papers or {}).items()}
        entries |= passing.entries if passing is not None else {}
        entries |= entries_of(workspace, found.luggage)
        for name in found.counts:
            # A year of records does not fit into memory on an old PC: it waits in a scratch file.
            scratch = stack.enter_context(Scratch(outbox(workspace)))
            revisions = revisions_due(workspace, name, found)
            pairs = ((revision.header.as_json(), revision.shared) for revision in revisions)
            write_lines(scratch, cast("Iterator[tuple[Object, Object]]", pairs))
            scratch.seek(0)
            entries[records_name(name)] = scratch
        signed = sign_into_outbox(
            workspace,
            manifest,
            entries,
            own,
            recipients=recipients_above(workspace),
            recipient_code=office_of(workspace).code,
            number=cast("int", manifest.sequence),
            versions={one.period: one.version for one in reports},
        )
    workspace.store.pens.bring(signed.row.digest, found.ends)
    workspace.store.left_out.send_again(signed.row.digest, found.again)
    workspace.store.attachments.send(signed.row.digest, found.luggage.keys)
    return signed


def _manifest(workspace: Workspace, found: Due, codes: list[str], own: OwnSignature) -> Manifest:
    office = office_of(workspace)
    chain = workspace.document("chain")
    continues = cast("Mapping[str, str] | None", chain["continues"])
    base, last = found.base, found.last
    return replace(
        manifest_of(workspace, "submission", Recipient(unit=unit_ref(office)), own.serial),
        chain=Chain(id=str(chain["id"]), workspace=workspace.place.id, recipient=unit_ref(office)),
        sequence=last.sequence + 1 if last is not None else 1,
        previous=last.digest if last is not None else None,
        base=Base(sequence=base.sequence, digest=base.digest) if base is not None else None,
        seq=seq_range(workspace, found),
        continues=(
            Continues(
                chain=continues["chain"],
                sequence=int(continues["sequence"]),
                digest=continues["digest"],
            )
            if continues and base is None
            else None
        ),
        signatures=BOTH if own.first else 1,
        periods=tuple(codes),
        counts=dict(found.counts),
        taken_over=told_pens(workspace) or UNSET,
    )


def seq_range(workspace: Workspace, found: Due) -> SeqRange | None:
    """Return what is brought up to date, with the numbers that restores have skipped."""
    if found.until <= found.after:
        return None
    skipped = cast("list[tuple[int, int]]", workspace.document("restored").get("gaps", []))
    gaps = tuple(
        (first, last) for first, last in skipped if found.after < first and last < found.until
    )
    return SeqRange(from_=found.after + 1, to=found.until, gaps=gaps)


def has_office(workspace: Workspace) -> bool:
    """Say whether an office has certified this unit, so that there is somebody to send to."""
    return bool(workspace.document("directory"))


def known_senders(workspace: Workspace) -> frozenset[str]:
    """Return the codes of the units whose bundles may lie on this unit's stick.

    They are its own and its office's. Empty at an office, where a stick of anybody is welcome.
    """
    if workspace.place.role == "office":
        return frozenset()
    office = {office_of(workspace).code} if has_office(workspace) else set()
    return frozenset({workspace.unit.key.code} | office)


def office_of(workspace: Workspace) -> UnitKey:
    """Return the office that certified this unit; Refusal before the enrolment."""
    directory = workspace.document("directory")
    if not directory:
        raise Refusal("identity.not_enrolled")
    return UnitKey.from_json(directory["office"])


def must_be_the_office(workspace: Workspace) -> None:
    """Refuse to send to an office that no longer is the one above in the tree of the police.

    A unit that is not there any more goes on sending to whoever certified it.
    """
    unit, today = workspace.unit, workspace.clock.today()
    above = workspace.units.superior(unit.key, today)
    if above is not None and above.key != office_of(workspace):
        raise Refusal("submission.other_office", name=above.name)
