"""A year of "An toàn về an ninh, trật tự": evidence, another mind, XA4, a table of the province."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.unit.cli.driver import COMMUNE, World, make_world

if TYPE_CHECKING:
    from pathlib import Path

Object = dict[str, Any]

DISPUTE: Object = {
    "opened_on": "2023-05-01",
    "detected_by": "petition",
    "kind": "dispute",
    "subject": "land",
    "parties": [{"name": "Hai hộ liền kề"}],
    "participants": 4,
    "area": "Thôn Trung",
    "summary": "Tranh chấp lối đi.",
    "mediable": True,
    "severity": "complex_prolonged",
    "risk": False,
    "resolving_body": "mediation_team",
    "moves": [{"state": "resolving", "on": "2023-05-01"}],
}
WAY = ("registered", "monitored", "assessed", "submitted", "appraised")
DAYS = ("02-01", "04-01", "11-02", "11-03", "11-05")
TABLE = (
    "number,subject_kinds,name,legal_basis,valid_from,valid_to\n"
    "7,residential_area,Camera an ninh,Quyết định thử số 1,2023-01-01,\n"
)
GRADES = (
    "subject_kind,grade,min_points,legal_basis,valid_from,valid_to\n"
    "Khu dân cư,Xuất sắc,90,Quyết định thử số 2,2023-01-01,\n"
    "residential_area,good,70,Quyết định thử số 2,2023-01-01,\n"
)
WHOLE: Object = {
    "year": "2023",
    "subject_kind": "commune",
    "subject": "Xã Thử",
    "in_scope": True,
    "registered_on": "2023-02-01",
    "registration_documents": "Nghị quyết số 2-NQ/ĐU",
    "moves": [{"state": "registered", "on": "2023-02-01"}],
}


def area(name: str) -> Object:
    return {
        "name": name,
        "unit": f"{COMMUNE}@2023-12-31",
        "households": 120,
        "valid_from": "2001-04-01",
        "moves": [{"state": "active", "on": "2001-04-01"}],
    }


def file(name: str, place: str, *, passed: bool, **more: Any) -> Object:
    """Return the file of an area that was decided on."""
    moves = [{"state": one, "on": f"2023-{day}"} for one, day in zip(WAY, DAYS, strict=True)]
    moves.append({"state": "passed" if passed else "failed", "on": "2023-11-08"})
    given: Object = {
        "year": "2023",
        "subject_kind": "residential_area",
        "subject": name,
        "residential_area": place,
        "in_scope": True,
        "registered_on": "2023-02-01",
        "registration_documents": "Nghị quyết số 1-NQ/CB",
        "households_total": 120,
        "households_registered": 120,
        "criteria": [{"criterion": "KDC3e", "result": "met" if passed else "not_met"}],
        "meeting_on": "2023-11-02",
        "submitted_on": "2023-11-03",
        "submission_document": "1/TTr",
        "appraised_on": "2023-11-05",
        "result": "passed" if passed else "failed",
        "moves": moves,
    }
    decision = {
        "decision_number": "1/QĐ-UBND",
        "decision_on": "2023-11-08",
        "decision_level": "commune",
    }
    return {**given, **(decision if passed else {"fail_reasons": ["KDC3e"]}), **more}


def add(world: World, register: str, *values: Object) -> list[str]:
    """Save complete records and return their ids."""
    lines = "\n".join(map(json.dumps, values))
    saved = world.commune("record", "add", register, stdin=lines).document["saved"]
    assert all(one["complete"] for one in saved), saved
    return [str(one["id"]) for one in saved]


def evidence(world: World, record: str) -> dict[str, Object]:
    """Return what is proposed for each criterion of a file."""
    found = world.commune("record", "evidence", record).document["criteria"]
    return {one["criterion"]: one for one in found}


def test_a_dispute_an_officer_of_another_mind_and_the_seventy_of_a_hundred(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.secret.write_text("demo\n", encoding="utf-8")
    assert world.create(COMMUNE, "commune").code == 0
    names = ("Thôn Trung", "Thôn Đông", "Thôn Nam")
    places = dict(zip(names, add(world, "U2", *map(area, names)), strict=True))
    (dispute,) = add(world, "R02", DISPUTE)
    disputed, _ = add(
        world,
        "R07",
        file("Thôn Trung", places["Thôn Trung"], passed=True),
        file("Thôn Đông", places["Thôn Đông"], passed=True),
    )

    # The dispute proposes "not met"; the officer wrote the opposite and is told why.
    proposed = evidence(world, disputed)["KDC3e"]
    assert (proposed["proposed"], proposed["own"], proposed["contradicts"]) == (
        "not_met",
        "met",
        True,
    )
    assert [one["id"] for one in proposed["records"]] == [dispute]
    assert "1 vụ mâu thuẫn, tranh chấp phức tạp, kéo dài" in proposed["text"]
    told = world.at(COMMUNE, "record", "evidence", disputed).out
    assert "Chưa đạt" in told
    assert "Đạt (!)" in told
    assert "chưa xác minh" in told  # no table says which score has which grade
    assert world.commune("record", "show", disputed).document["revision"] == 1  # none was written

    # Two of three areas are less than 70 in a hundred, and one has not registered.
    (whole,) = add(world, "R07", WHOLE)
    assert evidence(world, whole)["XA4"]["proposed"] == "not_met"
    (last,) = add(world, "R07", file("Thôn Nam", places["Thôn Nam"], passed=False))
    found = evidence(world, whole)
    assert found["XA4"]["proposed"] == "not_met"
    assert found["XA4"]["text"].startswith("3 trên 3 đối tượng đăng ký; 2 được công nhận")
    # What an area did not meet the commune did not (Đ5.2).
    assert found["KDC3e"]["proposed"] == "not_met"
    assert last in {one["id"] for one in found["XA2"]["records"]}
    report = world.commune("report", "indicators", "--period", "TT124XA-2023").document
    (b77,) = (one for one in report["indicators"] if one["code"] == "B7.7")
    assert (b77["parts"]["recognised"], b77["parts"]["registered"]) == (2, 3)

    assert world.commune("record", "void", last, "--reason", "Ghi nhầm").code == 0
    add(world, "R07", file("Thôn Nam", places["Thôn Nam"], passed=True))
    assert evidence(world, whole)["XA4"]["proposed"] == "met"


def test_a_criterion_of_the_province_is_known_on_both_sides_or_refused(tmp_path: Path) -> None:
    world = make_world(tmp_path)
    table = tmp_path / "criteria.csv"
    table.write_text(TABLE, encoding="utf-8")
    assert world.commune("standard", "show").document == {"criteria": [], "grades": []}
    assert "Chưa có bảng." in world.at(COMMUNE, "standard", "show").out

    (place,) = add(world, "U2", area("Thôn Trung"))
    rows = [{"criterion": "LOCAL", "added": 7, "result": "met"}]
    (record,) = add(world, "R07", file("Thôn Trung", place, passed=True, criteria=rows))
    # Without the table the commune itself does not know number 7, and nothing is signed.
    export = ("bundle", "export", "--period", "TT124XA-2023", "-o", tmp_path)
    refused = world.commune(*export)
    assert refused.code == 3
    assert [one["rule"] for one in refused.document["problems"]] == ["rules.added_unknown"]
    taken = world.commune("standard", "import-criteria", table).document
    assert taken["criteria"][0]["number"] == "7"
    assert "Camera an ninh" in world.at(COMMUNE, "standard", "show").out
    (asked,) = world.commune("record", "evidence", record).document["added"]
    assert asked["name"] == "Camera an ninh"

    # An office that has no table says so, and takes the bundle once it has it.
    path = tmp_path / str(world.commune(*export).document["path"])
    (verdict,) = world.office("bundle", "import", "--rehearse", path).document["results"]
    assert {one["rule"] for one in verdict["reasons"]} == {"row_added"}
    assert world.office("standard", "import-criteria", table).code == 0
    (verdict,) = world.office("bundle", "import", path).document["results"]
    assert verdict["verdict"] == "accepted"
    seen = world.office("record", "evidence", record).document["criteria"]
    assert [one["own"] for one in seen if one["criterion"] == "KDC3e"] == [None]


def test_a_table_of_thresholds_gives_a_grade_and_changes_no_result(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.secret.write_text("demo\n", encoding="utf-8")
    assert world.create(COMMUNE, "commune").code == 0
    (place,) = add(world, "U2", area("Thôn Trung"))
    (record,) = add(world, "R07", file("Thôn Trung", place, passed=True, score_final="87,5"))
    before = world.commune("record", "evidence", record).document
    assert before["grade"]["proposed"] is None
    table = tmp_path / "grades.csv"
    table.write_text(GRADES, encoding="utf-8")
    assert len(world.commune("standard", "import-grades", table).document["grades"]) == 2
    after = world.commune("record", "evidence", record).document
    assert after["grade"]["proposed"] == "good"
    assert "87,5 điểm: từ 70 điểm trở lên theo Quyết định thử số 2." in after["grade"]["text"]
    assert (after["criteria"], after["result"]) == (before["criteria"], before["result"])
    table.write_text("a,b\n", encoding="utf-8")
    bad = world.commune("standard", "import-grades", table)
    assert (bad.code, bad.document["refused"]) == (3, "standard.bad_header")
    assert len(world.commune("standard", "show").document["grades"]) == 2


def test_only_files_of_the_standard_have_evidence(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.secret.write_text("demo\n", encoding="utf-8")
    assert world.create(COMMUNE, "commune").code == 0
    (record,) = add(world, "R02", DISPUTE)
    refused = world.commune("record", "evidence", record)
    assert (refused.code, refused.document["refused"]) == (3, "evidence.other_register")
