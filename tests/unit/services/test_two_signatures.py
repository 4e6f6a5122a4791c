"""An officer prepares and signs, the head looks and signs second; the office wants both."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle import names
from antq_desktop.crypto.sealing import seal_bytes, unseal_bytes
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.arriving import identities
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import choose_signatures, is_published, policy_of
from antq_desktop.services.parting import PART_SIZE, deliver_parts
from antq_desktop.services.prepared import waiting_bundle
from antq_desktop.services.preparing import countersign_prepared, send_back, sent_back
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.reporting import correct
from antq_desktop.services.reviewing import changed_record, changed_records, review
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.signing import recipients_above
from antq_desktop.services.status import bundle_status, sent_bundles
from antq_desktop.services.submitting import due, submit
from tests.unit.bundle.world import packed, unpacked
from tests.unit.services.conftest import COMMUNE, OFFICE, coop
from tests.unit.services.signing_twice import (
    DUTY,
    HEAD,
    OFFICER,
    add_people,
    certify,
    want_two,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Outgoing
    from tests.unit.services.conftest import World

PERIOD = parse_period("DL-2023")


@pytest.fixture(scope="module")
def made_two(made: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make a commune with an officer who has a certificate, under an office that wants two."""
    folder = tmp_path_factory.mktemp("two") / "world"
    shutil.copytree(made.folder, folder)
    world = type(made)(folder, made.catalogue, made.now, dict(made.secrets))
    add_people(world)
    want_two(world)
    return world


@pytest.fixture
def two(made_two: World, tmp_path: Path) -> World:
    """Give a test such a world of its own."""
    folder = tmp_path / "world"
    shutil.copytree(made_two.folder, folder)
    return type(made_two)(folder, made_two.catalogue, made_two.now, dict(made_two.secrets))


def enter(world: World, *values: dict[str, object]) -> list[str]:
    with world.open(COMMUNE, OFFICER) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        return [one.record for one in add_records(workspace, register, values)]


def prepare(world: World, *periods: str) -> Outgoing:
    with world.open(COMMUNE, OFFICER) as workspace:
        return submit(workspace, [parse_period(code) for code in periods], [])


def sign_second(world: World, digest: str) -> Outgoing:
    with world.open(COMMUNE, HEAD) as workspace:
        return countersign_prepared(workspace, digest)


def refused_rule(world: World, path: Path) -> str:
    with world.open(OFFICE) as workspace:
        verdict = verify_bundle(workspace, path)
    assert verdict.verdict == "refused"
    return verdict.reasons[0].rule


def outbox(world: World) -> list[str]:
    return sorted(path.name for path in (world.home(COMMUNE) / "outbox").iterdir())


def acts(workspace: Workspace) -> list[str]:
    rows = workspace.store.database.execute("SELECT entry ->> '$.act' FROM journal ORDER BY n")
    return [str(row[0]) for row in rows if row[0] != "unlock"]


def test_the_officer_prepares_the_head_signs_the_office_takes(two: World) -> None:
    enter(two, coop(hens=3), coop())
    row = prepare(two, "DL-2023")
    assert (row.signatures, row.first_signer, row.waits) == (2, OFFICER, True)
    assert row.file.endswith(".prepared")
    assert prepare(two, "DL-2023") == row
    with two.open(COMMUNE, OFFICER) as workspace:
        for carry in (
            lambda: deliver(workspace, row, two.folder),
            lambda: deliver_parts(workspace, row, two.folder, PART_SIZE),
        ):
            with pytest.raises(Refusal, match=r"submission\.not_signed_twice"):
                carry()
        assert [one.state for one in sent_bundles(workspace)] == ["prepared"]
        with pytest.raises(Refusal, match=r"users\.head_only"):
            countersign_prepared(workspace, row.digest)
    # Carried by hand all the same it is refused: one of two signatures is missing.
    copied = two.folder / "by-hand.antq"
    shutil.copy(two.home(COMMUNE) / "outbox" / row.file, copied)
    assert refused_rule(two, copied) == "second_signature_missing"
    done = sign_second(two, row.digest[:12])
    assert (done.digest, done.second_signer, done.sequence) == (row.digest, HEAD, 1)
    assert outbox(two) == [done.file]
    with two.open(COMMUNE, HEAD) as workspace:
        assert acts(workspace)[-3:] == ["prepare", "sign", "countersign"]
        assert submit(workspace, [PERIOD], []) == done
        path = deliver(workspace, done, two.folder)
        assert [one.state for one in bundle_status(workspace, None)] == ["written"]
    with two.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, path)
        assert (verdict.verdict, verdict.signer[0]) == ("accepted", "verdicts.signer_two")
        assert verdict.signer[1]["person"] == OFFICER
        assert verdict.signer[1]["second"] == HEAD
        (receipt,) = write_receipts(workspace)
        answer = deliver(workspace, receipt.row, two.folder)
    with two.open(COMMUNE, HEAD) as workspace:
        assert import_bundle(workspace, answer).verdict == "accepted"
        assert due(workspace).empty


