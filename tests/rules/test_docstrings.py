"""Every public name says what it is."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.rules.sources import Function, python_files, shown, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_every_public_name_is_documented() -> None:
    assert not [line for file in python_files("antq_desktop") for line in undocumented(file)]


def test_every_file_of_tests_says_what_it_is() -> None:
    files = python_files("tests", "packaging", "bench")
    assert not [shown(file) for file in files if tree(file).body and not has_words(tree(file))]


def undocumented(file: Path) -> Iterator[str]:
    """Yield the module and the public classes, methods and functions without a docstring."""
    if not has_words(tree(file)):
        yield shown(file)
    for node in public(tree(file)):
        if not has_words(node):
            yield f"{shown(file)}:{node.lineno} {node.name}"


def public(body: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """Yield what is public in a module, and in its public classes; magic methods need no words."""
    for node in body.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def has_words(node: ast.Module | ast.ClassDef | Function) -> bool:
    """Tell whether there is a docstring with more than white space."""
    return bool(ast.get_docstring(node))
