"""Installing a directory: trust in the office, the own certificate, units, policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.certificates import public_key_of, read_certificate
from antq_desktop.crypto.digests import same_fingerprint, sha256_hex
from antq_desktop.domain.switches import settings
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import authorities_in, opened, refusal_of
from antq_desktop.services.carried_units import tree_of
from antq_desktop.services.signing import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.bundle.bodies import DirectoryBody
    from antq_desktop.bundle.reader import OpenBundle
    from antq_desktop.crypto.canonical import Json
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

    An older one, or the same again, changes nothing and says so. Refusal for another fingerprint,
    another class, or a bundle that is no directory.
    """
    workspace.require_head()
    workspace.require_role("commune")
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
    known = int(cast("int", workspace.document("directory").get("version", 0)))
    same_office = workspace.document("trust").get("anchor") == anchor.hex()
    fingerprint = sha256_hex(anchor)
    if same_office and body.version <= known:
        return Installed(body.version, _certified(workspace), fingerprint, newer=False)
    tree = tree_of(body.units)
    tree.get(workspace.place.unit)
    with workspace.store.atomic():
        workspace.store.meta.set("trust", {"anchor": anchor.hex()})
        workspace.store.meta.set("directory", _document(bundle, body))
        workspace.store.meta.set(
            "certificates",
            {**workspace.document("certificates"), **_own(workspace, body)},
        )
        workspace.store.units.replace(tree)
        workspace.note("directory_installed", version=body.version, authority=fingerprint)
    workspace.units = tree
    return Installed(body.version, _certified(workspace), fingerprint, newer=True)


def _document(bundle: OpenBundle, body: DirectoryBody) -> dict[str, Json]:
    sender = bundle.manifest.sender
    office = key_of(sender.unit)
    return {
        "version": body.version,
        "office": cast("Json", office.as_json()),
        "office_name": sender.unit.name,
        "workspace": sender.workspace,
        "recipients": [one.age_recipient for one in body.recipients if key_of(one.unit) == office],
        "revocation_list": body.revocation_list.hex(),
        "policy": {
            "import_policy": body.policy.import_policy,
            "signatures": body.policy.signatures,
        },
        "calendar": body.calendar.version,
        "switches": cast("Json", settings(body.switches)),
    }


def _own(workspace: Workspace, body: DirectoryBody) -> Mapping[str, str]:
    """Find our certificate by our key; another one with our name in it is not ours."""
    key = workspace.opened.signing_key
    if key is None:
        return {}
    public = public_key_of(key)
    for der in body.certificates:
        if read_certificate(der).public_key == public:
            return {workspace.user: der.hex()}
    return {}


def _certified(workspace: Workspace) -> bool:
    return workspace.user in workspace.document("certificates")
