"""Every reason for which a signature is refused, each with a signature that deserves it."""

from __future__ import annotations

import logging
from datetime import timedelta
from logging.handlers import MemoryHandler
from typing import TYPE_CHECKING, Any

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

from antq_desktop.crypto.issuing import AUTHORITY_USAGE
from antq_desktop.crypto.signatures import Reason, SignatureRefused, Trust, verify
from tests.unit.crypto.makers import (
    DATA,
    ISSUED,
    SIGNED,
    Member,
    Oddity,
    altered,
    authority,
    ec_key,
    odd_authority,
    odd_member,
    openssl_sign,
    rsa_key,
    signer,
    usual_signer,
)

if TYPE_CHECKING:
    from pathlib import Path


def reason(signature: bytes, *, moment: timedelta = timedelta()) -> Reason:
    anchors = (authority().certificate,)
    with pytest.raises(SignatureRefused) as refused:
        verify(DATA, signature, Trust(anchors, (), SIGNED + moment))
    return refused.value.reason


def without(name: str) -> bytes:
    def change(_info: Any, attributes: list[Any]) -> None:
        attributes[:] = [one for one in attributes if one["type"].native != name]

    return altered(usual_signer(), change)


def with_value(name: str, value: Any) -> bytes:
    def change(_info: Any, attributes: list[Any]) -> None:
        for one in attributes:
            if one["type"].native == name:
                one["values"] = [value]

    return altered(usual_signer(), change)


def rewritten(**parts: Any) -> bytes:
    """Return a usual signature with parts of its SignedData replaced; nothing is signed anew."""
    content = cms.ContentInfo.load(usual_signer().sign(chain=[authority().certificate]))
    for name, value in parts.items():
        content["content"][name] = value
    return bytes(content.dump(force=True))


def test_not_cms() -> None:
    assert reason(b"") is Reason.NOT_CMS
    assert reason(b"\x30\x03\x02\x01\x01") is Reason.NOT_CMS
    plain = cms.ContentInfo({"content_type": "data", "content": b"x"}).dump()
    assert reason(plain) is Reason.NOT_CMS


def test_detached_only(tmp_path: Path) -> None:
    inside = openssl_sign(tmp_path, [usual_signer()], "-cades", "-nodetach")
    assert reason(inside) is Reason.DETACHED_ONLY


def test_signers(tmp_path: Path) -> None:
    two = openssl_sign(tmp_path, [usual_signer(), signer(authority())], "-cades")
    assert reason(two) is Reason.SIGNERS
    assert reason(rewritten(signer_infos=[])) is Reason.SIGNERS


def test_no_signed_attributes(tmp_path: Path) -> None:
    bare = openssl_sign(tmp_path, [usual_signer()], "-noattr")
    assert reason(bare) is Reason.NO_SIGNED_ATTRIBUTES


def test_content_type() -> None:
    assert reason(without("content_type")) is Reason.CONTENT_TYPE
    odd = with_value("content_type", cms.ContentType("signed_data"))
    assert reason(odd) is Reason.CONTENT_TYPE
    declared = rewritten(encap_content_info={"content_type": "1.2.3.4"})
    assert reason(declared) is Reason.CONTENT_TYPE


def test_message_digest() -> None:
    assert reason(without("message_digest")) is Reason.MESSAGE_DIGEST
    assert reason(with_value("message_digest", b"\0" * 32)) is Reason.MESSAGE_DIGEST
    assert reason(usual_signer().sign(DATA + b" ")) is Reason.MESSAGE_DIGEST


def test_signing_certificate(tmp_path: Path) -> None:
    assert reason(without("signing_certificate_v2")) is Reason.SIGNING_CERTIFICATE
    plain = openssl_sign(tmp_path, [usual_signer()])
    assert reason(plain) is Reason.SIGNING_CERTIFICATE
    empty = openssl_sign(tmp_path, [usual_signer()], "-cades", "-nocerts")
    assert reason(empty) is Reason.SIGNING_CERTIFICATE
    other = named_certificate(b"\0" * 32, "sha256")
    assert reason(other) is Reason.SIGNING_CERTIFICATE


def named_certificate(digest: bytes, algorithm: str) -> bytes:
    named = {"hash_algorithm": {"algorithm": algorithm}, "cert_hash": digest}
    value = cms.CMSAttribute({"type": "signing_certificate_v2", "values": [{"certs": [named]}]})[
        "values"
    ][0]
    return with_value("signing_certificate_v2", value)


def test_algorithm(tmp_path: Path) -> None:
    for digest in ("sha1", "sha224"):
        weak = openssl_sign(tmp_path, [usual_signer()], "-cades", "-md", digest)
        assert reason(weak) is Reason.ALGORITHM
    assert reason(named_certificate(b"\0" * 20, "sha1")) is Reason.ALGORITHM

    def mixed(info: Any, _attributes: list[Any]) -> None:
        info["signature_algorithm"] = {"algorithm": "sha384_ecdsa"}

    def as_rsa(info: Any, _attributes: list[Any]) -> None:
        info["signature_algorithm"] = {"algorithm": "sha256_rsa"}

    for change in (mixed, as_rsa):
        assert reason(altered(usual_signer(), change)) is Reason.ALGORITHM


def test_pss_with_another_hash_inside(tmp_path: Path) -> None:
    member = odd_member(authority(), Oddity(), rsa_key(2048))
    mixed = openssl_sign(
        tmp_path,
        [member],
        "-cades",
        more=["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_mgf1_md:sha1"],
    )
    assert reason(mixed) is Reason.ALGORITHM


