"""A certificate goes on: renewed with the old key, handed over by both, made anew when lost."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.bodies import Vouched, statement
from antq_desktop.crypto.certificates import public_key_of, read_certificate
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services import holding_keys
from antq_desktop.services.enrolling import (
    Asker,
    holder_named,
    issue_certificate,
    make_request,
    own_certificate,
    show_request,
    write_request,
)
from antq_desktop.services.installing import install_directory
from antq_desktop.services.own_keys import make_next_key, next_key
from antq_desktop.services.papers import compose, save_paper
from antq_desktop.services.renewing import (
    certify_own,
    hand_over_request,
    renew_request,
    successors,
)
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import own_signature
from antq_desktop.services.users import add_user
from tests.unit.printing.pages import saved
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import sign, take
from tests.unit.services.test_enrolling import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.services.papers import Paper

HEAD = "Lò Thị Mẫu"
NEW_HEAD, NEW_WORD = "Nông Thị Kế", "mật khẩu của người mới"


def serial_of(world: World, code: str = COMMUNE) -> str:
    with world.open(code) as workspace:
        return own_certificate(workspace)["serial"]


def renewal(world: World) -> Path:
    path = world.folder / "renewal.antq"
    with world.open(COMMUNE) as workspace:
        renew_request(workspace, path)
    return path


def issued(world: World, request: Path) -> Path:
    """Let the office issue without comparing anything, and return the directory."""
    with world.open(OFFICE) as workspace:
        return issue_certificate(workspace, request, world.folder, ca_passphrase="authority")[1]


def install(world: World, directory: Path, user: str | None = None, word: str = "demo") -> bool:
    anchor = fingerprint_of(world, OFFICE)
    with world.open(COMMUNE, user, word) as workspace:
        return install_directory(workspace, directory, fingerprint=anchor).certified


def test_a_renewal_is_signed_with_the_old_key_and_compared_by_nobody(world: World) -> None:
    world.later(days=1000)
    old = serial_of(world)
    request = renewal(world)
    with world.open(COMMUNE) as workspace:
        waiting = next_key(workspace)
        assert waiting is not None
        assert public_key_of(waiting) != public_key_of(workspace.opened.signing_key or b"")
        renew_request(workspace, world.folder / "again.antq")
        assert next_key(workspace) == waiting  # whichever file arrives, its answer fits
        assert own_signature(workspace).serial == old  # and until then the old one signs
    world.add(COMMUNE, coop())
    meanwhile = sign(world)
    with world.open(OFFICE) as workspace:
        voucher = show_request(workspace, request).voucher
        assert voucher is not None
        assert (voucher.act, voucher.serial) == ("renewal", old)
    assert install(world, issued(world, request))
    assert serial_of(world) != old
    with world.open(COMMUNE) as workspace:
        assert next_key(workspace) is None
        assert public_key_of(workspace.opened.signing_key or b"") == public_key_of(waiting)
    assert [one.verdict for one in take(world, meanwhile)] == ["accepted"]
    world.add(COMMUNE, coop())
    assert [one.verdict for one in take(world, sign(world))] == ["accepted"]


def claims(world: World) -> list[Path]:
    """Write requests that say that the head stands for them, which he does not."""
    with world.open(SECOND) as workspace:
        stranger = own_signature(workspace).sign
    with world.open(COMMUNE) as workspace:
        own = own_signature(workspace).sign
        holder = holder_named(workspace, workspace.opened.slot.name)
        key, seal = make_next_key(workspace), workspace.opened.seal.recipient
        place, today = workspace.place.id, workspace.clock.today()

        def told(csr: bytes) -> bytes:
            return statement(csr, place, "renewal", today)

        def vouched(value: Callable[[bytes], bytes], csr: bytes) -> Vouched:
            return Vouched(act="renewal", on=today, signature=value(csr))

        values: dict[str, Callable[[bytes], bytes]] = {
            "of-a-stranger": lambda csr: stranger(told(csr)),
            "for-another-key": lambda csr: own(told(csr + b"x")),
            "for-another-act": lambda csr: own(statement(csr, place, "handover", today)),
            "of-another-place": lambda csr: own(statement(csr, place[:-1], "renewal", today)),
            "none": lambda _: b"not a signature",
            "for-another-person": lambda csr: own(told(csr)),
        }
        for name, value in values.items():
            person = "Người Khác" if name == "for-another-person" else holder.person
            asker = Asker(key, changed(holder, person=person), seal)
            path = world.folder / f"{name}.antq"
            write_request(workspace, path, asker, partial(vouched, value))
    return [world.folder / f"{name}.antq" for name in values]


def test_who_is_not_believed_is_compared_as_for_the_first_time(world: World) -> None:
    """Of another workspace, for another request, act or person; and of a key that is revoked."""
    request, serial = renewal(world), serial_of(world)
    paths = claims(world)
    with world.open(OFFICE) as workspace:
        assert show_request(workspace, request).voucher is not None
        for path in paths:
            asked = show_request(workspace, path)
            assert (asked.voucher, asked.unproven) == (None, True), path.name
            with pytest.raises(Refusal, match=r"identity\.fingerprint_needed"):
                issue_certificate(workspace, path, world.folder, ca_passphrase="authority")
        revoke_certificate(workspace, serial, reason="Mất", ca_passphrase="authority")
        assert show_request(workspace, request).unproven


def test_what_has_ended_is_not_renewed(world: World) -> None:
    world.later(days=1090)
    request = renewal(world)
    world.later(days=10)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"identity\.expired"):
        renew_request(workspace, world.folder / "x.antq")
    with world.open(OFFICE) as workspace:
        assert show_request(workspace, request).unproven


def test_a_power_cut_while_the_key_changes_leaves_one_that_signs(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = issued(world, renewal(world))

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(holding_keys, "write_keys", cut)
        with pytest.raises(KeyboardInterrupt):
            install(world, directory)
    world.add(COMMUNE, coop())
    assert [one.verdict for one in take(world, sign(world))] == ["accepted"]
    assert install(world, directory)  # the same again brings it to its end
    with world.open(COMMUNE) as workspace:
        assert next_key(workspace) is None
        assert own_signature(workspace).serial


def handed_over(world: World, on: date) -> Path:
    path = world.folder / "handover.antq"
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"identity\.no_successor"):
            hand_over_request(workspace, path, NEW_HEAD, NEW_WORD, on)
        add_user(workspace, NEW_HEAD, Role.HEAD, NEW_WORD)
        assert successors(workspace) == [NEW_HEAD]
        with pytest.raises(Refusal, match=r"users\.wrong_passphrase"):
            hand_over_request(workspace, path, NEW_HEAD, "sai", on)
        with pytest.raises(Refusal, match=r"identity\.handover_ahead"):
            hand_over_request(workspace, path, NEW_HEAD, NEW_WORD, on + timedelta(days=9))
        asked = hand_over_request(workspace, path, NEW_HEAD, NEW_WORD, on)
        assert asked.person == NEW_HEAD
    return path


def test_a_handover_certifies_the_new_head_and_revokes_the_old_one_from_its_day(
    world: World,
) -> None:
    old = serial_of(world)
    world.later(days=10)
    world.add(COMMUNE, coop())
    late = sign(world)
    request = handed_over(world, world.now.date())
    minutes = minutes_of(world, request)
    with world.open(OFFICE) as workspace:
        voucher = show_request(workspace, request).voucher
        assert voucher is not None
        assert (voucher.act, voucher.serial, voucher.on) == ("handover", old, world.now.date())
    world.later(hours=1)
    directory = issued(world, request)
    assert install(world, directory, NEW_HEAD, NEW_WORD)
    with world.open(OFFICE) as workspace:
        kept = workspace.store.exchanged.certificate(old)
        assert kept is not None
        assert (kept.why, kept.reason) == ("superseded", f"Bàn giao cho {NEW_HEAD}")
    assert [one.reasons[0].rule for one in take(world, late)] == ["signature_revoked"]
    with (
        world.open(COMMUNE, HEAD) as workspace,
        pytest.raises(Refusal, match=r"identity\.revoked"),
    ):
        own_signature(workspace)
    with world.open(COMMUNE, NEW_HEAD, NEW_WORD) as workspace:
        assert own_signature(workspace).person == NEW_HEAD
        # The old certificate is revoked by now; it was not when both signed.
        again = compose(workspace, "key-handover", bundle=request)
    assert again.pdf == minutes.pdf


def minutes_of(world: World, request: Path) -> Paper:
    """Print the minutes of a handover: what was signed, and what the book of officers says."""
    serving = [{"state": "serving", "on": "2023-01-05"}]
    rank = {"rank": "captain", "title": "head", "badge_no": "000-001", "moves": serving}
    given = {"decision": "000/QĐ-CAT", "started_on": "2023-01-05"}
    with world.open(COMMUNE, HEAD) as workspace:
        officers = workspace.catalogue.by_name["police_officers"]
        add_records(workspace, officers, [{"officer": HEAD, **rank, **given}])
        asked, own = show_request(workspace, request), own_certificate(workspace)
        paper = compose(workspace, "key-handover", bundle=request)
        save_paper(workspace, paper, world.folder / "minutes.pdf")
        (line,) = [one for one in workspace.store.journal.entries() if one["act"] == "print"]
        assert asked.fingerprint in str(line)
        blank = compose(workspace, "key-handover", blank=True)
        first = world.folder / f"{COMMUNE}-request.antq"  # a request, but of no handover
        for wanted, said in ((first, "paper.not_a_handover"), (None, "paper.needs_handover")):
            with pytest.raises(Refusal, match=said):
                compose(workspace, "key-handover", bundle=wanted)
    text = saved(world.folder, paper.pdf).raw_text()
    groups = [one.upper() for one in (asked.fingerprint, own["fingerprint"])]
    for said in (
        f"Họ và tên: {HEAD}",
        "Cấp bậc: Đại úy",
        "Chức vụ: Trưởng Công an",
        f"Chứng thư số: {own['serial']}",
        f"Họ và tên: {NEW_HEAD}",
        f"Từ ngày {world.now:%d tháng 01 năm %Y}, bên nhận ký",
        *(" ".join(one[at : at + 4] for at in range(0, 32, 4)) for one in groups),
    ):
        assert said in text, said
    assert HEAD not in saved(world.folder, blank.pdf).raw_text()
    return paper


def test_a_lost_key_is_made_anew_and_comes_as_for_the_first_time(world: World) -> None:
    old = serial_of(world)
    path = world.folder / "lost.antq"
    with world.open(COMMUNE) as workspace:
        before = workspace.opened.signing_key
        asked = make_request(workspace, path, lost=True)
        assert workspace.opened.signing_key != before
        assert own_certificate(workspace) == {}
        with pytest.raises(Refusal, match=r"identity\.no_certificate"):
            own_signature(workspace)
    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal, match=r"identity\.fingerprint_needed"):
            issue_certificate(workspace, path, world.folder, ca_passphrase="authority")
        _, directory = issue_certificate(
            workspace,
            path,
            world.folder,
            fingerprint=asked.fingerprint,
            ca_passphrase="authority",
        )
    assert install(world, directory)
    assert serial_of(world) != old


def test_the_head_of_an_office_renews_his_own(world: World) -> None:
    old = serial_of(world, OFFICE)
    with world.open(OFFICE) as workspace:
        before = workspace.opened.signing_key
        with pytest.raises(Refusal, match=r"identity\.wrong_ca_passphrase"):
            certify_own(workspace, "sai")
        new = certify_own(workspace, "authority")
        assert new != old
        assert own_signature(workspace).serial == new
        assert workspace.opened.signing_key != before
        add_user(workspace, NEW_HEAD, Role.HEAD, NEW_WORD)
    with world.open(OFFICE, NEW_HEAD, NEW_WORD) as workspace:
        certify_own(workspace, "authority")
        assert own_signature(workspace).person == NEW_HEAD
        der = bytes.fromhex(str(workspace.document("certificates")[workspace.user]))
        holder = read_certificate(der).holder
        assert holder is not None
        assert holder.role == "office"
        revoke_certificate(workspace, new, reason="Chuyển công tác", ca_passphrase="authority")
        assert own_signature(workspace).person == NEW_HEAD
