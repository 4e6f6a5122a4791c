"""R01: reports and news of crime, received, classified and forwarded in time.

Basis: BLTTHS 2015 Đ56, 57, 143-150; TTLT 01/2017 Đ4, 5, 7-9, 11, 14 (amended by TTLT 01/2021);
TT 28/2020/TT-BCA Đ4-7, 17, 20 (amended by TT 129/2021). The legal book is mẫu số 294 of
TT 119/2021. Whether these texts were replaced after the reform of 2025 could not be verified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.books import Book
from antq_desktop.domain.fields import Kind, Label
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.person_rules import number_fits, papers_fit
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.crime_reports.codes import GROUP_A, SECRET_FIELDS, STATES
from antq_desktop.domain.registers.crime_reports.fields import (
    CONTENT,
    HANDLING,
    INFORMANT,
    OUTCOME,
    RECEPTION,
)
from antq_desktop.domain.registers.crime_reports.indicators import INDICATORS
from antq_desktop.domain.registers.crime_reports.limits import DEADLINES
from antq_desktop.domain.rules import Rule, Seen, distinct, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


#: As far as two moments of one day are compared.
MINUTE = len("2023-01-01T08:30")
PERSONS = ("informant", "suspects.person", "others.person")


def _secret(seen: Seen, _today: date) -> Iterator[Problem]:
    """Refuse what is a State secret: who reports corruption or a threat to national security."""
    if seen.text("offence_field") in SECRET_FIELDS and seen.get("informant") is not None:
        yield Problem("informant", "rules.state_secret", blocks=True)


def _identity(seen: Seen, _today: date) -> Iterator[Problem]:
    """Ask for an informant, or for why there is none (TT 28/2020 Đ5.1, 5.3, 5.7)."""
    given = seen.get("informant") is not None
    reported = seen.text("source_kind") in {"denunciation", "crime_news"}
    if seen.text("offence_field") in SECRET_FIELDS:
        return
    if seen.get("identity_refused") is True:
        if given:
            yield Problem("identity_refused", "rules.identity_refused_but_given")
        if not seen.text("refusal_reason"):
            yield Problem("refusal_reason", "rules.refusal_reason")
    elif reported and not given and seen.get("anonymous_letter") is not True:
        yield Problem("informant", "rules.informant_missing", grave=False)


def _notice(seen: Seen, _today: date) -> Iterator[Problem]:
    """Group a: the investigating body is told at once (TTLT 01/2017 Đ8.5a, d)."""
    if seen.text("urgency") in GROUP_A and not seen.text("first_notice_at"):
        yield Problem("first_notice_at", "rules.first_notice", grave=False)


def _passed_on(seen: Seen, _today: date) -> Iterator[Problem]:
    """Say that a request to prosecute is not the commune's: it is passed on at once."""
    if seen.text("source_kind") == "prosecution_request" and not seen.text("forward_at"):
        yield Problem("forward_at", "rules.pass_on_at_once", grave=False)


def _order(seen: Seen, _today: date) -> Iterator[Problem]:
    """Nothing is done about a report before it came."""
    received = seen.text("received_at")
    for name in ("first_notice_at", "forward_at"):
        done = seen.text(name)
        if received and done and done < received:
            yield Problem(name, "rules.before_reception")


def _happened(seen: Seen, _today: date) -> Iterator[Problem]:
    """Warn of an event after its report, compared as far as the event is known."""
    event, received = seen.text("event_from") or "", seen.text("received_at") or ""
    if received and event[:MINUTE] > received[: min(len(event), MINUTE)]:
        yield Problem("event_from", "rules.event_after_report", grave=False)


def _outcomes(seen: Seen, _today: date) -> Iterator[Problem]:
    received = (seen.text("received_at") or "")[:10]
    for number, row in enumerate(seen.rows("outcomes"), 1):
        if str(row.get("on", "")) < received:
            yield Problem(f"outcomes[{number}].on", "rules.before_reception")


REGISTER = Register(
    name="crime_reports",
    code="R01",
    short=Label("Nguồn tin về tội phạm", "Reports of crime"),
    group=Group.CASES,
    label=Label("Tiếp nhận, phân loại nguồn tin về tội phạm", "Reports of crime"),
    basis="BLTTHS Đ143-150; TTLT 01/2017 (sửa đổi bởi TTLT 01/2021); TT 28/2020/TT-BCA (sửa đổi bởi"
    " TT 129/2021); mẫu 294 (TT 119/2021/TT-BCA)",
    sections=(RECEPTION, INFORMANT, CONTENT, HANDLING, OUTCOME),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            received="classified verifying forwarded to_administrative guided filed_duplicate"
            " filed_resolved",
            classified="verifying forwarded to_administrative guided filed_duplicate"
            " filed_resolved",
            verifying="forwarded to_administrative guided filed_duplicate filed_resolved",
            forwarded="outcome_known closed",
            to_administrative="outcome_known closed",
            guided="closed archived",
            filed_duplicate="archived",
            filed_resolved="archived",
            outcome_known="resumed closed",
            resumed="outcome_known closed",
            closed="archived",
        ),
        first=frozenset({"received"}),
    ),
    event_field="received_at",
    title=("offence_field", "channel"),
    columns=("received_at", "source_kind", "offence_field", "urgency", "forward_at"),
    booked_by="received_at",
    moves_kind=Kind.MOMENT,
    rules=(
        Rule(
            fields=("offence_field", "informant"),
            check=_secret,
            basis="QĐ 774/QĐ-TTg 05/06/2020; Luật BVBMNN",
        ),
        Rule(
            fields=(
                "informant",
                "identity_refused",
                "refusal_reason",
                "anonymous_letter",
                "source_kind",
                "offence_field",
            ),
            check=_identity,
            basis="TT 28/2020/TT-BCA Đ5.1, 5.3, 5.7",
        ),
        Rule(
            fields=("urgency", "first_notice_at"),
            check=_notice,
            basis="TTLT 01/2017 Đ8.5a, d",
        ),
        Rule(
            fields=("source_kind", "forward_at"),
            check=_passed_on,
            basis="BLTTHS Đ145.2",
        ),
        Rule(fields=("received_at", "first_notice_at", "forward_at"), check=_order),
        Rule(fields=("event_from", "received_at"), check=_happened),
        distinct("models", "model"),
        Rule(fields=("received_at", "outcomes"), check=_outcomes, basis="BLTTHS Đ147.1"),
        not_future("received_at", "event_from", "first_notice_at", "forward_at"),
        number_fits(*PERSONS),
        papers_fit("received_at", *PERSONS),
        not_future("outcomes.on", "informant_notified_on", "moves.on"),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
    books=(
        Book(
            code="294",
            label=Label(
                "Sổ theo dõi tiếp nhận, phân loại nguồn tin về tội phạm",
                "Book of reports of crime received and classified",
            ),
            basis="Mẫu số 294, TT 119/2021/TT-BCA; TT 28/2020/TT-BCA Đ5.8",
            pending=frozenset({"received", "classified", "verifying", "resumed"}),
        ),
    ),
)
