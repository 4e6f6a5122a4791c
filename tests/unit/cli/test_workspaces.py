"""``workspace``, ``user``, ``units`` and ``registers``."""

from __future__ import annotations

import pytest

from antq_desktop.assets import asset
from tests.unit.cli.driver import COMMUNE, DAY, OFFICE, PASSPHRASE, PROGRAM, World, command


def test_create_shows_what_was_made(first_world: World) -> None:
    document = first_world.commune("workspace", "show").document
    assert document["unit"] == {
        "code": COMMUNE,
        "valid_from": None,
        "name": "Phường Quang Trung",
    }
    assert (document["role"], document["class"]) == ("commune", "practice")
    names = [register.name for register in PROGRAM.catalogue.registers]
    nothing = {"records": 0, "drafts": 0, "voided": 0}
    assert document["counts"] == dict.fromkeys(names, nothing)
    assert len(document["digest"]) == len(document["journal"]["head"]) == 64
    assert document["schema"] >= 1


def test_a_workspace_is_shown_to_a_person(first_world: World) -> None:
    shown = first_world.at(COMMUNE, "workspace", "show")
    assert "Công an cấp xã" in shown.out
    assert "Chỉ huy" in shown.out
    assert "Head" in first_world.at(COMMUNE, "workspace", "show", "--lang", "en").out


def test_a_workspace_is_not_made_twice(world: World) -> None:
    (world.folder / f"{COMMUNE}.sheet").unlink()
    assert world.create(COMMUNE, "commune").document["refused"] == "workspace.exists"
    assert not (world.folder / f"{COMMUNE}.sheet").exists()


def test_a_unit_must_exist_on_its_day(world: World) -> None:
    result = world.create("99999", "commune")
    assert (result.code, result.document["refused"]) == (3, "units.unknown")


def test_a_short_passphrase_is_for_practice_only(world: World) -> None:
    result = world.at(
        "real",
        *("workspace", "create", "--role", "commune", "--unit", f"{COMMUNE}@{DAY}"),
        *("--user", "an", "--recovery-sheet", world.folder / "real.sheet", "--json"),
    )
    assert (result.code, result.document["refused"]) == (3, "passphrase.short")


def test_the_sheet_is_for_its_owner_alone_and_never_written_over(world: World) -> None:
    sheet = world.folder / f"{COMMUNE}.sheet"
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert "AGE-SECRET-KEY-1" in sheet.read_text(encoding="utf-8")
    (world.folder / "13288.sheet").write_text("mine", encoding="utf-8")
    assert world.create("13288", "commune").document["refused"] == "files.exists"
    assert (world.folder / "13288.sheet").read_text(encoding="utf-8") == "mine"
    assert not (world.folder / "13288").exists()


def test_the_sheet_is_shown_once_and_never_in_json(world: World) -> None:
    create = ("workspace", "create", "--role", "commune", "--unit", f"{COMMUNE}@{DAY}")
    wanted = (*create, "--user", "an", "--practice")
    refused = world.at("new", *wanted, "--json")
    assert refused.code == 2
    assert not (world.folder / "new").exists()
    made = world.at("new", *wanted)
    assert made.code == 0
    assert "AGE-SECRET-KEY-1" in made.err
    assert "AGE-SECRET-KEY-1" not in made.out


def test_the_sheet_lets_its_holder_in(world: World) -> None:
    record = world.add()
    sheet = ("--recovery-file", world.folder / f"{COMMUNE}.sheet")
    document = world.commune("workspace", "recover", *sheet, "--user", "mai").document
    assert document["users"] == [
        {"name": "an", "role": "head"},
        {"name": "mai", "role": "head"},
    ]
    assert world.commune("record", "show", record, "--user", "mai").code == 0


