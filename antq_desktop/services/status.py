"""Where every bundle stands: derived from what happened, never stored as a wish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from antq_desktop.crypto import canonical
from antq_desktop.services.deciding import can_refuse, can_take
from antq_desktop.services.keeping import outcome_of, reasons_of
from antq_desktop.services.pens import DOCUMENT as HANDING_OVER
from antq_desktop.services.sent import kinds_up, sent_versions
from antq_desktop.services.undoing import undoable
from antq_desktop.services.verdicts import HELD
from antq_desktop.store.kept_files import lost_bundles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from antq_desktop.bundle.manifest import Kind
    from antq_desktop.bundle.refusals import Reason
    from antq_desktop.services.workspace import Workspace
    from antq_desktop.store.exchange_rows import Incoming, Outgoing
    from antq_desktop.store.passed_on import Inside

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Standing:
    """One line: a bundle of ours, or a unit and period at the office.

    ``state`` is prepared (to be signed a second time), signed, written, covered by a later one that
    arrived, a verdict (accepted, remarks, refused …), withdrawn, or "waiting" for a unit that has
    not reported; ``bundle`` is a file name, ``at`` the moment of the last step. ``file_gone`` says
    that the file of a bundle that came is not in the inbox any more. ``kind`` is that of the
    bundle, or "taken" for books that another PC handed over to a commune.
    """

    unit: str
    period: str | None
    state: str
    bundle: str | None
    at: str | None
    left_out: bool = False
    file_gone: bool = False
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle of ours with all that is known of it; ``state`` as in `Standing`.

    ``left_out`` says whether the office has refused some of its rows, ``step`` is the message that
    says what to do next, None if nothing has to be done or its own words are known. ``split``: its
    chain is still gone on with though the receiver has another bundle at its place.
    """

    row: Outgoing
    state: str
    periods: tuple[str, ...]
    reasons: tuple[Reason, ...]
    left_out: bool
    step: str | None
    split: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """The last judgement of a submission that came in, and what may be done about it.

    ``answered`` says whether a receipt was signed since; ``notes`` are worth a look. A bundle may
    be taken or refused by a person's decision, or its import taken back.
    """

    row: Incoming
    counts: Mapping[str, int]
    reasons: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    answered: bool
    can_take: bool
    can_refuse: bool
    can_undo: bool
    step: str | None


#: What is said to whom of a bundle that waits for somebody, with the way out.
_NEXT = {
    ("office", "held"): "states.office_held",
    ("office", "held_gap"): "states.office_held_gap",
    ("office", "held_newer"): "states.office_held_newer",
    ("office", "fork"): "states.office_fork",
    ("office", "withdrawn"): "states.office_withdrawn",
    ("office", "refused"): "states.office_refused",
    ("commune", "covered"): "states.commune_covered",
    ("commune", "prepared"): "states.commune_prepared",
    ("commune", "held"): "states.commune_held",
    ("commune", "held_gap"): "states.commune_held_gap",
    ("commune", "held_newer"): "states.commune_held_newer",
    ("commune", "fork"): "states.commune_fork",
    ("commune", "withdrawn"): "states.commune_withdrawn",
    ("commune", "refused"): "states.commune_refused",
    ("transfer", "held"): "states.commune_held",
    ("transfer", "held_gap"): "states.transfer_held_gap",
    ("transfer", "held_newer"): "states.transfer_held_newer",
    ("transfer", "fork"): "states.transfer_fork",
    ("transfer", "withdrawn"): "states.transfer_withdrawn",
    ("transfer", "refused"): "states.transfer_refused",
    ("taken", "held"): "states.office_held",
    ("taken", "held_gap"): "states.taken_held_gap",
    ("taken", "held_newer"): "states.taken_held_newer",
    ("taken", "fork"): "states.taken_fork",
    ("taken", "withdrawn"): "states.taken_withdrawn",
    ("taken", "refused"): "states.taken_refused",
}
_TAKEN: Final = "taken"


_FILE_GONE = "states.office_file_gone"


def next_step(
    workspace: Workspace,
    state: str,
    *,
    left_out: bool = False,
    file_gone: bool = False,
    kind: str | None = None,
) -> str | None:
    """Return the message that says where a bundle stands and what to do; None if all is done.

    ``kind`` as in `Standing`.
    """
    if file_gone:
        return _FILE_GONE
    if left_out and state == "remarks":
        return "states.commune_rest"
    who = kind if kind in {"transfer", _TAKEN} else workspace.place.role
    return _NEXT.get((who, state))


