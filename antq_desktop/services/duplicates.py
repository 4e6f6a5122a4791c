"""Records that may be about one person: found as one types, kept in a queue, decided by a person.

Nothing here stops anybody: a record is saved whatever it looks like. What was decided can be taken
back, and both are in the journal. A double is not removed by itself, see `saving.void_record`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.duplicates import Decision, Why, has_persons, marks_of
from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.people import PERSON_FIELDS
from antq_desktop.domain.register import MOVES
from antq_desktop.domain.roles import Access
from antq_desktop.errors import Refusal
from antq_desktop.services.access import access_to, may_write, must_write, sees
from antq_desktop.services.editing import titles_of
from antq_desktop.services.looking import show_record
from antq_desktop.services.pens import is_given, is_ours
from antq_desktop.services.saving import confidential_fields, reason_text
from antq_desktop.store.duplicates import Decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from antq_desktop.domain.register import Register
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.duplicates import Alike
    from antq_desktop.store.queries import Line

    Values = Mapping[str, object]

PAGE = 50
"""How many pairs of the queue are read at once."""
MOST_WAITING = 100
"""How far the pairs that wait are counted."""
MOST_DECIDED = 500
"""How many decisions are looked at, the last ones."""
_MOST_LIKELY = 5

WHY_WORDS = {Why.NUMBER: "duplicates.number", Why.NAME: "duplicates.name"}
"""The ids of the words for what two records have in common."""
DECISION_WORDS = {
    Decision.DIFFERENT: "duplicates.as_different",
    Decision.BOTH: "duplicates.as_both",
    Decision.DOUBLE: "duplicates.as_double",
}
"""The ids of the words for what was decided."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A record that may be about the person of a form, and why."""

    line: Line
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of a register that may be about one person, and what was decided of them.

    ``earlier`` was begun first. ``why`` is empty where one was voided or changed meanwhile.
    ``by`` is the name of who decided.
    """

    register: Register
    earlier: Line
    later: Line
    why: tuple[Why, ...]
    decided: Decided | None = None
    by: str = ""

    @property
    def double(self) -> Line:
        """The record that goes where one is a double: a draft before one that has its number."""
        return self.earlier if self.earlier.draft and not self.later.draft else self.later

    @property
    def key(self) -> tuple[str, str]:
        """The ids of both, the earlier one first."""
        return self.earlier.record, self.later.record


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of two records; ``within`` is the person that it is a part of, None elsewhere."""

    field: Field
    within: Field | None
    earlier: object
    later: object

    @property
    def path(self) -> str:
        """The field as JSON names it: "name", or "person.born" within a person."""
        return self.field.name if self.within is None else f"{self.within.name}.{self.field.name}"

    @property
    def differs(self) -> bool:
        """Whether the two say different things; where one says nothing, they do."""
        return self.earlier != self.later


@dataclass(frozen=True, slots=True)
class Beside:
    """Two records side by side, field by field; fields that neither has are left out.

    ``pair`` is None for a form that was not saved: nothing can be decided of it yet. ``writable``
    says whether the user may decide; ``titles`` are the words of the records that references point
    to.
    """

    pair: Pair | None
    other: Line
    why: tuple[Why, ...]
    rows: tuple[Compared, ...]
    titles: Mapping[str, str]
    today: date
    writable: bool = False


def likely(
    workspace: Workspace, register: Register, values: Values, record: str | None
) -> tuple[Likely, ...]:
    """Return records of a register that may be about the person of a form; a few, the surest first.

    ``values`` are all that stands in the form, ``record`` is what it changes, None for a new one.
    Those of which somebody decided are left out, and those that the user may not see.
    """
    store = workspace.store
    found = store.duplicates.with_marks(register.name, marks_of(register, values), PAGE)
    kept: list[Likely] = []
    for other, why in sorted(found.items(), key=lambda one: (Why.NUMBER not in one[1], one[0])):
        known = record and store.duplicates.decision(*sorted((record, other)))
        line = store.queries.line(other)
        if other == record or known or line is None or not sees(workspace, register.name, other):
            continue
        kept.append(Likely(line, why))
    return tuple(kept[:_MOST_LIKELY])


