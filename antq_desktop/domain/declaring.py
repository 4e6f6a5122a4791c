"""Short forms for declarations of registers: fields by what travels of them, and common rules."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from antq_desktop.domain.fields import Field, Kind, Label, Travel
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from antq_desktop.domain.fields import Code
    from antq_desktop.domain.rules import Seen


class More(TypedDict, total=False):
    """What a field may have besides its name, kind and label; see `Field`."""

    required: bool
    required_in: frozenset[str]
    help: Label | None
    basis: str
    codes: tuple[Code, ...]
    columns: tuple[Field, ...]
    register: str | None
    minimum: int


def shared(name: str, kind: Kind, label: tuple[str, str], **more: Unpack[More]) -> Field:
    """Declare a field that travels in submissions; ``label`` is Vietnamese and English."""
    return Field(name=name, kind=kind, label=Label(*label), travel=Travel.SHARED, **more)


def private(name: str, kind: Kind, label: tuple[str, str], **more: Unpack[More]) -> Field:
    """Declare a field that stays in the unit; ``label`` is Vietnamese and English."""
    return Field(name=name, kind=kind, label=Label(*label), travel=Travel.PRIVATE, **more)


def ascending(*names: str) -> Rule:
    """Make the rule that the dates of these fields follow each other; empty ones are passed over.

    Moments are compared by their days.
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        before = ""
        for name in names:
            day = (seen.text(name) or "")[:10]
            if day and day < before:
                yield Problem(name, "rules.in_order")
            before = max(before, day)

    return Rule(fields=names, check=run)


def together(result: str, on: str) -> Rule:
    """Make the rule that a result and the day of it are written together."""

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        has_result, has_day = (seen.text(name) is not None for name in (result, on))
        if has_day and not has_result:
            yield Problem(result, "rules.result_without")
        if has_result and not has_day:
            yield Problem(on, "rules.day_without")

    return Rule(fields=(result, on), check=run)


def read_before_sent(notified: str, sent: str, days: int, *, basis: str) -> Rule:
    """Make the rule that warns of a file sent before its ``days`` for reading can have ended.

    They are working days, so that fewer calendar days are too few whatever the calendar says.
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        from_day, to_day = seen.text(notified), seen.text(sent)
        if not from_day or not to_day:
            return
        passed = (date.fromisoformat(to_day) - date.fromisoformat(from_day)).days
        if 0 <= passed < days:
            yield Problem(sent, "rules.sent_before_reading", grave=False, values={"days": days})

    return Rule(fields=(notified, sent), check=run, basis=basis)


def part_labels(prefix: str, codes: Sequence[Code]) -> dict[str, Label]:
    """Return the labels of the lines under a figure that is divided by codes."""
    return {f"{prefix}.{code.code}": code.label for code in codes}
