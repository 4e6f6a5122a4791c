"""The chain of bundles: what is held, what releases it, what people decide, what both are told."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from antq_desktop.domain.catalogue import Catalogue
from antq_desktop.errors import Refusal
from antq_desktop.services.deciding import bundle_named, refuse_held, take_held
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.status import bundle_status, next_step, received_bundles
from antq_desktop.services.submitting import due
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.exchange import (
    answer,
    change,
    digest,
    exchange,
    hear,
    rules,
    sign,
    states,
    take,
)
from tests.unit.services.forging import forge

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal


@pytest.fixture
def lost_first(world: World) -> tuple[Path, Path]:
    """Return two bundles of which the office has lost the first, that it had answered."""
    world.add(COMMUNE, coop(hens=1))
    kept = world.folder / "office-before"
    shutil.copytree(world.home(OFFICE), kept)
    first = sign(world)
    take(world, first)
    hear(world, answer(world))
    shutil.rmtree(world.home(OFFICE))
    shutil.copytree(kept, world.home(OFFICE))
    world.add(COMMUNE, coop(hens=2))
    return first, sign(world)


def test_a_bundle_without_its_base_is_kept_and_counts_nothing(
    world: World, lost_first: tuple[Path, Path]
) -> None:
    _, second = lost_first
    before = digest(world)
    with world.open(OFFICE) as workspace:
        assert verify_bundle(workspace, second).verdict == "held_gap"
        verdict = import_bundle(workspace, second)
        assert (verdict.verdict, verdict.good) == ("held_gap", False)
        assert verdict.content == ("verdicts.held_gap", {"sequence": 1})
        assert rules(verdict.reasons) == {"base_missing"}
        assert verdict.counts == {"new": 1, "changed": 0, "same": 0, "refused": 0}
        (one,) = received_bundles(workspace)
        assert (one.can_take, one.can_refuse, one.can_undo) == (True, True, False)
        assert [line.state for line in bundle_status(workspace, None)].count("held_gap") == 1
        assert next_step(workspace, "held_gap") == "states.office_held_gap"
    assert digest(world) == before


def test_it_comes_in_by_itself_after_its_base(world: World, lost_first: tuple[Path, Path]) -> None:
    first, second = lost_first
    take(world, second)
    (verdict,) = take(world, first)
    assert verdict.verdict == "accepted"
    assert [one.verdict for one in verdict.released] == ["accepted"]
    assert verdict.all_good
    held_first = digest(world)
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 2
        assert {one.row.verdict for one in received_bundles(workspace)} == {"accepted"}
    hear(world, answer(world))
    assert states(world) == ["accepted", "accepted"]
    assert digest(world) == held_first


def test_a_power_cut_before_the_release_is_made_good_at_the_next_opening(
    world: World, lost_first: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = lost_first
    take(world, second)
    with monkeypatch.context() as patch:
        patch.setattr("antq_desktop.services.receiving.release", lambda _: ())
        take(world, first)
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 2


def test_a_held_bundle_whose_file_is_gone_stops_nobody(
    world: World, lost_first: tuple[Path, Path]
) -> None:
    first, second = lost_first
    take(world, second)
    for path in (world.home(OFFICE) / "inbox").glob("*.antq"):
        path.unlink()
    (verdict,) = take(world, first)
    assert (verdict.verdict, verdict.released) == ("accepted", ())
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, second.name)
        with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
            take_held(workspace, row.digest, "Thử")
    (verdict,) = take(world, second)
    assert verdict.verdict == "accepted"


def test_the_commune_hears_of_a_gap_and_builds_on_nothing(
    world: World, lost_first: tuple[Path, Path]
) -> None:
    _, second = lost_first
    take(world, second)
    hear(world, answer(world))
    assert states(world) == ["accepted", "held_gap"]
    with world.open(COMMUNE) as workspace:
        assert next_step(workspace, "held_gap") == "states.commune_held_gap"
        assert due(workspace).base is None
    third = sign(world)
    (verdict,) = take(world, third)
    assert verdict.verdict == "accepted"
    assert rules(verdict.notes) == {"hole"}
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 2
    hear(world, answer(world))
    with world.open(COMMUNE) as workspace:
        assert due(workspace).counts == {}


def test_a_person_takes_what_waits_and_the_commune_sends_the_rest_again(
    world: World, lost_first: tuple[Path, Path]
) -> None:
    _, second = lost_first
    take(world, second)
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, second.stem)
        with pytest.raises(Refusal, match=r"decide\.reason_needed"):
            take_held(workspace, row.digest, "  ")
        verdict = take_held(workspace, row.digest, "Đơn vị không còn gói trước")
        assert verdict.verdict == "accepted"
        assert workspace.store.queries.records() == 1
        entries = list(workspace.store.journal.entries())
        assert [one["act"] for one in entries][-2:] == ["decide", "import"]
        with pytest.raises(Refusal, match=r"decide\.nothing"):
            take_held(workspace, row.digest, "Lần nữa")
    hear(world, answer(world))
    with world.open(COMMUNE) as workspace:
        assert due(workspace).counts["hen_coops"].new == 2
    assert exchange(world).counts == {"new": 1, "changed": 0, "same": 1, "refused": 0}


def test_what_a_person_refused_stays_aside_until_he_takes_it(
    world: World, lost_first: tuple[Path, Path]
) -> None:
    first, second = lost_first
    take(world, second)
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, second.stem)
        refuse_held(workspace, row.digest, "Gói lập nhầm")
        (one,) = received_bundles(workspace)
        assert (one.row.verdict, one.can_take, one.can_refuse) == ("refused", True, False)
        assert rules(one.reasons) == {"put_aside"}
        with pytest.raises(Refusal, match=r"decide\.nothing"):
            refuse_held(workspace, row.digest, "Lần nữa")
    verdicts = take(world, first, second)
    assert [one.verdict for one in verdicts] == ["accepted", "refused"]
    assert not verdicts[0].released
    hear(world, answer(world))
    assert states(world) == ["accepted", "refused"]
    with world.open(OFFICE) as workspace:
        assert take_held(workspace, row.digest, "Đã hỏi lại").verdict == "accepted"
        assert workspace.store.queries.records() == 2


def test_only_an_office_decides_and_only_of_what_came(world: World) -> None:
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"office_only"):
        take_held(workspace, "0" * 64, "Thử")
    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal, match=r"bundles\.unknown"):
            take_held(workspace, "0" * 64, "Thử")
        with pytest.raises(Refusal, match=r"bundles\.unknown"):
            bundle_named(workspace, "abc")


def test_a_hole_above_the_base_holds_nothing_and_is_said(world: World) -> None:
    for hens in range(3):
        world.add(COMMUNE, coop(hens=hens))
        last = sign(world)
    (verdict,) = take(world, last)
    assert verdict.verdict == "accepted"
    assert [(one.rule, dict(one.values)) for one in verdict.notes] == [
        ("hole", {"missing": "1-2", "sequence": 3})
    ]


def test_a_newer_catalogue_is_held_until_the_program_reads_it(world: World) -> None:
    older = world.catalogue
    newer = Catalogue(str(int(older.version) + 1), older.registers)
    world.add(COMMUNE, coop(hens=1))
    world.catalogue = newer
    path = sign(world)
    world.catalogue = older
    (verdict,) = take(world, path)
    assert (verdict.verdict, rules(verdict.reasons)) == ("held_newer", {"newer_catalogue"})
    with world.open(OFFICE) as workspace:
        row = bundle_named(workspace, path.stem)
        with pytest.raises(Refusal, match=r"decide\.newer"):
            take_held(workspace, row.digest, "Cần số liệu")
        assert workspace.store.queries.records() == 0
    hear(world, answer(world))
    assert states(world) == ["held_newer"]
    world.catalogue = newer
    with world.open(OFFICE) as workspace:
        assert workspace.store.queries.records() == 1
    hear(world, answer(world))
    assert states(world) == ["accepted"]


def test_the_receipt_repeats_until_the_commune_builds_on_it(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    take(world, sign(world))
    answer(world)  # lost
    world.add(COMMUNE, coop(hens=2))
    take(world, sign(world))
    hear(world, answer(world))
    assert states(world) == ["accepted", "accepted"]
    world.add(COMMUNE, coop(hens=3))
    take(world, sign(world))
    with world.open(OFFICE) as workspace:
        waiting = workspace.store.exchanged.unconfirmed(
            received_bundles(workspace)[0].row.workspace
        )
        assert [one.sequence for one in waiting] == [3]


def test_a_bundle_that_comes_again_is_told_of_again(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    path = sign(world)
    take(world, path)
    answer(world)  # lost
    assert [one.verdict for one in take(world, path)] == ["same"]
    with world.open(OFFICE) as workspace:
        assert not received_bundles(workspace)[0].answered
    hear(world, answer(world))
    assert states(world) == ["accepted"]


def test_an_older_receipt_after_a_newer_one_changes_nothing(world: World) -> None:
    (record,) = world.add(COMMUNE, coop(hens=1))
    take(world, sign(world))
    older = answer(world)
    change(world, record, hens=2)
    take(world, sign(world))
    newer = answer(world)
    for path in (newer, older, newer):
        hear(world, path)
        assert states(world) == ["accepted", "accepted"]
    with world.open(COMMUNE) as workspace:
        base = due(workspace).base
        assert base is not None
        assert base.sequence == 2


def of_later(world: World, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sign a bundle as a program of later would."""
    world.add(COMMUNE, coop(hens=1))
    later = cast("Literal['antq-bundle/1']", "antq-bundle/2")
    with monkeypatch.context() as patch:
        patch.setattr("antq_desktop.bundle.writer.parse_manifest", lambda *_: None)
        return forge(world, manifest=lambda manifest: replace(manifest, format=later))


