"""``check-paper``: equal is 0, an older or unknown paper 3, no code a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.paper_codes import record_code

if TYPE_CHECKING:
    from tests.unit.cli.driver import World


def code_now(world: World, record: str) -> str:
    """Return the code of the record as it is stored now."""
    digest = world.commune("record", "show", record).document["digest"]
    number = world.commune("record", "show", record).document["revision"]
    return record_code(record, number, digest, practice=True).shown


def test_a_paper_is_equal_then_older_then_unknown(world: World) -> None:
    record = world.add()
    code = code_now(world, record)
    equal = world.commune("check-paper", code)
    assert (equal.code, equal.document["papers"][0]["state"]) == (0, "equal")
    change = world.folder / "change.json"
    change.write_text('{"name": "Tiếng kẻng"}', encoding="utf-8")
    assert world.commune("record", "set", record, change, "--reason", "Sửa tên").code == 0
    older = world.commune("check-paper", code)
    (paper,) = older.document["papers"]
    assert (older.code, paper["state"], paper["number"], paper["now"]) == (3, "older", 1, 2)
    assert paper["changed"] == ["name"]
    assert world.office("check-paper", code).document["papers"][0]["state"] == "unknown"
    refused = world.commune("check-paper", "ABCD-EFGH-JKMN")
    assert (refused.code, refused.document["refused"]) == (3, "paper.bad_code")
    picture = world.folder / "scan.png"
    picture.write_bytes(b"no picture")
    assert world.commune("check-paper", picture).document["refused"] == "paper.no_picture"
