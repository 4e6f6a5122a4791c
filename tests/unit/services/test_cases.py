"""Handing full records over to a named body, from the commune to its answer."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.roles import Role
from antq_desktop.errors import Refusal
from antq_desktop.services.arriving import opened
from antq_desktop.services.attaching import attach
from antq_desktop.services.attachment_files import attachments_folder
from antq_desktop.services.backing_up import order_backup
from antq_desktop.services.case_answering import answer_case, receipt_for
from antq_desktop.services.case_bodies import bodies_of, body_named
from antq_desktop.services.case_records import (
    form_of,
    handed_over,
    lines_of,
    reveal_in_case,
    save_case_file,
    show_case_record,
    slip_of,
)
from antq_desktop.services.case_weighing import Wanted, weigh
from antq_desktop.services.cases_between import doubted_cases
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import deliver, outbox
from antq_desktop.services.directory import publish
from antq_desktop.services.enrolling import own_certificate
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.installing import install_directory
from antq_desktop.services.papers import note_printed
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import add_records, change_record, void_record
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.users import add_user
from tests.unit.services.attachments import photo
from tests.unit.services.conftest import COMMUNE, OFFICE, SECOND, World
from tests.unit.services.paper_world import INFORMANT, report

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace

REASON = "Chuyển theo thẩm quyền"
NAME = str(INFORMANT["full_name"])
SUSPECT = "Vừ Mí Mẫu"


@pytest.fixture(scope="module")
def met(made: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the world in which both communes know each other, from a directory of later."""
    folder = tmp_path_factory.mktemp("met") / "world"
    shutil.copytree(made.folder, folder)
    world = World(folder, made.catalogue, made.now, dict(made.secrets))
    with world.open(OFFICE) as office:
        directory = deliver(office, publish(office).row, folder)
        anchor = sha256_hex(anchor_of(office))
    for code in (COMMUNE, SECOND):
        with world.open(code) as workspace:
            install_directory(workspace, directory, fingerprint=anchor)
    return world


@pytest.fixture
def world(met: World, tmp_path: Path) -> World:
    """Give each test a copy of it."""
    folder = tmp_path / "world"
    shutil.copytree(met.folder, folder)
    return World(folder, met.catalogue, met.now, dict(met.secrets))


def _report(world: World, workspace: Workspace) -> str:
    """Save a report of crime with an informant, a change, an open and a sealed file."""
    register = world.catalogue.by_name["crime_reports"]
    saved = add_records(
        workspace, register, [report(suspects=[{"person": {"full_name": SUSPECT}}])]
    )[0].record
    change_record(workspace, saved, {"summary": "Báo có người trộm xe máy."}, reason="Nghe lại")
    attach(workspace, saved, [photo(world.folder)], Travel.PRIVATE, reason="Ảnh hiện trường")
    secret = photo(world.folder, "don.jpg", grey=90)
    attach(workspace, saved, [secret], Travel.CONFIDENTIAL, reason="Đơn có tên")
    return saved


def _wanted(workspace: Workspace, *records: str, to: str = SECOND, **more: Any) -> Wanted:
    return Wanted(records=records, to=body_named(workspace, to), reason=REASON, **more)


def _send(world: World, workspace: Workspace, wanted: Wanted) -> Path:
    return deliver(workspace, hand_over(workspace, wanted), world.folder)


def _acts(workspace: Workspace) -> list[str]:
    return [str(entry["act"]) for entry in workspace.store.journal.entries()]


def _figures(workspace: Workspace) -> Any:
    found = count(workspace, parse_period("DL-2023"))
    return [(one.indicator.code, one.figure) for one in found]


