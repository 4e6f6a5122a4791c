"""What the tests of bundles share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.bundle.world import Post

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def post(tmp_path: Path) -> Post:
    """Return a post that writes bundles to an empty folder."""
    return Post(tmp_path)
