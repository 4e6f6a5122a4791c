"""Attachments in bundles: what goes, once; what the office keeps, and what it refuses."""

from __future__ import annotations

import dataclasses
import io
import shutil
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.writer import write_bundle
from antq_desktop.domain.attachments import is_shared_list
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services import attaching, delivering, undoing
from antq_desktop.services.attaching import attach, detach
from antq_desktop.services.attachment_files import attachments_folder
from antq_desktop.services.attachments import attachments_of, damaged_files, read_attachment
from antq_desktop.services.backing_up import KEPT_FOLDER
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.saving import void_record
from antq_desktop.services.submitting import due, submit
from antq_desktop.services.undoing import preview_undo, undo_import
from tests.unit.services.attachments import photo, scan
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.exchange import (
    answer,
    back_up,
    digest,
    exchange,
    hear,
    restore,
    sign,
    take,
)
from tests.unit.services.levels import PROVINCE, consolidated, levels, made_levels

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.bundle.writer import Draft, Written
    from antq_desktop.services.workspace import Workspace

__all__ = ["levels", "made_levels"]

WHY = "Bổ sung tệp"
BIG = 40_000
LISTED = {
    "id": "01890a5d-ac96-774b-bcce-b302099a8060",
    "media": "image/png",
    "sha256": "0" * 64,
    "size": 1,
}


def lying(world: World, code: str = OFFICE) -> int:
    folder = attachments_folder(paths_for(world.home(code)))
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def add(world: World, record: str, *paths: Path, travel: Travel = Travel.SHARED) -> None:
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, paths, travel, reason=WHY)


def states(world: World, record: str, code: str = OFFICE) -> list[str]:
    with world.open(code) as workspace:
        return [one.state for one in attachments_of(workspace, record)]


