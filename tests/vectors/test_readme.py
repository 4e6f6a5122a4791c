"""README.txt of every kind of bundle: its commands, literally, on the vectors of each kind."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from antq_desktop.bundle import names
from antq_desktop.bundle.asic_manifest import digest_of
from antq_desktop.bundle.readme import readme
from tests.unit.bundle.world import submission
from tests.vectors.members import KEYS, VECTORS

if TYPE_CHECKING:
    from pathlib import Path

SEALED = ("good-submission", "good-directory", "good-receipt")
REQUEST = "good-request"
PROGRAMS = re.compile(r"^ +((?:age|unzip|openssl|sed|sha256sum|date|cp) .*)$", re.MULTILINE)


def run(folder: Path, command: str) -> str:
    """Run a line as a person would type it; fail where it fails."""
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout + done.stderr


def as_told(text: str, *, request: bool) -> list[str]:
    """Return the commands of a README as one types them for a kind: a request has two more."""
    found = PROGRAMS.findall(text)
    own = [one for one in found if "-out ca.pem" in one or "-in ca.pem" in one]
    rest = [one for one in found if one not in own and not one.startswith("cp ")]
    assert len(own) == 2
    if not request:
        return rest
    (copy,) = re.findall(r"cp GOI\.antq GOI\.asice", text)
    return [copy, rest[1], *own, *rest[2:]]


def laid_out(folder: Path, name: str) -> str:
    """Lay the file, the key and the authority's certificate into a folder; return the README."""
    shutil.copyfile(VECTORS / f"{name}.antq", folder / "GOI.antq")
    shutil.copyfile(KEYS / "receiver.age.txt", folder / "khoa.txt")
    shutil.copyfile(VECTORS / "authority.pem", folder / "ca.pem")
    peek = "cp GOI.antq peek" if name == REQUEST else "age -d -i khoa.txt -o peek GOI.antq"
    run(folder, peek)
    return run(folder, "unzip -p peek README.txt")


@pytest.mark.parametrize("name", [*SEALED, REQUEST])
def test_the_commands_of_every_kind_work(name: str, tmp_path: Path) -> None:
    told = as_told(laid_out(tmp_path, name), request=name == REQUEST)
    assert len(told) == (10 if name == REQUEST else 8)
    said = "\n".join(run(tmp_path, command) for command in told)
    assert "CMS Verification successful" in said
    assert "URI:urn:antq:practice:" in said
    xml = (tmp_path / names.ASIC_MANIFEST).read_bytes()
    files = xml.count(b"<asic:DataObjectReference")
    assert said.count(": OK\n") == files
    assert f"{digest_of(xml)}  {names.ASIC_MANIFEST}" in said
    assert re.search(rf" {files + 2} files", said)


def test_the_commands_for_a_second_signature_work(tmp_path: Path) -> None:
    laid_out(tmp_path, "good-two-signatures")
    told = as_told(readme(submission(signatures=2)).decode(), request=False)
    assert len(told) == 11
    said = "\n".join(run(tmp_path, command) for command in told)
    assert said.count("CMS Verification successful") == 2
    assert ":head" in said
    assert ":officer" in said
    assert f"{names.SIGNATURE}: OK" in said
    assert f"{names.ASIC_MANIFEST}: OK" in said
