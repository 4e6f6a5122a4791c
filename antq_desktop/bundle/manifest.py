"""The manifest of a bundle, ``submission.json``: its members, its bytes, its strict reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from antq_desktop.bundle.bodies import (
    ConsolidatedBody,
    DirectoryBody,
    Journal,
    ReceiptBody,
    RequestBody,
)
from antq_desktop.bundle.cases import CaseBody
from antq_desktop.bundle.coherence import broken_members
from antq_desktop.bundle.limits import DEFAULT_LIMITS, Limits
from antq_desktop.bundle.queries import CorrectionBody, QueryBody
from antq_desktop.bundle.refusals import BundleRefused, Reason, refused
from antq_desktop.bundle.schema import (
    Count,
    Day,
    Digest,
    FileName,
    Moment,
    Part,
    Position,
    Serial,
    Text,
    UnitCode,
    UnitRef,
    Uuid,
    Version,
    Word,
    json_of,
    typed,
    unclean_texts,
)
from antq_desktop.bundle.transfers import TakenOver, TransferBody
from antq_desktop.crypto.canonical import dump

if TYPE_CHECKING:
    from antq_desktop.bundle.queries import AnswerItem
    from antq_desktop.crypto.signatures import Signer

FORMAT: Final = "antq-bundle/1"
MANIFEST_NAME: Final = "submission.json"

Kind = Literal[
    "request",
    "directory",
    "submission",
    "receipt",
    "consolidated",
    "query",
    "correction",
    "case",
    "transfer",
]
BundleClass = Literal["real", "practice"]
PeriodCode = Annotated[str, Meta(pattern=r"^[0-9A-Z][0-9A-Z_-]{0,31}\Z")]

_FORMATS: Final = re.compile(r"antq-bundle/([1-9][0-9]{0,8})\Z")
_OUR_FORMAT: Final = 1


class NamedUnit(Part, frozen=True, kw_only=True):
    """A unit and the name that it goes by."""

    code: UnitCode
    valid_from: Day | None
    name: Text


class Sender(Part, frozen=True, kw_only=True):
    """Who made the bundle; ``certificate`` is the serial number of the signer's, in hex."""

    workspace: Uuid
    unit: NamedUnit
    certificate: Serial


