"""Installing a directory: trust in the office above, the own certificate, units, policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.certificates import (
    BadCertificate,
    read_certificate,
    read_revocation_list,
)
from antq_desktop.crypto.digests import same_fingerprint, sha256_hex
from antq_desktop.crypto.paths import issued_by
from antq_desktop.domain.switches import settings
from antq_desktop.errors import Fault, Refusal
from antq_desktop.services.arriving import authorities_in, opened, refusal_of
from antq_desktop.services.carried_units import tree_of
from antq_desktop.services.signing import (
    ASKED,
    anchor_above,
    anchor_of,
    certified_above,
    key_of,
)
from antq_desktop.services.tokens import own_public_keys
from antq_desktop.services.unit_tree import must_hold_all
from antq_desktop.services.using_keys import settle
from antq_desktop.services.working_calendar import calendar_in, forget_calendar, json_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.bundle.bodies import DirectoryBody, Receiver
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
    from antq_desktop.domain.units import UnitTree
    from antq_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Installed:
    """What a directory brought: its version, whether a certificate is ours, the authority.

    ``newer`` is False where nothing changed, because this version or a later one was installed.
    """

    version: int
    certified: bool
    fingerprint: str
    newer: bool


def show_authorities(workspace: Workspace, path: Path) -> tuple[str, ...]:
    """Return the fingerprints of the authorities in a directory, for a person to compare."""
    return tuple(sha256_hex(der) for der in authorities_in(workspace, path))


def install_directory(workspace: Workspace, path: Path, *, fingerprint: str) -> Installed:
    """Install a directory whose authority has the fingerprint that the person compared.

    At an office it is that of the office above, which stays apart from the office's own authority.
    An older one, or the same again, changes nothing and says so. Refusal for another fingerprint,
    another class, the office's own directory, or a bundle that is no directory.
    """
    workspace.require_head()
    matching = [
        der
        for der in authorities_in(workspace, path)
        if same_fingerprint(sha256_hex(der), fingerprint)
    ]
    if not matching:
        raise Refusal("identity.other_ca_fingerprint")
    try:
        with opened(workspace, path, anchor=matching[0]) as bundle:
            return _install(workspace, bundle, matching[0])
    except BundleRefused as refused:
        raise refusal_of(refused) from None


def _install(workspace: Workspace, bundle: OpenBundle, anchor: bytes) -> Installed:
    body = bundle.manifest.directory
    if body is None:
        raise Refusal("identity.no_directory")
    if bundle.manifest.class_ != workspace.place.class_:
        raise Refusal("identity.other_class")
    holder = bundle.signer.certificate.holder
    if holder is None or holder.role != "office" or body.authority != anchor:
        raise Refusal("identity.not_an_office")
    if key_of(bundle.manifest.sender.unit) == workspace.place.unit:
        raise Refusal("identity.own_directory")
    known = int(cast("int", workspace.document("directory").get("version", 0)))
    same_office = anchor_above(workspace) == anchor
    if same_office and "bodies" not in workspace.document("directory"):
        known = min(known, body.version - 1)  # an older program kept less of it
    fingerprint = sha256_hex(anchor)
    if same_office and body.version <= known:
        settle(workspace)  # a power cut may have come before it
        return Installed(body.version, _certified(workspace), fingerprint, newer=False)
    tree = _sound(body, anchor)
    must_hold_all(workspace, tree)
    with workspace.store.atomic():
        if workspace.place.role == "office":
            _keep_above(workspace, bundle, body)
        else:
            _keep(workspace, bundle, body)
        workspace.store.units.replace(tree)
        workspace.note("directory_installed", version=body.version, authority=fingerprint)
    workspace.units = tree
    settle(workspace)
    forget_calendar(workspace)
    return Installed(body.version, _certified(workspace), fingerprint, newer=True)


def _sound(body: DirectoryBody, anchor: bytes) -> UnitTree:
    """Return the units of a directory all of whose parts can be read; Refusal for another.

    Its calendar, too, must not contradict itself.
    """
    try:
        read_revocation_list(body.revocation_list, anchor)
        for der in body.certificates:
            read_certificate(der)
        calendar_in(body.calendar)
        return tree_of(body.units)
    except (BadCertificate, Fault):
        raise Refusal("identity.no_directory") from None


def _keep(workspace: Workspace, bundle: OpenBundle, body: DirectoryBody) -> None:
    """Keep what a commune takes from its office: whom to trust, and the head's certificate."""
    meta = workspace.store.meta
    meta.set("trust", {"anchor": body.authority.hex()})
    meta.set("directory", _document(bundle, body))
    meta.set("certificates", {**workspace.document("certificates"), **_own(workspace, body)})


def _keep_above(workspace: Workspace, bundle: OpenBundle, body: DirectoryBody) -> None:
    """Keep what an office takes from the one above; its own authority stays as it is.

    ``certified`` is its authority as the upper office certified it, null until it has.
    """
    workspace.store.meta.set(
        "directory",
        {
            **_document(bundle, body),
            "anchor": body.authority.hex(),
            "certified": _certified_authority(workspace, body),
        },
    )


def _certified_authority(workspace: Workspace, body: DirectoryBody) -> str | None:
    """Find our authority among the certificates, by its key; in hex."""
    own = read_certificate(anchor_of(workspace))
    for der in body.certificates:
        found = read_certificate(der)
        ours = found.is_authority and found.public_key == own.public_key
        if ours and issued_by(der, body.authority):
            return der.hex()
    return None


def _document(bundle: OpenBundle, body: DirectoryBody) -> dict[str, Json]:
    """Return what both keep; the calendar is what an office tells its own subordinates, too."""
    sender = bundle.manifest.sender
    office = key_of(sender.unit)
    return {
        "version": body.version,
        "office": cast("Json", office.as_json()),
        "office_name": sender.unit.name,
        "workspace": sender.workspace,
        "bodies": [_receiver(one) for one in body.recipients],
        "recipients": [one.age_recipient for one in body.recipients if key_of(one.unit) == office],
        "revocation_list": body.revocation_list.hex(),
        "policy": {
            "import_policy": body.policy.import_policy,
            "signatures": body.policy.signatures,
            "since": body.policy.since.isoformat() if body.policy.since is not None else None,
        },
        "calendar": body.calendar.version,
        "calendar_table": json_of(body.calendar),
        "switches": cast("Json", settings(body.switches)),
    }


def _receiver(one: Receiver) -> dict[str, Json]:
    """Return to whom cases and books can be handed over, and the keys to seal them to."""
    return {
        "unit": key_of(one.unit).text,
        "workspace": one.workspace,
        "age_recipient": one.age_recipient,
        "seal": one.seal,
    }


def _own(workspace: Workspace, body: DirectoryBody) -> Mapping[str, str]:
    """Find the certificates of our users by their keys; one with our name alone is not ours.

    The key of somebody else who asked is known by its public half: an officer's certificate comes
    with the directory that his head installs.
    """
    certificates = sorted(map(read_certificate, body.certificates), key=lambda one: one.not_before)
    by_key = {one.public_key: one.der for one in certificates}  # of one key the newest counts
    asked = cast("Mapping[str, str]", workspace.document(ASKED))
    keys = [(bytes.fromhex(public), user) for user, public in asked.items()]
    # Of several own keys the first counts that is certified: the newest.
    keys += [(public, workspace.user) for public in reversed(own_public_keys(workspace))]
    return {user: by_key[public].hex() for public, user in keys if public in by_key}


def _certified(workspace: Workspace) -> bool:
    if workspace.place.role == "office":
        return bool(certified_above(workspace))
    return workspace.user in workspace.document("certificates")
