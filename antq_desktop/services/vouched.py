"""Whether a person whom the office knows stands for a request: then nobody has to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.bundle.bodies import statement
from antq_desktop.crypto.certificates import BadCertificate, read_request
from antq_desktop.crypto.signatures import SignatureRefused, verify
from antq_desktop.services.signing import anchor_of, trust_now

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.bundle.bodies import RequestBody, VouchedAct
    from antq_desktop.crypto.certificates import Certificate, Holder
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Voucher:
    """Who stands for a request: ``person`` by the certificate ``serial``, valid ``until`` a day."""

    act: VouchedAct
    on: date
    person: str
    serial: str
    until: date


def voucher_of(workspace: Workspace, body: RequestBody, sender: str) -> Voucher | None:
    """Return who stands for a request, None where nobody does whom this office believes.

    The signature must be good now, by a certificate that this office itself gave to the same
    workspace for the same unit and role, neither revoked nor in doubt. A renewal is for the
    same person, a handover for another one.
    """
    if body.vouched is None:
        return None
    told = statement(body.csr, sender, body.vouched.act, body.vouched.on)
    try:
        asked = read_request(body.csr).holder
        signer = verify(told, body.vouched.signature, trust_now(workspace))
    except (BadCertificate, SignatureRefused):
        return None
    certificate = signer.certificate
    known = workspace.store.exchanged.certificate(certificate.serial)
    ours = [one.der for one in signer.chain] == [anchor_of(workspace)]
    if not ours or known is None or known.workspace != sender or known.revoked_at is not None:
        return None
    if not _fits(certificate, asked, body.vouched.act):
        return None
    until = certificate.not_after.astimezone(workspace.clock.now().tzinfo).date()
    person = certificate.holder.person if certificate.holder is not None else ""
    return Voucher(body.vouched.act, body.vouched.on, person, certificate.serial, until)


def _fits(certificate: Certificate, asked: Holder, act: VouchedAct) -> bool:
    """Say whether one holder may stand for another: same class, unit and role."""
    holder = certificate.holder
    if holder is None:
        return False
    here = (holder.practice, holder.unit_code, holder.valid_from, holder.role)
    there = (asked.practice, asked.unit_code, asked.valid_from, asked.role)
    return here == there and (holder.person == asked.person) == (act == "renewal")
