"""Runs the command line in this process, and makes an office with one enrolled commune."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from antq_desktop.cli.run import run
from antq_desktop.cli.session import Program, Start
from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.services.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSPHRASE = "demo"
OFFICE, COMMUNE = "347", "13285"
DAY = "2023-12-31"
STARTED: list[Start] = []
"""How the window was asked for; the window itself is tested in tests/gui."""


def _note(start: Start) -> int:
    STARTED.append(start)
    return 0


PROGRAM = Program(load_catalogue(), Clock, _note)

MODEL: dict[str, object] = {
    "name": "Tiếng kẻng an ninh",
    "field": "crime_prevention",
    "scope": "area",
    "lead": "police",
    "status": "maintained",
    "established_on": "2023-02-01",
    "decision": "Số 12/QĐ",
    "moves": [
        {"state": "new", "on": "2023-02-01"},
        {"state": "maintained", "on": "2023-06-01"},
    ],
    "points": [
        {
            "number": 1,
            "unit": COMMUNE,
            "started_on": "2023-02-01",
            "groups": 2,
            "members": 1200,
            "households": 50,
        }
    ],
    "reviews": [{"on": "2023-12-01", "result": "effective"}],
}


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; anything more or less is an error."""
        return json.loads(self.out)


def command(*arguments: object, stdin: str = "", program: Program = PROGRAM) -> Result:
    """Run a command as if it had been typed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _typed(stdin):
        code = run([str(one) for one in arguments], program)
    return Result(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def _typed(text: str) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    try:
        yield
    finally:
        sys.stdin = before


@dataclass(frozen=True, slots=True)
class World:
    """A folder with the homes of an office and of a commune that it has certified."""

    folder: Path

    @property
    def secret(self) -> Path:
        """The file with the passphrase of everybody."""
        return self.folder / "passphrase"

    def office(self, *arguments: object, stdin: str = "") -> Result:
        """Run a command at the office, answered in JSON."""
        return self.at(OFFICE, *arguments, "--json", stdin=stdin)

    def commune(self, *arguments: object, stdin: str = "") -> Result:
        """Run a command at the commune, answered in JSON."""
        return self.at(COMMUNE, *arguments, "--json", stdin=stdin)

    def at(self, unit: str, *arguments: object, stdin: str = "") -> Result:
        """Run a command in the home of a unit, answered for a person."""
        home = self.folder / unit
        return command("--home", home, "--passphrase-file", self.secret, *arguments, stdin=stdin)

    def add(self, **changes: object) -> str:
        """Add a record at the commune, and return its id."""
        result = self.commune("record", "add", "R06", stdin=json.dumps(MODEL | changes))
        return str(result.document["saved"][0]["id"])

    def export(self) -> Path:
        """Export a submission at the commune, and return its file."""
        result = self.commune("bundle", "export", "--period", "DL-2023", "-o", self.folder)
        return self.folder / str(result.document["path"])

    def create(self, unit: str, role: str, *more: object) -> Result:
        """Make a practice workspace."""
        return self.at(
            unit,
            *("workspace", "create", "--practice", "--json", "--user", "an"),
            *("--role", role, "--unit", f"{unit}@{DAY}"),
            *("--recovery-sheet", self.folder / f"{unit}.sheet"),
            *more,
        )


def make_world(folder: Path) -> World:
    """Create office and commune, request, issue, install."""
    world = World(folder)
    world.secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    authority = ("--ca-passphrase-file", world.secret)
    request, directory = folder / "request.antq", folder / "directory.antq"
    ends = [world.create(OFFICE, "office", *authority), world.create(COMMUNE, "commune")]
    ends.append(world.commune("identity", "request", "-o", request))
    fingerprint = ("--fingerprint", ends[-1].document["fingerprint"])
    ends.append(
        world.office("identity", "issue", request, "-o", directory, *fingerprint, *authority)
    )
    fingerprint = ("--fingerprint", ends[-1].document["ca_fingerprint"])
    ends.append(world.commune("identity", "install", directory, *fingerprint))
    assert [end.code for end in ends] == [0] * 5, [end.err for end in ends]
    return world
