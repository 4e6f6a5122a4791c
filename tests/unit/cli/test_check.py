"""``check``: proved, printed, exported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.unit.printing.pages import Pdf

if TYPE_CHECKING:
    from tests.unit.cli.driver import World


def test_a_test_is_proved_printed_and_exported(world: World) -> None:
    world.add()
    paper, export = world.folder / "check.pdf", world.folder / "check.json"
    result = world.commune("check", "--prove", "--print", paper, "--export", export)
    assert result.code == 0
    assert {one["name"] for one in result.document["checks"]} >= {"proof", "office"}
    assert Pdf(paper).pages() == 1
    assert json.loads(export.read_text("utf-8"))["format"] == "antq-help-1"
    again = world.commune("check", "--export", export)
    assert again.code != 0  # nothing is written over
    assert world.commune("check").document["before"] == result.document["at"]
