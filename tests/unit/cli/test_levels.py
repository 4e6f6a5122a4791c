"""Offices above offices by commands: enrolment, own records, what goes up, who reported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path

PROVINCE = "35"
PERIOD = ("--period", "DL-2023")


@pytest.fixture
def above(world: World) -> World:
    """Return a world in which a province has certified the office."""
    authority = ("--ca-passphrase-file", world.secret)
    world.create(PROVINCE, "office", *authority)
    request, directory = world.folder / "office.antq", world.folder / "province.antq"
    asked = world.office("identity", "request", "-o", request, *authority)
    assert (asked.document["role"], asked.document["person"]) == ("office", "Thành phố Phủ Lý")
    fingerprint = ("--fingerprint", asked.document["fingerprint"])
    issue = ("identity", "issue", request, "-o", directory, *fingerprint, *authority)
    issued = province(world, *issue).document
    fingerprint = ("--fingerprint", issued["ca_fingerprint"])
    installed = world.office("identity", "install", directory, *fingerprint)
    assert installed.document["certified"]
    assert (
        "Cấp trên đã chứng nhận"
        in world.at(OFFICE, "identity", "install", directory, *fingerprint).out
    )
    return world


def province(world: World, *arguments: object) -> Any:
    """Run a command at the province, answered in JSON."""
    return world.at(PROVINCE, *arguments, "--json")


def figures(document: Any) -> dict[str, int]:
    """Return the figures of a report by their codes."""
    return {one["code"]: one["value"] for one in document["indicators"]}


def exported(world: World, *more: object) -> dict[str, Path]:
    """Export at the office; return the files by kind."""
    ended = world.office("bundle", "export", "-o", world.folder, *more)
    assert ended.code == 0, ended.err
    return {one["kind"]: world.folder / one["path"] for one in ended.document["bundles"]}


def test_what_a_commune_sent_goes_up_with_the_records_of_its_office(above: World) -> None:
    above.add()
    assert above.office("bundle", "import", above.export()).code == 0
    own = {**MODEL, "name": "Mô hình của thành phố", "points": []}
    saved = above.at(OFFICE, "record", "add", "R06", "--json", stdin=json.dumps(own))
    assert saved.document["saved"][0]["complete"]
    rows = above.office("record", "list", "R06").document["rows"]
    assert {one["unit"] for one in rows} == {COMMUNE, OFFICE}
    sent = exported(above, *PERIOD)
    assert {"receipt", "consolidated"} <= set(sent)
    shown = province(above, "bundle", "show", sent["consolidated"]).document
    assert shown["kind"] == "consolidated"
    assert len(shown["manifest"]["consolidated"]["bundles"]) == 1
    assert "Gói tổng hợp" in above.at(PROVINCE, "bundle", "show", sent["consolidated"]).out
    (verdict,) = province(above, "bundle", "import", sent["consolidated"]).document["results"]
    assert (verdict["verdict"], verdict["kind"]) == ("accepted", "consolidated")
    assert verdict["counts"]["new"] == 2
    report = ("report", "indicators", *PERIOD, "--by-unit")
    theirs, ours = above.office(*report).document, province(above, *report).document
    of_district = province(above, *report, "--unit", f"{OFFICE}@2023-12-31").document
    assert figures(theirs) == figures(of_district)
    (kept,) = [one for one in ours["indicators"] if one["code"] == "B6.2"]
    assert {one["unit"]: one["value"] for one in kept["units"]} == {COMMUNE: 1, OFFICE: 1}
    assert kept["value"] == 2
    beside = province(above, *report, "--against", "last-year").document
    assert beside["against"]["code"] == "DL-2022"
    (two,) = [one for one in beside["indicators"] if one["code"] == "B6.2"]
    # Nobody reported the year before: that is no 0 to compare with.
    assert (two["value"], two["earlier"], two["difference"], two["percent"]) == (
        2,
        None,
        None,
        None,
    )
    assert {one["unit"]: one["value"] for one in two["units"] if one["records"]} == {
        COMMUNE: 1,
        OFFICE: 1,
    }
    assert two["units"][0]["territory"] == "same"
    table = above.at(PROVINCE, *report, "--against", "previous").out
    assert "DL-2023 – DL-2022" in table
    states = province(above, "bundle", "status", *PERIOD).document["rows"]
    assert [(one["unit"], one["state"]) for one in states] == [
        (OFFICE, "accepted"),
        (COMMUNE, "accepted"),
    ]


def test_the_answer_from_above_is_installed_and_nothing_is_sent_twice(above: World) -> None:
    above.add()
    assert above.office("bundle", "import", above.export()).code == 0
    sent = exported(above, *PERIOD)["consolidated"]
    assert province(above, "bundle", "import", sent).code == 0
    down = province(above, "bundle", "export", "-o", above.folder).document["bundles"]
    (receipt,) = [one["path"] for one in down if one["kind"] == "receipt"]
    assert above.office("bundle", "import", receipt).code == 0
    assert "consolidated" not in exported(above)
    mine = above.office("bundle", "status").document["rows"]
    assert [(one["unit"], one["state"]) for one in mine] == [
        (COMMUNE, "accepted"),
        (OFFICE, "accepted"),
    ]


def test_an_import_that_went_up_is_not_taken_back(above: World) -> None:
    above.add()
    bundle = above.export()
    assert above.office("bundle", "import", bundle).code == 0
    digest = above.office("bundle", "show", bundle).document["digest"]
    exported(above)
    undone = above.office("bundle", "undo", digest, "--reason", "Thử")
    assert (undone.code, undone.document["refused"]) == (3, "undo.carried")


def test_without_an_office_above_there_is_no_period_to_report(world: World) -> None:
    refused = world.office("bundle", "export", "-o", world.folder, *PERIOD)
    assert (refused.code, refused.document["refused"]) == (3, "identity.not_certified")
