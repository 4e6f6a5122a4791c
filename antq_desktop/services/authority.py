"""The office's certificate authority: founded with the workspace, opened only to issue and revoke.

Its key lies wrapped under a passphrase of its own, so that nobody who has merely unlocked the
workspace can issue a certificate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import (
    BadCertificate,
    Edition,
    Holder,
    Request,
    Revoked,
    certify_authority,
    issue,
    new_authority,
    new_request,
    new_revocation_list,
    new_signing_key,
    read_certificate,
    read_request,
)
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.passphrases import Argon2Parameters, derive_key, new_parameters
from antq_desktop.crypto.wrapping import WrongKey, unwrap, wrap
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Fault, Refusal
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.exchange_rows import Certified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.crypto.certificates import RevocationReason
    from antq_desktop.services.workspace import Place, Workspace
    from antq_desktop.store.store import Store

_CONTEXT = "authority"
#: How long a revocation list says it holds; its age is shown long before.
LIST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Head:
    """The first user of an office: account, name, the keys he signs and opens what is sealed with.

    ``seal`` is the age recipient of the latter.
    """

    account: str
    person: str
    signing_key: bytes
    seal: str


@dataclass(frozen=True, slots=True)
class Authority:
    """An opened authority: its certificate (DER) and its key (PKCS#8)."""

    certificate: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked for a certificate: the workspace, its age key, and that of the person alone."""

    workspace: str
    recipient: str
    seal: str | None


def found_authority(
    store: Store, place: Place, unit_name: str, head: Head, passphrase: str, now: datetime
) -> None:
    """Make the authority of a new office and certify its head, in the transaction that is open."""
    key, parameters = new_signing_key(), new_parameters()
    office = _holder(place, unit_name, unit_name)
    certificate = new_authority(key, office, at=now)
    wrapped = wrap(derive_key(passphrase, parameters), key, context=_CONTEXT)
    store.meta.set(
        "authority",
        {
            "certificate": certificate.hex(),
            "key": wrapped.hex(),
            "argon2": cast("Json", parameters.as_json()),
            "revocation_list": _new_list(Authority(certificate, key), [], 1, now).hex(),
            "list_number": 1,
        },
    )
    store.meta.set("trust", {"anchor": certificate.hex()})
    request = read_request(new_request(head.signing_key, _holder(place, unit_name, head.person)))
    try:
        own = issue(certificate, key, request, at=now)
    except BadCertificate:
        raise Refusal("identity.own_name") from None
    store.meta.set("certificates", {head.account: own.hex()})
    identity = cast("Mapping[str, list[str]]", store.meta.get("identity"))
    asker = Asker(place.id, identity["recipients"][0], head.seal)
    store.exchanged.add_certificate(certified(own, place.unit.text, asker, now))


def _holder(place: Place, unit_name: str, person: str) -> Holder:
    return Holder(
        practice=place.practice,
        unit_code=place.unit.code,
        valid_from=place.unit.valid_from,
        role="office",
        person=person,
        unit_name=unit_name,
    )


def holder_of_office(workspace: Workspace, person: str) -> Holder:
    """Return how a head of this office is named in a certificate; the unit as its authority is."""
    own = read_certificate(bytes.fromhex(str(workspace.document("authority")["certificate"])))
    if own.holder is None:
        raise Fault("the authority of this office names no holder")
    return replace(own.holder, person=person)


def certified(der: bytes, unit: str, asker: Asker, now: datetime) -> Certified:
    """Return what is kept of a certificate that was issued."""
    certificate = read_certificate(der)
    holder = certificate.holder
    if holder is None:
        raise Fault("a certificate that was just issued names no holder")
    return Certified(
        serial=certificate.serial,
        der=der,
        workspace=asker.workspace,
        unit=unit,
        person=holder.person,
        role=holder.role,
        age_recipient=asker.recipient,
        issued_at=now.isoformat(timespec="seconds"),
        seal=asker.seal,
    )


def open_authority(workspace: Workspace, passphrase: str) -> Authority:
    """Open the authority with its own passphrase; Refusal if it is the wrong one."""
    body = cast("Mapping[str, str]", workspace.document("authority"))
    parameters = Argon2Parameters.from_json(cast("Json", body["argon2"]))
    try:
        key = unwrap(
            derive_key(passphrase, parameters), bytes.fromhex(body["key"]), context=_CONTEXT
        )
    except WrongKey:
        raise Refusal("identity.wrong_ca_passphrase") from None
    return Authority(bytes.fromhex(body["certificate"]), key)


def authority_fingerprint(workspace: Workspace) -> str:
    """Return the SHA-256 of the authority's certificate, which communes compare on paper."""
    body = cast("Mapping[str, str]", workspace.document("authority"))
    return sha256_hex(bytes.fromhex(body["certificate"]))


def certify(
    workspace: Workspace, authority: Authority, request: Request, asker: Asker
) -> Certified:
    """Issue a certificate for a request, in the transaction that is open."""
    der = issue(authority.certificate, authority.key, request, at=workspace.clock.now())
    return _keep(workspace, authority, der, asker)


def certify_lower(
    workspace: Workspace, authority: Authority, lower: bytes, asker: Asker
) -> Certified:
    """Certify the authority of an office directly below, in the transaction that is open.

    ``lower`` is its self-signed certificate, DER. Refusal if it is none of a sound authority.
    """
    now = workspace.clock.now()
    try:
        der = certify_authority(authority.certificate, authority.key, lower, at=now)
    except BadCertificate:
        raise Refusal("identity.bad_request") from None
    return _keep(workspace, authority, der, asker)


def _keep(workspace: Workspace, authority: Authority, der: bytes, asker: Asker) -> Certified:
    """Keep a certificate that was just issued, and make the list anew."""
    holder = cast("Holder", read_certificate(der).holder)
    since = holder.valid_from
    unit = parse_unit_key(f"{holder.unit_code}@{since}" if since else holder.unit_code)
    kept = certified(der, unit.text, asker, workspace.clock.now())
    workspace.store.exchanged.add_certificate(kept)
    renew_list(workspace, authority)
    return kept


def renew_list(workspace: Workspace, authority: Authority) -> None:
    """Make the revocation list again from what was revoked, with the next number."""
    body = dict(workspace.document("authority"))
    number = int(cast("int", body["list_number"])) + 1
    revoked = [
        revocation_of(one)
        for one in workspace.store.exchanged.certificates()
        if one.revoked_at is not None
    ]
    made = _new_list(authority, revoked, number, workspace.clock.now())
    body |= {"revocation_list": made.hex(), "list_number": number}
    workspace.store.meta.set("authority", body)


def revocation_of(one: Certified) -> Revoked:
    """Return what the list says of a certificate that was revoked."""
    known = cast("datetime", moment_of(one.revoked_at))
    since = moment_of(one.effective_from) or known
    why = cast("RevocationReason", one.why or "unspecified")
    return Revoked(one.serial, since, why, known)


def _new_list(authority: Authority, revoked: list[Revoked], number: int, now: datetime) -> bytes:
    return new_revocation_list(
        authority.certificate,
        authority.key,
        revoked,
        Edition(number, now, now + timedelta(days=LIST_DAYS)),
    )
