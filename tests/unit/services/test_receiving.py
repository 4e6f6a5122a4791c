"""Receiving: a verdict on every bundle, and a workspace that only good ones change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from antq_desktop.bundle.manifest import Base, Recipient, SeqRange
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.checking import self_check
from antq_desktop.services.delivering import deliver
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.saving import change_record
from antq_desktop.services.submitting import submit
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, SECOND, World, coop
from tests.unit.services.forging import forge, rules, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from antq_desktop.bundle.manifest import Manifest

    Line = dict[str, dict[str, object]]

PERIOD = parse_period("DL-2023")


@pytest.fixture
def signed(world: World) -> Path:
    """Sign a good submission of two coops with its report."""
    world.add(COMMUNE, coop(hens=1), coop(hens=2))
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [PERIOD], [])
        return world.home(COMMUNE) / "outbox" / row.file


def test_verifying_and_rehearsing_change_nothing(world: World, signed: Path) -> None:
    with world.open(OFFICE) as workspace, unchanged(workspace):
        for verdict in (
            verify_bundle(workspace, signed),
            import_bundle(workspace, signed, rehearse=True),
        ):
            assert verdict.verdict == "accepted"
            assert verdict.good
            assert verdict.counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
            assert verdict.signer == (
                "verdicts.signer",
                {"person": "Lò Thị Mẫu", "unit": "Phường Quang Trung"},
            )


def test_the_same_bundle_again_changes_nothing_and_says_so(world: World, signed: Path) -> None:
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, signed).verdict == "accepted"
        with unchanged(workspace):
            assert import_bundle(workspace, signed).verdict == "same"
        assert len(list((world.home(OFFICE) / "inbox").glob("*.antq"))) == 1


def test_a_later_bundle_without_a_base_brings_what_is_known_as_same(
    world: World, signed: Path
) -> None:
    world.add(COMMUNE, coop(hens=3))
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, signed)
        verdict = import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
        assert verdict.counts == {"new": 1, "changed": 0, "same": 2, "refused": 0}


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (1, 0, 1), (0, 0, 1)])
def test_any_order_and_repetition_gives_one_digest(
    world: World, signed: Path, order: tuple[int, ...]
) -> None:
    with world.open(COMMUNE) as workspace:
        record = workspace.store.queries.in_book("hen_coops", 1, 2023)[0].record
        change_record(workspace, record, {"hens": 5}, reason="Đếm lại")
        files = [signed, world.home(COMMUNE) / "outbox" / submit(workspace, [], []).file]
        expected = [one[:3] for one in workspace.store.revisions.keys_in_order()]
    with world.open(OFFICE) as workspace:
        for place in order:
            assert import_bundle(workspace, files[place]).good
        assert list(workspace.store.revisions.keys_in_order()) == expected
        assert workspace.store.queries.in_book("hen_coops", 1, 2023)[0].number == 2
        before = workspace.store.projections.digest()
        workspace.store.projections.rebuild()
        assert workspace.store.projections.digest() == before


def test_what_is_not_for_us_is_refused(world: World, signed: Path) -> None:
    world.add(FOREIGN, coop())
    with world.open(FOREIGN) as workspace:
        foreign = world.home(FOREIGN) / "outbox" / submit(workspace, [], []).file
    text = world.folder / "text.antq"
    text.write_text("Kính gửi Công an thành phố")
    with world.open(OFFICE) as workspace, unchanged(workspace):
        assert rules(import_bundle(workspace, text)) == {"not_a_bundle"}
        assert rules(import_bundle(workspace, foreign)) == {"not_for_us"}
        with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
            import_bundle(workspace, world.folder / "missing.antq")
    with world.open(COMMUNE) as workspace, unchanged(workspace):
        assert rules(import_bundle(workspace, signed)) == {"wrong_side"}
    with world.open(SECOND) as workspace:
        assert rules(import_bundle(workspace, signed)) == {"not_for_us"}


def test_every_changed_byte_of_a_sample_is_refused(world: World, signed: Path) -> None:
    data = signed.read_bytes()
    with world.open(OFFICE) as workspace, unchanged(workspace):
        for place in range(0, len(data), len(data) // 60):
            path = world.folder / "changed.antq"
            path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
            assert verify_bundle(workspace, path).verdict == "refused"


def header(name: str, value: object) -> Callable[[list[Line]], None]:
    def change(rows: list[Line]) -> None:
        rows[0]["header"][name] = value

    return change


def shared(name: str, value: object) -> Callable[[list[Line]], None]:
    def change(rows: list[Line]) -> None:
        rows[0]["shared"][name] = value

    return change


OTHER_ID = "01890000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (header("workspace", OTHER_ID), "row_workspace"),
        (header("unit", {"code": "13288", "valid_from": None}), "row_unit"),
        (header("catalogue", "99"), "row_catalogue"),
        (header("catalogue", "2025.1"), "row_catalogue"),
        (header("state", "inspected"), "row_state"),
        (shared("hens", -1), "row_value"),
        (shared("story", "thêm vào"), "row_value"),
        (shared("built_on", "2025-05-05"), "row_rule.rules.not_future"),
        (shared("book", {"number": 0, "year": 2023}), "row_book"),
        (shared("book", {"number": True, "year": 2023}), "row_book"),
        (shared("id_key", "0" * 63), "row_key"),
        (shared("name_key", {"name": "A"}), "row_key"),
        (shared("badge_key", "0" * 64), "row_value"),
        (shared("moves", [{"state": "inspected", "on": "2023-05-05"}]), "row_state"),
        (lambda rows: rows[0]["shared"].pop("built_on") and None, "row_missing"),
        (lambda rows: rows[0]["header"].update(number=2, previous="0" * 64), "row_previous"),
        (lambda rows: rows.pop(), "seq_incomplete"),
        (header("seq", 7), "seq_incomplete"),
    ],
)
def test_a_row_that_is_wrong_refuses_the_whole_bundle(
    world: World, change: Callable[[list[Line]], None], rule: str
) -> None:
    world.add(COMMUNE, coop(hens=1), coop(hens=2))
    path = forge(world, lines=change)
    with world.open(OFFICE) as workspace, unchanged(workspace):
        verdict = import_bundle(workspace, path)
        assert verdict.verdict == "refused"
        assert rule in rules(verdict)


def test_a_second_content_for_a_revision_is_refused(world: World, signed: Path) -> None:
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, signed)
    path = forge(
        world,
        lines=shared("hens", 50),
        manifest=lambda manifest: replace(manifest, sequence=5, previous="0" * 64),
    )
    with world.open(OFFICE) as workspace, unchanged(workspace):
        assert rules(import_bundle(workspace, path)) == {"row_fork"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (
            lambda manifest: replace(
                manifest,
                recipient=Recipient(unit=UnitRef(code="349", valid_from=None)),
                chain=replace(manifest.chain, recipient=UnitRef(code="349", valid_from=None)),
            ),
            "wrong_recipient",
        ),
        (
            lambda manifest: replace(
                manifest,
                sequence=9,
                previous="0" * 64,
                base=Base(sequence=8, digest="0" * 64),
            ),
            "base_missing",
        ),
        (lambda manifest: replace(manifest, seq=SeqRange(from_=1, to=9)), "seq_incomplete"),
    ],
)
def test_a_place_that_is_wrong_is_refused(
    world: World, change: Callable[[Manifest], Manifest], rule: str
) -> None:
    world.add(COMMUNE, coop())
    path = forge(world, manifest=change)
    with world.open(OFFICE) as workspace, unchanged(workspace):
        assert rules(import_bundle(workspace, path)) == {rule}


def test_two_bundles_at_one_place_of_a_chain_are_not_both_taken(world: World) -> None:
    world.add(COMMUNE, coop())
    first = forge(world)
    kept = world.folder / "first.antq"
    shutil.copy(first, kept)
    second = forge(world, manifest=lambda made: replace(made, sequence=1, previous=None))
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, kept).verdict == "accepted"
        assert rules(import_bundle(workspace, second)) == {"chain_place"}


def test_a_refusal_is_told_to_the_sender_and_the_next_bundle_brings_all_again(
    world: World,
) -> None:
    world.add(COMMUNE, coop(hens=1))
    path = forge(world, lines=shared("hens", -5))
    with world.open(OFFICE) as workspace:
        for _ in range(2):
            assert import_bundle(workspace, path).verdict == "refused"
        (receipt,) = write_receipts(workspace)
        file = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        assert import_bundle(workspace, file).content == ("verdicts.receipt", {"count": 1})
        (sent,) = workspace.store.exchanged.outgoing("submission")
        assert sent.verdict == "refused"
        assert sent.reasons is not None
        assert "row_value" in sent.reasons
        row = submit(workspace, [], [])
        assert (row.sequence, row.base) == (100, None)
    with world.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
        assert verdict.verdict == "accepted"


def test_a_receipt_of_another_office_is_refused(world: World) -> None:
    world.add(FOREIGN, coop())
    with world.open(FOREIGN) as workspace:
        foreign = world.home(FOREIGN) / "outbox" / submit(workspace, [], []).file
    with world.open("349") as workspace:
        import_bundle(workspace, foreign)
        (receipt,) = write_receipts(workspace)
        file = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        assert rules(import_bundle(workspace, file)) == {"not_for_us"}


def test_the_journal_head_comes_back_and_a_journal_made_anew_is_noticed(
    world: World, signed: Path
) -> None:
    with world.open(OFFICE) as workspace:
        import_bundle(workspace, signed)
        (receipt,) = write_receipts(workspace)
        file = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, file)
        seen = workspace.document("journal_seen")
        assert workspace.store.journal.hash_at(cast("int", seen["length"])) == seen["head"]
        assert {one.name: one.ok for one in self_check(workspace)}["journal"]
        broken = {"length": seen["length"], "head": sha256_hex(b"another journal")}
        workspace.store.meta.set("journal_seen", broken)
        assert not {one.name: one.ok for one in self_check(workspace)}["journal"]
