"""An enrolled office and commune, made once and copied for each test that wants them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.unit.cli.driver import World, make_world

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def first_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return the world that all others are copied from; a test must not change it."""
    return make_world(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def world(first_world: World, tmp_path: Path) -> World:
    """Return an office and a commune that are the test's own."""
    shutil.copytree(first_world.folder, tmp_path, dirs_exist_ok=True)
    return World(tmp_path)