def test_a_stripped_second_signature_is_refused(two: World) -> None:
    enter(two, coop())
    done = sign_second(two, prepare(two).digest)
    sealed = (two.home(COMMUNE) / "outbox" / done.file).read_bytes()
    with two.open(COMMUNE, HEAD) as workspace:
        files = unpacked(unseal_bytes(sealed, identities(workspace)))
        to = recipients_above(workspace)
    path = two.folder / "stripped.antq"
    for left in (names.OF_THE_SECOND, {names.SECOND_SIGNATURE}, {names.SECOND_MANIFEST}):
        rest = {name: data for name, data in files.items() if name not in left}
        path.write_bytes(seal_bytes(packed(rest), to))
        assert refused_rule(two, path) == "second_signature_missing"
    # Also at an office that asks for one signature only: the manifest says two were meant.
    with two.open(OFFICE) as workspace:
        choose_signatures(workspace, 1)
        assert not is_published(workspace)
    assert refused_rule(two, path) == "second_signature_missing"


def test_one_signature_is_refused_from_the_day_on(world: World) -> None:
    add_people(world)
    enter(world, coop())
    with world.open(COMMUNE, HEAD) as workspace:
        single = submit(workspace, [], [])
        path = deliver(workspace, single, world.folder)
    want_two(world, date(2024, 1, 20), installed=False)
    with world.open(OFFICE) as workspace:
        assert verify_bundle(workspace, path).verdict == "accepted"
    world.later(days=5)
    assert refused_rule(world, path) == "second_signature_missing"
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, path).verdict == "refused"
        (receipt,) = write_receipts(workspace)
        assert '"since"' not in receipt.row.counts
        answer = deliver(workspace, receipt.row, world.folder)
    want_two(world, date(2024, 1, 20))
    with world.open(COMMUNE, HEAD) as workspace:
        assert import_bundle(workspace, answer).verdict == "accepted"
        with pytest.raises(Refusal, match=r"submission\.officer_first"):
            submit(workspace, [], [])
    # The same records go again, signed twice, under the next number.
    done = sign_second(world, prepare(world).digest)
    assert done.sequence == single.sequence + 1
    with world.open(OFFICE) as workspace:
        path = world.home(COMMUNE) / "outbox" / done.file
        assert import_bundle(workspace, path).verdict == "accepted"


def test_the_head_sees_what_changed_since_the_last_submission(two: World) -> None:
    first, second = enter(two, coop(hens=3), coop())
    sign_second(two, prepare(two, "DL-2023").digest)
    with two.open(COMMUNE, OFFICER) as workspace:
        change_record(workspace, first, {"hens": 9}, reason="Đếm lại")
        void_record(workspace, second, reason="Nhập trùng")
    with two.open(COMMUNE, HEAD) as workspace:
        correct(workspace, PERIOD, "Sửa số gà")
    (third,) = enter(two, coop("2023-06-06"))
    row = prepare(two, "DL-2023")
    enter(two, coop("2023-07-07"))
    with two.open(COMMUNE, HEAD) as workspace:
        found = review(workspace, row)
        register = workspace.catalogue.by_name["hen_coops"]
        (told,) = (one for one in found.registers if one.register is register)
        assert (told.new, told.changed, told.voided, told.again) == (1, 2, 1, 0)
        assert {one.name for one in told.home} >= {"story"}
        assert (found.since, found.last and found.last.sequence) == (1, 1)
        changed = {one.line.record: one for one in changed_records(workspace, row, register)}
        assert {record: one.what for record, one in changed.items()} == {
            first: "changed",
            second: "voided",
            third: "new",
        }
        assert changed[first].fields == ("hens",)
        assert (changed[first].before, changed[first].after) == ({"hens": 3}, {"hens": 9})
        assert changed_record(workspace, row, third) == changed[third]
        (period,) = found.periods
        assert (period.against, period.version) == (PERIOD, 1)
        moved = {one.code: one for one in period.figures if not one.same}
        assert moved
        for one in moved.values():
            assert one.before != one.after


