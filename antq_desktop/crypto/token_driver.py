"""The only file that touches python-pkcs11; it runs in the helper process and nowhere else.

Every call may raise, because a token can be pulled out at any moment: `translated` makes the
library's errors ours. What is found is not judged here, so that the process starts fast.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pkcs11
from asn1crypto.algos import DSASignature
from asn1crypto.keys import PublicKeyInfo, RSAPublicKey
from pkcs11 import MGF, Attribute, KeyType, Mechanism, MechanismFlag, ObjectClass, TokenFlag
from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

from antq_desktop.crypto.tokens import (
    KeyKind,
    PinState,
    Scheme,
    ShownKey,
    Token,
    TokenRefused,
    Trouble,
    has_pad,
    pin_state,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_TROUBLES: tuple[tuple[tuple[type[Exception], ...], Trouble], ...] = (
    (
        (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange),
        Trouble.WRONG_PIN,
    ),
    ((pkcs11.PinLocked,), Trouble.LOCKED),
    ((pkcs11.UserPinNotInitialized, pkcs11.PinExpired), Trouble.NO_PIN),
    ((pkcs11.FunctionCancelled,), Trouble.CANCELLED),
    (
        (
            pkcs11.DeviceRemoved,
            pkcs11.TokenNotPresent,
            pkcs11.SessionClosed,
            pkcs11.SessionHandleInvalid,
            pkcs11.KeyHandleInvalid,
            pkcs11.ObjectHandleInvalid,
            pkcs11.UserNotLoggedIn,
        ),
        Trouble.REMOVED,
    ),
    ((pkcs11.DeviceMemory,), Trouble.FULL),
    ((pkcs11.TokenWriteProtected, pkcs11.SessionReadOnly), Trouble.READ_ONLY),
    (
        (
            pkcs11.MechanismInvalid,
            pkcs11.MechanismParamInvalid,
            pkcs11.FunctionNotSupported,
            pkcs11.KeySizeRange,
            pkcs11.DomainParamsInvalid,
        ),
        Trouble.NO_MECHANISM,
    ),
)

_HASHED = {
    (Scheme.ECDSA, "sha256"): Mechanism.ECDSA_SHA256,
    (Scheme.ECDSA, "sha384"): Mechanism.ECDSA_SHA384,
    (Scheme.PKCS1, "sha256"): Mechanism.SHA256_RSA_PKCS,
    (Scheme.PKCS1, "sha384"): Mechanism.SHA384_RSA_PKCS,
    (Scheme.PSS, "sha256"): Mechanism.SHA256_RSA_PKCS_PSS,
    (Scheme.PSS, "sha384"): Mechanism.SHA384_RSA_PKCS_PSS,
}
_RAW = {
    Scheme.ECDSA: Mechanism.ECDSA,
    Scheme.PKCS1: Mechanism.RSA_PKCS,
    Scheme.PSS: Mechanism.RSA_PKCS_PSS,
}
# RFC 8017, 9.2, note 1: what stands before the digest where the token does not put it there.
_DIGEST_INFO = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
}
_PSS = {"sha256": (Mechanism.SHA256, MGF.SHA256, 32), "sha384": (Mechanism.SHA384, MGF.SHA384, 48)}
_CURVES = {KeyKind.P256: "secp256r1", KeyKind.P384: "secp384r1"}
_LABEL = "antq"


@contextmanager
def translated() -> Iterator[None]:
    """Make what the library raises a TokenRefused."""
    try:
        yield
    except pkcs11.PKCS11Error as error:
        name = type(error).__name__
        for kinds, trouble in _TROUBLES:
            if isinstance(error, kinds):
                raise TokenRefused(trouble, detail=name) from error
        raise TokenRefused(Trouble.FAILED, detail=name) from error


class Driver:
    """A loaded library, and at most one session with one token."""

    def __init__(self, module: Path) -> None:
        if not module.is_file():
            raise TokenRefused(Trouble.NO_MODULE)
        try:
            self._library: Any = pkcs11.lib(str(module))
        except (RuntimeError, OSError) as error:  # PKCS11Error is a RuntimeError
            raise TokenRefused(Trouble.BAD_MODULE, detail=type(error).__name__) from error
        self._session: Any = None
        self._token: Any = None

    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens that are plugged in and ready for use."""
        with translated():
            return tuple(
                Token(
                    _serial(one),
                    one.label,
                    one.model,
                    pin_state(int(one.flags)),
                    has_pad(int(one.flags)),
                )
                for one in self._present()
            )

    def keys(self, serial: str) -> tuple[ShownKey, ...]:
        """Return what a token shows of its keys without a PIN."""
        with translated(), self._wanted(serial).open() as session:
            return tuple(_shown_keys(session))

    def log_in(self, serial: str, pin: str | None, *, write: bool = False) -> None:
        """Open a session with the PIN, which is tried once; ``write`` lets keys be made.

        None waits for the person who types it at the device.
        """
        token = self._wanted(serial)
        if pin_state(int(token.flags)) is PinState.LOCKED:
            raise TokenRefused(Trouble.LOCKED, PinState.LOCKED)
        try:
            with translated():
                typed = pkcs11.PROTECTED_AUTH if pin is None else pin
                self._session = token.open(rw=write, user_pin=typed)
        except TokenRefused as refused:
            raise TokenRefused(refused.trouble, self._said(serial), refused.detail) from refused
        self._token = token

    def find_key(self, key_id: str) -> tuple[bool, tuple[ShownKey, ...]]:
        """Find a private key; return whether it can sign by PSS, and what is shown under its id."""
        with translated():
            self._private(key_id)
            shown = tuple(one for one in _shown_keys(self._session) if one.id == key_id.lower())
            offered = self._token.slot.get_mechanisms()
        pss = _RAW[Scheme.PSS] in offered or _HASHED[Scheme.PSS, "sha256"] in offered
        return pss, shown

    def sign(self, key_id: str, data: bytes, scheme: Scheme, hashed: str) -> bytes:
        """Sign with a key; an ECDSA signature comes in DER."""
        with translated():
            key = self._private(key_id)
            offered = self._token.slot.get_mechanisms()
            mechanism, prepared = mechanism_for(offered, scheme, hashed, data)
            more = {"mechanism_param": _PSS[hashed]} if scheme is Scheme.PSS else {}
            made = bytes(key.sign(prepared, mechanism=mechanism, **more))
        return _der(made) if scheme is Scheme.ECDSA else made

    def generate(self, kind: KeyKind) -> ShownKey:
        """Make a key pair in the token that can sign, and never leaves it."""
        identifier = secrets.token_bytes(8)
        wanted = {
            "id": identifier,
            "label": _LABEL,
            "store": True,
            "capabilities": MechanismFlag.SIGN | MechanismFlag.VERIFY,
            "private_template": {Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False},
        }
        with translated():
            if kind is KeyKind.RSA2048:
                public, _ = self._session.generate_keypair(KeyType.RSA, 2048, **wanted)
            else:
                curve = {Attribute.EC_PARAMS: encode_named_curve_parameters(_CURVES[kind])}
                parameters = self._session.create_domain_parameters(KeyType.EC, curve, local=True)
                public, _ = parameters.generate_keypair(**wanted)
            return ShownKey(identifier.hex(), _LABEL, _public_bytes(public), None)

    def close(self) -> None:
        """Log out."""
        session, self._session = self._session, None
        if session is not None:
            with translated():
                session.close()

    def _present(self) -> Iterator[Any]:
        for slot in self._library.get_slots(token_present=True):
            try:
                token = slot.get_token()
            except (pkcs11.TokenNotPresent, pkcs11.TokenNotRecognised, pkcs11.DeviceRemoved):
                continue
            if token.flags & TokenFlag.TOKEN_INITIALIZED:
                yield token

    def _wanted(self, serial: str) -> Any:
        with translated():
            found = [one for one in self._present() if _serial(one) == serial]
        if len(found) != 1:
            raise TokenRefused(Trouble.TWO_TOKENS if found else Trouble.NO_TOKEN)
        return found[0]

    def _said(self, serial: str) -> PinState:
        """Return what the token says after a failed log-in; its flags are read anew."""
        return next((one.pin for one in self.tokens() if one.serial == serial), PinState.SILENT)

    def _private(self, key_id: str) -> Any:
        wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: bytes.fromhex(key_id)}
        found = list(self._session.get_objects(wanted))
        if len(found) != 1:
            raise TokenRefused(Trouble.TWO_KEYS if found else Trouble.NO_KEY)
        return found[0]


