"""docs/registers.md says what the declarations say; each register has a place and a short name."""

from __future__ import annotations

import runpy

import pytest

from antq_desktop.domain.catalogue import load_catalogue
from antq_desktop.domain.register import Group, Register
from tests.rules.sources import ROOT

LONGEST_SHORT = 30
"""Letters that fit into the list at the left, beside a count and a badge."""

DESCRIBE = runpy.run_path(str(ROOT / "packaging" / "describe_registers.py"))
# Read when the tests are collected: later ones add registers of their own to the catalogue.
TEXT = DESCRIBE["text"]()
REGISTERS = load_catalogue().registers


def test_the_document_is_made_from_the_declarations() -> None:
    """`make registers` writes it."""
    assert DESCRIBE["TARGET"].read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.name)
def test_a_register_lies_in_a_group_under_a_name_that_fits(register: Register) -> None:
    assert register.group is not Group.OTHER
    assert len(register.short_label.vi) <= LONGEST_SHORT
    assert len(register.short_label.en) <= LONGEST_SHORT