def test_a_sheet_may_be_typed_from_paper(world: World) -> None:
    saved = (world.folder / f"{COMMUNE}.sheet").read_text(encoding="utf-8")
    secret = saved[saved.index("AGE-SECRET-KEY-1") :].split()[0].removeprefix("AGE-SECRET-KEY-1")
    groups = [secret[at : at + 4].lower() for at in range(0, len(secret), 4)]
    typed = world.folder / "typed"
    text = "\r\n".join(["age-secret-key-1", " ".join(groups[:8]), " ".join(groups[8:])])
    typed.write_text(f"\ufeffMã khôi phục:\r\n{text}\r\nhết", encoding="utf-8")
    document = world.commune("workspace", "recover", "--recovery-file", typed, "--user", "mai")
    assert document.code == 0


def test_a_sheet_opens_nothing_where_nothing_is(world: World) -> None:
    sheet = ("--recovery-file", world.folder / f"{COMMUNE}.sheet", "--user", "mai", "--json")
    result = world.at("nowhere", "workspace", "recover", *sheet)
    assert (result.code, result.document["refused"]) == (3, "store.missing")
    assert not (world.folder / "nowhere").exists()


@pytest.mark.parametrize("text", ["AGE-SECRET-KEY-1ABC", f"AGE-SECRET-KEY-1{'Q' * 58}", "nothing"])
def test_another_sheet_lets_nobody_in(world: World, text: str) -> None:
    sheet = world.folder / "other.sheet"
    sheet.write_text(text, encoding="utf-8")
    result = world.commune("workspace", "recover", "--recovery-file", sheet, "--user", "mai")
    assert (result.code, result.document["refused"]) == (3, "users.wrong_recovery")


def test_users_are_added_by_the_head_and_change_their_passphrase(world: World) -> None:
    other = world.folder / "other"
    other.write_text("other", encoding="utf-8")
    added = world.commune(
        "user", "add", "mai", "--role", "officer", "--new-passphrase-file", world.secret
    )
    assert added.document == {"name": "mai", "role": "officer"}
    changed = world.at(
        COMMUNE, "user", "passphrase", "--user", "mai", "--new-passphrase-file", other
    )
    assert changed.code == 0
    as_mai = ("--user", "mai", "--passphrase-file", other)
    listed = world.commune("user", "list", *as_mai).document
    assert [one["name"] for one in listed["users"]] == ["an", "mai"]
    refused = world.commune(
        "user", "add", "x", "--role", "head", "--new-passphrase-file", other, *as_mai
    )
    assert refused.document["refused"] == "users.head_only"


def test_the_last_user_is_taken_where_none_is_named(world: World) -> None:
    new = ("--role", "officer", "--new-passphrase-file", world.secret)
    world.commune("user", "add", "mai", *new)
    assert world.commune("user", "list", "--user", "mai").code == 0
    refused = world.commune("user", "add", "x", *new)
    assert refused.document["refused"] == "users.head_only"


