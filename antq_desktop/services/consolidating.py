"""Consolidating: what an office passes on to the one above, with the receipts that it gave.

It carries every subordinate's bundle that counts here and that the upper office has not
acknowledged, byte for byte as it was under its seal, and the office's own rows and figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.bodies import ConsolidatedBody, Nested
from antq_desktop.bundle.names import nested_name, nested_receipt_name
from antq_desktop.bundle.opening import unsealed
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import answer
from antq_desktop.services.arriving import identities, refusal_of
from antq_desktop.services.budgeting import pack
from antq_desktop.services.delivering import outbox
from antq_desktop.services.naming import answers_due, names_the_same
from antq_desktop.services.report_papers import papers_of
from antq_desktop.services.reporting import freeze
from antq_desktop.services.sending_files import MOST_FILES, luggage
from antq_desktop.services.signing import (
    anchor_of,
    certified_above,
    own_signature,
    revoked_serials,
    unit_ref,
)
from antq_desktop.services.submitting import (
    Passing,
    begin_chain,
    due,
    has_office,
    must_be_sound,
    must_be_the_office,
    sign_due,
    signed_before,
    submit,
)
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.bundle.writer import Source
    from antq_desktop.domain.periods import Period
    from antq_desktop.services.signing import OwnSignature
    from antq_desktop.services.submitting import Due
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming, Outgoing


@dataclass(frozen=True, slots=True)
class DueAbove:
    """What would go up now: own rows as for a submission, and the bundles from below.

    ``later`` are those that do not fit and go with the next bundle, ``stuck`` those that are too
    large to be passed on at all.
    """

    own: Due
    bundles: tuple[Incoming, ...]
    later: tuple[Incoming, ...] = ()
    stuck: tuple[Incoming, ...] = ()

    @property
    def digests(self) -> frozenset[str]:
        """The digests of the bundles from below."""
        return frozenset(one.digest for one in self.bundles)


def goes_up(workspace: Workspace) -> bool:
    """Say whether this office passes on what it receives: the one above has certified it."""
    return has_office(workspace) and bool(certified_above(workspace))


def must_go_up(workspace: Workspace) -> None:
    """Refuse at an office which the one above has not certified, or certifies no more."""
    if workspace.place.role == "commune":
        return
    chain = certified_above(workspace)
    if not chain:
        raise Refusal("identity.not_certified")
    if read_certificate(chain[0]).serial in revoked_serials(workspace):
        raise Refusal("identity.revoked")


def due_above(workspace: Workspace) -> DueAbove:
    """Return what the office above has not acknowledged yet."""
    own = due(workspace)
    if workspace.place.role == "commune":
        return DueAbove(own, ())
    known = _acknowledged(workspace, own.base)
    taken = workspace.store.exchanged.taken()
    # Of what the office above refused row by row, our own rows go again, and the bundles that hold
    # the others: nobody signs a subordinate's rows for it.
    brought = workspace.store.revisions.imports_of(own.again)
    holding = {brought[one] for one in own.again if brought.get(one) is not None}
    waiting = (one for one in taken if one.digest not in known or one.imported in holding)
    packed = pack(workspace, waiting)
    going = {None, *(one.imported for one in packed.go)}
    again = tuple(one for one in own.again if brought.get(one) in going)
    left = packed.left
    files = luggage(workspace, own.chain, again, left.unpacked, min(left.files, MOST_FILES))
    own = replace(own, again=again, luggage=files)
    return DueAbove(own, packed.go, packed.later, packed.stuck)


def _acknowledged(workspace: Workspace, base: Outgoing | None) -> set[str]:
    """Return what an acknowledged bundle carries, and those that it builds on."""
    sent = {one.digest: one for one in workspace.store.exchanged.outgoing("consolidated")}
    carried = workspace.store.passed_on.all_carried()
    found: set[str] = set()
    while base is not None:
        found.update(carried.get(base.digest, ()))
        base = sent.get(base.base or "")
    return found


def signed_above(workspace: Workspace, found: DueAbove, codes: list[str]) -> Outgoing | None:
    """Return the bundle that holds just this already and is not answered, None without."""
    before = signed_before(workspace, found.own, codes)
    if before is None or workspace.place.role == "commune":
        same = before is None or names_the_same(workspace, before, answers_due(workspace))
        return before if same else None
    carried = workspace.store.passed_on.carried_by(before.digest)
    return before if carried == found.digests else None


def send_up(
    workspace: Workspace, periods: Sequence[Period], nil: Sequence[str], *, papers: bool = False
) -> Outgoing:
    """Sign what is due to the office above: a submission, or what an office consolidates.

    With ``papers`` the printed report of each period goes along.
    """
    if workspace.place.role == "commune":
        return submit(workspace, periods, nil, papers=papers)
    return consolidate(workspace, periods, nil, papers=papers)


def consolidate(
    workspace: Workspace, periods: Sequence[Period], nil: Sequence[str], *, papers: bool = False
) -> Outgoing:
    """Sign a consolidated bundle into the outbox; ``deliver`` carries it from there.

    Bundles from below that were not answered are answered first: each goes with its receipt. What
    was signed already and is not answered is given back as it is. ProblemsFound lists grave
    problems of own records; Refusal before the office above has certified this one.
    """
    workspace.require_role("office")
    own = own_signature(workspace)
    must_go_up(workspace)
    must_be_the_office(workspace)
    found = due_above(workspace)
    codes = sorted({period.code for period in periods})
    before = signed_above(workspace, found, codes)
    if before is not None and (outbox(workspace) / before.file).is_file():
        return before
    if found.own.empty and not (found.bundles or codes):
        raise Refusal("submission.nothing")
    must_be_sound(workspace, found.own)
    receipts = _receipts(workspace, found.bundles, own)
    with workspace.store.atomic():
        begin_chain(workspace, found.own)
        reports = [freeze(workspace, period, nil) for period in periods]
        workspace.note(
            "consolidate", bundles=len(found.bundles), seq_to=found.own.until, periods=codes
        )
        drawn = papers_of(workspace, reports) if papers else {}
        passing = _passing(workspace, found.bundles, receipts)
        try:
            row = sign_due(workspace, found.own, codes, reports, own, passing, papers=drawn).row
        except BundleRefused as refused:
            raise refusal_of(refused) from None
        workspace.store.passed_on.carry(row.digest, sorted(found.digests))
        return row


def _receipts(
    workspace: Workspace, bundles: Sequence[Incoming], own: OwnSignature
) -> Mapping[str, Outgoing]:
    """Return the newest receipt of each bundle by its digest; what has none is answered now."""
    newest = _newest_receipts(workspace)
    found: dict[str, Outgoing] = {}
    without: dict[tuple[str, str], list[Incoming]] = {}
    for bundle in bundles:
        given = newest.get(bundle.digest)
        if given is not None and given.created_at >= bundle.received_at:
            found[bundle.digest] = given
        else:
            without.setdefault((bundle.workspace, bundle.unit), []).append(bundle)
    for unanswered in without.values():
        signed = answer(workspace, unanswered, own)
        found |= {one.digest: signed.row for one in unanswered}
    return found


def _newest_receipts(workspace: Workspace) -> Mapping[str, Outgoing]:
    """Return the newest receipt that is here for each bundle, by the bundle's digest.

    One that a clock ahead of today has signed answers nothing yet.
    """
    now, carried = workspace.clock.stamp(), workspace.store.passed_on.all_carried()
    return {
        digest: one
        for one in workspace.store.exchanged.outgoing("receipt")
        if one.created_at <= now and (outbox(workspace) / one.file).is_file()
        for digest in carried.get(one.digest, ())
    }


def _passing(
    workspace: Workspace, bundles: Sequence[Incoming], receipts: Mapping[str, Outgoing]
) -> Passing:
    """Return what the manifest says of the bundles from below, and where their bytes are."""
    authority = cast("Mapping[str, str]", workspace.document("authority"))
    first_came = workspace.store.exchanged.first_came
    nested: list[Nested] = []
    entries: dict[str, Source] = {}
    for bundle in bundles:
        receipt, stem = receipts[bundle.digest], _stem(bundle)
        came = first_came(bundle.digest) or bundle.received_at
        one = Nested(
            file=nested_name(stem),
            receipt=nested_receipt_name(stem),
            digest=bundle.digest,
            sender=unit_ref(parse_unit_key(bundle.unit)),
            received_at=cast("datetime", moment_of(came)),
            answered_at=cast("datetime", moment_of(receipt.created_at)),
        )
        nested.append(one)
        inbox = workspace.paths.data / "inbox"
        entries[one.file] = _container(workspace, inbox / bundle.file, bundle.digest)
        entries[one.receipt] = _container(
            workspace, outbox(workspace) / receipt.file, receipt.digest
        )
    body = ConsolidatedBody(
        authority=anchor_of(workspace),
        revocation_list=bytes.fromhex(authority["revocation_list"]),
        bundles=tuple(nested),
    )
    return Passing(body, entries)


def _stem(bundle: Incoming) -> str:
    """Return what names a bundle inside: its unit, its number in the chain, and its digest."""
    code = parse_unit_key(bundle.unit).code
    return f"{code}-{bundle.sequence or 0:06d}-{bundle.digest[:12]}"


def _container(workspace: Workspace, path: Path, digest: str) -> Source:
    if not path.is_file():
        raise Refusal("store.file_gone", name=path.name)
    return partial(
        unsealed, path, identities(workspace), digest=digest, scratch_folder=outbox(workspace)
    )
