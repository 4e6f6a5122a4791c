"""A home, and the command line as a process of its own in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.rules.sources import ROOT
from tests.unit.cli.driver import DAY

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "antq_desktop"]
UNLOCKED = {"ANTQ_PASSPHRASE": "demo", "ANTQ_CA_PASSPHRASE": "demo"}


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a command; no passphrase, home or language of ours is in it."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("ANTQ_")}
    return ours | {"PYTHONPATH": str(ROOT)} | more


def start(
    home: Path, *arguments: object, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command as a process to its end; ``text`` is typed, ``more`` is its environment."""
    return subprocess.run(
        [*PROGRAM, "--home", home, "--json", *map(str, arguments)],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**UNLOCKED | more),
        check=False,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """One home; ``does`` runs a command there and gives its JSON document."""

    home: Path

    def does(self, *arguments: object, typed: object = None, code: int = 0) -> Any:
        """Run a command as a process; standard output holds one JSON document and nothing else."""
        text = json.dumps(typed) if typed is not None else ""
        ended = start(self.home, *arguments, text=text)
        assert ended.returncode == code, ended.stderr
        assert "Traceback" not in ended.stderr
        return json.loads(ended.stdout)

    def create(self, role: str, unit: str, user: str) -> Path:
        """Make a practice workspace here, and return its recovery sheet."""
        sheet = self.home.with_suffix(".sheet")
        create = ("workspace", "create", "--practice", "--role", role, "--user", user)
        self.does(*create, "--unit", f"{unit}@{DAY}", "--recovery-sheet", sheet)
        return sheet
