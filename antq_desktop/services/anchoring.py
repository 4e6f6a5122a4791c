"""What the head of an office does with further anchors: trusts, assigns, takes lists, removes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto.certificates import (
    BadCertificate,
    BadHolder,
    common_name,
    read_certificate,
    read_revocation_list,
)
from antq_desktop.crypto.digests import same_fingerprint
from antq_desktop.crypto.foreign import (
    anchor_fault,
    certificate_from,
    list_from,
    list_names,
    names_in,
    signer_fault,
    standing,
)
from antq_desktop.crypto.reasons import Reason
from antq_desktop.errors import Refusal
from antq_desktop.services.anchors_known import anchor_kept, assigned_kept, shown_of
from antq_desktop.services.enrolling import must_be_below
from antq_desktop.services.foreign_between import mark_revoked_by
from antq_desktop.services.further_trust import (
    ANCHORS,
    HOLDERS,
    counts_at,
    further_at,
    holder_kept,
    kept,
)
from antq_desktop.services.saving import reason_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.crypto.certificates import Certificate
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.anchors_known import Assigned, AssignedRole, FurtherAnchor, Shown
    from antq_desktop.services.workspace import Workspace

_CERTIFICATE_LIMIT: Final = 1 << 20
_LIST_LIMIT: Final = 16 << 20
_NO_ANCHOR: Final = {"not_ca": "identity.anchor_not_ca", "weak": "identity.anchor_weak"}
_NO_SIGNER: Final = {"usage": "identity.assign_usage", "weak": "identity.assign_weak"}


def look_at(path: Path) -> Shown:
    """Return what a certificate file says, for people to compare; Refusal if it is none."""
    return shown_of(_certificate_in(path))


def add_anchor(workspace: Workspace, path: Path, fingerprint: str) -> FurtherAnchor:
    """Trust a root whose ``fingerprint`` was compared, or an authority under one that is trusted.

    Refusal for what is no certificate of a sound authority, or has another fingerprint.
    """
    _must_be_office(workspace)
    der = _certificate_in(path)
    own, now = read_certificate(der), workspace.clock.now()
    if not same_fingerprint(own.fingerprint, fingerprint):
        raise Refusal("identity.anchor_other_fingerprint", found=own.fingerprint)
    fault = anchor_fault(der)
    if fault is not None:
        raise Refusal(_NO_ANCHOR[fault])
    if own.not_after <= now:
        raise Refusal("identity.anchor_ended", day=own.not_after.strftime("%d/%m/%Y"))
    every = kept(workspace, ANCHORS)
    before = every.get(own.fingerprint, {})
    if before and counts_at(before, now):
        raise Refusal("identity.anchor_known")
    found = standing(der, further_at(workspace, now), now)
    if found is Reason.UNTRUSTED:
        raise Refusal("identity.anchor_not_root")
    if found is Reason.REVOKED:
        raise Refusal("identity.anchor_revoked")
    at = workspace.clock.stamp()
    every[own.fingerprint] = {"der": der.hex(), "added_at": at, "list": before.get("list", "")}
    with workspace.store.atomic():
        workspace.note("anchor_added", fingerprint=own.fingerprint)
        _write(workspace, ANCHORS, every)
    return anchor_kept(workspace, every[own.fingerprint])


def remove_anchor(workspace: Workspace, fingerprint: str, reason: str) -> None:
    """Trust an anchor, or a certificate that was assigned, no more from now on.

    What came before stays right. Refusal without a reason, or for what is not there.
    """
    _must_be_office(workspace)
    if not reason.strip():
        raise Refusal("records.reason_needed")
    why, now = reason_text(reason), workspace.clock.now()
    for name in (ANCHORS, HOLDERS):
        every = kept(workspace, name)
        for key, one in every.items():
            if same_fingerprint(key, fingerprint) and counts_at(one, now):
                one |= {"removed_at": workspace.clock.stamp(), "reason": why}
                with workspace.store.atomic():
                    workspace.note("anchor_removed", fingerprint=key, reason=why)
                    _write(workspace, name, every)
                return
    raise Refusal("identity.anchor_unknown")


def take_list(workspace: Workspace, path: Path) -> FurtherAnchor:
    """Take the revocation list of an authority that is trusted; return whose it is.

    What came by then from somebody whom it revokes is for `revoking.between`. Refusal for what is
    none, one of somebody else, and one that is older than that at hand.
    """
    _must_be_office(workspace)
    now, every = workspace.clock.now(), kept(workspace, ANCHORS)
    try:
        made = list_from(_bytes_of(path, _LIST_LIMIT))
    except BadCertificate:
        raise Refusal("identity.anchor_list_damaged") from None
    trusted = [one for one in every.values() if counts_at(one, now)]
    named = [one for one in trusted if list_names(made, bytes.fromhex(one["der"]))]
    if not named:
        raise Refusal("identity.anchor_list_other")
    (one, *_) = named
    der = bytes.fromhex(one["der"])
    try:
        found = read_revocation_list(made, der)
    except BadCertificate:
        raise Refusal("identity.anchor_list_damaged") from None
    if one.get("list") and read_revocation_list(bytes.fromhex(one["list"]), der).number > (
        found.number
    ):
        raise Refusal("identity.anchor_list_older")
    one["list"] = made.hex()
    holders = kept(workspace, HOLDERS)
    mark_revoked_by(holders, der, made, workspace.clock.stamp())
    with workspace.store.atomic():
        fingerprint = read_certificate(der).fingerprint
        workspace.note("anchor_list", fingerprint=fingerprint, version=found.number)
        _write(workspace, ANCHORS, every)
        _write(workspace, HOLDERS, holders)
    return anchor_kept(workspace, one)


def assign(
    workspace: Workspace, path: Path, unit: Unit, role: AssignedRole, person: str = ""
) -> Assigned:
    """Say whose a certificate under a further anchor is: a unit below, a role, a person.

    Without ``person`` it is the name in the certificate. Refusal for a certificate with which
    nobody signs or that leads to no anchor, and for a unit that is not directly below this office.
    """
    _must_be_office(workspace)
    own = read_certificate(_certificate_in(path))
    now = workspace.clock.now()
    _must_be_under(workspace, own, now)
    must_be_below(workspace, unit.key)
    every = kept(workspace, HOLDERS)
    one = {
        "der": own.der.hex(),
        "unit": unit.key.text,
        "unit_name": unit.name,
        "role": role,
        "person": person.strip() or common_name(own.der),
        "added_at": workspace.clock.stamp(),
    }
    try:
        one["person"] = holder_kept(workspace, one).person
    except BadHolder:
        raise Refusal("identity.assign_name") from None
    every[own.fingerprint] = one
    with workspace.store.atomic():
        workspace.note("anchor_assigned", serial=own.serial, unit=unit.key.text, role=role)
        _write(workspace, HOLDERS, every)
    return assigned_kept(workspace, one)


def _must_be_under(workspace: Workspace, own: Certificate, now: datetime) -> None:
    fault = signer_fault(own.der)
    if fault is not None:
        raise Refusal(_NO_SIGNER[fault])
    if own.not_after <= now:
        raise Refusal("identity.anchor_ended", day=own.not_after.strftime("%d/%m/%Y"))
    found = standing(own.der, further_at(workspace, now), now)
    if found is Reason.UNTRUSTED:
        raise Refusal("identity.assign_not_under", issuer=names_in(own.der)[1])
    if found is Reason.REVOKED:
        raise Refusal("identity.anchor_revoked")


def _must_be_office(workspace: Workspace) -> None:
    workspace.require_head()
    workspace.require_role("office")


def _certificate_in(path: Path) -> bytes:
    try:
        return certificate_from(_bytes_of(path, _CERTIFICATE_LIMIT))
    except BadCertificate:
        raise Refusal("identity.anchor_not_certificate", name=path.name) from None


def _bytes_of(path: Path, limit: int) -> bytes:
    """Return what is in a file, of one that is too long a beginning that nothing can be read of."""
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError:
        raise Refusal("bundles.cannot_read", name=path.name) from None


def _write(workspace: Workspace, name: str, every: Mapping[str, Mapping[str, str]]) -> None:
    workspace.store.meta.set(name, cast("Json", every))
