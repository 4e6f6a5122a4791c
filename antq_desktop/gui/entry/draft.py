"""The form that is open: what it began with, what of it would be saved, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Travel
from antq_desktop.gui.entry.tools import Remark
from antq_desktop.messages import words
from antq_desktop.services.unsaved import UnsavedForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_desktop.domain.forms import Hand
    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.messages import Language
    from antq_desktop.services.editing import FormData
    from antq_desktop.services.whereabouts import Spot

    Form = Mapping[str, object]

MISSING = "values.required"
"""The rule of a value that is not there yet."""
UNREAD = "typed."
"""How the rules of what cannot be understood begin."""


@dataclass
class OpenForm:
    """One form from its opening to its closing; ``form`` is the id under which it is kept."""

    form: str
    data: FormData
    hand: Hand
    began: Form = field(default_factory=dict)
    sealed: bool = False
    kept: Form | None = None
    visited: set[str] = field(default_factory=set)
    strict: bool = False
    """Whether what is missing is said beside its field even where nobody was yet."""
    suggested: list[dict[str, object]] = field(default_factory=list)
    """The dated states that the form filled in by itself."""

    @property
    def register(self) -> Register:
        """The register of the record."""
        return self.data.register

    def unsaved(self, typed: Form, spot: Spot | None) -> UnsavedForm:
        """Return what is kept of the form; ``spot`` is where the keyboard is."""
        return UnsavedForm(
            form=self.form,
            register=self.register.name,
            record=self.data.record,
            base=self.data.base,
            typed=typed,
            spot=spot,
        )

    def read(self, typed: Form) -> tuple[dict[str, object], list[Problem]]:
        """Return the fields that would be saved, and what cannot be understood.

        Of a record that is there only what was changed: None where a field was emptied.
        """
        values, bad = self.hand.read_all(self.register.fields, typed)
        wrong = {re.split(r"[.\[]", problem.field)[0] for problem in bad}
        if self.data.record is None:
            return values, bad
        changed = self._changed(typed) - wrong
        return {name: values.get(name) for name in sorted(changed)}, bad

    def told(
        self, problems: list[Problem], language: Language
    ) -> tuple[list[Remark], list[Remark]]:
        """Return all problems in words, and those of them that are said beside their fields."""
        # A field that cannot be read, or holds the 31st of February, is not missing besides.
        unread = {one.field for one in problems if one.rule.startswith(UNREAD)}
        there = {one.field for one in problems if one.rule != MISSING}
        kept = [
            one
            for one in problems
            if one.rule.startswith(UNREAD)
            or (one.field not in unread and not (one.rule == MISSING and one.field in there))
        ]
        remarks = remarks_of(kept, self.register, language)
        beside = [
            one
            for one in remarks
            if self.strict or not one.missing or one.within()[0] in self.visited
        ]
        return remarks, beside

    def _changed(self, typed: Form) -> set[str]:
        names = {name for name in {*typed, *self.began} if typed.get(name) != self.began.get(name)}
        sealed = {
            name
            for name in self.register.by_name
            if Travel.CONFIDENTIAL in self.register.travels(name)
        }
        if self.sealed:
            return names - sealed
        # The sealed part is one whole: a change of one of its fields writes it anew.
        return names | (sealed & set(typed)) if names & sealed else names


def remarks_of(problems: Iterable[Problem], register: Register, language: Language) -> list[Remark]:
    """Return problems in words, grave ones first; codes of states are shown by their labels."""
    states = {code.code: code.text(language) for code in register.life_cycle.states}
    found: dict[tuple[str, str], Remark] = {}
    for problem in problems:
        values = {
            name: states.get(value, value) if isinstance(value, str) else value
            for name, value in problem.values.items()
        }
        said = words(problem.rule, language, values)
        tone = "error" if problem.grave else "warning"
        remark = Remark(
            problem.field,
            f"{said.text} {said.action}",
            "error" if tone == "error" else "warning",
            missing=problem.rule == MISSING,
        )
        found.setdefault((problem.field, problem.rule), remark)
    # What is missing is told last: what is there and wrong is more urgent.
    return sorted(found.values(), key=lambda one: (one.missing, one.tone != "error"))
