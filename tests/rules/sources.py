"""The source of the program as the rules read it."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below folders of the repository that people write."""
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in found if "generated" not in file.parts)


def shown(file: Path) -> str:
    """Return a path as a person names it."""
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    """Return a file as a syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), shown(file))


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a file; many rules look at the same ones."""
    return tuple(ast.walk(tree(file)))


@cache
def strings(file: Path) -> tuple[tuple[int, str], ...]:
    """Return each text with its line, the fixed parts of f-strings too; no docstring."""
    documentation = {
        id(node.body[0].value)
        for node in nodes(file)
        if isinstance(node, ast.Module | ast.ClassDef | Function)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return tuple(
        (node.lineno, node.value)
        for node in nodes(file)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documentation
    )


def imported(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the name of each module that a file imports, wherever in it, with the line."""
    for node in nodes(file):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


@cache
def called(file: Path) -> tuple[tuple[ast.Call, str], ...]:
    """Return each call in a file with the last part of the name that is called."""
    calls = (node for node in nodes(file) if isinstance(node, ast.Call))
    return tuple(
        (call, call.func.id if isinstance(call.func, ast.Name) else call.func.attr)
        for call in calls
        if isinstance(call.func, ast.Name | ast.Attribute)
    )


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
