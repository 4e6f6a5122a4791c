"""Returning and holding a sound bundle: an officer's word, told to its unit by the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.deciding import can_refuse, can_take, refuse_held, take_held
from antq_desktop.services.duties import duties
from antq_desktop.services.following import followed
from antq_desktop.services.querying import Wanted
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.rehearsing import rehearse
from antq_desktop.services.reported import Asked, ReportState, who_reported
from antq_desktop.services.status import received_bundles, sent_bundles
from antq_desktop.services.users import add_user
from antq_desktop.services.withholding import hold_bundle, return_bundle, rows_in
from tests.unit.services.conftest import COMMUNE, OFFICE, coop
from tests.unit.services.exchange import answer, change, digest, hear, sign, states, take

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.services.conftest import World

WHY = "Số liệu tháng 5 khác báo cáo giấy, đề nghị kiểm tra lại"
YEAR = "DL-2023"


def cell(world: World) -> ReportState:
    """Return how the commune stands with the year."""
    with world.open(OFFICE) as office:
        matrix = who_reported(office, Asked(periods=(parse_period(YEAR),)))
    return next(row.cells[0].state for row in matrix.rows if row.unit.key.code == COMMUNE)


def test_a_sound_bundle_is_returned_with_words_and_comes_again(world: World) -> None:
    first, second = world.add(COMMUNE, coop(), coop("2023-06-06"))
    path, before = sign(world, YEAR), digest(world)
    with world.open(OFFICE) as office:
        listed = rows_in(office, path)
        assert {one.record for one in listed} == {first, second}
        asked = [Wanted(record=second, text="Ghi lại số gà")]
        verdict = return_bundle(office, path, f"  {WHY}\n", asked)
        assert (verdict.verdict, verdict.reasons[0].values) == ("refused", {"text": WHY})
        (row,) = received_bundles(office)
        assert (row.can_take, row.can_refuse, row.can_undo) == (True, False, False)
        assert [one.query.record for one in followed(office)] == [second]
        # However often it comes, it stays returned.
        assert import_bundle(office, path).verdict == "refused"
        assert rehearse(office, path).verdict.reasons == verdict.reasons
    assert digest(world) == before
    assert cell(world) is ReportState.RETURNED
    hear(world, answer(world))
    with world.open(COMMUNE) as commune:
        (sent,) = sent_bundles(commune)
        assert (sent.state, sent.reasons[0].values) == ("refused", {"text": WHY})
        assert [(one.query.text, one.query.record, one.state) for one in duties(commune)] == [
            (WHY, None, "open")
        ]
    change(world, first, hens=7)
    (taken,) = take(world, sign(world, YEAR))
    assert (taken.verdict, taken.counts["new"]) == ("accepted", 2)
    hear(world, answer(world))
    assert states(world) == ["refused", "accepted"]
    with world.open(COMMUNE) as commune:
        assert [one.state for one in duties(commune)] == ["closed"]


def test_a_bundle_on_hold_counts_nothing_until_somebody_lets_it_go(world: World) -> None:
    world.add(COMMUNE, coop())
    path, before = sign(world, YEAR), digest(world)
    with world.open(OFFICE) as office:
        assert hold_bundle(office, path, WHY).verdict == "held"
        (row,) = received_bundles(office)
        assert can_take(office, row.row)
        assert can_refuse(row.row)
        assert import_bundle(office, path).verdict == "held"
    assert digest(world) == before
    assert cell(world) is ReportState.HELD
    hear(world, answer(world))
    with world.open(COMMUNE) as commune:
        (sent,) = sent_bundles(commune)
        assert (sent.state, sent.reasons[0].rule) == ("held", "put_on_hold")
        assert sent.reasons[0].values == {"text": WHY}
        assert not duties(commune)  # there is nothing to do there
    world.add(COMMUNE, coop("2023-07-07"))
    later = sign(world, YEAR)
    with world.open(OFFICE) as office:
        with pytest.raises(Refusal) as refusal:
            take_held(office, row.row.digest, " ")
        assert refusal.value.message_id == "decide.reason_needed"
        assert take_held(office, row.row.digest, "đã xác minh").verdict == "accepted"
        assert import_bundle(office, later).verdict == "accepted"
    hear(world, answer(world))
    assert states(world) == ["accepted", "accepted"]
    assert cell(world) is ReportState.REPORTED


def test_what_is_on_hold_may_be_refused_or_returned(world: World) -> None:
    world.add(COMMUNE, coop())
    path = sign(world)
    with world.open(OFFICE) as office:
        add_user(office, "Lò Văn Hai", Role.OFFICER, "mật khẩu hai")
    # Not only the head: who could take a bundle may hold it and let it go.
    with world.open(OFFICE, "Lò Văn Hai", "mật khẩu hai") as office:
        held = hold_bundle(office, path, WHY)
        (row,) = received_bundles(office)
        returned = return_bundle(office, row.row.digest, "Gửi lại sau khi đối chiếu")
        assert (held.verdict, returned.verdict) == ("held", "refused")
        assert take_held(office, row.row.digest, "đã đối chiếu").verdict == "accepted"
        for act in (return_bundle, hold_bundle):
            with pytest.raises(Refusal) as refusal:
                act(office, path, WHY)
            assert refusal.value.message_id == "decide.is_in"
    world.add(COMMUNE, coop("2023-08-08"))
    path = sign(world)
    with world.open(OFFICE, "Lò Thị Mẫu") as office:
        hold_bundle(office, path, WHY)
        refused = refuse_held(office, received_bundles(office)[0].row.digest, "trùng")
        assert refused.verdict == "refused"


def test_what_cannot_be_withheld_is_told_and_keeps_nothing(world: World) -> None:
    world.add(COMMUNE, coop())
    path = sign(world)
    other = answer_of_nobody(world)
    with world.open(OFFICE) as office:
        for source, text, wanted, found in (
            (path, " ", (), "queries.text_needed"),
            (path, "x" * 501, (), "queries.text_long"),
            (path, WHY, [Wanted(record="0" * 32, text="a")], "queries.no_record"),
            (other, WHY, (), "decide.not_a_submission"),
            (world.folder / "gone.antq", WHY, (), "bundles.cannot_read"),
            ("0" * 64, WHY, (), "bundles.unknown"),
        ):
            with pytest.raises(Refusal) as refusal:
                return_bundle(office, source, text, wanted)
            assert refusal.value.message_id == found
        assert not received_bundles(office)
    world.later(days=2)
    world.add(COMMUNE, coop("2024-01-17"))
    ahead = sign(world)
    world.later(days=-2)
    with world.open(OFFICE) as office:
        with pytest.raises(Refusal) as refusal:
            hold_bundle(office, ahead, WHY)
        assert refusal.value.message_id == "decide.not_sound"
        verdict = return_bundle(office, ahead, WHY)
        # The officer's word stands before the rows that are wrong.
        assert verdict.reasons[0].rule == "returned"
        assert verdict.reasons[1].row is not None


def answer_of_nobody(world: World) -> Path:
    """Return a bundle that is no submission: the directory of the office."""
    return next(world.folder.rglob("*-directory.antq"))
