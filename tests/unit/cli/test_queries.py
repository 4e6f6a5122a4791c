"""``bundle query | queries | settle | terms``, and the correction that ``bundle export`` makes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.cli.driver import COMMUNE, OFFICE

if TYPE_CHECKING:
    from tests.unit.cli.driver import World

TEXT = "Đề nghị kiểm tra ngày thành lập."


def test_a_record_goes_down_and_comes_back_by_commands(world: World) -> None:
    first, second = world.add(), world.add(name="Camera an ninh")
    world.office("bundle", "import", world.export())
    assert world.office("bundle", "terms").document == {"terms": {}}
    assert world.office("bundle", "terms", "all", 10).document == {"terms": {"all": 10}}
    lines = world.folder / "lines"
    rows = [{"record": one, "text": TEXT, "field": "established_on"} for one in (first, second)]
    lines.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    asked = world.office("bundle", "query", "--lines", lines, "-o", world.folder).document
    ids = [one["id"] for one in asked["queries"]]
    assert [one["due"] is not None for one in asked["queries"]] == [True, True]
    (path,) = asked["bundles"]
    assert path.endswith("-query.antq")
    shown = world.office("bundle", "show", path).document
    assert shown["kind"] == "query"
    heard = world.commune("bundle", "import", path)
    assert heard.document["results"][0]["verdict"] == "accepted"
    todo = world.commune("bundle", "queries", "--open").document["queries"]
    assert {(one["record"], one["state"]) for one in todo} == {(first, "open"), (second, "open")}
    assert f"“{TEXT}”" in world.at(COMMUNE, "bundle", "queries").out
    change = json.dumps({"established_on": "2023-01-31"})
    world.commune("record", "set", first, "--reason", "ghi nhầm", stdin=change)
    world.commune("bundle", "settle", ids[1], "answer", "--text", "Đã đối chiếu, ghi đúng.")
    sent = world.commune("bundle", "export", "-o", world.folder).document
    assert sent["kind"] == "correction"
    assert world.office("bundle", "import", sent["path"]).code == 0
    found = world.office("bundle", "queries").document["queries"]
    assert {one["id"]: one["state"] for one in found} == dict(
        zip(ids, ("closed", "answered"), strict=True)
    )
    assert "“Đã đối chiếu, ghi đúng.”" in world.at(OFFICE, "bundle", "queries").out
    again = world.office("bundle", "settle", ids[1], "again", "--text", "Gửi bản chụp sổ.")
    states = [one["state"] for one in again.document["queries"]]
    assert sorted(states) == ["again", "asked", "closed"]
    newest = again.document["queries"][0]["id"]
    world.office("bundle", "settle", newest, "withdraw")
    # A receipt and no query: what was withdrawn was never told.
    bundles = world.office("bundle", "export", "-o", world.folder).document["bundles"]
    assert [one["kind"] for one in bundles] == ["receipt"]


def test_wrong_use_is_refused_in_one_sentence(world: World) -> None:
    record = world.add()
    world.office("bundle", "import", world.export())
    bad = world.folder / "bad"
    bad.write_text('{"record": 1, "text": "x"}', encoding="utf-8")
    for arguments, rule in (
        (("query",), "which"),
        (("query", record, "--lines", bad), "which"),
        (("query", "--lines", bad), "bad_line"),
        (("query", record, "--text", "x", "--due", "mai"), "bad_line"),
        (("query", record), "text_needed"),
        (("query", record, "--text", "x" * 501), "text_long"),
        (("query", record, "--text", "x", "--field", "wings"), "no_field"),
        (("settle", record, "accept"), "unknown"),
        (("settle", record, "again", "--text", "x"), "unknown"),
    ):
        refused = world.office("bundle", *arguments)
        assert (refused.code, refused.document["refused"]) == (3, f"queries.{rule}")
    assert world.commune("bundle", "query", record).document["refused"] == "workspace.office_only"
