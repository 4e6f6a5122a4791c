"""What the kinds of bundle say besides what all say; queries and answers have `queries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from antq_desktop.bundle.schema import (
    AgeRecipient,
    Count,
    Day,
    Digest,
    FileName,
    MessageId,
    Moment,
    Part,
    Position,
    Text,
    UnitCode,
    UnitRef,
    Uuid,
    Version,
    Word,
)
from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.crypto.canonical import Json

BODIES: Final = (
    "request",
    "directory",
    "receipt",
    "consolidated",
    "query",
    "correction",
    "case",
    "transfer",
)
"""Kinds whose manifest has a member of its own, named like the kind."""

LinkKind = Literal["renamed", "merged", "split", "moved", "kind_changed", "code_only"]
DayWord = Literal["holiday", "in_lieu", "worked"]
VouchedAct = Literal["renewal", "handover"]
ImportPolicy = Literal["whole", "rest"]
VerdictCode = Literal[
    "accepted", "remarks", "held", "held_gap", "held_newer", "same", "fork", "refused"
]


class Journal(Part, frozen=True, kw_only=True):
    """The head of a journal: how many lines it has, and the hash of the last one."""

    length: Count
    head: Digest


class Vouched(Part, frozen=True, kw_only=True):
    """The holder of a certificate that is in force stands for the key that is asked for.

    ``renewal``: it is his own next one; ``handover``: that of the person who follows him from the
    day ``on``. ``signature`` is a detached CAdES-B signature, DER, over `statement`.
    """

    act: VouchedAct
    on: Day
    signature: bytes


def statement(csr: bytes, workspace: str, act: VouchedAct, on: date) -> bytes:
    """Return what the holder of a certificate signs when he stands for a request, as JSON."""
    body: Json = {
        "act": act,
        "csr": sha256_hex(csr),
        "on": on.isoformat(),
        "workspace": workspace,
    }
    return canonical.dump(body)


class RequestBody(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A person asks an office for a certificate, or an office asks the one above it.

    Then ``role`` is ``office``, the request is for the key of its authority, and ``authority`` is
    that authority's self-signed certificate, DER; people's requests do not have this member.
    ``seal`` is the head's own age key, to which confidential parts of cases and transfers are
    sealed; requests of before there were cases do not have it. ``vouched`` is there where a person
    whom the office knows stands for the key: then nobody has to compare a fingerprint.
    """

    csr: bytes
    """PKCS#10 request, DER."""
    age_recipient: AgeRecipient
    person: Text
    role: Word
    authority: bytes | None = None
    seal: AgeRecipient | None = None
    vouched: Vouched | None = None