def queue(
    workspace: Workspace,
    *,
    register: str | None = None,
    after: tuple[str, str] | None = None,
    most: int = PAGE,
) -> list[Pair]:
    """Return pairs that nobody decided of, those begun last first, of books that are written here.

    ``after`` is the `Pair.key` that was read last; ``register`` narrows to one book.
    """
    found = list(islice(_undecided(workspace, register, after), most))
    return [one for alike in found if (one := _pair(workspace, *_parts(alike))) is not None]


def waiting(workspace: Workspace) -> int:
    """Return how many pairs the user may decide of, `MOST_WAITING` where there are more."""
    return sum(1 for _ in islice(_undecided(workspace, None, None), MOST_WAITING))


def decided_pairs(workspace: Workspace, register: str | None = None) -> list[Pair]:
    """Return the pairs that were decided of and that the user may see, the last decision first."""
    store, found = workspace.store, list[Pair]()
    for one in store.duplicates.decisions(MOST_DECIDED):
        known = register in {None, one.register} and one.register in workspace.catalogue.by_name
        if known and all(sees(workspace, one.register, each) for each in (one.earlier, one.later)):
            why = store.duplicates.common(one.earlier, one.later)
            pair = _pair(workspace, one.register, one.earlier, one.later, why, one)
            found += [pair] if pair is not None else []
    return found


def pair_of(workspace: Workspace, first: str, second: str) -> Pair:
    """Return two records as a pair.

    Refusal where one is not known or may not be seen (``records.unknown``, ``users.no_access``), or
    they have nothing in common and nothing was decided of them (``duplicates.no_pair``).
    """
    earlier, later = sorted((first, second))
    register = show_record(workspace, earlier).line.register
    show_record(workspace, later)
    decided = workspace.store.duplicates.decision(earlier, later)
    why = workspace.store.duplicates.common(earlier, later) if earlier != later else ()
    pair = _pair(workspace, register, earlier, later, why, decided)
    if pair is None or not (why or decided):
        raise Refusal("duplicates.no_pair")
    return pair


def beside(workspace: Workspace, first: str, second: str) -> Beside:
    """Return the fields of a pair side by side; what is sealed is in neither. See `pair_of`."""
    pair = pair_of(workspace, first, second)
    earlier, later = (show_record(workspace, one).values for one in pair.key)
    writable = all(_is_written(workspace, pair.register.name, one) for one in pair.key)
    return Beside(
        pair, pair.earlier, pair.why, *_rows(workspace, pair.register, earlier, later), writable
    )


def beside_form(workspace: Workspace, register: Register, values: Values, other: str) -> Beside:
    """Return a stored record, and beside it what stands in a form; what is sealed is in neither."""
    shown, sealed = show_record(workspace, other), confidential_fields(register)
    values = {name: one for name, one in values.items() if name not in sealed}
    found = workspace.store.duplicates.with_marks(
        register.name, marks_of(register, values), MOST_WAITING
    )
    why = found.get(other, ())
    return Beside(None, shown.line, why, *_rows(workspace, register, shown.values, values))


def decide(
    workspace: Workspace, first: str, second: str, decision: Decision, reason: str = ""
) -> Pair:
    """Keep what a person decided of a pair; the reason may be left out.

    Refusal as in `pair_of`, where it was decided before (``duplicates.decided``), and where the
    user does not write these records (``users.no_writing``, ``records.not_ours``).
    """
    pair = _own_pair(workspace, first, second)
    if pair.decided is not None:
        raise Refusal("duplicates.decided")
    (earlier, later), why = pair.key, reason_text(reason) if reason.strip() else None
    kept = Decided(
        register=pair.register.name,
        earlier=earlier,
        later=later,
        decision=decision,
        user=workspace.user,
        at=workspace.clock.stamp(),
        reason=why,
    )
    said = {} if why is None else {"reason": why}
    with workspace.store.atomic():
        workspace.store.duplicates.decide(kept)
        workspace.note(
            "duplicate_decided",
            record=later,
            other=earlier,
            register=pair.register.name,
            decision=decision.value,
            **said,
        )
    return pair_of(workspace, first, second)


