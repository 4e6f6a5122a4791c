"""Gathers what a form is filled from: a record, figures, a bundle, a fingerprint."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.printing.issuers import issuer_of
from antq_desktop.printing.subjects import (
    BundleSubject,
    FingerprintSubject,
    RecordSubject,
    RecoverySubject,
    RegisterCount,
)
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.authority import authority_fingerprint
from antq_desktop.services.delivering import outbox
from antq_desktop.services.enrolling import show_request
from antq_desktop.services.looking import find_record, reveal, show_record
from antq_desktop.services.paper_figures import figures_of
from antq_desktop.services.signing import anchor_of, key_of
from antq_desktop.services.submitting import office_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.domain.fields import Field
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.units import Unit
    from antq_desktop.printing.form import Form
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from antq_desktop.store.queries import Line

_KIND_LETTERS = {"submission": "S", "consolidated": "C", "receipt": "R", "directory": "D"}


@dataclass(frozen=True, slots=True)
class Filled:
    """The body of a form, what the journal names, and the day on which its issuer is judged."""

    body: object
    journal: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None


def blank(form: Form) -> Filled:
    """Return the body of a form for handwriting; Refusal for one that means nothing empty."""
    if not form.blank:
        raise Refusal("paper.not_blank", form=form.code)
    return Filled(None, {"blank": "yes"})


def of_record(
    workspace: Workspace, form: Form, text: str | None, reveal_reason: str | None
) -> Filled:
    """Return a registered record; its sealed fields only for the head who gives a reason."""
    if text is None:
        raise Refusal("paper.needs_record", form=form.code)
    record = find_record(workspace, text)
    line = cast("Line", workspace.store.queries.line(record))
    if line.register != form.register:
        raise Refusal("paper.other_register", form=form.code, id=text)
    if line.draft:
        raise Refusal("paper.draft")
    book = str(line.book)
    if line.voided:
        raise Refusal("paper.voided", number=book)
    revision = workspace.store.revisions.latest(record)
    if revision is None or revision.private is None:
        raise Refusal("paper.not_here", number=book)
    shown = show_record(workspace, record)
    register = workspace.catalogue.by_name[line.register]
    subject = RecordSubject(
        register,
        book,
        shown.values,
        _unit_names(workspace, register.fields, shown.values),
        sealed=shown.has_confidential,
    )
    day = _day(shown.values.get(register.event_field))
    hindrance = form.hindrance(subject) if form.hindrance is not None else None
    if hindrance is not None:
        raise Refusal(hindrance, number=book)
    if day is not None and not form.valid_on(day):
        raise Refusal("paper.not_in_use", form=form.code, number=book)
    if reveal_reason is not None:
        confidential = reveal(workspace, record, reason=reveal_reason)
        subject = subject.revealed(
            confidential, _unit_names(workspace, register.fields, confidential)
        )
    journal = {"record": record, "register": register.name, "book": book}
    return Filled(subject, journal, day)


def _unit_names(
    workspace: Workspace, fields: Iterable[Field], values: Mapping[str, object]
) -> dict[str, str]:
    """Return the names of all units that values point to, by the text of their keys."""
    found: dict[str, str] = {}
    for key in _unit_keys(fields, values):
        try:
            found[key.text] = workspace.units.get(key).name
        except Refusal:
            found[key.text] = key.text  # a newer tree may have dropped it: the code still names it
    return found


def _unit_keys(fields: Iterable[Field], values: Mapping[str, object]) -> Iterator[UnitKey]:
    for one in fields:
        value = values.get(one.name)
        if value is None:
            continue
        if one.kind is Kind.UNIT:
            yield UnitKey.from_json(value)
        elif one.kind is Kind.PERSON:
            yield from _unit_keys(PERSON_FIELDS, cast("Mapping[str, object]", value))
        elif one.kind is Kind.ROWS:
            for row in cast("list[Mapping[str, object]]", value):
                yield from _unit_keys(one.columns, row)


def _day(value: object) -> date | None:
    return datetime.fromisoformat(value).date() if isinstance(value, str) else None


def of_period(workspace: Workspace, form: Form, period: Period | None) -> Filled:
    """Return the figures of a period: those of the frozen report, else counted now."""
    if period is None:
        raise Refusal("paper.needs_period", form=form.code)
    return Filled(figures_of(workspace, period), {"period": period.code}, period.last)


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
        created_at=manifest.created_at,
        qr=qr_content(manifest, found.sha256, found.digest),
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
