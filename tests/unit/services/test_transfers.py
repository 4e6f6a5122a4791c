"""Books that go from one PC of a unit to another, and what the office counts of them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.transfers import TakenOver
from antq_desktop.crypto.sealing import seal_bytes
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services import handing_books_over, submitting
from antq_desktop.services.counting import count
from antq_desktop.services.deciding import take_held
from antq_desktop.services.delivering import deliver
from antq_desktop.services.handing_books_over import hand_over, receiver_named, receivers
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.saving import add_records, change_record
from antq_desktop.services.signing import unit_ref
from antq_desktop.services.submitting import submit
from antq_desktop.services.undoing import undo_import
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import answer, hear, sign, take
from tests.unit.services.transferring import SECOND_PC, confirm, give, second_pc

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.handing_books_over import Receiver
    from antq_desktop.services.verdicts import Verdict

YEAR = parse_period("DL-2023")


@pytest.fixture(scope="session")
def made_pair(made: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the world with a second PC of the commune that is copied for each test."""
    folder = tmp_path_factory.mktemp("pair") / "world"
    shutil.copytree(made.folder, folder)
    world = World(folder, made.catalogue, made.now, dict(made.secrets))
    second_pc(world)
    return world


@pytest.fixture
def world(made_pair: World, tmp_path: Path) -> World:
    """Give each test a world of its own."""
    folder = tmp_path / "world"
    shutil.copytree(made_pair.folder, folder)
    return World(folder, made_pair.catalogue, made_pair.now, dict(made_pair.secrets))


def figure(world: World, home: str) -> int:
    """Return how many coops a workspace counts."""
    with world.open(home) as workspace:
        found = count(workspace, YEAR)
        return next(one.figure.value for one in found if one.indicator.code == "X1.1")


def bring(world: World, path: Path, home: str = COMMUNE) -> Verdict:
    """Import a file."""
    with world.open(home) as workspace:
        return import_bundle(workspace, path)


def refusal(world: World, home: str, record: str) -> str:
    with world.open(home) as workspace, pytest.raises(Refusal) as caught:
        change_record(workspace, record, {"hens": 9}, reason="Sửa")
    return caught.value.message_id


def test_the_second_pc_of_a_post_hands_over_and_the_office_counts_once(world: World) -> None:
    (mine,) = world.add(COMMUNE, coop())
    world.add(SECOND_PC, coop("2023-06-01"), coop("2023-06-02"))
    (given,) = world.add(SECOND_PC, coop("2023-06-03"))
    path = give(world)
    assert give(world) == path  # signed once
    assert refusal(world, SECOND_PC, given) == "transfer.given"
    with world.open(SECOND_PC) as workspace, pytest.raises(Refusal, match="other_reports"):
        submit(workspace, [], [])
    with world.open(COMMUNE) as workspace:
        assert verify_bundle(workspace, path).verdict == "accepted"
    assert figure(world, COMMUNE) == 1
    verdict = bring(world, path)
    assert (verdict.verdict, verdict.counts["new"]) == ("accepted", 3)
    assert bring(world, path).verdict == "same"
    assert figure(world, COMMUNE) == 4
    hear(world, confirm(world), SECOND_PC)
    world.add(SECOND_PC, coop("2023-07-01"))  # it goes on with what is new
    with world.open(COMMUNE) as workspace:
        change_record(workspace, given, {"hens": 9}, reason="Sửa")
        change_record(workspace, mine, {"hens": 8}, reason="Sửa")
    (first,) = take(world, sign(world, "DL-2023"))
    assert (first.verdict, first.reasons) == ("accepted", ())
    assert figure(world, OFFICE) == 4
    hear(world, answer(world))
    assert bring(world, give(world)).verdict == "accepted"
    (second,) = take(world, sign(world))
    assert second.verdict == "accepted"
    assert second.counts["new"] == 1  # only what came since
    assert figure(world, OFFICE) == figure(world, COMMUNE)


def test_a_transfer_that_is_taken_back_leaves_the_pens_where_they_were(world: World) -> None:
    world.add(COMMUNE, coop())
    (given,) = world.add(SECOND_PC, coop("2023-06-01"))
    path = give(world)
    bring(world, path)
    with world.open(COMMUNE) as workspace:
        (row,) = workspace.store.exchanged.standing()
        undo_import(workspace, row.digest, "Nhầm gói")
    world.add(COMMUNE, coop("2023-06-05"))
    assert figure(world, COMMUNE) == 2
    hear(world, confirm(world), SECOND_PC)
    with world.open(SECOND_PC) as workspace:
        change_record(workspace, given, {"hens": 3}, reason="Sửa")
    (verdict,) = take(world, sign(world))  # numbers that were given back are named as gaps
    assert verdict.verdict == "accepted"
    assert bring(world, give(world)).verdict == "accepted"
    assert figure(world, COMMUNE) == 3
    sign(world)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match="pens_sent"):
        undo_import(workspace, workspace.store.exchanged.standing()[-1].digest)


def test_a_later_transfer_waits_for_the_one_before(world: World) -> None:
    world.add(SECOND_PC, coop("2023-06-01"))
    first = give(world)
    bring(world, first)
    hear(world, confirm(world), SECOND_PC)
    world.add(SECOND_PC, coop("2023-06-02"))
    second = give(world)
    with world.open(COMMUNE) as workspace:
        digest = workspace.store.exchanged.standing()[0].digest
        undo_import(workspace, digest)
    assert bring(world, second).verdict == "held_gap"
    verdict = bring(world, first)
    assert [one.verdict for one in verdict.released] == ["accepted"]
    assert figure(world, COMMUNE) == 2


