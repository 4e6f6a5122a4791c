"""The certificates that an office issued, as a person looks them over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import read_certificate
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from datetime import datetime

    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Issued:
    """One certificate: whose it is, from when until when, and when and why it was revoked.

    ``own`` marks the office's own, which this screen does not revoke; ``office`` that of the
    authority of an office below, which has no person. ``effective`` is since when a revocation
    holds, where the key was lost before it was revoked.
    """

    serial: str
    unit: str
    person: str
    since: datetime
    until: datetime
    revoked: datetime | None
    reason: str
    own: bool
    office: bool
    effective: datetime | None = None


def issued_certificates(workspace: Workspace) -> list[Issued]:
    """Return all certificates, the newest first."""
    found: list[Issued] = []
    for one in workspace.store.exchanged.certificates():
        certificate = read_certificate(one.der)
        found.append(
            Issued(
                one.serial,
                workspace.units.get(parse_unit_key(one.unit)).name,
                one.person,
                cast("datetime", moment_of(one.issued_at)),
                certificate.not_after,
                moment_of(one.revoked_at),
                one.reason or "",
                own=one.workspace == workspace.place.id,
                office=certificate.is_authority,
                effective=moment_of(one.effective_from),
            )
        )
    return found[::-1]
