"""Wrong clocks: what is said, what is done, and how one gets out of it."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.arriving import opened
from antq_desktop.services.checking import self_check
from antq_desktop.services.dating import BELIEVED, clock_is_right, time_remarks
from antq_desktop.services.delivering import deliver, sign_into_outbox
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signing import own_recipients, own_signature
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, OFFICE, coop

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.services.verdicts import Verdict
    from tests.unit.services.conftest import World

PERIOD = parse_period("DL-2023")
YEAR = timedelta(days=365)


def submitted(world: World, *, ahead: timedelta = timedelta()) -> Path:
    """Return a submission of a commune whose clock is ahead, or behind."""
    world.add(COMMUNE, coop(hens=1))
    world.now += ahead
    with world.open(COMMUNE) as workspace:
        path = deliver(workspace, submit(workspace, [PERIOD], []), world.folder)
    world.now -= ahead
    return path


def imported(world: World, path: Path, at: datetime | None = None) -> Verdict:
    """Import a file at the office, whose clock shows another time if one is given."""
    right, world.now = world.now, at or world.now
    with world.open(OFFICE) as office:
        verdict = import_bundle(office, path)
    world.now = right
    return verdict


def rules(verdict: Verdict) -> list[str]:
    return [one.rule for one in verdict.reasons]


def test_a_bundle_of_tomorrow_is_taken_with_a_remark(world: World) -> None:
    verdict = imported(world, submitted(world, ahead=timedelta(days=1)))
    assert (verdict.verdict, rules(verdict)) == ("remarks", ["created_ahead"])
    said = verdict.time[1]
    assert (said["created"], said["received"]) == ("08:00 16/01/2024", "08:00 15/01/2024")


def test_five_minutes_are_nothing(world: World) -> None:
    verdict = imported(world, submitted(world, ahead=timedelta(minutes=5)))
    assert (verdict.verdict, rules(verdict)) == ("accepted", [])


def test_a_bundle_from_a_year_after_its_certificate_is_taken_with_remarks(world: World) -> None:
    """The program does not sign then; another one of the same key might."""
    world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        submit(workspace, [PERIOD], [])
        (row,) = workspace.store.exchanged.outgoing("submission")
        good = world.home(COMMUNE) / "outbox" / row.file
    with world.open(OFFICE) as office, opened(office, good) as bundle:
        for created, expected in (
            (world.now - 9 * YEAR, ["created_outside"]),
            (world.now + 9 * YEAR, ["created_ahead", "created_outside"]),
        ):
            manifest = replace(bundle.manifest, created_at=created)
            other = dataclasses.replace(bundle, manifest=manifest)
            assert [one.rule for one in time_remarks(office, other)] == expected


def test_an_old_bundle_comes_late_and_is_taken(world: World) -> None:
    path = submitted(world)
    verdict = imported(world, path, world.now + timedelta(days=200))
    assert (verdict.verdict, rules(verdict)) == ("accepted", [])


def test_an_office_whose_clock_fell_back_judges_by_what_it_knows(world: World) -> None:
    path = submitted(world)
    long_ago = world.now - 9 * YEAR
    assert imported(world, path, long_ago).verdict == "accepted"
    right, world.now = world.now, long_ago
    with world.open(OFFICE) as office:
        (incoming,) = office.store.exchanged.incoming()
        assert incoming.received_at.startswith(right.date().isoformat())
        assert not {one.name: one.ok for one in self_check(office)}["clock"]
        with pytest.raises(Refusal, match=r"clock\.behind"):
            write_receipts(office)


def test_a_clock_in_the_far_future_refuses_and_there_is_a_way_back(world: World) -> None:
    path = submitted(world)
    late = imported(world, path, world.now + 40 * YEAR)
    assert (late.verdict, rules(late)) == ("refused", ["signature_expired"])
    # The day of that session is in the journal now: the right clock seems to be behind.
    again = imported(world, path)
    assert rules(again) == ["signature_expired"]
    with world.open(OFFICE) as office:
        length = office.store.journal.head().length
        assert clock_is_right(office)
        assert not clock_is_right(office)
        assert office.store.journal.head().length == length + 1
        (line, *_) = office.store.journal.newest()
        assert (line["act"], line["at"]) == ("clock_corrected", world.now.isoformat())
        assert office.store.journal.broken_at() is None
        assert {one.name: one.ok for one in self_check(office)}["clock"]
    assert imported(world, path).verdict == "accepted"
    with world.open(OFFICE) as office:
        assert len(write_receipts(office)) == 1


def test_only_the_head_says_that_the_clock_is_right(world: World) -> None:
    world.now += YEAR
    with world.open(OFFICE):
        pass
    world.now -= YEAR
    with world.open(OFFICE) as office:
        slot = dataclasses.replace(office.opened.slot, role="officer")
        office.opened = dataclasses.replace(office.opened, slot=slot)
        with pytest.raises(Refusal, match=r"users\.head_only"):
            clock_is_right(office)
        assert office.clock.now() > world.now


def receipt(world: World, created: datetime) -> Path:
    """Return a receipt whose office states another time."""
    imported(world, submitted(world))
    with world.open(OFFICE) as office:
        (made,) = write_receipts(office)
        with opened(office, world.home(OFFICE) / "outbox" / made.row.file) as bundle:
            manifest = replace(bundle.manifest, files=(), created_at=created)
        own = own_signature(office)
        again = sign_into_outbox(
            office,
            manifest,
            {},
            own,
            recipients=[*own_recipients(office), *_recipients(world)],
            recipient_code=COMMUNE,
            number=2,
        )
        return world.home(OFFICE) / "outbox" / again.row.file


def _recipients(world: World) -> list[str]:
    with world.open(COMMUNE) as workspace:
        return own_recipients(workspace)


@pytest.mark.parametrize(
    ("ahead", "believed"),
    [(timedelta(days=20), True), (BELIEVED + timedelta(days=1), False), (20 * YEAR, False)],
)
def test_a_receipt_of_the_far_future_is_not_believed(
    world: World, ahead: timedelta, *, believed: bool
) -> None:
    path = receipt(world, world.now + ahead)
    with world.open(COMMUNE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
        assert (workspace.clock.now() > world.now) == believed
        if believed:
            with pytest.raises(Refusal, match=r"clock\.behind"):
                own_signature(workspace)
        else:
            own_signature(workspace)
