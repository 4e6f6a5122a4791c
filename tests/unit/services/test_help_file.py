"""What a help desk gets of the self-test; the trial restore; a test that is stopped."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services import practice
from antq_desktop.services.attaching import attach
from antq_desktop.services.attachment_files import attachments_folder
from antq_desktop.services.backing_up import newest_file, order_backup
from antq_desktop.services.check_sheet import check_name, check_paper
from antq_desktop.services.checking import examine
from antq_desktop.services.help_file import export_help
from antq_desktop.services.opening import database_file, open_workspace
from antq_desktop.services.papers import save_paper
from antq_desktop.services.plainly import plainly
from antq_desktop.services.practice import fill_with_sample
from antq_desktop.services.proving import prove_backup, proved_at
from antq_desktop.services.saving import values_of
from tests.mounting import fill, needs_mount, small_disk
from tests.unit.printing.pages import Pdf
from tests.unit.services.attachments import photo
from tests.unit.services.conftest import COMMUNE, OFFICE, PASSPHRASE, World, coop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.domain.fields import Field
    from antq_desktop.services.workspace import Workspace

_TYPED = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.PERSON, Kind.PERSONAL_NUMBER, Kind.PHONE})
PAGE = 4096
"""Bytes of a page of the database."""
_SHORT = 4
"""A word of three letters stands in any text."""


def leaves(value: object) -> Iterator[str]:
    """Yield every text of a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in {"id_kind", "sex"}:
                yield from leaves(one)


def typed(fields: tuple[Field, ...], values: dict[str, object]) -> Iterator[str]:
    """Yield what a person typed, or what says who somebody is."""
    for field in fields:
        value = values.get(field.name)
        if field.kind is Kind.ROWS:
            for row in cast("list[dict[str, object]]", value or []):
                yield from typed(field.columns, row)
        elif field.kind in _TYPED:
            yield from leaves(value)


def private_words(workspace: Workspace) -> set[str]:
    """Return every word of a workspace that may not leave it."""
    found = {
        workspace.unit.name,
        str(workspace.paths.data),
        *workspace.store.account_names().values(),
    }
    for register in workspace.catalogue.registers:
        for revision in workspace.store.revisions.last_of_each(register.name):
            found |= set(typed(register.fields, values_of(register, revision)))
    return {one for one in found if len(one) >= _SHORT}


def test_no_personal_datum_of_a_filled_workspace_is_in_what_a_help_desk_gets(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "RECORDS", 2)
    paper, export = tmp_path / "check.pdf", tmp_path / "help.json"
    with world.open(COMMUNE) as workspace:
        fill_with_sample(workspace, lambda _done, _total: None)
        register = workspace.catalogue.by_name["crime_reports"]
        record = next(iter(workspace.store.revisions.last_of_each(register.name))).header.record
        picture = photo(world.folder, "Lo Van Mau.jpg")
        attach(workspace, record, [picture], Travel.PRIVATE, reason="Ảnh hiện trường")
        for file in attachments_folder(workspace.paths).iterdir():
            file.unlink()
        examined = examine(workspace)
        assert not all(one.ok for one in examined.checks)
        save_paper(workspace, check_paper(workspace, examined, "vi"), paper)
        export_help(workspace, examined, export)
        with pytest.raises(Refusal, match=r"files\.exists"):
            export_help(workspace, examined, export)
        acts = [entry["act"] for entry in workspace.store.journal.entries()]
        assert acts[-2:] == ["print", "check_exported"]
        secret = private_words(workspace)
    assert len(secret) > 200
    pdf = Pdf(paper)
    assert pdf.pages() == 1
    printed, exported = pdf.raw_text(), export.read_text("utf-8")
    for text in (printed, exported):
        assert not {one for one in secret if one in text}
    assert "TẬPHUẤN" in printed.replace(" ", "")
    assert "Cần xử lý" in printed
    document = json.loads(exported)
    assert document["registers"]["crime_reports"] == {"records": 2, "drafts": 0, "voided": 0}
    assert {"name", "ok", "id", "text"} == set(document["checks"][0])
    assert document["schema"] > 0


