"""Who signs, for whom it is sealed, and what every manifest says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from uuid_utils import uuid7

from antq_desktop import __version__
from antq_desktop.bundle.bodies import Journal
from antq_desktop.bundle.manifest import Kind, Manifest, NamedUnit, Recipient, Sender
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.crypto.certificates import read_certificate, read_revocation_list
from antq_desktop.crypto.signatures import Mark, Trust, sign, sign_pdf
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.services.access import must_prepare
from antq_desktop.services.further_trust import further_at
from antq_desktop.services.own_unit import must_have_unit
from antq_desktop.services.tokens import own_key, telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from antq_desktop.crypto.certificates import Certificate, Holder
    from antq_desktop.crypto.keys import SigningKey
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.workspace import Workspace


ASKED: Final = "asked"
"""The document with the public key of each user who asked for a certificate, in hex."""


@dataclass(frozen=True, slots=True)
class OwnSignature:
    """The signing key and certificate of the user who is logged in.

    ``sign`` makes a detached signature over bytes, ``sign_pdf`` one inside a PDF; where the key
    lies is nobody else's business. Both refuse what a token refuses, whose PIN is asked for at the
    first signature of an act: ``make_ready`` does it before anything is written. ``unit`` is the
    one in whose name the certificate signs. ``first`` says that somebody else signs after him.
    """

    serial: str
    person: str
    at: datetime
    sign: Callable[[bytes], bytes]
    sign_pdf: Callable[[bytes, Mark], bytes]
    unit: UnitKey
    make_ready: Callable[[], object]
    first: bool = False


def own_signature(
    workspace: Workspace, *, of_before: bool = False, first: bool = False
) -> OwnSignature:
    """Return what this user signs with; ``of_before`` takes one of what the unit was as well.

    With ``first`` it is for a bundle that who is in command signs after him. Refusal if he may not
    sign that, has no certificate yet or one of another unit, if it is not valid now or revoked as
    far as is known here, or if the clock is wrong.
    """
    if first:
        must_prepare(workspace)
    else:
        workspace.require_head()
    workspace.clock.must_be_right()
    certificates = cast("Mapping[str, str]", workspace.document("certificates"))
    if workspace.user not in certificates:
        raise Refusal("identity.no_certificate")
    der = bytes.fromhex(certificates[workspace.user])
    certificate = read_certificate(der)
    now = workspace.clock.now()
    if not certificate.not_before <= now < certificate.not_after:
        raise Refusal("identity.expired")
    if certificate.serial in revoked_serials(workspace):
        raise Refusal("identity.revoked")
    key = own_key(workspace, certificate)
    holder = _must_be_for_us(workspace, certificate, of_before=of_before)
    chain = [anchor_of(workspace), *certified_above(workspace)]

    def signing(make: Callable[[SigningKey], bytes]) -> bytes:
        with telling(workspace, key.token):
            return make(key.get())

    return OwnSignature(
        certificate.serial,
        holder.person,
        now,
        lambda data: signing(lambda own: sign(data, own, der, chain, now)),
        lambda pdf, mark: signing(lambda own: sign_pdf(pdf, own, der, chain, now, mark)),
        UnitKey(holder.unit_code, holder.valid_from),
        lambda: signing(lambda _: b""),
        first,
    )


def _must_be_for_us(
    workspace: Workspace, certificate: Certificate, *, of_before: bool = False
) -> Holder:
    """Refuse to sign with a certificate of what this unit was before a reform.

    A unit that has ended still hands its books over (``of_before``).
    """
    if not of_before:
        must_have_unit(workspace)
    unit, holder = workspace.unit, certificate.holder
    if holder is None:
        raise Refusal("identity.no_certificate")
    key = UnitKey(holder.unit_code, holder.valid_from)
    if of_before and key in workspace.own_units:
        return holder
    today = workspace.clock.today()
    if unit.key != key and unit.key not in workspace.units.succession.succeeded(key, today):
        raise Refusal("identity.other_unit", name=unit.name)
    return holder


def revoked_serials(workspace: Workspace) -> frozenset[str]:
    """Return what this workspace knows to be revoked: by its own list, and by its office's."""
    found: set[str] = set()
    for authority, der in known_lists(workspace):
        found |= set(read_revocation_list(der, authority).revoked)
    return frozenset(found)


