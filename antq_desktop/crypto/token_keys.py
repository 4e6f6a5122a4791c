"""A key on a token, in the shape of the library's private keys, so that it signs where those do.

Requests and certificates (`issuing`), CAdES and PAdES (`hanko`) take either. Nothing but signing
can be done with it: the key is not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol, Self

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from antq_desktop.crypto.keys import check_key, spki
from antq_desktop.crypto.reading import der_of, load_certificate, path_length
from antq_desktop.crypto.tokens import FoundKey, Scheme, ShownKey, TokenRefused, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.asymmetric import utils
    from cryptography.utils import Buffer

    from antq_desktop.crypto.keys import PrivateKey


class SignBy(Protocol):
    """Signs data in the token over a hash named as hashlib does; raises TokenRefused."""

    def __call__(self, data: bytes, scheme: Scheme, hashed: str) -> bytes:
        """Return the signature."""
        ...


def token_key(public_key: bytes, sign: SignBy, *, pss: bool = False) -> PrivateKey:
    """Return the key on a token whose public part (SubjectPublicKeyInfo) is given.

    ``pss``: the token can sign by RSASSA-PSS. Raises WeakKey.
    """
    public = check_key(serialization.load_der_public_key(public_key))
    if isinstance(public, rsa.RSAPublicKey):
        return TokenRsaKey(public, sign, pss=pss)
    return TokenEcKey(public, sign)


def found_keys(shown: Iterable[ShownKey]) -> tuple[FoundKey, ...]:
    """Return the keys that can sign: those with a certificate, then those without one."""
    found = [key for one in shown if (key := found_key(one)) is not None]
    certified = {one.id for one in found if one.certificate is not None}
    bare = [one for one in found if one.certificate is None and one.id not in certified]
    return (*(one for one in found if one.certificate is not None), *bare)


def found_key(shown: ShownKey) -> FoundKey | None:
    """Return a key that can sign; None for an authority's certificate, and for other kinds."""
    try:
        if shown.certificate is None:
            loaded = serialization.load_der_public_key(shown.public_key or b"")
            return FoundKey(shown.id, shown.label, spki(check_key(loaded)), None)
        certificate = load_certificate(shown.certificate)
        if path_length(certificate) is not None:
            return None
        public = spki(check_key(certificate.public_key()))
    except (ValueError, UnsupportedAlgorithm):  # WeakKey and BadCertificate are ValueErrors
        return None
    return FoundKey(shown.id, shown.label, public, der_of(certificate))


class _InToken:
    """What every key on a token refuses: to leave it, in whatever shape. A copy is the key."""

    def private_numbers(self) -> NoReturn:
        """Refuse: the key stays in the token."""
        _not_here()

    def private_bytes(
        self,
        encoding: serialization.Encoding,
        format: serialization.PrivateFormat,  # noqa: A002 - the library's name
        encryption_algorithm: serialization.KeySerializationEncryption,
    ) -> NoReturn:
        """Refuse: the key stays in the token."""
        _not_here(encoding, format, encryption_algorithm)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        del memo
        return self


class TokenEcKey(_InToken, ec.EllipticCurvePrivateKey):
    """An ECDSA key on a token."""

    def __init__(self, public: ec.EllipticCurvePublicKey, sign: SignBy) -> None:
        self._public = public
        self._sign = sign

    def sign(self, data: Buffer, signature_algorithm: ec.EllipticCurveSignatureAlgorithm) -> bytes:
        """Sign; a signature that does not verify is refused before it gets anywhere."""
        made = self._sign(bytes(data), Scheme.ECDSA, _hash(signature_algorithm.algorithm))
        try:
            self._public.verify(made, data, signature_algorithm)
        except InvalidSignature:
            raise TokenRefused(Trouble.OTHER_KEY) from None
        return made

    def public_key(self) -> ec.EllipticCurvePublicKey:
        """Return the public part."""
        return self._public

    @property
    def curve(self) -> ec.EllipticCurve:
        """The curve."""
        return self._public.curve

    @property
    def key_size(self) -> int:
        """Bits of the curve."""
        return self._public.key_size

    def exchange(self, algorithm: ec.ECDH, peer_public_key: ec.EllipticCurvePublicKey) -> bytes:
        """Refuse: it signs and nothing else."""
        _not_here(algorithm, peer_public_key)


class TokenRsaKey(_InToken, rsa.RSAPrivateKey):
    """An RSA key on a token; ``pss`` says whether it can sign by RSASSA-PSS."""

    def __init__(self, public: rsa.RSAPublicKey, sign: SignBy, *, pss: bool) -> None:
        self._public = public
        self._sign = sign
        self.pss = pss

    def sign(
        self,
        data: bytes,
        padding: padding.AsymmetricPadding,
        algorithm: utils.Prehashed | hashes.HashAlgorithm | utils.NoDigestInfo,
    ) -> bytes:
        """Sign; a signature that does not verify is refused before it gets anywhere."""
        if not isinstance(algorithm, hashes.HashAlgorithm):
            _not_here(algorithm)
        scheme = Scheme.PSS if padding.name == "EMSA-PSS" else Scheme.PKCS1
        made = self._sign(data, scheme, _hash(algorithm))
        try:
            self._public.verify(made, data, padding, algorithm)
        except InvalidSignature:
            raise TokenRefused(Trouble.OTHER_KEY) from None
        return made

    def public_key(self) -> rsa.RSAPublicKey:
        """Return the public part."""
        return self._public

    @property
    def key_size(self) -> int:
        """Bits of the modulus."""
        return self._public.key_size

    def decrypt(self, ciphertext: bytes, padding: padding.AsymmetricPadding) -> bytes:
        """Refuse: it signs and nothing else."""
        _not_here(ciphertext, padding)


def _hash(algorithm: object) -> str:
    return algorithm.name if isinstance(algorithm, hashes.HashAlgorithm) else _not_here(algorithm)


def _not_here(*asked: object) -> NoReturn:
    del asked
    raise NotImplementedError("a key on a token signs whole data, and nothing else")
