"""Certificates, requests and lists: what they say, what openssl says of them, what is refused."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from asn1crypto import core
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from antq_desktop.crypto.certificates import (
    BadCertificate,
    BadHolder,
    Edition,
    Holder,
    Revoked,
    WeakKey,
    certify_authority,
    issue,
    new_request,
    new_revocation_list,
    new_signing_key,
    public_key_of,
    read_certificate,
    read_request,
    read_revocation_list,
    self_signed,
)
from antq_desktop.crypto.holders import subject_of
from antq_desktop.crypto.keys import load_private
from tests.unit.crypto.makers import (
    ISSUED,
    SIGNED,
    Oddity,
    authority,
    ec_key,
    holder,
    odd_authority,
    odd_member,
    rsa_key,
    signer,
    usual_signer,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITION = Edition(7, ISSUED, SIGNED)


def text_of(der: bytes, kind: str = "x509") -> str:
    command = ["openssl", kind, "-inform", "DER", "-noout", "-text", "-nameopt", "utf8"]
    done = subprocess.run(command, input=der, capture_output=True, check=True)
    return done.stdout.decode()


def test_openssl_reads_a_signers_certificate() -> None:
    shown = text_of(usual_signer().certificate)
    for expected in (
        "O=Công an xã Thử Nghiệm, CN=Nguyễn Văn Thử",
        "X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation\n",
        "X509v3 Basic Constraints: critical\n                CA:FALSE",
        "URI:urn:antq:real:010101:2025-07-01:head",
        "X509v3 Subject Key Identifier",
        "X509v3 Authority Key Identifier",
    ):
        assert expected in shown
    assert "Extended Key Usage" not in shown


def test_openssl_reads_an_authority() -> None:
    shown = text_of(authority().certificate)
    assert "CA:TRUE, pathlen:2" in shown
    assert "X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign\n" in shown


def test_openssl_follows_the_chain_through_two_authorities(tmp_path: Path) -> None:
    upper, lower = authority("01"), authority("0101")
    cross = certify_authority(upper.certificate, upper.key, lower.certificate, at=ISSUED)
    member = signer(lower)
    files = {"root": upper.certificate, "cross": cross, "leaf": member.certificate}
    for name, der in files.items():
        loaded = x509.load_der_x509_certificate(der)
        (tmp_path / name).write_bytes(loaded.public_bytes(serialization.Encoding.PEM))
    command = f"openssl verify -x509_strict -attime {int(SIGNED.timestamp())}"
    command += " -CAfile root -untrusted cross leaf"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout == b"leaf: OK\n", done.stderr
    assert "pathlen:1" in text_of(cross)
    assert read_certificate(cross).public_key == read_certificate(lower.certificate).public_key


def test_what_is_read_is_what_was_issued() -> None:
    member = usual_signer()
    found = read_certificate(member.certificate)
    assert found.holder == holder()
    assert found.public_key == public_key_of(member.key)
    assert not found.is_authority
    assert (found.not_before, found.not_after) == (ISSUED, ISSUED + timedelta(days=1095))
    assert len(found.serial) == 40
    office = read_certificate(authority().certificate)
    assert office.is_authority
    assert office.holder is not None
    assert office.holder.role == "office"


def test_serials_differ() -> None:
    request = read_request(new_request(new_signing_key(), holder()))
    office = authority()
    made = {
        read_certificate(issue(office.certificate, office.key, request, at=ISSUED)).serial
        for _ in range(20)
    }
    assert len(made) == 20


def test_a_certificate_lives_three_years_at_most_and_no_longer_than_its_authority() -> None:
    office = authority()
    request = read_request(new_request(new_signing_key(), holder()))
    for days in (0, 1096):
        with pytest.raises(ValueError, match="three years"):
            issue(office.certificate, office.key, request, at=ISSUED, days=days)
    late = ISSUED + timedelta(days=3600)
    found = read_certificate(issue(office.certificate, office.key, request, at=late))
    assert found.not_after == read_certificate(office.certificate).not_after


def test_nobody_gets_a_certificate_by_the_name_of_the_authority() -> None:
    office, key = authority(), new_signing_key()
    named = read_certificate(office.certificate).holder
    assert named is not None
    request = read_request(new_request(key, replace(named, role="head")))
    with pytest.raises(BadCertificate, match="name of the authority"):
        issue(office.certificate, office.key, request, at=ISSUED)


def test_only_an_authority_with_its_key_issues() -> None:
    request = read_request(new_request(new_signing_key(), holder()))
    member, office = usual_signer(), authority()
    with pytest.raises(BadCertificate):
        issue(member.certificate, member.key, request, at=ISSUED)
    with pytest.raises(BadCertificate):
        issue(office.certificate, member.key, request, at=ISSUED)


def test_an_upper_office_certifies_offices_only_while_its_path_length_lasts() -> None:
    upper, lower, last = authority("01"), authority("0101"), authority("03", pathlen=0)
    cross = certify_authority(upper.certificate, upper.key, last.certificate, at=ISSUED)
    assert "pathlen:0" in text_of(cross)
    with pytest.raises(BadCertificate):
        certify_authority(last.certificate, last.key, lower.certificate, at=ISSUED)
    for no_office in (usual_signer(), odd_authority(upper)):
        with pytest.raises(BadCertificate):
            certify_authority(upper.certificate, upper.key, no_office.certificate, at=ISSUED)


def test_a_request_is_read_back() -> None:
    key = new_signing_key()
    request = read_request(new_request(key, holder("deputy")))
    assert request.holder == holder("deputy")
    assert request.public_key == public_key_of(key)
    command = ["openssl", "req", "-inform", "DER", "-noout", "-verify"]
    subprocess.run(command, input=new_request(key, holder()), capture_output=True, check=True)


def test_a_changed_request_is_refused() -> None:
    made = new_request(new_signing_key(), holder())
    for position in range(len(made)):
        changed = bytearray(made)
        changed[position] ^= 1
        with pytest.raises(BadCertificate):
            read_request(bytes(changed))


def test_a_request_with_a_weak_key_is_refused() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    name = x509.CertificateSigningRequestBuilder(subject_of(holder()))
    made = name.sign(key, None).public_bytes(serialization.Encoding.DER)
    with pytest.raises(BadCertificate):
        read_request(made)


@pytest.mark.parametrize("make", [lambda: rsa_key(1024), lambda: ec_key(ec.SECP521R1())])
def test_weak_keys_are_refused(make: Any) -> None:
    with pytest.raises(WeakKey):
        load_private(make())
    raw = ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with pytest.raises(WeakKey):
        load_private(raw)
    with pytest.raises(ValueError, match="not a private key"):
        load_private(b"x")


def test_a_self_signed_certificate_began_before_a_slow_clock() -> None:
    found = read_certificate(self_signed(new_signing_key(), holder(), SIGNED))
    assert found.not_before == SIGNED - timedelta(days=1)
    assert found.holder == holder()


@pytest.mark.parametrize("der", [b"", b"\x30\x00", b"x" * 200])
def test_no_certificate(der: bytes) -> None:
    with pytest.raises(BadCertificate):
        read_certificate(der)
    with pytest.raises(BadCertificate):
        read_request(der)
    with pytest.raises(BadCertificate):
        read_revocation_list(der, authority().certificate)


def test_a_changed_certificate_is_another_one_or_none() -> None:
    der = usual_signer().certificate
    for position in range(len(der)):
        changed = bytearray(der)
        changed[position] ^= 0x80
        try:
            found = read_certificate(bytes(changed))
        except BadCertificate:
            continue
        assert found.fingerprint != read_certificate(der).fingerprint


def with_spare_bit(make: Callable[[], bytes]) -> bytes:
    """Return what ``make`` makes, its signature declared one bit shorter (ECDSA ends at random)."""
    der = next(made for made in iter(make, b"") if made[-1] % 2 == 0)
    start = len(der) - len(core.Sequence.load(der)[2].contents)
    return der[:start] + b"\x01" + der[start + 1 :]


def test_a_signature_with_a_spare_bit_is_refused() -> None:
    office, key = authority(), new_signing_key()
    asked = with_spare_bit(lambda: new_request(key, holder()))
    with pytest.raises(BadCertificate):
        read_request(asked)
    request = read_request(new_request(key, holder()))
    issued = with_spare_bit(lambda: issue(office.certificate, office.key, request, at=ISSUED))
    with pytest.raises(BadCertificate):
        read_certificate(issued)
    listed = with_spare_bit(
        lambda: new_revocation_list(office.certificate, office.key, (), EDITION)
    )
    with pytest.raises(BadCertificate):
        read_revocation_list(listed, office.certificate)


def test_a_serial_number_that_is_not_positive_is_refused() -> None:
    der = usual_signer().certificate
    serial = bytes.fromhex(read_certificate(der).serial)
    assert read_certificate(der).serial == serial.hex()
    with pytest.raises(BadCertificate):
        read_certificate(der.replace(serial, b"\xff" + serial[1:]))


def test_long_names_are_cut_and_decomposed_ones_composed() -> None:
    made = replace(holder(), unit_name="Công an xã " + "rất " * 30, person="Trâ\u0300n A")
    assert len(made.unit_name) <= 64
    assert made.person == "Trần A"
    assert read_request(new_request(new_signing_key(), made)).holder == made


@pytest.mark.parametrize(
    "change",
    [
        {"person": " "},
        {"person": "A\nB"},
        {"person": "A\u202eB"},
        {"unit_name": ""},
        {"unit_code": ""},
        {"unit_code": "01:02"},
        {"unit_code": "mã"},
        {"role": "boss"},
    ],
)
def test_odd_holders_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadHolder):
        replace(holder(), **change)


@pytest.mark.parametrize(
    "names",
    [
        [],
        [x509.DNSName("example.invalid")],
        [x509.UniformResourceIdentifier("urn:antq:real:01::boss")],
        [x509.UniformResourceIdentifier("urn:antq:real:01:2025-02-30:head")],
        [x509.UniformResourceIdentifier("urn:antq:real:01::head")] * 2,
    ],
)
def test_certificates_that_name_nobody_in_our_way(names: list[x509.GeneralName]) -> None:
    more = (x509.SubjectAlternativeName(names),)
    member = odd_member(authority(), Oddity(name=False, more=more))
    assert read_certificate(member.certificate).holder is None


def test_a_holder_without_a_day() -> None:
    made = replace(holder(), valid_from=None, practice=True)
    assert made.uri == "urn:antq:practice:010101::head"
    assert read_request(new_request(new_signing_key(), made)).holder == made
    assert holder().valid_from == date(2025, 7, 1)
    assert isinstance(made, Holder)


def test_a_list_says_what_was_revoked_and_since_when() -> None:
    office = authority()
    revoked = (Revoked("00c3", ISSUED, "superseded"), Revoked("5a", SIGNED))
    der = new_revocation_list(office.certificate, office.key, revoked, EDITION)
    found = read_revocation_list(der, office.certificate)
    assert found.revoked == {"c3": ISSUED, "5a": SIGNED}
    assert (found.number, found.issued_at, found.next_update) == (7, ISSUED, SIGNED)
    assert "Superseded" in text_of(der, "crl")


def test_a_list_is_not_accepted_from_another_authority_or_changed() -> None:
    office = authority()
    der = new_revocation_list(office.certificate, office.key, (Revoked("5a", ISSUED),), EDITION)
    with pytest.raises(BadCertificate):
        read_revocation_list(der, authority("02").certificate)
    for position in range(len(der)):
        changed = bytearray(der)
        changed[position] ^= 1
        with pytest.raises(BadCertificate):
            read_revocation_list(bytes(changed), office.certificate)


def test_a_partial_list_or_one_without_a_number_is_not_accepted() -> None:
    office = authority()
    plain = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(x509.load_der_x509_certificate(office.certificate).subject)
        .last_update(ISSUED)
        .next_update(SIGNED)
    )
    numbered = plain.add_extension(x509.CRLNumber(1), critical=False)
    partial = numbered.add_extension(x509.DeltaCRLIndicator(1), critical=True)
    for builder in (plain, partial):
        made = builder.sign(load_private(office.key), hashes.SHA256())
        with pytest.raises(BadCertificate):
            read_revocation_list(made.public_bytes(serialization.Encoding.DER), office.certificate)
