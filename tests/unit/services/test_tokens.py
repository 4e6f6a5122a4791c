"""The key of a head on a token: enrolling, signing, and every way in which a token lets down.

SoftHSM2 says that few tries are left after one wrong PIN, but never that one is left, and it never
locks: those sentences are tested on what the flags mean.
"""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.certificates import issue, new_request, new_signing_key, read_request
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.token_process import TokenProcess
from antq_desktop.crypto.tokens import KeyKind, PinState, TokenRefused, Trouble
from antq_desktop.errors import Refusal
from antq_desktop.messages import words
from antq_desktop.paths import paths_for
from antq_desktop.services.checking import self_check
from antq_desktop.services.enrolling import issue_certificate, own_certificate
from antq_desktop.services.installing import install_directory
from antq_desktop.services.papers import compose
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import anchor_of, own_signature
from antq_desktop.services.signing_papers import sign_paper
from antq_desktop.services.submitting import submit
from antq_desktop.services.token_enrolling import (
    TokenChoice,
    certify_own_token,
    request_with_token,
    take_key,
)
from antq_desktop.services.tokens import (
    choose_module,
    chosen_module,
    plugged_in,
    refusal_of,
    suggested_modules,
    the_token,
)
from antq_desktop.settings import Settings, save_settings
from tests.softhsm import MODULE, PIN, WRONG, SoftHsm
from tests.unit.crypto.makers import authority, holder
from tests.unit.crypto.test_tokens import pem_key
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.paper_world import YEAR
from tests.unit.services.test_signed_papers import TRUSTED, VALID, judged, nss, written

if TYPE_CHECKING:
    from antq_desktop.services.token_desk import PinAsked
    from antq_desktop.services.workspace import Workspace

__all__ = ["nss"]


@dataclass
class Person:
    """Who is asked for a PIN, and gives one after the other."""

    pins: list[str]
    asked: list[PinAsked] = field(default_factory=list)

    def give(self, asked: PinAsked) -> str:
        """Answer the next question."""
        self.asked.append(asked)
        return self.pins.pop(0)


@pytest.fixture
def hsm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, world: World) -> SoftHsm:
    """Give a place for tokens that the commune and its office know."""
    made = SoftHsm.in_folder(tmp_path, monkeypatch)
    for code in (COMMUNE, OFFICE):
        save_settings(paths_for(world.home(code)).settings, Settings(token_module=str(MODULE)))
    return made


def asks(workspace: Workspace, *pins: str) -> Person:
    """Let a person give these PINs in this order in a new act."""
    workspace.tokens.end_act()
    person = Person(list(pins))
    workspace.tokens.ask_pin = person.give
    return person


def enrol(world: World, choice: TokenChoice) -> None:
    """Certify the commune's head for a key on a token."""
    request = world.folder / "token-request.antq"
    with world.open(COMMUNE) as workspace:
        person = asks(workspace, PIN)
        before = own_certificate(workspace)
        fingerprint = request_with_token(workspace, request, choice).fingerprint
        assert len(person.asked) == 1  # one act, one PIN
        assert own_certificate(workspace) == before  # which signs on until there is another
        own_signature(workspace).sign(b"still with the key in the workspace")
        assert len(person.asked) == 1
    with world.open(OFFICE) as workspace:
        _, directory = issue_certificate(
            workspace, request, world.folder, fingerprint=fingerprint, ca_passphrase="authority"
        )
        anchor = sha256_hex(anchor_of(workspace))
    with world.open(COMMUNE) as workspace:
        assert install_directory(workspace, directory, fingerprint=anchor).certified
        assert own_certificate(workspace) != before


