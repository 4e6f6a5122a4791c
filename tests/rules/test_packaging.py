"""What is shipped is whole, and nothing in the repository names the machine it was made on."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.rules.sources import ROOT, project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOREIGN = re.compile(
    r"(?:file|https?)://[^\s\"'>)]*/simple\b"  # the address of a package index
    r"|--(?:extra-)?index-url[ =]|--find-links|--trusted-host"
    r"|(?<![\w./-])/(?:home|root|work|Users|opt)/\w"
    r"|[A-Z]:\\\\?Users\\"
)


def tracked() -> Iterator[Path]:
    """Yield the files that are in the repository, or would be after ``git add``."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    yield from (ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file())


def test_packaging_is_no_package() -> None:
    """It would hide PyPI's ``packaging`` from everything that is run here."""
    assert (ROOT / "packaging").is_dir()
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_no_file_names_an_index_or_a_place_on_a_machine() -> None:
    rule = ROOT / "tests" / "rules" / "test_packaging.py"
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in tracked()
        if file != rule
        for match in FOREIGN.finditer(file.read_bytes().decode(errors="replace"))
    ]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "--index-url https://a.example/x",
        "-i https://a.example/simple",
        "file:///srv/simple",
        "cd /home/somebody",
        "C:\\Users\\x",
    ],
)
def test_the_rule_finds_what_it_looks_for(text: str) -> None:
    assert FOREIGN.search(text)


def test_every_locked_file_has_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n", "", lock).strip())
    assert len(blocks) > len(project()["project"]["dependencies"])
    assert not [block for block in blocks if not re.match(r"\S+==\S+ .*\n +--hash=sha256:", block)]


def test_every_declared_library_is_locked() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    declared = project()["project"]["dependencies"] + project()["dependency-groups"]["dev"]
    names = [re.split(r"[<>=; ]", line)[0] for line in declared]
    assert not [name for name in names if f"\n{name}==" not in lock]


@pytest.mark.slow
def test_the_wheel_holds_every_resource(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        shipped = set(wheel.namelist())
    wanted = {
        f"antq_desktop/_data/{file.relative_to(ROOT).as_posix()}"
        for file in (ROOT / "resources").rglob("*")
        if file.is_file()
    }
    assert len(wanted) > 1
    assert not wanted - shipped
    assert "antq_desktop/py.typed" in shipped
    assert not [name for name in shipped if name.startswith(("tests/", "packaging/", "bench/"))]
