"""pyHanko, imported at first use and kept from logging.

Only this file, `hanko_signer` and `pades` touch it. For each refused signature it would log a
traceback with the signer's name in it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from asn1crypto import keys, x509

from antq_desktop.crypto.reasons import Reason, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from antq_desktop.crypto.keys import SigningKey


def signer_of(
    key: SigningKey, certificate: bytes, chain: Sequence[bytes], *, pss: bool = False
) -> Any:
    """Return pyHanko's signer over a key in memory or on a token; ``pss`` is for the latter."""
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    silence()
    new_store: Any = SimpleCertificateStore.from_certs  # a typed library, but not here
    own, registry = _certificates([certificate])[0], new_store(_certificates(chain))
    if not isinstance(key, bytes):
        from antq_desktop.crypto.hanko_signer import KeySigner

        return KeySigner(key, own, registry, pss=pss)
    from pyhanko.sign.signers.pdf_cms import SimpleSigner

    return SimpleSigner(
        signing_cert=own, signing_key=keys.PrivateKeyInfo.load(key), cert_registry=registry
    )


def sign(data: bytes, signer: Any, at: datetime) -> bytes:
    """Return a detached CAdES-B signature, DER, with the certificate and its chain in it."""
    from pyhanko.sign.ades.api import CAdESSignedAttrSpec
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    attributes = PdfCMSSignedAttributes(signing_time=at, cades_signed_attrs=CAdESSignedAttrSpec())
    made = asyncio.run(
        signer.async_sign_general_data(
            data, "sha256", use_cades=True, detached=True, signed_attr_settings=attributes
        )
    )
    return bytes(made.dump())


def check(
    data: bytes,
    signed_data: Any,
    anchors: Iterable[bytes],
    between: Iterable[bytes],
    moment: datetime,
) -> None:
    """Check the signature value and, once more, the path to an anchor at ``moment``.

    ``signed_data`` is asn1crypto's object; ``between`` are authorities that the path may lead over
    besides those in the signature. Revocation is not looked at here: what counts for us
    is the effective date, not how fresh the list is. Raises SignatureRefused: bad_signature,
    untrusted.
    """
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
    from pyhanko_certvalidator import ValidationContext

    silence()
    context = ValidationContext(
        trust_roots=_certificates(anchors),
        other_certs=_certificates(between),
        allow_fetching=False,
        moment=moment,
    )
    try:
        status = asyncio.run(
            async_validate_detached_cms(data, signed_data, signer_validation_context=context)
        )
    except (ValueError, TypeError, KeyError) as error:
        raise SignatureRefused(Reason.BAD_SIGNATURE) from error
    if not (status.intact and status.valid):
        raise SignatureRefused(Reason.BAD_SIGNATURE)
    if not status.bottom_line:
        raise SignatureRefused(Reason.UNTRUSTED)


def _certificates(ders: Iterable[bytes]) -> list[Any]:
    return [x509.Certificate.load(der) for der in ders]


def silence() -> None:
    """Keep pyHanko from logging."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not any(isinstance(one, logging.NullHandler) for one in logger.handlers):
            logger.addHandler(logging.NullHandler())
