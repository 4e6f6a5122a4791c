"""ASiCManifest001.xml (ETSI EN 319 162-1): the digests of all files, and what is signed.

ASiCManifest002.xml, where two people sign, is the same over the first one and its signature, too.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final, NoReturn
from xml.parsers import expat

from antq_desktop.bundle.names import ASIC_MANIFEST, SIGNATURE
from antq_desktop.bundle.refusals import refused
from antq_desktop.crypto.digests import sha256_hex

if TYPE_CHECKING:
    from collections.abc import Mapping

_ASIC: Final = "http://uri.etsi.org/02918/v1.2.1#"
_DS: Final = "http://www.w3.org/2000/09/xmldsig#"
_SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
_SIGNATURE_TYPE: Final = "application/pkcs7-signature"

_ROOT: Final = f"{_ASIC} ASiCManifest"
_SIGNED_BY: Final = f"{_ASIC} SigReference"
_REFERENCE: Final = f"{_ASIC} DataObjectReference"
_METHOD: Final = f"{_DS} DigestMethod"
_VALUE: Final = f"{_DS} DigestValue"

_NEXT: Final = {
    ("", ""): _ROOT,
    (_ROOT, ""): _SIGNED_BY,
    (_ROOT, _SIGNED_BY): _REFERENCE,
    (_ROOT, _REFERENCE): _REFERENCE,
    (_REFERENCE, ""): _METHOD,
    (_REFERENCE, _METHOD): _VALUE,
}
"""The element that may begin inside (parent, after the child before it)."""
_LAST: Final = {_ROOT: _REFERENCE, _SIGNED_BY: "", _REFERENCE: _VALUE, _METHOD: "", _VALUE: ""}
"""The child after which an element may end."""
_ATTRIBUTES: Final = {
    _ROOT: frozenset[str](),
    _SIGNED_BY: frozenset({"URI", "MimeType"}),
    _REFERENCE: frozenset({"URI", "MimeType", "Rootfile"}),
    _METHOD: frozenset({"Algorithm"}),
    _VALUE: frozenset[str](),
}
_NEVER: Final = ("StartDoctypeDeclHandler", "ProcessingInstructionHandler", "CommentHandler")
_DIGEST_SIZE: Final = 32


def digest_of(manifest_xml: bytes) -> str:
    """Return the digest of the bundle: the SHA-256 of this file, in hex."""
    return sha256_hex(manifest_xml)


def write_asic_manifest(digests: Mapping[str, str], signature: str = SIGNATURE) -> bytes:
    """Return the XML for files given by name and SHA-256 in hex: one line each, sorted by name.

    ``signature`` is the name of the file with the signature over it.
    """
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<asic:ASiCManifest xmlns:asic="{_ASIC}" xmlns:ds="{_DS}">',
        f'<asic:SigReference URI="{signature}" MimeType="{_SIGNATURE_TYPE}"/>',
        *(_reference(name, digests[name]) for name in sorted(digests)),
        "</asic:ASiCManifest>",
    )
    return ("\n".join(lines) + "\n").encode("ascii")


def _reference(name: str, digest: str) -> str:
    value = base64.b64encode(bytes.fromhex(digest)).decode("ascii")
    return (
        f'<asic:DataObjectReference URI="{name}"><ds:DigestMethod Algorithm="{_SHA256}"/>'
        f"<ds:DigestValue>{value}</ds:DigestValue></asic:DataObjectReference>"
    )


def parse_asic_manifest(
    data: bytes, name: str = ASIC_MANIFEST, signature: str = SIGNATURE
) -> dict[str, str]:
    """Return name and SHA-256 in hex of every file that the manifest names.

    Raises BundleRefused (``asic_manifest``) for anything but UTF-8 XML with the elements and
    attributes of this file: no document type, entity, processing instruction or comment; one
    SHA-256 a file, no file twice, and the name of its own ``signature``. ``name`` is that of the
    file itself.
    """
    reader = _Reader(signature)
    parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
    parser.XmlDeclHandler = reader.declared
    parser.StartElementHandler = reader.started
    parser.EndElementHandler = reader.ended
    parser.CharacterDataHandler = reader.text
    for handler in _NEVER:
        setattr(parser, handler, reader.unexpected)
    whole = True
    try:
        if b"\0" in data:
            reader.unexpected()  # UTF-16: expat takes it in spite of the encoding given above
        parser.Parse(data, whole)
    except (expat.ExpatError, _Unexpected) as error:
        raise refused("asic_manifest", file=name) from error
    return reader.digests


class _Unexpected(ValueError):
    """The XML is well formed, but not one of ours."""


class _Reader:
    """Takes the events of expat; what may follow what stands in the tables above."""

    def __init__(self, signature: str) -> None:
        self.digests: dict[str, str] = {}
        self._signature = signature
        self._open = [""]
        self._before = ""
        self._name = ""
        self._value = ""

    def unexpected(self, *_what: object) -> NoReturn:
        raise _Unexpected

    def declared(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0" or (encoding or "UTF-8").upper() != "UTF-8":
            self.unexpected()

    def started(self, element: str, attributes: dict[str, str]) -> None:
        if _NEXT.get((self._open[-1], self._before)) != element:
            self.unexpected()
        if not attributes.keys() <= _ATTRIBUTES[element]:
            self.unexpected()
        if element == _METHOD and attributes.get("Algorithm") != _SHA256:
            self.unexpected()
        if element == _SIGNED_BY and attributes.get("URI") != self._signature:
            self.unexpected()
        if element == _REFERENCE:
            self._name = attributes.get("URI", "")
        self._open.append(element)
        self._before = ""
        self._value = ""

    def text(self, text: str) -> None:
        if self._open[-1] == _VALUE:
            self._value += text
        elif text.strip(" \t\r\n"):
            self.unexpected()

    def ended(self, element: str) -> None:
        if _LAST[element] != self._before:
            self.unexpected()
        if element == _VALUE:
            self._keep()
        self._open.pop()
        self._before = element

    def _keep(self) -> None:
        try:
            digest = base64.b64decode("".join(self._value.split()), validate=True)
        except ValueError as error:  # binascii.Error is one; letters beyond ASCII raise a plain one
            raise _Unexpected from error
        if not self._name or self._name in self.digests or len(digest) != _DIGEST_SIZE:
            self.unexpected()
        self.digests[self._name] = digest.hex()
