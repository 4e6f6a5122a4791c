"""``report``, ``backup``, ``check`` and ``demo``."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

from antq_desktop.domain.catalogue import Catalogue
from antq_desktop.domain.indicators import Figure
from tests.unit.cli.driver import COMMUNE, OFFICE, PROGRAM, World, command


def test_indicators_by_unit_and_the_records_behind_one(world: World) -> None:
    record = world.add()
    report = ("report", "indicators", "--period", "DL-2023")
    document = world.commune(*report, "--by-unit").document
    assert document["period"] == {"code": "DL-2023", "from": "2023-01-01", "to": "2023-12-31"}
    figures = {one["code"]: one for one in document["indicators"]}
    assert (figures["B6.1"]["value"], figures["B6.1"]["records"]) == (1, 1)
    assert figures["B6.5"]["parts"] == {"groups": 2, "members": 1200, "households": 50}
    assert [one["unit"] for one in figures["B6.1"]["units"]] == [COMMUNE]
    assert list(document["as_of"].values()) == [1]
    behind = world.commune(*report, "--records", "B6.1").document["records"]
    assert [(one["id"], one["register"]) for one in behind] == [(record, "movement_models")]
    shown = world.at(COMMUNE, *report, "--by-unit").out
    assert "Số thành viên" in shown
    assert "1.200" in shown


def test_parts_are_in_the_order_of_the_declaration_and_only_those_there_are(world: World) -> None:
    award = {
        "recipient_kind": "area",
        "recipient_collective": "Thôn 1",
        "award": "commendation",
        "level": "commune",
        "kind": "emulation",
        "theme": "movement",
        "achievement": "Dẫn đầu phong trào.",
        "decision_number": "01/QĐ-UBND",
        "decided_on": "2023-03-01",
        "moves": [{"state": "decided", "on": "2023-03-01"}],
    }
    other = {**award, "award": "certificate", "level": "province"}
    lines = "\n".join(json.dumps(one) for one in (award, other))
    assert world.commune("record", "add", "R10", stdin=lines).code == 0
    shown = world.at(COMMUNE, "report", "indicators", "--period", "DL-2023").out
    certificate = shown.index("Bằng khen của Bộ, tỉnh – Tập thể – Tỉnh")
    assert certificate < shown.index("Giấy khen – Tập thể – Xã")
    assert "Giấy khen – Cá nhân" not in shown


def test_indicators_of_a_unit_are_those_of_all_below_it(world: World) -> None:
    world.add()
    world.office("bundle", "import", world.export())
    report = ("report", "indicators", "--period", "DL-2023", "--unit")
    values = {
        unit: {
            one["code"]: one["value"] for one in world.office(*report, unit).document["indicators"]
        }["B6.1"]
        for unit in (OFFICE, COMMUNE, "13288")
    }
    assert values == {OFFICE: 1, COMMUNE: 1, "13288": 0}


def test_a_report_that_cannot_be_counted(first_world: World) -> None:
    report = ("report", "indicators", "--period")
    assert first_world.office(*report, "X-2023").document["refused"] == "periods.unknown"
    none = first_world.office(*report, "DL-2023", "--records", "B99")
    assert (none.code, none.document["refused"]) == (3, "indicators.unknown")


def test_a_backup_is_made_verified_and_restored(world: World) -> None:
    record = world.add()
    made = world.commune("backup", "create", world.folder / "stick").document
    assert (made["verified"], made["revisions"]) == ("opened", 1)
    by_digests = command("backup", "verify", made["path"], "--home", world.folder / "x", "--json")
    assert by_digests.document["verified"] == "digests"
    assert world.commune("backup", "verify", made["path"]).document["verified"] == "opened"
    assert "Đã mở thử" in world.at(COMMUNE, "backup", "create").out
    restored = world.at("new", "backup", "restore", made["path"], "--json")
    assert restored.document["sha256"] == made["sha256"]
    assert world.at("new", "record", "show", record).code == 0
    again = world.at("new", "backup", "restore", made["path"], "--json")
    assert (again.code, again.document["refused"]) == (3, "backup.not_empty")


def test_the_sheet_restores_what_no_passphrase_opens(world: World) -> None:
    record = world.add()
    made = world.commune("backup", "create", world.folder / "stick").document
    sheet = ("--recovery-file", world.folder / f"{COMMUNE}.sheet")
    restore = ("backup", "restore", made["path"], "--json")
    nobody = world.at("new", *restore, *sheet)
    assert (nobody.code, nobody.document["refused"]) == (3, "users.bad_name")
    new = world.folder / "new-passphrase"
    new.write_text("another", encoding="utf-8")
    as_mai = ("--user", "mai", "--passphrase-file", new)
    assert world.at("new", *restore, *sheet, *as_mai).code == 0
    assert world.at("new", "record", "show", record, *as_mai).code == 0


def test_a_restore_that_cannot_be_finished_leaves_nothing_to_open(world: World) -> None:
    made = world.commune("backup", "create", world.folder / "stick").document
    wrong = world.folder / "wrong"
    wrong.write_text("wrong", encoding="utf-8")
    restore = ("backup", "restore", made["path"], "--json")
    refused = world.at("new", *restore, "--passphrase-file", wrong)
    assert refused.document["refused"] == "users.wrong_passphrase"
    assert world.at("new", "user", "list", "--json").document["refused"] == "store.missing"
    assert world.at("new", *restore).code == 0


def test_a_backup_that_is_none(world: World) -> None:
    missing = world.commune("backup", "verify", world.folder / "none")
    assert (missing.code, missing.document["refused"]) == (3, "backup.missing")
    restore = world.at("new", "backup", "restore", world.secret, "--json")
    assert restore.document["refused"] == "backup.not_one"


def test_a_sound_workspace_passes_its_check(world: World) -> None:
    world.commune("backup", "create")
    for command_line in (("check",), ("check", "--rebuild")):
        result = world.commune(*command_line)
        assert result.code == 0, result.out
        assert all(one["ok"] and one["action"] is None for one in result.document["checks"])
    assert "Tốt." in world.at(COMMUNE, "check").out


def test_a_check_that_finds_something_says_what_to_do(world: World) -> None:
    world.create("13288", "commune")
    result = world.at("13288", "check", "--json")
    found = {one["name"]: one for one in result.document["checks"] if not one["ok"]}
    assert result.code == 3
    assert found["certificate"]["action"]


def test_the_demonstration_ends_with_equal_figures(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    arguments = ("demo", folder, "--communes", "1", "--records", "3")
    result = command(*arguments, "--json")
    assert result.code == 0
    document = result.document
    assert [one["role"] for one in document["workspaces"]] == ["office", "office", "commune"]
    assert all(Path(path).is_file() for path in [*document["bundles"], document["ca"]])
    assert {one["equal"] for one in document["figures"]} == {True}
    assert {one["published"] for one in document["figures"]} == {None}
    again = command(*arguments, "--json")
    assert (again.code, again.document["refused"]) == (3, "demo.not_empty")


def test_a_figure_that_differs_between_two_levels_is_our_fault(tmp_path: Path) -> None:
    """An indicator that counts something else each time is told apart, and the code is 4."""
    turns = itertools.count()
    register = PROGRAM.catalogue.by_name["awards"]
    first, *others = register.indicators
    crooked = replace(first, count=lambda _books: Figure(next(turns)))
    registers = tuple(
        replace(one, indicators=(crooked, *others)) if one is register else one
        for one in PROGRAM.catalogue.registers
    )
    program = replace(PROGRAM, catalogue=Catalogue(PROGRAM.catalogue.version, registers))
    arguments = ("demo", tmp_path / "demo", "--communes", "1", "--records", "2", "--json")
    result = command(*arguments, program=program)
    assert result.code == 4
    wrong = [one["indicator"] for one in result.document["figures"] if not one["equal"]]
    assert wrong == [crooked.code]


def test_a_demonstration_with_too_many_communes(tmp_path: Path) -> None:
    result = command("demo", tmp_path / "x", "--communes", "999", "--json")
    assert (result.code, result.document["refused"]) == (3, "demo.communes")
    assert not (tmp_path / "x").exists()


def test_a_demonstration_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = command("demo", tmp_path / "file" / "x", "--json")
    assert (result.code, result.document["refused"]) == (3, "files.cannot_write")


def test_late_entries_versions_and_changes_are_told(world: World) -> None:
    of_march = {
        "established_on": "2023-03-05",
        "status": "new",
        "moves": [{"state": "new", "on": "2023-03-05"}],
    }
    record = world.add(**of_march)
    march = ("--period", "DL-2023-03")
    assert world.commune("bundle", "export", *march, "-o", world.folder).code == 0
    assert world.commune("record", "void", record, "--reason", "nhập nhầm").code == 0
    document = world.commune("report", "indicators", *march).document
    assert "B6.2" in {one["code"] for one in document["changed"]}
    assert "Đã thay đổi sau khi chốt" in world.at(COMMUNE, "report", "indicators", *march).out
    made = world.commune("report", "correct", *march, "--reason", "một hồ sơ nhập nhầm").document
    assert made["version"] == 2
    (changed,) = (one for one in made["changed"] if one["code"] == "B6.2")
    assert (changed["before"]["value"], changed["after"]["value"]) == (1, 0)
    again = world.commune("report", "correct", *march, "--reason", "lần nữa")
    assert (again.code, again.document["refused"]) == (3, "reports.unchanged")
    versions = world.commune("report", "versions", *march).document["versions"]
    assert [one["version"] for one in versions] == [1, 2]
    assert "B6.2: 1 → 0" in world.at(COMMUNE, "report", "versions", *march).out
    world.add(**of_march)
    april = ("report", "indicators", "--period", "DL-2023-04")
    figures = {one["code"]: one for one in world.commune(*april).document["indicators"]}
    assert figures["B6.2"]["value"] == 0
    assert figures["B6.2"]["late"] == {"value": 1, "denominator": None, "parts": {}, "records": 1}
    assert figures["B6.1"]["late"] is None
    assert "Bổ sung kỳ trước" in world.at(COMMUNE, *april).out
    none = ("report", "versions", "--period", "DL-2023-04")
    assert "chưa chốt" in world.at(COMMUNE, *none).out


def test_sentences_and_controls_of_a_period(world: World) -> None:
    world.add()
    year = ("--period", "DL-2023")
    said = {
        one["code"]: one
        for one in world.commune("report", "sentences", *year).document["sentences"]
    }
    assert said["S4"]["text"].startswith("Duy trì hoạt động hiệu quả 1 mô hình")
    assert (said["S5"]["text"], said["S5"]["missing"]) == (None, [])  # a ward, which is not asked
    shown = world.at(COMMUNE, "report", "sentences", "--period", "DL-2023-03").out
    assert "Thiếu số liệu: B7.1, B7.2, B7.3, B7.4, B7.5." in shown
    controls = world.commune("report", "controls", *year).document
    assert controls["controls"] == []
    assert "Không có điểm nào phải xem." in world.at(COMMUNE, "report", "controls", *year).out


def test_settings_are_shown_and_chosen_at_the_office(world: World) -> None:
    assert world.office("report", "switches").document["switches"]["minors"] == "included"
    chosen = world.office("report", "switches", "--set", "minors=left_out").document
    assert chosen["switches"]["minors"] == "left_out"
    refused = world.office("report", "switches", "--set", "minors=perhaps")
    assert (refused.code, refused.document["refused"]) == (3, "switches.unknown")
    assert "không kể người dưới 18 tuổi" in world.at(OFFICE, "report", "switches").out
    shown = world.at(OFFICE, "report", "indicators", "--period", "DL-2023").out
    assert "(không kể người dưới 18 tuổi)" in shown