def test_what_is_newer_and_was_put_aside_stays_aside(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = of_later(world, monkeypatch)
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, path)
        (held,) = received_bundles(workspace)
        refuse_held(workspace, held.row.digest, "gói của máy khác")
        verdict = import_bundle(workspace, path)
        assert (verdict.verdict, rules(verdict.reasons)) == ("refused", {"put_aside"})
        (aside,) = received_bundles(workspace)
        assert (aside.can_take, aside.can_refuse) == (False, False)
        with pytest.raises(Refusal, match=r"decide\.newer"):
            take_held(workspace, held.row.digest, "thôi vẫn nhận")
        (same,) = received_bundles(workspace)
        assert same.row == aside.row


def test_a_newer_format_is_held_and_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = of_later(world, monkeypatch)
    with world.open(OFFICE) as workspace:
        assert verify_bundle(workspace, path).verdict == "held_newer"
        verdict = import_bundle(workspace, path)
        assert (verdict.kind, verdict.verdict) == ("submission", "held_newer")
        assert rules(verdict.reasons) == {"newer_format"}
        assert workspace.store.queries.records() == 0
    hear(world, answer(world))
    assert states(world) == ["held_newer"]
    # A program that reads this format finds nothing of it in here: then it says so.
    monkeypatch.setattr("antq_desktop.bundle.manifest._OUR_FORMAT", 2)
    with world.open(OFFICE) as workspace:
        (one,) = received_bundles(workspace)
        assert (one.row.verdict, rules(one.reasons)) == ("refused", {"manifest_schema"})
