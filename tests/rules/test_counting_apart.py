"""Counting knows neither the sample year nor the published figures; the contract names them all."""

from __future__ import annotations

import tomllib
from typing import Any

from tests.rules.sources import ROOT

SERVICES = ROOT / "antq_desktop" / "services"


def test_the_contract_names_every_module_of_the_sample() -> None:
    settings: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    contract = next(one for one in contracts if one["name"].startswith("12."))
    modules = {path.stem for path in SERVICES.glob("*.py")}
    sample = {
        name for name in modules if name.startswith(("sample", "demo", "published", "practice"))
    }
    assert len(sample) > 10
    named = {name.removeprefix("antq_desktop.services.") for name in contract["forbidden_modules"]}
    assert named == sample
    assert "allow_indirect_imports" not in contract


def test_one_module_alone_reads_the_published_figures() -> None:
    readers = [
        path.stem
        for path in (ROOT / "antq_desktop").rglob("*.py")
        if '"figures", ' in path.read_text("utf-8") and "asset(" in path.read_text("utf-8")
    ]
    assert readers == ["published"]
