"""Whom a certificate names: class, unit and role in a URI, the person and the unit as text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, cast

from cryptography import x509
from cryptography.x509.oid import NameOID

Role: TypeAlias = Literal["office", "head", "deputy", "officer"]

NAME_LIMIT = 64
"""Characters of a common name and of an organisation (RFC 5280, A.1, ub-common-name)."""

_URI = re.compile(
    r"urn:antq:(?P<class>real|practice):(?P<code>[0-9A-Za-z._-]{1,32})"
    r":(?P<from>(?:\d{4}-\d{2}-\d{2})?):(?P<role>office|head|deputy|officer)"
)


class BadHolder(ValueError):
    """A certificate or request does not name its holder in our way."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The holder of a certificate.

    ``valid_from`` is the day from which the unit has its code, None where it does not matter;
    ``person`` is the signer's name, for an authority the unit's. Both names are kept in NFC and
    cut to 64 characters. Raises BadHolder for an odd code, role, or name (empty, or with control
    or direction characters, which could make it look like another).
    """

    practice: bool
    unit_code: str
    valid_from: date | None
    role: Role
    person: str
    unit_name: str

    def __post_init__(self) -> None:
        for name in ("person", "unit_name"):
            text = unicodedata.normalize("NFC", getattr(self, name))[:NAME_LIMIT].strip()
            if not text or not text.isprintable():
                raise BadHolder("a name that cannot stand in a certificate")
            object.__setattr__(self, name, text)
        if not _URI.fullmatch(self.uri):
            raise BadHolder("a unit code or role that cannot stand in a certificate")

    @property
    def uri(self) -> str:
        """The subject alternative name, ``urn:antq:<class>:<code>:<valid from>:<role>``."""
        kind = "practice" if self.practice else "real"
        since = self.valid_from.isoformat() if self.valid_from else ""
        return f"urn:antq:{kind}:{self.unit_code}:{since}:{self.role}"


def subject_of(holder: Holder) -> x509.Name:
    """Return the distinguished name of a holder: the unit as O, the person as CN."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, holder.unit_name),
            x509.NameAttribute(NameOID.COMMON_NAME, holder.person),
        ]
    )


def alternative_name_of(holder: Holder) -> x509.SubjectAlternativeName:
    """Return the subject alternative name of a holder."""
    return x509.SubjectAlternativeName([x509.UniformResourceIdentifier(holder.uri)])


def holder_of(subject: x509.Name, extensions: x509.Extensions) -> Holder:
    """Read the holder back; BadHolder unless exactly one URI of ours and both names are there."""
    try:
        names = list(extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
    except x509.ExtensionNotFound as error:
        raise BadHolder("no subject alternative name") from error
    if len(names) != 1 or not isinstance(names[0], x509.UniformResourceIdentifier):
        raise BadHolder("not exactly one URI")
    found = _URI.fullmatch(names[0].value)
    if found is None:
        raise BadHolder("not a URI of this program")
    try:
        since = date.fromisoformat(found["from"]) if found["from"] else None
    except ValueError as error:
        raise BadHolder("no such day") from error
    return Holder(
        practice=found["class"] == "practice",
        unit_code=found["code"],
        valid_from=since,
        role=cast("Role", found["role"]),
        person=_only(subject, NameOID.COMMON_NAME),
        unit_name=_only(subject, NameOID.ORGANIZATION_NAME),
    )


def _only(subject: x509.Name, kind: x509.ObjectIdentifier) -> str:
    values = subject.get_attributes_for_oid(kind)
    if len(values) != 1 or not isinstance(values[0].value, str):
        raise BadHolder("a name is missing or stands twice")
    return values[0].value
