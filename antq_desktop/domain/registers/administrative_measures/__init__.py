"""R03: files that propose an administrative measure, from detection to the end of its execution.

Basis: Luật XLVPHC 15/2012/QH13 amended by Luật 67/2020/QH14, Đ6.2b, 92-104, 107, 110, 131; Luật
PCMT 2021 Đ32, 33; NĐ 116/2021/NĐ-CP Đ40-43, 50. NĐ 140/2021/NĐ-CP, TTLT 03/2025 and the amendments
of 2025 were not read: limits from 01/03/2025 on are shown as unverified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.declaring import ascending, read_before_sent, together
from antq_desktop.domain.fields import Label
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.person_rules import (
    day_of,
    minors_have_guardians,
    number_fits,
    of_age_for,
    papers_fit,
)
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.administrative_measures.codes import (
    AGES,
    GROUNDS_OF,
    REHABILITATION,
    STATES,
    TERMS,
    VERIFIED_LIMITATIONS,
)
from antq_desktop.domain.registers.administrative_measures.fields import (
    DECISION,
    EXECUTION,
    FILE,
    PASSING_ON,
    SUBJECT,
)
from antq_desktop.domain.registers.administrative_measures.indicators import INDICATORS
from antq_desktop.domain.registers.administrative_measures.limits import (
    DEADLINES,
    READING_DAYS,
    limitation,
)
from antq_desktop.domain.rules import Rule, Seen, not_future
from antq_desktop.domain.violations import thrice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

NO_RESIDENCE = "third_violation_no_residence"


def _ground(seen: Seen, _today: date) -> Iterator[Problem]:
    """Demand a ground that the law knows for the measure."""
    ground, fitting = seen.text("ground"), GROUNDS_OF.get(seen.text("measure") or "")
    if ground and fitting is not None and ground not in fitting:
        yield Problem("ground", "rules.ground_of_measure")


def _residence(seen: Seen, _today: date) -> Iterator[Problem]:
    if seen.text("ground") == NO_RESIDENCE and seen.get("stable_residence") is True:
        yield Problem("stable_residence", "rules.stable_residence")


def _addiction(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for the result on the addiction once a file for rehabilitation is made."""
    needed = seen.text("measure") in REHABILITATION and seen.text("file_date")
    if needed and not seen.text("addiction_result"):
        yield Problem("addiction_result", "rules.addiction_result", grave=False)


def _term(seen: Seen, _today: date) -> Iterator[Problem]:
    months, limits = seen.get("term_months"), TERMS.get(seen.text("measure") or "")
    if isinstance(months, int) and limits and not limits[0] <= months <= limits[1]:
        values = {"least": limits[0], "most": limits[1]}
        yield Problem("term_months", "rules.term_months", grave=False, values=values)