def test_what_is_marked_goes_once_and_nothing_else(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    shared = scan(tmp_path, "bien ban.pdf", size=BIG)
    add(world, record, shared, photo(tmp_path))
    add(world, record, scan(tmp_path, "o lai.pdf", seed=2), travel=Travel.PRIVATE)
    add(world, record, scan(tmp_path, "mat.pdf", seed=3), travel=Travel.CONFIDENTIAL)
    with world.open(COMMUNE) as workspace:
        found = due(workspace).luggage
        assert (len(found.go), found.later, found.size > BIG) == (2, (), True)
    bundle = sign(world)
    with world.open(OFFICE) as workspace:
        # To look changes nothing; nor does a rehearsal.
        assert verify_bundle(workspace, bundle).verdict == "accepted"
        assert import_bundle(workspace, bundle, rehearse=True).verdict == "accepted"
        assert not attachments_folder(workspace.paths).is_dir()
        verdict = import_bundle(workspace, bundle)
        assert (verdict.verdict, verdict.reasons) == ("accepted", ())
        first, second = attachments_of(workspace, record)
        assert (first.state, first.attached.name, first.by) == ("here", None, None)
        assert read_attachment(workspace, record, "1")[1] == shared.read_bytes()
        assert second.attached.media == "image/jpeg"
        assert damaged_files(workspace) == []
        shared_part = workspace.store.revisions.latest(record)
        assert shared_part is not None
        assert is_shared_list(shared_part.shared["attachments"])
    assert take(world, bundle)[0].verdict == "same"
    hear(world, answer(world))
    with world.open(COMMUNE) as workspace:
        assert due(workspace).luggage.go == ()
        with pytest.raises(Refusal, match=r"submission\.nothing"):
            submit(workspace, [], [])
        detach(workspace, record, "2", reason="Nhầm")
    small = sign(world)
    assert small.stat().st_size < bundle.stat().st_size - BIG
    assert take(world, small)[0].verdict == "accepted"
    assert states(world, record) == ["here"]


def test_what_does_not_fit_goes_later_and_is_named_meanwhile(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, *(scan(tmp_path, f"{n}.pdf", size=BIG, seed=n) for n in range(3)))
    with world.open(COMMUNE) as workspace:
        room = 2 * BIG + 1000
        found = due(workspace, room).luggage
        assert (len(found.go), len(found.later)) == (2, 1)
        first = submit(workspace, [], [], room)
        assert submit(workspace, [], [], room) == first
        bundle = delivering.deliver(workspace, first, world.folder)
    (verdict,) = take(world, bundle)
    assert verdict.verdict == "remarks"
    assert [one.rule for one in verdict.reasons] == ["attachment_missing"]
    assert verdict.reasons[0].values == {"number": "1/2023", "place": 3}
    assert states(world, record) == ["here", "here", "missing"]
    hear(world, answer(world))
    # No row is left to go: a bundle of one file, whose row came before it.
    (verdict,) = take(world, sign(world))
    assert (verdict.verdict, verdict.reasons) == ("accepted", ())
    assert states(world, record) == ["here", "here", "here"]
    assert lying(world) == 3


def test_a_struck_through_record_waits_for_no_file(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    add(world, record, scan(tmp_path))
    with world.open(COMMUNE) as workspace:
        void_record(workspace, record, reason="Nhầm")
    (verdict,) = take(world, sign(world))
    assert (verdict.verdict, verdict.reasons) == ("accepted", ())


def undo_last(workspace: Workspace) -> None:
    undo_import(workspace, workspace.store.exchanged.taken()[-1].digest)


def test_an_import_that_is_taken_back_takes_its_files_back(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    exchange(world)
    before = digest(world)
    add(world, record, scan(tmp_path))
    bundle = sign(world)
    take(world, bundle)
    after = digest(world)
    with world.open(OFFICE) as workspace:
        preview_undo(workspace, workspace.store.exchanged.taken()[-1].digest)
        assert (lying(world), len(workspace.store.attachments.all())) == (1, 1)
        undo_last(workspace)
        assert attachments_of(workspace, record) == ()
        # Nothing lies there for good, and no backup misses what went.
        assert (lying(world), workspace.store.attachments.all()) == (0, [])
        assert workspace.store.attachments.not_here([record]) == []
    assert digest(world) == before
    hear(world, answer(world))
    with world.open(COMMUNE) as workspace:
        assert len(due(workspace).luggage.go) == 1
    assert take(world, bundle)[0].verdict == "accepted"
    assert (digest(world), states(world, record), lying(world)) == (after, ["here"], 1)


def test_a_file_that_a_row_still_names_stays(world: World, tmp_path: Path) -> None:
    """Its row came with the bundle before: what is taken back is not all that needs it."""
    (record,) = world.add(COMMUNE, coop())
    add(world, record, *(scan(tmp_path, f"{n}.pdf", size=BIG, seed=n) for n in range(2)))
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [], BIG + 100)
        first = delivering.deliver(workspace, row, world.folder / "first.antq")
    take(world, first)
    hear(world, answer(world))
    second = sign(world)
    take(world, second)
    with world.open(OFFICE) as workspace:
        undo_last(workspace)
    assert (states(world, record), lying(world)) == (["here", "here"], 2)
    assert take(world, second)[0].verdict == "accepted"
    assert (states(world, record), lying(world)) == (["here", "here"], 2)
    with world.open(OFFICE) as workspace:
        undo_last(workspace)
        undo_last(workspace)
        assert (lying(world), workspace.store.attachments.all()) == (0, [])


def test_what_a_power_cut_leaves_of_files_taken_back_goes(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, scan(tmp_path))
    take(world, sign(world))
    with world.open(OFFICE) as workspace:
        with monkeypatch.context() as cut:
            cut.setattr(undoing, "take_away", lambda *_: None)
            undo_last(workspace)
        assert lying(world) == 1
    with world.open(OFFICE) as workspace:
        assert (lying(world), damaged_files(workspace)) == (0, [])


def test_files_taken_back_come_out_of_a_backup_of_before(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, scan(tmp_path))
    take(world, sign(world))
    backup = back_up(world, OFFICE)
    with world.open(OFFICE) as workspace:
        undo_last(workspace)
    restore(world, backup, OFFICE)
    assert (states(world, record), lying(world)) == (["here"], 1)


def test_a_missing_file_is_named_before_anything_is_signed(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, scan(tmp_path), scan(tmp_path, "b.pdf", seed=2))
    with world.open(COMMUNE) as workspace:
        first, second = workspace.store.attachments.all()
        folder = attachments_folder(workspace.paths)
        content = (folder / first.file).read_bytes()
        (folder / first.file).unlink()
        with pytest.raises(ProblemsFound) as caught:
            submit(workspace, [], [])
        (finding,) = caught.value.findings
        assert finding.record == record
        assert [one.rule for one in finding.problems] == ["attach.missing"]
        (folder / first.file).write_bytes(content)
        (folder / second.file).write_bytes(bytes(second.size))
        with pytest.raises(Refusal, match=r"attach\.damaged"):
            submit(workspace, [], [])
        assert workspace.store.exchanged.outgoing() == []
        (folder / second.file).unlink()
        detach(workspace, record, second.id, reason="Hỏng")
    assert take(world, sign(world))[0].verdict == "accepted"


def test_a_restore_without_its_files_does_not_stop_the_commune(
    world: World, tmp_path: Path
) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, scan(tmp_path))
    exchange(world)
    add(world, record, scan(tmp_path, "b.pdf", seed=2))
    sign(world)  # its receipt never comes
    backup = back_up(world)
    shutil.rmtree(backup.parent / KEPT_FOLDER)
    for hens in (2, 3):
        restore(world, backup)
        backup = back_up(world)
        world.add(COMMUNE, coop(hens=hens))
        with world.open(COMMUNE) as workspace:
            assert len(damaged_files(workspace)) == 2
            assert due(workspace).luggage.go == ()
        (verdict,) = take(world, sign(world))
        assert [one.rule for one in verdict.reasons] == ["attachment_missing"]
    assert states(world, record) == ["here", "missing"]
    with world.open(COMMUNE) as workspace:
        attach(workspace, record, [scan(tmp_path, "c.pdf", seed=3)], Travel.SHARED, reason=WHY)
        assert len(due(workspace).luggage.go) == 1


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        (None, b"%PDF-1.4 other", "attachment_unlisted"),
        ("01890a5d-ac96-774b-bcce-b302099a8060", b"%PDF-1.4 more", "attachment_unlisted"),
    ],
)
def test_files_that_no_row_speaks_of_are_refused(
    world: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str | None,
    content: bytes,
    rule: str,
) -> None:
    """A signer of good standing whose program does what ours never does."""
    (record,) = world.add(COMMUNE, coop())
    add(world, record, scan(tmp_path))

    def other(target: Path, draft: Draft, *, scratch_folder: Path) -> Written:
        own = next(one for one in draft.entries if one.startswith("attachments/"))
        inside = f"attachments/{name}" if name else own
        entries = {**draft.entries, inside: io.BytesIO(content)}
        changed = dataclasses.replace(draft, entries=entries)
        return write_bundle(target, changed, scratch_folder=scratch_folder)

    monkeypatch.setattr(delivering, "write_bundle", other)
    bundle = sign(world)
    (verdict,) = take(world, bundle)
    assert verdict.verdict == "refused"
    assert [one.rule for one in verdict.reasons] == [rule]
    assert lying(world) == 0


