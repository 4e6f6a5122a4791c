"""Signing with keys on tokens: what is signed, and what is told when it goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pkcs11
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from pkcs11 import Mechanism

from antq_desktop.crypto.certificates import issue, new_request, read_request, self_signed
from antq_desktop.crypto.cms import read_structure
from antq_desktop.crypto.signatures import Trust, sign, verify, verify_self_signed
from antq_desktop.crypto.token_driver import mechanism_for, translated
from antq_desktop.crypto.token_keys import token_key
from antq_desktop.crypto.token_process import TokenProcess
from antq_desktop.crypto.tokens import (
    ARGUMENT,
    KeyKind,
    PinState,
    Scheme,
    TokenRefused,
    Trouble,
    has_pad,
    pin_state,
)
from tests.softhsm import MODULE, PIN, WRONG, SoftHsm
from tests.unit.crypto.makers import DATA, ISSUED, SIGNED, authority, ec_key, holder, pem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.crypto.keys import PrivateKey


@pytest.fixture
def hsm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftHsm:
    return SoftHsm.in_folder(tmp_path, monkeypatch)


@pytest.fixture
def helper(hsm: SoftHsm) -> Iterator[TokenProcess]:
    del hsm
    with TokenProcess(MODULE) as process:
        yield process


def key_in(process: TokenProcess, kind: KeyKind) -> PrivateKey:
    made = process.generate(kind)
    pss = process.check_key(made.id, made.public_key)
    return token_key(
        made.public_key,
        lambda data, scheme, hashed: process.sign(made.id, data, scheme, hashed),
        pss=pss,
    )


def refused(trouble: Trouble) -> pytest.RaisesExc[TokenRefused]:
    return pytest.RaisesExc(TokenRefused, check=lambda error: error.trouble is trouble)


@pytest.mark.parametrize(
    ("kind", "algorithm"),
    [
        (KeyKind.P256, "ecdsa"),
        (KeyKind.P384, "ecdsa"),
        (KeyKind.RSA2048, "rsassa_pss"),
    ],
)
def test_what_a_token_signs_is_accepted_here_and_by_openssl(
    hsm: SoftHsm, kind: KeyKind, algorithm: str
) -> None:
    serial = hsm.plug_in("xa")
    office = authority()
    with TokenProcess(MODULE) as process:
        process.log_in(serial, PIN, write=True)
        key = key_in(process, kind)
        request = read_request(new_request(key, holder()))
        certificate = issue(office.certificate, office.key, request, at=ISSUED)
        own = self_signed(key, holder(), SIGNED)
        signature = sign(DATA, key, certificate, [office.certificate], SIGNED)
        first_contact = sign(DATA, key, own, [], SIGNED)
        assert [one.public_key for one in process.keys(serial)] == [request.public_key]
    found = verify(DATA, signature, Trust((office.certificate,), (), SIGNED))
    assert found.certificate.holder == holder()
    assert verify_self_signed(DATA, first_contact, SIGNED).certificate.der == own
    assert read_structure(DATA, signature).algorithm == algorithm
    for name, content in {"content": DATA, "signature": signature}.items():
        (hsm.folder / name).write_bytes(content)
    (hsm.folder / "ca.pem").write_text(pem(office.certificate))
    command = (
        "openssl cms -verify -binary -inform DER -in signature -content content -CAfile ca.pem"
    )
    moment = str(int(SIGNED.timestamp()))
    subprocess.run(
        [*command.split(), "-attime", moment], cwd=hsm.folder, check=True, capture_output=True
    )


def test_a_wrong_pin_is_told_and_the_right_one_still_works(hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    with TokenProcess(MODULE) as process:
        assert [one.label for one in process.tokens()] == ["xa"]
        with refused(Trouble.WRONG_PIN):
            process.log_in(serial, WRONG)
        # Without one it asks its device, of which SoftHSM2 has none.
        with refused(Trouble.FAILED):
            process.log_in(serial, None)
        # SoftHSM2 says that the count is low after a wrong PIN, and takes it back after a right one
        said = process.tokens()[0].pin
        process.log_in(serial, PIN)
        assert (said, process.tokens()[0].pin) == (PinState.FEW, PinState.SILENT)


def test_of_two_keys_of_one_label_the_id_tells_which(hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    first, second = (ec_key(ec.SECP256R1()) for _ in range(2))
    hsm.import_key("xa", pem_key(first), "a1")
    hsm.import_key("xa", pem_key(second), "a2")
    with TokenProcess(MODULE) as process:
        found = {one.id: one for one in process.keys(serial)}
        assert sorted(found) == ["a1", "a2"]
        assert {one.label for one in found.values()} == {"key"}
        process.log_in(serial, PIN)
        process.check_key("a2", found["a2"].public_key)
        with refused(Trouble.OTHER_KEY):
            process.check_key("a2", found["a1"].public_key)
        with refused(Trouble.NO_KEY):
            process.check_key("a3", found["a1"].public_key)
        other = token_key(
            found["a1"].public_key,
            lambda data, scheme, hashed: process.sign("a2", data, scheme, hashed),
        )
        with refused(Trouble.OTHER_KEY):  # a signature is looked at before it gets anywhere
            new_request(other, holder())


def test_two_keys_of_one_id_are_not_guessed_between(hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    for _ in range(2):
        hsm.import_key("xa", pem_key(ec_key(ec.SECP256R1())), "a1")
    with TokenProcess(MODULE) as process:
        process.log_in(serial, PIN)
        with refused(Trouble.TWO_KEYS):
            process.sign("a1", DATA, Scheme.ECDSA, "sha256")


def test_a_token_that_is_pulled_out_is_refused_and_works_once_back(hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    with TokenProcess(MODULE) as process:
        process.log_in(serial, PIN, write=True)
        made = process.generate(KeyKind.P256)
        hsm.pull_out()
        with pytest.raises(TokenRefused):
            process.sign(made.id, DATA, Scheme.ECDSA, "sha256")
    with TokenProcess(MODULE) as process, refused(Trouble.NO_TOKEN):
        process.log_in(serial, PIN)
    hsm.put_back()
    with TokenProcess(MODULE) as process:
        process.log_in(serial, PIN)
        assert process.sign(made.id, DATA, Scheme.ECDSA, "sha256")


def test_a_library_that_hangs_is_left_behind(helper: TokenProcess) -> None:
    os.kill(helper.pid, signal.SIGSTOP)
    helper._patience = 0.05  # noqa: SLF001 - not half a minute
    with refused(Trouble.SILENT):
        helper.tokens()
    helper.close()
    assert not helper.alive


def test_a_library_that_crashes_takes_only_the_helper_with_it(helper: TokenProcess) -> None:
    os.kill(helper.pid, signal.SIGSEGV)
    with refused(Trouble.CRASHED):
        helper.tokens()


def test_the_frozen_program_is_its_own_helper(hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    asked = [{"do": "load", "module": str(MODULE)}, {"do": "tokens"}, {"do": "unknown"}]
    done = subprocess.run(
        [sys.executable, "-m", "antq_desktop", ARGUMENT],
        input="".join(json.dumps(one) + "\n" for one in asked),
        check=True,
        capture_output=True,
        text=True,
    )
    loaded, tokens, unknown = map(json.loads, done.stdout.splitlines())
    assert loaded == {"done": None}
    assert [one["serial"] for one in tokens["done"]] == [serial]
    assert unknown["refused"] == ["failed", "silent", "KeyError"]


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    with refused(Trouble.NO_MODULE):
        TokenProcess(tmp_path / "none.so")
    (tmp_path / "text.so").write_text("no library")
    with refused(Trouble.BAD_MODULE):
        TokenProcess(tmp_path / "text.so")


@pytest.mark.parametrize(
    ("flags", "state"),
    [
        (0x0000042D, PinState.SILENT),
        (0x0001042D, PinState.FEW),
        (0x0003042D, PinState.LAST),
        (0x0002042D, PinState.LAST),
        (0x0007042D, PinState.LOCKED),
        (0x0004042D, PinState.LOCKED),
        (0x00F0042D, PinState.SILENT),  # those of the security officer
    ],
)
def test_flags_say_how_the_pin_stands(flags: int, state: PinState) -> None:
    assert pin_state(flags) is state
    assert not has_pad(flags)
    assert has_pad(flags | 0x100)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (pkcs11.PinIncorrect, Trouble.WRONG_PIN),
        (pkcs11.PinLenRange, Trouble.WRONG_PIN),
        (pkcs11.PinLocked, Trouble.LOCKED),
        (pkcs11.PinExpired, Trouble.NO_PIN),
        (pkcs11.FunctionCancelled, Trouble.CANCELLED),
        (pkcs11.DeviceRemoved, Trouble.REMOVED),
        (pkcs11.SessionHandleInvalid, Trouble.REMOVED),
        (pkcs11.DeviceMemory, Trouble.FULL),
        (pkcs11.TokenWriteProtected, Trouble.READ_ONLY),
        (pkcs11.MechanismInvalid, Trouble.NO_MECHANISM),
        (pkcs11.GeneralError, Trouble.FAILED),
    ],
)
def test_errors_of_the_library_become_ours(error: type[Exception], trouble: Trouble) -> None:
    with refused(trouble), translated():
        raise error


def test_a_token_that_does_not_hash_gets_the_digest() -> None:
    hashing = {Mechanism.ECDSA_SHA256, Mechanism.SHA256_RSA_PKCS, Mechanism.SHA256_RSA_PKCS_PSS}
    raw = {Mechanism.ECDSA, Mechanism.RSA_PKCS, Mechanism.RSA_PKCS_PSS}
    for scheme in Scheme:
        assert mechanism_for(hashing | raw, scheme, "sha256", DATA)[1] == DATA
        mechanism, given = mechanism_for(raw, scheme, "sha256", DATA)
        assert (mechanism in raw, len(given)) == (True, 51 if scheme is Scheme.PKCS1 else 32)
        with refused(Trouble.NO_MECHANISM):
            mechanism_for({Mechanism.SHA_1}, scheme, "sha256", DATA)


def test_what_stands_before_the_digest_is_what_others_expect() -> None:
    key = rsa.generate_private_key(65537, 2048)
    for hashed, algorithm in (("sha256", hashes.SHA256()), ("sha384", hashes.SHA384())):
        _, given = mechanism_for({Mechanism.RSA_PKCS}, Scheme.PKCS1, hashed, DATA)
        made = key.sign(given, padding.PKCS1v15(), utils.NoDigestInfo())  # as CKM_RSA_PKCS does
        key.public_key().verify(made, DATA, padding.PKCS1v15(), algorithm)


def pem_key(pkcs8: bytes) -> str:
    command = "openssl pkcs8 -topk8 -nocrypt -inform DER -outform PEM"
    return subprocess.run(
        command.split(), input=pkcs8, check=True, capture_output=True
    ).stdout.decode()
