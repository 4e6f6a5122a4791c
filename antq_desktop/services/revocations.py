"""What an office notes of certificates that it revokes, and how old its list is."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import read_revocation_list
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.services.ages import days_since
from antq_desktop.services.authority import open_authority, renew_list
from antq_desktop.services.saving import reason_text
from antq_desktop.services.signing import anchor_above, anchor_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from antq_desktop.crypto.certificates import RevocationReason
    from antq_desktop.services.workspace import Workspace


def mark_revoked(
    workspace: Workspace, serial: str, reason: str, since: date | None, why: RevocationReason
) -> datetime:
    """Note a revocation, in the transaction that is open; the list is for the caller to renew.

    Returns since when it holds. Refusal for a certificate that is not ours or was revoked before.
    """
    exchanged, at = workspace.store.exchanged, workspace.clock.stamp()
    effective = datetime.combine(since, time(), ZONE) if since is not None else None
    text = effective.isoformat(timespec="seconds") if effective is not None else None
    if not exchanged.revoke(serial, at, reason_text(reason), since=text, why=why):
        raise Refusal("identity.unknown_serial", serial=serial)
    day = {"day": since.isoformat()} if since is not None else {}
    workspace.note("revoke", serial=serial, reason=reason_text(reason), **day)
    return effective or workspace.clock.now()


def renew_revocations(workspace: Workspace, ca_passphrase: str) -> int:
    """Make the list of this office anew, so that it is of today; return its number.

    It goes down with the next directory.
    """
    workspace.require_head()
    workspace.require_role("office")
    authority = open_authority(workspace, ca_passphrase)
    with workspace.store.atomic():
        renew_list(workspace, authority)
        number = int(cast("int", workspace.document("authority")["list_number"]))
        workspace.note("list_renewed", version=number)
    return number


def own_list_age(workspace: Workspace) -> int:
    """Return how many days ago this office made its list, see `days_since`."""
    own = cast("Mapping[str, str]", workspace.document("authority"))
    made = read_revocation_list(bytes.fromhex(own["revocation_list"]), anchor_of(workspace))
    return days_since(workspace.clock, made.issued_at)


def list_age_above(workspace: Workspace) -> int | None:
    """Return how old the list of the office above is (`days_since`); None without a directory."""
    above, anchor = workspace.document("directory"), anchor_above(workspace)
    if not above or anchor is None:
        return None
    made = read_revocation_list(bytes.fromhex(str(above["revocation_list"])), anchor)
    return days_since(workspace.clock, made.issued_at)