def test_sent_back_it_leaves_nothing_behind(two: World) -> None:
    enter(two, coop())
    with two.open(COMMUNE, OFFICER) as workspace:
        before = workspace.store.digest()
    row = prepare(two, "DL-2023")
    with two.open(COMMUNE, HEAD) as workspace:
        with pytest.raises(Refusal, match=r"submission\.prepared_waits"):
            correct(workspace, PERIOD, "Sửa")
        with pytest.raises(Refusal, match=r"submission\.prepared_waits"):
            submit(workspace, [PERIOD], [])
        with pytest.raises(Refusal, match=r"submission\.text_needed"):
            send_back(workspace, row.digest, text=" \n ")
        with pytest.raises(Refusal, match=r"submission\.prepared_other"):
            send_back(workspace, "0" * 64, text="Thiếu hồ sơ")
        send_back(workspace, row.digest, text="Thiếu hồ sơ\ntháng 12")
        told = sent_back(workspace)
        assert told is not None
        assert (told.by, told.text, told.periods) == (HEAD, "Thiếu hồ sơ tháng 12", ("DL-2023",))
        assert waiting_bundle(workspace) is None
        assert workspace.store.digest() == before
        assert bundle_status(workspace, None) == []
        assert acts(workspace)[-2:] == ["send_back", "prepare_discarded"]
        with pytest.raises(Refusal, match=r"submission\.none_prepared"):
            countersign_prepared(workspace, row.digest)
    assert outbox(two) == []
    again = prepare(two, "DL-2023")
    assert (again.sequence, again.digest != row.digest) == (1, True)
    with two.open(COMMUNE, HEAD) as workspace:
        assert sent_back(workspace) is None


def test_records_that_change_meanwhile_are_prepared_anew(two: World) -> None:
    enter(two, coop())
    row = prepare(two, "DL-2023")
    enter(two, coop())
    anew = prepare(two, "DL-2023")
    assert (anew.sequence, anew.seq_to) == (row.sequence, 2)
    assert outbox(two) == [anew.file]
    with two.open(COMMUNE, HEAD) as workspace:
        (report,) = workspace.store.exchanged.reports()
        assert '"X1.1"' in report.body
        with pytest.raises(Refusal, match=r"submission\.prepared_other"):
            countersign_prepared(workspace, row.digest)
        countersign_prepared(workspace, anew.digest)


def test_who_may_not_prepare_and_who_may_not_sign_second(two: World) -> None:
    enter(two, coop())
    with (
        two.open(COMMUNE, DUTY) as workspace,
        pytest.raises(Refusal, match=r"users\.no_preparing"),
    ):
        submit(workspace, [], [])
    certify(two, DUTY)  # anybody may have a certificate; it does not change what he does
    with (
        two.open(COMMUNE, DUTY) as workspace,
        pytest.raises(Refusal, match=r"users\.no_preparing"),
    ):
        submit(workspace, [], [])
    row = prepare(two)
    two.later(days=4000)
    with (
        two.open(COMMUNE, HEAD) as workspace,
        pytest.raises(Refusal, match=r"identity\.expired"),
    ):
        countersign_prepared(workspace, row.digest)


def test_a_prepared_file_that_was_changed_or_lost_is_not_signed(two: World) -> None:
    enter(two, coop())
    row = prepare(two)
    path = two.home(COMMUNE) / "outbox" / row.file
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with two.open(COMMUNE, HEAD) as workspace:
        with pytest.raises(Refusal, match=r"bundle\.seal_damaged"):
            countersign_prepared(workspace, row.digest)
        path.unlink()
        with pytest.raises(Refusal, match=r"submission\.prepared_gone"):
            countersign_prepared(workspace, row.digest)
        assert waiting_bundle(workspace) == row
    # What is gone is prepared anew.
    assert prepare(two).sequence == row.sequence


def test_the_policy_is_told_with_its_day(world: World) -> None:
    with world.open(OFFICE) as workspace:
        assert is_published(workspace)
        with pytest.raises(Refusal, match=r"identity\.policy_past"):
            choose_signatures(workspace, 2, workspace.clock.today() - timedelta(days=1))
        assert choose_signatures(workspace, 2).since == date(2024, 1, 29)
        assert policy_of(workspace).signatures == 2
        assert not is_published(workspace)
    want_two(world, installed=False)
    with world.open(OFFICE) as workspace:
        assert is_published(workspace)
    with (
        world.open(COMMUNE) as workspace,
        pytest.raises(Refusal, match=r"workspace\.office_only"),
    ):
        choose_signatures(workspace, 2)
