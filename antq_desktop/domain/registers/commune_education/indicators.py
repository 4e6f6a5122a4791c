"""The indicators of R04 (domain.md B.3, read as counting.md A24-A26 say)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Label
from antq_desktop.domain.indicators import (
    CountKind,
    Figure,
    Indicator,
    distinct_persons,
    figure,
    stands,
    within,
)
from antq_desktop.domain.registers.commune_education.codes import ALTERNATIVES, END_KINDS

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Books, Counted

APART = Label("Biện pháp thay thế (tính riêng)", "Alternative measures (counted apart)")
PART = "alternative"


def _split(rows: list[Counted]) -> tuple[list[Counted], list[Counted]]:
    """Return commune education, and apart from it the alternative measures (A24)."""
    apart = [row for row in rows if row.shared.get("alternative_measure")]
    return [row for row in rows if row not in apart], apart


def _decided(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if row.shared.get("decision") == "applied"
        and within(books.period, row.day("decision_date"))
    ]


def _over(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if row.shared.get("decision") == "applied" and within(books.period, row.day("end_date"))
    ]


def _applied(books: Books) -> Figure:
    """Count the persons of decisions that apply the measure, by the day of the decision (A24)."""
    education, apart = _split(_decided(books))
    parts = {
        code.code: distinct_persons(
            [row for row in apart if row.shared["alternative_measure"] == code.code]
        )
        for code in ALTERNATIVES
    }
    return Figure(distinct_persons(education), figure(education).records, parts=parts)


def _serving(books: Books) -> Figure:
    """Count what runs at the end of the last day; it ends with end_date, else with its term."""
    rows = [
        row
        for row in books.rows
        if row.shared.get("decision") == "applied"
        and stands(
            books.period.last, row.day("term_from"), row.day("end_date") or row.day("term_to")
        )
    ]
    education, apart = _split(rows)
    return Figure(len(education), figure(education).records, parts={PART: len(apart)})


def _ended(books: Books) -> Figure:
    """Count what ended, by its day, a line for each way (A26)."""
    education, apart = _split(_over(books))
    parts = {
        code.code: sum(row.shared.get("end_kind") == code.code for row in education)
        for code in END_KINDS
    }
    parts[PART] = len(apart)
    return Figure(len(education), figure(education).records, parts=parts)


INDICATORS = (
    Indicator(
        code="B4.1",
        label=Label(
            "Người được đưa vào diện giáo dục tại xã, phường", "Persons put under commune education"
        ),
        kind=CountKind.FLOW,
        rule="A02, A24",
        counted_in=Label("người", "persons"),
        count=_applied,
        enters=_decided,
        part_labels={
            code.code: Label(f"{code.label.vi} (tính riêng)", f"{code.label.en} (counted apart)")
            for code in ALTERNATIVES
        },
    ),
    Indicator(
        code="B4.2",
        label=Label("Đang chấp hành giáo dục tại xã cuối kỳ", "Under commune education at the end"),
        kind=CountKind.STOCK,
        rule="A24, A25",
        count=_serving,
        part_labels={PART: APART},
    ),
    Indicator(
        code="B4.3",
        label=Label("Kết thúc giáo dục tại xã", "Commune education ended"),
        kind=CountKind.FLOW,
        rule="A24, A26",
        count=_ended,
        enters=_over,
        part_labels={code.code: code.label for code in END_KINDS} | {PART: APART},
    ),
)
