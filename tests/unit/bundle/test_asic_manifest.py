"""ASiCManifest001.xml is written in one way and read strictly."""

from __future__ import annotations

import pytest

from antq_desktop.bundle.asic_manifest import digest_of, parse_asic_manifest, write_asic_manifest
from antq_desktop.bundle.refusals import BundleRefused
from antq_desktop.crypto.digests import sha256_hex

DIGESTS = {"records/disputes.jsonl": sha256_hex(b"1"), "README.txt": sha256_hex(b"2")}
GOOD = write_asic_manifest(DIGESTS)
REFERENCE = GOOD.splitlines()[3]


def test_what_is_written_is_read_again() -> None:
    assert parse_asic_manifest(GOOD) == DIGESTS
    assert digest_of(GOOD) == sha256_hex(GOOD)
    assert GOOD.index(b"README.txt") < GOOD.index(b"records/")


def test_another_writer_is_read_too() -> None:
    again = GOOD.replace(b"asic:", b"x:").replace(b"xmlns:asic", b"xmlns:x").replace(b"ds:", b"d:")
    again = again.replace(b"xmlns:ds", b"xmlns:d").replace(b"\n", b"\r\n  ")
    assert parse_asic_manifest(again) == DIGESTS
    typed = GOOD.replace(b'URI="README.txt"', b'MimeType="text/plain" URI="README.txt"')
    assert parse_asic_manifest(typed) == DIGESTS


@pytest.mark.parametrize(
    "data",
    [
        b"",
        GOOD[:-5],
        GOOD + GOOD,
        GOOD.replace(b"\n", b'\n<!DOCTYPE a [<!ENTITY b "c">]>', 1),
        GOOD.replace(b"\n", b"\n<?php 1?>", 1),
        GOOD.replace(b"\n", b"\n<!-- -->", 1),
        GOOD.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"'),
        GOOD.decode().encode("utf-16"),
        GOOD.decode().encode("utf-16-le"),
        GOOD.decode().encode("utf-16-be"),
        GOOD.replace(b"v1.2.1#", b"v1.3.1#"),
        GOOD.replace(b"signature001", b"signature002"),
        GOOD.replace(b"asic:SigReference", b"asic:SigRef"),
        GOOD.replace(b"xmlenc#sha256", b"xmlenc#sha512"),
        GOOD.replace(b' Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"', b"", 1),
        GOOD.replace(b'URI="README.txt"', b'URI="README.txt" other="1"'),
        GOOD.replace(b'URI="README.txt"', b""),
        GOOD.replace(REFERENCE, REFERENCE + REFERENCE),
        GOOD.replace(REFERENCE, REFERENCE + b"text"),
        GOOD.replace(b"<ds:DigestValue>", b"<ds:DigestValue>AAAA", 1),
        GOOD.replace(b"<ds:DigestValue>", b"<ds:DigestValue>*", 1),
        GOOD.replace(b"<ds:DigestValue>", b"<ds:DigestValue>\xff", 1),
        GOOD.replace(b"<ds:DigestValue>", b"<ds:DigestValue>\xc3\xa9", 1),
        GOOD.replace(b"<ds:DigestValue>", b"<ds:DigestValue><ds:DigestMethod/>", 1),
        b"\n".join(GOOD.splitlines()[:3]) + b"</asic:ASiCManifest>",
        b"\n".join(GOOD.splitlines()[:2]) + b"</asic:ASiCManifest>",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(BundleRefused, match="asic_manifest"):
        parse_asic_manifest(data)
