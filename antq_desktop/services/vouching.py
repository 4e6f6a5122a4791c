"""Who stands for a signer: an office trusts two sides, and each may say only what is its own.

From below, what heads that it certified submit, and what offices that it certified consolidate;
from above, what the office that certified it answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle.names import SIGNATURE
from antq_desktop.bundle.refusals import Reason
from antq_desktop.services.signing import anchor_above, anchor_of

if TYPE_CHECKING:
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.services.workspace import Workspace


def certified_elsewhere(workspace: Workspace, bundle: OpenBundle) -> Reason | None:
    """Return why the signer of a bundle from below has no place here; None where he has.

    A head signs a submission by a certificate of this very office: what he submits elsewhere came
    past the office that answers for him.
    """
    chain = bundle.signer.chain
    if len(chain) == 1 and chain[0].der == anchor_of(workspace):
        return None
    return Reason("signer_office", SIGNATURE)


def is_from_above(workspace: Workspace, bundle: OpenBundle) -> bool:
    """Say whether the authority of the office above this unit issued the signer's certificate."""
    chain = bundle.signer.chain
    return len(chain) == 1 and chain[0].der == anchor_above(workspace)
