"""Every text of the windows can be translated, and is translated into English."""

from __future__ import annotations

import ast
import html
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.rules.sources import ROOT, called, python_files, shown, strings, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = ROOT / "resources" / "translations" / "en.ts"
TOOLS = Path(sys.executable).parent
FIELD = re.compile(r"\{(.*?)\}")
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
TRANSLATES = {"tr": 0, "translate": 1}
"""Which argument of which call is the text."""


MESSAGE = re.compile(
    r"<source>([^<]*)</source>.*?<translation( type=\"\w+\")?>([^<]*)</translation>", re.DOTALL
)


@cache
def texts(file: Path) -> dict[tuple[str, str], str]:
    """Return the English of each (context, text) of a .ts file; empty where it is unfinished."""
    found: dict[tuple[str, str], str] = {}
    for context in file.read_text(encoding="utf-8").split("<context>")[1:]:
        name = context.partition("<name>")[2].partition("</name>")[0]
        for source, unfinished, english in MESSAGE.findall(context):
            found[name, html.unescape(source)] = "" if unfinished else html.unescape(english)
    return found


def test_every_text_is_in_english(tmp_path: Path) -> None:
    fresh = tmp_path / "en.ts"
    shutil.copy(ENGLISH, fresh)
    sources = [*python_files("antq_desktop/gui"), *sorted((ROOT / "ui").glob("*.ui"))]
    update = [str(TOOLS / "pyside6-lupdate"), "-no-obsolete", "-extensions", "py,ui"]
    subprocess.run(
        [*update, *map(str, sources), "-ts", str(fresh)], check=True, capture_output=True
    )
    assert not {text for text, english in texts(fresh).items() if not english}
    assert texts(fresh).keys() == texts(ENGLISH).keys()


def test_english_fills_in_the_same_values_and_keeps_a_key_of_the_menu() -> None:
    wrong = {
        text: english
        for (_, text), english in texts(ENGLISH).items()
        if set(FIELD.findall(text)) != set(FIELD.findall(english))
    }
    assert not wrong
    mnemonic = re.compile(r"&\w")
    assert not [
        text
        for (_, text), english in texts(ENGLISH).items()
        if bool(mnemonic.search(text)) != bool(mnemonic.search(english))
    ]


def test_english_holds_no_vietnamese() -> None:
    assert not [english for english in texts(ENGLISH).values() if VIETNAMESE.search(english)]


def test_the_file_that_qt_reads_can_be_made(tmp_path: Path) -> None:
    target = tmp_path / "en.qm"
    release = [str(TOOLS / "pyside6-lrelease"), str(ENGLISH), "-qm", str(target)]
    said = subprocess.run(release, check=True, capture_output=True, text=True).stdout
    assert "0 unfinished" in said
    assert target.stat().st_size


def unseen() -> Iterator[str]:
    """Yield calls whose text lupdate does not see: it must be a literal, outside an f-string."""
    for file in python_files("antq_desktop/gui"):
        for call, name in called(file):
            place = TRANSLATES.get(name)
            if place is None or len(call.args) <= place:
                continue
            text = call.args[place]
            if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                yield f"{shown(file)}:{call.lineno}"


def in_format() -> Iterator[str]:
    """Yield calls within an f-string; lupdate passes them over without a word."""
    for file in python_files("antq_desktop/gui"):
        for node in ast.walk(tree(file)):
            if not isinstance(node, ast.FormattedValue):
                continue
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in TRANSLATES:
                    yield f"{shown(file)}:{call.lineno}"


@pytest.mark.parametrize("found", [unseen, in_format])
def test_the_translator_sees_every_text(found: object) -> None:
    assert callable(found)
    assert not list(found())


def test_no_vietnamese_stands_outside_a_translated_text() -> None:
    found: list[str] = []
    for file in python_files("antq_desktop/gui"):
        said = {
            (text.lineno, text.value)
            for call, name in called(file)
            if name in TRANSLATES
            for text in call.args
            if isinstance(text, ast.Constant)
        }
        found += [
            f"{shown(file)}:{line} {text}"
            for line, text in strings(file)
            if VIETNAMESE.search(text) and (line, text) not in said
        ]
    assert not found
