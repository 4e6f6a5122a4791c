"""What the hard tests share: their world, and how hard they are run (`make torture`)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto.passphrases import derive_key
from antq_desktop.store import keyfile
from tests.unit.services.conftest import catalogue, made, world

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

__all__ = ["catalogue", "made", "world"]

SEED = 1


@dataclass(frozen=True, slots=True)
class Torture:
    """How often, and the seed of all chance in it."""

    seed: int
    kills: int
    changes: int

    def random(self, name: str) -> Random:
        """Return the chance of one test; tests do not disturb each other's."""
        return Random(f"{self.seed} {name}")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make torture`."""
    parser.addoption("--torture", type=int, metavar="SEED", help="many more tries, by this seed")


@pytest.fixture(scope="session")
def torture(pytestconfig: pytest.Config) -> Torture:
    """Return how hard to try: a hundred times in `make test`, thousands with a seed."""
    seed = pytestconfig.getoption("--torture", default=None)
    if seed is None:
        return Torture(SEED, kills=30, changes=120)
    return Torture(seed, kills=200, changes=20_000)


@pytest.fixture
def derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive each key once: Argon2id is slow on purpose, and gives the same key every time."""
    monkeypatch.setattr(keyfile, "derive_key", functools.cache(derive_key))


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Say what was tried, and by which seed it can be tried again."""
    seed = terminalreporter.config.getoption("--torture", default=None)
    if seed is None:
        return
    terminalreporter.section(f"torture, seed {seed}")
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, value in report.user_properties:
            if report.when == "call":
                terminalreporter.write_line(f"{name}: {value}")
