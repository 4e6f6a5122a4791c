"""Keys have words, and the letters of Alt can be typed."""

from __future__ import annotations

import re

from tests.rules.sources import ROOT, called, python_files, shown

MARKED = re.compile(r"&(?:amp;)?([^\W\d_])")
TEXTS = [
    *python_files("antq_desktop/gui"),
    *sorted((ROOT / "ui").glob("*.ui")),
    ROOT / "resources" / "translations" / "en.ts",
]


def test_no_letter_of_alt_has_a_mark() -> None:
    """With Alt held, a keyboard gives its plain letters: Alt and "ụ" cannot be pressed."""
    found = [
        f"{shown(file)}: {letter}"
        for file in TEXTS
        for letter in MARKED.findall(file.read_text(encoding="utf-8"))
        if not letter.isascii()
    ]
    assert not found


def test_every_key_has_words() -> None:
    """What has words is in tool tips, the search box and on the sheet: `act` and `key_of`."""
    found = [
        f"{shown(file)}:{call.lineno}"
        for file in python_files("antq_desktop/gui")
        for call, name in called(file)
        if name == "QShortcut"
    ]
    assert not found
