"""The practice class on the disk: made whole or not at all, and nothing else is ever removed."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.errors import Refusal
from antq_desktop.paths import paths_for
from antq_desktop.services import practice_class
from antq_desktop.services.clock import Clock
from antq_desktop.services.marking_practice import MARK_FILE, is_marked
from antq_desktop.services.opening import open_workspace
from antq_desktop.services.practice_class import (
    COMMUNE,
    OFFICE,
    OPENED_BY,
    class_paths,
    class_there,
    make_class,
    media_for,
    practice_units,
    remove_class,
    stick_folder,
)
from antq_desktop.services.reference_data import load_units
from antq_desktop.services.watching import watched_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_no_invented_unit_has_the_code_of_a_real_one() -> None:
    days = (date(2023, 12, 31), date(2026, 1, 1))
    real = {unit.key.code for day in days for unit in load_units().valid(day)}
    invented = {unit.key.code for unit in practice_units().valid(days[-1])}
    assert {COMMUNE.code, OFFICE.code} <= invented
    assert not invented & real


def test_it_is_made_once_used_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue, computer = load_catalogue(), paths_for(tmp_path / "computer")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(practice_class, "replace_file", full)
        with pytest.raises(Refusal, match=r"files\.cannot_write"):
            make_class(computer, catalogue, Clock())
    assert list(computer.data.iterdir()) == []

    assert make_class(computer, catalogue, Clock())
    assert not make_class(computer, catalogue, Clock())
    commune = class_paths(computer, COMMUNE)
    with open_workspace(commune, COMMUNE.user, OPENED_BY, catalogue, Clock()) as workspace:
        assert workspace.place.practice
        assert stick_folder(computer) in {one.folder for one in media_for(workspace)}
        with pytest.raises(Refusal, match=r"workspace\.in_use"):
            remove_class(computer)
    office = class_paths(computer, OFFICE)
    with open_workspace(office, OFFICE.user, OPENED_BY, catalogue, Clock()) as workspace:
        assert watched_folder(workspace) == stick_folder(computer)
    assert is_marked(commune)
    (commune.data / MARK_FILE).unlink()
    with open_workspace(commune, COMMUNE.user, OPENED_BY, catalogue, Clock()):
        assert is_marked(commune)  # who took the mark away gets it back

    # Another workspace came to lie there: it is not what was made, so nothing is removed.
    own = (commune.data / "keys.json").read_bytes()
    shutil.copy(office.data / "keys.json", commune.data / "keys.json")
    with pytest.raises(Refusal, match=r"workspace\.remove_practice_only"):
        remove_class(computer)
    assert class_there(computer)
    (commune.data / "keys.json").write_bytes(own)
    remove_class(computer)
    assert list(computer.data.iterdir()) == []
    with pytest.raises(Refusal, match=r"practice\.no_class"):
        remove_class(computer)
