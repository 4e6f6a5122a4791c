"""The folders of the program, and the replacing of a file as a whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antq_desktop.paths import paths_for, replace_file


def test_a_home_holds_everything(home: Path) -> None:
    paths = paths_for(home)
    assert (paths.data, paths.config) == (home, home)
    assert (paths.logs, paths.backups) == (home / "logs", home / "backups")
    assert paths.settings == home / "settings.json"
    assert not home.exists()


def test_a_relative_home_does_not_move_with_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = paths_for(Path("here"))
    monkeypatch.chdir(tmp_path.parent)
    assert paths.data == tmp_path / "here"


def test_the_tilde_is_the_home_of_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths_for(Path("~/antq")).data == tmp_path / "antq"


@pytest.mark.skipif(os.name != "posix", reason="the folders of freedesktop.org")
def test_without_a_home_the_system_names_the_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    paths = paths_for(None)
    assert paths.data == tmp_path / "DATA" / "antq-desktop"
    assert paths.config == tmp_path / "CONFIG" / "antq-desktop"
    assert paths.logs.is_relative_to(tmp_path / "STATE")
    assert paths.backups == paths.data / "backups"


def test_a_file_is_replaced_and_no_scratch_stays(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_a_replaced_file_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch(mode=0o666)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_failure_leaves_the_old_state(tmp_path: Path) -> None:
    folder = tmp_path / "a folder where the file should be"
    folder.mkdir()
    (folder / "inside").write_bytes(b"old")
    with pytest.raises(OSError, match="a folder where"):
        replace_file(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]
    assert (folder / "inside").read_bytes() == b"old"
