"""Practice from the command line: filled in one step, and removed; a real workspace never is."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.cli.run import run
from antq_desktop.services import practice
from antq_desktop.services.clock import Clock
from tests.hard.conftest import derived_once
from tests.unit.cli.driver import COMMUNE, DAY, MODEL, PROGRAM, command

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["derived_once"]

PASSPHRASE = "một câu đủ dài để nhớ"


def at(folder: Path, home: str, *arguments: object, json: bool = True) -> tuple[int, object, str]:
    """Run a command in a home; return its code, its answer and what it said."""
    secret = folder / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    more = ("--json",) if json else ()
    result = command("--home", folder / home, "--passphrase-file", secret, *arguments, *more)
    return result.code, result.document if result.code == 0 else None, result.err + result.out


def create(folder: Path, home: str, *more: object) -> dict[str, object]:
    """Make a commune's workspace."""
    sheet = folder / f"{home}.sheet"
    code, document, said = at(
        folder,
        home,
        *("workspace", "create", "--role", "commune", "--unit", f"13285@{DAY}"),
        *("--user", "an", "--recovery-sheet", sheet, *more),
    )
    assert code == 0, said
    assert isinstance(document, dict)
    return document


def test_practice_is_filled_in_one_step_and_removed_and_real_work_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "RECORDS", 3)
    made = create(tmp_path, "practice", "--sample")
    assert made["class"] == "practice"
    counts = made["counts"]
    assert isinstance(counts, dict)
    assert sum(one["records"] for one in counts.values()) > 20
    other = tmp_path / "practice" / "ghi-chu.txt"
    other.write_text("của người dùng", encoding="utf-8")
    code, _, _ = at(tmp_path, "practice", "workspace", "remove")
    assert code == 2  # it is asked for by name
    code, _, said = at(tmp_path, "practice", "workspace", "remove", "--practice")
    assert code == 0, said
    left = {one.name for one in (tmp_path / "practice").rglob("*") if one.is_file()}
    assert not {"antq.db", "keys.json"} & left
    assert not [one for one in left if one.endswith(".antq-backup")]
    assert other.exists()
    (tmp_path / "practice.sheet").unlink()
    create(tmp_path, "practice", "--practice")  # the folder is free again
    create(tmp_path, "real")
    before = (tmp_path / "real" / "keys.json").read_bytes()
    code, _, said = at(tmp_path, "real", "workspace", "remove", "--practice", json=False)
    assert code != 0
    assert "sổ thật" in said
    assert (tmp_path / "real" / "keys.json").read_bytes() == before


def practise(home: Path, *arguments: object, code: int = 0, stdin: str = "") -> Any:
    """Run a command of a home, in JSON; return what it answered."""
    result = command("--home", home, *arguments, "--json", stdin=stdin)
    assert result.code == code, result.err
    return result.document


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, home: Path, typed: str) -> tuple[str, str]:
    """Remove the class as somebody who is asked; return what was said and what was asked."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out, err = io.StringIO(), io.StringIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", Terminal(typed))
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        assert run(["--home", str(home), "practice", "remove"], PROGRAM) == 0
    return out.getvalue(), err.getvalue()


@pytest.mark.usefixtures("derived_once")
def test_the_class_is_played_by_commands_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "RECORDS", 1)
    monkeypatch.setenv("ANTQ_PASSPHRASE", "taphuan")
    computer, home = tmp_path, tmp_path / "tap-huan"
    assert practise(computer, "practice", "show", code=3)["refused"] == "practice.no_class"
    gone = practise(computer, "practice", "remove", "--yes", code=3)
    assert gone["refused"] == "practice.no_class"

    # A folder of that name that is not the class: nothing is put into it, and it is not removed.
    home.mkdir()
    (home / "anh.txt").write_text("của người dùng", encoding="utf-8")
    for act in (("enter",), ("remove", "--yes")):
        other = practise(computer, "practice", *act, code=3)
        assert other["refused"] == "practice.not_the_class"
        assert "tap-huan" in other["message"]
    assert [one.name for one in home.iterdir()] == ["anh.txt"]
    home.rename(tmp_path / "anh")

    made = practise(computer, "practice", "enter")
    assert made["made"]
    assert made["passphrase"] == "taphuan"
    again = practise(computer, "practice", "enter")
    assert again == practise(computer, "practice", "show") == {**made, "made": False}
    homes = {one["role"]: one["home"] for one in made["posts"]}
    for one in made["posts"]:
        shown = practise(one["home"], "workspace", "show")
        assert (shown["class"], shown["role"]) == ("practice", one["role"])
        assert (shown["unit"]["code"], shown["unit"]["name"]) == (one["unit"], one["name"])
        assert [user["name"] for user in shown["users"]] == [one["user"]]

    # A record is entered, sent up, taken in, and its receipt comes back.
    typed = json.dumps(MODEL).replace(COMMUNE, "000001")
    practise(homes["commune"], "record", "add", "R06", stdin=typed)
    stick, year = made["stick"], Clock().today().year - 1
    sent = practise(homes["commune"], "bundle", "export", "--period", f"DL-{year}", "-o", stick)
    (taken,) = practise(homes["office"], "bundle", "import", sent["path"])["results"]
    assert taken["verdict"] in {"accepted", "remarks"}
    models = practise(homes["office"], "record", "list", "R06")["rows"]
    assert MODEL["name"] in {row["label"] for row in models}
    (receipt,) = practise(homes["office"], "bundle", "export", "-o", stick)["bundles"]
    practise(homes["commune"], "bundle", "import", receipt["path"])
    states = practise(homes["commune"], "bundle", "status")["rows"]
    assert [row["state"] for row in states] == ["accepted"]

    # It goes only when somebody says so, at a terminal or beforehand.
    unsaid = practise(computer, "practice", "remove", code=3)
    assert unsaid["refused"] == "practice.not_confirmed"
    said, asked = at_a_terminal(monkeypatch, computer, "n\n")
    assert "vẫn còn" in said
    assert "Xóa lớp tập huấn" in asked
    said, _ = at_a_terminal(monkeypatch, computer, "y\n")
    assert "Đã xóa lớp tập huấn" in said
    assert not home.exists()
    assert (tmp_path / "anh" / "anh.txt").exists()
    twice = practise(computer, "practice", "remove", "--yes", code=3)
    assert twice["refused"] == "practice.no_class"
