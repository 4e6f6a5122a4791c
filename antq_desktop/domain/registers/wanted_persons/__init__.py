"""R05: wanted persons with ties to the commune, persuaded to surrender or arrested.

Basis: BLTTHS 2015 Đ112, 152; TTLT 13/2012/TTLT-BCA-BTP-VKSNDTC-TANDTC Đ2, 5, 6, 13, 16; forms of
TT 119/2021/TT-BCA. Wanted notices are published (TTLT 13/2012 Đ6): number, day and body of the
decision travel, so that the office sees one decision that stands in the books of several communes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import ascending, together
from antq_desktop.domain.fields import Label
from antq_desktop.domain.keys import person_keys
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.moves import last_state
from antq_desktop.domain.person_rules import number_fits, papers_fit
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Deadline, Group, Register
from antq_desktop.domain.registers.wanted_persons.codes import (
    ARRESTED,
    ENDED,
    FOUND,
    OUTCOMES_OF,
    RESIDENCE_OF,
    STATES,
)
from antq_desktop.domain.registers.wanted_persons.fields import DECISION, OUTCOME, WANTED
from antq_desktop.domain.registers.wanted_persons.indicators import INDICATORS
from antq_desktop.domain.rules import Rule, Seen, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_desktop.domain.register import Setting

    Values = Mapping[str, object]


#: The text of TTLT 13/2012 was read as it stood before the reform of the police.
UNVERIFIED_FROM = date(2025, 3, 1)


def _state(seen: Seen, _today: date) -> Iterator[Problem]:
    """Demand an outcome that its state stands for, and none while the person is at large."""
    state, outcome = last_state(seen.rows("moves")), seen.text("outcome")
    fitting = OUTCOMES_OF.get(state or "")
    if outcome and (state not in ENDED or (fitting is not None and outcome not in fitting)):
        yield Problem("outcome", "rules.outcome_state")


def _told(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for the notice and the minutes of an arrest or surrender."""
    if seen.text("outcome") not in FOUND:
        return
    if not seen.text("reported_at"):
        yield Problem("reported_at", "rules.deciding_body_told", grave=False)
    if not seen.text("minutes_number"):
        yield Problem("minutes_number", "rules.minutes", grave=False)


def _forces(seen: Seen, _today: date) -> Iterator[Problem]:
    if seen.text("outcome") == ARRESTED and not seen.get("done_by"):
        yield Problem("done_by", "rules.done_by", grave=False)


def _after(seen: Seen, _today: date) -> Iterator[Problem]:
    """Nothing is reported or handed over before the minute of the outcome."""
    outcome = seen.text("outcome_at")
    for name in ("reported_at", "handed_over_at"):
        done = seen.text(name)
        if outcome and done and done < outcome:
            yield Problem(name, "rules.before_outcome")


def _residence(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for the residence that ties the person to the commune (TTLT 13/2012 Đ5)."""
    needed = RESIDENCE_OF.get(seen.text("tie") or "")
    person = seen.get("person")
    if needed and isinstance(person, Mapping) and not any(map(person.get, needed)):
        yield Problem("person", "rules.residence_of_tie", grave=False)


def _moment(values: Values, name: str) -> datetime | None:
    text = values.get(name)
    return datetime.fromisoformat(text) if isinstance(text, str) else None


def _notice(values: Values, _setting: Setting) -> datetime | None:
    """Return the minute after the outcome: the deciding body is told at once (Đ13)."""
    outcome = _moment(values, "outcome_at")
    if outcome is None or values.get("outcome") not in FOUND:
        return None
    return outcome + timedelta(minutes=1)


def _noticed(values: Values) -> datetime | None:
    return _moment(values, "reported_at")


DEADLINES = (
    Deadline(
        code="T1",
        label=Label("Báo ngay cơ quan ra quyết định", "Tell the deciding body at once"),
        basis="TTLT 13/2012 Đ13",
        start="outcome_at",
        due=_notice,
        met=_noticed,
        unverified_from=UNVERIFIED_FROM,
    ),
)

REGISTER = Register(
    name="wanted_persons",
    code="R05",
    label=Label("Đối tượng truy nã", "Wanted persons"),
    group=Group.PEOPLE,
    basis="BLTTHS Đ112, 152; TTLT 13/2012/TTLT-BCA-BTP-VKSNDTC-TANDTC; TT 119/2021/TT-BCA",
    sections=(DECISION, WANTED, OUTCOME),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            wanted="persuading arrested surrendered cancelled",
            persuading="arrested surrendered cancelled",
            arrested="handed_over",
            surrendered="handed_over",
            cancelled="closed",
            handed_over="closed",
        ),
        # Somebody who is only arrested here enters the book with the arrest.
        first=frozenset({"wanted", "persuading", "arrested", "surrendered"}),
    ),
    event_field="outcome_at",
    title=("person", "decision_number"),
    columns=("person", "decision_number", "decision_kind", "tie", "outcome", "outcome_at"),
    booked_by="received_on",
    keys=person_keys("person"),
    rules=(
        not_future("decision_date", "received_on", "outcome_at", "reported_at", "handed_over_at"),
        not_future("persuasion.on", "moves.on"),
        ascending("decision_date", "received_on"),
        ascending("decision_date", "outcome_at"),
        together("outcome", "outcome_at"),
        Rule(fields=("moves", "outcome"), check=_state),
        Rule(fields=("outcome_at", "reported_at", "handed_over_at"), check=_after),
        Rule(
            fields=("outcome", "reported_at", "minutes_number"),
            check=_told,
            basis="TTLT 13/2012 Đ13, 16; BLTTHS Đ112, 152",
        ),
        Rule(fields=("outcome", "done_by"), check=_forces),
        number_fits("person"),
        papers_fit("decision_date", "person"),
        Rule(fields=("tie", "person"), check=_residence, basis="TTLT 13/2012 Đ5, 6"),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
