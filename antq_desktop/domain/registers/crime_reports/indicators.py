"""The indicators of R01 (domain.md B.3, read as counting.md A11-A16 say)."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from antq_desktop.domain.fields import Code, Label
from antq_desktop.domain.indicators import (
    Books,
    Counted,
    CountKind,
    Figure,
    Indicator,
    figure,
    within,
)
from antq_desktop.domain.moves import history
from antq_desktop.domain.registers.crime_reports.codes import (
    CHANNELS,
    HELPED,
    OFFENCE_FIELDS,
    OUTCOMES,
    URGENCIES,
)
from antq_desktop.domain.registers.crime_reports.limits import forward_limit, forwarded, in_time
from antq_desktop.domain.registers.movement_models import FIELDS_OF_WORK
from antq_desktop.domain.switches import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

TIPS = frozenset({"denunciation", "crime_news"})
#: Who belongs to "Nhân dân", by the switch of B1.2 (counting A12).
FROM = {
    "grassroots_included": frozenset({"people", "grassroots_force"}),
    "people_only": frozenset({"people"}),
}
FROM_PEOPLE = Label("Trong đó do Nhân dân cung cấp", "Of these given by the people")
HANDLED = frozenset(
    {
        "forwarded",
        "to_administrative",
        "guided",
        "outcome_known",
        "resumed",
        "closed",
        "archived",
    }
)
#: Classes of which no outcome is awaited (counting A15).
NO_OUTCOME = frozenset({"administrative_violation", "civil_guidance", "complaint"})
MODELS = "movement_models"
MODEL_LABELS = {
    "through_models": Label("Tin đến qua mô hình", "Reports that came through models"),
    "models": Label("Số mô hình có tin", "Models that gave reports"),
    **{
        f"model_field.{code.code}": Label(
            f"Qua mô hình: {code.label.vi}", f"Through a model: {code.label.en}"
        )
        for code in FIELDS_OF_WORK
    },
    "model_field.none": Label(
        "Qua mô hình không còn trong sổ", "Through a model that is in the book no more"
    ),
}
PENDING = "pending"
RESUMED = "resumed"


def _tips(books: Books) -> list[Counted]:
    return [
        row
        for row in books.rows
        if row.shared.get("source_kind") in TIPS and within(books.period, row.day("received_at"))
    ]


def _from_people(books: Books) -> list[Counted]:
    people = FROM[PEOPLE.chosen(books.switches)]
    return [row for row in _tips(books) if row.shared.get("origin_group") in people]


def _parts(rows: Iterable[Counted], field: str, codes: Sequence[Code]) -> dict[str, int]:
    parts = {f"{field}.{code.code}": 0 for code in codes}
    for row in rows:
        value = row.shared.get(field)
        if value is not None:
            parts[f"{field}.{value}"] += 1
    return parts


def _labels(field: str, codes: Sequence[Code]) -> dict[str, Label]:
    return {f"{field}.{code.code}": code.label for code in codes}


def _received(books: Books) -> Figure:
    tips = _tips(books)
    counted = figure(tips)
    return Figure(counted.value, counted.records, parts=_parts(tips, "urgency", URGENCIES))


def _people(books: Books) -> Figure:
    return figure(_from_people(books))


def _is_handled(row: Counted) -> bool:
    moves = history(row.rows("moves"))
    return forwarded(row.shared) is not None or any(move.state in HANDLED for move in moves)


def _handled(books: Books) -> Figure:
    tips = _tips(books)
    counted = figure(row for row in tips if _is_handled(row))
    return Figure(counted.value, counted.records, denominator=len(tips))


def _in_time(books: Books) -> Figure:
    """Count what was forwarded in time; what is still within its limit is left out (A14)."""
    good: list[Counted] = []
    due = 0
    for row in _tips(books):
        limit = forward_limit(row.shared, remote=row.remote)
        if limit is None:
            continue
        done = forwarded(row.shared)
        if done is not None:
            due += 1
            if in_time(done, limit):
                good.append(row)
        elif not in_time(datetime.fromisoformat(row.seen_at), limit):
            due += 1
    counted = figure(good)
    return Figure(counted.value, counted.records, denominator=due)


def _outcomes(books: Books) -> Figure:
    """Count outcomes by their own date, whatever the reception, and what waits at the end (A15)."""
    parts = {f"outcome.{code.code}": 0 for code in OUTCOMES}
    behind: list[Counted] = []
    for row in books.rows:
        outcomes = [one for one in row.rows("outcomes") if one["outcome"] != PENDING]
        dated = [one for one in outcomes if within(books.period, str(one["on"]))]
        for one in dated:
            parts[f"outcome.{one['outcome']}"] += 1
        if dated:
            behind.append(row)
        if _waits(row, books.period.last):
            parts[f"outcome.{PENDING}"] += 1
    value = sum(number for name, number in parts.items() if name != f"outcome.{PENDING}")
    return Figure(value, figure(behind).records, parts=parts)


def _waits(row: Counted, day: date) -> bool:
    """Say whether a tip waits for an outcome at the end of a day.

    One that was suspended and is resumed waits again, though its suspension stays counted (A15).
    """
    until = day.isoformat()
    if not "" < row.day("received_at") <= until or row.shared.get("urgency") in NO_OUTCOME:
        return False
    past = sorted(
        (str(one["on"]), place)
        for place, one in enumerate(row.rows("outcomes"))
        if str(one["on"]) <= until
    )
    if not past or row.state_at(day) == RESUMED:
        return True
    return row.rows("outcomes")[past[-1][1]]["outcome"] == PENDING


def _valuable(books: Books) -> Figure:
    tips = [row for row in _tips(books) if row.shared.get("helped")]
    people = {row.record for row in _from_people(books)}
    parts = {f"helped.{code.code}": 0 for code in HELPED}
    for row in tips:
        helped = row.shared["helped"]
        for one in helped if isinstance(helped, list) else ():
            parts[f"helped.{one}"] += 1
    parts["people"] = sum(row.record in people for row in tips)
    return Figure(len(tips), figure(tips).records, parts=parts)


def _by_kind(books: Books) -> Figure:
    tips = _tips(books)
    parts = _parts(tips, "offence_field", OFFENCE_FIELDS) | _parts(tips, "channel", CHANNELS)
    counted = figure(tips)
    return Figure(counted.value, counted.records, parts=parts | _by_model(books, tips))


def _by_model(books: Books, tips: Iterable[Counted]) -> dict[str, int]:
    """Count the tips of each model once (A16), the models by their field of work.

    Of the fields only those that have one, for the most are never named. A model that is in no
    figure of the unit any more (its record was struck out) has no field.
    """
    of = {row.record: row.shared.get("field") for row in books.of(MODELS)}
    named = [{str(one["model"]) for one in row.rows("models") if "model" in one} for row in tips]
    fields = Counter(of.get(model) or "none" for models in named for model in models)
    parts = {f"model_field.{field}": number for field, number in sorted(fields.items())}
    found = set().union(*named)
    return {"through_models": sum(map(bool, named)), "models": len(found), **parts}


INDICATORS = (
    Indicator(
        code="B1.1",
        label=Label("Tố giác, tin báo về tội phạm tiếp nhận", "Reports of crime received"),
        kind=CountKind.FLOW,
        rule="A10, A11",
        count=_received,
        counted_in=Label("tin", "reports"),
        part_labels=_labels("urgency", URGENCIES),
    ),
    Indicator(
        code="B1.2",
        label=FROM_PEOPLE,
        kind=CountKind.FLOW,
        rule="A12",
        count=_people,
        enters=_tips,
        switches=(PEOPLE,),
        counted_in=Label("tin", "reports"),
    ),
    Indicator(
        code="B1.3",
        label=Label("Tố giác, tin báo đã xử lý", "Reports handled"),
        kind=CountKind.FLOW,
        rule="A04, A13",
        count=_handled,
        enters=_tips,
        of_entered=True,
        counted_in=Label("tin", "reports"),
    ),
    Indicator(
        code="B1.4",
        label=Label("Chuyển đúng hạn 24 giờ, 48 giờ, 07 ngày", "Forwarded in time"),
        kind=CountKind.FLOW,
        rule="A04, A14",
        count=_in_time,
        enters=_tips,
        of_entered=True,
        counted_in=Label("tin", "reports"),
    ),
    Indicator(
        code="B1.5",
        label=Label("Kết quả giải quyết", "Outcomes"),
        kind=CountKind.FLOW,
        rule="A15",
        count=_outcomes,
        counted_in=Label("kết quả", "outcomes"),
        part_labels=_labels("outcome", OUTCOMES),
    ),
    Indicator(
        code="B1.6",
        label=Label("Tin có giá trị", "Tips that helped"),
        kind=CountKind.FLOW,
        rule="A04, A16",
        count=_valuable,
        enters=_tips,
        switches=(PEOPLE,),
        counted_in=Label("tin", "reports"),
        part_labels={
            **_labels("helped", HELPED),
            "people": FROM_PEOPLE,
        },
    ),
    Indicator(
        code="B1.7",
        label=Label(
            "Tin theo lĩnh vực, hình thức tiếp nhận, mô hình",
            "Reports by field, channel and model",
        ),
        kind=CountKind.FLOW,
        rule="A11, A16",
        count=_by_kind,
        reads=(MODELS,),
        enters=_tips,
        counted_in=Label("tin", "reports"),
        part_labels=_labels("offence_field", OFFENCE_FIELDS)
        | _labels("channel", CHANNELS)
        | MODEL_LABELS,
    ),
)
