"""Controls, sentences and settings over real workspaces."""

from __future__ import annotations

import pytest

from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain import controls
from antq_desktop.domain.periods import parse_period
from antq_desktop.errors import Refusal
from antq_desktop.services.controlling import control
from antq_desktop.services.delivering import deliver
from antq_desktop.services.directory import is_published, publish
from antq_desktop.services.installing import install_directory
from antq_desktop.services.receiving import import_bundle
from antq_desktop.services.signed_figures import compare_signed
from antq_desktop.services.signing import anchor_of
from antq_desktop.services.submitting import submit
from antq_desktop.services.switching import choose_switches, switches_of
from antq_desktop.services.telling import tell
from tests.unit.services.conftest import COMMUNE, OFFICE, World, coop, model
from tests.unit.services.hand_counted import crime_reports
from tests.unit.services.reports import counted, frozen

YEAR = parse_period("DL-2023")


def test_a_model_that_is_new_and_not_reviewed_is_a_warning(world: World) -> None:
    world.add(COMMUNE, model(), register="movement_models")
    with world.open(COMMUNE) as workspace:
        found = control(workspace, YEAR)
        assert [(one.code, one.hard) for one in found.findings] == [("part_exceeds_usual", False)]
        frozen(workspace, YEAR.code)  # a warning keeps nothing from being signed


def test_figures_that_cannot_be_right_keep_a_report_from_being_made(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.add(COMMUNE, model(), register="movement_models")
    # The rules of the books let no such rows in; here the part is taken for one that cannot be.
    monkeypatch.setattr(controls, "HARD_PARTS", (("B6.2", "B6.1"),))
    monkeypatch.setattr(controls, "USUAL_PARTS", ())
    with world.open(COMMUNE) as workspace:
        (one,) = control(workspace, YEAR).findings
        assert (one.code, one.hard) == ("part_exceeds_whole", True)
        with pytest.raises(Refusal, match=r"reports\.hard_controls"):
            submit(workspace, [YEAR], [])
        assert workspace.store.exchanged.reports() == []
        assert submit(workspace, [], []).sequence == 1  # the records may go without the figures


def test_the_article_takes_b7_from_years_of_its_own(world: World) -> None:
    world.add(COMMUNE, model(), register="movement_models")
    with world.open(COMMUNE) as workspace:
        said = {one.code: one for one in tell(workspace, YEAR)}
        assert "Xây dựng, triển khai mới 1 mô hình" in said["S4"].text
        # The commune itself has not met the standard: 0 of 1, and nobody else is in scope.
        assert said["S6"].text == (
            "Kết quả có 0/1 xã, phường, thị trấn đạt tiêu chuẩn “An toàn về ANTT”."
        )
        assert said["S6"].missing == ()
        month = {one.code: one for one in tell(workspace, parse_period("DL-2023-03"))}
        assert month["S6"].missing == ("B7.1", "B7.2", "B7.3", "B7.4", "B7.5")
        assert month["S6"].text == ""


def test_an_office_chooses_and_its_directory_tells_the_communes(world: World) -> None:
    with world.open(OFFICE) as workspace:
        assert switches_of(workspace) == {"people": "grassroots_included", "minors": "included"}
        with pytest.raises(Refusal, match=r"switches\.unknown"):
            choose_switches(workspace, ["minors=left_out", "people=nobody"])
        assert switches_of(workspace)["minors"] == "included"
        choose_switches(workspace, ["minors=left_out"])
        assert not is_published(workspace)
        row, authority = publish(workspace).row, sha256_hex(anchor_of(workspace))
        deliver(workspace, row, world.folder)
        assert is_published(workspace)
    with world.open(COMMUNE) as workspace:
        with pytest.raises(Refusal, match=r"workspace\.office_only"):
            choose_switches(workspace, ["minors=included"])
        assert switches_of(workspace)["minors"] == "included"
        directory = world.home(OFFICE) / "outbox" / row.file
        install_directory(workspace, directory, fingerprint=authority)
        assert switches_of(workspace)["minors"] == "left_out"
        assert "compulsory_rehabilitation_minor" not in (
            counted(workspace, YEAR.code, "B3.1").figure.parts
        )


def test_a_report_with_other_settings_is_a_remark(world: World) -> None:
    world.add(COMMUNE, coop())
    _, from_the_force, *_ = crime_reports()
    world.add(COMMUNE, from_the_force, register="crime_reports")
    with world.open(COMMUNE) as workspace:
        assert counted(workspace, YEAR.code, "B1.2").figure.value == 1
        row = submit(workspace, [YEAR], [])
    with world.open(OFFICE) as workspace:
        choose_switches(workspace, ["people=people_only"])
        verdict = import_bundle(workspace, world.home(COMMUNE) / "outbox" / row.file)
        # Counted again with the settings that it states, it comes out.
        assert [one.rule for one in verdict.reasons] == ["report_switches"]
        # And beside the signed numbers stand those of its records, not those of other settings.
        choose_switches(workspace, ["minors=left_out"])
        assert compare_signed(workspace, YEAR).lines == ()
