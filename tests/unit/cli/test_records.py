"""``record`` and ``search``."""

from __future__ import annotations

import json

from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE, World
from tests.unit.services.test_document_numbers import outgoing


def test_lines_are_saved_together_and_a_draft_is_said_to_be_one(world: World) -> None:
    lines = "\n".join(json.dumps(one) for one in (MODEL, {"name": "Dở dang"})) + "\n"
    result = world.commune("record", "add", "movement_models", stdin=lines)
    complete, draft = result.document["saved"]
    assert result.document["refused"] == []
    assert (complete["complete"], complete["revision"], complete["state"]) == (
        True,
        1,
        "maintained",
    )
    assert (draft["complete"], draft["number"], draft["state"]) == (False, None, "draft")
    assert {"field": "lead", "rule": "values.required"}.items() <= draft["problems"][2].items()


def test_one_bad_line_keeps_all_out_and_is_told_with_its_labels(world: World) -> None:
    bad = {"name": "A", "points": [{"number": 1, "started_on": "2023-13-01"}]}
    lines = f"{json.dumps(MODEL)}\n{json.dumps(bad)}\n"
    result = world.commune("record", "add", "R06", stdin=lines)
    assert (result.code, result.document["refused"]) == (3, "records.refused")
    first = result.document["problems"][0]
    assert (first["line"], first["field"]) == (2, "points[1].started_on")
    assert "Dòng 2: Điểm mô hình, dòng 1, Ngày ra mắt:" in result.err
    assert world.commune("record", "list", "R06").document["total"] == 0


def test_drafts_on_demand_and_from_a_file(world: World) -> None:
    file = world.folder / "model.json"
    file.write_text(json.dumps(MODEL, indent=2), encoding="utf-8")
    saved = world.commune("record", "add", "R06", file, "--draft").document["saved"]
    assert [one["complete"] for one in saved] == [False]
    missing = world.commune("record", "add", "R06", world.folder / "none")
    assert missing.document["refused"] == "files.cannot_read"


def test_a_record_is_shown_changed_and_its_history_told(world: World) -> None:
    record = world.add()
    number = world.commune("record", "show", record).document["number"]
    reason = ("--reason", "nhầm")
    saved = world.commune("record", "set", record, *reason, stdin='{"decision": null}').document
    assert saved["saved"][0]["revision"] == 2
    shown = world.commune("record", "show", f"R06/{number}").document
    assert "decision" not in shown["values"]
    assert (shown["revision"], shown["register"], shown["unit"]) == (
        2,
        "movement_models",
        COMMUNE,
    )
    revisions = world.commune("record", "history", record).document["revisions"]
    assert revisions[1]["changed"] == ["decision"]
    assert (revisions[1]["reason"], revisions[1]["author"]) == ("nhầm", "an")
    assert "Quyết định thành lập" in world.at(COMMUNE, "record", "history", record).out


def test_a_change_needs_a_reason_and_one_object(world: World) -> None:
    record = world.add()
    without = world.commune("record", "set", record, stdin='{"lead": "other"}')
    assert without.document["refused"] == "records.reason_needed"
    two = world.commune("record", "set", record, "--reason", "x", stdin="{}\n{}\n")
    assert two.document["refused"] == "records.bad_json"
    bad = world.commune("record", "set", record, "--reason", "x", stdin='{"lead": "Ai đó"}')
    assert bad.document["problems"][0]["rule"] == "values.choice"
    assert f"Hồ sơ {record}: Chủ trì:" in bad.err


def test_a_record_is_voided_and_a_draft_discarded(world: World) -> None:
    record = world.add()
    voided = world.commune("record", "void", record, "--reason", "nhầm").document
    assert voided["saved"][0]["id"] == record
    again = world.commune("record", "void", record, "--reason", "nhầm")
    assert again.document["refused"] == "records.voided"
    assert "Đã hủy" in world.at(COMMUNE, "record", "show", record).out
    draft = world.add(lead=None)
    gone = world.commune("record", "void", draft, "--reason", "nhầm")
    assert gone.document == {"saved": [], "refused": []}
    assert world.commune("record", "show", draft).document["refused"] == "records.unknown"


def test_values_are_shown_in_words(world: World) -> None:
    record = world.add()
    shown = world.at(COMMUNE, "record", "show", record).out
    assert "Chủ trì: Công an" in shown
    assert "Ngày thành lập: 01/02/2023" in shown
    assert "Xã, phường: Phường Quang Trung (13285)" in shown
    assert "Số thành viên: 1.200" in shown
    assert "Members: 1,200" in world.at(COMMUNE, "record", "show", record, "--lang", "en").out


def test_revealing_what_is_not_sealed(world: World) -> None:
    record = world.add()
    nothing = world.commune("record", "show", record, "--reveal", "--reason", "x")
    assert nothing.document["refused"] == "records.nothing_sealed"
    without = world.commune("record", "show", record, "--reveal")
    assert without.document["refused"] == "records.reason_needed"


