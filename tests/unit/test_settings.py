"""Settings come back as they were saved, and a file that makes no sense is kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from antq_desktop.paths import paths_for
from antq_desktop.settings import Loaded, Settings, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.messages import Language


@pytest.fixture
def path(home: Path) -> Path:
    return paths_for(home).settings


def test_without_a_file_there_are_the_defaults(path: Path) -> None:
    assert load_settings(path) == Loaded(Settings(language="vi", last_user=None))
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(language="en", last_user="Nguyễn Ễ"),
        Settings(token_module="/usr/lib/thư viện.so"),
    ],
)
def test_what_is_saved_comes_back(path: Path, settings: Settings) -> None:
    save_settings(path, settings)
    assert load_settings(path) == Loaded(settings)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_only_the_owner_can_read_them(path: Path) -> None:
    save_settings(path, Settings())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"language":"fr"}', id="a language that we do not have"),
        pytest.param(b'{"last_user":7}', id="a number for a name"),
        pytest.param(b'{"last_user":"\xff"}', id="not UTF-8"),
        pytest.param(b'{"later":' + b"[" * 100_000, id="deep"),
    ],
)
def test_an_unreadable_file_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(content)
        loaded = load_settings(path)
        assert loaded == Loaded(Settings(), path.with_name(f"settings.json.unreadable-{number}"))
        assert loaded.kept_aside is not None
        assert loaded.kept_aside.read_bytes() == content
        assert not path.exists()


def test_a_member_of_a_later_version_is_passed_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"language":"en","later":[1]}')
    assert load_settings(path) == Loaded(Settings(language="en"))


def test_settings_and_messages_know_the_same_languages() -> None:
    language: Language = Settings().language  # mypy holds the two types together
    assert language == "vi"
