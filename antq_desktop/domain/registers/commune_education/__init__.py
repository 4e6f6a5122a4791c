"""R04: education at the commune, from the file to the end of its term.

Basis: Luật XLVPHC 15/2012/QH13 Đ6.2a, 89, 90, 97, 98, 140, 140a as amended by Luật 67/2020/QH14;
NĐ 120/2021/NĐ-CP (its articles were not read). Whether the measure still holds for minors under
Luật Tư pháp người chưa thành niên 59/2024/QH15, in force from 01/01/2026, could not be verified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from antq_desktop.domain.ages import MINORS_LAW, is_minor
from antq_desktop.domain.deadlines import after_months
from antq_desktop.domain.declaring import ascending, read_before_sent, together
from antq_desktop.domain.fields import Label
from antq_desktop.domain.keys import person_keys
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.person_rules import (
    born,
    day_of,
    minors_have_guardians,
    number_fits,
    of_age_for,
    papers_fit,
)
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.commune_education.codes import (
    ACTS_OF,
    AGES,
    LIMITATIONS,
    STATES,
    TERM,
    TERM_OF,
    THRICE,
)
from antq_desktop.domain.registers.commune_education.fields import (
    DECISION,
    FILE,
    MEETING,
    SERVICE,
    SUBJECT,
)
from antq_desktop.domain.registers.commune_education.indicators import INDICATORS
from antq_desktop.domain.registers.commune_education.limits import DEADLINES, READING_DAYS
from antq_desktop.domain.rules import Rule, Seen, not_future
from antq_desktop.domain.violations import last_violation, thrice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def _acts(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of acts that the clause does not name."""
    fitting = ACTS_OF.get(seen.text("subject_clause") or "")
    acts = cast("list[str]", seen.get("acts") or [])
    if fitting is not None and not set(acts) <= fitting:
        yield Problem("acts", "rules.acts_of_clause", grave=False)


def _limitation(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of a decision after the limitation counted from the last act."""
    last, decided = last_violation(seen.rows("violations")), day_of(seen, "decision_date")
    months = LIMITATIONS.get(seen.text("subject_clause") or "")
    if last and decided and months and decided > after_months(last, months):
        values = {"months": months}
        yield Problem("decision_date", "rules.limitation", grave=False, values=values)


def _invited(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for the person among those who were invited to the meeting."""
    roles = {row.get("role") for row in seen.rows("attendees")}
    if seen.text("meeting_on") and "person" not in roles:
        yield Problem("attendees", "rules.person_not_invited", grave=False)


def _term(seen: Seen, _today: date) -> Iterator[Problem]:
    months, alternative = seen.get("term_months"), seen.text("alternative_measure")
    limits = TERM if alternative is None else TERM_OF.get(alternative)
    if isinstance(months, int) and limits and not limits[0] <= months <= limits[1]:
        values = {"least": limits[0], "most": limits[1]}
        yield Problem("term_months", "rules.term_months", grave=False, values=values)


def _served(seen: Seen, _today: date) -> Iterator[Problem]:
    """Nothing is served that was not applied."""
    if seen.text("term_from") and seen.text("decision") != "applied":
        yield Problem("decision", "rules.served_without_decision")


def _minors_law(seen: Seen, _today: date) -> Iterator[Problem]:
    """Say of files on minors that the law in force from 01/01/2026 was not verified."""
    birth, filed = born(seen, "person"), day_of(seen, "file_date")
    if birth and filed and filed >= MINORS_LAW and is_minor(birth, filed):
        yield Problem("person", "rules.minors_law", grave=False)


REGISTER = Register(
    name="commune_education",
    code="R04",
    label=Label("Giáo dục tại xã, phường, thị trấn", "Education at the commune"),
    short=Label("Giáo dục tại xã, phường", "Commune education"),
    group=Group.PEOPLE,
    basis="Luật XLVPHC Đ6.2a, 90, 97, 98 (sửa đổi bởi Luật 67/2020/QH14), Đ89 (chưa xác"
    " minh); NĐ 120/2021/NĐ-CP",
    sections=(FILE, SUBJECT, MEETING, DECISION, SERVICE),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            compiling="notified",
            notified="sent",
            sent="met",
            met="decided not_applied",
            decided="serving converted terminated",
            serving="completed converted terminated",
        ),
        # The book is begun with the files that are on their way, and the terms that run.
        first=frozenset({"compiling", "notified", "sent", "met", "decided", "serving"}),
    ),
    event_field="decision_date",
    title=("person", "subject_clause"),
    columns=("person", "subject_clause", "decision_date", "term_to"),
    booked_by="file_date",
    keys=person_keys("person"),
    rules=(
        not_future("file_date", "notified_on", "sent_on", "received_on", "meeting_on"),
        not_future("decision_date", "end_date"),
        not_future("violations.on", "monthly_reviews.on", "moves.on"),
        ascending("file_date", "notified_on", "sent_on", "received_on", "meeting_on"),
        ascending("file_date", "meeting_on", "decision_date", "end_date"),
        ascending("decision_date", "term_from", "term_to"),
        Rule(fields=("subject_clause", "acts"), check=_acts, basis="Luật XLVPHC Đ90"),
        thrice("subject_clause", THRICE, "Luật XLVPHC Đ90"),
        Rule(
            fields=("subject_clause", "violations", "decision_date"),
            check=_limitation,
            basis="Luật XLVPHC Đ6.2a (sửa đổi bởi Luật 67/2020/QH14)",
        ),
        of_age_for("person", "subject_clause", AGES, "file_date", basis="Luật XLVPHC Đ90"),
        minors_have_guardians("person", "guardian", "file_date"),
        Rule(fields=("person", "file_date"), check=_minors_law, basis="Luật 59/2024/QH15"),
        number_fits("person", "guardian"),
        papers_fit("file_date", "person", "guardian"),
        read_before_sent("notified_on", "sent_on", READING_DAYS, basis="Luật XLVPHC Đ97.4"),
        Rule(
            fields=("meeting_on", "attendees"),
            check=_invited,
            basis="Luật XLVPHC Đ98.1 (sửa đổi bởi Luật 67/2020/QH14)",
        ),
        together("decision", "decision_date"),
        together("end_kind", "end_date"),
        Rule(
            fields=("term_months", "alternative_measure"),
            check=_term,
            basis="Luật XLVPHC Đ89.2, 140a (chưa xác minh)",
        ),
        Rule(fields=("decision", "term_from"), check=_served),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
