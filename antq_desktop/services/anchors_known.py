"""Further anchors of an office as people see them: the State's authorities, and who signs by them.

Each says how it stands now, and what would change if it were removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from antq_desktop.crypto.certificates import common_name, read_certificate, read_revocation_list
from antq_desktop.crypto.digests import same_fingerprint
from antq_desktop.crypto.foreign import is_root, names_in, standing
from antq_desktop.crypto.reasons import Reason
from antq_desktop.errors import Refusal
from antq_desktop.services.further_trust import (
    ANCHORS,
    HOLDERS,
    counts_at,
    further_at,
    holder_kept,
    kept,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.foreign import Further
    from antq_desktop.crypto.paths import ListWanted
    from antq_desktop.domain.units import Unit
    from antq_desktop.services.workspace import Workspace

AssignedRole = Literal["head", "officer"]
"""As whom somebody signs: alone or second, or first of two."""

Standing = Literal["good", "unlisted", "list_ended", "ended", "early", "revoked", "rootless"]
"""How a certificate stands: what its signer sends is taken, held for a list, or refused."""

_STANDINGS: dict[Reason, Standing] = {
    Reason.EXPIRED: "ended",
    Reason.NOT_YET_VALID: "early",
    Reason.REVOKED: "revoked",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A certificate as people compare it: the names in it, its serial, fingerprint and last day."""

    subject: str
    issuer: str
    serial: str
    fingerprint: str
    until: datetime
    name: str


@dataclass(frozen=True, slots=True)
class FurtherAnchor:
    """An authority that is trusted besides our own; a ``root``, or one that stands under a root.

    ``list_days`` is the age of its revocation list, None without one; ``list_due`` when the next
    one is due. ``ended`` says that this moment has passed: what it certified waits for a person.
    """

    shown: Shown
    root: bool
    added_at: datetime
    list_days: int | None
    list_due: datetime | None
    ended: bool
    standing: Standing


@dataclass(frozen=True, slots=True)
class Assigned:
    """A certificate of others, and for whom it stands here."""

    shown: Shown
    unit: str
    unit_name: str
    person: str
    role: AssignedRole
    standing: Standing


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would change if an anchor, or a certificate that was assigned, were removed.

    The ``authorities`` under it lead nowhere any more, and what is signed with one of the
    ``certificates`` is refused, from then on; what came before stays right.
    """

    shown: Shown
    authorities: tuple[FurtherAnchor, ...]
    certificates: tuple[Assigned, ...]


def further_anchors(workspace: Workspace) -> list[FurtherAnchor]:
    """Return the further anchors that are trusted now: roots first, in the order they came in."""
    now = workspace.clock.now()
    every = kept(workspace, ANCHORS).values()
    found = [anchor_kept(workspace, one) for one in every if counts_at(one, now)]
    return sorted(found, key=lambda one: (not one.root, one.added_at, one.shown.fingerprint))


def assigned(workspace: Workspace) -> list[Assigned]:
    """Return whose certificates under further anchors are known, by unit and person."""
    now = workspace.clock.now()
    every = kept(workspace, HOLDERS).values()
    found = [assigned_kept(workspace, one) for one in every if counts_at(one, now)]
    return sorted(found, key=lambda one: (one.unit, one.person, one.shown.fingerprint))


def leaving(workspace: Workspace, fingerprint: str) -> Leaving:
    """Return what would change without an anchor or a certificate; Refusal if it is not there."""
    anchors, certificates = further_anchors(workspace), assigned(workspace)
    known: list[FurtherAnchor | Assigned] = [*anchors, *certificates]
    found = [one for one in known if same_fingerprint(one.shown.fingerprint, fingerprint)]
    if not found:
        raise Refusal("identity.anchor_unknown")
    (gone, *_) = found
    if isinstance(gone, Assigned):
        return Leaving(gone.shown, (), (gone,))
    moment = workspace.clock.now()
    left = further_at(workspace, moment, without=gone.shown.fingerprint)
    ders = {**kept(workspace, ANCHORS), **kept(workspace, HOLDERS)}

    def is_cut(one: FurtherAnchor | Assigned) -> bool:
        der = bytes.fromhex(ders[one.shown.fingerprint]["der"])
        hangs = one is not gone and one.standing != "rootless"
        return hangs and standing(der, left, moment) is Reason.UNTRUSTED

    return Leaving(
        gone.shown,
        tuple(one for one in anchors if is_cut(one)),
        tuple(one for one in certificates if is_cut(one)),
    )


def assignable_units(workspace: Workspace) -> tuple[Unit, ...]:
    """Return the units of today whose police stands directly below that of this office."""
    today, units = workspace.clock.today(), workspace.units
    own = workspace.unit
    return tuple(one for one in units.valid(today) if units.superior(one.key, today) == own)


def shown_of(der: bytes) -> Shown:
    """Return what a certificate says, for people."""
    own, (subject, issuer) = read_certificate(der), names_in(der)
    name = common_name(der) or subject
    return Shown(subject, issuer, own.serial, own.fingerprint, own.not_after, name)


def anchor_kept(workspace: Workspace, one: Mapping[str, str]) -> FurtherAnchor:
    """Return an authority as it is kept, and how it stands now."""
    der, now = bytes.fromhex(one["der"]), workspace.clock.now()
    listed = read_revocation_list(bytes.fromhex(one["list"]), der) if one.get("list") else None
    ended = listed is not None and listed.next_update <= now
    found = _standing(der, further_at(workspace, now), now)
    if found in {"good", "unlisted", "list_ended"}:  # the lists above it are told beside those
        found = "unlisted" if listed is None else "list_ended" if ended else "good"
    return FurtherAnchor(
        shown_of(der),
        is_root(der),
        datetime.fromisoformat(one["added_at"]),
        (now - listed.issued_at).days if listed is not None else None,
        listed.next_update if listed is not None else None,
        ended,
        found,
    )


def assigned_kept(workspace: Workspace, one: Mapping[str, str]) -> Assigned:
    """Return a certificate as it was assigned, and how it stands now."""
    der, now = bytes.fromhex(one["der"]), workspace.clock.now()
    holder = holder_kept(workspace, one)
    role: AssignedRole = "head" if holder.role == "head" else "officer"
    found = _standing(der, further_at(workspace, now), now)
    return Assigned(shown_of(der), one["unit"], one["unit_name"], holder.person, role, found)


def _standing(der: bytes, further: Further, moment: datetime) -> Standing:
    found: Reason | ListWanted | None = standing(der, further, moment)
    if found is None:
        return "good"
    if isinstance(found, Reason):
        return _STANDINGS.get(found, "rootless")
    return "unlisted" if found.due is None else "list_ended"