def reopen(workspace: Workspace, first: str, second: str) -> None:
    """Take a decision back: the pair waits again, if both records still look alike.

    Refusal as in `decide`, and where nothing was decided (``duplicates.undecided``).
    """
    pair = _own_pair(workspace, first, second)
    if pair.decided is None:
        raise Refusal("duplicates.undecided")
    earlier, later = pair.key
    with workspace.store.atomic():
        workspace.store.duplicates.reopen(earlier, later)
        workspace.note(
            "duplicate_reopened",
            record=later,
            other=earlier,
            register=pair.register.name,
            decision=pair.decided.decision.value,
        )


def _undecided(
    workspace: Workspace, register: str | None, after: tuple[str, str] | None
) -> Iterator[Alike]:
    access = {
        one.name: access_to(workspace, one.name)
        for one in workspace.catalogue.registers
        if register in {None, one.name} and has_persons(one)
    }
    may = [name for name, how in access.items() if how >= Access.OWN]
    found = workspace.store.duplicates.undecided(workspace.place.id, may, after)
    given = workspace.store.pens.given_until()
    for one in found:
        both = (one.earlier, one.later)
        if access[one.register] is Access.OWN and not all(
            sees(workspace, one.register, each) for each in both
        ):
            continue
        if not given or not any(_was_given(workspace, each) for each in both):
            yield one


def _was_given(workspace: Workspace, record: str) -> bool:
    last = workspace.store.revisions.latest(record)
    return last is not None and is_given(workspace, last.header)


def _parts(alike: Alike) -> tuple[str, str, str, tuple[Why, ...]]:
    return alike.register, alike.earlier, alike.later, alike.why


def _pair(
    workspace: Workspace,
    register: str,
    earlier: str,
    later: str,
    why: tuple[Why, ...],
    decided: Decided | None = None,
) -> Pair | None:
    """Return a pair, None where a draft of it was discarded."""
    lines = [workspace.store.queries.line(one) for one in (earlier, later)]
    if lines[0] is None or lines[1] is None:
        return None
    by = workspace.store.account_names().get(decided.user, decided.user) if decided else ""
    return Pair(workspace.catalogue.by_name[register], lines[0], lines[1], why, decided, by)


def _is_written(workspace: Workspace, register: str, record: str) -> bool:
    last = workspace.store.revisions.latest(record)
    return may_write(workspace, register, record) and (
        last is None or is_ours(workspace, last.header)
    )


def _rows(
    workspace: Workspace, register: Register, earlier: Values, later: Values
) -> tuple[tuple[Compared, ...], dict[str, str], date]:
    titles = {
        record: words
        for values in (earlier, later)
        for record, words in titles_of(workspace, register.fields, values)
    }
    rows = tuple(_compared(register.fields, earlier, later))
    return rows, titles, workspace.clock.today()


def _own_pair(workspace: Workspace, first: str, second: str) -> Pair:
    pair = pair_of(workspace, first, second)
    for record in pair.key:
        must_write(workspace, pair.register.name, record)
        if not _is_written(workspace, pair.register.name, record):
            raise Refusal("records.not_ours")
    return pair


def _compared(fields: Iterable[Field], earlier: Values, later: Values) -> Iterator[Compared]:
    for one in fields:
        values = earlier.get(one.name), later.get(one.name)
        if one.name == MOVES or values == (None, None):
            continue
        if one.kind is not Kind.PERSON:
            yield Compared(one, None, *values)
            continue
        persons = [cast("Values", value or {}) for value in values]
        for part in PERSON_FIELDS:
            inner = persons[0].get(part.name), persons[1].get(part.name)
            if inner != (None, None):
                yield Compared(part, one, *inner)
