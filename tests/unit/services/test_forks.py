"""Forks, withdrawals and restores: what contradicts, what is taken back, what begins anew."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.errors import Refusal
from antq_desktop.services.checking import self_check
from antq_desktop.services.deciding import bundle_named, refuse_held, take_held
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.restoring import LastNumber
from antq_desktop.services.status import received_bundles
from antq_desktop.services.submitting import due
from antq_desktop.services.undoing import preview_undo, undo_import, why_not
from antq_desktop.store.exchange_rows import Report
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop
from tests.unit.services.exchange import (
    answer,
    back_up,
    change,
    digest,
    exchange,
    hear,
    restore,
    rules,
    sign,
    states,
    take,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def branches(world: World) -> list[Path]:
    """Return two bundles of one place, and one that follows the second: a disk was put back."""
    (record,) = world.add(COMMUNE, coop(hens=1))
    exchange(world)
    kept = world.folder / "disk"
    shutil.copytree(world.home(COMMUNE), kept)
    change(world, record, hens=2)
    one = sign(world)
    shutil.rmtree(world.home(COMMUNE))
    shutil.copytree(kept, world.home(COMMUNE))
    world.later(hours=1)
    change(world, record, hens=3)
    other = sign(world)
    change(world, record, hens=4)
    return [one, other, sign(world)]


def test_what_contradicts_is_kept_and_both_sides_are_told(
    world: World, branches: list[Path]
) -> None:
    one, other, third = branches
    (verdict,) = take(world, one)
    assert verdict.verdict == "accepted"
    before = digest(world)
    verdicts = take(world, other, third)
    assert [each.verdict for each in verdicts] == ["fork", "fork"]
    assert rules(verdicts[0].reasons) == {"chain_place", "row_fork"}
    assert digest(world) == before
    hear(world, answer(world))
    assert states(world) == ["accepted", "fork", "fork"]


def test_taken_forks_give_one_workspace_in_every_order(world: World, branches: list[Path]) -> None:
    kept = world.folder / "office-before"
    shutil.copytree(world.home(OFFICE), kept)
    found: set[str] = set()
    for order in permutations(branches):
        shutil.rmtree(world.home(OFFICE))
        shutil.copytree(kept, world.home(OFFICE))
        with world.open(OFFICE) as workspace:
            for path in order:
                verdict = import_bundle(workspace, path)
                if verdict.verdict == "fork":
                    row = bundle_named(workspace, path.stem)
                    verdict = take_held(workspace, row.digest, "Đã hỏi đơn vị")
                assert verdict.verdict == "accepted"
            numbers = [key[1] for key in workspace.store.revisions.keys_in_order()]
            assert numbers == [1, 2, 2, 3]
        found.add(digest(world))
    assert len(found) == 1


def test_a_refused_fork_stays_aside(world: World, branches: list[Path]) -> None:
    one, other, _ = branches
    take(world, one, other)
    before = digest(world)
    with world.open(OFFICE) as workspace:
        refuse_held(workspace, bundle_named(workspace, other.stem).digest, "Ổ đĩa cũ")
    assert [each.verdict for each in take(world, other, other)] == ["refused", "refused"]
    assert digest(world) == before


def test_an_import_is_taken_back_and_comes_again(world: World) -> None:
    (record, _) = world.add(COMMUNE, coop(hens=1), coop(hens=2))
    exchange(world)
    empty = digest(world)
    change(world, record, hens=9)
    world.add(COMMUNE, coop(hens=3))
    path = sign(world, "DL-2023")
    take(world, path)
    full = digest(world)
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, path.stem)
        found = preview_undo(workspace, row.digest)
        assert (found.gone, found.earlier) == ({"hen_coops": 1}, {"hen_coops": 1})
        assert found.period.code == "DL-2023"
        figures = {one.indicator.code: (one.before, one.after) for one in found.shifts}
        assert figures["X1.1"] == (3, 2)
        assert received_bundles(workspace)[0].can_undo
    assert digest(world) == full
    hear(world, answer(world))
    with world.open(OFFICE) as workspace:
        undo_import(workspace, row.digest, "Nhập nhầm")
        with pytest.raises(Refusal, match=r"undo\.not_in"):
            undo_import(workspace, row.digest)
        assert workspace.store.queries.records() == 2
    assert digest(world) == empty
    hear(world, answer(world))
    assert states(world) == ["accepted", "withdrawn"]
    again = sign(world, "DL-2023")
    with world.open(COMMUNE) as workspace:
        assert due(workspace).counts["hen_coops"].new == 1
    assert [one.verdict for one in take(world, path)] == ["accepted"]
    assert digest(world) == full
    assert take(world, again)[0].counts == {"new": 0, "changed": 0, "same": 2, "refused": 0}
    hear(world, answer(world))
    assert states(world) == ["accepted", "accepted", "accepted"]


def test_what_others_stand_on_is_not_taken_back(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    first = sign(world)
    take(world, first)
    hear(world, answer(world))
    world.add(COMMUNE, coop(hens=2))
    second = sign(world)
    world.add(SECOND, coop(hens=5))
    take(world, second, sign(world, code=SECOND))
    with world.open(OFFICE) as workspace:
        one, two = (bundle_named(workspace, path.stem) for path in (first, second))
        refusal = why_not(workspace, one)
        assert refusal is not None
        assert (refusal.message_id, refusal.values) == ("undo.is_base", {"sequence": 2})
        undo_import(workspace, two.digest)
        assert why_not(workspace, one) is None
        undo_import(workspace, one.digest)
        assert workspace.store.queries.records() == 1
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"office_only"):
        undo_import(workspace, one.digest)


def test_rows_that_came_twice_go_with_the_later_bundle_first(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    first = sign(world)
    world.add(COMMUNE, coop(hens=2))
    second = sign(world)
    take(world, first, second)
    with world.open(OFFICE) as workspace:
        refusal = why_not(workspace, bundle_named(workspace, first.stem))
        assert refusal is not None
        assert refusal.message_id == "undo.later"


def test_what_we_froze_or_sent_upward_is_not_taken_back(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    path = sign(world)
    take(world, path)
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, str(path))
        own = workspace.place
        body = canonical.dump({"as_of": {row.workspace: 1}}).decode()
        report = Report(
            unit=own.unit.text,
            workspace=own.id,
            period="DL-2023",
            version=1,
            body=body,
            digest="d" * 64,
        )
        workspace.store.exchanged.add_report(report)
        refusal = why_not(workspace, row)
        assert refusal is not None
        assert (refusal.message_id, refusal.values) == ("undo.frozen", {"period": "DL-2023"})
        workspace.store.database.execute("DELETE FROM reports")
        assert why_not(workspace, row) is None
        sent = workspace.store.exchanged.outgoing()[-1]
        upward = replace(sent, digest="u" * 64, kind="consolidated", created_at=row.received_at)
        workspace.store.exchanged.add_outgoing(upward)
        workspace.store.passed_on.carry(upward.digest, [row.digest])
        refusal = why_not(workspace, row)
        assert refusal is not None
        assert refusal.message_id == "undo.carried"
        with pytest.raises(Refusal, match=r"undo\.carried"):
            preview_undo(workspace, row.digest)


def test_a_restore_begins_a_chain_and_numbers_nothing_again(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1))
    exchange(world)
    backup = back_up(world)
    change(world, record, hens=2)
    world.add(COMMUNE, coop(hens=7))
    exchange(world)
    receipt = world.folder / "receipt-2.antq"
    world.later(days=1)
    restore(world, backup, receipt=receipt, books=(LastNumber("hen_coops", 2, 2023),))
    with world.open(COMMUNE) as workspace:
        assert {one.name: one.ok for one in self_check(workspace)}["journal"]
    (entered,) = world.add(COMMUNE, coop(hens=7))
    with world.open(COMMUNE) as workspace:
        line = workspace.store.queries.line(entered)
        assert line is not None
        assert line.book == "3/2023"
    path = sign(world)
    (verdict,) = take(world, path)
    assert verdict.verdict == "remarks"
    assert rules(verdict.reasons) == {"restored_without"}
    assert rules(verdict.notes) == {"chain_continues"}
    assert verdict.counts == {"new": 1, "changed": 0, "same": 1, "refused": 0}
    with world.open(OFFICE) as workspace:
        seqs = workspace.store.database.execute("SELECT seq FROM revisions ORDER BY seq").fetchall()
        assert [int(row[0]) for row in seqs[:3]] == [1, 2, 3]
        assert int(seqs[3][0]) > 10**12
    hear(world, answer(world))
    world.add(COMMUNE, coop(hens=8))
    assert exchange(world).counts == {"new": 1, "changed": 0, "same": 0, "refused": 0}
    change(world, record, hens=5)
    (verdict,) = take(world, sign(world))
    assert (verdict.verdict, rules(verdict.reasons)) == ("fork", {"row_fork"})


def test_what_was_sent_before_a_restore_is_the_same(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    backup = back_up(world)
    exchange(world, "DL-2023")
    expected = digest(world)
    for _ in range(2):
        restore(world, backup)
        world.later(days=1)
    (verdict,) = take(world, sign(world))
    assert verdict.counts == {"new": 0, "changed": 0, "same": 1, "refused": 0}
    assert digest(world) == expected


def test_only_a_receipt_of_our_office_helps_a_restore(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    backup = back_up(world)
    path = sign(world)
    with pytest.raises(Refusal, match=r"backup\.no_receipt"):
        restore(world, backup, receipt=path)
    with pytest.raises(Refusal, match=r"unknown_register"):
        restore(world, backup, books=(LastNumber("nothing", 1, 2023),))
    take(world, path)
    take(world, sign(world, code=SECOND) if world.add(SECOND, coop()) else path)
    with pytest.raises(Refusal, match=r"bundle\."):
        restore(world, backup, receipt=answer(world, SECOND))


def test_two_figures_of_one_version_after_a_restore_are_for_a_person(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    backup = back_up(world)
    world.add(COMMUNE, coop(hens=2))
    exchange(world, "DL-2023")
    restore(world, backup)
    path = sign(world, "DL-2023")
    (verdict,) = take(world, path)
    assert (verdict.verdict, rules(verdict.reasons)) == ("fork", {"report_changed"})
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, path.stem)
        assert take_held(workspace, row.digest, "Máy đơn vị hỏng").verdict == "accepted"
        assert len(workspace.store.exchanged.reports()) == 2
        undo_import(workspace, row.digest)
        assert len(workspace.store.exchanged.reports()) == 1