@pytest.fixture(scope="module")
def prepared(made: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a commune whose head has an RSA key on a token, with one record to send."""
    folder = tmp_path_factory.mktemp("tokens")
    shutil.copytree(made.folder, folder / "world")
    world = dataclasses.replace(made, folder=folder / "world")
    with pytest.MonkeyPatch.context() as environment:
        hsm = SoftHsm.in_folder(folder, environment)
        assert choose_module(paths_for(world.home(COMMUNE)), MODULE) == ()
        hsm.plug_in("xa")
        enrol(world, TokenChoice(kind=KeyKind.RSA2048))
    world.add(COMMUNE, coop())
    return folder


@pytest.fixture
def hsm_of_head(prepared: Path, world: World, monkeypatch: pytest.MonkeyPatch) -> SoftHsm:
    """Put the prepared commune and its token in the place of the usual one."""
    shutil.rmtree(world.folder)
    shutil.copytree(prepared, world.folder.parent, dirs_exist_ok=True)
    return SoftHsm.in_folder(world.folder.parent, monkeypatch)


def test_a_head_signs_bundles_and_papers_with_a_token(
    world: World, hsm_of_head: SoftHsm, tmp_path: Path, nss: Path
) -> None:
    hsm = hsm_of_head
    with world.open(COMMUNE) as workspace:
        person = asks(workspace, PIN)
        row = submit(workspace, [], [])
        signed = sign_paper(workspace, compose(workspace, "period-report", period=YEAR))
        (asked,) = person.asked  # both in one act
        until = own_certificate(workspace)["until"]
        (token,) = workspace.opened.slot.tokens
        assert (asked.label, asked.serial, asked.person) == ("xa", token.serial, "Lò Thị Mẫu")
        assert asked.until is not None
        assert asked.until.date().isoformat() == until
        assert asked.state is PinState.SILENT
        checks = {one.name: one for one in self_check(workspace)}
        assert checks["token"].ok
        assert checks["token"].values["name"] == "xa"
        file = paths_for(world.home(COMMUNE)).data / "outbox" / row.file
        assert PIN not in workspace.store.journal.head().hash
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, file).verdict == "accepted"
    said = judged(written(tmp_path, signed), nss)
    assert VALID in said
    assert TRUSTED in said
    hsm.pull_out()
    with world.open(COMMUNE) as workspace:
        (line,) = (one for one in self_check(workspace) if one.name == "token")
        assert (line.ok, line.message_id) == (False, "check.token_bad")


@pytest.mark.usefixtures("hsm_of_head")
def test_a_wrong_pin_ends_the_act_and_a_new_act_may_try_again(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        lines = workspace.store.journal.head().length
        person = asks(workspace, WRONG, PIN)
        with pytest.raises(Refusal, match=r"token\.wrong_pin_few.*'xa'"):
            submit(workspace, [], [])
        assert len(person.asked) == 1  # the program tries nothing by itself
        assert workspace.store.journal.head().length == lines
        assert not list((workspace.paths.data / "outbox").glob("*submission*"))
        plain = compose(workspace, "period-report", period=YEAR)
        person.pins.insert(0, WRONG)
        before = workspace.store.journal.head().length
        with pytest.raises(Refusal, match="token"):
            sign_paper(workspace, plain)
        assert workspace.store.journal.head().length == before  # no line of what was not signed
        assert submit(workspace, [], []).file
        assert [one.state for one in person.asked] == [
            PinState.SILENT,
            PinState.FEW,
            PinState.FEW,
        ]
        asks(workspace)
        workspace.tokens.ask_pin = type(workspace.tokens)().ask_pin
        with pytest.raises(Refusal, match=r"token\.pin_not_given"):
            own_signature(workspace).sign(b"nobody is there")


@pytest.mark.usefixtures("hsm_of_head")
def test_a_token_with_a_pad_gets_no_pin_from_the_program(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token is real and says that it has a pad: what a person gave here never reaches it."""
    plain = TokenProcess.tokens
    monkeypatch.setattr(
        TokenProcess, "tokens", lambda self: tuple(replace(one, pad=True) for one in plain(self))
    )
    with world.open(COMMUNE) as workspace:
        person = asks(workspace, PIN)
        with pytest.raises(Refusal, match=r"token\.failed"):  # there is no pad to type at
            submit(workspace, [], [])
        assert [one.pad for one in person.asked] == [True]


def test_a_token_pulled_out_in_mid_act_leaves_nothing_half_done(
    world: World, hsm_of_head: SoftHsm
) -> None:
    hsm = hsm_of_head
    with world.open(COMMUNE) as workspace:
        own = own_signature(workspace)
        person = asks(workspace, PIN, PIN)
        own.make_ready()
        hsm.pull_out()
        with pytest.raises(Refusal, match=r"token\.removed.*'xa'"):
            own.sign(b"after the PIN")
        hsm.put_back()
        lines = workspace.store.journal.head().length

        def pulled(asked: PinAsked) -> str:
            hsm.pull_out()
            return person.give(asked)

        workspace.tokens.ask_pin = pulled
        with pytest.raises(Refusal, match=r"token\.removed"):
            submit(workspace, [], [])
        assert workspace.store.journal.head().length == lines
        assert not list((workspace.paths.data / "outbox").glob("*submission*"))
        asks(workspace, PIN)
        with pytest.raises(Refusal, match=r"token\.not_there"):
            submit(workspace, [], [])
        hsm.put_back()
        asks(workspace, PIN)
        assert submit(workspace, [], []).sequence == 1


def test_which_token_and_which_key_is_never_guessed(world: World, hsm: SoftHsm) -> None:
    paths = paths_for(world.home(COMMUNE))
    with pytest.raises(Refusal, match=r"token\.none"):
        the_token(paths, None)
    first, second = hsm.plug_in("xa"), hsm.plug_in("xa")  # of one label, even
    assert {one.token.serial for one in plugged_in(paths)} == {first, second}
    with pytest.raises(Refusal, match=r"token\.several"):
        the_token(paths, None)
    assert the_token(paths, second).token.serial == second
    with pytest.raises(Refusal, match=r"token\.not_there"):
        the_token(paths, "0000")
    with world.open(COMMUNE) as workspace:
        asks(workspace, PIN)
        with pytest.raises(Refusal, match=r"token\.no_key"):
            take_key(workspace, TokenChoice(serial=first, key_id="ff"))
        made = take_key(workspace, TokenChoice(serial=second))
        again = take_key(workspace, TokenChoice(serial=second))
        assert made == again  # one that waits for its certificate is not made twice
        assert workspace.opened.slot.tokens == (made,)
    assert MODULE in suggested_modules()
    assert chosen_module(paths) == MODULE


def test_a_certificate_on_the_token_must_be_the_signers_own(world: World, hsm: SoftHsm) -> None:
    serial = hsm.plug_in("xa")
    office = authority()

    def given(key_id: str, person: str, code: str) -> None:
        key = new_signing_key()
        request = read_request(new_request(key, holder(code=code, person=person)))
        hsm.import_key("xa", pem_key(key), key_id)
        at = world.clock().now()
        hsm.import_certificate("xa", issue(office.certificate, office.key, request, at=at), key_id)

    given("01", "Nguyễn Văn Khác", COMMUNE)
    given("02", "LÒ THỊ MẪU", "999999")
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"token\.other_person.*Nguyễn Văn Khác"):
            take_key(workspace, TokenChoice(serial=serial, key_id="01"))
        with pytest.raises(Refusal, match=r"token\.other_unit"):
            take_key(workspace, TokenChoice(serial=serial, key_id="02"))
        assert not workspace.opened.slot.tokens
    key = new_signing_key()
    hsm.import_key("xa", pem_key(key), "03")
    enrol(world, TokenChoice(serial=serial, key_id="03"))
    with world.open(COMMUNE) as workspace:
        (token,) = workspace.opened.slot.tokens
        assert (token.serial, token.key_id, token.certificate) == (serial, "03", None)


