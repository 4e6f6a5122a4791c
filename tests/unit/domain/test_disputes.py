"""R02: its rules, and its indicators at the edges of a period."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.indicators import Books, Counted, Figure
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.registers.disputes import REGISTER
from antq_desktop.domain.rules import check, missing
from antq_desktop.domain.units import UnitKey
from antq_desktop.domain.values import Reader

TODAY = date(2023, 12, 31)
PERIOD = parse_period("DL-2023")


def case(**values: object) -> dict[str, object]:
    """Return the values of a dispute that goes on."""
    return {
        "opened_on": "2023-03-03",
        "detected_by": "area_head",
        "kind": "dispute",
        "subject": "land",
        "parties": [{"name": "Hộ Giàng A Thử"}, {"name": "Hộ Vàng A Mẫu"}],
        "participants": 4,
        "area": "Thôn 1",
        "summary": "Tranh chấp ranh giới",
        "mediable": True,
        "severity": "normal",
        "risk": False,
        "resolving_body": "mediation_team",
        "moves": [{"state": "detected", "on": "2023-03-03"}],
        **values,
    }


def test_a_complete_case_has_no_problem_and_reads_back_as_it_is() -> None:
    assert check(REGISTER, case(), TODAY) == []
    assert list(missing(REGISTER, case())) == []
    values, found = Reader(None, TODAY).read_all(REGISTER.fields, case())
    assert (values, found) == (case(), [])


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"resolved_on": "2023-03-02", "result": "settled"}, "rules.in_order"),
        ({"resolved_on": "2023-04-02"}, "rules.result_missing"),
        ({"resolved_on": "2023-04-02", "result": "pending"}, "rules.result_missing"),
        ({"result": "settled"}, "rules.resolved_on_missing"),
        # Luật Hòa giải ở cơ sở Đ3.1
        ({"mediable": False}, "rules.not_mediable_reason"),
        (
            {"mediable": False, "result": "mediated", "resolved_on": "2023-04-02"},
            "rules.mediated_not_mediable",
        ),
        ({"kind": "mass_gathering"}, "rules.crowd"),
        ({"opened_on": "2024-01-01"}, "rules.not_future"),
        ({"moves": [{"state": "closed", "on": "2023-03-03"}]}, "rules.move_first"),
    ],
)
def test_each_rule_finds_what_it_is_for(values: dict[str, object], rule: str) -> None:
    assert rule in {one.rule for one in check(REGISTER, case(**values), TODAY)}


def test_an_ended_case_needs_its_result() -> None:
    moves = [{"state": "detected", "on": "2023-03-03"}, {"state": "settled", "on": "2023-04-04"}]
    assert {one.field for one in missing(REGISTER, case(moves=moves))} == {"result", "resolved_on"}


def counted(number: int = 1, **values: object) -> Counted:
    return Counted(f"{number:04}", UnitKey("13285"), f"{number}/2023", 1, "0" * 64, case(**values))


def count(code: str, *rows: Counted) -> Figure:
    (indicator,) = (one for one in REGISTER.indicators if one.code == code)
    return indicator.count(Books(period=PERIOD, rows=rows))


def test_b21_counts_what_arose_and_what_was_carried_over() -> None:
    carried = counted(2, opened_on="2022-06-06")
    settled_before = counted(3, opened_on="2022-06-06", resolved_on="2022-12-31", result="settled")
    settled_within = counted(4, opened_on="2022-06-06", resolved_on="2023-01-01", result="settled")
    later = counted(5, opened_on="2024-01-01")
    figure = count("B2.1", counted(), carried, settled_before, settled_within, later)
    assert figure.value == 3
    assert figure.parts == {"carried_over": 2, "opened": 1}


def test_b22_counts_only_the_two_good_results_by_their_day() -> None:
    rows = [
        counted(1, resolved_on="2023-12-31", result="mediated"),
        counted(2, resolved_on="2023-04-04", result="settled"),
        counted(3, resolved_on="2023-04-04", result="transferred"),
        counted(4, resolved_on="2024-01-01", result="settled"),
    ]
    figure = count("B2.2", *rows)
    assert (figure.value, figure.denominator) == (2, 4)


def test_b23_counts_prolonged_cases_and_the_people_of_crowds() -> None:
    rows = [
        counted(1, severity="hotspot", kind="mass_gathering", participants=12),
        counted(2, severity="complex_prolonged"),
        counted(3, severity="complex", kind="mass_gathering", participants=30),
    ]
    figure = count("B2.3", *rows)
    assert figure.value == 2
    assert figure.parts == {"mass_gatherings": 2, "people": 42}