def sent_bundles(workspace: Workspace) -> list[Sent]:
    """Return what went to the office above, the newest first."""
    return _all_sent(workspace, kinds_up(workspace))


def sent_transfers(workspace: Workspace) -> list[Sent]:
    """Return the books that were handed over from here, the newest first."""
    return _all_sent(workspace, ("transfer",))


def _all_sent(workspace: Workspace, kinds: Sequence[Kind]) -> list[Sent]:
    found: list[Sent] = []
    open_ = {workspace.document(name).get("id") for name in ("chain", HANDING_OVER)}
    rows = workspace.store.exchanged.outgoing(*kinds)
    numbers = {row.digest: row.sequence for row in rows}
    for row in reversed(rows):
        line = _sent(workspace, row, None)
        found.append(
            Sent(
                row,
                line.state,
                tuple(map(str, _periods(row))),
                _told(row, numbers),
                line.left_out,
                next_step(workspace, line.state, left_out=line.left_out, kind=row.kind),
                line.state == "fork" and row.chain in open_,
            )
        )
    return found


def _told(row: Outgoing, numbers: Mapping[str, int]) -> tuple[Reason, ...]:
    """Return the reasons of a receipt; the number of the bundle that is missing is known here."""
    reasons = reasons_of(canonical.load((row.reasons or "[]").encode()))
    number = numbers.get(row.base or "")
    known = {"sequence": number} if number is not None else {}
    return tuple(
        replace(one, values={**known, **one.values}) if one.rule == "base_missing" else one
        for one in reasons
    )


def received_bundles(workspace: Workspace) -> list[Received]:
    """Return what an office judged, and books that a commune took over, the newest first."""
    found: list[Received] = []
    free, lost = undoable(workspace), _lost(workspace)
    for row in reversed(workspace.store.exchanged.standing()):
        outcome = outcome_of(row)
        kind, gone = _kind(row), row.file in lost
        step = next_step(workspace, row.verdict, file_gone=gone, kind=kind)
        found.append(
            Received(
                row,
                outcome.counts,
                outcome.reasons,
                outcome.notes,
                row.confirmed > 0 or row.answered is not None,
                can_take(workspace, row),
                can_refuse(row),
                row.imported is not None and row.digest in free,
                step,
            )
        )
    return found


def _lost(workspace: Workspace) -> frozenset[str]:
    """Return the names of the files that the inbox should hold and does not."""
    paths = lost_bundles(workspace.store.database, workspace.paths.data)
    return frozenset(path.removeprefix("inbox/") for path in paths)


def bundle_status(workspace: Workspace, period: str | None) -> list[Standing]:
    """Return each bundle that went to the office above, after the units below by periods.

    Below an office that consolidates stand the units that came through it. At a commune books that
    went over and that came follow, unless a period is asked for: they report none.
    """
    exchanged = workspace.store.exchanged
    sent = [
        _sent(workspace, row, period)
        for row in exchanged.outgoing(*kinds_up(workspace))
        if period is None or period in _periods(row)
    ]
    if workspace.place.role != "commune":
        return [*_units(workspace, period), *sent]
    if period is None:
        lost = _lost(workspace)
        sent += [_sent(workspace, row, None) for row in exchanged.outgoing("transfer")]
        sent += [_came(one, None, lost) for one in exchanged.standing()]
    return sent


def _kind(row: Incoming) -> str:
    return _TAKEN if row.kind == "transfer" else row.kind


def _sent(workspace: Workspace, row: Outgoing, period: str | None) -> Standing:
    unit, kind = workspace.unit.key.text, row.kind
    if kind != "transfer":
        period = period or ", ".join(map(str, _periods(row))) or None
    if row.verdict is not None:
        left_out = bool(workspace.store.left_out.of(row.digest))
        return Standing(
            unit, period, row.verdict, row.file, row.receipt_at, left_out=left_out, kind=kind
        )
    if _is_covered(workspace, row):
        return Standing(unit, period, "covered", row.file, row.written_at, kind=kind)
    if row.waits:
        return Standing(unit, period, "prepared", row.file, row.created_at, kind=kind)
    if row.written_at is not None:
        return Standing(unit, period, "written", row.file, row.written_at, kind=kind)
    return Standing(unit, period, "signed", row.file, row.created_at, kind=kind)


