"""A certificate goes on: renewed by its holder with the old key, or handed over to who follows.

In both the holder of a certificate in force signs for the next key, so that the office has nothing
to compare. Whose certificate has ended, or whose key is lost, comes as for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.bundle.bodies import Vouched, statement
from antq_desktop.crypto.certificates import (
    BadCertificate,
    new_request,
    new_signing_key,
    read_certificate,
    read_request,
)
from antq_desktop.errors import Refusal
from antq_desktop.services.authority import Asker as CertifiedAsker
from antq_desktop.services.authority import certify, holder_of_office, open_authority
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import Asker, asker_of, holder_named, write_request
from antq_desktop.services.holding_keys import changing_slots
from antq_desktop.services.opening import key_file
from antq_desktop.services.own_keys import make_next_key
from antq_desktop.services.signing import own_recipients, own_signature
from antq_desktop.services.tokens import own_key, telling
from antq_desktop.services.using_keys import settle
from antq_desktop.store.keyfile import open_slot, with_signing_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from antq_desktop.bundle.bodies import VouchedAct
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.workspace import Workspace


def renew_request(workspace: Workspace, target: Path) -> Asked:
    """Write a request for the next certificate of this user, signed with the present key.

    It carries a new key, which takes over when its certificate is installed; until then the old
    one signs. A key on a token, which nobody can have copied, stays. Refusal where there is no
    certificate in force (`own_signature`).
    """
    workspace.require_role("commune")
    vouch = _vouching(workspace, "renewal", workspace.clock.today())
    certificates = cast("Mapping[str, str]", workspace.document("certificates"))
    own = own_key(workspace, read_certificate(bytes.fromhex(certificates[workspace.user])))
    with telling(workspace, own.token):
        key = own.get() if own.token is not None else make_next_key(workspace)
        return write_request(workspace, target, asker_of(workspace, key), vouch)


def successors(workspace: Workspace) -> list[str]:
    """Return to whom this head can hand over: the other heads of this workspace, by name."""
    return [
        slot.name
        for slot in workspace.keys.slots
        if slot.role == "head" and slot.id != workspace.opened.slot.id
    ]


def hand_over_request(
    workspace: Workspace, target: Path, successor: str, passphrase: str, on: date
) -> Asked:
    """Write the request of the head who follows, signed by both: by him, and by this one.

    Both sit at the PC: ``passphrase`` is that of the ``successor``, and opens his key alone. The
    office certifies him and revokes this head's certificate from the day ``on``. Refusal for
    another day than one that has come, and as `own_signature`.
    """
    workspace.require_role("commune")
    vouch = _vouching(workspace, "handover", on)
    if successor not in successors(workspace):
        raise Refusal("identity.no_successor", name=successor)
    if on > workspace.clock.today():
        raise Refusal("identity.handover_ahead", day=on.strftime("%d/%m/%Y"))
    theirs = open_slot(workspace.keys.slot(successor), passphrase)
    key = theirs.signing_key
    if key is None:
        key = new_signing_key()
        keys = workspace.keys.with_slot(with_signing_key(theirs, key))
        with changing_slots(workspace.store, key_file(workspace.paths), keys):
            workspace.keys = keys
    holder = holder_named(workspace, successor)
    asker = Asker(key, holder, theirs.seal.recipient, user=theirs.slot.id)
    asked = write_request(workspace, target, asker, vouch)
    with workspace.store.atomic():
        workspace.note("key_handed_over", day=on.isoformat())
    return asked


def _vouching(workspace: Workspace, act: VouchedAct, on: date) -> Callable[[bytes], Vouched]:
    """Return what signs for a PKCS#10 with the certificate in force; Refusal without one."""
    own = own_signature(workspace, first=not workspace.is_head)

    def vouch(csr: bytes) -> Vouched:
        told = statement(csr, workspace.place.id, act, on)
        return Vouched(act=act, on=on, signature=own.sign(told))

    return vouch


def certify_own(workspace: Workspace, ca_passphrase: str) -> str:
    """Certify the head of an office who is logged in, by the office's own authority.

    It is how he renews his certificate, and how one who follows gets his. Returns the serial; the
    next directory, which is signed here, tells of it.
    """
    workspace.require_head()
    workspace.require_role("office")
    workspace.clock.must_be_right()
    authority = open_authority(workspace, ca_passphrase)
    key = make_next_key(workspace)
    holder = holder_of_office(workspace, workspace.opened.slot.name)
    asker = CertifiedAsker(
        workspace.place.id, own_recipients(workspace)[0], workspace.opened.seal.recipient
    )
    try:
        request = read_request(new_request(key, holder))
        with workspace.store.atomic():
            certified = certify(workspace, authority, request, asker)
            known = cast("Mapping[str, str]", workspace.document("certificates"))
            own = {**known, workspace.user: certified.der.hex()}
            workspace.store.meta.set("certificates", own)
            workspace.note("issue", serial=certified.serial, unit=certified.unit)
    except BadCertificate:
        raise Refusal("identity.own_name") from None
    settle(workspace)
    publish(workspace)
    return certified.serial
