"""R05: its rules with their source, the notice at once, each indicator with a record moved."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.deadlines import ZONE
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.registers.wanted_persons import REGISTER
from antq_desktop.domain.rules import missing
from tests.unit.domain.books import (
    SETTING,
    assert_complete,
    count,
    counted,
    deadline,
    numbers,
    rules_found,
)

if TYPE_CHECKING:
    from antq_desktop.domain.indicators import Counted

TODAY = date(2023, 12, 31)
WANTED = {
    "full_name": "Vàng A Thử",
    "born": "1990-05-01",
    "sex": "male",
    "permanent_address": "Thôn Mẫu",
}
OTHER = {"full_name": "Giàng A Ví", "born": "1991-05-01", "sex": "male"}
AT_LARGE = [{"state": "wanted", "on": "2023-02-01"}]
CAUGHT = [*AT_LARGE, {"state": "arrested", "on": "2023-05-05"}]


def decision(**values: object) -> dict[str, object]:
    """Return the values of a decision on somebody at large."""
    whole = {
        "decision_number": "01/QĐTN",
        "decision_date": "2023-01-20",
        "decision_body": "Cơ quan điều tra mẫu",
        "decision_kind": "wanted",
        "person": WANTED,
        "subject_group": "accused",
        "offence": "Trộm cắp tài sản",
        "tie": "permanent_residence",
        "moves": AT_LARGE,
        **values,
    }
    return {name: value for name, value in whole.items() if value is not None}


ARREST = {
    "outcome": "arrested",
    "outcome_at": "2023-05-05T08:00+07:00",
    "done_by": ["commune_police"],
    "minutes_number": "01/BB",
    "reported_at": "2023-05-05T08:01+07:00",
    "moves": CAUGHT,
}


def arrest(**values: object) -> dict[str, object]:
    """Return the values of an arrest that was reported at once."""
    return decision(**{**ARREST, **values})


def broken(values: dict[str, object]) -> dict[str, bool]:
    return rules_found(REGISTER, values, TODAY)


def test_complete_records_have_no_problem_and_read_back_as_they_are() -> None:
    assert_complete(REGISTER, decision(), TODAY)
    assert_complete(REGISTER, arrest(), TODAY)


@pytest.mark.parametrize(
    ("values", "rule", "grave"),
    [
        # TTLT 13/2012 Đ13, 16; BLTTHS Đ112, 152: told at once, with minutes
        (arrest(reported_at=None), "rules.deciding_body_told", False),
        (arrest(minutes_number=None), "rules.minutes", False),
        (arrest(done_by=None), "rules.done_by", False),
        (arrest(outcome_at=None), "rules.day_without", True),
        (arrest(outcome=None), "rules.result_without", True),
        (arrest(reported_at="2023-05-05T07:59+07:00"), "rules.before_outcome", True),
        (arrest(handed_over_at="2023-05-05T07:59+07:00"), "rules.before_outcome", True),
        (arrest(outcome="persuaded"), "rules.outcome_state", True),
        (arrest(moves=AT_LARGE), "rules.outcome_state", True),
        (arrest(decision_date="2023-05-06"), "rules.in_order", True),
        (decision(received_on="2023-01-19"), "rules.in_order", True),
        (decision(decision_date="2024-01-01"), "rules.not_future", True),
        (
            decision(persuasion=[{"on": "2024-01-01", "content": "Gặp gia đình"}]),
            "rules.not_future",
            True,
        ),
        # NĐ 137/2015 Đ13
        (decision(person={**WANTED, "id_number": "000190000001"}), "rules.number_differs", False),
        (decision(moves=[{"state": "closed", "on": "2023-02-01"}]), "rules.move_first", True),
    ],
)
def test_each_rule_finds_what_it_is_for(
    values: dict[str, object], rule: str, *, grave: bool
) -> None:
    found = broken(values)
    assert rule in found
    assert found[rule] is grave


@pytest.mark.parametrize(
    ("state", "outcome", "good"),
    [
        ("surrendered", "persuaded", True),
        ("surrendered", "surrendered", True),
        ("surrendered", "arrested", False),
        ("cancelled", "died", True),
        ("cancelled", "removed", True),
        ("cancelled", "persuaded", False),
    ],
)
def test_an_outcome_is_one_that_its_state_stands_for(
    state: str, outcome: str, *, good: bool
) -> None:
    moves = [*AT_LARGE, {"state": state, "on": "2023-05-05"}]
    found = broken(arrest(outcome=outcome, moves=moves))
    assert ("rules.outcome_state" in found) is not good


def test_no_notice_is_asked_for_where_nobody_was_found() -> None:
    moves = [*AT_LARGE, {"state": "cancelled", "on": "2023-05-05"}]
    cancelled = decision(outcome="cancelled", outcome_at="2023-05-05T08:00+07:00", moves=moves)
    assert broken(cancelled) == {}


def test_an_end_needs_its_outcome_and_a_hand_over_its_receiver() -> None:
    assert {one.field for one in missing(REGISTER, decision(moves=CAUGHT))} == {
        "outcome",
        "outcome_at",
    }
    over = [*CAUGHT, {"state": "handed_over", "on": "2023-05-06"}]
    lacking = {one.field for one in missing(REGISTER, arrest(moves=over))}
    assert lacking == {"handed_over_at", "handed_over_to"}


def test_the_deciding_body_is_told_at_once_ttlt_13_2012_d13() -> None:
    notice = deadline(REGISTER, "T1")
    arrested_at = datetime(2023, 5, 5, 8, 0, tzinfo=ZONE)
    assert notice.due(arrest(), SETTING) == arrested_at + timedelta(minutes=1)
    assert notice.met(arrest()) == arrested_at + timedelta(minutes=1)
    assert notice.met(decision()) is None
    assert notice.due(decision(), SETTING) is None
    assert notice.due(arrest(outcome="removed"), SETTING) is None


def test_neither_the_person_nor_the_persuasion_travels() -> None:
    """Domain.md A.5: notes, relatives and informants stay in the unit; the decision is public."""
    shared = {name for name in REGISTER.by_name if Travel.SHARED in REGISTER.travels(name)}
    assert not shared & {"person", "persuasion", "features", "offence", "tip"}
    assert {"decision_number", "decision_date", "decision_body"} <= shared


def row(number: int, **values: object) -> Counted:
    return counted(REGISTER, number, arrest(**values))


THIRD = {"full_name": "Lò Văn Mẫu"}


def test_b51_counts_arrested_persons_by_the_day_of_the_arrest() -> None:
    """Counting A28, A02: distinct persons, wherever it was; decisions apart; Truy tìm nowhere."""
    rows = (
        row(1, outcome_at="2023-01-01T00:00+07:00", people_help=True),
        row(2, outcome_at="2023-12-31T23:59+07:00", person=OTHER, done_by=["joint", "people"]),
        row(3),  # another decision on the first person
        row(4, person=THIRD, decision_kind="traced"),
        row(5, person=THIRD, outcome_at="2022-12-31T23:59+07:00"),
        row(6, person=THIRD, outcome_at="2024-01-01T00:00+07:00"),
        row(7, person=THIRD, outcome="persuaded"),
    )
    figure = count(REGISTER, "B5.1", *rows)
    assert numbers(figure) == (2, None, ["0001", "0002", "0003"])
    assert figure.parts == {
        "decisions": 3,
        "people_help": 1,
        "done_by.commune_police": 1,
        "done_by.joint": 1,
        "done_by.people": 1,
        "done_by.security_team": 0,
    }
    assert count(REGISTER, "B5.1", *rows[1:2]).value == 1


def test_b52_and_b53_count_surrenders_and_all_found() -> None:
    rows = (
        row(1, outcome="persuaded", people_help=True),
        row(2, outcome="surrendered", person=OTHER),
        row(3),
        row(4, outcome="cancelled", person=THIRD),
        row(5, outcome="persuaded", person=THIRD, decision_kind="traced"),
    )
    surrendered = count(REGISTER, "B5.2", *rows)
    assert numbers(surrendered) == (2, None, ["0001", "0002"])
    assert surrendered.parts == {
        "decisions": 2,
        "people_help": 1,
        "persuaded": 1,
        "surrendered": 1,
    }
    both = count(REGISTER, "B5.3", *rows)
    assert numbers(both) == (3, None, ["0001", "0002", "0003"])
    assert both.parts == {"decisions": 3, "people_help": 1}


def test_b54_counts_who_is_at_large_at_the_end_of_the_last_day() -> None:
    """Counting A29."""
    none = {"outcome": None, "outcome_at": None}
    rows = (
        row(1, **none, decision_date="2023-12-31"),
        row(2, outcome_at="2024-01-01T00:00+07:00", person=OTHER),
        row(3, **none),  # another decision on the first person
        row(4, **none, person=THIRD, decision_date="2024-01-01"),
        row(5, outcome_at="2023-12-31T23:59+07:00", person=THIRD),
        row(6, **none, person=THIRD, decision_kind="traced"),
        row(7, **none, person=THIRD, tie="arrested_here"),
    )
    figure = count(REGISTER, "B5.4", *rows)
    assert numbers(figure) == (2, None, ["0001", "0002", "0003"])
    assert figure.parts == {"decisions": 3}


@pytest.mark.parametrize(
    ("tie", "known", "asked"),
    [
        ("permanent_residence", {}, True),
        ("permanent_residence", {"permanent_address": "Thôn Mẫu"}, False),
        ("permanent_residence", {"temporary_address": "Thôn Mẫu"}, True),
        ("temporary_residence", {"temporary_unit": {"code": "13285", "valid_from": None}}, False),
        ("temporary_residence", {"address": "Thôn Mẫu"}, True),
        ("native_place", {}, False),
    ],
)
def test_the_residence_behind_a_tie_is_asked_for_ttlt_13_2012_d5(
    tie: str, known: dict[str, object], *, asked: bool
) -> None:
    person = {"full_name": "Vàng A Mẫu", **known}
    found = broken(decision(tie=tie, person=person))
    assert found == ({"rules.residence_of_tie": False} if asked else {})


def test_the_limit_is_unverified_from_the_reform_on() -> None:
    (one,) = REGISTER.deadlines
    assert one.verified_for({"outcome_at": "2025-02-28T08:00+07:00"})
    assert not one.verified_for({"outcome_at": "2025-03-01T08:00+07:00"})
