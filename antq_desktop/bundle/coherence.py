"""Whether the members of a manifest fit its kind and each other, as its types cannot say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from msgspec import UNSET

from antq_desktop.bundle.bodies import BODIES
from antq_desktop.bundle.cases import answers_fit, case_fits
from antq_desktop.bundle.names import nested_receipt_name, nested_stem
from antq_desktop.bundle.schema import in_zone
from antq_desktop.bundle.transfers import body_fits, taken_over_fits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.bundle.bodies import CalendarTable, ConsolidatedBody, DirectoryBody, Nested
    from antq_desktop.bundle.manifest import Manifest, SeqRange
    from antq_desktop.bundle.queries import QueryBody

_CHAINED: Final = ("submission", "correction", "consolidated", "transfer")
_SIGNED_TWICE: Final = frozenset({"submission", "correction"})
"""What a second person may sign: what a unit reports."""
_IN_CHAIN: Final = ("chain", "sequence", "previous", "base", "seq", "continues")


def broken_members(manifest: Manifest) -> list[str]:
    """Return the paths of members that do not fit the kind of the manifest, or each other."""
    kind, seq, base = manifest.kind, manifest.seq, manifest.base
    verdicts = manifest.receipt.verdicts if manifest.receipt else ()
    cases = manifest.receipt.cases if manifest.receipt else ()
    checks = {
        "$.recipient": _recipient_fits(manifest),
        "$.chain": _chain_fits(manifest),
        "$.base": base is None or base.sequence < (manifest.sequence or 0),
        "$.seq": seq is None or (seq.from_ <= seq.to and _gaps_fit(seq)),
        "$.signatures": manifest.signatures == 1 or kind in _SIGNED_TWICE,
        "$.created_at": in_zone(manifest.created_at),
        "$.journal": (manifest.journal is None) == (kind == "request"),
        "$.periods": _ascending(manifest.periods),
        "$.files": _ascending([entry.path for entry in manifest.files]),
        "$.receipt.verdicts": all(in_zone(verdict.received_at) for verdict in verdicts),
        "$.receipt.cases": answers_fit(cases) and not (cases and verdicts),
    }
    for body in BODIES:
        checks[f"$.{body}"] = _is_absent(getattr(manifest, body)) == (kind != body)
    checks["$.consolidated.bundles"] = _bundles_fit(manifest.passed_on)
    checks["$.query"] = checks["$.query"] and _queries_fit(manifest.asked)
    answered = [one.query for one in manifest.answers]
    table = manifest.directory.calendar if manifest.directory else None
    checks["$.directory.policy"] = _policy_fits(manifest.directory)
    said = manifest.receipt.policy.since if manifest.receipt else None
    checks["$.receipt.policy"] = said is None
    checks["$.directory.calendar"] = table is None or calendar_fits(table)
    checks["$.correction"] = checks["$.correction"] and _ascending(answered)
    checks["$.case"] = checks["$.case"] and case_fits(manifest.handed_over)
    over = body_fits(manifest.transferred, manifest.sender.workspace)
    checks["$.transfer"] = checks["$.transfer"] and over
    checks["$.taken_over"] = taken_over_fits(manifest)
    return [path for path, fits in checks.items() if not fits]


def _policy_fits(body: DirectoryBody | None) -> bool:
    """Say whether a directory that wants two signatures, and only that, says since when."""
    return body is None or (body.policy.since is not None) == (body.policy.signatures != 1)


def _is_absent(body: object) -> bool:
    return body is None or body is UNSET


def _bundles_fit(body: ConsolidatedBody | None) -> bool:
    """Say whether each bundle stands once, beside the receipt of its name, at possible moments."""
    bundles = body.bundles if body is not None else ()
    return len({one.file for one in bundles}) == len({one.digest for one in bundles}) == len(
        bundles
    ) and all(_nested_fits(one) for one in bundles)


def calendar_fits(table: CalendarTable) -> bool:
    """Say whether what was corrected stands in order, once each, and is what the days say."""
    days = [one.day for one in table.corrections]
    off, worked = set(table.days_off), set(table.working_days)
    lists = (table.unverified, days, [one.year for one in table.notices])
    known = table.official_to is not None
    return (
        all(map(_ascending, lists))
        and (known or not any(lists))
        and all(one.day in (worked if one.kind == "worked" else off) for one in table.corrections)
        and all(one.verified != (one.day in table.unverified) for one in table.corrections)
    )


def _queries_fit(body: QueryBody | None) -> bool:
    """Say whether each query stands once, in order, and none of them is withdrawn as well."""
    if body is None:
        return True
    ids = [one.id for one in body.items]
    return (
        bool(ids or body.withdrawn)
        and _ascending(ids)
        and _ascending(body.withdrawn)
        and not set(ids) & set(body.withdrawn)
        and all(in_zone(one.asked_at) and one.again != one.id for one in body.items)
    )


def _nested_fits(one: Nested) -> bool:
    stem = nested_stem(one.file)
    return (
        stem is not None
        and one.receipt == nested_receipt_name(stem)
        and in_zone(one.received_at)
        and in_zone(one.answered_at)
        and one.received_at <= one.answered_at
    )


def _recipient_fits(manifest: Manifest) -> bool:
    recipient = manifest.recipient
    if manifest.kind == "request" or recipient is None:
        return manifest.kind == "request" and recipient is None
    to_all = manifest.kind == "directory"
    return (recipient.scope is not None) == to_all and (recipient.unit is None) == to_all


def _chain_fits(manifest: Manifest) -> bool:
    chain = manifest.chain
    if manifest.kind not in _CHAINED:
        in_chain = any(getattr(manifest, name) is not None for name in _IN_CHAIN)
        return not (in_chain or manifest.periods or manifest.counts)
    return (
        chain is not None
        and manifest.recipient is not None
        and chain.recipient == manifest.recipient.unit
        and chain.workspace == manifest.sender.workspace
        and manifest.sequence is not None
        and (manifest.previous is None) == (manifest.sequence == 1)
    )


def _gaps_fit(seq: SeqRange) -> bool:
    """Say whether the gaps lie inside the range, ascending and apart, and leave its last number."""
    last_before = seq.from_ - 1
    for first, last in seq.gaps:
        if not last_before < first <= last < seq.to:
            return False
        last_before = last
    return True


def _ascending(names: Sequence[Any]) -> bool:
    return all(before < after for before, after in pairwise(names))
