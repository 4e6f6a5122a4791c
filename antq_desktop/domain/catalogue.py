"""The catalogue: all registers of this program, and the version that revisions name."""

from __future__ import annotations

import pkgutil
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from antq_desktop.domain import registers
from antq_desktop.domain.register import Register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.indicators import Indicator

#: A whole number as text; it grows by one with every change of a declaration that an older program
#: could not read.
CATALOGUE_VERSION = "4"
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


@dataclass(frozen=True)
class Catalogue:
    """The registers in the order of their codes."""

    version: str
    registers: tuple[Register, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Register]:
        """The registers by name."""
        return {register.name: register for register in self.registers}

    @cached_property
    def indicators(self) -> Mapping[str, tuple[Register, Indicator]]:
        """The indicators by code, each with the register it counts."""
        return {
            indicator.code: (register, indicator)
            for register in self.registers
            for indicator in register.indicators
        }

    def reads(self, version: str) -> bool:
        """Say whether records of that version can be read here; a text that is no number cannot."""
        return _NUMBER.fullmatch(version) is not None and int(version) <= int(self.version)


def load_catalogue() -> Catalogue:
    """Collect the declarations of all files in ``registers``; TypeError for one that is none."""
    found: list[Register] = []
    for module in pkgutil.iter_modules(registers.__path__):
        # Found by its name, so that a new register is one new file and nothing else.
        register = pkgutil.resolve_name(f"{registers.__name__}.{module.name}:REGISTER")
        if not isinstance(register, Register):
            message = f"{module.name}.REGISTER is no register"
            raise TypeError(message)
        found.append(register)
    return Catalogue(CATALOGUE_VERSION, tuple(sorted(found, key=lambda one: one.code)))
