"""Rules: what each finds, and that none reads more than it says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Kind
from antq_desktop.domain.problems import BadValue, Finding, Problem, ProblemsFound
from antq_desktop.domain.registers.movement_models import REGISTER
from antq_desktop.domain.rules import Rule, Seen, check, distinct, in_order, missing, not_future
from tests.unit.domain.samples import FIELDS, REASONS, SHARED, VISITS, field, register

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2023, 6, 30)
ON = FIELDS[0]
ROWS = field(
    "rows",
    Kind.ROWS,
    columns=(
        field("number", Kind.INTEGER, SHARED),
        field("start", Kind.DATE, SHARED),
        field("end", Kind.DATE, SHARED),
        field("reason", Kind.CHOICE, SHARED, codes=REASONS),
    ),
)
OPEN: dict[str, object] = {"moves": [{"state": "open", "on": "2023-01-10"}]}


def found(rule: Rule, values: dict[str, object], *, shared_only: bool = False) -> list[str]:
    """Return the fields that a rule complains of."""
    register_ = register(ON, ROWS, field("text", Kind.TEXT), rules=(rule,))
    return [one.field for one in check(register_, OPEN | values, TODAY, shared_only=shared_only)]


@pytest.mark.parametrize(("day", "fields"), [("2023-06-30", []), ("2023-07-01", ["on"])])
def test_a_day_may_not_be_after_today(day: str, fields: list[str]) -> None:
    assert found(not_future("on"), {"on": day}) == fields


def test_days_in_rows_may_not_be_after_today() -> None:
    rows = [{"start": "2023-06-30"}, {}, {"start": "2023-07-01"}]
    assert found(not_future("on", "rows.start"), {"rows": rows}) == ["rows[3].start"]


def test_a_rule_over_rows_declares_them_once() -> None:
    rule = not_future("on", "rows.start", "rows.end")
    assert rule.fields == ("on", "rows")
    assert rule.read == ("on", "rows.start", "rows.end")


def test_the_second_day_is_not_before_the_first() -> None:
    rows = [
        {"start": "2023-05-01", "end": "2023-05-01"},
        {"start": "2023-05-02", "end": "2023-05-01"},
        {"end": "2023-05-01"},
    ]
    assert found(in_order("rows", "start", "end"), {"rows": rows}) == ["rows[2].end"]


def test_a_column_has_no_value_twice() -> None:
    rows = [{"number": 1}, {}, {"number": 2}, {"number": 1}, {}]
    assert found(distinct("rows", "number"), {"rows": rows}) == ["rows[4].number"]


def test_a_rule_may_read_only_what_it_declares() -> None:
    def curious(seen: Seen, _today: date) -> Iterator[Problem]:
        yield Problem(str(seen.get("text")), "rules.distinct")

    assert found(Rule(fields=("text",), check=curious), {"text": "A"}) == ["A"]
    with pytest.raises(LookupError, match="did not declare text"):
        found(Rule(fields=("on",), check=curious), {"text": "A"})


def test_at_import_only_rules_over_shared_fields_run() -> None:
    rule = Rule(
        fields=("on", "text"), check=lambda _seen, _day: [Problem("text", "rules.distinct")]
    )
    assert found(rule, {}) == ["text"]
    assert found(rule, {}, shared_only=True) == []
    assert found(not_future("on"), {"on": "2023-07-01"}, shared_only=True) == ["on"]


def test_the_moves_are_checked_against_those_before() -> None:
    moves = [{"state": "open", "on": "2023-01-11"}]
    earlier: list[dict[str, object]] = [{"state": "open", "on": "2023-01-10"}]
    [problem] = check(VISITS, {"moves": moves}, TODAY, earlier_moves=earlier)
    assert problem.rule == "rules.moves_append_only"


def test_the_state_that_is_shown_is_that_of_the_last_move() -> None:
    moves = [{"state": "new", "on": "2023-01-11"}]
    rules = {one.rule for one in check(REGISTER, {"status": "paused", "moves": moves}, TODAY)}
    assert "rules.status_is_last_move" in rules
    rules = {one.rule for one in check(REGISTER, {"status": "new", "moves": moves}, TODAY)}
    assert "rules.status_is_last_move" not in rules


@pytest.mark.parametrize(
    ("day", "fields"),
    [
        ("2019-12-31", []),
        ("2020-01-01", ["reason", "topics", "rows[2].reason"]),
        (None, []),
        ("2020", []),
    ],
)
def test_a_code_must_be_valid_on_the_day_of_the_event(day: str | None, fields: list[str]) -> None:
    coded = register(*FIELDS, ROWS)
    values = OPEN | {
        "on": day,
        "reason": "old",
        "topics": ["check", "old"],
        "rows": [{"reason": "unknown"}, {"reason": "old"}, {}],
        "title": "old",
    }
    assert [problem.field for problem in check(coded, values, TODAY)] == fields


def test_a_record_without_what_is_required_is_not_complete() -> None:
    assert [one.field for one in missing(VISITS, {})] == ["on", "moves"]
    assert list(missing(VISITS, {**OPEN, "on": "2023-01-10"})) == []


def test_a_state_can_require_more() -> None:
    moves = [{"state": "open", "on": "2023-01-10"}, {"state": "shut", "on": "2023-01-11"}]
    values: dict[str, object] = {"on": "2023-01-10", "moves": moves}
    assert [(one.field, one.rule) for one in missing(VISITS, values)] == [
        ("ended_at", "values.required")
    ]


def test_a_bad_value_becomes_the_problem_of_its_field() -> None:
    problem = BadValue("values.range", minimum=1).at("cost")
    assert problem == Problem("cost", "values.range", values={"minimum": 1})


def test_a_refusal_lists_what_was_found() -> None:
    finding = Finding((Problem("on", "values.date"),), line=3)
    refusal = ProblemsFound("records.refused", [finding], count=1)
    assert refusal.findings == (finding,)
    assert (refusal.message_id, refusal.values) == ("records.refused", {"count": 1})
