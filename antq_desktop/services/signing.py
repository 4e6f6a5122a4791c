"""Who signs, for whom it is sealed, and what every manifest says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from uuid_utils import uuid7

from antq_desktop import __version__
from antq_desktop.bundle.bodies import Journal
from antq_desktop.bundle.manifest import Kind, Manifest, NamedUnit, Recipient, Sender
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.crypto.signatures import Trust, sign
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.services.own_unit import must_have_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from antq_desktop.crypto.certificates import Certificate
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OwnSignature:
    """The signing key and certificate of the user who is logged in."""

    serial: str
    sign: Callable[[bytes], bytes]


def own_signature(workspace: Workspace) -> OwnSignature:
    """Return what this user signs with.

    Refusal if he is not the head, has no certificate yet or one of another unit, if it is not valid
    now or revoked as far as is known here, or if the clock is wrong.
    """
    workspace.require_head()
    workspace.clock.must_be_right()
    certificates = cast("Mapping[str, str]", workspace.document("certificates"))
    key = workspace.opened.signing_key
    if workspace.user not in certificates or key is None:
        raise Refusal("identity.no_certificate")
    der = bytes.fromhex(certificates[workspace.user])
    certificate = read_certificate(der)
    now = workspace.clock.now()
    if not certificate.not_before <= now <= certificate.not_after:
        raise Refusal("identity.expired")
    if certificate.serial in revoked_serials(workspace):
        raise Refusal("identity.revoked")
    _must_be_for_us(workspace, certificate)
    chain = [anchor_of(workspace)]
    return OwnSignature(certificate.serial, lambda data: sign(data, key, der, chain, now))


def _must_be_for_us(workspace: Workspace, certificate: Certificate) -> None:
    """Refuse to sign with a certificate of what this unit was before a reform."""
    must_have_unit(workspace)
    unit, holder = workspace.unit, certificate.holder
    if holder is None:
        raise Refusal("identity.no_certificate")
    key = UnitKey(holder.unit_code, holder.valid_from)
    today = workspace.clock.today()
    if unit.key != key and unit.key not in workspace.units.succession.succeeded(key, today):
        raise Refusal("identity.other_unit", name=unit.name)


def revoked_serials(workspace: Workspace) -> frozenset[str]:
    """Return what this workspace knows to be revoked: from its own list, or its office's."""
    from antq_desktop.crypto.certificates import read_revocation_list

    trust = trust_now(workspace)
    found: set[str] = set()
    for der in trust.revocation_lists:
        found |= set(read_revocation_list(der, trust.anchors[0]).revoked)
    return frozenset(found)


def anchor_of(workspace: Workspace) -> bytes:
    """Return the certificate of the authority that this workspace trusts, DER."""
    trust = cast("Mapping[str, str]", workspace.document("trust"))
    if "anchor" not in trust:
        raise Refusal("identity.not_enrolled")
    return bytes.fromhex(trust["anchor"])


def trust_now(workspace: Workspace) -> Trust:
    """Return against what signatures are judged at this moment."""
    return trust_at(workspace, workspace.clock.now())


def trust_at(workspace: Workspace, moment: datetime) -> Trust:
    """Return against what signatures are judged that came at a moment."""
    source = "authority" if workspace.place.role == "office" else "directory"
    body = cast("Mapping[str, str]", workspace.document(source))
    lists = (bytes.fromhex(body["revocation_list"]),) if "revocation_list" in body else ()
    return Trust((anchor_of(workspace),), lists, moment)


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


def own_recipients(workspace: Workspace) -> list[str]:
    """Return the age keys to which bundles for this workspace are sealed."""
    identity = cast("Mapping[str, list[str]]", workspace.document("identity"))
    return list(identity["recipients"])
