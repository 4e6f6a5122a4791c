"""R07: the dated tables that an office brings, read from CSV."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.registers.security_standard.tables import (
    ADDED_COLUMNS,
    THRESHOLD_COLUMNS,
    AddedCriterion,
    Threshold,
    grade_of,
    parse_added,
    parse_thresholds,
    points_of,
)
from antq_desktop.errors import Refusal

ADDED, THRESHOLDS = ",".join(ADDED_COLUMNS), ",".join(THRESHOLD_COLUMNS)
BASIS = "Quyết định thử số 1"
CAMERA = f"1,residential_area;commune,Camera an ninh,{BASIS},2023-01-01,"


def test_a_table_of_added_criteria_is_read() -> None:
    [one] = parse_added(f"\ufeff{ADDED}\r\n{CAMERA}\r\n\r\n")
    assert one == AddedCriterion(
        number=1,
        subject_kinds=frozenset({"residential_area", "commune"}),
        name="Camera an ninh",
        legal_basis=BASIS,
        valid_from=date(2023, 1, 1),
        valid_to=None,
    )
    assert AddedCriterion.from_row(one.as_row()) == one


def test_a_spreadsheet_may_have_words_and_days_as_people_write_them() -> None:
    line = f'2,"Khu dân cư; Cơ sở giáo dục",Zalo,{BASIS},1/3/2023,01/01/2026'
    [one] = parse_added(f"{ADDED}\n{line}\n")
    assert one.subject_kinds == {"residential_area", "school"}
    assert (one.valid_from, one.valid_to) == (date(2023, 3, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("lines", "message", "values"),
    [
        ("", "standard.bad_header", {"columns": ADDED}),
        ("number,name\n", "standard.bad_header", {"columns": ADDED}),
        (
            f"{ADDED}\n0,commune,A,B,2023-01-01,\n",
            "standard.bad_row",
            {"row": 2, "column": "number"},
        ),
        (
            f"{ADDED}\n1,hamlet,A,B,2023-01-01,\n",
            "standard.bad_row",
            {"row": 2, "column": "subject_kinds"},
        ),
        (f"{ADDED}\n1,commune,,B,2023-01-01,\n", "standard.bad_row", {"row": 2, "column": "name"}),
        (
            f"{ADDED}\n1,commune,A,,2023-01-01,\n",
            "standard.bad_row",
            {"row": 2, "column": "legal_basis"},
        ),
        (f"{ADDED}\n1,commune,A,B,,\n", "standard.bad_row", {"row": 2, "column": "valid_from"}),
        (
            f"{ADDED}\n1,commune,A,B,2023-02-30,\n",
            "standard.bad_row",
            {"row": 2, "column": "valid_from"},
        ),
        (
            f"{ADDED}\n1,commune,A,B,2023-01-01,2023-01-01\n",
            "standard.bad_row",
            {"row": 2, "column": "valid_to"},
        ),
        (f"{ADDED}\n1,commune,A\n", "standard.bad_row", {"row": 2, "column": "legal_basis"}),
        (f'{ADDED}\n"1,commune', "standard.bad_row", {"row": 2, "column": "number"}),
        (f"{ADDED}\n{CAMERA}\n{CAMERA}\n", "standard.overlap", {"row": 3}),
    ],
)
def test_a_bad_table_is_refused_with_its_line(
    lines: str, message: str, values: dict[str, object]
) -> None:
    with pytest.raises(Refusal) as refused:
        parse_added(lines)
    assert (refused.value.message_id, refused.value.values) == (message, values)


def test_a_number_may_be_given_anew_when_the_old_one_has_ended() -> None:
    old = f"1,commune,Camera,{BASIS},2022-01-01,2023-01-01"
    assert [one.name for one in parse_added(f"{ADDED}\n{CAMERA}\n{old}\n")] == [
        "Camera an ninh",
        "Camera",
    ]


def table(*points: tuple[str, str]) -> tuple[Threshold, ...]:
    lines = [f"commune,{grade},{least},{BASIS},2023-01-01,2024-01-01" for grade, least in points]
    return parse_thresholds("\n".join([THRESHOLDS, *lines]))


@pytest.mark.parametrize(
    ("points", "grade"), [("90", "excellent"), ("89.99", "good"), ("70", "good"), ("69", None)]
)
def test_a_score_has_the_highest_grade_that_it_reaches(points: str, grade: str | None) -> None:
    rows = table(("good", "70"), ("excellent", "90"))
    found = grade_of(rows, "commune", Decimal(points), date(2023, 11, 15))
    assert (found.grade if found else None) == grade
    for kind, day in (("school", date(2023, 11, 15)), ("commune", date(2024, 1, 1))):
        assert grade_of(rows, kind, Decimal(100), day) is None


@pytest.mark.parametrize("line", ["commune,weak,101", "commune,perfect,90", "hamlet,good,90"])
def test_a_bad_threshold_is_refused(line: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_thresholds(f"{THRESHOLDS}\n{line},{BASIS},2023-01-01,\n")
    assert refused.value.message_id == "standard.bad_row"


@given(
    points=st.decimals(0, 100, places=2),
    limits=st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=4, unique=True),
)
def test_more_points_never_give_a_lower_threshold(points: Decimal, limits: list[Decimal]) -> None:
    grades = ("weak", "average", "good", "excellent")
    rows = table(*((grade, str(least)) for grade, least in zip(grades, limits, strict=False)))
    assert tuple(map(Threshold.from_row, (one.as_row() for one in rows))) == rows
    day = date(2023, 11, 15)
    low, high = grade_of(rows, "commune", points, day), grade_of(rows, "commune", Decimal(100), day)
    assert high is not None
    assert low is None or low.min_points <= min(points, high.min_points)


@pytest.mark.parametrize(
    ("text", "points"), [("87,5", "87.5"), ("100", "100"), ("100,1", None), ("chín", None)]
)
def test_points_are_read_as_people_write_them(text: str, points: str | None) -> None:
    assert points_of(text) == (Decimal(points) if points else None)
