"""``bundle decide``, ``undo``, ``policy``, and ``backup restore`` with what is at hand."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.driver import COMMUNE, OFFICE, World

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pair(world: World) -> tuple[Path, Path]:
    """Return two bundles, the second built on the first, that the office has lost since."""
    kept = world.folder / "office-before"
    shutil.copytree(world.folder / OFFICE, kept)
    world.add()
    first = world.export()
    world.office("bundle", "import", first)
    (receipt,) = world.office("bundle", "export", "-o", world.folder).document["bundles"]
    world.commune("bundle", "import", receipt["path"])
    world.add()
    second = world.export()
    shutil.rmtree(world.folder / OFFICE)
    shutil.copytree(kept, world.folder / OFFICE)
    return first, second


def test_what_is_held_ends_with_three_and_the_release_is_listed(
    world: World, pair: tuple[Path, Path]
) -> None:
    first, second = pair
    for act in ("verify", "import"):
        held = world.office("bundle", act, second)
        (result,) = held.document["results"]
        assert (held.code, result["verdict"]) == (3, "held_gap")
        assert "bundle number 1" in result["content"] or "gói số 1" in result["content"]
        assert [one["rule"] for one in result["reasons"]] == ["base_missing"]
    rows = world.office("bundle", "status").document["rows"]
    assert [(one["state"], bool(one["text"])) for one in rows] == [("held_gap", True)]
    shown = world.at(OFFICE, "bundle", "status")
    assert "Tìm và nhập gói trước" in shown.out
    taken = world.office("bundle", "import", first)
    assert taken.code == 0
    assert [one["verdict"] for one in taken.document["results"]] == ["accepted", "accepted"]


def test_a_person_decides_with_a_reason(world: World, pair: tuple[Path, Path]) -> None:
    _, second = pair
    world.office("bundle", "import", second)
    name = world.office("bundle", "status").document["rows"][0]["bundle"]
    neither = world.office("bundle", "decide", name, "--reason", "thử")
    assert (neither.code, neither.document["refused"]) == (3, "decide.which")
    empty = world.office("bundle", "decide", name, "--take", "--reason", " ")
    assert (empty.code, empty.document["refused"]) == (3, "decide.reason_needed")
    aside = world.office("bundle", "decide", name, "--refuse", "--reason", "lập nhầm")
    assert (aside.code, aside.document["verdict"]) == (0, "refused")
    again = world.office("bundle", "import", second)
    assert (again.code, again.document["results"][0]["verdict"]) == (3, "refused")
    taken = world.office("bundle", "decide", name, "--take", "--reason", "đã hỏi")
    # Without the first one the figures of the period cannot come out.
    assert (taken.code, taken.document["results"][0]["verdict"]) == (0, "remarks")


def test_an_import_is_taken_back(world: World) -> None:
    world.add()
    path = world.export()
    digest = world.office("bundle", "show", path).document["digest"]
    world.office("bundle", "import", path)
    full = world.office("workspace", "show").document["digest"]
    would = world.office("bundle", "undo", digest[:8], "--rehearse").document
    assert (would["withdrawn"], would["digest"]) == (False, digest)
    assert would["records"] == {"movement_models": {"gone": 1, "earlier": 0}}
    assert world.office("workspace", "show").document["digest"] == full
    shown = world.at(OFFICE, "bundle", "undo", digest, "--rehearse")
    assert "Nếu rút lại:" in shown.out
    assert world.office("bundle", "undo", digest).document["withdrawn"] is True
    again = world.office("bundle", "undo", digest)
    assert (again.code, again.document["refused"]) == (3, "undo.not_in")
    (row,) = world.office("bundle", "status").document["rows"]
    assert row["state"] == "withdrawn"
    world.office("bundle", "import", path)
    assert world.office("workspace", "show").document["digest"] == full


def test_the_policy_is_chosen_and_shown(world: World) -> None:
    one = {"signatures": 1, "since": None}
    assert world.office("bundle", "policy").document == {"import_policy": "whole", **one}
    assert world.office("bundle", "policy", "rest").document == {"import_policy": "rest", **one}
    assert "dòng lỗi" in world.at(OFFICE, "bundle", "policy").out
    refused = world.commune("bundle", "policy")
    assert (refused.code, refused.document["refused"]) == (3, "workspace.office_only")


def test_a_disk_that_was_put_back_begins_a_new_chain(world: World) -> None:
    world.add()
    before = world.office("bundle", "show", world.export()).document["manifest"]["chain"]["id"]
    nothing = world.commune("backup", "restore")
    assert (nothing.code, nothing.document["refused"]) == (3, "backup.no_file")
    wrong = world.commune("backup", "restore", "--as-fork", "--last-in-book", "R06/x/2023")
    assert (wrong.code, wrong.document["refused"]) == (3, "backup.bad_book")
    last = ("--last-in-book", "R06/15/2023")
    shown = world.at(COMMUNE, "backup", "restore", "--as-fork", *last)
    assert shown.code == 0
    assert "Sổ R06 năm 2023: số cuối là 15" in shown.out
    manifest = world.office("bundle", "show", world.export()).document["manifest"]
    assert manifest["chain"]["id"] != before
    assert manifest["continues"]["chain"] == before
    assert manifest["continues"]["sequence"] == 1


def test_a_sound_bundle_is_held_returned_and_taken_after_all(world: World) -> None:
    world.add()
    path = world.export()
    both = world.office("bundle", "decide", path, "--hold", "--take", "--reason", "x")
    assert (both.code, both.document["refused"]) == (3, "decide.which")
    held = world.office("bundle", "decide", path, "--hold", "--reason", "chờ đối chiếu")
    assert (held.code, held.document["results"][0]["verdict"]) == (0, "held")
    assert "“chờ đối chiếu”" in held.document["results"][0]["reasons"][0]["text"]
    digest = world.office("bundle", "show", path).document["digest"]
    returned = world.office("bundle", "decide", digest, "--return", "--reason", "ghi lại")
    assert (returned.code, returned.document["results"][0]["verdict"]) == (0, "refused")
    (receipt,) = world.office("bundle", "export", "-o", world.folder).document["bundles"]
    world.commune("bundle", "import", receipt["path"])
    (row,) = world.commune("bundle", "status").document["rows"]
    assert row["state"] == "refused"
    taken = world.office("bundle", "decide", digest, "--take", "--reason", "đã rõ")
    assert (taken.code, taken.document["results"][0]["verdict"]) == (0, "accepted")
