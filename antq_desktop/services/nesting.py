"""Bundles inside a consolidated one: each verified to its end, each taken as its receipt says.

The office that sends them stands for its subordinates: the way from a signer inside leads to its
authority, and from there, as it was found for the bundle around, to ours. Everything is judged as
of the moment at which that office judged it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.names import SIGNATURE
from antq_desktop.bundle.refusals import BundleRefused, Reason, inside, refused
from antq_desktop.crypto import canonical
from antq_desktop.crypto.certificates import BadCertificate, read_certificate, read_revocation_list
from antq_desktop.crypto.paths import issued_by
from antq_desktop.crypto.signatures import Trust
from antq_desktop.errors import Refusal
from antq_desktop.services.attachment_files import take_away
from antq_desktop.services.chaining import doubts_in, is_addressed_to
from antq_desktop.services.further_trust import further_at
from antq_desktop.services.signing import key_of, trust_now
from antq_desktop.services.taken import MOST_REASONS, Judged, Taken
from antq_desktop.services.taking_in import take_in
from antq_desktop.services.vouching import TAKEN, not_certified_by
from antq_desktop.store.passed_on import Inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from antq_desktop.bundle.bodies import ConsolidatedBody, Nested, Verdict
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.workspace import Workspace

_MANIFEST = "submission.json"
_COUNTS = frozenset({"accepted", "remarks"})


@dataclass
class _Taking:
    """One import of a consolidated bundle: what all levels have in common.

    ``known`` are the revocation lists that were here before; ``lists`` those of the authorities met
    so far with their numbers, by the fingerprint of the authority; ``problems`` are why a container
    inside is not believed.
    """

    workspace: Workspace
    imported: int
    via: str
    taken: Taken = field(default_factory=Taken)
    known: tuple[bytes, ...] = ()
    lists: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    problems: list[Reason] = field(default_factory=list)
    kept: bool = False
    files: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def trust(self, authority: bytes, moment: datetime) -> Trust:
        """Return against what something inside is judged: the authority of the office around."""
        lists = (*(der for _, der in self.lists.values()), *self.known)
        # Of further anchors each office trusts its own: nobody below can say whom they name.
        further = further_at(self.workspace, moment)
        return Trust((authority,), lists, moment, further=further)

    def add(self, part: Taken, places: tuple[str, ...]) -> None:
        """Count what became of one bundle's rows; ``places`` are the containers around it.

        Where rows inside contradict what is in, the office below has decided: that is remarked.
        """
        self.files += part.files
        part.reasons = list(_within(places, part.reasons))
        part.remarks = list(_within(places, part.remarks))
        if places:
            part.passed_on += part.same
            part.remarks += _within(places, part.forks)
            part.forks = []
        self.taken.join(part)


def _within(places: tuple[str, ...], reasons: list[Reason]) -> tuple[Reason, ...]:
    found = tuple(reasons)
    for name in reversed(places):
        found = inside(name, found)
    return found


def take_consolidated(
    workspace: Workspace,
    bundle: OpenBundle,
    imported: int,
    *,
    union: bool = False,
    kept: bool = False,
) -> Taken:
    """Take in what an office consolidated: its subordinates' bundles, then its own rows.

    It runs like ``take_in``, in whose terms ``union`` is about the sender's own rows. Raises
    BundleRefused with all reasons of all containers inside.
    """
    known = trust_now(workspace).revocation_lists
    taking = _Taking(workspace, imported, bundle.digest, known=known, kept=kept)
    try:
        _take_level(taking, bundle, (), None, union=union)
        _must_be_believed(taking)
    except BaseException:
        take_away(workspace, taking.files)
        raise
    taking.taken.files = taking.files
    _keep_lists(workspace, taking.lists)
    return taking.taken


def _must_be_believed(taking: _Taking) -> None:
    if taking.problems:
        reasons = [*taking.problems, *taking.taken.reasons]
        raise BundleRefused(*reasons[:MOST_REASONS])


def _take_level(
    taking: _Taking,
    bundle: OpenBundle,
    places: tuple[str, ...],
    judged: Judged | None,
    *,
    union: bool,
) -> None:
    """Take in what is inside a consolidated bundle, then what is its sender's own.

    A row that a later revision of its record mends may lie in a bundle before the one with that
    revision: those are judged once more when all are in.
    """
    body = cast("ConsolidatedBody", bundle.manifest.passed_on)
    _check_authority(taking, bundle, body)
    parts = [_part(taking, bundle, entry, places, judged) for entry in body.bundles]
    for entry, (first, found) in zip(body.bundles, parts, strict=True):
        part, problems = first, found
        if first.mendable:
            again, problems = _part(taking, bundle, entry, places, judged)
            part = first.mended_by(again)
        taking.taken.join(part)
        taking.problems += problems
    own = take_in(
        taking.workspace, bundle, taking.imported, union=union, judged=judged, kept=taking.kept
    )
    taking.add(own, places)


def _part(
    taking: _Taking,
    outer: OpenBundle,
    entry: Nested,
    places: tuple[str, ...],
    around: Judged | None,
) -> tuple[Taken, list[Reason]]:
    """Take in one bundle inside; return what became of its rows, and why it is not believed."""
    whole, taking.taken = taking.taken, Taken()
    before, taking.problems = taking.problems, []
    try:
        _take_nested(taking, outer, entry, places, around)
    except BundleRefused as error:
        taking.problems += _within(places, list(error.reasons))
    finally:
        part, taking.taken = taking.taken, whole
        problems, taking.problems = taking.problems, before
    return part, problems


def _check_authority(taking: _Taking, bundle: OpenBundle, body: ConsolidatedBody) -> None:
    """Refuse an authority that is not the one that was certified for the sender, and its list."""
    certified = bundle.signer.chain[0]
    try:
        own = read_certificate(body.authority)
        sound = issued_by(own.der, own.der) and own.is_authority
        made = read_revocation_list(body.revocation_list, own.der)
    except BadCertificate:
        raise refused("nested_authority", file=_MANIFEST, field="$.consolidated") from None
    if not sound or (own.public_key, own.holder) != (certified.public_key, certified.holder):
        raise refused("nested_authority", file=_MANIFEST, field="$.consolidated.authority")
    effective = made.revoked.get(bundle.signer.certificate.serial)
    if effective is not None and effective <= bundle.manifest.created_at:
        raise refused("signature_revoked", file=SIGNATURE)
    taking.lists[own.fingerprint] = (made.number, body.revocation_list)


def _take_nested(
    taking: _Taking,
    outer: OpenBundle,
    entry: Nested,
    places: tuple[str, ...],
    around: Judged | None,
) -> None:
    verdict = _answer(taking, outer, entry)
    if verdict.withdrawn or verdict.verdict not in _COUNTS:
        # The office does not count it and sends it for information: nothing in it is read.
        remark = Reason("nested_not_counted", entry.file)
        taking.taken.remarks += _within(places, [remark])
        return
    with _nested(taking, outer, entry.file, entry.received_at) as bundle:
        _check_place(taking.workspace, outer, entry, bundle)
        _check_verdict(verdict, bundle)
        if bundle.digest not in taking.seen:
            _keep(taking, outer, entry, bundle, verdict)
        inner = (*places, entry.file)
        # The office has decided.
        taking.taken.remarks += _within(inner, list(doubts_in(bundle)))
        _remark_gap(taking, bundle, inner)
        left_out = around.left_out if around is not None else frozenset()
        judged = Judged(verdict.received_at.date(), left_out.union(verdict.left_out))
        if bundle.manifest.passed_on is not None:
            _take_level(taking, bundle, inner, judged, union=True)
        else:
            # What does not follow from what is in here did so for the office that judged it.
            part = take_in(
                taking.workspace,
                bundle,
                taking.imported,
                union=True,
                judged=judged,
                kept=taking.kept,
            )
            taking.add(part, inner)


@contextmanager
def _nested(
    taking: _Taking, outer: OpenBundle, name: str, moment: datetime
) -> Iterator[OpenBundle]:
    """Open a container inside; reasons to refuse it, or what is in it, name it."""
    body = cast("ConsolidatedBody", outer.manifest.passed_on)
    try:
        with outer.nested(name, taking.trust(body.authority, moment)) as bundle:
            yield bundle
    except BundleRefused as error:
        raise BundleRefused(*inside(name, error.reasons)) from None


def _answer(taking: _Taking, outer: OpenBundle, entry: Nested) -> Verdict:
    """Return what the office answered to a bundle, from the receipt that lies beside it."""
    if not entry.received_at <= entry.answered_at <= outer.manifest.created_at:
        raise refused("nested_time", file=entry.file)
    with _nested(taking, outer, entry.receipt, entry.answered_at) as receipt:
        manifest = receipt.manifest
        body = manifest.receipt
        if body is None or manifest.class_ != outer.manifest.class_:
            raise refused("nested_receipt", file=_MANIFEST, field="$.kind")
        _check_answering(outer, receipt)
        recipient = manifest.recipient.unit if manifest.recipient is not None else None
        verdict = next((one for one in body.verdicts if one.digest == entry.digest), None)
        if recipient != entry.sender or verdict is None:
            raise refused("nested_receipt", file=_MANIFEST, field="$.receipt.verdicts")
        judged_between = entry.received_at <= verdict.received_at <= entry.answered_at
        if not judged_between or manifest.created_at != entry.answered_at:
            raise refused("nested_time", file=_MANIFEST, field="$.receipt.verdicts")
        return verdict


def _check_answering(outer: OpenBundle, receipt: OpenBundle) -> None:
    """Refuse a receipt that the sender of the consolidated bundle did not sign."""
    holder, sender = receipt.signer.certificate.holder, receipt.manifest.sender.unit
    ours = len(receipt.signer.chain) == 1 and holder is not None and holder.role == "office"
    if not ours or key_of(sender) != key_of(outer.manifest.sender.unit):
        raise refused("nested_receipt_signer", file=SIGNATURE)


def _check_place(
    workspace: Workspace, outer: OpenBundle, entry: Nested, bundle: OpenBundle
) -> None:
    """Refuse a bundle that is not the one that is spoken of, or has no place in this one."""
    manifest, sender = bundle.manifest, key_of(outer.manifest.sender.unit)
    if manifest.kind not in TAKEN:
        raise refused("nested_kind", file=_MANIFEST, field="$.kind")
    if manifest.class_ != workspace.place.class_:
        raise refused("other_class", file=_MANIFEST)
    if bundle.digest != entry.digest or key_of(manifest.sender.unit) != key_of(entry.sender):
        raise refused("nested_other", file=_MANIFEST, field="$.sender.unit")
    if not _is_below(workspace, key_of(manifest.sender.unit), sender):
        raise refused("nested_unit", file=_MANIFEST, field="$.sender.unit")
    if not is_addressed_to(workspace, manifest, sender):
        raise refused("nested_recipient", file=_MANIFEST, field="$.recipient")
    if not workspace.catalogue.reads(manifest.catalogue):
        raise refused("newer_catalogue", file=_MANIFEST, field="$.catalogue")
    body = cast("ConsolidatedBody", outer.manifest.passed_on)
    reason = not_certified_by(body.authority, bundle)
    if reason is not None:
        raise BundleRefused(reason)


def _is_below(workspace: Workspace, unit: UnitKey, office: UnitKey) -> bool:
    """Say whether a unit ever stood below an office, or below one that the office succeeds.

    An office speaks for its own subordinates alone, whomever else it certified.
    """
    try:
        above = {one.key for one in workspace.units.superiors(unit)}
    except Refusal:
        return False
    today = workspace.clock.today()
    return bool(above & {office, *workspace.units.succession.succeeded(office, today)})


def _check_verdict(verdict: Verdict, bundle: OpenBundle) -> None:
    manifest = bundle.manifest
    chain = manifest.chain.id if manifest.chain is not None else None
    stated = (verdict.bundle_id, verdict.chain, verdict.sequence)
    if stated != (manifest.bundle_id, chain, manifest.sequence):
        raise refused("nested_receipt", file=_MANIFEST, field="$.chain")


def _remark_gap(taking: _Taking, bundle: OpenBundle, places: tuple[str, ...]) -> None:
    """Say that a bundle builds on one that is not in here; rows that need it are refused anyway."""
    base, store = bundle.manifest.base, taking.workspace.store
    if base is None or base.digest in taking.seen:
        return
    if store.passed_on.is_inside(base.digest) or store.exchanged.counted(base.digest) is not None:
        return
    values = {"sequence": base.sequence}
    reason = Reason("nested_base_missing", _MANIFEST, field="$.base", values=values)
    taking.taken.remarks += _within(places, [reason])


def _keep(
    taking: _Taking, outer: OpenBundle, entry: Nested, bundle: OpenBundle, verdict: Verdict
) -> None:
    manifest = bundle.manifest
    taking.seen.add(bundle.digest)
    taking.workspace.store.passed_on.add_inside(
        Inside(
            via=taking.via,
            office=key_of(outer.manifest.sender.unit).text,
            digest=bundle.digest,
            bundle_id=manifest.bundle_id,
            kind=manifest.kind,
            unit=key_of(manifest.sender.unit).text,
            workspace=manifest.sender.workspace,
            chain=verdict.chain,
            sequence=verdict.sequence,
            periods=canonical.dump(list(manifest.periods)).decode(),
            verdict=verdict.verdict,
            received_at=entry.received_at.isoformat(timespec="seconds"),
            imported=taking.imported,
        )
    )


def _keep_lists(workspace: Workspace, lists: Mapping[str, tuple[int, bytes]]) -> None:
    """Keep the newest revocation list of each authority below."""
    below = workspace.document("lists_below")
    kept = dict(cast("Mapping[str, Mapping[str, canonical.Json]]", below))
    for fingerprint, (number, der) in lists.items():
        known = kept.get(fingerprint, {"number": 0})
        if number > cast("int", known["number"]):
            kept[fingerprint] = {"number": number, "list": der.hex()}
    workspace.store.meta.set("lists_below", cast("canonical.Json", kept))
