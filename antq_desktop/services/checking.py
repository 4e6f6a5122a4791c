"""The self-check: what a help desk would ask first, answered without personal data."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from antq_desktop.crypto.certificates import read_certificate, read_revocation_list
from antq_desktop.errors import Refusal
from antq_desktop.services.ages import age_of
from antq_desktop.services.attachments import damaged_files
from antq_desktop.services.backing_up import newest_backup
from antq_desktop.services.journal_chain import Standing, chain_state
from antq_desktop.services.moving import moved_away
from antq_desktop.services.proving import proved_at
from antq_desktop.services.recovering import lost_serials
from antq_desktop.services.recovery_key import drill_due, standing
from antq_desktop.services.signing import anchor_of, known_lists, revoked_serials
from antq_desktop.services.tokens import plugged_in
from antq_desktop.services.vouching import OLD_LIST
from antq_desktop.services.workspace import moment_of
from antq_desktop.store.connection import words_for_errors
from antq_desktop.store.kept_files import lost_bundles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from antq_desktop.crypto.certificates import Certificate
    from antq_desktop.errors import MessageValue
    from antq_desktop.services.ages import Age
    from antq_desktop.services.workspace import Workspace

GoOn = Callable[[int, int], bool]
"""Is told how many steps are done and how many there are; says whether to go on."""

_DOCUMENT, _STOPPED = "self_check", "check.stopped"


def steadily(_done: int, _total: int) -> bool:
    """Go on to the end."""
    return True


#: Below this an import or a backup may not fit.
LEAST_FREE = 500 * 1024 * 1024
OLD_BACKUP = timedelta(days=7)
FIRST_TRIAL = timedelta(days=30)
"""So old may a workspace grow before a backup and the recovery paper are tried."""
OLD_PROOF = timedelta(days=90)
SOON = timedelta(days=60)
_NAMED = 8
"""How many damaged files are named; the number says how many there are."""


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: its words are those of ``message_id``; nothing has to be done where it is ok."""

    name: str
    ok: bool
    message_id: str
    values: Mapping[str, MessageValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examined:
    """What a test found, when it was made, and when the one before it was; None for the first."""

    checks: tuple[Check, ...]
    at: datetime
    before: datetime | None


def examine(workspace: Workspace, *, rebuild: bool = False, go_on: GoOn = steadily) -> Examined:
    """Test everything and keep when that was done; see `self_check`."""
    checks = self_check(workspace, rebuild=rebuild, go_on=go_on)
    stamp = workspace.clock.stamp()
    return Examined(tuple(checks), datetime.fromisoformat(stamp), _keep_day(workspace, stamp))


def _keep_day(workspace: Workspace, stamp: str) -> datetime | None:
    """Keep when the test was made; return when the one before it was.

    A database that is damaged, or has no room, is what the test has found: that is no reason to
    show none of it.
    """
    try:
        with words_for_errors():
            before = moment_of(workspace.document(_DOCUMENT).get("at"))
        with workspace.store.atomic():
            workspace.store.meta.set(_DOCUMENT, {"at": stamp})
    except Refusal:
        return None
    return before


def self_check(
    workspace: Workspace, *, rebuild: bool = False, go_on: GoOn = steadily
) -> list[Check]:
    """Check database, journal, projections, fonts, clock, space, backups, files, certificates.

    ``rebuild`` makes the projections again from the revisions, whatever their state. ``go_on`` is
    asked before each step: Refusal ``check.stopped`` where it says no, and nothing has changed. A
    step that a damaged database does not let be made is a finding, and the others are made.
    """
    steps: tuple[tuple[str, Callable[[], Iterable[Check]]], ...] = (
        ("moved", lambda: _moved(workspace)),
        ("database", lambda: [_database(workspace)]),
        ("journal", lambda: [_journal(workspace)]),
        ("projections", lambda: [_projections(workspace, rebuild=rebuild)]),
        ("fonts", lambda: [_fonts()]),
        ("clock", lambda: [_clock(workspace), _space(workspace)]),
        ("backup", lambda: [_backup(workspace)]),
        ("proof", lambda: _proof(workspace)),
        ("recovery", lambda: [_recovery(workspace)]),
        ("files", lambda: [_files(workspace)]),
        ("certificate", lambda: _certificates(workspace)),
        ("token", lambda: _token(workspace)),
        ("attachments", lambda: [_attachments(workspace, go_on)]),
    )
    found: list[Check] = []
    for done, (name, step) in enumerate(steps):
        _must_go_on(go_on, done, len(steps))
        try:
            with words_for_errors():
                found += step()
        except Refusal as refusal:
            if rebuild or refusal.message_id == _STOPPED:
                raise  # who asked for something hears that it was not done
            found.append(
                Check(name, ok=False, message_id=refusal.message_id, values=refusal.values)
            )
    return found


def _must_go_on(go_on: GoOn, done: int, total: int) -> None:
    if not go_on(done, total):
        raise Refusal(_STOPPED)


def _check(name: str, *, ok: bool, **values: MessageValue) -> Check:
    return Check(name, ok, f"check.{name}_{'ok' if ok else 'bad'}", values)


def _doubt(name: str, age: Age) -> Check:
    """Say that a date and that of the PC cannot both be right; how many days lie between is no use.

    The clock is looked at first then: it is what a person can put right.
    """
    days: dict[str, MessageValue] = {
        "day": age.at.strftime("%d/%m/%Y"),
        "today": age.now.strftime("%d/%m/%Y"),
    }
    return Check(name, ok=False, message_id="check.date_doubt", values=days)


def _database(workspace: Workspace) -> Check:
    found = workspace.store.findings()
    return _check("database", ok=not found, findings=len(found))


def _journal(workspace: Workspace) -> Check:
    """Check the chain, and against the head that the office saw: a journal made anew differs."""
    state = chain_state(workspace)
    seen: dict[str, MessageValue] = {"line": state.seen, "length": state.length}
    if state.broken is None and state.standing is Standing.BEYOND:
        return Check("journal", ok=False, message_id="journal.seen_beyond", values=seen)
    if state.broken is None and state.standing is Standing.OTHER:
        return Check("journal", ok=False, message_id="journal.seen_other", values=seen)
    whole = state.broken is None
    return _check("journal", ok=whole, length=state.length, line=state.broken or 0)


def _projections(workspace: Workspace, *, rebuild: bool) -> Check:
    projections = workspace.store.projections
    if rebuild:
        with workspace.store.atomic():
            count = projections.rebuild()
            workspace.note("rebuilt", records=count)
        return _check("projections", ok=True, records=count)
    return _check(
        "projections", ok=projections.are_current(), records=workspace.store.queries.records()
    )


def _fonts() -> Check:
    """Say before the first print whether there is a font with every letter."""
    from antq_desktop.printing.drawing.fonts import find_fonts

    try:
        return _check("fonts", ok=True, family=find_fonts().family)
    except Refusal as refusal:
        return Check("fonts", ok=False, message_id=refusal.message_id, values=refusal.values)


def _clock(workspace: Workspace) -> Check:
    clock = workspace.clock
    return _check("clock", ok=not clock.behind, time=clock.system().strftime("%H:%M %d/%m/%Y"))


def _space(workspace: Workspace) -> Check:
    free = shutil.disk_usage(workspace.paths.data).free
    return _check("space", ok=free >= LEAST_FREE, megabytes=free // (1024 * 1024))


def _backup(workspace: Workspace) -> Check:
    newest = newest_backup(workspace.paths)
    if newest is None:
        return Check("backup", workspace.store.queries.records() == 0, "check.backup_none")
    age = age_of(workspace.clock, newest)
    if not age.sure:
        return _doubt("backup", age)
    at = newest.strftime("%H:%M %d/%m/%Y")
    return _check("backup", ok=age.now - age.at <= OLD_BACKUP, days=age.days, at=at)


def _recovery(workspace: Workspace) -> Check:
    """Say when the recovery sheet or shares were tried: paper that nobody tries is lost unseen."""
    tried = standing(workspace).drilled
    if tried is None:
        return Check("recovery", _is_young(workspace), "check.recovery_never")
    age = age_of(workspace.clock, tried)
    if age.to_come:
        return _doubt("recovery", age)
    due = drill_due(workspace)
    return _check("recovery", ok=not due, day=tried.strftime("%d/%m/%Y"))


def _proof(workspace: Workspace) -> Iterator[Check]:
    """Say when a backup was last restored for trial; nothing where there is none to be tried."""
    proved = proved_at(workspace)
    if newest_backup(workspace.paths) is None:
        return
    if proved is None:
        yield Check("proof", _is_young(workspace), "check.proof_none")
        return
    age = age_of(workspace.clock, proved)
    if age.to_come:
        yield _doubt("proof", age)
        return
    yield _check("proof", ok=age.now - age.at <= OLD_PROOF, days=age.days)


def _is_young(workspace: Workspace) -> bool:
    begun = moment_of(next(iter(workspace.store.journal.entries()))["at"])
    return begun is not None and workspace.clock.now() - begun <= FIRST_TRIAL


def _files(workspace: Workspace) -> Check:
    """Look for the bundles that came in and the receipts: without them nothing goes up again."""
    lost = lost_bundles(workspace.store.database, workspace.paths.data)
    return _check("files", ok=not lost, count=len(lost))


def _attachments(workspace: Workspace, go_on: GoOn) -> Check:
    """Read every file again, and name those that are missing or damaged by their records."""
    found = damaged_files(workspace, tell=lambda done, total: _must_go_on(go_on, done, total))
    if not found:
        return _check("attachments", ok=True, files=len(workspace.store.attachments.all()))
    shown = [f"{one.book} ({one.place})" for one in found[:_NAMED] if one.book]
    names = ", ".join([*shown, *(["…"] if len(shown) < len(found) else [])])
    return _check("attachments", ok=False, count=len(found), names=names)


def _moved(workspace: Workspace) -> Iterator[Check]:
    """Say that the books went to another PC, and whether their last backup was finished."""
    found = moved_away(workspace)
    if found is not None:
        values: dict[str, MessageValue] = {"at": found.at.strftime("%H:%M %d/%m/%Y")}
        message_id = "moving.broken_off" if found.backup is None else "moving.closed"
        yield Check("moved", ok=False, message_id=message_id, values=values)


def _token(workspace: Workspace) -> Iterator[Check]:
    """Look for the token that this user signs with; nothing where his key lies in the workspace."""
    tokens = workspace.opened.slot.tokens
    if not tokens:
        return
    own = cast("Mapping[str, str]", workspace.document("certificates")).get(workspace.user)
    certificate = read_certificate(bytes.fromhex(own)) if own is not None else None
    keys = [one for one in tokens if certificate and one.public_key == certificate.public_key]
    wanted = keys[0] if keys else tokens[0]
    try:
        there = any(one.token.serial == wanted.serial for one in plugged_in(workspace.paths))
    except Refusal as refusal:
        yield Check("token", ok=False, message_id=refusal.message_id, values=refusal.values)
        return
    if not there or not keys or certificate is None:
        message_id = "check.token_waiting" if there else "check.token_bad"
        yield Check("token", there, message_id, {"name": wanted.label or wanted.serial})
        return
    until = certificate.not_after.strftime("%d/%m/%Y")
    told: dict[str, MessageValue] = {"name": wanted.label or wanted.serial, "until": until}
    yield Check("token", ok=True, message_id="check.token_ok", values=told)


def _certificates(workspace: Workspace) -> Iterator[Check]:
    own = cast("Mapping[str, str]", workspace.document("certificates")).get(workspace.user)
    lost = [one for one in lost_serials(workspace) if one not in revoked_serials(workspace)]
    if lost:
        names = ", ".join(lost)
        yield Check("lost", ok=False, message_id="check.certificate_lost", values={"serial": names})
    if own is None:
        yield Check("certificate", ok=False, message_id="check.certificate_none")
    else:
        yield _until("certificate", workspace, read_certificate(bytes.fromhex(own)))
    if not workspace.document("trust"):
        return
    yield _until("office", workspace, read_certificate(anchor_of(workspace)))
    for authority, der in known_lists(workspace):
        issued = read_revocation_list(der, authority).issued_at
        age = age_of(workspace.clock, issued)
        old = age.now - age.at > OLD_LIST
        told = _check("revocations", ok=not old, days=age.days)
        yield _doubt("revocations", age) if age.to_come else told


def _until(name: str, workspace: Workspace, certificate: Certificate) -> Check:
    """Say until when a certificate holds; one that does not hold yet shows a wrong date."""
    begins = age_of(workspace.clock, certificate.not_before)
    if begins.to_come:
        return _doubt(name, begins)
    until = certificate.not_after
    ok = until - workspace.clock.now() > SOON
    return _check(name, ok=ok, until=until.strftime("%d/%m/%Y"))
