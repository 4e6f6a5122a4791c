"""What the world does to a service: full disks, files that go, answers nobody asked for."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from antq_desktop.assets import asset
from antq_desktop.bundle.bodies import ReceiptBody
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services import pending
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.arriving import unseal
from antq_desktop.services.delivering import deliver, sign_into_outbox
from antq_desktop.services.directory import POLICY, is_published, publish
from antq_desktop.services.enrolling import make_request, own_certificate
from antq_desktop.services.exporting_keys import export_identities
from antq_desktop.services.installing import install_directory
from antq_desktop.services.looking import find_record
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.recovering import recover_workspace
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import (
    anchor_of,
    manifest_of,
    own_recipients,
    own_signature,
    unit_ref,
)
from antq_desktop.services.status import bundle_status
from antq_desktop.services.submitting import submit
from antq_desktop.services.unit_tree import import_units
from tests.mounting import make_read_only, needs_mount, small_disk
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World, coop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.domain.register import Register


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 KiB."""
    with small_disk(tmp_path / "small", "64k") as folder:
        yield folder


@needs_mount
def test_a_full_medium_is_named_and_nothing_half_stays(world: World, medium: Path) -> None:
    world.add(COMMUNE, coop())
    (medium / "filler").write_bytes(b"x" * 60_000)
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        with pytest.raises(Refusal, match=r"medium\.full"):
            deliver(workspace, row, medium)
        assert [path.name for path in medium.iterdir()] == ["filler"]
        assert bundle_status(workspace, None)[0].state == "signed"
        (medium / "filler").unlink()
        assert deliver(workspace, row, medium).is_file()


@needs_mount
def test_a_read_only_medium_is_named(world: World, medium: Path) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        make_read_only(medium)
        with pytest.raises(Refusal, match=r"medium\.(read_only|cannot_write)"):
            deliver(workspace, row, medium)
        with pytest.raises(Refusal, match=r"medium\.cannot_write"):
            make_request(workspace, medium / "request.antq")


def fill(world: World, register: Register) -> None:
    """Save long stories until something refuses."""
    with world.open(COMMUNE) as workspace:
        for _ in range(200):
            add_records(workspace, register, [coop(story="ệ" * 50_000)])


@needs_mount
def test_a_workspace_on_a_full_disk_refuses_and_loses_nothing(world: World, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "4m") as folder:
        subprocess.run(["cp", "-r", str(world.home(COMMUNE)), str(folder)], check=True)
        world.folder = folder
        register = world.catalogue.by_name["hen_coops"]
        (record,) = world.add(COMMUNE, coop(hens=1))
        with pytest.raises(Refusal, match=r"store\.disk_full|backup\.cannot_write"):
            fill(world, register)
        for path in (world.home(COMMUNE) / "backups").iterdir():
            path.unlink()
        with world.open(COMMUNE) as workspace:
            assert workspace.store.queries.line(record) is not None
            assert workspace.store.findings() == []
            assert workspace.store.projections.are_current()


def test_a_signed_file_that_was_changed_in_the_outbox_does_not_leave(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        (world.home(COMMUNE) / "outbox" / row.file).write_bytes(b"changed")
        with pytest.raises(Refusal, match=r"medium\.not_equal"):
            deliver(workspace, row, world.folder)
        assert not (world.folder / row.file).exists()


def receipt_by(world: World, office: str, commune: str) -> Path:
    """Sign a receipt without verdicts for a commune, sealed to it, by whoever holds the key."""
    with world.open(commune) as workspace:
        keys, unit = own_recipients(workspace), workspace.place.unit
    with world.open(office) as workspace:
        own = own_signature(workspace)
        recipient = Recipient(unit=unit_ref(unit))
        manifest = replace(
            manifest_of(workspace, "receipt", recipient, own.serial),
            receipt=ReceiptBody(verdicts=(), policy=POLICY, journal_seen=None),
        )
        signed = sign_into_outbox(
            workspace, manifest, {}, own, recipients=keys, recipient_code="x", number=7
        )
        return world.home(office) / "outbox" / signed.row.file


def test_only_our_office_answers_us(world: World) -> None:
    from_head, from_office = receipt_by(world, SECOND, COMMUNE), receipt_by(world, OFFICE, COMMUNE)
    from_other = receipt_by(world, "349", COMMUNE)
    with world.open(COMMUNE) as workspace:
        rules = {
            path.name: [one.rule for one in import_bundle(workspace, path).reasons]
            for path in (from_head, from_office, from_other)
        }
        assert list(rules.values()) == [["not_from_office"], [], ["signature_untrusted"]]
    to_second = receipt_by(world, OFFICE, SECOND)
    with world.open(OFFICE) as workspace:
        assert [one.rule for one in import_bundle(workspace, to_second).reasons] == ["not_for_us"]


def test_a_directory_must_be_one_and_of_an_office(world: World) -> None:
    receipt = receipt_by(world, OFFICE, COMMUNE)
    with world.open(OFFICE) as workspace:
        anchor = sha256_hex(anchor_of(workspace))
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"identity\.no_directory"):
            install_directory(workspace, receipt, fingerprint=anchor)
        data = bytearray(receipt.read_bytes())
        data[-20] ^= 1
        receipt.write_bytes(data)
        with pytest.raises(Refusal, match=r"bundle\.seal_damaged"):
            install_directory(workspace, receipt, fingerprint=anchor)
        with pytest.raises(Refusal, match=r"bundle\.seal_damaged"):
            unseal(workspace, receipt, world.folder / "open")
        with pytest.raises(Refusal, match=r"bundles\.cannot_read"):
            unseal(workspace, world.folder / "missing", world.folder / "open")


