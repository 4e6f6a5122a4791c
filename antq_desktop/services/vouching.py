"""Who stands for a signer: an office trusts two sides, and each may say only what is its own.

From below, what heads that it certified submit, and what offices that it certified consolidate;
from above, what the office that certified it answers.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from antq_desktop.bundle.names import SECOND_SIGNATURE, SIGNATURE
from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.signature_policy import must_have_two
from antq_desktop.services.signing import anchor_above, anchor_of
from antq_desktop.services.workspace import moment_of

if TYPE_CHECKING:
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.signatures import Signer
    from antq_desktop.services.workspace import Workspace

OLD_LIST = timedelta(days=90)
"""A revocation list that is older is remarked: who was revoked since is not known here."""
REPORTS = frozenset({"submission", "correction"})
"""The kinds of bundle by which a unit reports: they may need two signatures."""
TAKEN = REPORTS | {"consolidated"}
"""The kinds of bundle that an office takes in."""

_FIRST_OF_TWO = frozenset({"officer", "deputy", "head"})


def certified_elsewhere(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    """Return why the signers of a bundle from below have no place here; None where they have."""
    elsewhere = not_certified_by(anchor_of(workspace), bundle)
    if elsewhere is not None or bundle.second is not None or bundle.manifest.kind not in REPORTS:
        return elsewhere
    first = moment_of(workspace.store.exchanged.first_came(bundle.digest))
    came = first.date() if first is not None else workspace.clock.today()
    if must_have_two(workspace, came):
        return Reason("second_signature_missing", SECOND_SIGNATURE)
    return None


def not_certified_by(anchor: bytes, bundle: OpenBundle) -> Reason | None:
    """Return why an office does not stand for the signer of a bundle from below it.

    ``anchor`` is the office's authority, DER. A head signs a submission by a certificate of that
    very office, and where he signs second his officer has one, too; an office signs what it
    consolidates by one of its own authority, which that office certified. What a head sends to an
    office further up would come past the one that answers for him.
    """
    manifest, signer, second = bundle.manifest, bundle.signer, bundle.second
    consolidated = manifest.kind == "consolidated"
    holder, unit = signer.chain[0].holder, manifest.sender.unit
    foreign = manifest.kind in REPORTS
    if not _is_certified(signer, anchor, 2 if consolidated else 1, foreign=foreign):
        return Reason("signer_office", SIGNATURE)
    named = (holder.unit_code, holder.valid_from) if holder is not None else None
    if consolidated and named != (unit.code, unit.valid_from):
        return Reason("signer_office", SIGNATURE)
    if second is not None and not _is_certified(second, anchor, 1, foreign=foreign):
        return Reason("signer_office", SECOND_SIGNATURE)
    role = signer.certificate.holder.role if signer.certificate.holder is not None else None
    # Who signs second is in command, which was asked when the bundle was opened.
    may = _FIRST_OF_TWO if second is not None else {"office" if consolidated else "head"}
    return Reason("signer_role", SIGNATURE) if role not in may else None


def _is_certified(signer: Signer, anchor: bytes, steps: int, *, foreign: bool) -> bool:
    """Say whether a path of so many steps leads to the anchor, or a person has said who it is."""
    if signer.foreign:
        return foreign
    return len(signer.chain) == steps and signer.chain[-1].der == anchor


def is_from_above(workspace: Workspace, bundle: OpenBundle) -> bool:
    """Say whether the authority of the office above this unit issued the signer's certificate."""
    chain = bundle.signer.chain
    return len(chain) == 1 and chain[0].der == anchor_above(workspace)
