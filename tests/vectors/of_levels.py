"""Vectors: what an office passes on to the one above, and containers that do not belong there.

The reader of these is the province (35): besides its authority it needs the list of units, so they
are judged by a workspace of it (`judging.province`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace as with_fields

from antq_desktop.bundle import names
from antq_desktop.bundle.bodies import ConsolidatedBody, Nested, ReceiptBody, Verdict, VerdictCounts
from antq_desktop.bundle.manifest import (
    Chain,
    FileEntry,
    Manifest,
    NamedUnit,
    Recipient,
    Sender,
    to_bytes,
)
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.crypto.digests import sha256_hex
from tests.unit.bundle.world import BUNDLE, CHAIN, HOLDER, MOMENT, OFFICE, WORKSPACE, submission
from tests.unit.bundle.zip_edits import both
from tests.vectors.bodies import NO_CHAIN, OFFICE_SIGNER, POLICY, revocation_list
from tests.vectors.cms import USUAL, WHOLE
from tests.vectors.members import Ways, authority_named, member
from tests.vectors.of_cases import case
from tests.vectors.of_containers import MIB
from tests.vectors.packing import README, SIGNER, deflated, sealed, stored, with_signature
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.unit.bundle.world import Files

PROVINCE: Final = UnitRef(code="35", valid_from=None)
COMMUNE: Final = UnitRef(code="13285", valid_from=None)
ELSEWHERE: Final = UnitRef(code="13321", valid_from=None)
"""A commune that never stood below the office (347)."""
OFFICE_WORKSPACE: Final = "01890a5d-ac96-774b-bcce-b302099a8070"
OFFICE_CHAIN: Final = "01890a5d-ac96-774b-bcce-b302099a8071"
ABOVE = replace(OFFICE_SIGNER, issuer="lower")
INSIDE, RECEIPT = "bundles/13285-000001.asice", "bundles/13285-000001.receipt.asice"
CATALOGUE: Final = "1"


@dataclass(frozen=True, kw_only=True)
class Departing:
    """How a consolidated bundle departs from a good one.

    ``inside`` is packed in place of the submission, ``spoken`` are the files of what the bundle
    speaks of, if not of that submission. ``periods`` have ``more`` files; ``pack`` is how the outer
    container is packed.
    """

    unit: UnitRef = COMMUNE
    recipient: UnitRef = OFFICE
    signer: Ways = SIGNER
    answers: Ways = OFFICE_SIGNER
    authority: str = "authority"
    stated: dict[str, Any] | None = None
    verdict: dict[str, Any] | None = None
    inside: Callable[[], bytes] | None = None
    spoken: Callable[[], Files] | None = None
    periods: tuple[str, ...] = ()
    more: Files = field(default_factory=dict)
    pack: Callable[[Files], bytes] = stored


def levels() -> Iterator[Vector]:
    """Yield a good consolidated bundle, and each way in which one does not hold together."""
    yield Vector(
        name="good-consolidated",
        about="what an office passes on: a bundle from below and the receipt for it",
        anchor="upper",
        office=True,
        make=consolidated,
    )
    for rule, about, departing in _not_together():
        name = rule.removeprefix("nested_").replace("_", "-")
        yield _inside(name, about, rule, "S5", departing)
    yield _inside(
        "case",
        "a case, which goes to one body alone",
        "nested_kind",
        "S5",
        Departing(inside=lambda: stored(case()), spoken=case),
    )
    yield _inside("bomb", "1 MiB of zeros in 1 KiB", "ratio", "U10", Departing(inside=_bomb))
    lying = Departing(inside=lambda: both(_bomb(), 18, "<L", 100))
    yield _inside("lying-bomb", "1 MiB of zeros that claims 100 bytes", "content", "U6", lying)


def _inside(name: str, about: str, rule: str, row: str, departing: Departing) -> Vector:
    return Vector(
        name=f"inside-{name}",
        about=f"inside: {about}",
        rule=rule,
        row=row,
        anchor="upper",
        office=True,
        make=partial(consolidated, departing),
    )


def _not_together() -> Iterator[tuple[str, str, Departing]]:
    """Yield rule, words and way of containers that do not belong where they lie."""
    elsewhere = replace(HOLDER, unit_code=ELSEWHERE.code)
    officer = replace(HOLDER, role="officer")
    later = MOMENT + timedelta(hours=1)
    yield from (
        (
            "nested_unit",
            "of a commune that never stood below the office",
            Departing(unit=ELSEWHERE, signer=Ways(holder=elsewhere)),
        ),
        ("nested_recipient", "made for another office", Departing(recipient=PROVINCE)),
        ("nested_other", "not the bundle that is spoken of", Departing(inside=_another)),
        (
            "nested_kind",
            "a receipt in the place of a bundle",
            Departing(inside=lambda: stored(_receipt()), spoken=_receipt),
        ),
        (
            "nested_receipt",
            "the receipt tells of another number",
            Departing(verdict={"sequence": 2}),
        ),
        (
            "nested_receipt_signer",
            "the receipt is signed by the commune itself",
            Departing(answers=Ways()),
        ),
        (
            "nested_authority",
            "another authority than the one that was certified",
            Departing(authority="other"),
        ),
        ("nested_time", "answered before it was sent", Departing(stated={"answered_at": later})),
        ("signer_role", "signed by an officer", Departing(signer=Ways(holder=officer))),
        (
            "signer_office",
            "signed by a head that the office did not certify itself",
            Departing(signer=Ways(issuer="narrow")),
        ),
    )


def consolidated(departing: Departing | None = None) -> bytes:
    """Return a consolidated bundle, sealed; ``departing`` says what is wrong with it."""
    ways = departing or Departing()
    inside = _submitted(ways)
    packed = ways.inside() if ways.inside is not None else stored(inside)
    spoken = ways.spoken() if ways.spoken is not None else inside
    digest = sha256_hex(spoken[names.ASIC_MANIFEST])
    entry = Nested(
        file=INSIDE,
        receipt=RECEIPT,
        digest=digest,
        sender=ways.unit,
        received_at=MOMENT,
        answered_at=MOMENT,
    )
    body = ConsolidatedBody(
        authority=authority_named(ways.authority).der,
        revocation_list=revocation_list(ways.authority),
        bundles=(with_fields(entry, **(ways.stated or {})),),
    )
    signer = member(ABOVE)
    manifest = _manifest(
        kind="consolidated",
        sender=_office(signer.serial),
        recipient=Recipient(unit=PROVINCE),
        chain=Chain(id=OFFICE_CHAIN, workspace=OFFICE_WORKSPACE, recipient=PROVINCE),
        periods=ways.periods,
        consolidated=body,
    )
    files = {INSIDE: packed, RECEIPT: stored(_answer(ways, digest)), **ways.more}
    return sealed(ways.pack(with_signature(_whole(manifest, files), signer, WHOLE)))


def _manifest(**changes: Any) -> Manifest:
    empty: dict[str, Any] = {"seq": None, "periods": (), "counts": {}, "catalogue": CATALOGUE}
    return submission(**{**empty, **changes})


def _office(serial: str) -> Sender:
    unit = NamedUnit(code=OFFICE.code, valid_from=None, name="Thành phố Thử Nghiệm")
    return Sender(workspace=OFFICE_WORKSPACE, unit=unit, certificate=serial)


def _whole(manifest: Manifest, more: Files) -> Files:
    """Return all files of a bundle but digests and signature, listed in its manifest."""
    files = {names.README: README, **more}
    listed = tuple(
        FileEntry(path=name, size=len(data), sha256=sha256_hex(data), rows=None)
        for name, data in sorted(files.items())
    )
    text = to_bytes(with_fields(manifest, files=listed))
    return {names.MIMETYPE: names.MIMETYPE_CONTENT, **files, names.MANIFEST: text}


def _submitted(ways: Departing, more: Files | None = None, **changes: Any) -> Files:
    """Return the files of a submission of nothing: the rows are not what these are about."""
    signer = member(ways.signer)
    manifest = _manifest(
        sender=Sender(
            workspace=WORKSPACE,
            unit=NamedUnit(code=ways.unit.code, valid_from=None, name="Đơn vị Thử"),
            certificate=signer.serial,
        ),
        recipient=Recipient(unit=ways.recipient),
        chain=Chain(id=CHAIN, workspace=WORKSPACE, recipient=ways.recipient),
        **changes,
    )
    form = USUAL if ways.signer.issuer == "authority" else WHOLE
    return with_signature(_whole(manifest, more or {}), signer, form)


def _answer(ways: Departing, digest: str) -> Files:
    """Return the files of the receipt that the office gave."""
    signer = member(ways.answers)
    verdict = Verdict(
        bundle_id=BUNDLE,
        digest=digest,
        chain=CHAIN,
        sequence=1,
        verdict="accepted",
        received_at=MOMENT,
        content="verdicts.accepted",
        counts=VerdictCounts(new=0, changed=0, same=0, refused=0),
        reasons=(),
        withdrawn=False,
        base_ok=True,
    )
    told = with_fields(verdict, **(ways.verdict or {}))
    by_office = ways.answers is OFFICE_SIGNER
    own = NamedUnit(code=COMMUNE.code, valid_from=None, name="Đơn vị Thử")
    sender = Sender(workspace=WORKSPACE, unit=own, certificate=signer.serial)
    manifest = submission(
        **{**NO_CHAIN, "catalogue": CATALOGUE},
        kind="receipt",
        sender=_office(signer.serial) if by_office else sender,
        recipient=Recipient(unit=ways.unit),
        receipt=ReceiptBody(verdicts=(told,), policy=POLICY, journal_seen=None),
    )
    return with_signature(_whole(manifest, {}), signer)


def _another() -> bytes:
    return stored(_submitted(Departing(), bundle_id=OFFICE_CHAIN))


def _receipt() -> Files:
    return _answer(Departing(), "a" * 64)


def _bomb() -> bytes:
    """Return a submission whose own README is a MiB of zeros, which its sender signed."""
    return deflated(_submitted(Departing(), {names.README: bytes(MIB)}))
