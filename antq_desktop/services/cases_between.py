"""Cases that came while the key of who signed them was lost: they stand in the list of `revoking`.

A case changes no figure and is in no chain. One that nobody has answered waits, and is answered
where cases are; one that was taken over stays, and a person says that it may.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.crypto.revocation import read_revocation_list
from antq_desktop.domain.deadlines import ZONE
from antq_desktop.errors import Refusal
from antq_desktop.services.signing import known_lists
from antq_desktop.store.exchange_rows import Incoming

if TYPE_CHECKING:
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.cases import ReceivedCase
    from antq_desktop.store.exchange_rows import Certified

_VERDICTS = {None: "held", "taken": "accepted", "refused": "refused"}


def cases_between(
    workspace: Workspace, certified: Certified, since: str, until: str
) -> list[ReceivedCase]:
    """Return the cases that came within a time under a certificate, oldest first; both count."""
    return sorted(
        (
            one
            for one in workspace.store.cases.received()
            if one.serial == certified.serial and since <= one.received_at <= until
        ),
        key=lambda one: one.received_at,
    )


def doubted_cases(workspace: Workspace) -> dict[str, datetime]:
    """Return the cases that came once the key of who signed them was lost, and since when it is.

    By the digest of the bundle; wherever a list at hand says so, which at a commune is that of its
    office. Nothing is taken back: the head asks the sender before he uses such a case.
    """
    lost: dict[str, datetime] = {}
    for authority, der in known_lists(workspace):
        found = read_revocation_list(der, authority)
        lost.update({**found.revoked, **found.doubted})
    return {
        one.bundle: lost[one.serial].astimezone(ZONE)
        for one in workspace.store.cases.received()
        if one.serial in lost and lost[one.serial] <= datetime.fromisoformat(one.received_at)
    }


def as_incoming(case: ReceivedCase) -> Incoming:
    """Return a case as other bundles that came in are kept."""
    return Incoming(
        digest=case.bundle,
        bundle_id=case.bundle_id,
        kind="case",
        unit=case.unit,
        workspace=case.workspace,
        chain=None,
        sequence=None,
        file="",
        sha256=case.sha256,
        verdict=_VERDICTS[case.answer],
        outcome="{}",
        received_at=case.received_at,
        trust="{}",
    )


def why_case_stays(case: ReceivedCase) -> Refusal | None:
    """Return why a case is not taken back: it was taken over; None where it is not in."""
    return Refusal("undo.case_taken") if case.answer == "taken" else None
