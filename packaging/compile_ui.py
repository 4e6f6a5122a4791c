"""Compiles ui/*.ui into antq_desktop/gui/generated, with types that mypy can read.

Run it after every change in Qt Designer: ``.venv/bin/python packaging/compile_ui.py``. A test
compiles again and compares.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "ui"
TARGET = ROOT / "antq_desktop" / "gui" / "generated"

_PARAMETER = re.compile(r"def (setupUi|retranslateUi)\(self, (\w+)\):")
_VERSION = re.compile(r"^(## Created by: Qt User Interface Compiler) version .*$", re.MULTILINE)
_WIDGET = re.compile(r'<widget class="(\w+)"')


def compiled(form: Path) -> str:
    """Return the Python of one form; raises CalledProcessError where the compiler refuses it."""
    compiler = Path(sys.executable).parent / "pyside6-uic"
    made = subprocess.run(
        [compiler, "--no-autoconnection", form.name],
        cwd=form.parent,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    top = _WIDGET.search(form.read_text(encoding="utf-8"))
    kind = top[1] if top else "QWidget"
    typed = _PARAMETER.sub(rf"def \1(self, \2: {kind}) -> None:", _VERSION.sub(r"\1", made))
    return "\n".join(line.rstrip() for line in typed.splitlines()).strip() + "\n"


def target_of(form: Path) -> Path:
    """Return where the Python of a form lies."""
    return TARGET / f"ui_{form.stem}.py"


def main() -> None:
    """Compile every form, and remove what no longer has one."""
    forms = sorted(FORMS.glob("*.ui"))
    wanted = {target_of(form) for form in forms}
    for stale in set(TARGET.glob("ui_*.py")) - wanted:
        stale.unlink()
    for form in forms:
        target_of(form).write_text(compiled(form), encoding="utf-8")


if __name__ == "__main__":
    main()