def test_every_check_has_a_name_and_the_one_before_is_told(world: World) -> None:
    world.add(COMMUNE, coop())
    for code in (COMMUNE, OFFICE):
        with world.open(code) as workspace:
            first = examine(workspace)
            assert first.before is None
            assert {"office", "proof", "revocations"} < {one.name for one in first.checks}
            assert all(check_name(one.name, "vi") for one in first.checks)
            world.later(days=1)
            assert examine(workspace).before == first.at


def test_a_test_that_is_stopped_changes_nothing(world: World) -> None:
    with world.open(COMMUNE) as workspace:
        told: list[tuple[int, int]] = []

        def go_on(done: int, total: int) -> bool:
            told.append((done, total))
            return len(told) < 3

        with pytest.raises(Refusal, match=r"check\.stopped"):
            examine(workspace, rebuild=False, go_on=go_on)
        assert [done for done, _ in told] == [0, 1, 2]
        assert examine(workspace).before is None


def test_a_backup_is_proved_by_restoring_it(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        found = {one.name: one.ok for one in examine(workspace).checks}
        assert found["proof"]  # it is young
        before = workspace.store.digest()
        proved = prove_backup(workspace)
        assert proved.verified == "restored"
        assert proved_at(workspace) == workspace.clock.now()
        assert workspace.store.digest() == before
        assert not list(workspace.paths.backups.glob(".backup-*"))
        world.later(days=91)
        found = {one.name: one.ok for one in examine(workspace).checks}
        assert not found["proof"]
        newest = newest_file(workspace.paths)
        assert newest is not None
        whole = newest.read_bytes()
        middle = len(whole) // 2
        newest.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(Refusal, match=r"backup\.(damaged|not_one)"):
            prove_backup(workspace)
        for file in workspace.paths.backups.glob("*.antq-backup"):
            file.unlink()
        with pytest.raises(Refusal, match=r"backup\.none_here"):
            prove_backup(workspace)
        order_backup(workspace, None)
        prove_backup(workspace)
        found = {one.name: one.ok for one in examine(workspace).checks}
        assert found["proof"]
    assert (paths_for(world.home(COMMUNE)).data / "antq.db").exists()


def test_a_damaged_database_is_a_finding_and_can_be_told(world: World, tmp_path: Path) -> None:
    """A help desk is asked when something is broken: then the file must be had all the same."""
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        secret = private_words(workspace)
    file = database_file(paths_for(world.home(COMMUNE)))
    whole = file.read_bytes()
    page = len(whole) // PAGE // 2 * PAGE
    file.write_bytes(whole[: page + 9] + bytes([whole[page + 9] ^ 1]) + whole[page + 10 :])
    export = tmp_path / "help.json"
    with world.open(COMMUNE) as workspace:
        found = {one.name: one.message_id for one in examine(workspace).checks}
        assert found["database"] == "store.damaged"
        assert (found["fonts"], found["clock"]) == ("check.fonts_ok", "check.clock_ok")
        export_help(workspace, examine(workspace), export)
        assert (workspace.paths.data / "pending.log").exists()
        with pytest.raises(Refusal, match=r"store\.damaged"):
            examine(workspace, rebuild=True)
        with pytest.raises(Refusal, match=r"store\.damaged"):
            plainly(workspace.store.queries.counts)
    text = export.read_text("utf-8")
    assert not {one for one in secret if one in text}
    document = json.loads(text)
    assert document["registers"] is None
    assert {"name": "database", "ok": False}.items() <= document["checks"][0].items()


@needs_mount
def test_a_full_disk_hides_no_finding(world: World, tmp_path: Path) -> None:
    world.add(COMMUNE, coop())
    with small_disk(tmp_path / "small", "16m") as small:
        home = shutil.copytree(world.home(COMMUNE), small / "home")
        with open_workspace(
            paths_for(home), None, PASSPHRASE, world.catalogue, world.clock()
        ) as workspace:
            filler = fill(small)
            examined = examine(workspace)
            assert {one.name for one in examined.checks if not one.ok} == {"space"}
            with pytest.raises(Refusal, match=r"files\.cannot_write"):
                export_help(workspace, examined, home / "help.json")
            filler.unlink()
            examine(workspace)
            assert examine(workspace).before is not None
