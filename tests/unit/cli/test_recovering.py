"""``recovery``: shares in place of the sheet, the drill, and getting in again by them."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

from tests.unit.cli.driver import COMMUNE, PASSPHRASE, World, command

if TYPE_CHECKING:
    from pathlib import Path


def typed_from_paper(pdf: Path) -> str:
    """Type the words of a printed share by their numbers, as a person does."""
    shown = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "CẦN 2 MẢNH ĐỂ MỞ" in shown
    words = {int(at): word for at, word in re.findall(r"\b(\d+) ([a-z]{4,8})\b", shown)}
    assert sorted(words) == list(range(1, 34))
    return "\n".join(f"{at} {words[at]}" for at in sorted(words))


def test_shares_are_printed_typed_back_tried_and_used(world: World) -> None:
    record = world.add()
    folder, sheet = world.folder / "paper", world.folder / f"{COMMUNE}.sheet"
    folder.mkdir()
    made = world.commune("recovery", "shares", "-o", folder)
    assert (made.code, len(made.document["paths"])) == (0, 3)
    assert world.commune("recovery", "show").document["waiting"]
    papers = sorted(folder.glob("*.pdf"))
    assert all(one.stat().st_mode & 0o777 == 0o600 for one in papers)
    files = []
    for at, paper in enumerate(papers, 1):
        typed = world.folder / f"typed-{at}"
        typed.write_text(typed_from_paper(paper), encoding="utf-8")
        files.append(typed)
    words = {word for file in files for word in re.findall(r"[a-z]+", file.read_text())}
    again = world.commune("recovery", "shares", "-o", folder)
    assert again.document["refused"] == "files.exists"
    three = [part for file in files for part in ("--share", file)]
    few = world.commune("recovery", "confirm", *three[:4])
    assert (few.code, few.document["refused"]) == (3, "recovery.all_three")
    done = world.commune("recovery", "confirm", *three)
    assert (done.code, done.document["by"], done.document["due"]) == (0, "shares", False)
    seen = set(re.findall(r"[a-z]{4,}", made.out + done.out + made.err + done.err))
    # Names of files and members may be words of the list; of a share there would be thirty.
    assert len(words & seen) < 6
    old = world.commune("recovery", "drill", "--recovery-file", sheet)
    assert (old.code, old.document["refused"]) == (3, "users.wrong_recovery")
    two = three[2:]
    drilled = world.commune("recovery", "drill", *two)
    assert (drilled.code, bool(drilled.document["tried"])) == (0, True)
    twice = world.commune("recovery", "drill", *two[:2], *two[:2])
    assert twice.document["refused"] == "shares.twice"
    one = world.commune("recovery", "drill", *two[:2])
    assert one.document["refused"] == "shares.few"
    wrong = world.folder / "wrong"
    wrong.write_text(files[0].read_text().replace("\n12 ", "\n12 xyz"), encoding="utf-8")
    said = world.commune("recovery", "use", "--share", wrong, *two[:2], "--user", "mai")
    assert (said.code, said.document["refused"]) == (3, "shares.word")
    assert "12" in said.document["message"]
    by_sheet = world.commune("recovery", "use", "--recovery-file", sheet, "--user", "mai")
    assert by_sheet.document["refused"] == "users.wrong_recovery"
    used = world.commune("recovery", "use", *two, "--user", "mai")
    assert [one["name"] for one in used.document["users"]] == ["an", "mai"]
    assert world.commune("record", "show", record, "--user", "mai").code == 0
    # The head who forgot his passphrase keeps his name, and is told to enrol again.
    forgot = world.at(COMMUNE, "workspace", "recover", *two, "--user", "an")
    assert forgot.code == 0
    assert "thu hồi chứng thư" in forgot.out
    assert world.commune("bundle", "export", "-o", world.folder).document["refused"] == (
        "identity.no_certificate"
    )


def test_shares_as_text_and_one_sheet_again(world: World) -> None:
    folder, sheet = world.folder / "paper", world.folder / "new.txt"
    folder.mkdir()
    set_before = world.commune("recovery", "show").document
    assert (set_before["by"], set_before["tried"], set_before["due"]) == ("sheet", None, True)
    world.commune("recovery", "shares", "-o", folder, "--text")
    three = [part for file in sorted(folder.glob("*.txt")) for part in ("--share", file)]
    assert world.commune("recovery", "confirm", *three).code == 0
    assert world.commune("recovery", "sheet", "-o", sheet).code == 0
    done = world.commune("recovery", "confirm", "--recovery-file", sheet)
    assert (done.code, done.document["by"]) == (0, "sheet")
    assert world.commune("recovery", "drill", *three[:4]).document["refused"] == (
        "users.wrong_recovery"
    )
    nothing = world.commune("recovery", "drill")
    assert (nothing.code, nothing.document["refused"]) == (3, "recovery.not_given")


def test_a_user_who_forgot_and_a_deputy_who_gets_the_older_parts(world: World) -> None:
    tip = {"source_kind": "crime_news", "informant": {"full_name": "Vàng A Thử"}}
    added = world.commune("record", "add", "R01", "--draft", stdin=json.dumps(tip))
    assert added.code == 0, added.err
    new = ("--new-passphrase-file", world.secret)
    world.commune("user", "add", "mai", "--role", "deputy", *new)
    assert world.commune("user", "seal", "mai").document["closed"] == 0
    other = world.folder / "other"
    other.write_text("other\n", encoding="utf-8")
    renewed = world.commune("user", "renew", "mai", "--new-passphrase-file", other)
    assert renewed.document == {"name": "mai", "role": "deputy"}
    home = ("--home", world.folder / COMMUNE, "--user", "mai", "--json")
    assert command(*home, "--passphrase-file", other, "user", "list").code == 0
    assert command(*home, "--passphrase-file", world.secret, "user", "list").code == 3
    assert PASSPHRASE != "other"
