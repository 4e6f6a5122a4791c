"""What an office passes on: bundles and receipts byte for byte, its own rows, figures of all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from antq_desktop.domain.indicators import add
from antq_desktop.errors import Refusal
from antq_desktop.services.answering import write_receipts
from antq_desktop.services.arriving import opened, unseal
from antq_desktop.services.carrying import carried_upward
from antq_desktop.services.consolidating import (
    consolidate,
    due_above,
    send_up,
)
from antq_desktop.services.counting import count
from antq_desktop.services.delivering import outbox
from antq_desktop.services.receiving import import_bundle, verify_bundle
from antq_desktop.services.revoking import revoke_certificate
from antq_desktop.services.saving import change_record
from antq_desktop.services.signing import certified_above, trust_now
from antq_desktop.services.status import bundle_status, sent_bundles
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop
from tests.unit.services.levels import (
    AUTHORITY,
    DISTRICTS,
    MINISTRY,
    PERIOD,
    PROVINCE,
    answered,
    consolidated,
    enrol_office,
    found_ministry,
    levels,
    made_levels,
    submitted,
    taken,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.domain.indicators import Figure

__all__ = ["levels", "made_levels"]


def filled(world: World) -> None:
    """Let all four communes submit, both districts consolidate, and the province take it in."""
    for number, (district, communes) in enumerate(DISTRICTS.items(), 1):
        for commune in communes:
            world.add(commune, coop(hens=number), coop(day="2023-02-01", hens=7))
        taken(world, district, *(submitted(world, one, PERIOD) for one in communes))
        world.add(district, coop(hens=100))
        verdict = taken(world, PROVINCE, consolidated(world, district, PERIOD))
        assert verdict.counts == {"new": 5, "changed": 0, "same": 0, "refused": 0}


def test_figures_are_equal_on_every_level(levels: World) -> None:
    filled(levels)
    with levels.open(PROVINCE) as workspace:
        above = {one.indicator.code: one for one in count(workspace, PERIOD)}
        reports = {(one.unit, one.imported) for one in workspace.store.exchanged.reports()}
        assert {unit for unit, _ in reports} == {*DISTRICTS, *sum(DISTRICTS.values(), ())}
    theirs: dict[str, list[Figure]] = {}
    for district in DISTRICTS:
        with levels.open(district) as workspace:
            for one in count(workspace, PERIOD):
                theirs.setdefault(one.indicator.code, []).append(one.figure)
                for unit, figure in one.by_unit.items():
                    assert above[one.indicator.code].by_unit[unit].value == figure.value
    for commune in sum(DISTRICTS.values(), ()):
        with levels.open(commune) as workspace:
            for one in count(workspace, PERIOD):
                known = above[one.indicator.code].by_unit.get(workspace.place.unit)
                assert known is None or known.value == one.figure.value
    for code, found in above.items():
        total = add(theirs[code])
        assert (total.value, total.parts) == (found.figure.value, found.figure.parts), code
    assert above["X1.1"].figure.value == 10


def test_containers_and_receipts_go_up_byte_for_byte(levels: World, tmp_path: Path) -> None:
    levels.add(COMMUNE, coop())
    bundle = submitted(levels, COMMUNE)
    taken(levels, OFFICE, bundle)
    (receipt,) = answered(levels, OFFICE)
    above = consolidated(levels, OFFICE)
    for office, file, name in (
        (OFFICE, bundle, "bundle"),
        (OFFICE, receipt, "receipt"),
        (PROVINCE, above, "above"),
    ):
        with levels.open(office) as workspace:
            unseal(workspace, file, tmp_path / name)
    with ZipFile(tmp_path / "above") as outer:
        inside = [name for name in outer.namelist() if name.startswith("bundles/")]
        assert len(inside) == 2
        assert outer.read(inside[0]) == (tmp_path / "bundle").read_bytes()
        assert outer.read(inside[1]) == (tmp_path / "receipt").read_bytes()
    with levels.open(PROVINCE) as workspace, opened(workspace, above) as found:
        assert found.manifest.kind == "consolidated"
        assert found.manifest.seq is None
        body = found.manifest.passed_on
        assert body is not None
        assert [one.sender.code for one in body.bundles] == [COMMUNE]


def test_only_what_is_not_acknowledged_goes_up_again(levels: World) -> None:
    records = levels.add(COMMUNE, coop())
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    first = consolidated(levels, OFFICE, PERIOD)
    with levels.open(OFFICE) as workspace:
        # The same content is signed once.
        assert send_up(workspace, [PERIOD], []).file == first.name
        (carried,) = due_above(workspace).digests
        assert carried_upward(workspace, carried)
        assert not carried_upward(workspace, "0" * 64)
    taken(levels, PROVINCE, first)
    taken(levels, PROVINCE, first, verdict="same")
    (answer,) = answered(levels, PROVINCE)
    with levels.open(OFFICE) as workspace:
        assert import_bundle(workspace, answer).verdict == "accepted"
        assert [one.state for one in sent_bundles(workspace)] == ["accepted"]
        assert not due_above(workspace).bundles
        with pytest.raises(Refusal, match=r"submission\.nothing"):
            consolidate(workspace, [], [])
    with levels.open(COMMUNE) as workspace:
        change_record(workspace, records[0], {"hens": 3}, reason="Đếm lại")
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    second = consolidated(levels, OFFICE)
    with levels.open(PROVINCE) as workspace, opened(workspace, second) as found:
        manifest = found.manifest
        assert manifest.passed_on is not None
        assert len(manifest.passed_on.bundles) == 1
        assert (manifest.sequence, manifest.base and manifest.base.sequence) == (2, 1)
    # The commune has not heard of the first receipt: its second bundle holds the first row again.
    verdict = taken(levels, PROVINCE, second)
    assert verdict.counts == {"new": 0, "changed": 1, "same": 1, "refused": 0}


def test_verifying_above_changes_nothing(levels: World) -> None:
    levels.add(COMMUNE, coop())
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    above = consolidated(levels, OFFICE)
    with levels.open(PROVINCE) as workspace:
        before = workspace.store.digest()
        assert verify_bundle(workspace, above).verdict == "accepted"
        assert workspace.store.digest() == before
        assert not workspace.store.passed_on.inside()
        assert not workspace.document("lists_below")


def test_an_office_that_nobody_certified_does_not_consolidate(world: World) -> None:
    world.add(OFFICE, coop())
    with world.open(OFFICE) as workspace, pytest.raises(Refusal, match=r"identity\.not_certified"):
        consolidate(workspace, [], [])


def test_an_office_that_is_certified_no_more_does_not_consolidate(levels: World) -> None:
    with levels.open(OFFICE) as workspace:
        chain = certified_above(workspace)
    levels.later(days=1)
    with levels.open(PROVINCE) as workspace:
        serial = next(
            one.serial for one in workspace.store.exchanged.certificates() if one.der == chain[0]
        )
        revoke_certificate(workspace, serial, reason="Thay khóa", ca_passphrase=AUTHORITY)
    levels.add(OFFICE, coop())
    above = consolidated(levels, OFFICE)  # it does not know yet
    with levels.open(PROVINCE) as workspace:
        assert [one.rule for one in import_bundle(workspace, above).reasons] == [
            "signature_revoked"
        ]
    enrol_office(levels, PROVINCE, OFFICE)
    with levels.open(OFFICE) as workspace:
        directory = dict(workspace.document("directory"))
        workspace.store.meta.set("directory", {**directory, "certified": chain[0].hex()})
        with pytest.raises(Refusal, match=r"identity\.revoked"):
            consolidate(workspace, [PERIOD], [])


def test_a_head_revoked_after_the_receipt_stays_good_above_and_the_list_is_known(
    levels: World,
) -> None:
    levels.add(COMMUNE, coop())
    taken(levels, OFFICE, submitted(levels, COMMUNE))
    levels.later(days=1)
    with levels.open(OFFICE) as workspace:
        serial = next(
            one.serial for one in workspace.store.exchanged.certificates() if one.unit == COMMUNE
        )
        revoke_certificate(workspace, serial, reason="Chuyển công tác", ca_passphrase=AUTHORITY)
    taken(levels, PROVINCE, consolidated(levels, OFFICE))
    with levels.open(PROVINCE) as workspace:
        assert len(workspace.document("lists_below")) == 1
        assert len(trust_now(workspace).revocation_lists) == 2


def test_the_province_sees_districts_and_through_them_communes(levels: World) -> None:
    filled(levels)
    with levels.open(PROVINCE) as workspace:
        rows = [(one.unit, one.period, one.state) for one in bundle_status(workspace, "DL-2023")]
        expected = []
        for district, communes in DISTRICTS.items():
            expected += [(one, "DL-2023", "accepted") for one in (district, *communes)]
        assert rows == expected
        later = {one.unit: one.state for one in bundle_status(workspace, "DL-2024")}
        assert set(later.values()) == {"waiting"}
        assert len(later) == 6
        assert {one.state for one in bundle_status(workspace, None)} == {"accepted"}
    with levels.open(OFFICE) as workspace:
        assert [one.unit for one in bundle_status(workspace, "DL-2023")] == [
            *DISTRICTS[OFFICE],
            OFFICE,
        ]


def test_a_chain_of_four_levels_is_taken_in_at_the_top(levels: World) -> None:
    """Nothing knows how many levels there are: a ministry is invented above the province."""
    found_ministry(levels)
    filled(levels)
    levels.add(PROVINCE, coop(hens=1000))
    above = consolidated(levels, PROVINCE, PERIOD)
    verdict = taken(levels, MINISTRY, above)
    assert verdict.counts == {"new": 11, "changed": 0, "same": 0, "refused": 0}
    with levels.open(PROVINCE) as workspace:
        theirs = {one.indicator.code: one.figure.value for one in count(workspace, PERIOD)}
    with levels.open(MINISTRY) as workspace:
        assert {one.unit for one in workspace.store.passed_on.inside()} == {
            *DISTRICTS,
            *sum(DISTRICTS.values(), ()),
        }
        assert len(workspace.document("lists_below")) == 3
        ours = {one.indicator.code: one.figure.value for one in count(workspace, PERIOD)}
        assert ours == theirs
        units = [one.unit for one in bundle_status(workspace, "DL-2023")]
        assert units[0] == PROVINCE
        assert len(units) == 7
    (answer,) = answered(levels, MINISTRY)
    with levels.open(PROVINCE) as workspace:
        assert import_bundle(workspace, answer).verdict == "accepted"
        assert not due_above(workspace).bundles
        assert len(write_receipts(workspace)) == 2
        assert (outbox(workspace) / above.name).is_file()
