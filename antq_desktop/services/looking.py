"""Looking at records: showing one, its history, lists, search, and revealing what is sealed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.crypto.sealing import NotSealedToUs, SealDamaged, unseal_bytes
from antq_desktop.domain.attachments import ATTACHMENTS, attached_of
from antq_desktop.domain.parts import join
from antq_desktop.errors import Refusal
from antq_desktop.services.access import must_see, only_by, sees
from antq_desktop.services.limits import limits_of, passed_now
from antq_desktop.services.listing import units_of
from antq_desktop.services.saving import register_named, values_of
from antq_desktop.store.queries import Filter, Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from antq_desktop.domain.attachments import Attached
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.record import Revision
    from antq_desktop.domain.register import Register
    from antq_desktop.services.limits import Limit
    from antq_desktop.services.workspace import Workspace

MOST_FOUND = 100
"""How many records a search gives."""

_BOOK = re.compile(r"([A-Za-z0-9_]+)/(\d{1,9})/(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as a person sees it; ``digest`` is None for a draft."""

    line: Line
    values: Mapping[str, object]
    digest: str | None
    has_confidential: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One revision in the history of a record: who, when, why, and which fields changed.

    ``before`` and ``after`` hold the values of the fields that changed; what is sealed is in
    neither, and ``sealed`` says that it changed.
    """

    number: int
    at: str
    author: str
    reason: str | None
    changed: tuple[str, ...]
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)
    sealed: bool = False
    voided: bool = False


def find_record(workspace: Workspace, text: str) -> str:
    """Return the id that ``text`` means: a UUID, or REGISTER/NUMBER/YEAR of one book."""
    book = _BOOK.fullmatch(text)
    if book is None:
        if workspace.store.queries.line(text) is None:
            raise Refusal("records.unknown", id=text)
        return text
    register = register_named(workspace, book[1])
    found = workspace.store.queries.in_book(register.name, int(book[2]), int(book[3]))
    if not found:
        raise Refusal("records.unknown", id=text)
    if len(found) > 1:
        raise Refusal("records.several", id=text)
    return found[0].record


def show_record(workspace: Workspace, record: str) -> Shown:
    """Return a record or draft without its confidential fields."""
    line = workspace.store.queries.line(record)
    if line is None:
        raise Refusal("records.unknown", id=record)
    register = workspace.catalogue.by_name[line.register]
    must_see(workspace, line.register, record)
    draft = workspace.store.drafts.get(record)
    if draft is not None:
        values = join(register.fields, draft.shared, draft.private)
        return Shown(line, values, None, draft.confidential is not None)
    revision = cast("Revision", workspace.store.revisions.latest(record))
    sealed = revision.header.confidential is not None
    return Shown(line, values_of(register, revision), revision.digest, sealed)


def reveal(workspace: Workspace, record: str, *, reason: str) -> Mapping[str, object]:
    """Return the confidential fields of a record to the head; it is in the journal before he sees.

    Refusal without a reason, for another role, and if the part was not sealed to this head.
    """
    workspace.require_head()
    if not reason.strip():
        raise Refusal("records.reason_needed")
    draft = workspace.store.drafts.get(record)
    revision = workspace.store.revisions.latest(record)
    digest = draft.confidential if draft else revision.header.confidential if revision else None
    if digest is None:
        raise Refusal("records.nothing_sealed")
    with workspace.store.atomic():
        workspace.note("reveal", record=record, reason=reason.strip()[:500])
    part = canonical.load(open_part(workspace, digest))
    return cast("Mapping[str, Mapping[str, object]]", part)["values"]


def open_part(workspace: Workspace, digest: str) -> bytes:
    """Open a confidential part that is sealed to this head; the journal is told by who calls.

    Refusal if it was not sealed to him, or is damaged.
    """
    seal = workspace.opened.seal
    blob = workspace.store.sealed.get(digest, seal.recipient)
    if blob is None:
        raise Refusal("records.not_sealed_to_you")
    try:
        part = unseal_bytes(blob, [seal])
    except (NotSealedToUs, SealDamaged):
        raise Refusal("records.seal_damaged") from None
    if sha256_hex(part) != digest:
        raise Refusal("records.seal_damaged")
    return part


def history(workspace: Workspace, record: str) -> list[Change]:
    """Return the revisions of a record, oldest first."""
    names = workspace.store.account_names()
    line = workspace.store.queries.line(record)
    if line is not None:
        must_see(workspace, line.register, record)
    changes: list[Change] = []
    before: Mapping[str, object] = {}
    files: tuple[Attached, ...] = ()
    sealed: str | None = None
    voided = False
    for revision in workspace.store.revisions.history(record):
        header = revision.header
        register = workspace.catalogue.by_name[header.register]
        values = values_of(register, revision)
        own = [f.name for f in register.fields if before.get(f.name) != values.get(f.name)]
        fields = list(own)
        now = attached_of(revision.shared, revision.private)
        if now != files:
            fields.append(ATTACHMENTS)
        reason = (revision.private or {}).get("reason")
        changes.append(
            Change(
                header.number,
                header.at,
                names.get(header.author, header.author),
                str(reason) if reason else None,
                tuple(fields),
                {name: before.get(name) for name in own},
                {name: values.get(name) for name in own},
                header.confidential != sealed,
                header.voided and not voided,
            )
        )
        before, files = values, now
        sealed, voided = header.confidential, header.voided
    if not changes:
        raise Refusal("records.no_history")
    return changes


def list_records(
    workspace: Workspace,
    register: Register,
    *,
    period: Period | None = None,
    state: str | None = None,
    overdue: bool = False,
    unit: str | None = None,
) -> list[Line]:
    """Return the records of a register in the order of the book.

    ``state`` may be a state, "draft" or "voided"; ``overdue`` keeps those with a time limit that
    has passed without the act it demands, ``unit`` those of a unit, by its key, of those below it
    and of those they took over.
    """
    known = {code.code for code in register.life_cycle.states} | {"draft", "voided"}
    if state is not None and state not in known:
        raise Refusal("records.unknown_state", state=state)
    wanted = Filter(
        register.name,
        period,
        state,
        units=units_of(workspace, unit),
        author=only_by(workspace, register.name),
        passed_at=passed_now(workspace) if overdue else None,
    )
    return workspace.store.queries.lines(wanted)


def record_limits(workspace: Workspace, shown: Shown) -> tuple[Limit, ...]:
    """Return the time limits that apply to a record or draft; a voided one has none."""
    if shown.line.voided:
        return ()
    register = workspace.catalogue.by_name[shown.line.register]
    return limits_of(workspace, register, shown.values, shown.line.unit)


def overdue_limits(workspace: Workspace, line: Line) -> tuple[Limit, ...]:
    """Return the time limits of a record that passed without the act they demand; none of drafts.

    It reads the whole record, unless its register has no limits.
    """
    if line.draft or line.voided or not workspace.catalogue.by_name[line.register].deadlines:
        return ()
    limits = record_limits(workspace, show_record(workspace, line.record))
    return tuple(one for one in limits if one.overdue)


def search(workspace: Workspace, text: str) -> list[Line]:
    """Find records of all registers, with or without marks.

    After those that have the words come those of the unit that bears the name, of units before it
    and of those after it: a record is found under the old name and under the new one.
    """
    found = workspace.store.queries.search(text, MOST_FOUND)
    units = {key.text for key in workspace.units.named(text)}
    room = MOST_FOUND - len(found)
    known = {line.record for line in found}
    theirs = workspace.store.queries.of_units(units, MOST_FOUND) if room and units else []
    both = [*found, *[line for line in theirs if line.record not in known][:room]]
    return [line for line in both if sees(workspace, line.register, line.record)]
