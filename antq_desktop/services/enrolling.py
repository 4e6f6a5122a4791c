"""First contact: a request goes up, fingerprints are compared by people, a directory comes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from antq_desktop.bundle.bodies import RequestBody
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.bundle.writer import Draft, write_bundle
from antq_desktop.crypto.certificates import (
    BadCertificate,
    Holder,
    new_request,
    public_key_of,
    read_certificate,
    read_request,
    self_signed,
)
from antq_desktop.crypto.digests import same_fingerprint
from antq_desktop.crypto.signatures import sign
from antq_desktop.errors import Fault, Refusal
from antq_desktop.messages import label
from antq_desktop.services.arriving import opened, refusal_of
from antq_desktop.services.authority import Asker as CertifiedAsker
from antq_desktop.services.authority import (
    certify,
    certify_lower,
    open_authority,
)
from antq_desktop.services.delivering import deliver, outbox
from antq_desktop.services.directory import publish
from antq_desktop.services.request_shelf import settle
from antq_desktop.services.revocations import mark_revoked
from antq_desktop.services.signing import (
    ASKED,
    certified_above,
    key_of,
    manifest_of,
    own_recipients,
    own_signature,
)
from antq_desktop.services.using_keys import key_in_use, new_key
from antq_desktop.services.vouched import voucher_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from antq_desktop.bundle.bodies import Vouched
    from antq_desktop.crypto.holders import Role
    from antq_desktop.crypto.keys import SigningKey
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.vouched import Voucher
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Certified


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it was written or read: whose it is, and the fingerprint that people compare.

    With a ``voucher`` nobody has to: a person whom the office knows stands for it. ``unproven``
    says that somebody claims to, and that the office cannot believe it.
    """

    unit: UnitKey
    unit_name: str
    person: str
    role: str
    fingerprint: str
    voucher: Voucher | None = None
    unproven: bool = False


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose key is to be certified; ``authority`` is an office's own certificate, DER.

    ``seal`` is the age recipient of the person alone, ``user`` his account id; an authority has
    none.
    """

    key: SigningKey
    holder: Holder
    seal: str
    authority: bytes | None = None
    user: str = ""


def make_request(
    workspace: Workspace,
    target: Path,
    *,
    ca_passphrase: str | None = None,
    key: SigningKey | None = None,
    lost: bool = False,
) -> Asked:
    """Write a request for a certificate: of a commune's people, or of an office's authority.

    A person's key is made with his first request, and made anew where it is ``lost``, unless
    ``key`` is one on a token. Who is in command is certified as the head, who is not as an officer:
    he signs first what the head signs after him. An office asks the one above it to certify its
    authority, whose passphrase it therefore needs. The fingerprint is the digest of the request: it
    covers the key, the unit, the name and the age key to which answers will be sealed.
    """
    if workspace.place.role == "office":
        workspace.require_head()
        return write_request(workspace, target, _office(workspace, ca_passphrase or ""))
    if key is None:
        key = new_key(workspace) if lost else key_in_use(workspace)
    return write_request(workspace, target, asker_of(workspace, key))


def asker_of(workspace: Workspace, key: SigningKey) -> Asker:
    """Return who asks: the user who is logged in, for a key of his."""
    slot = workspace.opened.slot
    holder = holder_named(workspace, slot.name, role="head" if workspace.is_head else "officer")
    return Asker(key, holder, workspace.opened.seal.recipient, user=slot.id)


def write_request(
    workspace: Workspace,
    target: Path,
    asker: Asker,
    vouch: Callable[[bytes], Vouched] | None = None,
) -> Asked:
    """Write a request, and note it; ``vouch`` gets its PKCS#10 and returns who stands for it."""
    key, holder = asker.key, asker.holder
    now = workspace.clock.now()
    certificate, csr = self_signed(key, holder, now), new_request(key, holder)
    manifest = replace(
        manifest_of(workspace, "request", None, read_certificate(certificate).serial),
        request=RequestBody(
            csr=csr,
            age_recipient=own_recipients(workspace)[0],
            person=holder.person,
            role=holder.role,
            authority=asker.authority,
            seal=asker.seal,
            vouched=vouch(csr) if vouch is not None else None,
        ),
    )
    try:
        written = write_bundle(
            target,
            Draft(manifest, {}, lambda data: sign(data, key, certificate, [], now), None),
            scratch_folder=outbox(workspace),
        )
    except OSError:
        raise Refusal("medium.cannot_write", name=str(target.parent)) from None
    with workspace.store.atomic():
        if asker.user:
            keys = {**workspace.document(ASKED), asker.user: public_key_of(key).hex()}
            workspace.store.meta.set(ASKED, keys)
        workspace.note("request", fingerprint=written.digest)
    unit = workspace.unit
    return Asked(unit.key, unit.name, holder.person, holder.role, written.digest)


def holder_named(workspace: Workspace, person: str, *, role: Role = "head") -> Holder:
    """Return how one of this unit is named in a certificate."""
    unit = workspace.unit
    return Holder(
        practice=workspace.place.practice,
        unit_code=unit.key.code,
        valid_from=unit.key.valid_from,
        role=role,
        person=person,
        unit_name=unit.name,
    )


def _office(workspace: Workspace, ca_passphrase: str) -> Asker:
    authority = open_authority(workspace, ca_passphrase)
    # Not from the units: the office may be called otherwise there by now, its authority is not.
    holder = read_certificate(authority.certificate).holder
    if holder is None:
        raise Fault("the authority of this office names no holder")
    seal = workspace.opened.seal.recipient
    return Asker(authority.key, holder, seal, authority.certificate)


