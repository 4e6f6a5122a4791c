"""What an office keeps of further anchors, and what of it counts when a signature is judged.

Only leaving is dated: a bundle that came while an anchor was trusted stays right after it was
removed, and one that came before it was there is judged anew when a person imports it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from antq_desktop.crypto.foreign import Further, is_root
from antq_desktop.crypto.holders import Holder
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from antq_desktop.services.workspace import Workspace

ANCHORS: Final = "further_anchors"
"""The document with the authorities, by fingerprint: `der`, `added_at`, `removed_at`, `list`."""
HOLDERS: Final = "further_holders"
"""The document with the certificates, by fingerprint: whose each is, `added_at`, `removed_at`."""


def kept(workspace: Workspace, name: str) -> dict[str, dict[str, str]]:
    """Return one of the two documents, to be changed and written back."""
    found = cast("Mapping[str, Mapping[str, str]]", workspace.document(name))
    return {fingerprint: dict(one) for fingerprint, one in found.items()}


def counts_at(one: Mapping[str, str], moment: datetime) -> bool:
    """Say whether an entry of a document was not removed by ``moment``."""
    removed = moment_of(one.get("removed_at"))
    return removed is None or moment < removed


def further_at(workspace: Workspace, moment: datetime, *, without: str = "") -> Further:
    """Return the further anchors against which signatures are judged that came at ``moment``.

    ``without`` is the fingerprint of one that is left out, to see what hangs on it.
    """
    every = kept(workspace, ANCHORS).items()
    found = [one for key, one in every if key != without and counts_at(one, moment)]
    ders = [bytes.fromhex(one["der"]) for one in found]
    return Further(
        anchors=tuple(der for der in ders if is_root(der)),
        authorities=tuple(der for der in ders if not is_root(der)),
        lists=tuple(bytes.fromhex(one["list"]) for one in found if one.get("list")),
        holders={
            fingerprint: holder_kept(workspace, one)
            for fingerprint, one in kept(workspace, HOLDERS).items()
            if counts_at(one, moment)
        },
    )


def holder_kept(workspace: Workspace, one: Mapping[str, str]) -> Holder:
    """Return for whom a certificate stands, as it was told."""
    unit = parse_unit_key(one["unit"])
    return Holder(
        practice=workspace.place.practice,
        unit_code=unit.code,
        valid_from=unit.valid_from,
        role="head" if one["role"] == "head" else "officer",
        person=one["person"],
        unit_name=one["unit_name"],
    )
