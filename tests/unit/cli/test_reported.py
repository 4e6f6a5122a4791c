"""Who has reported and due dates, by commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.cli.driver import World


def test_due_dates_and_the_matrix_with_its_files(world: World) -> None:
    world.add()
    assert world.office("bundle", "import", world.export()).code == 0
    theirs = ("record", "list", "R06", "--unit")
    assert world.office(*theirs, "13285@2023-12-31").document["total"] > 0
    assert world.office(*theirs, "13288@2023-12-31").document["total"] == 0
    assert world.office(*theirs, "99999").document["refused"] == "units.unknown"
    assert world.office("bundle", "due").document == {"due": []}
    assert world.office("bundle", "due", "DL-Y").document["refused"] == "due.needs_value"
    assert (
        world.office("bundle", "due", "DL-Y", "5", "--none").document["refused"]
        == "due.needs_value"
    )
    assert world.office("bundle", "due", "DL-Y", "5").document == {
        "due": [{"of": "DL-Y", "due": "5"}]
    }
    world.office("bundle", "due", "DL-2023", "2026-01-31")
    found = world.office("bundle", "status", "--matrix").document
    (period,) = found["periods"]
    assert (period["code"], period["told"], period["owed"]) == ("DL-2023", 1, 21)
    states = {row["unit"]: row["cells"][0]["state"] for row in found["rows"]}
    assert states["13285"] in {"reported", "late"}
    assert set(states.values()) - {"reported", "late"} <= {"waiting", "overdue"}
    book, paper = world.folder / "bang.xlsx", world.folder / "bang.pdf"
    only = ("--period", "DL-Q-2023", "--office", "347", "--state", "waiting")
    saved = world.office("bundle", "status", *only, "-o", book)
    assert saved.document["path"] == str(book)
    assert len(saved.document["periods"]) == 4
    assert book.read_bytes()[:2] == b"PK"
    assert world.office("bundle", "status", "--matrix", "-o", paper).code == 0
    assert paper.read_bytes()[:5] == b"%PDF-"
    again = world.office("bundle", "status", "--matrix", "-o", paper)
    assert again.document["refused"] == "files.exists"
    other = world.office("bundle", "status", "-o", world.folder / "bang.csv")
    assert other.document["refused"] == "files.unknown_kind"
    world.office("bundle", "due", "DL-2023", "--none")
    shown = world.at("347", "bundle", "due").out
    assert "5 ngày sau khi hết kỳ" in shown
    shown = world.at("347", "bundle", "status", "--matrix").out
    assert "Đã nộp / phải nộp" in shown
    assert (
        world.commune("bundle", "status", "--matrix").document["refused"] == "workspace.office_only"
    )