def issue_certificate(
    workspace: Workspace,
    request: Path,
    target: Path,
    *,
    fingerprint: str | None = None,
    ca_passphrase: str,
) -> tuple[Certified, Path]:
    """Certify a request; write the new directory.

    A head below gets a certificate to sign with, an office below one for its authority. The person
    has compared the ``fingerprint``; None is enough where somebody stands for the request. With a
    handover the certificate of him who hands over is revoked from its day.

    Refusal if the fingerprint is another one, if the request is not for a unit below this office,
    or if it is of the other class (practice and real do not mix).
    """
    workspace.require_head()
    workspace.require_role("office")
    asked, body, sender = read_asked(workspace, request)
    if fingerprint is None and asked.voucher is None:
        raise Refusal("identity.fingerprint_needed")
    if fingerprint is not None and not same_fingerprint(asked.fingerprint, fingerprint):
        raise Refusal("identity.other_fingerprint", found=asked.fingerprint)
    must_be_for_us(workspace, asked, sender)
    _must_have_begun(workspace, asked.voucher)
    authority = open_authority(workspace, ca_passphrase)
    own_signature(workspace).make_ready()  # or a wrong PIN would leave one without its directory
    asker = CertifiedAsker(sender, body.age_recipient, body.seal)
    try:
        verified = read_request(body.csr)
        with workspace.store.atomic():
            _hand_over(workspace, asked)
            if body.authority is not None:
                lower = body.authority
                certified = certify_lower(workspace, authority, lower, asker)
            else:
                certified = certify(workspace, authority, verified, asker)
            known = {"was": asked.voucher.serial} if asked.voucher is not None else {}
            workspace.note("issue", serial=certified.serial, unit=certified.unit, **known)
            settle(workspace, asked.fingerprint, request)
    except BadCertificate:
        raise Refusal("identity.bad_request") from None
    signed = publish(workspace)
    return certified, deliver(workspace, signed.row, target)


def _must_have_begun(workspace: Workspace, voucher: Voucher | None) -> None:
    """Refuse a handover before its day: until then the old head signs."""
    if voucher is not None and voucher.on > workspace.clock.today():
        raise Refusal("identity.handover_ahead", day=voucher.on.strftime("%d/%m/%Y"))


def _hand_over(workspace: Workspace, asked: Asked) -> None:
    voucher = asked.voucher
    if voucher is not None and voucher.act == "handover":
        reason = label("identity.handed_over_to", "vi", person=asked.person)
        mark_revoked(workspace, voucher.serial, reason, voucher.on, "superseded")


def read_asked(workspace: Workspace, path: Path) -> tuple[Asked, RequestBody, str]:
    """Return what a request says, its body, and the id of the workspace it came from."""
    try:
        with opened(workspace, path) as bundle:
            manifest, digest = bundle.manifest, bundle.digest
    except BundleRefused as refused:
        raise refusal_of(refused) from None
    if manifest.kind != "request":
        raise Refusal("identity.no_request")
    if manifest.class_ != workspace.place.class_:
        raise Refusal("identity.other_class")
    body = cast("RequestBody", manifest.request)
    unit, sender = manifest.sender.unit, manifest.sender.workspace
    office = workspace.place.role == "office"
    voucher = voucher_of(workspace, body, sender) if office else None
    asked = Asked(
        key_of(unit),
        unit.name,
        body.person,
        body.role,
        digest,
        voucher,
        unproven=office and body.vouched is not None and voucher is None,
    )
    return asked, body, sender


def must_be_for_us(workspace: Workspace, asked: Asked, sender: str) -> None:
    """Refuse a request that this office may never certify, whoever compared its fingerprint."""
    must_be_below(workspace, asked.unit)
    _must_be_its_own(workspace, asked.unit, sender)


def must_be_below(workspace: Workspace, unit: UnitKey) -> None:
    """Refuse a unit whose police does not stand directly below that of this office.

    That is today's for a unit that is there, and for one that has ended any that it ever had.
    """
    asked, today = workspace.units.get(unit), workspace.clock.today()
    above = workspace.units.superior(unit, today)
    known = [above] if asked.valid_at(today) else workspace.units.superiors(unit)
    if workspace.unit not in known:
        raise Refusal("identity.not_below", name=asked.name)


def _must_be_its_own(workspace: Workspace, unit: UnitKey, sender: str) -> None:
    """Refuse a request in the name of a workspace that another unit's certificate names.

    Answers are sealed to the key that came last with a workspace.
    """
    before = workspace.units.succession.succeeded(unit, workspace.clock.today())
    line = {unit.text, *(one.text for one in before)}
    for known in workspace.store.exchanged.certificates():
        if known.workspace == sender and known.unit not in line:
            raise Refusal("identity.bad_request")


def show_request(workspace: Workspace, path: Path) -> Asked:
    """Return what a request says, for a person to compare."""
    return read_asked(workspace, path)[0]


def own_certificate(workspace: Workspace) -> Mapping[str, str]:
    """Return the serial and the last day of this user's certificate, empty without one."""
    certificates = cast("Mapping[str, str]", workspace.document("certificates"))
    if workspace.user not in certificates:
        return {}
    certificate = read_certificate(bytes.fromhex(certificates[workspace.user]))
    return {
        "serial": certificate.serial,
        "until": certificate.not_after.date().isoformat(),
        "fingerprint": certificate.fingerprint,
    }


def certified_until(workspace: Workspace) -> str:
    """Return until which day the office above has certified this unit, in ISO form; "" if never.

    Of a commune that is its head's certificate, of an office the one of its authority.
    """
    if workspace.place.role == "commune":
        return own_certificate(workspace).get("until", "")
    chain = certified_above(workspace)
    return read_certificate(chain[0]).not_after.date().isoformat() if chain else ""
