"""The only file that touches python-pkcs11; it runs in the helper process and nowhere else.

Every call may raise, because a token can be pulled out at any moment: `translated` makes the
library's errors ours.
"""

from __future__ import annotations

import hashlib
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pkcs11
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pkcs11 import MGF, Attribute, KeyType, Mechanism, MechanismFlag, ObjectClass, TokenFlag
from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

from antq_desktop.crypto.keys import WeakKey, check_key, spki
from antq_desktop.crypto.tokens import (
    FoundKey,
    KeyKind,
    PinState,
    Scheme,
    Token,
    TokenRefused,
    Trouble,
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
                Token(_serial(one), one.label, one.model, pin_state(int(one.flags)))
                for one in self._present()
            )

    def keys(self, serial: str) -> tuple[FoundKey, ...]:
        """Return the keys that a token shows without a PIN, those with a certificate first."""
        with translated(), self._wanted(serial).open() as session:
            return tuple(_found_keys(session))

    def log_in(self, serial: str, pin: str, *, write: bool = False) -> None:
        """Open a session with the PIN, which is tried once; ``write`` lets keys be made."""
        token = self._wanted(serial)
        if pin_state(int(token.flags)) is PinState.LOCKED:
            raise TokenRefused(Trouble.LOCKED, PinState.LOCKED)
        try:
            with translated():
                self._session = token.open(rw=write, user_pin=pin)
        except TokenRefused as refused:
            raise TokenRefused(refused.trouble, self._said(serial), refused.detail) from refused
        self._token = token

    def check_key(self, key_id: str, public_key: bytes) -> bool:
        """Check that the private key of an id is that of a public one, as far as the token tells.

        Returns whether it can sign by PSS.
        """
        with translated():
            self._private(key_id)
            shown = {
                one.public_key for one in _found_keys(self._session) if one.id == key_id.lower()
            }
            if shown and public_key not in shown:
                raise TokenRefused(Trouble.OTHER_KEY)
            offered = self._token.slot.get_mechanisms()
        return _RAW[Scheme.PSS] in offered or _HASHED[Scheme.PSS, "sha256"] in offered

    def sign(self, key_id: str, data: bytes, scheme: Scheme, hashed: str) -> bytes:
        """Sign with a key; an ECDSA signature comes in DER."""
        with translated():
            key = self._private(key_id)
            offered = self._token.slot.get_mechanisms()
            mechanism, prepared = mechanism_for(offered, scheme, hashed, data)
            more = {"mechanism_param": _PSS[hashed]} if scheme is Scheme.PSS else {}
            made = bytes(key.sign(prepared, mechanism=mechanism, **more))
        return _der(made) if scheme is Scheme.ECDSA else made

    def generate(self, kind: KeyKind) -> FoundKey:
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
            return FoundKey(identifier.hex(), _LABEL, _public_bytes(public), None)

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


def _found_keys(session: Any) -> Iterator[FoundKey]:
    """Yield what can sign: each certificate that is of no authority, then the keys without one."""
    certified = set()
    for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        found = _certified_key(one)
        if found is not None:
            certified.add(found.id)
            yield found
    for one in session.get_objects({Attribute.CLASS: ObjectClass.PUBLIC_KEY}):
        identifier = bytes(one[Attribute.ID]).hex()
        if identifier not in certified:
            try:
                yield FoundKey(identifier, _label(one), _public_bytes(one), None)
            except (ValueError, WeakKey, NotImplementedError):
                continue  # of a kind that this program does not sign with


def _certified_key(one: Any) -> FoundKey | None:
    try:
        certificate = x509.load_der_x509_certificate(bytes(one[Attribute.VALUE]))
        public_key = spki(check_key(certificate.public_key()))
        if _is_authority(certificate):
            return None
    except (ValueError, WeakKey, x509.DuplicateExtension):
        return None
    der = certificate.public_bytes(serialization.Encoding.DER)
    return FoundKey(bytes(one[Attribute.ID]).hex(), _label(one), public_key, der)


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _label(one: Any) -> str:
    try:
        return str(one[Attribute.LABEL] or "")
    except pkcs11.AttributeTypeInvalid:
        return ""


def _public_bytes(key: Any) -> bytes:
    """Return a public key object as SubjectPublicKeyInfo; ValueError, WeakKey for another kind."""
    if key.key_type is KeyType.RSA:
        numbers = (
            int.from_bytes(bytes(key[one]), "big")
            for one in (Attribute.PUBLIC_EXPONENT, Attribute.MODULUS)
        )
        return spki(check_key(rsa.RSAPublicNumbers(*numbers).public_key()))
    if key.key_type is not KeyType.EC:
        raise WeakKey("neither RSA nor EC")
    loaded = serialization.load_der_public_key(encode_ec_public_key(key))
    return spki(check_key(loaded))


def _der(made: bytes) -> bytes:
    """Turn the two numbers of an ECDSA signature, as PKCS#11 has them, into DER."""
    half = len(made) // 2
    return encode_dss_signature(
        int.from_bytes(made[:half], "big"), int.from_bytes(made[half:], "big")
    )
