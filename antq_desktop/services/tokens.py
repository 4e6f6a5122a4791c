"""Tokens as the services use them: the library of this PC, what is plugged in, and whose key."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from antq_desktop.crypto.certificates import public_key_of, read_certificate
from antq_desktop.crypto.token_process import TokenProcess
from antq_desktop.crypto.tokens import FoundKey, PinState, Token, TokenRefused, Trouble
from antq_desktop.errors import Refusal
from antq_desktop.services.own_keys import next_key
from antq_desktop.settings import load_settings, save_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from antq_desktop.crypto.certificates import Certificate
    from antq_desktop.crypto.keys import PrivateKey, SigningKey
    from antq_desktop.paths import Paths
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.keyfile import TokenKey

USUAL_MODULES = (
    "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
    "/usr/lib/softhsm/libsofthsm2.so",
    r"C:\Program Files\OpenSC Project\OpenSC\pkcs11\opensc-pkcs11.dll",
    r"C:\Windows\System32\eTPKCS11.dll",
)
"""Where OpenSC, SoftHSM2 and the eToken client put their libraries. Only suggested where they are:
which token a unit is given, and the library that belongs to it, is for its giver to say."""

_IDS = {
    Trouble.NO_MODULE: "token.no_module",
    Trouble.BAD_MODULE: "token.bad_module",
    Trouble.SILENT: "token.silent",
    Trouble.CRASHED: "token.crashed",
    Trouble.NO_TOKEN: "token.not_there",
    Trouble.TWO_TOKENS: "token.two_alike",
    Trouble.REMOVED: "token.removed",
    Trouble.WRONG_PIN: "token.wrong_pin",
    Trouble.LOCKED: "token.locked",
    Trouble.NO_PIN: "token.no_pin",
    Trouble.CANCELLED: "token.cancelled",
    Trouble.NO_KEY: "token.no_key",
    Trouble.TWO_KEYS: "token.two_keys",
    Trouble.OTHER_KEY: "token.other_key",
    Trouble.FULL: "token.full",
    Trouble.READ_ONLY: "token.read_only",
    Trouble.NO_MECHANISM: "token.no_mechanism",
    Trouble.FAILED: "token.failed",
}
_WRONG_PIN = {
    PinState.FEW: "token.wrong_pin_few",
    PinState.LAST: "token.wrong_pin_last",
    PinState.LOCKED: "token.locked",
}
# What may only mean that the token is not there any more.
_PERHAPS_GONE = {Trouble.FAILED, Trouble.NO_KEY, Trouble.CRASHED, Trouble.OTHER_KEY}


@dataclass(frozen=True, slots=True)
class Plugged:
    """A token that is plugged in, and the keys that it shows without a PIN."""

    token: Token
    keys: tuple[FoundKey, ...]


def module_of(paths: Paths) -> Path:
    """Return the library of this PC; Refusal before one was chosen."""
    chosen = load_settings(paths.settings).settings.token_module
    if chosen is None:
        raise Refusal("token.no_module_chosen")
    return Path(chosen)


def chosen_module(paths: Paths) -> Path | None:
    """Return the library of this PC, None before one was chosen."""
    with suppress(Refusal):
        return module_of(paths)
    return None


def suggested_modules() -> tuple[Path, ...]:
    """Return the libraries of well-known programs that are installed here."""
    return tuple(path for path in map(Path, USUAL_MODULES) if path.is_file())


def choose_module(paths: Paths, module: Path) -> tuple[Plugged, ...]:
    """Keep a library as that of this PC once it was loaded; return what it finds.

    Refusal if it is none, and if the setting cannot be kept.
    """
    found = _look(module.absolute())
    settings = load_settings(paths.settings).settings
    try:
        save_settings(paths.settings, replace(settings, token_module=str(module.absolute())))
    except OSError:
        raise Refusal("store.cannot_write", name=paths.settings.name) from None
    return found


def plugged_in(paths: Paths) -> tuple[Plugged, ...]:
    """Return the tokens that are plugged in, with their keys; no PIN is needed for that."""
    return _look(module_of(paths))


def _look(module: Path) -> tuple[Plugged, ...]:
    try:
        with TokenProcess(module) as process:
            return tuple(Plugged(one, process.keys(one.serial)) for one in process.tokens())
    except TokenRefused as refused:
        raise refusal_of(refused, module.name) from None


def the_token(paths: Paths, serial: str | None) -> Plugged:
    """Return the token of a serial number, or for None the only one that is plugged in."""
    found = plugged_in(paths)
    if serial is not None:
        found = tuple(one for one in found if one.token.serial == serial)
        if not found:
            raise Refusal("token.not_there", name=serial)
    if not found:
        raise Refusal("token.none")
    if len(found) > 1:
        raise Refusal("token.several" if serial is None else "token.two_alike", name=serial or "")
    return found[0]


def refusal_of(refused: TokenRefused, name: str) -> Refusal:
    """Return what a person is told; ``name`` is the token's, or the library's before one."""
    message_id = _IDS[refused.trouble]
    if refused.trouble is Trouble.WRONG_PIN:
        message_id = _WRONG_PIN.get(refused.pin, message_id)
    return Refusal(message_id, name=name, detail=refused.detail or str(refused.trouble))


@contextmanager
def telling(workspace: Workspace, token: TokenKey | None) -> Iterator[None]:
    """Tell a person what a token refuses, and leave the token then; nothing for other keys."""
    desk = workspace.tokens
    try:
        yield
    except TokenRefused as refused:
        name = desk.name() or (token.label or token.serial if token is not None else "")
        desk.end_act()
        if token is not None and _is_gone(workspace.paths, refused.trouble, token.serial):
            raise Refusal("token.removed", name=name) from None
        raise refusal_of(refused, name) from None
    except Refusal:
        desk.end_act()
        raise


def _is_gone(paths: Paths, trouble: Trouble, serial: str) -> bool:
    """Look whether a token is not there any more: libraries say so in many ways."""
    if trouble not in _PERHAPS_GONE:
        return False
    try:
        with TokenProcess(module_of(paths)) as process:
            return all(one.serial != serial for one in process.tokens())
    except (TokenRefused, Refusal):
        return False


def own_public_keys(workspace: Workspace) -> tuple[bytes, ...]:
    """Return the public parts of this user's keys: those on tokens, the newest first, then his own.

    Each is SubjectPublicKeyInfo, DER.
    """
    tokens = [one.public_key for one in workspace.opened.slot.tokens]
    return (*tokens, *map(public_key_of, _held(workspace)))


def _held(workspace: Workspace) -> list[bytes]:
    """Return the keys of this user that lie here, PKCS#8: the one that waits, the one in use."""
    found = (next_key(workspace), workspace.opened.signing_key)
    return [key for key in found if key is not None]


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The key of a certificate: ``get`` returns it, for one on a token after the PIN was right."""

    get: Callable[[], SigningKey]
    token: TokenKey | None = None


def own_key(workspace: Workspace, certificate: Certificate) -> OwnKey:
    """Return this user's key for a certificate, wherever it lies; Refusal if he has it nowhere."""
    own = [one for one in workspace.opened.slot.tokens if one.public_key == certificate.public_key]
    if own:
        return OwnKey(lambda: token_signer(workspace, own[0], certificate.not_after), own[0])
    held = [one for one in _held(workspace) if public_key_of(one) == certificate.public_key]
    if not held:
        raise Refusal("identity.no_certificate")
    return OwnKey(lambda: held[0])


def token_signer(workspace: Workspace, token: TokenKey, until: datetime | None) -> PrivateKey:
    """Return a key on a token, ready to sign; call it inside `telling`."""
    person = workspace.opened.slot.name
    if until is None and token.certificate is not None:
        until = read_certificate(token.certificate).not_after
    return workspace.tokens.key(module_of(workspace.paths), token, person, until)