def test_a_record_goes_whole_and_its_secret_only_to_the_named_head(world: World) -> None:
    with world.open(COMMUNE) as sender:
        record = _report(world, sender)
        assert {one.unit.code for one in bodies_of(sender)} == {OFFICE, SECOND}
        wanted = _wanted(sender, record, whole=True, seal_reason="Cơ quan nhận cần biết")
        (going,) = weigh(sender, wanted)
        assert (len(going.revisions), len(going.sealed), len(going.files)) == (4, 2, 2)
        path = _send(world, sender, wanted)
        assert _acts(sender)[-5:] == ["print", "reveal", "sign", "case_sent", "export"]
    with world.open(SECOND) as receiver:
        before, figures = receiver.store.digest(), _figures(receiver)
        assert verify_bundle(receiver, path).verdict == "accepted"
        assert receiver.store.cases.received() == []
        verdict = import_bundle(receiver, path)
        assert (verdict.verdict, verdict.content[0]) == ("accepted", "verdicts.case")
        assert verdict.signer[1]["person"] == "Lò Thị Mẫu"
        assert import_bundle(receiver, path).verdict == "same"
        assert (receiver.store.digest(), _figures(receiver)) == (before, figures)
        assert receiver.store.queries.counts() == {}
        assert receiver.store.queries.search(SUSPECT) == []
        (case,) = receiver.store.cases.received()
        (line,) = lines_of(receiver, case)
        assert (line.book, line.files, line.sealed) == ("1/2023", 2, 2)
        shown = show_case_record(receiver, case.bundle, "1")
        assert shown.values["suspects"] == [{"person": {"full_name": SUSPECT}}]
        assert len(shown.revisions) == 4
        assert "informant" not in shown.values
        with pytest.raises(Refusal, match="reason_needed"):
            reveal_in_case(receiver, case.bundle, record, reason=" ")
        revealed: Any = reveal_in_case(receiver, case.bundle, record, reason="Phân công điều tra")
        assert revealed["informant"]["full_name"] == NAME
        for place in ("1", "2"):
            saved = save_case_file(
                receiver, case.bundle, record, place, world.folder, reason="Xem đơn"
            )
            assert saved.read_bytes().startswith(b"\xff\xd8")
        form, slip = form_of(receiver, case.bundle, "1"), slip_of(receiver, case.bundle, "1")
        assert form.pdf.startswith(b"%PDF")
        note_printed(receiver, slip, how="print")
        add_user(receiver, "Trưởng mới", Role.HEAD, "demo")
        receipt = deliver(receiver, answer_case(receiver, case.bundle, taken=True), world.folder)
        assert _acts(receiver)[-3:] == ["case_answered", "sign", "export"]
        with pytest.raises(Refusal, match="answered"):
            answer_case(receiver, case.bundle, taken=False, text="thôi")
        again = receipt_for(receiver, case.workspace, case.unit)
        assert again.file != receipt.name
    with world.open(SECOND, "Trưởng mới") as other:
        found: Any = reveal_in_case(other, case.bundle, record, reason="Thay thủ trưởng")
        assert found["informant"]["full_name"] == NAME
    with world.open(COMMUNE) as sender:
        assert import_bundle(sender, receipt).verdict == "accepted"
        (handed,) = handed_over(sender, record)
        assert (handed.case.answer, handed.written, handed.number) == ("taken", True, 4)
        assert "Lò Thị Mẫu" in str(handed.case.answered_by)


def test_a_case_of_a_lost_key_is_told_where_it_came(world: World) -> None:
    """The office tells of the loss in its directory; what came before the loss is not meant."""
    for days in (0, 3):
        world.later(days=days)
        with world.open(COMMUNE) as sender:
            file = _send(world, sender, _wanted(sender, _report(world, sender)))
        with world.open(SECOND) as receiver:
            assert import_bundle(receiver, file).verdict in {"accepted", "remarks"}
            assert not doubted_cases(receiver)
    with world.open(COMMUNE) as sender:
        serial = own_certificate(sender)["serial"]
    with world.open(OFFICE) as office:
        since = world.now.date() - timedelta(days=1)
        revoke_certificate(
            office, serial, reason="Máy bị mất", ca_passphrase="authority", since=since
        )
        directory = deliver(office, publish(office).row, world.folder)
        anchor = sha256_hex(anchor_of(office))
    with world.open(SECOND) as receiver:
        install_directory(receiver, directory, fingerprint=anchor)
        _, second = (each.bundle for each in receiver.store.cases.received())
        assert {key: at.date() for key, at in doubted_cases(receiver).items()} == {second: since}


def test_without_a_reason_the_secret_stays(world: World) -> None:
    with world.open(COMMUNE) as sender:
        record = _report(world, sender)
        path = _send(world, sender, _wanted(sender, record, to=OFFICE))
        with opened(sender, path) as bundle:
            assert not [one for one in bundle.names if one.startswith("sealed/")]
    with world.open(OFFICE) as receiver:
        verdict = import_bundle(receiver, path)
        assert (verdict.verdict, [one.rule for one in verdict.notes]) == (
            "remarks",
            ["case_withheld"],
        )
        (case,) = receiver.store.cases.received()
        shown = show_case_record(receiver, case.bundle, record)
        assert (shown.withheld, len(shown.files)) == (True, 1)
        with pytest.raises(Refusal, match="withheld"):
            reveal_in_case(receiver, case.bundle, record, reason="thử")
        with pytest.raises(Refusal, match="text_needed"):
            answer_case(receiver, case.bundle, taken=False)
        row = answer_case(receiver, case.bundle, taken=False, text="Không thuộc thẩm quyền")
        receipt = deliver(receiver, row, world.folder)
    with world.open(COMMUNE) as sender:
        import_bundle(sender, receipt)
        (handed,) = handed_over(sender, record)
        assert (handed.case.answer, handed.case.answer_text) == (
            "refused",
            "Không thuộc thẩm quyền",
        )


