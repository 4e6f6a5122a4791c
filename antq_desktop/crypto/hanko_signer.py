"""pyHanko's signer over a key that is not in memory. Imported at first use, by `hanko`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asn1crypto import algos
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko.sign.signers.pdf_cms import Signer

if TYPE_CHECKING:
    from antq_desktop.crypto.keys import PrivateKey

_HASH = "sha256"
_SALT = 32


class KeySigner(Signer):
    """Signs over SHA-256 with any private key of the library's shape; RSASSA-PSS where ``pss``."""

    def __init__(self, key: PrivateKey, certificate: Any, registry: Any, *, pss: bool) -> None:
        declared = _declared_pss() if pss else None
        super().__init__(
            signing_cert=certificate, cert_registry=registry, signature_mechanism=declared
        )
        self._key = key
        self._pss = pss

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002 - pyHanko's own
    ) -> bytes:
        """Sign with the key; for a dry run return something as long."""
        if digest_algorithm != _HASH:
            raise ValueError("signatures here are over SHA-256")
        if dry_run:
            return bytes(self._key.key_size)
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, self._padding(), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))

    def _padding(self) -> padding.AsymmetricPadding:
        if self._pss:
            return padding.PSS(padding.MGF1(hashes.SHA256()), _SALT)
        return padding.PKCS1v15()


def _declared_pss() -> Any:
    """Return RSASSA-PSS as a signature declares it: RFC 4055, 3.1, salt as long as the digest."""
    digest = {"algorithm": _HASH}
    parameters = {
        "hash_algorithm": digest,
        "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": digest},
        "salt_length": _SALT,
    }
    return algos.SignedDigestAlgorithm(
        {"algorithm": "rsassa_pss", "parameters": algos.RSASSAPSSParams(parameters)}
    )
