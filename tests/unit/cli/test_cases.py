"""``bundle case | bodies | cases | case-answer``: the whole journey by commands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.cli.driver import COMMUNE, OFFICE
from tests.unit.services.attachments import photo
from tests.unit.services.paper_world import INFORMANT, report

if TYPE_CHECKING:
    from tests.unit.cli.driver import World

NAME = str(INFORMANT["full_name"])


def test_a_case_goes_and_its_answer_comes_back_by_commands(world: World) -> None:
    added = world.commune("record", "add", "crime_reports", stdin=json.dumps(report()))
    record = added.document["saved"][0]["id"]
    world.commune("record", "attach", record, photo(world.folder), "--reason", "Ảnh")
    (body,) = world.commune("bundle", "bodies").document["bodies"]
    assert body["sealed"] is True
    send = ("bundle", "case", "R01/1/2023", "--to", body["unit"], "-o", world.folder)
    assert world.commune(*send, "--reason", " ").document["refused"] == "queries.text_needed"
    sent = world.commune(
        *send,
        *("--reason", "Theo thẩm quyền", "--number", "7/PC", "--on", "2024-01-15"),
        *("--history", "--seal-reason", "Cần gặp người báo tin"),
    )
    assert sent.document["kind"] == "case"
    shown = world.office("bundle", "show", sent.document["path"])
    assert shown.document["kind"] == "case"
    taken = world.office("bundle", "import", sent.document["path"]).document["results"][0]
    assert taken["verdict"] == "accepted"
    assert all(taken[name] for name in ("content", "signer", "time"))
    (case,) = world.office("bundle", "cases").document["received"]
    assert (case["number"], case["reason"]) == ("7/PC", "Theo thẩm quyền")
    named = case["case"][:12]
    assert world.office("bundle", "cases", named).document["records"][0]["sealed"] == 2
    found = world.office("bundle", "cases", named, "1").document
    assert (found["revisions"], "informant" in found["values"]) == (2, False)
    assert NAME not in world.at(OFFICE, "bundle", "cases", named, "1").out
    reveal = ("bundle", "cases", named, "1", "--reveal")
    assert world.office(*reveal).document["refused"] == "records.reason_needed"
    seen = world.office(*reveal, "--reason", "Phân công").document
    assert seen["values"]["informant"]["full_name"] == NAME
    for paper in ("form", "slip"):
        out = world.folder / f"{paper}.pdf"
        made = world.office("bundle", "cases", named, "1", "--paper", paper, "-o", out)
        assert made.document["pages"] >= 1
        assert out.read_bytes().startswith(b"%PDF")
    copy = world.office(
        *("bundle", "cases", named, "1", "--file", "1", "--reason", "Xem ảnh", "-o", world.folder)
    )
    assert copy.document["path"].endswith(".jpg")
    lost = world.office("bundle", "cases", named, "1", "--file", "1")
    assert lost.document["refused"] == "cases.needs_out"
    answer = ("bundle", "case-answer", named)
    assert world.office(*answer, "again", "-o", world.folder).document["refused"] == (
        "cases.not_answered"
    )
    world.office(*answer, "take", "--text", "Đã phân công", "-o", world.folder)
    receipt = world.office(*answer, "again", "-o", world.folder).document["path"]
    assert world.commune("bundle", "import", receipt).code == 0
    (handed,) = world.commune("record", "history", record).document["cases"]
    assert (handed["answer"], handed["text"]) == ("taken", "Đã phân công")
    assert "“Đã phân công”" in world.at(COMMUNE, "record", "history", record).out
    assert "“Đã phân công”" in world.at(COMMUNE, "bundle", "cases").out
