"""Rules: what a record must fulfil, each with the fields it reads, alike at entry and import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.moves import check_moves, last_state
from antq_desktop.domain.problems import Problem

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register

Values = Mapping[str, object]

#: Stands for a confidential value that is there and that nobody here can read.
SEALED: Mapping[str, object] = {"sealed": True}
Rows = list[dict[str, object]]
Check = Callable[["Seen", date], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. ``fields`` are all it may read; ``basis`` is its legal source, if it has one.

    ``columns`` ("points.started_on") say which columns of rows it reads, where those are not all:
    an office runs it where these travel, whatever else a row holds.
    """

    fields: tuple[str, ...]
    check: Check
    basis: str = ""
    columns: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """What it reads: fields, and in place of rows the columns that are named."""
        rows = {name.partition(".")[0] for name in self.columns}
        return (*(name for name in self.fields if name not in rows), *self.columns)


@dataclass(frozen=True, slots=True)
class Seen:
    """The values a rule may read: asking for a field that it did not declare is a mistake."""

    values: Values
    declared: tuple[str, ...]

    def get(self, name: str) -> object:
        """Return a value, None if empty; LookupError for a field outside the declaration."""
        if name not in self.declared:
            message = f"the rule did not declare {name}"
            raise LookupError(message)
        return self.values.get(name)

    def rows(self, name: str) -> Rows:
        """Return child rows, an empty list without any."""
        return cast("Rows", self.get(name) or [])

    def text(self, name: str) -> str | None:
        """Return a value that is text in its canonical form (dates are)."""
        return cast("str | None", self.get(name))


def missing(register: Register, values: Values) -> Iterator[Problem]:
    """Yield what a record still lacks to be complete; without any, it takes its book number."""
    state = last_state(cast("Rows", values.get("moves") or []))
    for field in register.fields:
        needed = field.required or (state is not None and state in field.required_in)
        if needed and field.name not in values:
            yield Problem(field.name, "values.required")


def check(
    register: Register,
    values: Values,
    today: date,
    *,
    earlier_moves: Rows | None = None,
    shared_only: bool = False,
) -> list[Problem]:
    """Run all rules over complete values; with ``shared_only`` those that read shared fields alone.

    ``today`` is the day of checking: what lies after it has not happened yet.
    """
    moves = cast("Rows", values.get("moves") or [])
    problems = list(check_moves(moves, earlier_moves or [], register.life_cycle))
    problems += _status(register, values, moves)
    problems += _codes(register, values)
    for rule in register.shared_rules if shared_only else register.rules:
        problems += rule.check(Seen(values, rule.fields), today)
    return problems


def _status(register: Register, values: Values, moves: Rows) -> Iterator[Problem]:
    name = register.state_field
    if name and moves and values.get(name) != last_state(moves):
        yield Problem(name, "rules.status_is_last_move")


def _codes(register: Register, values: Values) -> Iterator[Problem]:
    event = values.get(register.event_field)
    if not isinstance(event, str) or len(event) < len("2023-01-01"):
        return
    day = date.fromisoformat(event[:10])
    for field in register.dated:
        for path, one, value in _leaves(field, values.get(field.name)):
            chosen = value if isinstance(value, list) else [value]
            for text in chosen if one.codes else ():
                code = one.code(str(text))
                if code is not None and not code.valid_on(day):
                    yield Problem(path, "rules.code_not_valid")


def _leaves(field: Field, value: object) -> Iterator[tuple[str, Field, object]]:
    if value is None:
        return
    if field.kind is not Kind.ROWS:
        yield field.name, field, value
        return
    for number, row in enumerate(cast("Rows", value), 1):
        for column in field.columns:
            if column.name in row:
                yield f"{field.name}[{number}].{column.name}", column, row[column.name]


def not_future(*names: str) -> Rule:
    """Make the rule that the dates of these fields (``rows.column`` for child rows) have come."""

    def run(seen: Seen, today: date) -> Iterator[Problem]:
        last = today.isoformat()
        for path, day in _days(seen, names):
            if day[:10] > last:
                yield Problem(path, "rules.not_future")

    return Rule(
        fields=tuple(dict.fromkeys(name.split(".")[0] for name in names)),
        check=run,
        columns=tuple(name for name in names if "." in name),
    )


def in_order(rows: str, first: str, second: str) -> Rule:
    """Make the rule that in each child row the second day is not before the first."""

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        for number, row in enumerate(seen.rows(rows), 1):
            before, after = row.get(first), row.get(second)
            if before and after and str(after) < str(before):
                yield Problem(f"{rows}[{number}].{second}", "rules.in_order")

    return Rule(fields=(rows,), check=run, columns=(f"{rows}.{first}", f"{rows}.{second}"))


def days_in_order(first: str, second: str, *, strictly: bool = False) -> Rule:
    """Make the rule that one day of the record is not before another.

    With ``strictly`` it is later: an end is the first day on which a thing is no more
    (counting A05).
    """

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        before, after = seen.text(first), seen.text(second)
        if before and after and (after < before or (strictly and after == before)):
            yield Problem(second, "rules.in_order")

    return Rule(fields=(first, second), check=run)


def distinct(rows: str, column: str) -> Rule:
    """Make the rule that a column has no value twice."""

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        known: set[object] = set()
        for number, row in enumerate(seen.rows(rows), 1):
            value = row.get(column)
            if value is not None and value in known:
                yield Problem(f"{rows}[{number}].{column}", "rules.distinct")
            known.add(value)

    return Rule(fields=(rows,), check=run, columns=(f"{rows}.{column}",))


def ended_in(*states: str) -> Rule:
    """Make the rule that a record with ``ended_on`` is in one of these states."""

    def run(seen: Seen, _today: date) -> Iterator[Problem]:
        if seen.text("ended_on") and last_state(seen.rows("moves")) not in states:
            yield Problem("moves", "rules.ended_state", grave=False)

    return Rule(fields=("ended_on", "moves"), check=run)


def _days(seen: Seen, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for name in names:
        field, _, column = name.partition(".")
        if not column:
            day = seen.text(field)
            if day:
                yield field, day
            continue
        for number, row in enumerate(seen.rows(field), 1):
            if row.get(column):
                yield f"{field}[{number}].{column}", str(row[column])
