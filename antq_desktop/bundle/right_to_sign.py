"""Whether the signers of a bundle may say what its manifest says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from antq_desktop.bundle import names
from antq_desktop.bundle.refusals import refused
from antq_desktop.crypto.certificates import BadCertificate, read_certificate, read_request
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.vietnamese import clean

if TYPE_CHECKING:
    from datetime import date

    from antq_desktop.bundle.bodies import RequestBody
    from antq_desktop.bundle.manifest import Manifest
    from antq_desktop.crypto.certificates import Certificate, Holder
    from antq_desktop.crypto.signatures import Signer
    from antq_desktop.domain.succession import Succession


IN_COMMAND: Final = frozenset({"head", "deputy"})
"""The roles whose holders answer for a unit: they sign second, and alone."""


def check_signer(signer: Signer, manifest: Manifest, succession: Succession, day: date) -> None:
    """Compare class, unit and serial number of the certificate with the manifest.

    A certificate may sign for its unit, and for those that it succeeds on that day.
    Raises BundleRefused: ``class``, ``signer_unit``, ``signer_certificate``,
    and for a request ``request_key`` where the certificate that it asks for is not for the signer's
    own key and name.
    """
    holder, sender = signer.certificate.holder, manifest.sender
    unit = UnitKey(sender.unit.code, sender.unit.valid_from)
    if holder is None or not _may_sign_for(holder, unit, succession, day):
        raise refused("signer_unit", file=names.MANIFEST, field="$.sender.unit")
    if holder.practice != (manifest.class_ == "practice"):
        raise refused("class", file=names.MANIFEST, field="$.class")
    if signer.certificate.serial != sender.certificate:
        raise refused("signer_certificate", file=names.MANIFEST, field="$.sender.certificate")
    if manifest.request is not None:
        # People compare the unit that is shown: it is certified for no other.
        if UnitKey(holder.unit_code, holder.valid_from) != unit:
            raise refused("signer_unit", file=names.MANIFEST, field="$.sender.unit")
        _check_request(manifest.request, holder, signer.certificate.public_key)


def check_second(
    second: Signer | None,
    first: Signer,
    manifest: Manifest,
    succession: Succession,
    day: date,
    *,
    awaited: bool = False,
) -> None:
    """Compare the second signature with what the manifest, which the first covers, announces.

    It is there where two are announced and only there: nobody can take one away unseen, nor add
    one. Another person gives it, who is in command, for the same unit. With ``awaited`` it is about
    a bundle that still waits for it. Raises BundleRefused: ``second_signature_missing``,
    ``second_signature``, ``second_signer_role``, ``second_signer_same``, and ``signer_unit`` and
    ``class`` as above.
    """
    if second is None:
        if manifest.signatures != 1 and not awaited:
            raise refused("second_signature_missing", file=names.SECOND_SIGNATURE)
        return
    if manifest.signatures == 1 or awaited:
        raise refused("second_signature", file=names.SECOND_SIGNATURE)
    holder, sender = second.certificate.holder, manifest.sender
    unit = UnitKey(sender.unit.code, sender.unit.valid_from)
    if holder is None or not _may_sign_for(holder, unit, succession, day):
        raise refused("signer_unit", file=names.SECOND_SIGNATURE)
    if holder.practice != (manifest.class_ == "practice"):
        raise refused("class", file=names.SECOND_SIGNATURE)
    if holder.role not in IN_COMMAND:
        raise refused("second_signer_role", file=names.SECOND_SIGNATURE)
    if is_same_person(second.certificate, first.certificate):
        raise refused("second_signer_same", file=names.SECOND_SIGNATURE)


def is_same_person(one: Certificate, other: Certificate) -> bool:
    """Say whether two certificates are for one key, or name one person.

    A person may have several keys over the years. In a unit a name stands for one person: where two
    have the same one, what sets them apart belongs into the name.
    """
    names_of = [clean(each.holder.person).casefold() for each in (one, other) if each.holder]
    return one.public_key == other.public_key or len(set(names_of)) < len((one, other))


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
