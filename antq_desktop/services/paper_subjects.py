"""Gathers what a form is filled from: figures, a bundle, a fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.writer import letters_of
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import (
    BundleSubject,
    FingerprintSubject,
    RecoverySubject,
    RegisterCount,
)
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.authority import authority_fingerprint
from antq_desktop.services.checking_paper import code_of_report
from antq_desktop.services.delivering import outbox
from antq_desktop.services.enrolling import show_request
from antq_desktop.services.paper_figures import figures_of
from antq_desktop.services.signing import anchor_of, key_of
from antq_desktop.services.submitting import office_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.paper_codes import PaperCode
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.printing.form import Form
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing

_KIND_LETTERS = {
    "submission": "S",
    "correction": "A",
    "consolidated": "C",
    "receipt": "R",
    "query": "Q",
    "directory": "D",
    "case": "H",
    "transfer": "T",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """The body of a form, what the journal names, and the day on which its issuer is judged.

    ``records`` are what the journal names instead, a line each, where one paper shows several;
    ``code`` binds the paper to the revision or the report that fills it.
    """

    body: object
    journal: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    records: Sequence[Mapping[str, str]] = ()
    code: PaperCode | None = None


def of_period(workspace: Workspace, form: Form, period: Period | None) -> Filled:
    """Return the figures of a period: those of the frozen report, else counted now."""
    if period is None:
        raise Refusal("paper.needs_period", form=form.code)
    report = workspace.store.exchanged.last_report(workspace.place.id, period.code)
    code = code_of_report(workspace, report) if report is not None else None
    named = {"period": period.code}
    return Filled(figures_of(workspace, period), named, period.last, code=code)


def of_bundle(workspace: Workspace, form: Form, bundle: Path | str | None) -> Filled:
    """Return a finished bundle that was signed here, read from its file and verified.

    ``bundle`` is the file (on the medium or in the outbox), or the id of the bundle.
    """
    if bundle is None:
        raise Refusal("paper.needs_bundle", form=form.code)
    sent = workspace.store.exchanged.outgoing()
    path = bundle if isinstance(bundle, Path) else _file_of(workspace, bundle, sent)
    try:
        with opened(workspace, path) as found:
            row = next((one for one in sent if one.digest == found.digest), None)
            if row is None:
                raise Refusal("paper.not_our_bundle", name=path.name)
            subject = _bundle_subject(workspace, path, found)
    except BundleRefused as refused:
        raise refusal_of(refused) from None
    reported = [period.last for period in subject.periods]
    day = max(reported, default=subject.created_at.date())
    return Filled(subject, {"bundle": row.bundle_id}, day)


def _file_of(workspace: Workspace, bundle: str, sent: Iterable[Outgoing]) -> Path:
    row = next((one for one in sent if bundle in {one.bundle_id, one.digest}), None)
    if row is None:
        raise Refusal("paper.unknown_bundle", id=bundle)
    return outbox(workspace) / row.file


def _bundle_subject(workspace: Workspace, path: Path, found: OpenBundle) -> BundleSubject:
    manifest, holder = found.manifest, found.signer.certificate.holder
    second = found.second.certificate.holder if found.second is not None else None
    transfer = manifest.transferred
    registers = workspace.catalogue.by_name
    return BundleSubject(
        kind=manifest.kind,
        file=path.name,
        size=path.stat().st_size,
        sequence=manifest.sequence,
        sender=_police(workspace, workspace.unit),
        recipient=_recipient(workspace, manifest),
        periods=tuple(parse_period(code) for code in manifest.periods),
        counts=tuple(
            RegisterCount(registers[name].label.vi, one.new, one.changed, one.voided)
            for name, one in manifest.counts.items()
        ),
        sha256=found.sha256,
        digest=found.digest,
        serial=manifest.sender.certificate,
        signer=holder.person if holder is not None else None,
        second=second.person if second is not None else None,
        created_at=manifest.created_at,
        qr=qr_content(manifest, found.sha256, found.digest),
        letters=letters_of(transfer.workspace) if transfer is not None else None,
    )


def qr_content(manifest: Manifest, sha256: str, digest: str) -> str:
    """Return what the code of a cover sheet says: 110 characters at most, capitals and digits.

    ``ANTQ1:<kind>:<workspace, 8>:<sequence>:<SHA-256 of the file>:<digest of the bundle, 16>``;
    ``docs/bundle-format.md`` specifies it.
    """
    parts = (
        "ANTQ1",
        _KIND_LETTERS[manifest.kind],
        manifest.sender.workspace.replace("-", "")[-8:],
        str(manifest.sequence or 0),
        sha256,
        digest[:16],
    )
    return ":".join(parts).upper()


def _recipient(workspace: Workspace, manifest: Manifest) -> str | None:
    """Return who receives the bundle; None for a directory, which goes to all below."""
    unit = manifest.recipient.unit if manifest.recipient is not None else None
    return _police(workspace, workspace.units.get(key_of(unit))) if unit is not None else None


def of_fingerprint(workspace: Workspace, form: Form, request: Path | str | None) -> Filled:
    """Return the fingerprint of a request, or without one that of the authority trusted here."""
    if isinstance(request, str):
        raise Refusal("paper.needs_request", form=form.code)
    if request is not None:
        asked = show_request(workspace, request)
        body = FingerprintSubject(asked.fingerprint, asked.unit_name, asked.person)
    elif workspace.place.role == "office":
        body = FingerprintSubject(
            authority_fingerprint(workspace), _police(workspace, workspace.unit), None
        )
    else:
        office = workspace.units.get(office_of(workspace))
        fingerprint = sha256_hex(anchor_of(workspace))
        body = FingerprintSubject(fingerprint, _police(workspace, office), None)
    return Filled(body, {"fingerprint": body.fingerprint})


def of_recovery(unit: Unit, user: str, day: date, secret: str) -> RecoverySubject:
    """Return what stands on a recovery sheet."""
    return RecoverySubject(unit.name, user, day, secret)


def _police(workspace: Workspace, unit: Unit) -> str:
    return issuer_of(unit, workspace.units, workspace.clock.today()).unit
