"""Vectors: good bundles of every kind and algorithm, and what can be wrong with a seal."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

import pyrage

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import write_asic_manifest
from antq_desktop.bundle.readme import readme
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import seal_bytes
from tests.unit.bundle.world import PERIOD, submission
from tests.unit.bundle.zip_edits import flip
from tests.vectors.bodies import directory, receipt, request
from tests.vectors.cms import WHOLE, Form
from tests.vectors.members import Ways, identity, member
from tests.vectors.packing import (
    bundle,
    content,
    deflated,
    sealed,
    signed_by,
    stored,
    usual,
    with_signature,
)
from tests.vectors.vector import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator

P384 = Ways(key="signer-p384")
RSA = Ways(key="signer-rsa2048")
LOWER = Ways(issuer="lower")


def good() -> Iterator[Vector]:
    """Yield what must be accepted, by us and by every tool."""
    yield Vector(name="good-submission", about="a submission as it is written", make=_submission)
    yield Vector(
        name="good-deflated", about="another packer: deflate", make=lambda: bundle(usual())
    )
    yield Vector(name="good-nil", about="a submission without records", make=_nil)
    yield Vector(name="good-directory", about="a directory", make=lambda: sealed(directory()))
    yield Vector(name="good-receipt", about="a receipt", make=lambda: sealed(receipt()))
    yield Vector(
        name="good-request", about="a request: not sealed, self-signed", make=request, sealed=False
    )
    yield Vector(name="good-xml", about="other prefixes and line ends in the XML", make=_other_xml)
    yield Vector(
        name="good-p384",
        about="ECDSA P-384 with SHA-384",
        make=lambda: bundle(signed_by(P384, Form(digest="sha384"))),
    )
    yield Vector(
        name="good-rsa",
        about="RSA 2048, PKCS#1 v1.5, SHA-256",
        make=lambda: bundle(signed_by(RSA)),
    )
    yield Vector(
        name="good-pss",
        about="RSA 2048, PSS, SHA-512",
        make=lambda: bundle(signed_by(RSA, Form(digest="sha512", pss=True))),
    )
    yield Vector(
        name="good-chain",
        about="the signer's office stands below the trusted one",
        anchor="upper",
        make=lambda: bundle(signed_by(LOWER, WHOLE)),
    )
    yield Vector(
        name="good-list",
        about="judged with a revocation list that names another certificate",
        lists=True,
        make=lambda: bundle(usual()),
    )


def seals() -> Iterator[Vector]:
    """Yield what is wrong with the outside."""
    yield Vector(
        name="seal-header", about="one bit of the header changed", rule="seal_damaged", make=_header
    )
    yield Vector(
        name="seal-payload",
        about="one bit of the content changed",
        rule="seal_damaged",
        make=lambda: flip(bundle(usual()), -40),
    )
    yield Vector(
        name="seal-cut",
        about="the last byte is missing",
        rule="seal_damaged",
        make=lambda: bundle(usual())[:-1],
    )
    yield Vector(
        name="seal-longer",
        about="a byte after the end",
        rule="seal_damaged",
        make=lambda: bundle(usual()) + b"x",
    )
    yield Vector(
        name="seal-others",
        about="sealed to somebody else alone",
        rule="not_for_us",
        make=lambda: seal_bytes(deflated(usual()), [identity("stranger").recipient]),
    )
    yield Vector(
        name="seal-passphrase",
        about="sealed with a passphrase",
        rule="not_for_us",
        make=lambda: pyrage.passphrase.encrypt(deflated(usual()), "demo"),
    )
    yield Vector(
        name="seal-none",
        about="a submission that is not sealed",
        rule="signature_untrusted",
        make=lambda: deflated(usual()),
    )
    yield Vector(
        name="seal-text", about="a text", rule="not_a_bundle", make=lambda: b"Kinh gui dong chi\n"
    )
    yield from _sealed_by_age()


def _sealed_by_age() -> Iterator[Vector]:
    """Yield what age opens and we do not take."""
    yield Vector(
        name="seal-of-a-text",
        about="a sealed text",
        rule="container",
        row="A2",
        make=lambda: sealed(b"Kinh gui dong chi\n"),
    )
    yield Vector(
        name="seal-request",
        about="a request under a seal",
        rule="seal_kind",
        row="A1",
        make=_sealed_request,
    )
    yield Vector(
        name="seal-armour",
        about="the text form of age",
        rule="not_a_bundle",
        row="A3",
        make=_armoured,
    )
    yield Vector(
        name="seal-many",
        about="a header of more than 64 KiB: 700 recipients",
        rule="seal_damaged",
        row="A4",
        committed=False,
        make=_many,
    )


def _submission() -> bytes:
    files = content()
    manifest = submission(member(Ways()).serial)
    files[names.README] = readme(manifest)
    return sealed(stored(with_signature(_listed(files), form=WHOLE)), "sender")


def _listed(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with a manifest that lists them as they are."""
    listed = [
        {
            "path": name,
            "size": len(data),
            "sha256": sha256_hex(data),
            "rows": data.count(b"\n") if name.startswith("records/") else None,
        }
        for name, data in sorted(files.items())
        if name not in names.NOT_LISTED
    ]
    return {**files, names.MANIFEST: content(files=listed)[names.MANIFEST]}


def _nil() -> bytes:
    """Return a submission that says of a period: nothing."""
    files = {
        names.MIMETYPE: names.MIMETYPE_CONTENT,
        names.README: b"Xem docs/bundle-format.md.\n",
        f"reports/{PERIOD}.json": b"{}",
    }
    listed = [
        {"path": name, "size": len(data), "sha256": sha256_hex(data), "rows": None}
        for name, data in sorted(files.items())
        if name != names.MIMETYPE
    ]
    manifest = content(files=listed, seq=None, counts={}, periods=[PERIOD])[names.MANIFEST]
    return sealed(stored(with_signature({**files, names.MANIFEST: manifest})))


def _other_xml() -> bytes:
    files = content()
    xml = write_asic_manifest({name: sha256_hex(data) for name, data in files.items()})
    again = xml.replace(b"asic:", b"").replace(b"xmlns:asic", b"xmlns").replace(b"\n", b"\r\n")
    return bundle(with_signature(files, xml=again))


def _header() -> bytes:
    whole = bundle(usual())
    return flip(whole, whole.index(b"\n---") - 3)


def _sealed_request() -> bytes:
    from tests.vectors.bodies import request_files

    return bundle(request_files(replace(Ways(), issuer="authority")))


def _armoured() -> bytes:
    data = base64.b64encode(bundle(usual())).decode()
    lines = [data[at : at + 64] for at in range(0, len(data), 64)]
    begin, end = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"
    return ("\n".join([begin, *lines, end]) + "\n").encode()


def _many() -> bytes:
    receiver = pyrage.x25519.Recipient.from_str(identity("receiver").recipient)
    return bytes(pyrage.encrypt(deflated(usual()), [receiver] * 700))
