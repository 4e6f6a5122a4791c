"""What the entry form needs of a record, and saving it together with its unsaved form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from antq_desktop.domain.fields import Field, Kind
from antq_desktop.domain.units import parse_unit_key
from antq_desktop.errors import Refusal
from antq_desktop.services.access import may_write
from antq_desktop.services.limits import limits_of, with_whole_rows
from antq_desktop.services.looking import record_limits, show_record
from antq_desktop.services.pens import is_ours, why_only_read
from antq_desktop.services.saving import add_records, change_record, preview

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from antq_desktop.domain.problems import Problem
    from antq_desktop.domain.register import Register
    from antq_desktop.domain.units import UnitKey
    from antq_desktop.services.limits import Limit
    from antq_desktop.services.looking import Shown
    from antq_desktop.services.saving import Saved
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.queries import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class FormData:
    """A record as its form opens it. ``shown`` is None for a new one.

    ``writable`` is False where another workspace holds the pen, for a voided record, and where the
    role of the user only reads; ``given`` says why, where the books went over to another workspace
    from here, and for a new record that the user may not enter. ``titles`` are the words of the
    records that references point to, ``officers`` the names of the users, ``limits`` the time
    limits that apply to what is stored.
    """

    register: Register
    shown: Shown | None
    writable: bool
    today: date
    titles: Mapping[str, str]
    officers: tuple[str, ...]
    limits: tuple[Limit, ...] = ()
    given: Refusal | None = None

    @property
    def record(self) -> str | None:
        """The id of the record, None for a new one."""
        return self.shown.line.record if self.shown else None

    @property
    def unit(self) -> UnitKey | None:
        """The unit whose record it is, None for a new one: that is our own."""
        return parse_unit_key(self.shown.line.unit) if self.shown else None

    @property
    def registered(self) -> bool:
        """Whether the record has its number, so that a change needs a reason."""
        return self.shown is not None and not self.shown.line.draft

    @property
    def base(self) -> int:
        """The number of the revision that would be changed; 0 for a draft or a new record."""
        return self.shown.line.number if self.shown else 0


def form_of(workspace: Workspace, register: str, record: str | None) -> FormData:
    """Return what a form opens: a new record of a register, or a record or draft that is there."""
    shown = show_record(workspace, record) if record else None
    declared = workspace.catalogue.by_name[shown.line.register if shown else register]
    latest = workspace.store.revisions.latest(record) if record else None
    given = why_only_read(workspace, latest.header if latest is not None else None)
    may = may_write(workspace, declared.name, record)
    if given is None and record is None and not may:
        given = Refusal("users.no_writing")
    ours = latest is None or (is_ours(workspace, latest.header) and not latest.header.voided)
    return FormData(
        register=declared,
        shown=shown,
        writable=may and ours and given is None,
        today=workspace.clock.today(),
        titles=dict(titles_of(workspace, declared.fields, shown.values if shown else {})),
        officers=tuple(slot.name for slot in workspace.keys.slots),
        limits=record_limits(workspace, shown) if shown else (),
        given=given,
    )


def look_at(
    workspace: Workspace, register: Register, raw: Mapping[str, object], record: str | None
) -> tuple[tuple[Problem, ...], tuple[Limit, ...]]:
    """Return the problems and the time limits of what stands in a form; nothing is saved."""
    shown = show_record(workspace, record) if record else None
    values = {**(shown.values if shown else {}), **raw}
    unit = shown.line.unit if shown else workspace.unit.key.text
    limits = limits_of(workspace, register, with_whole_rows(register, values), unit)
    return preview(workspace, register, raw, record), limits


def find_title(
    workspace: Workspace, register: str | None, text: str, most: int
) -> list[tuple[str, str]]:
    """Return (id, words) of the records of a register that have these words, for a reference.

    Without a register those of any book, each with the code of its own.
    """
    lines = workspace.store.queries.search(text)
    return [
        (line.record, _shown(workspace, line, any_book=register is None))
        for line in lines
        if register in {None, line.register} and not line.draft and not line.voided
    ][:most]


def _shown(workspace: Workspace, line: Line, *, any_book: bool) -> str:
    """Return a record as a reference shows it."""
    code = f"{workspace.catalogue.by_name[line.register].code} · " if any_book else ""
    return f"{code}{line.title} · {line.book}"


def save_form(
    workspace: Workspace,
    form: str,
    register: Register,
    record: str | None,
    raw: Mapping[str, object],
    *,
    reason: str | None = None,
) -> Saved:
    """Save what was typed and forget the unsaved form, both or neither.

    Raises what `add_records` and `change_record` raise.
    """
    with workspace.store.atomic():
        if record is None:
            saved = add_records(workspace, register, [dict(raw)])[0]
        else:
            saved = change_record(workspace, record, dict(raw), reason=reason)
        workspace.store.unsaved.drop(form, workspace.user)
    return saved


def titles_of(
    workspace: Workspace, fields: tuple[Field, ...], values: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield the id of each record that values point to, with its words; unknown ones have none."""
    for one in fields:
        value = values.get(one.name)
        if value is None:
            continue
        if one.kind is Kind.ROWS:
            for row in cast("list[Mapping[str, object]]", value):
                yield from titles_of(workspace, one.columns, row)
        elif one.kind is Kind.REFERENCE:
            try:
                line = show_record(workspace, str(value)).line
            except Refusal:  # it lies in another unit: its id is all we know
                continue
            yield str(value), _shown(workspace, line, any_book=one.register is None)