def mechanism_for(
    offered: Collection[object], scheme: Scheme, hashed: str, data: bytes
) -> tuple[Mechanism, bytes]:
    """Return the mechanism to sign with, and what the token is given to sign.

    Where it does not hash by itself, as old ones and SoftHSM2 with ECDSA, it gets the digest.
    """
    whole, raw = _HASHED[scheme, hashed], _RAW[scheme]
    if whole in offered:
        return whole, data
    if raw not in offered:
        raise TokenRefused(Trouble.NO_MECHANISM, detail=raw.name)
    digest = hashlib.new(hashed, data).digest()
    return raw, _DIGEST_INFO[hashed] + digest if scheme is Scheme.PKCS1 else digest


def _serial(token: Any) -> str:
    return bytes(token.serial).decode("ascii", "replace").strip(" \0")


def _shown_keys(session: Any) -> Iterator[ShownKey]:
    """Yield what a token shows of its keys without a PIN: certificates, then public keys."""
    for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        yield ShownKey(_id(one), _label(one), None, bytes(one[Attribute.VALUE]))
    for one in session.get_objects({Attribute.CLASS: ObjectClass.PUBLIC_KEY}):
        public = _public_bytes(one)
        if public is not None:
            yield ShownKey(_id(one), _label(one), public, None)


def _id(one: Any) -> str:
    return bytes(one[Attribute.ID]).hex()


def _label(one: Any) -> str:
    try:
        return str(one[Attribute.LABEL] or "")
    except pkcs11.AttributeTypeInvalid:
        return ""


def _public_bytes(key: Any) -> bytes | None:
    """Return a public key object as SubjectPublicKeyInfo, None for a kind that is not used here."""
    if key.key_type is KeyType.EC:
        return bytes(encode_ec_public_key(key))
    if key.key_type is not KeyType.RSA:
        return None
    numbers = {
        "modulus": int.from_bytes(bytes(key[Attribute.MODULUS]), "big"),
        "public_exponent": int.from_bytes(bytes(key[Attribute.PUBLIC_EXPONENT]), "big"),
    }
    return bytes(PublicKeyInfo.wrap(RSAPublicKey(numbers), "rsa").dump())


def _der(made: bytes) -> bytes:
    """Turn the two numbers of an ECDSA signature, as PKCS#11 has them, into DER."""
    return bytes(DSASignature.from_p1363(made).dump())
