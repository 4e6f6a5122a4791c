"""Why a signature is refused: a closed list."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Every reason for which ``verify`` refuses."""

    NOT_CMS = "not_cms"
    """The bytes are not a CMS SignedData."""
    DAMAGED = "damaged"
    """A CMS SignedData of which a part cannot be read, or with a certificate that was changed."""
    PROFILE = "profile"
    """Readable, but with something that CAdES-B as we write it does not have."""
    DETACHED_ONLY = "detached_only"
    """The signed content lies inside."""
    SIGNERS = "signers"
    """Not exactly one signer."""
    NO_SIGNED_ATTRIBUTES = "no_signed_attributes"
    """The signature is over the content alone."""
    CONTENT_TYPE = "content_type"
    """The content is not id-data, or the signed attribute does not say so."""
    MESSAGE_DIGEST = "message_digest"
    """The signed digest is not that of the data."""
    SIGNING_CERTIFICATE = "signing_certificate"
    """The signer's certificate is missing, or signing-certificate-v2 does not name it."""
    ALGORITHM = "algorithm"
    """A hash or signature algorithm outside the list."""
    WEAK_KEY = "weak_key"
    """A key outside the list: P-256, P-384, RSA of 2048 bits or more."""
    BAD_SIGNATURE = "bad_signature"
    """The signature value is wrong."""
    UNTRUSTED = "untrusted"
    """No path to an anchor."""
    EXPIRED = "expired"
    """A certificate of the path had ended at the moment of judgement."""
    NOT_YET_VALID = "not_yet_valid"
    """A certificate of the path had not begun at the moment of judgement."""
    REVOKED = "revoked"
    """A certificate of the path was revoked, effective at the moment of judgement."""
    USAGE = "usage"
    """The signer's certificate is not one for signing alone (key usage, extended usage, CA)."""
    HOLDER = "holder"
    """The signer's certificate does not name a holder in our way."""

    UNASSIGNED = "unassigned"
    """The certificate is of a further anchor, and the office has not said whose it is."""


class SignatureRefused(ValueError):
    """The signature is not accepted; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
