"""U5: documents that go out and come in, in one book with a direction.

Basis: NĐ 30/2020/NĐ-CP Đ4, 15, 16, 18, 22 and its Phụ lục I, III, IV (the annexes were read in a
transcription). Series BCĐ138 is the book of documents of the committee (R11). Classified documents
have a book of their own, on paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.lifecycle import LifeCycle, steps
from antq_desktop.domain.problems import Problem
from antq_desktop.domain.register import Group, Register
from antq_desktop.domain.registers.documents.books import BOOKS
from antq_desktop.domain.registers.documents.codes import (
    ABBREVIATIONS,
    INCOMING,
    OPEN,
    OUTGOING,
    STATES,
)
from antq_desktop.domain.registers.documents.fields import (
    HANDLING,
    INCOMING_PART,
    OUTGOING_PART,
    REGISTRATION,
    SECRETS,
)
from antq_desktop.domain.registers.documents.indicators import INDICATORS
from antq_desktop.domain.registers.documents.limits import DEADLINES
from antq_desktop.domain.rules import Rule, Seen, days_in_order, not_future

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

#: What each direction cannot do without (the columns of Phụ lục IV).
NEEDED = {OUTGOING: ("signer", "recipients"), INCOMING: ("author", "assignee")}
#: Number, then the groups of the symbol: 05/BC-CAX, 12/CAX-TH (Phụ lục I).
SYMBOL = re.compile(r"(?P<number>\d{2,})/(?P<kind>\w+)(?:-\w+)*")


def _secret(seen: Seen, _today: date) -> Iterator[Problem]:
    """Refuse what is a State secret: it has a book and a number of its own (Đ15)."""
    if seen.text("classification") not in (None, OPEN):
        yield Problem("classification", "rules.state_secret", blocks=True)


def _needed(seen: Seen, _today: date) -> Iterator[Problem]:
    for name in NEEDED.get(seen.text("direction") or "", ()):
        if not seen.text(name):
            yield Problem(name, "values.required")


def _symbol(seen: Seen, _today: date) -> Iterator[Problem]:
    """Compare the symbol of an own document with its number and its kind; foreign ones vary."""
    symbol = seen.text("symbol")
    if seen.text("direction") != OUTGOING or not symbol:
        return
    found = SYMBOL.fullmatch(symbol)
    if found is None:
        yield Problem("symbol", "rules.symbol_form", grave=False)
        return
    if seen.get("number") is not None and int(found["number"]) != seen.get("number"):
        yield Problem("symbol", "rules.symbol_number")
    short = ABBREVIATIONS.get(seen.text("kind") or "")
    if short is not None and found["kind"] != short:
        yield Problem("symbol", "rules.symbol_kind", grave=False, values={"short": short})


REGISTER = Register(
    name="documents",
    code="U5",
    label=Label("Văn bản đi, văn bản đến", "Documents"),
    short=Label("Văn bản đi, đến", "Documents"),
    group=Group.COMMITTEE,
    basis="NĐ 30/2020/NĐ-CP Đ4, 15, 16, 22 và Phụ lục I, III, IV",
    sections=(REGISTRATION, OUTGOING_PART, INCOMING_PART, HANDLING),
    life_cycle=LifeCycle(
        states=STATES,
        next=steps(
            registered="passed_on in_progress resolved filed",
            passed_on="in_progress resolved filed",
            in_progress="resolved filed",
            resolved="filed",
        ),
        first=frozenset({"registered"}),
    ),
    event_field="document_on",
    title=("kind", "symbol", "summary"),
    columns=("direction", "registered_on", "symbol", "kind", "summary"),
    booked_by="registered_on",
    rules=(
        Rule(
            fields=("classification",),
            check=_secret,
            basis=SECRETS,
        ),
        Rule(
            fields=("direction", "signer", "recipients", "author", "assignee"),
            check=_needed,
            basis="NĐ 30/2020/NĐ-CP, Phụ lục IV",
        ),
        Rule(
            fields=("direction", "number", "symbol", "kind"),
            check=_symbol,
            basis="NĐ 30/2020/NĐ-CP, Phụ lục I, III",
        ),
        days_in_order("document_on", "registered_on"),
        days_in_order("registered_on", "passed_on"),
        days_in_order("registered_on", "resolved_on"),
        not_future("document_on", "registered_on", "passed_on", "resolved_on", "moves.on"),
    ),
    deadlines=DEADLINES,
    indicators=INDICATORS,
    books=BOOKS,
)
