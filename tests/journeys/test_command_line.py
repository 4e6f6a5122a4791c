"""The command line as a person uses it: each command a process of its own, from keys to figures."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.desk import PROGRAM, Desk, environment
from tests.unit.cli.driver import COMMUNE, MODEL, OFFICE

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "pyhanko",
    "reportlab",
    "pypdfium2",
    "holidays",
    "PySide6",
    "docx",
    "xlsxwriter",
    "python_calamine",
}


def enrol(office: Desk, commune: Desk, stick: Path) -> None:
    """Carry a request up and the directory down, fingerprints compared."""
    request = stick / "request.antq"
    asked = commune.does("identity", "request", "-o", request)
    read = office.does("identity", "show", request)
    assert read["fingerprint"] == asked["fingerprint"]
    compared = ("--fingerprint", read["fingerprint"])
    issued = office.does("identity", "issue", request, "-o", stick, *compared)
    seen = office.does("identity", "show")["ca_fingerprint"]
    installed = commune.does("identity", "install", issued["path"], "--fingerprint", seen)
    assert installed["certified"]


def figures(desk: Desk) -> Any:
    """Return the commune's figures of the year; those of an office are of all units below it."""
    report = ("report", "indicators", "--period", "DL-2023", "--unit", COMMUNE)
    return desk.does(*report)["indicators"]


def test_from_the_first_key_to_equal_figures_and_back_from_a_backup(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    office, commune = Desk(tmp_path / "office"), Desk(tmp_path / "commune")
    office.create("office", OFFICE, "anh")
    sheet = commune.create("commune", COMMUNE, "bình")
    enrol(office, commune, stick)

    (saved,) = commune.does("record", "add", "R06", typed=MODEL)["saved"]
    refused = commune.does("record", "add", "R06", typed={"name": 1}, code=3)
    assert refused["problems"][0]["rule"] == "values.type"
    sent = commune.does("bundle", "export", "--period", "DL-2023", "-o", stick)
    assert office.does("bundle", "verify", sent["path"])["results"][0]["verdict"] == "accepted"
    office.does("bundle", "import", sent["path"])
    (receipt,) = office.does("bundle", "export", "-o", stick)["bundles"]
    commune.does("bundle", "import", receipt["path"])
    assert commune.does("bundle", "status")["rows"][0]["state"] == "accepted"
    assert office.does("bundle", "status")["rows"][0]["state"] == "accepted"
    assert figures(office) == figures(commune)
    assert {one["code"]: one["value"] for one in figures(office)}["B6.1"] == 1

    backup = commune.does("backup", "create", stick)["path"]
    assert commune.does("backup", "verify", backup)["verified"] == "opened"
    restored = Desk(tmp_path / "restored")
    restored.does("backup", "restore", backup)
    assert figures(restored) == figures(commune)
    recovered = restored.does("workspace", "recover", "--recovery-file", sheet, "--user", "mai")
    assert [one["name"] for one in recovered["users"]] == ["bình", "mai"]
    assert restored.does("record", "show", saved["id"], "--user", "mai")["values"]["lead"]


def test_looking_at_the_registers_imports_nothing_heavy() -> None:
    script = (
        "import sys; from antq_desktop.app import main;"
        "sys.argv = ['antq-desktop', 'registers']; code = main();"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr);"
        "sys.exit(code)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env=environment(),
        text=True,
        encoding="utf-8",
    )
    assert "movement_models" in ended.stdout
    assert not HEAVY & set(ended.stderr.split())


def test_a_reader_that_goes_away_is_no_fault() -> None:
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {' '.join(PROGRAM)} registers R06 | true"],
        capture_output=True,
        env=environment(),
        check=False,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_vietnamese_comes_out_whatever_the_code_page(encoding: str) -> None:
    ended = subprocess.run(
        [*PROGRAM, "registers"],
        capture_output=True,
        check=True,
        env=environment(PYTHONIOENCODING=encoding),
    )
    assert "Mô hình phong trào" in ended.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_passphrase_is_asked_for_and_not_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home")
    desk.create("commune", COMMUNE, "an")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "--home", desk.home, "user", "list"],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment(),
        start_new_session=True,
        text=True,
        encoding="utf-8",
    ) as process:
        asked = os.read(ours, 200).decode()
        os.write(ours, b"demo\n")
        out, _ = process.communicate()
    os.close(theirs)
    os.close(ours)
    assert "Mật khẩu" in asked
    assert process.returncode == 0
    assert "an" in out
