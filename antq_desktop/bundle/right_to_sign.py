"""Whether the signer of a bundle may say what its manifest says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.bundle import names
from antq_desktop.bundle.refusals import refused
from antq_desktop.crypto.certificates import BadCertificate, read_certificate, read_request
from antq_desktop.domain.units import UnitKey

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.bundle.bodies import RequestBody
    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.crypto.certificates import Holder
    from antq_desktop.crypto.signatures import Signer
    from antq_desktop.domain.succession import Succession


def check_signer(signer: Signer, manifest: Manifest, succession: Succession, day: date) -> None:
    """Compare class, unit and serial number of the certificate with the manifest.

    A certificate may sign for its unit, and for those that it succeeds on that day.
    Raises BundleRefused: ``class``, ``signer_unit``, ``signer_certificate``,
    ``second_signature``, and for a request ``request_key`` where the certificate that it asks for
    is not for the signer's own key and name.
    """
    holder, sender = signer.certificate.holder, manifest.sender
    unit = UnitKey(sender.unit.code, sender.unit.valid_from)
    if holder is None or not _may_sign_for(holder, unit, succession, day):
        raise refused("signer_unit", file=names.MANIFEST, field="$.sender.unit")
    if holder.practice != (manifest.class_ == "practice"):
        raise refused("class", file=names.MANIFEST, field="$.class")
    if signer.certificate.serial != sender.certificate:
        raise refused("signer_certificate", file=names.MANIFEST, field="$.sender.certificate")
    if manifest.signatures != 1:
        raise refused("second_signature", file=names.MANIFEST, field="$.signatures")
    if manifest.request is not None:
        # People compare the unit that is shown: it is certified for no other.
        if UnitKey(holder.unit_code, holder.valid_from) != unit:
            raise refused("signer_unit", file=names.MANIFEST, field="$.sender.unit")
        _check_request(manifest.request, holder, signer.certificate.public_key)


def _may_sign_for(holder: Holder, unit: UnitKey, succession: Succession, day: date) -> bool:
    own = UnitKey(holder.unit_code, holder.valid_from)
    return own == unit or unit in succession.succeeded(own, day)


def _authority_fits(body: RequestBody, holder: Holder, public_key: bytes) -> bool:
    """Say whether an office's request, and no other, shows the authority whose key it is for."""
    if body.authority is None or body.role != "office":
        return body.authority is None and body.role != "office"
    try:
        authority = read_certificate(body.authority)
    except BadCertificate:
        return False
    same = (authority.holder, authority.public_key) == (holder, public_key)
    return authority.is_authority and same


def _check_request(body: RequestBody, holder: Holder, public_key: bytes) -> None:
    try:
        asked = read_request(body.csr)
    except BadCertificate as error:
        raise refused("request_key", file=names.MANIFEST, field="$.request.csr") from error
    if asked.public_key != public_key or asked.holder != holder:
        raise refused("request_key", file=names.MANIFEST, field="$.request.csr")
    if body.vouched is not None and body.role == "office":
        raise refused("request_key", file=names.MANIFEST, field="$.request.vouched")
    if not _authority_fits(body, holder, public_key):
        raise refused("request_key", file=names.MANIFEST, field="$.request.authority")
    for member, stated in (("person", body.person), ("role", body.role)):
        if stated != getattr(holder, member):
            raise refused("request_key", file=names.MANIFEST, field=f"$.request.{member}")