class Recipient(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Either one unit, or, for a directory, all that are below the sender."""

    unit: UnitRef | None = None
    scope: Literal["subordinates"] | None = None


class Chain(Part, frozen=True, kw_only=True):
    """The series of bundles from one workspace to one unit; a restore begins a new one."""

    id: Uuid
    workspace: Uuid
    recipient: UnitRef


class Base(Part, frozen=True, kw_only=True):
    """The newest bundle of the chain whose receipt the sender has installed."""

    sequence: Position
    digest: Digest


class SeqRange(Part, frozen=True, kw_only=True, omit_defaults=True, rename={"from_": "from"}):
    """The first and last ``seq`` of the sender's workspace that this bundle brings up to date.

    ``gaps`` are first and last of the numbers that a restored workspace has never given; the member
    is left out where there are none.
    """

    from_: Position
    to: Position
    gaps: tuple[tuple[Position, Position], ...] = ()

    @property
    def rows(self) -> int:
        """How many revisions there are from the first to the last."""
        return self.to - self.from_ + 1 - sum(last - first + 1 for first, last in self.gaps)

    def covers(self, seq: int) -> bool:
        """Say whether a revision with this ``seq`` belongs to the range."""
        in_gap = any(first <= seq <= last for first, last in self.gaps)
        return self.from_ <= seq <= self.to and not in_gap


class Continues(Part, frozen=True, kw_only=True):
    """Where the chain stood before the restore that began this one."""

    chain: Uuid
    sequence: Position
    digest: Digest


class FileEntry(Part, frozen=True, kw_only=True):
    """One file of the container: size in bytes, digest in hex, lines if it is a records file."""

    path: FileName
    size: Count
    sha256: Digest
    rows: Count | None


class RegisterCounts(Part, frozen=True, kw_only=True):
    """Records of a register in this bundle: new, changed, and among both the voided ones."""

    new: Count
    changed: Count
    voided: Count


class Manifest(Part, frozen=True, kw_only=True, rename={"class_": "class"}):
    """All that a bundle says of itself; every member is there, null where a kind has none.

    ``consolidated``, ``query``, ``correction``, ``case`` and ``transfer`` came later and are only
    in bundles of that kind, ``taken_over`` only where there is something, so that the others are
    written as they always were; `passed_on`, `asked`, `answers`, `handed_over`, `transferred` and
    `pens` give them.
    """

    format: Literal["antq-bundle/1"] = FORMAT
    kind: Kind
    bundle_id: Uuid
    class_: BundleClass
    sender: Sender
    recipient: Recipient | None
    chain: Chain | None = None
    sequence: Position | None = None
    previous: Digest | None = None
    base: Base | None = None
    seq: SeqRange | None = None
    continues: Continues | None = None
    created_at: Moment
    program: Text
    catalogue: Version
    signatures: Literal[1, 2] = 1
    journal: Journal | None
    periods: tuple[PeriodCode, ...] = ()
    files: tuple[FileEntry, ...] = ()
    counts: dict[Word, RegisterCounts] = msgspec.field(default_factory=dict)
    request: RequestBody | None = None
    directory: DirectoryBody | None = None
    receipt: ReceiptBody | None = None
    consolidated: ConsolidatedBody | UnsetType = UNSET
    query: QueryBody | UnsetType = UNSET
    correction: CorrectionBody | UnsetType = UNSET
    case: CaseBody | UnsetType = UNSET
    transfer: TransferBody | UnsetType = UNSET
    taken_over: tuple[TakenOver, ...] | UnsetType = UNSET

    @property
    def passed_on(self) -> ConsolidatedBody | None:
        """What an office passes on; None in any other kind."""
        return self.consolidated if isinstance(self.consolidated, ConsolidatedBody) else None

    @property
    def asked(self) -> QueryBody | None:
        """What an office asks; None in any other kind."""
        return self.query if isinstance(self.query, QueryBody) else None

    @property
    def answers(self) -> tuple[AnswerItem, ...]:
        """Which queries are answered; empty in any kind but a correction."""
        return self.correction.answers if isinstance(self.correction, CorrectionBody) else ()

    @property
    def handed_over(self) -> CaseBody | None:
        """Which records are handed over; None in any other kind."""
        return self.case if isinstance(self.case, CaseBody) else None

    @property
    def transferred(self) -> TransferBody | None:
        """What goes over besides revisions; None in any kind but a transfer."""
        return self.transfer if isinstance(self.transfer, TransferBody) else None

    @property
    def pens(self) -> tuple[TakenOver, ...]:
        """The workspaces whose pens the sender has taken over."""
        return self.taken_over if isinstance(self.taken_over, tuple) else ()


class _StatedUnit(msgspec.Struct, frozen=True):
    code: UnitCode
    valid_from: Day | None


class _StatedSender(msgspec.Struct, frozen=True):
    workspace: Uuid
    unit: _StatedUnit


class _StatedChain(msgspec.Struct, frozen=True):
    id: Uuid


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What a manifest of a later format is expected to say still: enough to keep it and answer."""

    format: str
    kind: Literal["submission", "correction", "consolidated"]
    bundle_id: Uuid
    sender: _StatedSender
    chain: _StatedChain
    sequence: Position


class NewerFormat(BundleRefused):
    """A good signature over a later format; ``stated`` is None where no office takes that in.

    ``digest``, ``sha256`` and ``signer`` are added by who has read them.
    """

    digest: str = ""
    sha256: str = ""
    signer: Signer | None = None

    def __init__(self, stated: Stated | None, format_: str) -> None:
        super().__init__(Reason("newer_format", MANIFEST_NAME, values={"format": format_}))
        self.stated = stated
        self.format = format_


def reads_format(name: str) -> bool:
    """Say whether manifests of a format are read here."""
    found = _FORMATS.match(name)
    return found is not None and int(found[1]) <= _OUR_FORMAT


def to_bytes(manifest: Manifest) -> bytes:
    """Return the canonical JSON of a manifest."""
    return dump(msgspec.json.decode(msgspec.json.encode(manifest)))


def parse_manifest(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Manifest:
    """Read a manifest that must be written as ``to_bytes`` writes it.

    Raises BundleRefused: ``manifest_json`` (not canonical JSON), ``newer_format`` (made by a newer
    program), ``manifest_schema`` (with the path of the wrong member), ``text`` (a text with control
    characters).
    """
    value = json_of(data, limits.json_depth, "manifest_json", MANIFEST_NAME)
    stated = value.get("format") if isinstance(value, dict) else None
    found = _FORMATS.match(stated) if isinstance(stated, str) else None
    if found and int(found[1]) > _OUR_FORMAT:
        raise NewerFormat(_stated(value), found[0])
    manifest = typed(value, Manifest, "manifest_schema", MANIFEST_NAME)
    wrong = broken_members(manifest)
    if not wrong and to_bytes(manifest) != data:
        wrong = ["$"]
    if wrong:
        reasons = (Reason("manifest_schema", MANIFEST_NAME, field=path) for path in wrong)
        raise BundleRefused(*reasons)
    if path := next(unclean_texts(value, one_line=True), None):
        raise refused("text", file=MANIFEST_NAME, field=path)
    return manifest


def _stated(value: object) -> Stated | None:
    try:
        return msgspec.convert(value, Stated)
    except msgspec.ValidationError:
        return None
