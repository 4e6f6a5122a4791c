"""Bundles inside a consolidated one: each refusal by name, and what a receipt makes of them."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from antq_desktop.bundle import names
from antq_desktop.bundle.manifest import Recipient
from antq_desktop.bundle.schema import UnitRef
from antq_desktop.services import answering
from antq_desktop.services.answering import answer
from antq_desktop.services.arriving import opened
from antq_desktop.services.delivering import outbox, sign_into_outbox
from antq_desktop.services.preparing import countersign_prepared
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import add_records
from antq_desktop.services.signing import (
    anchor_of,
    manifest_of,
    own_recipients,
    own_signature,
)
from antq_desktop.services.submitting import submit
from tests.unit.bundle.world import packed, unpacked
from tests.unit.services.conftest import COMMUNE, FOREIGN, OFFICE, OTHER_OFFICE, SECOND, World, coop
from tests.unit.services.forging import forge as forged_submission
from tests.unit.services.levels import AUTHORITY, PROVINCE, levels, made_levels, submitted
from tests.unit.services.passing import (
    Inner,
    container,
    forged,
    judged,
    spoken_of,
    submitted_anyway,
)
from tests.unit.services.signing_twice import HEAD, OFFICER, add_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_desktop.store.exchange_rows import Incoming

    Change = Callable[["Inner"], None]

__all__ = ["levels", "made_levels"]


def nothing(inner: Inner) -> None:
    """Leave all as it is."""
    del inner


@pytest.fixture
def two(levels: World) -> list[Incoming]:
    """Return a bundle of each of two communes, as the district would have them."""
    for code in (COMMUNE, SECOND):
        levels.add(code, coop())
    paths = [submitted(levels, code) for code in (COMMUNE, SECOND)]
    return [spoken_of(levels, OFFICE, path) for path in paths]


def test_what_is_spoken_of_rightly_is_taken(levels: World, two: list[Incoming]) -> None:
    verdict = judged(levels, forged(levels, OFFICE, two, nothing))
    assert verdict.verdict == "accepted"
    assert verdict.counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    assert verdict.kind == "consolidated"


def without_the_second_signature(inner: Inner) -> None:
    files = unpacked(inner.files[inner.bundles[0]])
    kept = {name: data for name, data in files.items() if name not in names.OF_THE_SECOND}
    inner.put(0, packed(kept))


def test_what_two_people_signed_is_passed_on(levels: World) -> None:
    add_people(levels)
    with levels.open(COMMUNE, OFFICER) as workspace:
        add_records(workspace, levels.catalogue.by_name["hen_coops"], [coop()])
        row = submit(workspace, [], [])
    with levels.open(COMMUNE, HEAD) as workspace:
        path = outbox(workspace) / countersign_prepared(workspace, row.digest).file
    entries = [spoken_of(levels, OFFICE, path)]
    stripped = judged(levels, forged(levels, OFFICE, entries, without_the_second_signature))
    assert (stripped.verdict, stripped.reasons[0].rule) == ("refused", "second_signature_missing")
    assert judged(levels, forged(levels, OFFICE, entries, nothing)).verdict == "accepted"


def receipt_missing(inner: Inner) -> None:
    del inner.files[inner.passing.body.bundles[0].receipt]


def bundle_missing(inner: Inner) -> None:
    del inner.files[inner.bundles[0]]


def one_too_many(inner: Inner) -> None:
    inner.files["bundles/other.asice"] = inner.files[inner.bundles[0]]


def receipt_of_another(inner: Inner) -> None:
    first, second = (one.receipt for one in inner.passing.body.bundles)
    inner.files[first] = inner.files[second]


def another_bundle(inner: Inner) -> None:
    inner.put(0, inner.files[inner.bundles[1]])


def a_changed_byte(inner: Inner) -> None:
    data = bytearray(inner.files[inner.bundles[0]])
    data[data.index(b"built_on")] ^= 1
    inner.put(0, bytes(data))


def a_changed_byte_of_the_receipt(inner: Inner) -> None:
    name = inner.passing.body.bundles[0].receipt
    data = bytearray(inner.files[name])
    data[data.index(b"base_ok")] ^= 1
    inner.files[name] = bytes(data)


def another_time(inner: Inner) -> None:
    first = inner.passing.body.bundles[0]
    inner.say(answered_at=first.answered_at.replace(year=2025))


def another_moment_of_receipt(inner: Inner) -> None:
    first = inner.passing.body.bundles[0]
    inner.say(received_at=first.received_at.replace(year=2023))


def a_later_moment_of_receipt(inner: Inner) -> None:
    first = inner.passing.body.bundles[0]
    later = first.received_at + timedelta(seconds=1)
    inner.say(received_at=later, answered_at=later)


def another_sender(inner: Inner) -> None:
    inner.say(sender=UnitRef(code="13294", valid_from=None))


def another_authority(inner: Inner) -> None:
    with inner.world.open(OTHER_OFFICE) as workspace:
        inner.body(authority=anchor_of(workspace))


def the_list_of_another(inner: Inner) -> None:
    with inner.world.open(OTHER_OFFICE) as workspace:
        body = cast("dict[str, str]", workspace.document("authority"))
        inner.body(revocation_list=bytes.fromhex(body["revocation_list"]))


def no_certificate(inner: Inner) -> None:
    inner.body(authority=b"no")


def a_receipt_by_the_commune(inner: Inner) -> None:
    """Put in the receipt's place what the head of the commune gives himself."""
    first = inner.passing.body.bundles[0]
    with inner.world.open(OFFICE) as workspace:
        (digest,) = workspace.store.passed_on.carriers(first.digest)
        row = next(o for o in workspace.store.exchanged.outgoing() if o.digest == digest)
        with opened(workspace, outbox(workspace) / row.file) as found:
            body, created = found.manifest.receipt, found.manifest.created_at
    with inner.world.open(COMMUNE) as workspace:
        own = own_signature(workspace)
        recipient = Recipient(unit=first.sender)
        manifest = manifest_of(workspace, "receipt", recipient, own.serial)
        signed = sign_into_outbox(
            workspace,
            replace(manifest, receipt=body, created_at=created),
            {},
            own,
            recipients=own_recipients(workspace),
            recipient_code="forged",
            number=9,
        )
        path = outbox(workspace) / signed.row.file
    inner.files[first.receipt] = container(inner.world, COMMUNE, path)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (receipt_missing, "nested_listed"),
        (bundle_missing, "nested_listed"),
        (one_too_many, "nested_listed"),
        (receipt_of_another, "nested_receipt"),
        (another_bundle, "nested_other"),
        (a_changed_byte, "content"),
        (a_changed_byte_of_the_receipt, "content"),
        (another_time, "nested_time"),
        (another_moment_of_receipt, "signature_not_yet_valid"),
        (a_later_moment_of_receipt, "nested_time"),
        (another_sender, "nested_receipt"),
        (another_authority, "nested_authority"),
        (the_list_of_another, "nested_authority"),
        (no_certificate, "nested_authority"),
        (a_receipt_by_the_commune, "nested_receipt_signer"),
    ],
)
def test_one_bad_container_inside_refuses_the_whole(
    levels: World, two: list[Incoming], change: Change, rule: str
) -> None:
    verdict = judged(levels, forged(levels, OFFICE, two, change))
    assert verdict.verdict == "refused"
    assert [one.rule for one in verdict.reasons] == [rule]
    if rule not in {"nested_authority", "nested_listed"}:
        assert str(verdict.reasons[0].file).startswith("bundles/13285-000001-")


