"""Revoking since a day: what came in between waits for a person, and old bundles stay right."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle.names import SECOND_SIGNATURE
from antq_desktop.crypto.certificates import read_revocation_list
from antq_desktop.errors import Refusal
from antq_desktop.messages import label
from antq_desktop.services.case_answering import answer_case
from antq_desktop.services.case_bodies import body_named
from antq_desktop.services.case_weighing import Wanted
from antq_desktop.services.checking import self_check
from antq_desktop.services.deciding import refuse_held, take_held
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.enrolling import own_certificate
from antq_desktop.services.handing_over import hand_over
from antq_desktop.services.installing import install_directory
from antq_desktop.services.preparing import countersign_prepared
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.revocations import own_list_age, renew_revocations
from antq_desktop.services.revoking import (
    between,
    let_stand,
    revoke_certificate,
)
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit
from antq_desktop.services.undoing import undo_import
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop, model
from tests.unit.services.exchange import answer, sign, take
from tests.unit.services.signing_twice import HEAD, OFFICER, add_people, want_two
from tests.unit.services.test_enrolling import fingerprint_of

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.services.workspace import Workspace


def serial_of(world: World, code: str = COMMUNE) -> str:
    with world.open(code) as workspace:
        return own_certificate(workspace)["serial"]


def revoke(world: World, serial: str, since: date | None) -> int:
    with world.open(OFFICE) as workspace:
        return revoke_certificate(
            workspace,
            serial,
            reason="Máy bị lấy trộm",
            ca_passphrase="authority",
            since=since,
            why="keyCompromise",
        ).waiting


def states(world: World) -> list[str]:
    with world.open(OFFICE) as workspace:
        return [one.state for one in between(workspace)]


def sent(world: World, *, days: float) -> Path:
    """Let a submission with one record more come after some days."""
    world.later(days=days)
    world.add(COMMUNE, coop())
    path = sign(world)
    (verdict,) = take(world, path)
    assert verdict.verdict == "accepted"
    return path


def test_what_came_since_the_theft_is_listed_and_decided_by_a_person(world: World) -> None:
    serial = serial_of(world)
    before, first, second = (sent(world, days=1) for _ in range(3))
    stolen = world.now.date() - timedelta(days=1)  # between the first and the second of the three
    world.later(days=2)
    world.add(COMMUNE, coop())
    late = sign(world)
    with world.open(OFFICE) as workspace:
        for day, wrong in ((world.now.date() + timedelta(days=1), "revoke_ahead"), (None, "never")):
            with pytest.raises(Refusal, match=wrong):
                between(workspace, "00") if day is None else revoke_certificate(
                    workspace, serial, reason="x", ca_passphrase="authority", since=day
                )
    assert revoke(world, serial, stolen) == 2
    assert states(world) == ["counts", "counts"]  # nothing is undone by itself

    with world.open(OFFICE) as workspace:
        own = workspace.document("authority")
        listed = read_revocation_list(
            bytes.fromhex(str(own["revocation_list"])), anchor_of(workspace)
        )
        assert listed.doubted[serial].date() < listed.revoked[serial].date()
        assert verify_bundle(workspace, before).verdict == "same"  # an old bundle stays right
        assert verify_bundle(workspace, second).verdict == "same"
        told = verify_bundle(workspace, late)
        assert [one.rule for one in told.reasons] == ["signature_revoked"]
        with pytest.raises(Refusal, match=r"records\.reason_needed"):
            let_stand(workspace, serial, between(workspace)[0].row.digest, " ")
        stands, gone = between(workspace, serial)
        assert stands.stays is not None  # the later one may hold the same rows
        let_stand(workspace, serial, stands.row.digest, "Đơn vị xác nhận")
        with pytest.raises(Refusal, match=r"identity\.not_between"):
            let_stand(workspace, serial, stands.row.digest, "Lại")
        undo_import(workspace, gone.row.digest, "Không phải của đơn vị")
        assert acts(workspace) == ["revoke", "left_standing", "undo_import"]
    assert states(world) == ["stands", "withdrawn"]
    assert first != late


def acts(workspace: Workspace) -> list[str]:
    """Return what was noted of revoking, in order."""
    found = [str(one["act"]) for one in workspace.store.journal.newest()]
    return [act for act in reversed(found) if act in {"revoke", "left_standing", "undo_import"}]


def test_what_was_held_is_held_for_another_reason_then(world: World) -> None:
    """A bundle that waits for its base is not taken by itself once the key is known to be lost."""
    serial = serial_of(world)
    world.add(COMMUNE, coop())
    base = sign(world)
    take(world, base)
    receipt = answer(world)
    with world.open(OFFICE) as workspace:
        digest = workspace.store.exchanged.standing()[0].digest
    with world.open(COMMUNE) as workspace:
        import_bundle(workspace, receipt)
    with world.open(OFFICE) as workspace:
        undo_import(workspace, digest)
    world.later(days=1)
    world.add(COMMUNE, coop())
    (gap,) = take(world, sign(world))
    assert gap.verdict == "held_gap"
    world.later(hours=1)
    assert revoke(world, serial, world.now.date()) == 1
    (again,) = take(world, base)  # it came before the theft: judged as of then
    assert again.verdict == "accepted"
    assert [one.verdict for one in again.released] == ["held"]
    (released,) = again.released
    assert [one.rule for one in released.reasons] == ["signer_doubted"]
    with world.open(OFFICE) as workspace:
        (held,) = between(workspace)
        assert (held.state, held.open) == ("held", True)
        refuse_held(workspace, held.row.digest, "Đơn vị không lập gói này")
        assert [one.state for one in between(workspace)] == ["refused"]
        taken = take_held(workspace, held.row.digest, "Hỏi lại: đúng của đơn vị")
        assert (taken.verdict, taken.reasons[0].rule) == ("remarks", "signer_doubted")
        assert [one.state for one in between(workspace)] == ["stands"]


def test_the_key_of_who_signed_second_is_in_doubt_too(world: World) -> None:
    """Both answer for the whole: the bundle is listed, and does not come in again by itself."""
    serial = serial_of(world)
    add_people(world)
    want_two(world)
    world.later(days=1)
    with world.open(COMMUNE, OFFICER) as workspace:
        add_records(workspace, world.catalogue.by_name["hen_coops"], [coop()])
        row = submit(workspace, [], [])
    with world.open(COMMUNE, HEAD) as workspace:
        signed = countersign_prepared(workspace, row.digest)
        path = deliver(workspace, signed, world.folder)
    (verdict,) = take(world, path)
    assert verdict.verdict == "accepted"
    world.later(hours=1)
    assert revoke(world, serial, world.now.date()) == 1
    with world.open(OFFICE) as workspace:
        (found,) = between(workspace, serial)
        assert (found.row.digest, found.state) == (row.digest, "counts")
        undo_import(workspace, row.digest, "Không phải của đơn vị")
    (again,) = take(world, path)
    assert again.verdict == "held"
    assert [(one.rule, one.file) for one in again.reasons] == [("signer_doubted", SECOND_SIGNATURE)]


def test_an_old_list_is_named_with_its_age_and_renewed(world: World) -> None:
    world.add(COMMUNE, coop())
    take(world, sign(world))
    world.later(days=91)
    receipt = answer(world)
    with world.open(COMMUNE) as workspace:
        verdict = import_bundle(workspace, receipt)
        assert verdict.verdict == "accepted"
        (note,) = verdict.notes
        assert (note.rule, note.values["days"]) == ("list_old", 91)
        text = label(verdict.time[0], "vi", **verdict.time[1])
        assert text.endswith("theo danh sách thu hồi lập ngày 15/01/2024 (91 ngày).")
    with world.open(OFFICE) as workspace:
        assert own_list_age(workspace) == 91
        assert not all(one.ok for one in self_check(workspace) if one.name == "revocations")
        renew_revocations(workspace, "authority")
        assert own_list_age(workspace) == 0
        assert not is_published(workspace)
        directory = deliver(workspace, publish(workspace).row, world.folder)
    anchor = fingerprint_of(world, OFFICE)
    with world.open(COMMUNE) as workspace:
        install_directory(workspace, directory, fingerprint=anchor)
        assert not import_bundle(workspace, receipt).notes
        assert all(one.ok for one in self_check(workspace) if one.name == "revocations")


def test_cases_of_a_stolen_key_stand_in_the_list_too(world: World) -> None:
    """One waits where cases are answered; one that was taken over stays, and a person lets it."""
    with world.open(OFFICE) as office:
        directory = deliver(office, publish(office).row, world.folder)
    anchor, serial = fingerprint_of(world, OFFICE), serial_of(world)
    with world.open(COMMUNE) as commune:
        install_directory(commune, directory, fingerprint=anchor)
        models = [model(name=f"Mô hình {number}") for number in range(4)]
        register = world.catalogue.by_name["movement_models"]
        records = [one.record for one in add_records(commune, register, models)]
    for record in records:
        world.later(days=1)
        with world.open(COMMUNE) as commune:
            to = body_named(commune, OFFICE)
            wanted = Wanted(records=(record,), to=to, reason="Chuyển theo thẩm quyền")
            path = deliver(commune, hand_over(commune, wanted), world.folder)
        with world.open(OFFICE) as office:
            assert import_bundle(office, path).verdict == "accepted"
    with world.open(OFFICE) as office:
        _, taken, refused, waiting = (one.bundle for one in office.store.cases.received())
        answer_case(office, taken, taken=True)
        answer_case(office, refused, taken=False, text="Không thuộc thẩm quyền")
    world.later(hours=1)
    # The first one came the day before the theft.
    assert revoke(world, serial, world.now.date() - timedelta(days=2)) == 2
    with world.open(OFFICE) as office:
        found = between(office, serial)
        assert [(one.row.digest, one.state, one.row.kind) for one in found] == [
            (taken, "counts", "case"),
            (refused, "refused", "case"),
            (waiting, "held", "case"),
        ]
        stays = [one.stays.message_id for one in found if one.stays is not None]
        assert stays == ["undo.case_taken"]
        with pytest.raises(Refusal, match=r"identity\.not_between"):
            let_stand(office, serial, waiting, "chưa trả lời")
        let_stand(office, serial, taken, "Đơn vị xác nhận")
    assert states(world) == ["stands", "refused", "held"]
