"""A clock that ran ahead is set right: what it has noted must not stand in the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Travel
from antq_desktop.services.attaching import attach
from antq_desktop.services.backing_up import newest_backup
from antq_desktop.services.dating import clock_is_right
from antq_desktop.services.delivering import deliver
from antq_desktop.services.duties import explain
from antq_desktop.services.posting import write_queries
from antq_desktop.services.querying import Wanted, accept_answer, ask, withdraw
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import restore_backup
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.undoing import undo_import
from tests.unit.services.attachments import scan
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, coop
from tests.unit.services.exchange import (
    answer,
    back_up,
    exchange,
    hear,
    restore,
    sign,
    states,
    take,
)
from tests.unit.services.levels import (
    AUTHORITY,
    PROVINCE,
    answered,
    consolidated,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace
    from tests.unit.services.conftest import World

__all__ = ["levels", "made_levels"]

YEAR = timedelta(days=365)


def newest(workspace: Workspace) -> datetime:
    """Return when the newest backup says that it was made."""
    made = newest_backup(workspace.paths)
    assert made is not None
    return made


def test_what_an_office_noted_ahead_of_time_goes_up_after_the_clock_is_right(
    levels: World,
) -> None:
    levels.add(COMMUNE, coop(hens=1))
    path = submitted(levels, COMMUNE)
    levels.later(days=40)
    taken(levels, OFFICE, path)
    answered(levels, OFFICE)
    with levels.open(OFFICE) as office:
        serial = next(
            one.serial for one in office.store.exchanged.certificates() if one.unit == SECOND
        )
        revoke_certificate(office, serial, reason="Chuyển công tác", ca_passphrase=AUTHORITY)
    levels.later(days=-40)
    with levels.open(OFFICE) as office:
        assert newest(office) > levels.now
        assert clock_is_right(office)
        assert newest(office) == levels.now
        now = levels.now.isoformat()
        assert [one.received_at for one in office.store.exchanged.incoming()] == [now]
        revoked = [one.revoked_at for one in office.store.exchanged.certificates()]
        assert [one for one in revoked if one is not None] == [now]
    # The receipt of the day to come is not passed on: the bundle is answered anew.
    above = consolidated(levels, OFFICE)
    assert taken(levels, PROVINCE, above).counts["new"] == 1
    levels.later(minutes=20)
    levels.add(OFFICE, coop(hens=2))
    with levels.open(OFFICE) as office:
        assert newest(office) == levels.now


def test_a_commune_hears_again_after_its_clock_is_right(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    world.now += timedelta(days=30)
    exchange(world)
    world.now -= timedelta(days=30)
    for code in (COMMUNE, OFFICE):
        with world.open(code) as workspace:
            assert clock_is_right(workspace)
    with world.open(OFFICE) as office:
        (row,) = office.store.exchanged.taken()
        undo_import(office, row.digest)
    hear(world, answer(world))
    assert states(world) == ["withdrawn"]


def test_queries_answers_and_files_are_dated_back_too(world: World, tmp_path: Path) -> None:
    first, second = world.add(COMMUNE, coop(hens=1), coop(hens=2))
    exchange(world)
    world.later(days=40)
    with world.open(COMMUNE) as workspace:
        attach(workspace, first, [scan(tmp_path, "bien ban.pdf")], Travel.SHARED, reason="Bổ sung")
    with world.open(OFFICE) as office:
        wanted = [Wanted(record=one, text="Đề nghị kiểm tra lại.") for one in (first, second)]
        asked, dropped = ask(office, wanted)
        withdraw(office, dropped.id)
        (row,) = write_queries(office)
        query = deliver(office, row, world.folder / "query.antq")
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, query)
        explain(workspace, asked.id, "Số liệu đúng.")
    take(world, sign(world))
    with world.open(OFFICE) as office:
        accept_answer(office, asked.id)
    world.later(days=-40)
    now = world.now.isoformat()
    for code in (COMMUNE, OFFICE):
        with world.open(code) as workspace:
            clock_is_right(workspace)
            returned, files = workspace.store.returned, workspace.store.attachments
            moments = [
                at
                for one in returned.all()
                for at in (one.asked_at, one.came_at, one.closed_at)
                if at is not None
            ]
            moments += [*returned.withdrawn().values(), *(one.at for one in files.all())]
            moments += [one.at for some in returned.answers().values() for one in some]
            assert len(moments) >= 4
            assert max(moments) <= now


def test_numbers_are_not_given_twice_after_a_restore_in_the_future(world: World) -> None:
    world.now += 40 * YEAR
    with world.open(COMMUNE) as workspace:
        restore_backup(workspace, as_fork=True)
    world.add(COMMUNE, coop(hens=1))
    world.now -= 40 * YEAR
    with world.open(COMMUNE) as workspace:
        clock_is_right(workspace)
    backup = back_up(world)
    world.add(COMMUNE, coop(hens=2))
    with world.open(COMMUNE) as workspace:
        lost = workspace.store.revisions.last_seq(workspace.place.id)
    world.later(hours=1)
    restore(world, backup)
    world.add(COMMUNE, coop(hens=3))
    with world.open(COMMUNE) as workspace:
        assert workspace.store.revisions.last_seq(workspace.place.id) > lost