def known_lists(workspace: Workspace) -> list[tuple[bytes, bytes]]:
    """Return the revocation lists that are at hand, each after the authority that made it, DER.

    An office has its own, and that of the office above once its directory is installed.
    """
    found: list[tuple[bytes, bytes]] = []
    own = cast("Mapping[str, str]", workspace.document("authority"))
    if own:
        found.append((anchor_of(workspace), bytes.fromhex(own["revocation_list"])))
    above, anchor = workspace.document("directory"), anchor_above(workspace)
    if anchor is not None:
        found.append((anchor, bytes.fromhex(str(above["revocation_list"]))))
    return found


def anchor_of(workspace: Workspace) -> bytes:
    """Return the authority by which this workspace knows its own certificates, DER.

    For an office it is its own, for a commune that of its office; Refusal before the enrolment.
    """
    trust = cast("Mapping[str, str]", workspace.document("trust"))
    if "anchor" not in trust:
        raise Refusal("identity.not_enrolled")
    return bytes.fromhex(trust["anchor"])


def anchor_above(workspace: Workspace) -> bytes | None:
    """Return the authority of the office above, DER; None before its directory is installed."""
    above = cast("Mapping[str, str]", workspace.document("directory"))
    if workspace.place.role == "commune":
        return anchor_of(workspace) if above else None
    return bytes.fromhex(above["anchor"]) if above else None


def certified_above(workspace: Workspace) -> list[bytes]:
    """Return this office's authority as the office above certified it, and that one's own, DER.

    With them in a signature the office above, and whoever is above that, find their way up from
    it. Empty for a commune, and before an office is certified.
    """
    above, anchor = workspace.document("directory"), anchor_above(workspace)
    certified = above.get("certified")
    if not isinstance(certified, str) or anchor is None:
        return []
    return [bytes.fromhex(certified), anchor]


def trust_now(workspace: Workspace) -> Trust:
    """Return against what signatures are judged at this moment."""
    return trust_at(workspace, workspace.clock.now())


def trust_at(workspace: Workspace, moment: datetime) -> Trust:
    """Return against what signatures are judged that came at a moment.

    An office judges those from below by its own authority, over the certificates that it gave to
    lower offices and with the lists that they sent, and those from above by the upper office's.
    Which of the two may say what is for the caller to judge. With them goes what it trusts of
    further anchors.
    """
    lists = [der for _, der in known_lists(workspace)]
    anchors, between = [anchor_of(workspace)], []
    if workspace.place.role == "office":
        above = anchor_above(workspace)
        anchors += [above] if above is not None else []
        issued = workspace.store.exchanged.certificates()
        between = [one.der for one in issued if one.role == "office" and _is_authority(one.der)]
        below = cast("Mapping[str, Mapping[str, str]]", workspace.document("lists_below"))
        lists += [bytes.fromhex(one["list"]) for one in below.values()]
    further = further_at(workspace, moment)
    return Trust(tuple(anchors), tuple(lists), moment, tuple(between), further)


def _is_authority(der: bytes) -> bool:
    return read_certificate(der).is_authority


def unit_ref(key: UnitKey) -> UnitRef:
    """Return a unit as manifests name it."""
    return UnitRef(code=key.code, valid_from=key.valid_from)


def key_of(ref: UnitRef | NamedUnit) -> UnitKey:
    """Return the key of a unit that a manifest names."""
    return UnitKey(ref.code, ref.valid_from)


def manifest_of(
    workspace: Workspace, kind: Kind, recipient: Recipient | None, serial: str
) -> Manifest:
    """Return a manifest with what every kind says; the caller adds what its kind says besides."""
    unit: Unit = workspace.unit
    head = workspace.store.journal.head()
    return Manifest(
        kind=kind,
        bundle_id=str(uuid7()),
        class_=workspace.place.class_,
        sender=Sender(
            workspace=workspace.place.id,
            unit=NamedUnit(code=unit.key.code, valid_from=unit.key.valid_from, name=unit.name),
            certificate=serial,
        ),
        recipient=recipient,
        created_at=_moment(workspace),
        program=f"antq-desktop {__version__}",
        catalogue=workspace.catalogue.version,
        journal=None if kind == "request" else Journal(length=head.length, head=head.hash),
    )


def _moment(workspace: Workspace) -> datetime:
    return workspace.clock.now()


def recipients_above(workspace: Workspace) -> list[str]:
    """Return the age keys to which what goes up is sealed: the office's, and our own."""
    office = cast("list[str]", workspace.document("directory")["recipients"])
    return sorted({*own_recipients(workspace), *office})


def own_recipients(workspace: Workspace) -> list[str]:
    """Return the age keys to which bundles for this workspace are sealed."""
    identity = cast("Mapping[str, list[str]]", workspace.document("identity"))
    return list(identity["recipients"])
