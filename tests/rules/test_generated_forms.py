"""The compiled forms are those of ui/, made by the compiler that is locked."""

from __future__ import annotations

import re
import runpy
from typing import TYPE_CHECKING, cast

import pytest

from tests.rules.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMS = sorted((ROOT / "ui").glob("*.ui"))
COMPILER = runpy.run_path(str(ROOT / "packaging" / "compile_ui.py"))


def test_every_form_was_compiled_after_its_last_change() -> None:
    compiled = cast("Callable[[Path], str]", COMPILER["compiled"])
    target = cast("Callable[[Path], Path]", COMPILER["target_of"])
    stale = [
        form.name for form in FORMS if target(form).read_text(encoding="utf-8") != compiled(form)
    ]
    assert not stale, "run packaging/compile_ui.py"


def test_no_compiled_form_is_left_over() -> None:
    folder = ROOT / "antq_desktop" / "gui" / "generated"
    names = {path.stem.removeprefix("ui_") for path in folder.glob("ui_*.py")}
    assert names == {form.stem for form in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_fixes_no_colour_and_no_font(form: Path) -> None:
    """The theme gives both, so that dark, light and large text are the same program."""
    text = form.read_text(encoding="utf-8")
    assert not re.findall(r'name="(?:styleSheet|font|palette)"', text)
