"""Vectors of the other kinds: a request, a directory, a receipt, with the README of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from msgspec.structs import replace as with_fields

from antq_desktop.bundle import names
from antq_desktop.bundle.bodies import (
    CalendarTable,
    CodeTables,
    DirectoryBody,
    Policy,
    ReceiptBody,
    Receiver,
    RequestBody,
    UnitRow,
    UnitTable,
    Verdict,
    VerdictCounts,
    VerdictReason,
)
from antq_desktop.bundle.manifest import (
    FileEntry,
    Manifest,
    NamedUnit,
    Recipient,
    Sender,
    to_bytes,
)
from antq_desktop.bundle.queries import QueryBody, QueryItem
from antq_desktop.bundle.readme import readme
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.holders import alternative_name_of, subject_of
from tests.unit.bundle.world import BUNDLE, CHAIN, HOLDER, MOMENT, OFFICE, WORKSPACE, submission
from tests.vectors.cms import WHOLE
from tests.vectors.members import (
    AUTHORITIES,
    DEMO,
    FOREIGN,
    Member,
    Ways,
    authority_named,
    identity,
    member,
    office,
)
from tests.vectors.packing import stored, with_signature

if TYPE_CHECKING:
    from tests.unit.bundle.world import Files

OFFICE_SIGNER = Ways(key="office-p256", holder=replace(office(DEMO), person="Phạm Văn Mẫu"))
SELF_SIGNED = Ways(issuer=None)
POLICY = Policy(import_policy="whole", signatures=1)
QUERY = "019754a0-6c00-7000-8000-000000000001"
WITHDRAWN = "019754a0-6c00-7000-8000-000000000002"
RECORD = "019754a0-6c00-7000-8000-000000000011"
NO_CHAIN: dict[str, Any] = {
    "chain": None,
    "sequence": None,
    "seq": None,
    "periods": (),
    "counts": {},
}


def request() -> bytes:
    """Return a request, which its own certificate signs."""
    return stored(request_files(SELF_SIGNED))


def request_files(ways: Ways) -> Files:
    """Return the files of a request that is signed with a certificate made in these ways."""
    signer = member(ways)
    builder = x509.CertificateSigningRequestBuilder(subject_of(ways.holder))
    builder = builder.add_extension(alternative_name_of(ways.holder), critical=False)
    key: Any = signer.key
    csr = builder.sign(key, hashes.SHA256(), ecdsa_deterministic=True)
    manifest = submission(
        signer.serial,
        **NO_CHAIN,
        kind="request",
        recipient=None,
        journal=None,
        request=RequestBody(
            csr=csr.public_bytes(serialization.Encoding.DER),
            age_recipient=identity("sender").recipient,
            person=HOLDER.person,
            role=HOLDER.role,
        ),
    )
    return _whole(manifest, signer)


def directory() -> bytes:
    """Return the container of a directory."""
    signer = member(OFFICE_SIGNER)
    body = DirectoryBody(
        version=1,
        authority=authority_named("authority").der,
        certificates=(member(Ways()).der,),
        recipients=(
            Receiver(
                unit=OFFICE, workspace=WORKSPACE, age_recipient=identity("receiver").recipient
            ),
        ),
        revocation_list=revocation_list("authority"),
        units=UnitTable(
            version="2025-07-01",
            source="thử nghiệm",
            rows=(
                UnitRow("347", "Thành phố Thử Nghiệm", "city", 2, None, None, None, remote=False),
                UnitRow("13285", "Phường Quang Trung", "ward", 3, "347", None, None, remote=False),
            ),
        ),
        code_tables=CodeTables(version="2025.1"),
        calendar=CalendarTable(
            version="2025",
            days_off=(MOMENT.date(),),
            working_days=(),
            first=MOMENT.date(),
            last=MOMENT.date() + timedelta(days=30),
        ),
        policy=POLICY,
        switches={"late": "on"},
    )
    manifest = submission(
        **NO_CHAIN, kind="directory", recipient=Recipient(scope="subordinates"), directory=body
    )
    return stored(_whole(_of_office(manifest, signer), signer))


def query(**item: Any) -> bytes:
    """Return the container of a query; ``item`` are members of the one record that it returns."""
    signer = member(OFFICE_SIGNER)
    values: dict[str, Any] = {
        "id": QUERY,
        "record": RECORD,
        "register": "disputes",
        "number": 1,
        "field": "parties[1].role",
        "rule": "row_rule",
        "text": "Đề nghị kiểm tra lại ngày xảy ra.",
        "due": MOMENT.date() + timedelta(days=10),
        "asked_at": MOMENT,
        "again": None,
    }
    body = QueryBody(items=(QueryItem(**(values | item)),), withdrawn=(WITHDRAWN,))
    unit = Recipient(unit=UnitRef(code="13285", valid_from=None))
    manifest = submission(**NO_CHAIN, kind="query", recipient=unit, query=body)
    return stored(_whole(_of_office(manifest, signer), signer))


def receipt() -> bytes:
    """Return the container of a receipt."""
    signer = member(OFFICE_SIGNER)
    verdict = Verdict(
        bundle_id=BUNDLE,
        digest="a" * 64,
        chain=CHAIN,
        sequence=1,
        verdict="refused",
        received_at=MOMENT,
        content="verdicts.rows_refused",
        counts=VerdictCounts(new=0, changed=0, same=0, refused=2),
        reasons=(
            VerdictReason(
                file="records/disputes.jsonl", row=2, field="$.shared.kind", rule="row_value"
            ),
        ),
        withdrawn=False,
        base_ok=False,
    )
    body = ReceiptBody(verdicts=(verdict,), policy=POLICY, journal_seen=None)
    unit = Recipient(unit=UnitRef(code="13285", valid_from=None))
    manifest = submission(**NO_CHAIN, kind="receipt", recipient=unit, receipt=body)
    return stored(_whole(_of_office(manifest, signer), signer))


def revocation_list(authority: str) -> bytes:
    """Return the revocation list of an authority: it revokes the certificates made below."""
    issuer = authority_named(authority)
    further = FURTHER.get(authority)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(MOMENT - timedelta(days=9))
        .next_update(issuer.certificate.not_valid_after_utc if further is None else FURTHER_DUE)
        .add_extension(x509.CRLNumber(1), critical=False)
    )
    for ways, (known, since) in (LISTED if further is None else further).items():
        entry = x509.RevokedCertificateBuilder()
        entry = entry.serial_number(member(ways).certificate.serial_number).revocation_date(known)
        if since is not None:
            invalid = x509.InvalidityDate(since.astimezone(UTC).replace(tzinfo=None))
            entry = entry.add_extension(invalid, critical=False)
        builder = builder.add_revoked_certificate(entry.build())
    key: Any = issuer.key
    is_ecdsa = isinstance(key, ec.EllipticCurvePrivateKey)
    made = builder.sign(key, hashes.SHA256(), ecdsa_deterministic=is_ecdsa or None)
    return made.public_bytes(serialization.Encoding.DER)


REVOKED = Ways(key="revoked-p256", holder=replace(HOLDER, person="Trần Thị Mẫu"))
REVOKED_LATER = replace(REVOKED, holder=replace(HOLDER, person="Phan Thị Mẫu"))
STOLEN = replace(REVOKED, holder=replace(HOLDER, person="Bùi Văn Mẫu"))
LISTED = {
    REVOKED: (MOMENT - timedelta(days=10), None),
    REVOKED_LATER: (MOMENT + timedelta(days=10), None),
    STOLEN: (MOMENT + timedelta(days=5), MOMENT - timedelta(days=5)),
}
"""Whose certificates are revoked: when that was told, and when the key was lost, if sooner."""
FURTHER_REVOKED = replace(FOREIGN, key="revoked-p256", holder=REVOKED.holder)
FURTHER_LATER = replace(FURTHER_REVOKED, holder=REVOKED_LATER.holder)
FURTHER_STOLEN = replace(FURTHER_REVOKED, holder=STOLEN.holder)
FURTHER: dict[str, dict[Ways, tuple[datetime, datetime | None]]] = {
    "state": {
        FURTHER_REVOKED: (MOMENT - timedelta(days=10), None),
        FURTHER_LATER: (MOMENT + timedelta(days=1), None),
        FURTHER_STOLEN: (MOMENT + timedelta(days=5), MOMENT - timedelta(days=5)),
    },
    "nation": {AUTHORITIES["centre-gone"]: (MOMENT - timedelta(days=10), None)},
    "centre": {},
}
"""Whom the authorities of the State revoked, as in `LISTED`."""
FURTHER_DUE = MOMENT + timedelta(days=30)
"""When the authority of the State makes its next list."""


def _of_office(manifest: Manifest, signer: Member) -> Manifest:
    unit = NamedUnit(code="347", valid_from=None, name="Thành phố Thử Nghiệm")
    sender = Sender(workspace=WORKSPACE, unit=unit, certificate=signer.serial)
    return with_fields(manifest, sender=sender)


def _whole(manifest: Manifest, signer: Member) -> Files:
    text = readme(manifest)
    listed = FileEntry(path=names.README, size=len(text), sha256=sha256_hex(text), rows=None)
    files = {
        names.MIMETYPE: names.MIMETYPE_CONTENT,
        names.README: text,
        names.MANIFEST: to_bytes(with_fields(manifest, files=(listed,))),
    }
    return with_signature(files, signer, WHOLE)
