"""Every library that is used is declared, and the other way round; the domain needs none."""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions

from tests.rules.sources import called, imported, project, python_files, shown

STANDARD = sys.stdlib_module_names
NO_LIBRARY = {"_typeshed", "antq_desktop"}

# What the domain must not ask for: it is given its days, its files and its chance by others.
OUTSIDE_WORLD = {
    *("asyncio", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets"),
    *("shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time"),
    "urllib",
}
IMPURE = {"input", "now", "open", "print", "today", "utcnow", "uuid1", "uuid4"}


def declared() -> set[str]:
    """Return the names of the libraries that the program is installed with."""
    return {re.split(r"[<>=; ]", line)[0] for line in project()["project"]["dependencies"]}


def used() -> dict[str, str]:
    """Return the libraries that the program imports, each with a place where it does."""
    providers = packages_distributions()
    return {
        providers[top][0].lower().replace("_", "-"): f"{shown(file)}:{line}"
        for file in python_files("antq_desktop")
        for line, name in imported(file)
        if (top := name.partition(".")[0]) not in STANDARD | NO_LIBRARY
    }


def test_every_library_that_is_used_is_declared() -> None:
    assert not {name: place for name, place in used().items() if name not in declared()}


def test_every_library_that_is_declared_is_used() -> None:
    assert not declared() - set(used())


def test_the_domain_knows_the_standard_library_only() -> None:
    allowed = (STANDARD - OUTSIDE_WORLD) | NO_LIBRARY
    found = [
        f"{shown(file)}:{line} {name}"
        for file in python_files("antq_desktop/domain")
        for line, name in imported(file)
        if name.partition(".")[0] not in allowed
    ]
    assert not found


def test_the_domain_has_no_clock_and_opens_nothing() -> None:
    found = [
        f"{shown(file)}:{call.lineno} {name}"
        for file in python_files("antq_desktop/domain")
        for call, name in called(file)
        if name in IMPURE
    ]
    assert not found