def _limitation(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of a decision, or of a file without one, after the limitation from the last act."""
    names = ("court_decision_date", "file_date")
    name = next((one for one in names if seen.text(one)), None)
    day = day_of(seen, *names)
    found = limitation({one: seen.get(one) for one in ("measure", "ground", "violations")})
    if name is None or day is None or found is None or day <= found[0]:
        return
    verified = seen.text("measure") in VERIFIED_LIMITATIONS
    rule = "rules.limitation" if verified else "rules.limitation_unverified"
    yield Problem(name, rule, grave=False, values={"months": found[1]})


def _execution(seen: Seen, _today: date) -> Iterator[Problem]:
    """Nothing is executed without a decision that applies the measure, nor before it."""
    rows, decided = seen.rows("executions"), seen.text("court_decision_date")
    if rows and seen.text("decision") != "applied":
        yield Problem("executions", "rules.execution_without_decision")
    for number, row in enumerate(rows, 1):
        if decided and str(row["on"]) < decided:
            yield Problem(f"executions[{number}].on", "rules.in_order")


REGISTER = Register(
    name="administrative_measures",
    code="R03",
    label=Label(
        "Hồ sơ đề nghị áp dụng biện pháp xử lý hành chính",
        "Files proposing administrative measures",
    ),
    short=Label("Biện pháp xử lý hành chính", "Administrative measures"),
    group=Group.PEOPLE,
    basis="Luật XLVPHC (sửa đổi năm 2020); Luật PCMT 2021 Đ32, 33; NĐ 116/2021/NĐ-CP Đ40-43,"
    " 50; từ 01/03/2025: TTLT 03/2025/TTLT-BCA-VKSNDTC-TANDTC",
    sections=(FILE, SUBJECT, PASSING_ON, DECISION, EXECUTION),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            collecting="filed",
            filed="notified",
            notified="sent",
            sent="returned court_accepted decided",
            returned="sent court_accepted decided archived",
            court_accepted="returned decided",
            decided="executing postponed absconded archived",
            executing="postponed absconded completed",
            postponed="executing absconded completed archived",
            absconded="executing completed archived",
            completed="archived",
        ),
        # The book is begun with the files that are on their way.
        first=frozenset(code.code for code in STATES) - {"completed", "archived"},
    ),
    event_field="file_date",
    title=("person", "measure"),
    columns=("person", "measure", "file_date", "court_decision_date"),
    booked_by="detected_on",
    rules=(
        not_future("detected_on", "file_date", "notified_on", "sent_on", "returned_on"),
        not_future("supplemented_on", "to_court_on", "court_decision_date"),
        not_future("court_asked_on", "court_answered_on"),
        not_future("decision_received_on"),
        ascending("court_decision_date", "decision_effective_on", "decision_received_on"),
        ascending("court_asked_on", "court_answered_on"),
        not_future("violations.on", "documents.on", "executions.on", "moves.on"),
        ascending(
            "detected_on", "file_date", "notified_on", "sent_on", "returned_on", "supplemented_on"
        ),
        ascending("file_date", "sent_on", "to_court_on", "court_decision_date"),
        Rule(
            fields=("measure", "ground"),
            check=_ground,
            basis="Luật XLVPHC Đ92, 94, 96; Luật PCMT 2021 Đ32, 33",
        ),
        Rule(
            fields=("ground", "stable_residence"),
            check=_residence,
            basis="Luật XLVPHC Đ94; NĐ 105/2021/NĐ-CP Đ41",
        ),
        thrice("ground", frozenset({NO_RESIDENCE}), "Luật XLVPHC Đ94"),
        Rule(
            fields=("measure", "file_date", "addiction_result"),
            check=_addiction,
            basis="Luật XLVPHC Đ96; NĐ 116/2021/NĐ-CP",
        ),
        minors_have_guardians("person", "guardian", "file_date", "detected_on"),
        of_age_for(
            "person",
            "measure",
            AGES,
            "detected_on",
            basis="Luật XLVPHC Đ92, 94, 96; Luật PCMT 2021 Đ33",
        ),
        number_fits("person", "guardian"),
        papers_fit("detected_on", "person", "guardian"),
        read_before_sent(
            "notified_on",
            "sent_on",
            READING_DAYS,
            basis="Luật XLVPHC Đ97.4, 99.3, 101.3, 103.2; NĐ 116/2021/NĐ-CP Đ42.3",
        ),
        together("decision", "court_decision_date"),
        Rule(
            fields=("measure", "term_months"),
            check=_term,
            basis="Luật XLVPHC Đ91, 93, 95 (chưa xác minh); Luật PCMT 2021 Đ33",
        ),
        Rule(
            fields=("measure", "ground", "violations", "court_decision_date", "file_date"),
            check=_limitation,
            basis="Luật XLVPHC Đ6.2b (sửa đổi năm 2020); biện pháp khác chưa xác minh",
        ),
        Rule(fields=("decision", "court_decision_date", "executions"), check=_execution),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
)
