"""Practice from the command line: filled in one step, and removed; a real workspace never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.services import practice
from tests.unit.cli.driver import DAY, command

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