def test_who_may_not_have_it_does_not(world: World) -> None:
    with world.open(COMMUNE) as sender:
        record = _report(world, sender)
        draft = add_records(
            sender, world.catalogue.by_name["crime_reports"], [report()], draft=True
        )[0].record
        for wanted, rule in (
            (_wanted(sender), "cases.no_record"),
            (_wanted(sender, draft), "cases.one_draft"),
            (_wanted(sender, record, draft), f"cases.one_draft.*{draft}"),
            (_wanted(sender, record, seal_reason=" "), "records.reason_needed"),
            (replace(_wanted(sender, record), reason=" "), "queries.text_needed"),
        ):
            with pytest.raises(Refusal, match=rule):
                hand_over(sender, wanted)
        with pytest.raises(Refusal, match=r"cases\.unknown_body"):
            body_named(sender, "99999")
        blind = replace(body_named(sender, SECOND), seals=())
        with pytest.raises(Refusal, match=r"cases\.no_seal"):
            weigh(sender, replace(_wanted(sender, record, seal_reason="cần"), to=blind))
        path = _send(world, sender, _wanted(sender, record))
        # Our own copy opens, and is not for us.
        assert [one.rule for one in import_bundle(sender, path).reasons] == ["wrong_recipient"]
        void_record(sender, record, reason="Ghi trùng")
        with pytest.raises(Refusal, match=r"cases\.voided"):
            weigh(sender, _wanted(sender, record))
    with world.open(OFFICE) as office:
        verdict = import_bundle(office, path)
        assert [one.rule for one in verdict.reasons] == ["not_for_us"]
    world.later(days=4 * 365)
    with world.open(SECOND) as receiver:
        assert [one.rule for one in import_bundle(receiver, path).reasons] == ["signature_expired"]
        assert receiver.store.cases.received() == []


def test_the_files_of_a_case_are_kept_and_come_back(world: World, tmp_path: Path) -> None:
    with world.open(COMMUNE) as sender:
        record = _report(world, sender)
        path = _send(world, sender, _wanted(sender, record))
    with world.open(SECOND) as receiver:
        import_bundle(receiver, path)
        (file,) = receiver.store.cases.files()
        folder = attachments_folder(receiver.paths)
        side = tmp_path / "stick"
        side.mkdir()
        order_backup(receiver, side)
        assert (side / "antq-kept" / file.sha256).is_file()
        (folder / file.file).unlink()
        case = receiver.store.cases.received()[0].bundle
        assert show_case_record(receiver, case, "1").files[0].state == "missing"
        assert import_bundle(receiver, path).verdict == "same"
        assert show_case_record(receiver, case, "1").files[0].state == "here"
    with world.open(SECOND):  # opening sweeps what has no row
        (kept,) = [one for one in folder.iterdir() if one.is_file()]
        assert kept.name != file.file


def test_no_clear_name_lies_on_any_disk(world: World) -> None:
    with world.open(COMMUNE) as sender:
        record = _report(world, sender)
        wanted = _wanted(sender, record, whole=True, seal_reason="Cơ quan nhận cần biết")
        path = _send(world, sender, wanted)
        with opened(sender, path) as bundle:
            # We sealed it away from ourselves too: only the named head has the key.
            inside = b"".join(bundle.read(name) for name in bundle.names)
        assert NAME.encode() not in inside
        assert SUSPECT.encode() in inside
    with world.open(SECOND) as receiver:
        import_bundle(receiver, path)
        (case,) = receiver.store.cases.received()
        reveal_in_case(receiver, case.bundle, record, reason="Phân công")
        answer_case(receiver, case.bundle, taken=True)
        tables = receiver.store.database.table_names()
        rows = [one for name in tables for one in receiver.store.database[name].rows]
        assert SUSPECT in str(rows)
        assert NAME not in str(rows)
    for one in world.folder.rglob("*"):
        if one.is_file():
            data = one.read_bytes()
            assert NAME.encode() not in data, one
            assert SUSPECT.encode() not in data, one
            assert NAME not in one.name


def test_books_that_went_back_overwrite_no_signed_file(world: World, tmp_path: Path) -> None:
    (record,) = world.add(COMMUNE, report(), register="crime_reports")
    home, kept = world.home(COMMUNE), tmp_path / "kept"
    shutil.copytree(home, kept)
    with world.open(COMMUNE) as sender:
        first = hand_over(sender, _wanted(sender, record))
        path = outbox(sender) / first.file
    signed = path.read_bytes()
    shutil.rmtree(home)
    shutil.copytree(kept, home)
    path.write_bytes(signed)  # it lay on the disk, not in the copy that was brought back
    with world.open(COMMUNE) as sender:
        again = hand_over(sender, _wanted(sender, record))
        carried = deliver(sender, again, world.folder)
    assert again.file == first.file.replace("-case.antq", "-case-2.antq")
    assert path.read_bytes() == signed
    with world.open(SECOND) as receiver:
        assert import_bundle(receiver, carried).good
