"""``journal list`` and ``journal export``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.cli.driver import COMMUNE

if TYPE_CHECKING:
    from tests.unit.cli.driver import World


def test_lines_are_listed_page_by_page_and_exported(world: World) -> None:
    target = world.folder / "journal.jsonl"
    made = world.commune("journal", "export", target)
    assert made.document["length"] == len(target.read_bytes().splitlines()) - 1
    first = json.loads(target.read_bytes().splitlines()[0])
    assert first["head"] == made.document["head"]
    again = world.commune("journal", "export", target)
    assert (again.code, again.document["refused"]) == (3, "files.exists")
    listed = world.commune("journal", "list", "--limit", "2").document
    assert [line["act"] for line in listed["lines"]] == ["unlock", "unlock"]
    older = world.commune("journal", "list", "--before", listed["next"], "--limit", "1").document
    assert older["lines"][0]["act"] == "journal_exported"
    assert older["lines"][0]["details"] == {"lines": made.document["length"]}
    (line,) = world.commune("journal", "list", "--kind", "paper").document["lines"]
    shown = world.at(COMMUNE, "journal", "list", "--kind", "paper", "--from", "2020-01-01")
    assert (shown.code, line["target"]) == (0, None)
    assert "Xuất nhật ký" in shown.out
    assert "Số dòng nhật ký: " in shown.out


def test_a_wrong_filter_is_refused_in_words(world: World) -> None:
    for option, text, refusal in (
        ("--kind", "nothing", "journal.unknown_kind"),
        ("--by", "Không có", "journal.unknown_user"),
        ("--about", "R01/999/2023", "records.unknown"),
    ):
        refused = world.commune("journal", "list", option, text)
        assert (refused.code, refused.document["refused"]) == (3, refusal)
