"""The indicators of R05 (domain.md B.3, read as counting.md A28, A29 say)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import (
    CountKind,
    Figure,
    Indicator,
    distinct_persons,
    figure,
    within,
)
from antq_desktop.domain.registers.wanted_persons.codes import (
    ARRESTED,
    ARRESTED_HERE,
    FORCES,
    OUTCOMES,
    SURRENDER,
    TRACED,
)

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Books, Counted


def _found(books: Books, *outcomes: str) -> list[Counted]:
    """Return the decisions with one of these outcomes in the period; tracing is left out."""
    return [
        row
        for row in books.rows
        if row.shared.get("outcome") in outcomes
        and row.shared.get("decision_kind") != TRACED
        and within(books.period, row.day("outcome_at"))
    ]


def _helped(rows: list[Counted]) -> int:
    return distinct_persons([row for row in rows if row.shared.get("people_help") is True])


def _arrested(books: Books) -> Figure:
    """Count arrested persons wherever it was, by who did it and whether the people helped (A28)."""
    rows = _found(books, ARRESTED)
    parts = {"decisions": len(rows), "people_help": _helped(rows)}
    for code in FORCES:
        done = [row for row in rows if code.code in _list(row.shared.get("done_by"))]
        parts[f"done_by.{code.code}"] = distinct_persons(done)
    return Figure(distinct_persons(rows), figure(rows).records, parts=parts)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _surrendered(books: Books) -> Figure:
    rows = _found(books, *SURRENDER)
    parts = {"decisions": len(rows), "people_help": _helped(rows)}
    for outcome in SURRENDER:
        those = [row for row in rows if row.shared["outcome"] == outcome]
        parts[outcome] = distinct_persons(those)
    return Figure(distinct_persons(rows), figure(rows).records, parts=parts)


def _all(books: Books) -> Figure:
    """Return B5.1 + B5.2, as the sum of both."""
    arrested, surrendered = _arrested(books), _surrendered(books)
    parts = {
        name: arrested.parts[name] + surrendered.parts[name]
        for name in ("decisions", "people_help")
    }
    records = figure([*arrested.records, *surrendered.records]).records
    return Figure(arrested.value + surrendered.value, records, parts=parts)


def _at_large(books: Books) -> Figure:
    """Count who is still wanted at the end of the last day, those only arrested here left out.

    Each decision is read by itself (A29): who was arrested on one is wanted on another until that
    one has its outcome.
    """
    last = books.period.last.isoformat()
    rows = [
        row
        for row in books.rows
        if "" < row.day("decision_date") <= last
        and not "" < row.day("outcome_at") <= last
        and row.shared.get("decision_kind") != TRACED
        and row.shared.get("tie") != ARRESTED_HERE
    ]
    return Figure(distinct_persons(rows), figure(rows).records, parts={"decisions": len(rows)})


BOTH = {
    "decisions": Label("Số quyết định", "Decisions"),
    "people_help": Label("Có Nhân dân tham gia, cung cấp tin", "Helped by the people"),
}
INDICATORS = (
    Indicator(
        code="B5.1",
        label=Label("Đối tượng truy nã bị bắt", "Wanted persons arrested"),
        kind=CountKind.FLOW,
        rule="A02, A28",
        counted_in=Label("người", "persons"),
        count=_arrested,
        part_labels=BOTH | {f"done_by.{code.code}": code.label for code in FORCES},
    ),
    Indicator(
        code="B5.2",
        label=Label(
            "Đối tượng truy nã ra đầu thú (vận động và tự đầu thú)",
            "Wanted persons who surrendered",
        ),
        kind=CountKind.FLOW,
        rule="A02, A28",
        counted_in=Label("người", "persons"),
        count=_surrendered,
        part_labels=BOTH | {code.code: code.label for code in OUTCOMES if code.code in SURRENDER},
    ),
    Indicator(
        code="B5.3",
        label=Label("Tổng số bắt và đầu thú", "Arrested and surrendered"),
        kind=CountKind.FLOW,
        rule="A02, A28",
        counted_in=Label("người", "persons"),
        count=_all,
        part_labels=BOTH,
    ),
    Indicator(
        code="B5.4",
        label=Label("Truy nã còn lại liên quan địa bàn", "Still wanted, with ties to the commune"),
        kind=CountKind.STOCK,
        rule="A02, A29",
        counted_in=Label("người", "persons"),
        count=_at_large,
        part_labels={"decisions": BOTH["decisions"]},
    ),
)