def test_a_bundle_for_another_office_has_no_place_inside(levels: World) -> None:
    levels.add(COMMUNE, coop())
    other = UnitRef(code=OTHER_OFFICE, valid_from=None)
    path = forged_submission(
        levels,
        manifest=lambda one: replace(
            one,
            recipient=Recipient(unit=other),
            chain=replace(one.chain, recipient=other) if one.chain else None,
        ),
    )
    bundle = spoken_of(levels, OFFICE, path)
    verdict = judged(levels, forged(levels, OFFICE, [bundle], nothing))
    assert [one.rule for one in verdict.reasons] == ["nested_recipient"]
    assert str(verdict.reasons[0].file).endswith(".asice/submission.json")


def test_the_bundle_of_another_districts_commune_has_no_place_inside(
    levels: World, two: list[Incoming]
) -> None:
    levels.add(FOREIGN, coop())
    path = submitted(levels, FOREIGN)
    foreign = container(levels, OTHER_OFFICE, path)
    verdict = judged(levels, forged(levels, OFFICE, two, lambda inner: inner.put(1, foreign)))
    assert [one.rule for one in verdict.reasons] == ["signature_untrusted"]


def test_an_office_speaks_for_its_own_subordinates_alone(
    levels: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whomever else its authority may have certified."""
    levels.add(COMMUNE, coop())
    monkeypatch.setattr("antq_desktop.bundle.right_to_sign._may_sign_for", lambda *_: True)
    path = forged_submission(
        levels,
        manifest=lambda one: replace(
            one, sender=replace(one.sender, unit=replace(one.sender.unit, code=FOREIGN))
        ),
    )
    bundle = spoken_of(levels, OFFICE, path, unit=FOREIGN)
    verdict = judged(levels, forged(levels, OFFICE, [bundle], nothing))
    assert [one.rule for one in verdict.reasons] == ["nested_unit"]


def test_only_submissions_and_consolidated_bundles_lie_inside(levels: World) -> None:
    levels.add(COMMUNE, coop())
    path = submitted(levels, COMMUNE)
    bundle = spoken_of(levels, OFFICE, path)
    with levels.open(OFFICE) as workspace:
        receipt = answer(workspace, [bundle], own_signature(workspace)).row
        kept = outbox(workspace) / receipt.file
    inside = spoken_of(levels, OFFICE, kept, unit=OFFICE)
    verdict = judged(levels, forged(levels, OFFICE, [inside], nothing))
    assert [one.rule for one in verdict.reasons] == ["nested_kind"]


def test_what_the_office_did_not_take_is_carried_for_information(
    levels: World, two: list[Incoming]
) -> None:
    bundles = [dataclasses.replace(two[0], verdict="refused"), two[1]]
    verdict = judged(levels, forged(levels, OFFICE, bundles, nothing))
    assert verdict.verdict == "remarks"
    assert [one.rule for one in verdict.reasons] == ["nested_not_counted"]
    assert verdict.counts == {"new": 1, "changed": 0, "same": 0, "refused": 0}
    with levels.open(PROVINCE) as workspace:
        assert [one.unit for one in workspace.store.passed_on.inside()] == [SECOND]


def test_rows_that_were_refused_one_by_one_do_not_count(levels: World) -> None:
    levels.add(COMMUNE, coop(hens=1), coop(hens=2), coop(hens=3))
    path = submitted(levels, COMMUNE)
    bundle = spoken_of(levels, OFFICE, path, verdict="remarks", imported=1)
    with levels.open(OFFICE) as workspace:
        with opened(workspace, path) as found:
            second = [one.digest for one in found.records("hen_coops")][1]
        workspace.store.left_out.keep(bundle.digest, [second])
    verdict = judged(levels, forged(levels, OFFICE, [bundle], nothing))
    assert verdict.verdict == "accepted"
    assert verdict.counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}
    with levels.open(PROVINCE) as workspace:
        kept = {one.digest for one in workspace.store.revisions.last_of_each("hen_coops")}
        assert len(kept) == 2
        assert second not in kept


def test_a_head_who_was_revoked_before_the_receipt_is_refused(
    levels: World, two: list[Incoming]
) -> None:
    with levels.open(OFFICE) as workspace:
        serial = next(
            one.serial for one in workspace.store.exchanged.certificates() if one.unit == COMMUNE
        )
        revoke_certificate(workspace, serial, reason="Mất khóa", ca_passphrase=AUTHORITY)
    levels.later(days=1)
    with levels.open(OFFICE) as workspace:
        late = dataclasses.replace(two[0], received_at=workspace.clock.stamp())
    verdict = judged(levels, forged(levels, OFFICE, [late, two[1]], nothing))
    assert [one.rule for one in verdict.reasons] == ["signature_revoked"]


def test_what_came_while_a_key_was_lost_stands_as_its_office_decided_and_is_remarked(
    levels: World, two: list[Incoming]
) -> None:
    """The district took it before anybody knew: the province names the doubt, and counts it."""
    levels.later(hours=1)
    with levels.open(OFFICE) as workspace:
        serial = next(
            one.serial for one in workspace.store.exchanged.certificates() if one.unit == COMMUNE
        )
        revoke_certificate(
            workspace,
            serial,
            reason="Máy bị lấy trộm",
            ca_passphrase=AUTHORITY,
            since=workspace.clock.today(),
            why="keyCompromise",
        )
    verdict = judged(levels, forged(levels, OFFICE, two, nothing))
    assert verdict.verdict == "remarks"
    (doubt,) = verdict.reasons
    assert doubt.rule == "signer_doubted"
    assert doubt.values["day"] == levels.now.strftime("%d/%m/%Y")
    assert str(doubt.file).endswith(".asice/META-INF/signature001.p7s")
    assert verdict.counts == {"new": 2, "changed": 0, "same": 0, "refused": 0}


def test_all_bad_containers_and_rows_are_listed_at_once(levels: World, two: list[Incoming]) -> None:
    def change(inner: Inner) -> None:
        a_changed_byte(inner)
        inner.say(1, answered_at=inner.passing.body.bundles[1].answered_at.replace(year=2025))

    verdict = judged(levels, forged(levels, OFFICE, two, change))
    assert [one.rule for one in verdict.reasons] == ["content", "nested_time"]


def test_a_row_that_is_refused_names_the_container_it_is_in(levels: World) -> None:
    levels.add(COMMUNE, coop())

    def change(lines: list[dict[str, dict[str, object]]]) -> None:
        lines[0]["shared"]["hens"] = "two"

    bundle = spoken_of(levels, OFFICE, forged_submission(levels, lines=change))
    verdict = judged(levels, forged(levels, OFFICE, [bundle], nothing))
    (reason,) = verdict.reasons
    assert (reason.rule, reason.row) == ("row_value", 1)
    assert str(reason.file).endswith(".asice/records/hen_coops.jsonl")


def test_a_bundle_whose_base_never_came_is_remarked(levels: World) -> None:
    levels.add(COMMUNE, coop())
    first = submitted(levels, COMMUNE)
    with levels.open(OFFICE) as workspace:
        import_bundle(workspace, first)
        answers = [outbox(workspace) / one.row.file for one in answering.write_receipts(workspace)]
    with levels.open(COMMUNE) as workspace:
        import_bundle(workspace, answers[0])
    levels.add(COMMUNE, coop())
    second = spoken_of(levels, OFFICE, submitted(levels, COMMUNE))
    verdict = judged(levels, forged(levels, OFFICE, [second], nothing))
    assert verdict.verdict == "remarks"
    assert [one.rule for one in verdict.reasons] == ["nested_base_missing"]


def test_a_commune_does_not_submit_past_its_district(levels: World) -> None:
    levels.add(COMMUNE, coop())
    with levels.open(PROVINCE) as workspace:
        office, recipients = workspace.place.unit.as_json(), own_recipients(workspace)
    with levels.open(COMMUNE) as workspace:
        directory = workspace.document("directory")
        workspace.store.meta.set(
            "directory", {**directory, "office": office, "recipients": recipients}
        )
    verdict = judged(levels, submitted_anyway(levels, COMMUNE))
    assert [one.rule for one in verdict.reasons] == ["signer_office"]
