"""Signers under further anchors whom a list revokes, and what came before the office knew.

The list says since when; the office knows it from the moment at which it took that list in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto.certificates import read_certificate, read_revocation_list
from antq_desktop.crypto.paths import issued_by
from antq_desktop.services.further_trust import ANCHORS, HOLDERS, kept
from antq_desktop.store.exchange_rows import Certified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.services.workspace import Workspace


def mark_revoked_by(
    holders: Mapping[str, dict[str, str]], authority: bytes, made: bytes, at: str
) -> None:
    """Write into the certificates that a list (DER) of an authority revokes when that was known."""
    revoked = read_revocation_list(made, authority).revoked
    for one in holders.values():
        der = bytes.fromhex(one["der"])
        if issued_by(der, authority) and read_certificate(der).serial in revoked:
            one.setdefault("revoked_at", at)


def revoked_foreign(workspace: Workspace) -> Iterator[Certified]:
    """Yield who is revoked under further anchors, as those whom this office certified itself."""
    anchors = kept(workspace, ANCHORS).values()
    zone = workspace.clock.now().tzinfo
    for one in kept(workspace, HOLDERS).values():
        der = bytes.fromhex(one["der"])
        serial = read_certificate(der).serial
        for each in anchors if one.get("revoked_at") else ():
            authority = bytes.fromhex(each["der"])
            if not each.get("list") or not issued_by(der, authority):
                continue
            listed = read_revocation_list(bytes.fromhex(each["list"]), authority)
            if serial in listed.revoked:
                told = listed.revoked[serial]
                since = min(told, listed.doubted.get(serial, told))
                yield Certified(
                    serial=serial,
                    der=der,
                    workspace="",
                    unit=one["unit"],
                    person=one["person"],
                    role=one["role"],
                    age_recipient="",
                    issued_at=one["added_at"],
                    revoked_at=one["revoked_at"],
                    effective_from=since.astimezone(zone).isoformat(timespec="seconds"),
                )