def test_a_directory_is_due_after_a_revocation_and_a_head_told_of_it_does_not_sign(
    world: World,
) -> None:
    with world.open(SECOND) as workspace:
        serial = own_certificate(workspace)["serial"]
    with world.open(COMMUNE) as workspace:
        keys = own_recipients(workspace)
        mine = own_certificate(workspace)["serial"]
    with world.open(OFFICE) as workspace:
        assert is_published(workspace)
        revoke_certificate(workspace, serial, reason="Chuyển công tác", ca_passphrase="authority")
        assert not is_published(workspace)
        path = deliver(workspace, publish(workspace).row, world.folder)
        assert is_published(workspace)
        anchor = sha256_hex(anchor_of(workspace))
    assert keys
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, path, fingerprint=anchor)
        assert own_signature(workspace).serial == mine
        certificates = dict(workspace.document("certificates"))
        with world.open(SECOND) as second:
            (theirs,) = second.document("certificates").values()
        workspace.store.meta.set("certificates", {**certificates, workspace.user: theirs})
        with pytest.raises(Refusal, match=r"identity\.revoked"):
            own_signature(workspace)


def test_identities_are_exported_once_with_a_reason_from_practice_only(world: World) -> None:
    path = world.folder / "keys.txt"
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"records\.reason_needed"):
            export_identities(workspace, path, reason=" ")
        export_identities(workspace, path, reason="Kiểm tra bằng age")
        assert path.read_text().startswith("AGE-SECRET-KEY-1")
        assert path.stat().st_mode & 0o077 == 0
        with pytest.raises(Refusal, match=r"files\.exists"):
            export_identities(workspace, path, reason="Lại")
        with pytest.raises(Refusal, match=r"files\.cannot_write"):
            export_identities(workspace, world.folder / "no" / "keys", reason="Lại")
    world.create("13291", practice=False)
    with (
        world.open("13291", None, "a passphrase that is long") as workspace,
        pytest.raises(Refusal, match=r"identity\.practice_only"),
    ):
        export_identities(workspace, world.folder / "real", reason="Kiểm tra")


def test_a_unit_list_must_hold_every_unit_that_is_enrolled(world: World) -> None:
    text = asset("data", "units", "hanam-2023.csv").read_text(encoding="utf-8")
    path = world.folder / "units.csv"
    path.write_text(text, encoding="utf-8")
    with world.open(OFFICE) as workspace:
        assert import_units(workspace, path).version == "units"
        fewer = [line for line in text.splitlines() if not line.startswith("13285,")]
        path.write_text("\n".join(fewer), encoding="utf-8")
        with pytest.raises(Refusal, match=r"units\.still_used"):
            import_units(workspace, path)
    with world.open(COMMUNE) as workspace, pytest.raises(Refusal, match=r"office_only"):
        import_units(workspace, path)


def test_pending_lines_that_a_power_cut_broke_are_passed_over(tmp_path: Path) -> None:
    pending.note(tmp_path, "2024-01-01T08:00:00+07:00", "Mẫu", "unlock_failed")
    with (tmp_path / "pending.log").open("ab") as stream:
        stream.write(b'{"at":"2024')
    assert [act for _, _, act in pending.take(tmp_path)] == ["unlock_failed"]
    pending.note(tmp_path / "nowhere", "2024-01-01T08:00:00+07:00", "Mẫu", "x")
    assert list(pending.take(tmp_path / "nowhere")) == []


def test_a_number_that_two_communes_have_is_asked_back_at_the_office(world: World) -> None:
    for commune in (COMMUNE, SECOND):
        world.add(commune, coop())
        with world.open(commune) as workspace:
            file = world.home(commune) / "outbox" / submit(workspace, [], []).file
        with world.open(OFFICE) as workspace:
            import_bundle(workspace, file)
    with world.open(OFFICE) as workspace:
        with pytest.raises(Refusal, match=r"records\.several"):
            find_record(workspace, "X01/1/2023")
        assert len(write_receipts(workspace)) == 2


def test_a_missing_workspace_cannot_be_recovered(world: World) -> None:
    with pytest.raises(Refusal, match=r"store\.(missing|read_only)"):
        recover_workspace(
            paths_for(world.home("nowhere")), "x", "A", "x", world.catalogue, world.clock()
        )
    assert not world.home("nowhere").exists()
