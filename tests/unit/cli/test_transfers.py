"""``bundle transfer | receivers | confirm``: books that go over by commands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from antq_desktop.bundle.writer import letters_of
from tests.unit.cli.driver import COMMUNE, DAY, MODEL
from tests.unit.printing.pages import Pdf
from tests.unit.services.attachments import photo

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.driver import World

SECOND_PC = "13285-b"


def second_pc(world: World) -> None:
    """Make a second workspace of the commune, let the office certify it, and tell both."""
    secret, folder = world.secret, world.folder
    unit = ("--role", "commune", "--unit", f"{COMMUNE}@{DAY}", "--user", "an")
    sheet = ("--recovery-sheet", folder / "second.sheet")
    ends = [world.at(SECOND_PC, "workspace", "create", "--practice", "--json", *unit, *sheet)]
    request, directory = folder / "second-request.antq", folder / "second.antq"
    ends.append(world.at(SECOND_PC, "identity", "request", "-o", request, "--json"))
    asked = ("--fingerprint", ends[-1].document["fingerprint"])
    issue = ("identity", "issue", request, "-o", directory)
    ends.append(world.office(*issue, *asked, "--ca-passphrase-file", secret))
    told = ("--fingerprint", ends[-1].document["ca_fingerprint"])
    ends += [
        world.at(home, "identity", "install", directory, *told, "--json")
        for home in (COMMUNE, SECOND_PC)
    ]
    assert [end.code for end in ends] == [0] * 5, [end.err for end in ends]


def cover(world: World, path: Path) -> Pdf:
    """Print the cover sheet of what the second PC gave."""
    out = world.folder / "cover.pdf"
    printed = world.at(SECOND_PC, "print", "bundle-cover", "--bundle", path, "-o", out)
    assert printed.code == 0, printed.err
    return Pdf(out)


def where(world: World, home: str, *more: str) -> list[tuple[str, str]]:
    """Return the kinds and states of the bundles that a home lists."""
    rows = world.at(home, "bundle", "status", *more, "--json").document["rows"]
    return [(row["kind"], row["state"]) for row in rows]


def test_books_go_over_and_the_answer_comes_back_by_commands(world: World) -> None:
    nobody = world.commune("bundle", "transfer", "-o", world.folder)
    assert nobody.document["refused"] == "transfer.no_receiver"
    second_pc(world)
    lost = world.at(SECOND_PC, "bundle", "transfer", "-o", world.folder / "nowhere", "--json")
    assert lost.document["refused"] == "medium.missing"
    added = world.at(SECOND_PC, "record", "add", "R06", "--json", stdin=json.dumps(MODEL))
    record = added.document["saved"][0]["id"]
    world.at(SECOND_PC, "record", "attach", record, photo(world.folder), "--reason", "Ảnh")
    (to,) = world.at(SECOND_PC, "bundle", "receivers", "--json").document["receivers"]
    assert to["letters"] == letters_of(to["workspace"])
    assert to["letters"] in world.at(SECOND_PC, "bundle", "receivers").out
    sent = world.at(SECOND_PC, "bundle", "transfer", "--to", to["letters"], "-o", world.folder)
    assert sent.code == 0, sent.err
    assert to["name"] in sent.out
    again = world.at(SECOND_PC, "bundle", "transfer", "-o", world.folder, "--json")
    document = again.document
    assert (document["kind"], document["to"]) == ("transfer", to["workspace"])
    words = cover(world, document["path"]).raw_text()
    assert "Gói bàn giao sổ" in words
    assert f"(máy {to['letters']})" in words
    assert world.commune("bundle", "show", document["path"]).document["kind"] == "transfer"
    wrong = world.office("bundle", "import", document["path"])
    assert wrong.code != 0
    assert world.commune("bundle", "confirm", "-o", world.folder).document["bundles"] == []
    assert where(world, SECOND_PC) == [("transfer", "written")]
    (taken,) = world.commune("bundle", "import", document["path"]).document["results"]
    assert (taken["verdict"], taken["counts"]["new"]) == ("accepted", 1)
    assert where(world, COMMUNE) == [("taken", "accepted")]
    assert "Sổ nhận bàn giao" in world.at(COMMUNE, "bundle", "status").out
    change = ("record", "set", record, "--reason", "Sửa", "--json")
    late = world.at(SECOND_PC, *change, stdin='{"name": "Tên khác"}')
    assert late.document["refused"] == "transfer.given"
    (told,) = world.commune("bundle", "confirm", "-o", world.folder).document["bundles"]
    heard = world.at(SECOND_PC, "bundle", "import", told["path"], "--json")
    assert heard.document["results"][0]["verdict"] == "accepted"
    assert where(world, SECOND_PC) == [("transfer", "accepted")]
    assert where(world, SECOND_PC, "--period", "DL-2023") == []
    nothing = world.at(SECOND_PC, "bundle", "transfer", "-o", world.folder, "--json")
    assert nothing.document["refused"] == "transfer.nothing"
    export = ("bundle", "export", "--period", "DL-2023", "-o", world.folder)
    assert world.at(SECOND_PC, *export, "--json").document["refused"] == "transfer.other_reports"
    sent = world.commune(*export)
    (verdict,) = world.office("bundle", "import", sent.document["path"]).document["results"]
    assert (verdict["verdict"], verdict["counts"]["new"]) == ("accepted", 1)
    close = world.at(SECOND_PC, "bundle", "transfer", "--close", "-o", world.folder, "--json")
    assert close.code == 0, close.err
    more = world.at(SECOND_PC, "record", "add", "R06", "--json", stdin=json.dumps(MODEL))
    assert more.document["refused"] == "transfer.closed"
