"""The journal as it is read, checked and exported."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.checking import self_check
from antq_desktop.services.delivering import deliver
from antq_desktop.services.exporting_journal import export_journal
from antq_desktop.services.journal_chain import AT_ONCE, ChainCheck, Standing, chain_state
from antq_desktop.services.journal_words import (
    act_words,
    chain_words,
    detail_words,
    kind_words,
    target_words,
)
from antq_desktop.services.reading_journal import (
    Asked,
    account_named,
    line_numbers,
    lines_of,
    page,
    people,
)
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, void_record
from antq_desktop.services.submitting import submit
from antq_desktop.services.users import add_user
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.test_receiving import PERIOD

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.services.workspace import Workspace

REASON = "Nhập nhầm chuồng của hộ khác"


def checked(file: Path) -> dict[int, str]:
    """Check an export as docs/journal-format.md says; return the hash of each line."""
    first, *lines = [json.loads(line) for line in file.read_bytes().decode().splitlines()]
    assert first["format"] == "antq-journal-1"
    assert [line["n"] for line in lines] == list(range(1, first["length"] + 1))
    before = "0" * 64
    for line in lines:
        if "entry" in line:
            assert hashlib.sha256(line["entry"].encode()).hexdigest() == line["hash"], line["n"]
            entry = json.loads(line["entry"])
            assert (entry["n"], entry["previous"]) == (line["n"], before), line["n"]
        before = line["hash"]
    assert before == first["head"]
    return {line["n"]: line["hash"] for line in lines}


@pytest.fixture
def busy(world: World) -> World:
    """Give a commune with a head who voided a record, and an officer who saved one."""
    voided, _ = world.add(COMMUNE, coop(), coop(hens=2))
    with world.open(COMMUNE) as workspace:
        void_record(workspace, voided, reason=REASON)
        add_user(workspace, "Cán bộ Mẫu", Role.OFFICER, "officer")
    world.later(days=1)
    with world.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        add_records(workspace, world.catalogue.by_name["hen_coops"], [coop(hens=3)])
    return world


def acts(workspace: Workspace, **asked: Any) -> list[str]:
    """Return the acts that are asked for, the newest first."""
    found = page(workspace, Asked(**asked), None, 100)
    numbers = line_numbers(workspace, Asked(**asked))
    assert numbers is not None
    assert lines_of(workspace, numbers) == found
    return [one.act for one in found]


def test_the_head_finds_lines_by_person_day_kind_record_and_text(busy: World) -> None:
    head = "Lò Thị Mẫu"
    with busy.open(COMMUNE, head) as workspace:
        officer = account_named(workspace, "Cán bộ Mẫu")
        assert acts(workspace, user=officer) == ["save", "unlock"]
        assert acts(workspace, kind="records") == ["save", "void", "save", "save"]
        assert acts(workspace, kind="void") == ["void"]
        day, next_day = date(2024, 1, 15), date(2024, 1, 16)
        assert acts(workspace, kind="save", since=next_day) == ["save"]
        assert acts(workspace, kind="save", until=day) == ["save", "save"]
        assert acts(workspace, about="X01/1/2023") == ["void", "save"]
        assert [name for _, name in people(workspace)] == ["Cán bộ Mẫu", head]
        first, rest = (page(workspace, Asked(), before, 2) for before in (None, 5))
        assert [one.n for one in rest] == [4, 3]
        assert all(one.n > two.n for one, two in pairwise(first))


def test_an_officer_sees_only_what_he_did(busy: World) -> None:
    with busy.open(COMMUNE, "Cán bộ Mẫu", "officer") as workspace:
        head = account_named(workspace, "Lò Thị Mẫu")
        assert set(acts(workspace)) == {"unlock", "save"}
        assert [name for _, name in people(workspace)] == ["Cán bộ Mẫu"]
        with pytest.raises(Refusal, match=r"journal\.own_only"):
            page(workspace, Asked(user=head), None, 10)
        mine = line_numbers(workspace, Asked())
        assert mine is not None
        shown = lines_of(workspace, range(1, mine[0] + 1))
        assert [one.n for one in shown if one is not None] == sorted(mine)
        with pytest.raises(Refusal, match=r"users\.head_only"):
            export_journal(workspace, busy.folder / "journal.jsonl")


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (Asked(kind="nothing"), "journal.unknown_kind"),
        (Asked(since=date(2024, 2, 1), until=date(2024, 1, 1)), "periods.order"),
        (Asked(about="X01/9/2023"), "records.unknown"),
    ],
)
def test_what_cannot_be_asked_is_refused(opened: Workspace, asked: Asked, refusal: str) -> None:
    with pytest.raises(Refusal, match=refusal.replace(".", r"\.")):
        page(opened, asked, None, 10)
    with pytest.raises(Refusal, match=r"journal\.unknown_user"):
        account_named(opened, "Không có")


def test_lines_are_said_in_words(busy: World) -> None:
    with busy.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        (line,) = page(workspace, Asked(kind="void"), None, 10)
        catalogue = workspace.catalogue
    assert (line.who, act_words(line.act, "vi")) == ("Lò Thị Mẫu", "Hủy hồ sơ")
    assert target_words(line.target, catalogue, "vi").endswith(": 1/2023")
    assert detail_words(line, "vi") == "Bản: 2"
    assert kind_words("records", "en") == "Records"
    assert act_words("of_a_newer_program", "vi") == "of_a_newer_program"


def test_a_draft_that_was_thrown_away_leaves_its_reason(busy: World) -> None:
    with busy.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        register = workspace.catalogue.by_name["hen_coops"]
        (draft,) = add_records(workspace, register, [{"hens": 1}], draft=True)
        void_record(workspace, draft.record, reason=REASON)
        (line,) = page(workspace, Asked(kind="discard"), None, 10)
        assert line.target is not None
        assert not line.target.opens
        assert target_words(line.target, workspace.catalogue, "vi") == "Hồ sơ: bản nháp đã bỏ"
        assert acts(workspace, text="nham chuong") == ["discard"]
    assert detail_words(line, "vi") == f"Lý do: {REASON}"


def test_a_wrong_passphrase_is_a_line_without_an_account(busy: World) -> None:
    with pytest.raises(Refusal), busy.open(COMMUNE, "Lò Thị Mẫu", "wrong"):
        pass
    with busy.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        (line,) = page(workspace, Asked(kind="unlock_failed"), None, 10)
        assert (line.who, act_words(line.act, "vi")) == ("Lò Thị Mẫu", "Mở khóa không được")


def test_the_export_holds_the_chain_and_no_word(busy: World, tmp_path: Path) -> None:
    target = tmp_path / "journal.jsonl"
    with busy.open(COMMUNE, "Lò Thị Mẫu") as workspace:
        old: dict[str, Json] = {
            "act": "void",
            "details": {"reason": "Lời cũ"},
            "n": 0,
            "previous": "",
            "at": "2023",
        }
        head = workspace.store.journal.head()
        line = canonical.dump({**old, "n": head.length + 1, "previous": head.hash})
        workspace.store.database.execute(
            "INSERT INTO journal VALUES (?, ?, ?)",
            [head.length + 1, line.decode(), sha256_hex(line)],
        )
        exported = export_journal(workspace, target)
        with pytest.raises(Refusal, match=r"files\.exists"):
            export_journal(workspace, target)
    hashes = checked(target)
    assert (len(hashes), hashes[exported.length]) == (exported.length, exported.hash)
    text = target.read_bytes().decode()
    words = ("nhầm", "Lời cũ", "Mẫu", "Lò")
    assert not [word for word in words if word in text or json.dumps(word)[1:-1] in text]
    assert '"withheld":["reason"]' in text
    assert '\\"act\\":\\"journal_exported\\"' in text.splitlines()[-1]
    changed = tmp_path / "changed.jsonl"
    changed.write_text(text.replace('\\"save\\"', '\\"void\\"', 1), encoding="utf-8")
    with pytest.raises(AssertionError):
        checked(changed)


def test_the_chain_against_the_last_receipt(world: World) -> None:
    world.add(COMMUNE, coop(), coop(hens=2))
    with world.open(COMMUNE) as workspace:
        assert chain_state(workspace).standing is Standing.UNSEEN
        file = world.home(COMMUNE) / "outbox" / submit(workspace, [PERIOD], []).file
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, file)
        (receipt,) = write_receipts(workspace)
        (line, *_) = page(workspace, Asked(kind="import"), None, 10)
        assert line.target is not None
        assert (line.target.kind, line.target.opens) == ("bundle", True)
        assert target_words(line.target, workspace.catalogue, "vi") == "Gói: Phường Quang Trung"
        assert "Kết quả: nhận" in detail_words(line, "vi")
        back = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, back)
        state = chain_state(workspace)
        assert (state.standing, state.sound, state.at is None) == (Standing.LONGER, True, False)
        assert chain_words(state, "vi")[1] == ""
        meta, journal = workspace.store.meta, workspace.store.journal
        heads: tuple[tuple[Json, Standing], ...] = (
            (journal.head().as_json(), Standing.EQUAL),
            ({"length": state.length + 5, "head": "0" * 64}, Standing.BEYOND),
            ({"length": 2, "head": "0" * 64}, Standing.OTHER),
        )
        for seen, standing in heads:
            meta.set("journal_seen", seen)
            found = chain_state(workspace)
            assert (found.standing, found.broken) == (standing, None)
            good = standing is Standing.EQUAL
            assert found.sound is good
            assert bool(chain_words(found, "vi")[1]) is not good
            assert {one.name: one.ok for one in self_check(workspace)}["journal"] is good
        meta.set("journal_seen", {})
        lost: Json = {"length": 9, "head": "0" * 64}
        workspace.note("backup_restored", as_fork=False, skipped=1, journal_seen=lost)
        restored = chain_state(workspace)
        assert (restored.standing, restored.seen) == (Standing.RESTORED, 9)
        assert all(chain_words(restored, "en"))


def test_the_chain_is_checked_a_piece_at_a_time(opened: Workspace) -> None:
    check = ChainCheck()
    opened.note_all("save", ({"record": "r"} for _ in range(AT_ONCE)))
    assert check.step(opened) is None
    state = check.step(opened)
    assert state is not None
    assert state.broken is None
    opened.note("save", record="r")
    opened.store.database.execute(
        "UPDATE journal SET entry = replace(entry, 'save', 'void') WHERE n = ?", [state.length + 1]
    )
    found = check.step(opened)
    assert found is not None
    assert (found.broken, found.length) == (state.length + 1, state.length + 1)
    assert "đứt" in chain_words(found, "vi")[0]