@pytest.mark.parametrize("weak", ["rsa", "curve"])
def test_weak_key(weak: str, tmp_path: Path) -> None:
    key = rsa_key(1024) if weak == "rsa" else ec_key(ec.SECP521R1())
    member = odd_member(authority(), Oddity(), key)
    assert reason(openssl_sign(tmp_path, [member], "-cades")) is Reason.WEAK_KEY


def test_bad_signature() -> None:
    stranger = new_owner(usual_signer())
    assert reason(altered(stranger, lambda _info, _attributes: None)) is Reason.BAD_SIGNATURE


def new_owner(member: Member) -> Member:
    """Return a member that has the certificate but another key, and a signature to alter."""

    class Thief(Member):
        def sign(self, data: bytes = DATA, chain: Any = ()) -> bytes:
            return member.sign(data, chain)

    return Thief(ec_key(ec.SECP256R1()), member.certificate)


def test_an_algorithm_protection_attribute_must_agree() -> None:
    def protect(_info: Any, attributes: list[Any]) -> None:
        protection = {
            "digest_algorithm": {"algorithm": "sha512"},
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        }
        kind = "cms_algorithm_protection"
        attributes.append(cms.CMSAttribute({"type": kind, "values": [protection]}))

    assert reason(altered(usual_signer(), protect)) is Reason.BAD_SIGNATURE


def test_untrusted() -> None:
    stranger = authority("02")
    assert reason(signer(stranger).sign()) is Reason.UNTRUSTED
    assert reason(signer(stranger).sign(chain=[stranger.certificate])) is Reason.UNTRUSTED
    weak = odd_member(authority(), Oddity(hash_algorithm=hashes.SHA224()))
    assert reason(weak.sign()) is Reason.UNTRUSTED


def test_untrusted_where_an_authority_may_not_certify() -> None:
    no_authority = signer(authority())
    under = odd_member(no_authority, Oddity())
    chain = [no_authority.certificate, authority().certificate]
    assert reason(under.sign(chain=chain)) is Reason.UNTRUSTED
    silent = odd_authority(authority(), usage=None)
    under = odd_member(silent, Oddity())
    chain = [silent.certificate, authority().certificate]
    assert reason(under.sign(chain=chain)) is Reason.UNTRUSTED
    first = odd_authority(authority(), path_length=0)
    second = odd_authority(first)
    deep = odd_member(second, Oddity())
    chain = [first.certificate, second.certificate, authority().certificate]
    assert reason(deep.sign(chain=chain)) is Reason.UNTRUSTED


def test_untrusted_where_only_pyhanko_objects_and_it_says_nothing() -> None:
    heard = MemoryHandler(capacity=1000)
    logging.getLogger().addHandler(heard)  # caplog listens to silenced loggers too
    elsewhere = x509.NameConstraints([x509.UniformResourceIdentifier("example.invalid")], None)
    narrow = odd_authority(authority(), more=(elsewhere,))
    member = odd_member(narrow, Oddity())
    chain = [narrow.certificate, authority().certificate]
    assert reason(member.sign(chain=chain)) is Reason.UNTRUSTED
    logging.getLogger().removeHandler(heard)
    assert heard.buffer == []


def test_expired_and_not_yet_valid() -> None:
    signature = usual_signer().sign()
    assert reason(signature, moment=timedelta(days=1200)) is Reason.EXPIRED
    assert reason(signature, moment=timedelta(days=-100)) is Reason.NOT_YET_VALID
    short = odd_authority(authority(), ends=ISSUED + timedelta(days=30))
    member = odd_member(short, Oddity())
    chain = [short.certificate, authority().certificate]
    assert reason(member.sign(chain=chain)) is Reason.EXPIRED


@pytest.mark.parametrize(
    "oddity",
    [
        Oddity(usage=AUTHORITY_USAGE),
        Oddity(usage=None),
        Oddity(critical_usage=False),
        Oddity(is_authority=True),
        Oddity(more=(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]),)),
    ],
)
def test_usage(oddity: Oddity) -> None:
    assert reason(odd_member(authority(), oddity).sign()) is Reason.USAGE


def test_holder() -> None:
    assert reason(odd_member(authority(), Oddity(name=False)).sign()) is Reason.HOLDER


def test_damaged() -> None:
    stray = signer(authority("02")).certificate
    certificates = [cms.Certificate.load(usual_signer().certificate), cms.Certificate.load(stray)]
    assert reason(rewritten(certificates=certificates)) is Reason.DAMAGED
    broken = bytearray(usual_signer().sign())
    start = bytes(broken).index(usual_signer().certificate)
    broken[start + 8] ^= 0xFF
    assert reason(bytes(broken)) is Reason.DAMAGED


def test_profile() -> None:
    def unsigned(info: Any, _attributes: list[Any]) -> None:
        info["unsigned_attrs"] = [{"type": "1.2.3.4", "values": [cms.OctetString(b"x")]}]

    def twice(_info: Any, attributes: list[Any]) -> None:
        attributes.append(attributes[0])

    for change in (unsigned, twice):
        assert reason(altered(usual_signer(), change)) is Reason.PROFILE
    assert reason(rewritten(version="v3")) is Reason.PROFILE
    two = [{"algorithm": "sha256"}, {"algorithm": "sha512"}]
    assert reason(rewritten(digest_algorithms=two)) is Reason.PROFILE
    many = [cms.Certificate.load(authority().certificate)] * 9
    assert reason(rewritten(certificates=many)) is Reason.PROFILE


def test_every_reason_has_a_test_here_or_beside() -> None:
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    # With openssl, in test_signatures; under a further anchor, in the vectors.
    elsewhere = {"revoked", "unassigned"}
    joint = {"expired", "not_yet_valid"}  # in one test
    assert {str(one) for one in Reason} <= tested | elsewhere | joint