def test_a_program_that_is_called_a_picture_is_refused(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record,) = world.add(COMMUNE, coop())
    path = scan(tmp_path)
    monkeypatch.setattr(attaching, "look", lambda *_: ("application/pdf", 9))
    path.write_bytes(b"MZ\x90\x00 runs when it is opened")
    add(world, record, path)
    (verdict,) = take(world, sign(world))
    assert [one.rule for one in verdict.reasons] == ["attachment_type"]
    assert states_of_all(world) == 0


def states_of_all(world: World) -> int:
    with world.open(OFFICE) as workspace:
        return len(workspace.store.attachments.all())


@pytest.mark.parametrize(
    "value",
    [
        [],
        "text",
        [{"id": "01890a5d-ac96-774b-bcce-b302099a8060"}],
        [{**LISTED, "id": "../x"}],
        [{**LISTED, "media": "text/html"}],
        [{**LISTED, "media": ["image/png"]}],
        [{**LISTED, "media": {}}],
        [{**LISTED, "size": True}],
        [{**LISTED, "sha256": "0" * 63}],
        [{**LISTED, "name": "Thư của bà Mẫu.pdf"}],
        [LISTED, LISTED],
    ],
)
def test_lists_from_outside_are_read_strictly(value: object) -> None:
    assert is_shared_list([LISTED])
    assert not is_shared_list(value)


def test_files_arrive_in_any_order_of_the_bundles(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, coop())
    add(world, record, *(scan(tmp_path, f"{n}.pdf", size=BIG, seed=n) for n in range(2)))
    with world.open(COMMUNE) as workspace:
        first = delivering.deliver(
            workspace, submit(workspace, [], [], BIG + 100), world.folder / "first.antq"
        )
    shutil.copytree(world.home(OFFICE), world.folder / "before")
    take(world, first)
    hear(world, answer(world))
    second = sign(world)
    found: set[tuple[str, str]] = set()
    for order in ((first, second), (second, first), (second, second, first, first)):
        shutil.rmtree(world.home(OFFICE))
        shutil.copytree(world.folder / "before", world.home(OFFICE))
        take(world, *order)
        assert states(world, record) == ["here", "here"]
        found.add((digest(world), str(lying(world))))
    assert len(found) == 1


def test_the_office_above_takes_the_files_out_of_the_bundles_inside(
    levels: World, tmp_path: Path
) -> None:
    (record,) = levels.add(COMMUNE, coop())
    add(levels, record, scan(tmp_path))
    take(levels, sign(levels))
    bundle = consolidated(levels, OFFICE)
    (verdict,) = take(levels, bundle, office=PROVINCE)
    assert verdict.verdict == "accepted"
    assert states(levels, record, PROVINCE) == ["here"]
    assert lying(levels, PROVINCE) == 1
