"""Certificates, requests and revocation lists (X.509, PKCS#10): the names others use.

Each office is a small authority of its own. A signer's certificate lives at most three years, has
no extended usage, and names its holder as ``holders`` says.
"""

from __future__ import annotations

from antq_desktop.crypto.holders import BadHolder, Holder, Role
from antq_desktop.crypto.issuing import (
    LONGEST_DAYS,
    certify_authority,
    issue,
    new_authority,
    new_request,
    self_signed,
)
from antq_desktop.crypto.keys import WeakKey, new_signing_key, public_key_of
from antq_desktop.crypto.reading import (
    BadCertificate,
    Certificate,
    Request,
    common_name,
    read_certificate,
    read_request,
)
from antq_desktop.crypto.revocation import (
    Edition,
    RevocationList,
    RevocationReason,
    Revoked,
    new_revocation_list,
    read_revocation_list,
)

__all__ = [
    "LONGEST_DAYS",
    "BadCertificate",
    "BadHolder",
    "Certificate",
    "Edition",
    "Holder",
    "Request",
    "RevocationList",
    "RevocationReason",
    "Revoked",
    "Role",
    "WeakKey",
    "certify_authority",
    "common_name",
    "issue",
    "new_authority",
    "new_request",
    "new_revocation_list",
    "new_signing_key",
    "public_key_of",
    "read_certificate",
    "read_request",
    "read_revocation_list",
    "self_signed",
]
