"""A key on a token for the user: made there by the program, or one that is there already."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import (
    BadCertificate,
    Holder,
    common_name,
    new_request,
    read_certificate,
    read_request,
)
from antq_desktop.crypto.tokens import KeyKind
from antq_desktop.domain.vietnamese import tone_key
from antq_desktop.errors import Fault, Refusal
from antq_desktop.services.authority import Asker, certify, open_authority
from antq_desktop.services.enrolling import make_request
from antq_desktop.services.holding_keys import changing_slots
from antq_desktop.services.opening import key_file
from antq_desktop.services.signing import own_recipients
from antq_desktop.services.tokens import module_of, telling, the_token, token_signer
from antq_desktop.store.keyfile import TokenKey, with_token

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from antq_desktop.crypto.tokens import FoundKey
    from antq_desktop.services.enrolling import Asked
    from antq_desktop.services.tokens import Plugged
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Certified


@dataclass(frozen=True, slots=True)
class TokenChoice:
    """What a person chose: a token, None for the only one; a key of it, None for a new one."""

    serial: str | None = None
    key_id: str | None = None
    kind: KeyKind = KeyKind.P256


def request_with_token(workspace: Workspace, target: Path, choice: TokenChoice) -> Asked:
    """Write the request of a commune's head for a key on a token, as `make_request` does.

    What signed before signs on until the directory with the new certificate is installed. Refusal
    for what the token refuses, and for a key whose certificate is another person's or unit's.
    """
    workspace.require_head()
    workspace.require_role("commune")
    token = take_key(workspace, choice)
    with telling(workspace, token):
        return make_request(workspace, target, key=token_signer(workspace, token, None))


def certify_own_token(
    workspace: Workspace, choice: TokenChoice, *, ca_passphrase: str
) -> Certified:
    """Certify a key on a token of this office's own head, who signs with it from now on.

    Refusal as `request_with_token`, and for a wrong passphrase of the authority.
    """
    workspace.require_head()
    workspace.require_role("office")
    authority = open_authority(workspace, ca_passphrase)
    office = read_certificate(authority.certificate).holder
    if office is None:
        raise Fault("the authority of this office names no holder")
    holder = dataclasses.replace(office, person=workspace.opened.slot.name)
    token = take_key(workspace, choice)
    with telling(workspace, token):
        request = read_request(new_request(token_signer(workspace, token, None), holder))
    asker = Asker(workspace.place.id, own_recipients(workspace)[0], workspace.opened.seal.recipient)
    try:
        with workspace.store.atomic():
            certified = certify(workspace, authority, request, asker)
            own = {**workspace.document("certificates"), workspace.user: certified.der.hex()}
            workspace.store.meta.set("certificates", own)
            workspace.note("issue", serial=certified.serial, unit=certified.unit)
    except BadCertificate:
        raise Refusal("identity.own_name") from None
    return certified


def take_key(workspace: Workspace, choice: TokenChoice) -> TokenKey:
    """Remember a key on a token as one of this user's, after making it where that was chosen.

    One that was made before and is not certified yet is taken again: a token has little room.
    """
    plugged = the_token(workspace.paths, choice.serial)
    if choice.key_id is None:
        token = _uncertified(workspace, plugged) or _new_key(workspace, plugged, choice.kind)
    else:
        token = _chosen(workspace, plugged, choice.key_id)
    _remember(workspace, token)
    return token


def _new_key(workspace: Workspace, plugged: Plugged, kind: KeyKind) -> TokenKey:
    token, person = plugged.token, workspace.opened.slot.name
    nothing = TokenKey(token.serial, token.label, "", b"")
    with telling(workspace, nothing):
        module = module_of(workspace.paths)
        made = workspace.tokens.generate(module, token, person, kind)
    return _token_key(plugged, made)


def _uncertified(workspace: Workspace, plugged: Plugged) -> TokenKey | None:
    certified, shown = _certified_key(workspace), {one.public_key for one in plugged.keys}
    for one in workspace.opened.slot.tokens:
        here = one.serial == plugged.token.serial and one.public_key in shown
        if here and one.certificate is None and one.public_key != certified:
            return one
    return None


def _chosen(workspace: Workspace, plugged: Plugged, key_id: str) -> TokenKey:
    found = [one for one in plugged.keys if one.id == key_id.lower()]
    if not found:
        raise Refusal("token.no_key", name=plugged.token.label, detail=key_id)
    now = workspace.clock.now()
    # A token may hold several certificates of one key: the one that is valid longest counts.
    found.sort(key=_until, reverse=True)
    chosen = found[0]
    if len({one.public_key for one in found}) > 1:
        raise Refusal("token.two_keys", name=plugged.token.label, detail=key_id)
    if chosen.certificate is not None:
        if read_certificate(chosen.certificate).not_after < now:
            raise Refusal("token.expired", name=plugged.token.label)
        must_be_own(workspace, chosen.certificate)
    return _token_key(plugged, chosen)


def _until(key: FoundKey) -> float:
    if key.certificate is None:
        return 0.0
    return read_certificate(key.certificate).not_after.timestamp()


def must_be_own(workspace: Workspace, certificate: bytes) -> None:
    """Refuse a certificate that names another person, or one of ours of another unit or class.

    Certificates of others name no unit in our way: there the name of the person decides, whatever
    its capitals.
    """
    holder = read_certificate(certificate).holder
    name = holder.person if holder is not None else common_name(certificate)
    if tone_key(name) != tone_key(workspace.opened.slot.name):
        raise Refusal("token.other_person", name=name)
    if holder is not None and not _is_our_unit(workspace, holder):
        raise Refusal("token.other_unit", name=holder.unit_name)


def _is_our_unit(workspace: Workspace, holder: Holder) -> bool:
    codes = {one.code for one in workspace.own_units}
    return holder.unit_code in codes and holder.practice == workspace.place.practice


def _token_key(plugged: Plugged, key: FoundKey) -> TokenKey:
    token = plugged.token
    return TokenKey(token.serial, token.label, key.id, key.public_key, key.certificate)


def _certified_key(workspace: Workspace) -> bytes | None:
    certificates = cast("Mapping[str, str]", workspace.document("certificates"))
    own = certificates.get(workspace.user)
    return read_certificate(bytes.fromhex(own)).public_key if own is not None else None


def _remember(workspace: Workspace, token: TokenKey) -> None:
    if workspace.opened.slot.tokens[:1] == (token,):
        return
    slot = with_token(workspace.opened.slot, token, _certified_key(workspace))
    keys = workspace.keys.with_slot(slot)
    with changing_slots(workspace.store, key_file(workspace.paths), keys):
        workspace.note("token_taken", token=token.serial)
    workspace.keys = keys
    workspace.opened = dataclasses.replace(workspace.opened, slot=slot)
