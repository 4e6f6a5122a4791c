"""Submitting and delivering: what goes, what stays, what is signed once only."""

from __future__ import annotations

import re
import subprocess
from ssl import DER_cert_to_PEM_cert
from typing import TYPE_CHECKING, cast

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.problems import ProblemsFound
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.arriving import unseal
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import deliver
from antq_desktop.services.looking import list_records
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.status import bundle_status
from antq_desktop.services.submitting import due, submit
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

PERIOD = parse_period("DL-2023")


def outbox(world: World, file: str) -> Path:
    return world.home(COMMUNE) / "outbox" / file


def exchange(world: World, *periods: str) -> str:
    """Carry a submission up and its receipt down; return the verdict."""
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [parse_period(code) for code in periods], [])
    with world.open(OFFICE) as workspace:
        verdict = import_bundle(workspace, outbox(world, row.file))
        (receipt,) = write_receipts(workspace)
        path = deliver(workspace, receipt.row, world.folder)
    with world.open(COMMUNE) as workspace:
        assert import_bundle(workspace, path).verdict == "accepted"
    return verdict.verdict


def values(workspace: Workspace, code: str) -> int:
    return {one.indicator.code: one.figure.value for one in count(workspace, PERIOD)}[code]


def test_an_office_has_what_the_commune_counted_and_nothing_is_sent_twice(world: World) -> None:
    first, second = world.add(COMMUNE, coop(), coop())
    with world.open(COMMUNE) as workspace:
        add_records(workspace, world.catalogue.by_name["hen_coops"], [{"hens": 1}])
    assert exchange(world, "DL-2023") == "accepted"
    with world.open(COMMUNE) as workspace:
        assert due(workspace).counts == {}
        with pytest.raises(Refusal, match=r"submission\.nothing"):
            submit(workspace, [], [])
        change_record(workspace, first, {"hens": 9}, reason="Đếm lại")
        void_record(workspace, second, reason="Nhập trùng")
        counts = due(workspace).counts["hen_coops"]
        assert (counts.new, counts.changed, counts.voided) == (0, 2, 1)
    assert exchange(world) == "accepted"
    with world.open(OFFICE) as workspace:
        lines = list_records(workspace, world.catalogue.by_name["hen_coops"])
        assert sorted((one.number, one.voided) for one in lines) == [(2, False), (2, True)]
        assert values(workspace, "X1.1") == 1
        states = {one.unit: one.state for one in bundle_status(workspace, "DL-2023")}
        assert states == {"13285": "accepted", "13288": "waiting"}
        assert {one.state for one in bundle_status(workspace, None)} == {"accepted", "waiting"}
    with world.open(COMMUNE) as workspace:
        assert values(workspace, "X1.1") == 1
        assert [one.state for one in bundle_status(workspace, None)] == ["accepted", "accepted"]


def test_what_was_signed_and_not_answered_is_given_again_unsigned_once_more(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        first = submit(workspace, [PERIOD], [])
        assert submit(workspace, [PERIOD], []) == first
        assert [one.state for one in bundle_status(workspace, None)] == ["signed"]
        path = deliver(workspace, first, world.folder)
        assert bundle_status(workspace, "DL-2023")[0].state == "written"
        assert bundle_status(workspace, "DL-2022") == []
        assert path.read_bytes() == outbox(world, first.file).read_bytes()
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        second = submit(workspace, [], [])
        assert (second.sequence, second.base, second.seq_to) == (2, None, 2)


def test_a_signed_file_that_is_gone_is_signed_again(world: World) -> None:
    world.add(COMMUNE, coop(hens=1))
    with world.open(COMMUNE) as workspace:
        first = submit(workspace, [PERIOD], [])
        outbox(world, first.file).unlink()
        second = submit(workspace, [PERIOD], [])
        assert second.sequence == first.sequence + 1
    with world.open(OFFICE) as workspace:
        assert import_bundle(workspace, outbox(world, second.file)).verdict == "accepted"


def test_grave_problems_block_signing_not_saving(world: World) -> None:
    (record,) = world.add(COMMUNE, coop("2025-01-01"))
    with world.open(COMMUNE) as workspace:
        with pytest.raises(ProblemsFound) as caught:
            submit(workspace, [], [])
        (finding,) = caught.value.findings
        assert finding.record == record
        assert [one.rule for one in finding.problems] == ["rules.not_future"]
        assert not list((world.home(COMMUNE) / "outbox").iterdir())
        void_record(workspace, record, reason="Sai năm")
        submit(workspace, [], [])


def test_a_period_that_is_open_or_not_nil_is_refused(world: World) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"reports\.period_open"):
            submit(workspace, [parse_period("DL-2024")], [])
        with pytest.raises(Refusal, match=r"reports\.not_nil"):
            submit(workspace, [PERIOD], ["hen_coops"])
        row = submit(workspace, [PERIOD], ["movement_models"])
        (report,) = workspace.store.exchanged.reports()
        assert '"nil":["movement_models"]' in report.body
        assert row.periods == '["DL-2023"]'


