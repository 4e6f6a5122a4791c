"""R04b: its rules with their source, its limits at their edges, and who is managed at the end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.registers.drug_user_management import REGISTER
from antq_desktop.domain.rules import missing
from tests.unit.domain.books import assert_complete, count, counted, last_day, numbers, rules_found

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted

TODAY = date(2024, 6, 1)
ADULT = {"full_name": "Vàng A Thử", "born": "1990-05-01", "sex": "male"}
OTHER = {"full_name": "Giàng A Ví", "born": "1991-05-01", "sex": "male"}
MOVES = [{"state": "detected", "on": "2023-04-26"}, {"state": "managed", "on": "2023-05-02"}]


def file(**values: object) -> dict[str, object]:
    """Return the values of a person who is managed for a year."""
    whole = {
        "tested_on": "2023-04-26",
        "person": ADULT,
        "drugs": ["synthetic"],
        "decision_number": "01/QĐ",
        "decision_date": "2023-05-02",
        "term_from": "2023-05-02",
        "term_to": "2024-05-02",
        "moves": MOVES,
        **values,
    }
    return {name: value for name, value in whole.items() if value is not None}


def broken(**values: object) -> dict[str, bool]:
    return rules_found(REGISTER, file(**values), TODAY)


def test_a_complete_record_has_no_problem_and_reads_back_as_it_is() -> None:
    assert_complete(REGISTER, file(), TODAY)


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        # The files of minors name a guardian (domain.md A.0.1)
        ({"person": {**ADULT, "born": "2005-04-27"}}, "rules.guardian", True),
        # NĐ 137/2015 Đ13
        ({"person": {**ADULT, "id_number": "000190000001"}}, "rules.number_differs", False),
        ({"end_kind": "moved"}, "rules.day_without", True),
        ({"end_date": "2023-06-01"}, "rules.result_without", True),
        ({"decision_date": "2023-04-25"}, "rules.in_order", True),
        ({"term_from": "2023-05-01"}, "rules.in_order", True),
        ({"moved_on": "2023-07-01", "file_passed_on": "2023-06-30"}, "rules.in_order", True),
        ({"end_kind": "died", "end_date": "2023-05-01"}, "rules.in_order", True),
        ({"checks": [{"on": "2024-06-02", "result": "present"}]}, "rules.not_future", True),
        ({"moves": [{"state": "ended", "on": "2023-05-02"}]}, "rules.move_first", True),
    ],
)
def test_each_rule_finds_what_it_is_for(
    values: dict[str, object], rule: str, *, grave: bool
) -> None:
    found = broken(**values)
    assert rule in found
    assert found[rule] is grave


@pytest.mark.parametrize(
    ("end", "good"),
    [("2024-04-30", False), ("2024-05-01", True), ("2024-05-02", True), ("2024-05-03", False)],
)
def test_the_term_is_a_year_luat_pcmt_2021_d23(end: str, *, good: bool) -> None:
    assert broken(term_to=end) == ({} if good else {"rules.term_one_year": False})


def test_a_managed_person_has_a_decision_and_a_term() -> None:
    bare = {name: file()[name] for name in ("tested_on", "person")}
    detected, managed = ({"moves": MOVES[:number]} for number in (1, 2))
    assert list(missing(REGISTER, bare | detected)) == []
    assert {one.field for one in missing(REGISTER, bare | managed)} == {
        "decision_number",
        "decision_date",
        "term_from",
        "term_to",
    }


CHECKED = [{"on": "2023-06-01", "result": "present"}, {"on": "2023-07-31", "result": "absent"}]


@pytest.mark.parametrize(
    ("code", "values", "last"),
    [
        # Luật PCMT 2021 Đ23: 03 working days from the test; 01/05/2023 is a day off
        ("T1", {"tested_on": "2023-04-26"}, "2023-05-02"),
        ("T1", {"tested_on": "2023-05-10"}, "2023-05-15"),
        # NĐ 105/2021 Đ40-49: a check each month, counted from the last one
        ("T2", {}, "2023-06-02"),
        ("T2", {"checks": CHECKED}, "2023-08-31"),
        ("T2", {"checks": [{"on": "2024-04-01", "result": "present"}]}, "2024-05-01"),
        ("T2", {"checks": [{"on": "2024-04-02", "result": "present"}]}, None),
        ("T2", {"end_kind": "died", "end_date": "2023-06-01"}, None),
        ("T2", {"term_from": None}, None),
        # NĐ 105/2021 Đ40-49: the file follows in 05 working days
        ("T3", {"moved_on": "2023-04-27"}, "2023-05-05"),
        ("T3", {}, None),
    ],
)
def test_limits_end_on_their_last_day(
    code: str, values: dict[str, object], last: str | None
) -> None:
    assert last_day(REGISTER, code, file(**values)) == last


def test_a_check_is_always_outstanding_and_the_other_limits_are_met() -> None:
    done = file(moved_on="2023-06-01", file_passed_on="2023-06-05")
    met = [str(one.met(done))[:10] for one in REGISTER.deadlines]
    assert met == ["2023-05-02", "None", "2023-06-05"]


def test_limits_are_unverified_from_the_reform_of_the_police_on() -> None:
    for one in REGISTER.deadlines:
        assert one.verified_for({one.start: "2025-02-28"})
        assert not one.verified_for({one.start: "2025-03-01"})


def row(number: int, **values: object) -> Counted:
    return counted(REGISTER, number, file(**values))


def test_b44_counts_persons_managed_at_the_end_of_the_last_day() -> None:
    """Counting A25, A26, A02: an end is the first day on which it is over."""
    rows = (
        row(1, term_from="2023-12-31", term_to="2024-12-31"),
        row(2, person=OTHER, term_from="2023-01-01", term_to="2024-01-01"),
        row(3, term_from="2023-06-01", term_to="2024-06-01"),  # the person of the first again
        row(4, person={"full_name": "Lò Văn Mẫu"}, term_from="2024-01-01", term_to="2025-01-01"),
        row(5, person={"full_name": "Lò Văn Mẫu"}, term_from="2022-12-31", term_to="2023-12-31"),
        row(6, person={"full_name": "Lò Văn Mẫu"}, end_kind="moved", end_date="2023-12-31"),
        row(7, person={"full_name": "Lò Văn Mẫu"}, term_from=None, term_to=None),
    )
    figure = count(REGISTER, "B4.4", *rows)
    assert numbers(figure) == (2, None, ["0001", "0002", "0003"])
    assert count(REGISTER, "B4.4", rows[0]).value == 1
