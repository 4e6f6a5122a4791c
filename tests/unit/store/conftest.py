"""What the tests of the store share: a key, an open store, one user's slot, a very small disk."""

from __future__ import annotations

import os
import secrets
import subprocess
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.sealing import new_identity, seal_bytes
from antq_desktop.crypto.wrapping import new_key
from antq_desktop.store.keyfile import KeyFile, new_slot, open_slot
from antq_desktop.store.store import open_store
from tests.unit.store.makers import CATALOGUE, begin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from antq_desktop.crypto.sealing import Identity
    from antq_desktop.store.keyfile import Opened
    from antq_desktop.store.store import Store

PASSPHRASE = "mật khẩu để thử"
SIGNING_KEY = secrets.token_bytes(64)


@pytest.fixture(scope="session")
def key() -> bytes:
    """Return a database key."""
    return new_key()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the database lies."""
    return tmp_path / "antq.db"


@pytest.fixture
def store(path: Path, key: bytes) -> Iterator[Store]:
    """Return an open store of a new workspace."""
    opened = open_store(path, key, CATALOGUE, create=True)
    begin(opened)
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of 2 MB."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="session")
def recovery() -> Identity:
    """Return the identity of the recovery sheet."""
    return new_identity()


@pytest.fixture(scope="session")
def keys(key: bytes, recovery: Identity) -> KeyFile:
    """Return a key file with one user, who can sign."""
    return KeyFile(
        workspace="workspace-1",
        recovery=recovery.recipient,
        recovery_database=seal_bytes(key, [recovery.recipient]),
        slots=(new_slot("u1", "Trưởng Thử", "head", PASSPHRASE, key, SIGNING_KEY),),
    )


@pytest.fixture(scope="session")
def opened(keys: KeyFile) -> Opened:
    """Return that user's slot, opened."""
    return open_slot(keys.slots[0], PASSPHRASE)