def test_a_copied_pc_is_a_fork_until_it_says_so(world: World) -> None:
    world.add(SECOND_PC, coop("2023-06-01"))
    bring(world, give(world))
    hear(world, confirm(world), SECOND_PC)
    shutil.copytree(world.home(SECOND_PC), world.home("copy"))
    world.add(SECOND_PC, coop("2023-06-02"))
    world.add("copy", coop("2023-06-03"))
    assert bring(world, give(world)).verdict == "accepted"
    copied = give(world, "copy")
    verdict = bring(world, copied)
    assert verdict.verdict == "fork"
    (sent,) = take(world, sign(world))
    assert sent.verdict == "accepted"
    hear(world, answer(world))
    with world.open("copy") as workspace:
        restore_backup(workspace, as_fork=True)
    assert bring(world, give(world, "copy")).verdict in {"accepted", "remarks"}
    assert figure(world, COMMUNE) == 3
    (sent,) = take(world, sign(world))
    assert sent.verdict == "accepted"
    assert figure(world, OFFICE) == 3
    with world.open(COMMUNE) as workspace:
        held = [one for one in workspace.store.exchanged.standing() if one.verdict == "fork"]
        assert take_held(workspace, held[0].digest, "Đã đối chiếu").verdict == "accepted"
    assert figure(world, COMMUNE) == 3


def test_closed_books_go_on_at_the_receiver(world: World) -> None:
    world.add(SECOND_PC, coop("2023-06-01"), coop("2023-06-02"))
    world.add(SECOND_PC, {"built_on": "2023-06-03"})  # a draft
    with world.open(SECOND_PC) as workspace:
        to = receiver_named(workspace, None)
        with pytest.raises(Refusal, match=r"transfer\.drafts"):
            hand_over(workspace, to, close=True)
        for draft in list(workspace.store.drafts.all()):
            workspace.store.drafts.drop(draft.record)
            workspace.store.projections.drop(draft.record)
    bring(world, give(world, close=True))
    with world.open(SECOND_PC) as workspace, pytest.raises(Refusal, match=r"transfer\.closed"):
        add_records(workspace, world.catalogue.by_name["hen_coops"], [coop()])
    with world.open(COMMUNE) as workspace:
        register = world.catalogue.by_name["hen_coops"]
        (saved,) = add_records(workspace, register, [coop()])
        assert saved.number == "3/2023"


def test_what_nobody_may_hand_over_is_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add(SECOND_PC, coop("2023-06-01", keeper={"full_name": "Người Mẫu"}))
    world.add(SECOND, coop("2023-06-02"))
    with world.open(SECOND) as workspace:
        stranger = TakenOver(
            workspace=workspace.place.id, unit=unit_ref(workspace.place.unit), until=1
        )
    with world.open(SECOND_PC) as workspace:
        to = receiver_named(workspace, None)
    assert refused_of(world, SECOND_PC, replace(to, workspace=stranger.workspace)) == {
        "transfer_workspace"
    }
    assert refused_of(world, SECOND, to) == {"transfer_unit"}
    with monkeypatch.context() as forged:
        forged.setattr(handing_books_over, "told_pens", lambda _: (stranger,))
        assert refused_of(world, SECOND_PC, to) == {"pen_foreign"}
    with monkeypatch.context() as forged:
        other = seal_bytes(b"{}", [str(to.seal)])
        forged.setattr(handing_books_over, "seal_again", lambda *_: other)
        assert refused_of(world, SECOND_PC, to) == {"sealed_part"}


def test_the_office_believes_nobody_who_says_he_has_pens_that_others_have(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_pc(world, "13285-c")
    world.add(SECOND_PC, coop("2023-06-01"))
    with world.open(COMMUNE) as workspace:
        own = workspace.place.id
    with world.open(SECOND_PC) as workspace:
        to = next(one for one in receivers(workspace) if one.workspace == own)
        given = TakenOver(workspace=workspace.place.id, unit=unit_ref(to.unit), until=1)
    bring(world, give(world, to=to.letters))
    assert take(world, sign(world))[0].verdict == "accepted"
    world.add("13285-c", coop("2023-06-02"))
    monkeypatch.setattr(submitting, "told_pens", lambda _: (given,))
    (verdict,) = take(world, sign(world, code="13285-c"))
    assert {one.rule for one in verdict.reasons} == {"pen_elsewhere"}


def refused_of(world: World, home: str, to: Receiver) -> set[str]:
    """Hand over from a copy of a home, and return by which rules that is refused."""
    shutil.copytree(world.home(home), world.home("forger"))
    world.later(seconds=1)
    with world.open("forger") as workspace:
        row = hand_over(workspace, to)
        path = deliver(workspace, row, world.folder / f"{row.digest[:8]}.antq")
    shutil.rmtree(world.home("forger"))
    verdict = bring(world, path)
    assert verdict.verdict == "refused"
    return {one.rule for one in verdict.reasons}


def test_who_cannot_receive_is_not_offered(world: World) -> None:
    second_pc(world, "13285-c")
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"transfer\.say_which"):
            receiver_named(workspace, None)
        one, other = receivers(workspace)
        assert receiver_named(workspace, other.letters.upper()) == other
        with pytest.raises(Refusal, match=r"transfer\.nothing"):
            hand_over(workspace, one)
    with world.open(SECOND) as workspace, pytest.raises(Refusal, match=r"transfer\.no_receiver"):
        receiver_named(workspace, None)
