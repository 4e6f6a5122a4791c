"""The catalogue: whatever register lies in the folder is in the program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain import registers
from antq_desktop.domain.catalogue import CATALOGUE_VERSION, Catalogue, load_catalogue
from antq_desktop.domain.registers.movement_models import REGISTER
from tests.unit.domain.samples import VISITS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the program looks for registers as well."""
    monkeypatch.setattr(registers, "__path__", [*registers.__path__, str(tmp_path)])
    name = f"{registers.__name__}.visits"
    monkeypatch.setitem(sys.modules, name, sys)  # so that it is taken out again
    monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr(registers, "visits", raising=False)
    return tmp_path


def test_a_new_register_is_one_new_file(folder: Path) -> None:
    source = "from tests.unit.domain.samples import VISITS as REGISTER\n"
    (folder / "visits.py").write_text(source, encoding="utf-8")
    catalogue = load_catalogue()
    assert catalogue.by_name["visits"] is VISITS
    assert "R99" in {register.code for register in catalogue.registers}


def test_a_file_without_a_register_is_a_mistake(folder: Path) -> None:
    (folder / "visits.py").write_text("REGISTER = 1\n", encoding="utf-8")
    with pytest.raises(TypeError, match=r"visits\.REGISTER is no register"):
        load_catalogue()


def test_registers_are_in_the_order_of_their_codes() -> None:
    catalogue = load_catalogue()
    found = [register.code for register in catalogue.registers]
    assert found == sorted(set(found))
    assert catalogue.version == CATALOGUE_VERSION


def test_indicators_are_found_by_their_code() -> None:
    catalogue = Catalogue("1", (REGISTER, VISITS))
    register, indicator = catalogue.indicators["B6.1"]
    assert (register, indicator.code) == (REGISTER, "B6.1")
    assert set(catalogue.indicators) == {"B6.1", "B6.2", "B6.3", "B6.4", "B6.5"}


@pytest.mark.parametrize(
    ("version", "reads"), [("2", True), ("3", True), ("4", False), ("2025.1", False), ("٣", False)]
)
def test_what_a_newer_program_wrote_cannot_be_read(version: str, *, reads: bool) -> None:
    assert Catalogue("3", ()).reads(version) is reads