class Receiver(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The receiving key of one workspace of a unit, and its head's own (``seal``), if known."""

    unit: UnitRef
    workspace: Uuid
    age_recipient: AgeRecipient
    seal: AgeRecipient | None = None


class UnitRow(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One unit as an array of eight values; ``valid_to`` is the first day it no longer exists."""

    code: UnitCode
    name: Text
    kind: Word
    level: Count
    parent: UnitCode | None
    valid_from: Day | None
    valid_to: Day | None
    remote: bool


class LinkRow(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What became of a unit, as an array of nine values; ``on`` is the first day of the other.

    The two units are each a code and a first day.
    """

    before: UnitCode
    before_from: Day | None
    after: UnitCode
    after_from: Day | None
    kind: LinkKind
    on: Day
    verified: bool
    basis: Text | None
    note: Text | None


class PoliceRow(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """From when until when a unit has a police body, as an array of seven values."""

    code: UnitCode
    unit_from: Day | None
    valid_from: Day | None
    valid_to: Day | None
    parent: UnitCode | None
    verified: bool
    basis: Text | None


class UnitTable(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The dated unit tree; ``succession`` and ``police`` are left out where they are empty."""

    version: Text
    source: Text
    rows: tuple[UnitRow, ...]
    succession: tuple[LinkRow, ...] = ()
    police: tuple[PoliceRow, ...] = ()


class CodeTables(Part, frozen=True, kw_only=True):
    """The version of the code tables that the office counts with."""

    version: Version


class DayRow(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What an office corrected of one day, as an array of four values."""

    day: Day
    kind: DayWord
    source: Text
    verified: bool


class NoticeRow(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The yearly notice of which an office entered every day, as an array of two values."""

    year: Position
    source: Text


class CalendarTable(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Days off and days worked instead, known for every day from ``first`` to ``last``.

    The days are as they stand once ``corrections`` were made. The last four are left out, all of
    them, where an office corrected nothing: then what is verified is what the reader ships.
    """

    version: Text
    days_off: tuple[Day, ...]
    working_days: tuple[Day, ...]
    first: Day
    last: Day
    official_to: Day | None = None
    """The last day of which the official notice is known; later ones are computed."""
    unverified: tuple[Day, ...] = ()
    corrections: tuple[DayRow, ...] = ()
    notices: tuple[NoticeRow, ...] = ()


class Policy(Part, frozen=True, kw_only=True, omit_defaults=True):
    """How the office imports, and how many signatures it wants on a submission.

    ``since`` is the first day on which it takes no submission with one signature any more: there
    where a directory says that it wants two, left out everywhere else.
    """

    import_policy: ImportPolicy
    signatures: Literal[1, 2]
    since: Day | None = None


class DirectoryBody(Part, frozen=True, kw_only=True):
    """What an office tells its subordinates; ``version`` only grows."""

    version: Position
    authority: bytes
    """Certificate of the office's authority, DER."""
    certificates: tuple[bytes, ...]
    recipients: tuple[Receiver, ...]
    revocation_list: bytes
    """X.509 CRL, DER."""
    units: UnitTable
    code_tables: CodeTables
    calendar: CalendarTable
    policy: Policy
    switches: dict[Word, Text]


class VerdictCounts(Part, frozen=True, kw_only=True):
    """Rows of a bundle by what became of them; their sum is the number of rows."""

    new: Count
    changed: Count
    same: Count
    refused: Count


class VerdictReason(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Why a bundle or one of its rows was not taken: file, row (from 1), field and rule.

    ``text`` is what an officer of the receiver wrote to the sender; not written where there is
    nothing.
    """

    file: Text | None
    row: Position | None
    field: Text | None
    rule: MessageId
    text: Text | None = None


class Verdict(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What the receiver decided about one bundle.

    ``base_ok``: the receiver holds every revision up to the end of this bundle but those whose
    digests are ``left_out``, so the sender may leave them out from now on. ``left_out`` is not
    written where it is empty.
    """

    bundle_id: Uuid
    digest: Digest
    chain: Uuid
    sequence: Position
    verdict: VerdictCode
    received_at: Moment
    content: MessageId
    counts: VerdictCounts
    reasons: tuple[VerdictReason, ...]
    withdrawn: bool
    base_ok: bool
    left_out: tuple[Digest, ...] = ()


class CaseAnswer(Part, frozen=True, kw_only=True):
    """What became of a case: taken over, or refused with the words of who refused it.

    ``case`` is the digest of its bundle; ``text`` is null only where it was taken without a word.
    """

    case: Digest
    taken: bool
    at: Moment
    text: Text | None


class ReceiptBody(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The verdicts that the sender has not yet confirmed, and the head of its journal as seen.

    Or, without verdicts, all answers to ``cases`` of one workspace; left out where there are none.
    """

    verdicts: tuple[Verdict, ...]
    policy: Policy
    journal_seen: Journal | None
    cases: tuple[CaseAnswer, ...] = ()


class Nested(Part, frozen=True, kw_only=True):
    """A subordinate's bundle inside a consolidated one, and the receipt that its office gave.

    ``digest`` and ``sender`` are those of the subordinate's bundle, ``received_at`` the moment at
    which it first came to the office, ``answered_at`` the one at which that made the receipt.
    """

    file: FileName
    receipt: FileName
    digest: Digest
    sender: UnitRef
    received_at: Moment
    answered_at: Moment


class ConsolidatedBody(Part, frozen=True, kw_only=True):
    """What an office passes on; ``bundles`` stand in the order in which it took them in."""

    authority: bytes
    """Self-signed certificate of the office's authority, DER: where chains from inside end."""
    revocation_list: bytes
    """X.509 CRL of that authority, DER."""
    bundles: tuple[Nested, ...]