def test_a_frozen_report_never_changes(world: World) -> None:
    (record,) = world.add(COMMUNE, coop())
    assert exchange(world, "DL-2023") == "accepted"
    with world.open(COMMUNE) as workspace:
        before = workspace.store.exchanged.reports()
        void_record(workspace, record, reason="Nhập trùng")
    assert exchange(world, "DL-2023") == "accepted"
    with world.open(COMMUNE) as workspace:
        assert workspace.store.exchanged.reports() == before
        assert values(workspace, "X1.1") == 0


def test_nothing_private_or_confidential_leaves(world: World) -> None:
    story, visitor, keeper = "Chuyện riêng của xã", "Khách Thử", "Vàng A Thử"
    (record,) = world.add(
        COMMUNE,
        coop(
            hens=77,
            story=story,
            keeper={"full_name": keeper, "id_number": "000190000001"},
            visits=[{"on": "2023-06-06", "visitor": visitor}],
        ),
    )
    with world.open(COMMUNE) as workspace:
        change_record(workspace, record, {"hens": 78}, reason="Lý do kín")
        row = submit(workspace, [PERIOD], [])
        unseal(workspace, outbox(world, row.file), world.folder / "open.asice")
        secrets = workspace.opened.seal.secret, workspace.opened.database_key.hex()
    data = (world.folder / "open.asice").read_bytes()
    assert b"2023-06-06" in data
    assert b'"hens":78' in data
    for value in (story, visitor, keeper, "000190000001", "Lý do kín", *secrets):
        folded = re.sub(r"\W+", ".", value)
        assert value.encode() not in data
        assert not re.search(folded.encode(), data)
    everything = [path for path in world.home(COMMUNE).rglob("*") if path.is_file()]
    assert len(everything) > 3
    for path in everything:
        assert keeper.encode() not in path.read_bytes()
        assert story.encode() not in path.read_bytes()


def test_common_programs_open_and_verify_what_a_commune_signs(world: World) -> None:
    world.add(COMMUNE, coop())
    folder = world.folder
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [PERIOD], [])
        identity = cast("dict[str, list[str]]", workspace.document("identity"))["secrets"][0]
        (folder / "ca.pem").write_text(DER_cert_to_PEM_cert(anchor_of(workspace)))
    (folder / "identity.txt").write_text(identity)
    moment = str(int(world.now.timestamp()))
    script = f"""
        set -e
        sha256sum {outbox(world, row.file)} | grep -q {row.sha256}
        age -d -i identity.txt -o open.asice {outbox(world, row.file)}
        unzip -q open.asice -d inside && cd inside
        sha256sum META-INF/ASiCManifest001.xml | grep -q {row.digest}
        openssl cms -verify -binary -inform DER -in META-INF/signature001.p7s \\
            -content META-INF/ASiCManifest001.xml -CAfile ../ca.pem -attime {moment} -out /dev/null
        digest=$(openssl dgst -sha256 -binary records/hen_coops.jsonl | base64)
        grep -qF "$digest" META-INF/ASiCManifest001.xml
    """
    subprocess.run(["bash", "-c", script], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("kind", ["missing", "file", "read_only"])
def test_a_medium_that_does_not_take_the_file_is_named(world: World, kind: str) -> None:
    world.add(COMMUNE, coop())
    with world.open(COMMUNE) as workspace:
        row = submit(workspace, [], [])
        target = world.folder / "stick" / "x.antq"
        if kind == "file":
            (world.folder / "stick").write_text("a file")
        if kind == "read_only":
            outbox(world, row.file).unlink()
            target = world.folder
        expected = r"store\.file_gone" if kind == "read_only" else r"medium\.missing"
        with pytest.raises(Refusal, match=expected):
            deliver(workspace, row, target)
        assert bundle_status(workspace, None)[0].state == "signed"


def test_an_office_does_not_submit_and_a_new_commune_cannot_yet(world: World) -> None:
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match=r"commune_only"):
        submit(workspace, [], [])
    world.create("13291")
    with world.open("13291") as workspace, pytest.raises(Refusal, match=r"no_certificate"):
        submit(workspace, [], [])
