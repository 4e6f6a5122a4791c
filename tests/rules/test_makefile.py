"""The Makefile and the documents speak of the same targets."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.rules.sources import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
PROMISED = {"setup", "demo", "test", "check"}
DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / ".ci" / "run"]


def test_the_promised_targets_exist() -> None:
    assert not PROMISED - TARGETS


def test_every_target_has_its_line_in_the_help() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, check=True, text=True)
    assert {line.split()[0] for line in listed.stdout.splitlines()} == TARGETS


def test_every_target_is_phony() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == TARGETS


def test_documents_name_only_targets_that_exist() -> None:
    named = {
        name
        for file in DOCUMENTS
        for name in re.findall(
            r"(?:`|^\s*|\$ )make ([a-z]+)", file.read_text("utf-8"), re.MULTILINE
        )
    }
    assert "test" in named
    assert not named - TARGETS


@pytest.mark.parametrize("target", sorted(PROMISED))
def test_a_target_can_be_planned(target: str) -> None:
    plan = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert "packaging/setup.sh" in plan.stdout


@pytest.mark.parametrize("script", [".ci/run", "packaging/setup.sh"])
def test_a_script_is_strict_and_can_be_run(script: str) -> None:
    path = ROOT / script
    assert "\nset -euo pipefail\n" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o100
    subprocess.run(["bash", "-n", path], check=True)