def _is_covered(workspace: Workspace, row: Outgoing) -> bool:
    """Say whether the office has all that a lost bundle held: nobody has to look for the stick.

    A later one of its chain that arrived repeats the records, but neither figures, nor files for
    which it had no room, nor answers to queries: those must be in as well.
    """
    if row.kind != "submission" or row.chain is None:
        return False
    sent = workspace.store.exchanged.outgoing("submission", "correction")
    had = [one for one in sent if one.chain == row.chain and one.verdict in {"accepted", "remarks"}]
    reports = {each for one in had for each in sent_versions(one).items()}
    attachments = workspace.store.attachments
    files = attachments.sent([row.chain], acknowledged=True)
    return (
        any(one.sequence > row.sequence for one in had)
        and sent_versions(row).items() <= reports
        and attachments.sent_with(row.digest) <= files
    )


def _periods(row: Outgoing) -> list[object]:
    return _codes(row.periods)


def _codes(stored: str) -> list[object]:
    periods = canonical.load(stored.encode())
    return list(periods) if isinstance(periods, list) else []


def _units(workspace: Workspace, period: str | None) -> list[Standing]:
    """Return the units that are enrolled; without a period, what came last from each."""
    exchanged = workspace.store.exchanged
    found: list[Standing] = []
    own, lost = workspace.place.unit.text, _lost(workspace)
    standing = _by(exchanged.standing(), lambda one: one.unit)
    origins = {(one.unit, one.imported): one for all_ in standing.values() for one in all_}
    wanted = (one for one in exchanged.reports() if period in (None, one.period))
    reports = _by(wanted, lambda one: one.unit)
    inside = _by(workspace.store.passed_on.inside(), lambda one: one.office)
    files = {one.digest: one.file for one in exchanged.taken()} if inside else {}
    for unit in sorted({one.unit for one in exchanged.certificates()} - {own}):
        theirs, reported = standing.get(unit, []), reports.get(unit, [])
        for report in reported:
            origin = origins.get((unit, report.imported))
            if origin is not None:
                found.append(_came(origin, report.period, lost))
        # What waits for somebody is always shown, whatever else was reported.
        held = [one for one in theirs if one.verdict in HELD and _tells(one, period)]
        found += [_came(one, period, lost) for one in held]
        if not (reported or held):
            last = theirs[-1] if theirs and period is None else None
            waiting = Standing(unit, period, "waiting", None, None)
            found.append(_came(last, period, lost) if last is not None else waiting)
        found += _through(inside, files, unit, period)
    return found


def _by(rows: Iterable[R], name: Callable[[R], str]) -> dict[str, list[R]]:
    """Return rows by a name that each has, in the order in which they come."""
    found: dict[str, list[R]] = {}
    for row in rows:
        found.setdefault(name(row), []).append(row)
    return found


def _through(
    inside: Mapping[str, list[Inside]], files: Mapping[str, str], office: str, period: str | None
) -> Iterator[Standing]:
    """Yield the units whose bundles came through an office, each followed by its own.

    ``state`` is the verdict of that office, ``bundle`` the outermost file.
    """
    for unit, theirs in sorted(_by(inside.get(office, []), lambda one: one.unit).items()):
        reported = {str(code): one for one in theirs for code in _codes(one.periods)}
        kept = {code: one for code, one in reported.items() if period in (None, code)}
        for code, one in sorted(kept.items()):
            yield Standing(unit, code, one.verdict, files.get(one.via), one.received_at)
        if not kept:
            last = theirs[-1] if period is None else None
            if last is None:
                yield Standing(unit, period, "waiting", None, None)
            else:
                file = files.get(last.via)
                yield Standing(unit, None, last.verdict, file, last.received_at)
        yield from _through(inside, files, unit, period)


def _tells(row: Incoming, period: str | None) -> bool:
    return period is None or period in outcome_of(row).periods


def _came(row: Incoming, period: str | None, lost: frozenset[str]) -> Standing:
    return Standing(
        row.unit,
        period,
        row.verdict,
        row.file,
        row.received_at,
        file_gone=row.file in lost,
        kind=_kind(row),
    )