def test_lists_are_narrowed(world: World) -> None:
    record = world.add()
    world.add(lead=None)
    rows = world.commune("record", "list", "R06", "--period", "DL-2023", "--state", "maintained")
    assert [one["id"] for one in rows.document["rows"]] == [record]
    assert world.commune("record", "list", "R06", "--overdue").document["total"] == 0
    table = world.at(COMMUNE, "record", "list", "R06").out
    assert "Bản nháp" in table
    assert "Tổng số: 2" in table
    for wrong, refused in (("--state", "records.unknown_state"), ("--period", "periods.unknown")):
        assert world.commune("record", "list", "R06", wrong, "x").document["refused"] == refused


TIP = {
    "received_by": "Trực ban mẫu",
    "source_kind": "denunciation",
    "channel": "phone",
    "origin_group": "people",
    "secrecy_request": "none",
    "summary": "Kể lại sự việc",
    "offence_field": "social_order",
    "urgency": "ordinary",
}


def test_limits_are_shown_with_what_is_not_known_of_them(world: World) -> None:
    days = ("2023-05-05", "2025-03-01")
    tips = [
        json.dumps({**TIP, "received_at": moment, "moves": [{"state": "received", "on": moment}]})
        for moment in (f"{day}T08:15+07:00" for day in days)
    ]
    saved = world.commune("record", "add", "R01", stdin="\n".join(tips)).document["saved"]
    shown = [world.commune("record", "show", one["id"]).document["deadlines"] for one in saved]
    assert [(one["code"], one["verified"]) for (one,) in shown] == [
        ("T2-T3", True),
        ("T2-T3", False),
    ]
    assert shown[0][0]["due"] == "2023-05-12T23:59+07:00"
    assert (shown[0][0]["met"], shown[0][0]["overdue"]) == (None, True)
    marked = "Chuyển nguồn tin (chưa xác minh)"
    lines = [world.at(COMMUNE, "record", "show", one["id"]).out for one in saved]
    assert "Chuyển nguồn tin: hạn 23:59 12/05/2023, quá hạn" in lines[0]
    assert f"{marked}: hạn 23:59 08/03/2025, quá hạn" in lines[1]
    late = world.commune("record", "list", "R01", "--overdue").document["rows"]
    assert [[limit["verified"] for limit in one["deadlines"]] for one in late] == [[True], [False]]
    assert marked in world.at(COMMUNE, "record", "list", "R01", "--overdue").out
    assert "deadlines" not in world.commune("record", "list", "R01").document["rows"][0]


def test_a_register_tells_its_limits_and_their_doubt(first_world: World) -> None:
    told = first_world.commune("registers", "R01").document["deadlines"]
    assert [(one["code"], one["start"], one["unverified_from"]) for one in told] == [
        ("T1", "received_at", "2025-03-01"),
        ("T2-T3", "received_at", "2025-03-01"),
        ("T9", "received_at", "2025-03-01"),
    ]
    text = first_world.at(COMMUNE, "registers", "R01").out
    assert "Tính từ ngày 01/03/2025 trở đi: chưa xác minh" in text
    assert (
        "For starts from 01/03/2025 on"
        in first_world.at(COMMUNE, "registers", "R01", "--lang", "en").out
    )
    assert "chưa xác minh" not in first_world.at(COMMUNE, "registers", "R06").out


def test_search_finds_without_marks(world: World) -> None:
    record = world.add()
    hits = world.commune("search", "tieng", "keng").document["hits"]
    assert [(one["id"], one["register"]) for one in hits] == [(record, "movement_models")]
    assert record in world.at(COMMUNE, "search", "tiếng kẻng").out
    assert world.office("search", "tieng keng").document == {"hits": []}


def test_an_unknown_record(first_world: World) -> None:
    for wanted in ("history", "show"):
        result = first_world.at(OFFICE, "record", wanted, "R06/1/2023", "--json")
        assert (result.code, result.document["refused"]) == (3, "records.unknown")


def test_missing_numbers_of_documents_are_listed(world: World) -> None:
    lines = "\n".join(json.dumps(outgoing(number)) for number in (2, 5, 5))
    assert world.commune("record", "add", "U5", stdin=lines).code == 0
    (book,) = world.commune("record", "gaps", "--year", "2023").document["books"]
    assert book == {
        "direction": "outgoing",
        "series": "committee_138",
        "year": 2023,
        "last": 5,
        "missing": [[1, 1], [3, 4]],
        "twice": [5],
    }
    shown = world.at(COMMUNE, "record", "gaps").out
    assert "1, 3–4" in shown
    assert world.commune("record", "gaps", "--year", "2022").document == {"books": []}
