"""No module is caught in a circle of imports; the contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import grimp

from tests.rules.sources import ROOT


def test_no_module_imports_itself_by_any_way() -> None:
    graph = grimp.build_graph("antq_desktop", exclude_type_checking_imports=True, cache_dir=None)
    caught = {
        module: chain
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if (chain := graph.find_shortest_chain(importer=imported, imported=module))
    }
    assert not caught


def test_the_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [lint, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
