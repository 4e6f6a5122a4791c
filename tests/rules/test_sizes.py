"""No file and no function is too long to be read at once."""

from __future__ import annotations

import ast

from tests.rules.sources import Function, python_files, shown, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
FILES = python_files("antq_desktop", "tests", "packaging", "bench")


def test_files_are_short() -> None:
    lines = {shown(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert not {name: count for name, count in lines.items() if count > LONGEST_FILE}


def test_functions_are_short() -> None:
    lengths = {
        f"{shown(file)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, Function)
    }
    assert not {name: count for name, count in lengths.items() if count > LONGEST_FUNCTION}