def test_the_head_of_an_office_signs_receipts_with_a_token(world: World, hsm: SoftHsm) -> None:
    hsm.plug_in("huyen")
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        file = workspace.paths.data / "outbox" / row.file
    with world.open(OFFICE) as workspace:
        asks(workspace)
        with pytest.raises(Refusal, match=r"identity\.wrong_ca_passphrase"):
            certify_own_token(workspace, TokenChoice(), ca_passphrase="another")
        asks(workspace, PIN)
        certified = certify_own_token(workspace, TokenChoice(), ca_passphrase="authority")
        assert own_certificate(workspace)["serial"] == certified.serial
        person = asks(workspace, PIN)
        brought = import_bundle(workspace, file)
        assert brought.verdict == "accepted"
        own_signature(workspace).make_ready()
        assert len(person.asked) == 1


def test_libraries_that_are_none_are_told(world: World, tmp_path: Path) -> None:
    paths = paths_for(world.home(COMMUNE))
    with pytest.raises(Refusal, match=r"token\.no_module_chosen"):
        plugged_in(paths)
    text = tmp_path / "driver.so"
    for refusal in ("no_module", "bad_module"):
        with pytest.raises(Refusal, match=rf"token\.{refusal}"):
            choose_module(paths, text)
        text.write_text("no library", encoding="utf-8")
    assert chosen_module(paths) is None


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_its_sentence(trouble: Trouble) -> None:
    for state in PinState:
        told = refusal_of(TokenRefused(trouble, state, "GeneralError"), "xa")
        said = words(told.message_id, "vi", told.values)
        assert said.text
        assert said.action
    sentences = {
        state: refusal_of(TokenRefused(Trouble.WRONG_PIN, state), "xa").message_id
        for state in PinState
    }
    assert sentences == {
        PinState.SILENT: "token.wrong_pin",
        PinState.FEW: "token.wrong_pin_few",
        PinState.LAST: "token.wrong_pin_last",
        PinState.LOCKED: "token.locked",
    }


def test_the_helper_gets_no_passphrase(monkeypatch: pytest.MonkeyPatch, hsm: SoftHsm) -> None:
    del hsm
    monkeypatch.setenv("ANTQ_PASSPHRASE", "a secret of the workspace")
    with TokenProcess(MODULE) as process:
        environment = Path(f"/proc/{process.pid}/environ").read_bytes()
        arguments = Path(f"/proc/{process.pid}/cmdline").read_bytes()
    assert b"SOFTHSM2_CONF" in environment
    assert b"secret of the workspace" not in environment + arguments