def test_a_new_passphrase_comes_from_the_environment(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTQ_NEW_PASSPHRASE", "other")
    assert world.commune("user", "passphrase").code == 0
    assert PASSPHRASE != "other"
    assert world.commune("user", "list").document["refused"] == "users.wrong_passphrase"


def test_units_are_listed_for_a_day(first_world: World) -> None:
    listed = first_world.office("units", "list", "--at", DAY).document
    assert listed["at"] == DAY
    own = next(one for one in listed["units"] if one["code"] == COMMUNE)
    assert own["name"] == "Phường Quang Trung"
    assert "Phường Quang Trung" in first_world.at(OFFICE, "units", "list", "--at", DAY).out


def test_units_are_replaced_by_the_office_alone(world: World) -> None:
    shipped = asset("data", "units", "hanam-2023.csv").read_text(encoding="utf-8")
    file = world.folder / "mine.csv"
    file.write_text(shipped, encoding="utf-8")
    assert world.office("units", "import", file).document["version"] == "mine"
    refused = world.commune("units", "import", file)
    assert (refused.code, refused.document["refused"]) == (3, "workspace.office_only")


def test_a_unit_is_shown_with_what_it_was_and_what_is_not_verified(first_world: World) -> None:
    shown = first_world.office("units", "show", "13291", "--at", "2025-07-01").document
    assert (shown["name"], shown["before"][0]["name"]) == (
        "Phường Phù Vân",
        "Phường Lê Hồng Phong",
    )
    assert (shown["before"][0]["kind"], shown["before"][0]["verified"]) == ("code_only", False)
    assert shown["police_above"]["code"] == "37"
    lines = first_world.at(OFFICE, "units", "show", "13291", "--at", "2025-07-01").out
    assert "trước 01/07/2025: Phường Lê Hồng Phong (13291)" in lines
    assert "chưa xác minh địa bàn" in lines
    old = first_world.office("units", "show", f"{COMMUNE}@{DAY}").document
    assert (old["at"], old["police_above"]["code"]) == ("2025-06-30", "35")
    assert old["after"][0]["valid_from"] == "2025-07-01"
    ended = first_world.office("units", "show", "13288").document
    assert (ended["valid_to"], ended["after"]) == ("2025-01-01", [])
    assert first_world.office("units", "show", "99999").document["refused"] == "units.unknown"
    listed = first_world.at(OFFICE, "units", "list", "--at", "2025-07-01").out
    assert "trước 01/07/2025: Xã Đạo Lý – chưa xác minh địa bàn" in listed


def test_files_beside_the_units_are_imported_with_them_or_refused_by_their_line(
    world: World,
) -> None:
    first, second, bodies = (
        asset("data", "units", f"{name}.csv").read_text(encoding="utf-8")
        for name in ("hanam-2023", "ninh-binh-2025", "hanam-police")
    )
    text = first + second.partition("\n")[2]
    units, links = world.folder / "mine.csv", world.folder / "links.csv"
    units.write_text(text, encoding="utf-8")
    header = "from,to,kind,on,verified,basis,note\n"
    links.write_text(
        f"{header}13579,13579@2025-07-01,renamed,2025-07-01,1,NQ mẫu,\n", encoding="utf-8"
    )
    police = world.folder / "police.csv"
    police.write_text(bodies, encoding="utf-8")
    done = world.office("units", "import", units, "--succession", links, "--police", police)
    assert (done.document["succession"], done.document["police"]) == (1, 6)
    shown = world.office("units", "show", "13579", "--at", "2025-07-01").document
    assert [one["verified"] for one in shown["before"]] == [True]
    links.write_text(
        f"{header}13579,13579@2025-07-01,renamed,2025-07-02,1,NQ mẫu,\n", encoding="utf-8"
    )
    refused = world.office("units", "import", units, "--succession", links)
    assert (refused.code, refused.document["refused"]) == (3, "succession.days")
    assert "2" in refused.document["message"]


def test_registers_need_no_workspace() -> None:
    listed = command("registers", "--json").document
    names = {one["code"]: one["name"] for one in listed["registers"]}
    assert names == {one.code: one.name for one in PROGRAM.catalogue.registers}
    assert names["R01"] == "crime_reports"


def test_a_register_names_fields_codes_and_what_travels() -> None:
    document = command("registers", "R06", "--json").document
    fields = {one["name"]: one for one in document["fields"]}
    assert fields["decision"]["travel"] == "private"
    assert fields["lead"]["values"][0] == {
        "code": "police",
        "label": "Công an",
        "from": None,
        "to": None,
        "verified": True,
    }
    assert "started_on" in [one["name"] for one in fields["points"]["columns"]]
    assert document["states"][0]["code"] == "surveyed"
    assert "points.started_on" in command("registers", "movement_models").out


def test_a_register_that_is_not_there() -> None:
    result = command("registers", "R99", "--json")
    assert (result.code, result.document["refused"]) == (3, "records.unknown_register")
