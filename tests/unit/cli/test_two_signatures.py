"""Two signatures by commands alone, from the office's wish to the import."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE

if TYPE_CHECKING:
    from tests.unit.cli.driver import Result, World

OFFICER = ("--user", "mai")
HEAD = ("--user", "an")


def as_officer(world: World, *arguments: object, stdin: str = "") -> Result:
    return world.commune(*arguments, *OFFICER, stdin=stdin)


def as_head(world: World, *arguments: object) -> Result:
    return world.commune(*arguments, *HEAD)


def install(world: World, path: object) -> None:
    seen = world.office("identity", "show").document["ca_fingerprint"]
    installed = as_head(world, "identity", "install", path, "--fingerprint", seen)
    assert installed.code == 0


def make_ready(world: World) -> None:
    """Certify an officer of the commune, and let the office want two signatures at once."""
    secret = world.secret
    as_head(world, "user", "add", "mai", "--role", "officer", "--new-passphrase-file", secret)
    request = world.folder / "officer.antq"
    asked = as_officer(world, "identity", "request", "-o", request).document
    assert asked["role"] == "officer"
    today = world.at(OFFICE, "bundle", "policy").out
    assert "một chữ ký" in today
    chosen = world.office("bundle", "policy", "--signatures", "2", "--since", "2099-01-01")
    assert chosen.document == {
        "import_policy": "whole",
        "signatures": 2,
        "since": "2099-01-01",
    }
    issued = world.office(
        *("identity", "issue", request, "-o", world.folder / "directory-2.antq"),
        *("--fingerprint", asked["fingerprint"], "--ca-passphrase-file", secret),
    )
    assert issued.document["role"] == "officer"
    install(world, issued.document["path"])


def test_two_signatures_by_commands(world: World) -> None:
    make_ready(world)
    stick = world.folder / "stick"
    stick.mkdir()
    added = as_officer(world, "record", "add", "R06", stdin=json.dumps(MODEL))
    assert added.code == 0
    alone = as_head(world, "bundle", "export", "-o", stick)
    assert (alone.code, alone.document["refused"]) == (3, "submission.officer_first")

    export = ("bundle", "export", "--period", "DL-2023", "-o", stick)
    made = as_officer(world, *export).document["prepared"]
    assert (made["signers"], list(stick.iterdir())) == (["mai"], [])
    (row,) = as_officer(world, "bundle", "status").document["rows"]
    assert row["state"] == "prepared"
    told = world.at(COMMUNE, "bundle", "prepared", "--records", *HEAD).out
    for part in ("chờ thủ trưởng ký", "Tiếng kẻng an ninh", "→", "B6.1", made["digest"][:16]):
        assert part in told
    back = ("bundle", "send-back", made["digest"], "--text", "Thiếu mô hình ở tổ 5")
    assert as_officer(world, *back).document["refused"] == "users.head_only"
    assert as_head(world, *back).document["sent_back"]["text"] == "Thiếu mô hình ở tổ 5"
    assert "Thiếu mô hình" in world.at(COMMUNE, "bundle", "prepared", *OFFICER).out

    as_officer(world, "record", "add", "R06", stdin=json.dumps(MODEL))
    made = as_officer(world, *export).document["prepared"]
    seen = as_head(world, "bundle", "prepared", "--records").document["prepared"]
    assert seen["counts"]["movement_models"] == {"new": 2, "changed": 0, "voided": 0, "again": 0}
    assert {one["what"] for one in seen["records"]["movement_models"]} == {"new"}
    (figures,) = seen["figures"]
    counted = {one["code"]: one["after"] for one in figures["figures"]}
    assert counted["B6.1"] == {"value": 2, "denominator": None}

    wrong = as_head(world, "bundle", "countersign", "0" * 16)
    assert (wrong.code, wrong.document["refused"]) == (3, "submission.prepared_other")
    signed = as_head(world, "bundle", "countersign", made["digest"][:16]).document
    assert (signed["signers"], signed["sequence"]) == (["mai", "an"], 1)
    carried = as_head(world, *export).document
    assert carried["digest"] == made["digest"]
    assert carried["signers"] == ["mai", "an"]
    cover = world.folder / "cover.pdf"
    printed = as_head(world, "print", "bundle-cover", "--bundle", carried["path"], "-o", cover)
    assert printed.code == 0, printed.err

    shown = world.office("bundle", "show", carried["path"]).document
    people = (shown["signer"]["person"], shown["second_signer"]["person"])
    assert people == ("mai", "an")
    verified = world.at(OFFICE, "bundle", "verify", carried["path"]).out
    assert "mai ký trước, an ký sau" in verified
    taken = world.office("bundle", "import", carried["path"]).document["results"][0]
    assert taken["verdict"] == "accepted"
    done = as_head(world, "bundle", "prepared").document
    assert done == {"prepared": None, "sent_back": None}


def test_the_wish_of_an_office_is_checked(world: World) -> None:
    past = world.office("bundle", "policy", "--signatures", "2", "--since", "2020-01-01")
    assert (past.code, past.document["refused"]) == (3, "identity.policy_past")
    assert world.office("bundle", "policy", "--signatures", "3").code == 2
    assert world.commune("bundle", "prepared").document == {"prepared": None, "sent_back": None}
    none = world.commune("bundle", "countersign", "a" * 16)
    assert (none.code, none.document["refused"]) == (3, "submission.none_prepared")
    assert world.office("bundle", "prepared").document["refused"] == "workspace.commune_only"
