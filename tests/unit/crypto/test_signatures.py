"""Signatures: what is accepted, by us and by openssl, and that every change is refused."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from antq_desktop.crypto.certificates import (
    Edition,
    Revoked,
    certify_authority,
    new_revocation_list,
    new_signing_key,
    read_certificate,
    self_signed,
)
from antq_desktop.crypto.signatures import (
    Reason,
    SignatureRefused,
    Trust,
    sign,
    verify,
    verify_self_signed,
)
from tests.unit.crypto.makers import (
    DATA,
    ISSUED,
    SIGNED,
    Member,
    Oddity,
    authority,
    ec_key,
    holder,
    odd_member,
    openssl_sign,
    pem,
    rsa_key,
    signer,
    usual_signer,
)

if TYPE_CHECKING:
    from pathlib import Path

FLIPS = 300
NEXT = SIGNED + timedelta(days=365)


def trust(*anchors: Member, lists: tuple[bytes, ...] = ()) -> Trust:
    return Trust(tuple(one.certificate for one in anchors), lists, SIGNED)


def openssl_verify(folder: Path, data: bytes, signature: bytes, trusted: str, *more: str) -> bool:
    (folder / "content").write_bytes(data)
    (folder / "signature.p7s").write_bytes(signature)
    (folder / "trusted.pem").write_text(trusted)
    command = "openssl cms -verify -binary -inform DER -in signature.p7s -content content"
    command += f" -CAfile trusted.pem -attime {int(SIGNED.timestamp())}"
    done = subprocess.run([*command.split(), *more], cwd=folder, capture_output=True, check=False)
    return done.returncode == 0


def crl(office: Member, *revoked: Revoked, number: int = 1) -> bytes:
    edition = Edition(number, ISSUED, NEXT)
    return new_revocation_list(office.certificate, office.key, revoked, edition)


def test_accepts_what_it_signed_and_says_who() -> None:
    member, office = usual_signer(), authority()
    found = verify(DATA, member.sign(chain=[office.certificate]), trust(office))
    assert found.certificate == read_certificate(member.certificate)
    assert found.certificate.holder == holder()
    assert [one.der for one in found.chain] == [office.certificate]
    assert found.claimed_at == SIGNED
    assert found.list_issued_at is None


def test_openssl_accepts_what_we_sign_and_refuses_other_data(tmp_path: Path) -> None:
    member, trusted = usual_signer(), pem(authority().certificate)
    signature = member.sign(chain=[authority().certificate])
    assert openssl_verify(tmp_path, DATA, signature, trusted)
    assert openssl_verify(tmp_path, DATA, signature, trusted, "-cades")
    assert not openssl_verify(tmp_path, DATA + b" ", signature, trusted)


def test_openssl_and_we_refuse_a_revoked_signer(tmp_path: Path) -> None:
    member, office = usual_signer(), authority()
    serial = read_certificate(member.certificate).serial
    signature = member.sign(chain=[office.certificate])
    for revoked in ((), (Revoked(serial, SIGNED, "keyCompromise"),)):
        made = crl(office, *revoked)
        text = x509.load_der_x509_crl(made).public_bytes(serialization.Encoding.PEM).decode()
        trusted = pem(office.certificate) + text
        good = not revoked
        assert openssl_verify(tmp_path, DATA, signature, trusted, "-crl_check") is good
        if good:
            found = verify(DATA, signature, trust(office, lists=(made,)))
            assert found.list_issued_at == ISSUED
        else:
            with pytest.raises(SignatureRefused) as refused:
                verify(DATA, signature, trust(office, lists=(made,)))
            assert refused.value.reason is Reason.REVOKED


def test_a_revocation_counts_from_its_effective_date_in_the_newest_list() -> None:
    member, office, stranger = usual_signer(), authority(), authority("02")
    serial = read_certificate(member.certificate).serial
    later = crl(office, Revoked(serial, SIGNED + timedelta(seconds=1)), number=3)
    older = crl(office, Revoked(serial, ISSUED), number=2)
    foreign = crl(stranger, Revoked(serial, ISSUED), number=9)
    signature = member.sign()
    for lists in ((older, later, foreign), (foreign, later, older)):
        assert verify(DATA, signature, trust(office, lists=lists)).list_issued_at == ISSUED


def test_a_chain_ends_at_the_anchor_of_whoever_verifies() -> None:
    upper, lower = authority("01", pathlen=1), authority("0101")
    cross = certify_authority(upper.certificate, upper.key, lower.certificate, at=ISSUED)
    member = signer(lower)
    signature = member.sign(chain=[cross, lower.certificate, upper.certificate])
    assert [one.der for one in verify(DATA, signature, trust(lower)).chain] == [lower.certificate]
    found = verify(DATA, signature, trust(upper))
    assert [one.der for one in found.chain] == [cross, upper.certificate]
    assert verify(DATA, signature, trust(upper, lists=(crl(upper),))).list_issued_at is None
    revoked = crl(upper, Revoked(read_certificate(cross).serial, ISSUED))
    with pytest.raises(SignatureRefused, match="revoked"):
        verify(DATA, signature, trust(upper, lists=(revoked,)))


@pytest.mark.parametrize("kind", ["p384", "rsa", "pss", "sha512"])
def test_accepts_other_kinds_on_the_list_made_by_openssl(kind: str, tmp_path: Path) -> None:
    key = {"p384": lambda: ec_key(ec.SECP384R1()), "sha512": new_signing_key}.get(
        kind, lambda: rsa_key(2048)
    )()
    member = odd_member(authority(), Oddity(), key)
    options = {"pss": ["-keyopt", "rsa_padding_mode:pss"], "sha512": ["-md", "sha512"]}
    signature = openssl_sign(tmp_path, [member], "-cades", more=options.get(kind, ()))
    assert verify(DATA, signature, trust(authority())).certificate.der == member.certificate


def test_signs_with_an_rsa_key_too() -> None:
    member = odd_member(authority(), Oddity(), rsa_key(2048))
    assert verify(DATA, member.sign(), trust(authority())).chain


def test_sign_refuses_a_foreign_key_and_a_chain_with_a_missing_end() -> None:
    member = usual_signer()
    with pytest.raises(ValueError, match="not the key"):
        sign(DATA, new_signing_key(), member.certificate, [], SIGNED)
    with pytest.raises(ValueError, match="self-signed"):
        member.sign(chain=[signer(authority("02")).certificate])


def test_no_flipped_byte_of_the_signature_or_of_the_data_is_accepted() -> None:
    upper, lower = authority("01"), authority("0101")
    cross = certify_authority(upper.certificate, upper.key, lower.certificate, at=ISSUED)
    member = signer(lower)
    signature = member.sign(chain=[cross, upper.certificate, lower.certificate])
    for flip in range(FLIPS):
        changed = bytearray(signature)
        changed[flip * len(changed) // FLIPS] ^= 1 + flip % 255
        with pytest.raises(SignatureRefused):
            verify(DATA, bytes(changed), trust(upper))
    for position in range(len(DATA)):
        altered = DATA[:position] + bytes([DATA[position] ^ 1]) + DATA[position + 1 :]
        with pytest.raises(SignatureRefused, match="message_digest"):
            verify(altered, signature, trust(upper))


def test_cut_and_lengthened_signatures_are_refused() -> None:
    signature = usual_signer().sign()
    for end in range(0, len(signature), 7):
        with pytest.raises(SignatureRefused):
            verify(DATA, signature[:end], trust(authority()))
    with pytest.raises(SignatureRefused, match="not_cms"):
        verify(DATA, signature + b"\0", trust(authority()))


def test_a_request_is_signed_with_the_key_in_it() -> None:
    key = new_signing_key()
    member = Member(key, self_signed(key, holder("officer"), SIGNED))
    found = verify_self_signed(DATA, member.sign(), SIGNED)
    assert found.certificate.der == member.certificate
    assert found.chain == ()
    with pytest.raises(SignatureRefused, match="expired"):
        verify_self_signed(DATA, member.sign(), SIGNED + timedelta(days=2000))
    with pytest.raises(SignatureRefused, match="untrusted"):
        verify_self_signed(DATA, usual_signer().sign(), SIGNED)
