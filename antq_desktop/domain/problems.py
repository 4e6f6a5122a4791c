"""A problem: what is wrong with a record, where, how grave it is. Never an exception."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from antq_desktop.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from antq_desktop.errors import MessageValue


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about one field.

    ``field`` is a path ("name", "points[2].started_on"; rows count from 1), ``rule`` the message id
    of its words. A grave problem blocks signing, not saving; one that ``blocks`` is not stored at
    all, not even as a draft.
    """

    field: str
    rule: str
    grave: bool = True
    blocks: bool = False
    values: Mapping[str, MessageValue] = dataclasses.field(default_factory=dict)


class BadValue(ValueError):
    """A value that cannot be stored: the rule it breaks and the values its words need."""

    def __init__(self, rule: str, /, **values: MessageValue) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values
        self._within = ""

    def inside(self, name: str) -> BadValue:
        """Return it as that of a part of its field: of the number of a person."""
        self._within = f".{name}"
        return self

    def at(self, path: str) -> Problem:
        """Return it as the problem of a field."""
        return Problem(f"{path}{self._within}", self.rule, grave=True, values=self.values)


@dataclass(frozen=True, slots=True)
class Finding:
    """Problems of one line of input, or of one record; ``line`` counts from 1."""

    problems: tuple[Problem, ...]
    line: int | None = None
    record: str | None = None


class ProblemsFound(Refusal):
    """A refusal that lists what has to be settled first."""

    def __init__(
        self, message_id: str, findings: Sequence[Finding], /, **values: MessageValue
    ) -> None:
        super().__init__(message_id, **values)
        self.findings = tuple(findings)
