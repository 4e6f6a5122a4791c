"""What the books of disputes (R02) and of reports of crime (R01) suggest.

A book shows what happened, not why: who abused religion or incited a crowd is for the officer to
judge. So a grave case at the subject suggests "not met", one that is milder or cannot be placed is
left to be judged, and only a book without either suggests "met".
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from antq_desktop.domain.indicators import Books, within
from antq_desktop.domain.registers.crime_reports.codes import GROUP_A
from antq_desktop.domain.registers.disputes import CROWD, cases_in
from antq_desktop.domain.registers.disputes.codes import PROLONGED
from antq_desktop.domain.registers.security_standard.criteria import ORGANIZATIONS
from antq_desktop.domain.registers.security_standard.evidence.facts import Proposal, Proposed
from antq_desktop.domain.registers.security_standard.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from antq_desktop.domain.indicators import Counted
    from antq_desktop.domain.periods import Period
    from antq_desktop.domain.registers.security_standard.evidence.facts import Facts, Placed
    from antq_desktop.domain.registers.security_standard.said import Said

DISPUTES, CRIMES = "disputes", "crime_reports"
#: What is received as a report but is neither a crime nor another violation (Đ4.4a).
NO_VIOLATION = frozenset({"civil_guidance", "complaint"})
_LIKE_ABUSE = "religion_ethnicity"


def found(
    facts: Facts,
    criterion: str,
    grave: tuple[str, Placed],
    doubtful: tuple[str, Placed],
    *,
    notes: Iterable[Said] = (),
) -> Proposal:
    """Suggest by grave and doubtful rows, each with the message that counts them."""
    (grave_id, graves), (doubtful_id, doubts) = grave, doubtful
    if graves.here:
        result = Proposed.NOT_MET
    elif graves.unplaced or doubts.here or doubts.unplaced:
        result = Proposed.TO_BE_JUDGED
    else:
        result = Proposed.MET
    said = [
        facts.here(),
        say(grave_id, count=_shown(facts, graves)),
        *([say(doubtful_id, count=milder)] if (milder := _shown(facts, doubts)) else []),
        *_doubts(facts, graves, doubts),
        *(notes if result is Proposed.MET else ()),
    ]
    records = tuple(sorted({*graves.records, *doubts.records}))
    return Proposal(criterion=criterion, result=result, said=tuple(said), records=records)


def empty(criterion: str, *books: str) -> Proposal:
    """Suggest nothing, for these books hold nothing at all."""
    said = [say("evidence.empty_book", books=", ".join(books))]
    return Proposal(criterion=criterion, result=Proposed.TO_BE_JUDGED, said=tuple(said))


def _shown(facts: Facts, rows: Placed) -> int:
    """Return how many are spoken of: those at the subject, of an organisation all there are."""
    return len(rows.unplaced if facts.kind in ORGANIZATIONS else rows.here)


def _doubts(facts: Facts, *rows: Placed) -> list[Said]:
    """Return the words on what could not be placed, and on a window that goes on."""
    unplaced = {row.record for each in rows for row in each.unplaced}
    said: list[Said] = []
    if facts.kind in ORGANIZATIONS:
        if unplaced:
            said.append(say("evidence.not_by_organization"))
    elif unplaced:
        said.append(say("evidence.unplaced", count=len(unplaced), place=facts.unit.name))
    return said + running(facts)


def running(facts: Facts) -> list[Said]:
    """Return the words on a window that has not ended."""
    if not facts.running:
        return []
    return [say("evidence.running", last=f"{facts.window.last:%d/%m/%Y}")]


# ---------------------------------------------------------------------------------------- R02


def _disputes(facts: Facts) -> list[Counted]:
    """Return the disputes of the window, those carried over into it included (counting A18)."""
    books = Books(period=facts.window, rows=facts.of(DISPUTES), unit=facts.unit)
    return cases_in(books)


def _by_dispute(
    facts: Facts,
    criterion: str,
    *,
    grave: tuple[str, Callable[[Counted], bool]],
    doubtful: tuple[str, Callable[[Counted], bool]],
    notes: tuple[Said, ...] = (),
) -> Proposal:
    if not facts.of(DISPUTES):
        return empty(criterion, "R02")
    rows = _disputes(facts)
    graves = [row for row in rows if grave[1](row)]
    doubts = [row for row in rows if not grave[1](row) and doubtful[1](row)]
    return found(
        facts,
        criterion,
        (grave[0], facts.placed(graves, "area")),
        (doubtful[0], facts.placed(doubts, "area")),
        notes=notes,
    )


def _prolonged(row: Counted) -> bool:
    return row.shared.get("severity") in PROLONGED


def _complex(row: Counted) -> bool:
    return row.shared.get("severity") != "normal"


def _of_religion(row: Counted) -> bool:
    return row.shared.get("subject") == _LIKE_ABUSE and _prolonged(row)


def _crowded(row: Counted) -> bool:
    people = row.shared.get("participants")
    return _complex(row) and isinstance(people, int) and people >= CROWD


def _kind(kind: str) -> Callable[[Counted], bool]:
    return lambda row: row.shared.get("kind") == kind


def abuse(facts: Facts, criterion: str) -> Proposal:
    """KDC3d, CQ3b: religion, ethnicity or disputes abused against security."""
    return _by_dispute(
        facts,
        criterion,
        grave=("evidence.religion", _of_religion),
        doubtful=("evidence.other_complex", _complex),
    )


def prolonged(facts: Facts, criterion: str) -> Proposal:
    """KDC3e: a complex, prolonged dispute among the people."""
    return _by_dispute(
        facts,
        criterion,
        grave=("evidence.prolonged", _prolonged),
        doubtful=("evidence.complex", _complex),
    )


def gatherings(facts: Facts, criterion: str) -> Proposal:
    """KDC3g, CQ3c: people gathered in a crowd."""
    return _by_dispute(
        facts,
        criterion,
        grave=("evidence.gatherings", _kind("mass_gathering")),
        doubtful=("evidence.crowded", _crowded),
        notes=(say("evidence.slander_unseen"),),
    )


def strikes(facts: Facts, criterion: str) -> Proposal:
    """CQ3d: an unlawful strike."""
    return _by_dispute(
        facts,
        criterion,
        grave=("evidence.strikes", _kind("strike")),
        doubtful=("evidence.labour", lambda row: row.shared.get("subject") == "labour"),
    )


# ---------------------------------------------------------------------------------------- R01


def _crimes(facts: Facts, period: Period) -> list[Counted]:
    """Return the reports of crimes and violations that were received in a window."""
    return [
        row
        for row in facts.of(CRIMES)
        if within(period, row.day("received_at")) and row.shared.get("urgency") not in NO_VIOLATION
    ]


def _where(facts: Facts, row: Counted) -> bool | None:
    """Say whether it happened at the subject; what another unit had happens nowhere here."""
    unit = row.shared.get("event_unit")
    if unit is not None and unit != facts.unit.key.as_json():
        return False
    return facts.is_here(str(row.shared.get("event_area") or ""))


def compared(facts: Facts, criterion: str) -> Proposal:
    """KDC4a: crimes and violations of this window against those of the window before."""
    place = partial(_where, facts)
    now = facts.sorted(_crimes(facts, facts.window), place)
    then = facts.sorted(_crimes(facts, facts.before), place)
    said: list[Said] = [
        facts.here(),
        say("evidence.crimes", count=len(now.here), before=len(then.here)),
        *_doubts(facts, now, then),
    ]
    records = tuple(sorted({*now.records, *then.records}))
    if why := _incomparable(facts):
        said.append(why)
        result = Proposed.TO_BE_JUDGED
    elif len(now.here) > len(then.here) + len(then.unplaced):
        result = Proposed.NOT_MET
    elif facts.running or len(now.here) + len(now.unplaced) > len(then.here):
        result = Proposed.TO_BE_JUDGED
    else:
        result = Proposed.MET
    return Proposal(criterion=criterion, result=result, said=tuple(said), records=records)


def _incomparable(facts: Facts) -> Said | None:
    """Return why the window before gives nothing to compare with."""
    began = facts.unit.key.valid_from
    if began is not None and began > facts.before.first:
        return say("evidence.younger_unit", day=f"{began:%d/%m/%Y}")
    first = min((row.day("received_at") for row in facts.of(CRIMES)), default="9999")
    if first > facts.before.last.isoformat():
        return say("evidence.younger_book", books="R01")
    return None


def serious(facts: Facts, criterion: str) -> Proposal:
    """KDC4b, CQ3đ: a serious crime; excused where it was found and reported at once."""
    if not facts.of(CRIMES):
        return empty(criterion, "R01")
    rows = _crimes(facts, facts.window)
    graves = [row for row in rows if _unreported(row)]
    doubts = [row for row in rows if not _unreported(row) and _may_be_serious(row)]
    place = partial(_where, facts)
    return found(
        facts,
        criterion,
        ("evidence.unreported", facts.sorted(graves, place)),
        ("evidence.may_be_serious", facts.sorted(doubts, place)),
    )


def _unreported(row: Counted) -> bool:
    """Say whether a crime is serious and nobody wrote when it was reported."""
    return row.shared.get("urgency") == "very_serious" and not row.shared.get("first_notice_at")


def _may_be_serious(row: Counted) -> bool:
    """Say whether gravity or report are open: of urgent reports, and of what was prosecuted."""
    prosecuted = any(one.get("outcome") == "prosecuted" for one in row.rows("outcomes"))
    return prosecuted or row.shared.get("urgency") in GROUP_A
