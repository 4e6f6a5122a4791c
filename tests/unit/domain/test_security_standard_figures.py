"""R07: B7.1 to B7.8, counted over the registers of residential areas and organisations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from antq_desktop.domain.indicators import Books, Counted, Figure, add
from antq_desktop.domain.periods import parse_period
from antq_desktop.domain.registers.security_standard import REGISTER
from antq_desktop.domain.units import Unit, UnitKey

PERIOD = parse_period("TT124XA-2023")
COMMUNE = Unit(UnitKey("13579"), "Xã Thử", "xa", 3, "35", date(2025, 7, 1), remote=False)
OFFICE = Unit(UnitKey("347"), "Thành phố Thử", "thanh-pho", 2, "35", None, remote=False)
INDICATORS = {one.code: one for one in REGISTER.indicators}
ORGANISATIONS = {"B7.3": "agency", "B7.4": "enterprise", "B7.5": "school"}


def counted(record: str, **shared: object) -> Counted:
    return Counted(record, UnitKey("13579"), "1/2023", 1, "0" * 64, shared)


def place(record: str, **shared: object) -> Counted:
    """Return a residential area that is there since long."""
    return counted(record, **{"valid_from": "2001-04-01", **shared})


def firm(record: str, kind: str = "agency", **shared: object) -> Counted:
    """Return an organisation in scope that the commune recognises."""
    given = {"kind": kind, "in_scope": True, "level": "commune", "valid_from": "2001-04-01"}
    return counted(record, **{**given, **shared})


def file(record: str, subject: str = "", kind: str = "residential_area", **more: object) -> Counted:
    """Return the file of a subject that met the standard in 2023."""
    name = "residential_area" if kind == "residential_area" else "organization"
    state = "passed" if more.get("result", "passed") == "passed" else "failed"
    given = {
        "year": "2023",
        "subject_kind": kind,
        "in_scope": True,
        "registered_on": "2023-02-01",
        "result": "passed",
        "moves": [{"state": state, "on": "2023-11-10"}],
        **({name: subject} if subject else {}),
    }
    return counted(record, **{**given, **more})


def count(
    code: str,
    *rows: Counted,
    places: list[Counted] | None = None,
    firms: list[Counted] | None = None,
    unit: Unit = COMMUNE,
) -> Figure:
    others = {"residential_areas": places or [], "organizations": firms or []}
    reads = INDICATORS[code].reads
    books = Books(
        period=PERIOD,
        rows=rows,
        unit=unit,
        others={name: others[name] for name in reads},
    )
    return INDICATORS[code].count(books)


def ratio(figure: Figure) -> tuple[int, int | None]:
    return figure.value, figure.denominator


@pytest.mark.parametrize(
    ("period", "given"),
    [
        ("TT124XA-2023", {"B7.1", "B7.2", "B7.3", "B7.4", "B7.5", "B7.6", "B7.7", "B7.8"}),
        ("TT124KDC-2023", {"B7.1"}),
        ("DL-2023", set()),
        ("CAND-2023", set()),
        ("ND09-2023-03", set()),
        ("2022-11-16_2023-11-15", set()),
    ],
)
def test_they_are_given_for_the_years_of_the_circular_alone(period: str, given: set[str]) -> None:
    """Counting A34: elsewhere they are left out, never 0."""
    asked = parse_period(period)
    assert {code for code, one in INDICATORS.items() if one.given_for(asked)} == given


@pytest.mark.parametrize("code", INDICATORS)
def test_nothing_is_counted_from_nothing(code: str) -> None:
    assert INDICATORS[code].count(Books(period=PERIOD)).value == 0


def test_b71_changes_with_a_file_added_and_taken_away() -> None:
    places = [place("a"), place("b"), place("c")]
    rows = [file("1", "a"), file("2", "b")]
    figures = [count("B7.1", *rows[:most], places=places) for most in range(3)]
    assert [ratio(one) for one in figures] == [(0, 3), (1, 3), (2, 3)]
    assert count("B7.1", *reversed(rows), places=places).records == tuple(rows)


@pytest.mark.parametrize("code", ORGANISATIONS)
def test_organisations_are_counted_by_their_kind(code: str) -> None:
    kind = ORGANISATIONS[code]
    firms = [firm(f"{one}{place}", one) for one in ORGANISATIONS.values() for place in (1, 2)]
    rows = [file("1", f"{kind}1", kind), file("2", "a")]
    assert ratio(count(code, *rows, firms=firms)) == (1, 2)
    assert ratio(count(code, firms=firms)) == (0, 2)


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ({}, 1),
        ({"result": "failed"}, 0),
        ({"result": None}, 0),
        # The year decides, whatever the day of the decision (counting A34).
        ({"year": "2022"}, 0),
        ({"year": "2024"}, 0),
        ({"decision_on": "2024-03-01"}, 1),
        ({"residential_area": "elsewhere"}, 0),
        ({"residential_area": None}, 0),
        ({"subject_kind": "agency", "organization": "a"}, 0),
        # A recognition that was taken back does not stand.
        ({"moves": [{"state": "certified", "on": "x"}, {"state": "revoked", "on": "y"}]}, 0),
        ({"moves": [{"state": "certified", "on": "x"}]}, 1),
    ],
)
def test_what_stands_as_met(values: dict[str, Any], counts: int) -> None:
    """Counting A35."""
    assert count("B7.1", file("1", "a", **values), places=[place("a")]).value == counts


def test_a_subject_counts_once_however_many_files_it_has() -> None:
    figure = count("B7.1", file("1", "a"), file("2", "a"), places=[place("a"), place("b")])
    assert ratio(figure) == (1, 2)
    assert len(figure.records) == 2


@pytest.mark.parametrize(
    ("values", "there"),
    [
        # Residential areas are counted at 31/10, the last day of their window (Đ8.2a).
        ({"valid_from": "2023-10-31"}, True),
        ({"valid_from": "2023-11-01"}, False),
        ({"valid_to": "2023-10-31"}, False),
        ({"valid_to": "2023-11-01"}, True),
    ],
)
def test_areas_are_counted_as_they_stood_on_the_last_day(
    values: dict[str, object], *, there: bool
) -> None:
    expected = (1, 1) if there else (0, 0)
    assert ratio(count("B7.1", file("1", "a"), places=[place("a", **values)])) == expected


@pytest.mark.parametrize(
    ("values", "there"),
    [
        ({"valid_from": "2023-11-15"}, True),
        ({"valid_from": "2023-11-16"}, False),
        ({"valid_to": "2023-11-15"}, False),
        ({"valid_to": "2023-11-16"}, True),
        ({"in_scope": False}, False),
        # Recognised above: the level above enters and counts it (counting A35).
        ({"level": "province"}, False),
        ({"level": "district"}, False),
    ],
)
def test_organisations_are_counted_if_in_scope_and_recognised_here(
    values: dict[str, Any], *, there: bool
) -> None:
    """TT 124/2021/TT-BCA Đ1.2b, 8.2b, 10."""
    expected = (1, 1) if there else (0, 0)
    figure = count("B7.3", file("1", "a", "agency"), firms=[firm("a", **values)])
    assert ratio(figure) == expected


def test_an_office_counts_what_it_recognises_itself() -> None:
    firms = [firm("a", level="province"), firm("b", level="commune")]
    rows = [file("1", "a", "agency"), file("2", "b", "agency")]
    figure = count("B7.3", *rows, firms=firms, unit=OFFICE)
    assert (ratio(figure), figure.records) == ((1, 1), (rows[0],))


def test_an_area_that_its_file_puts_out_of_scope_is_in_no_figure() -> None:
    out = file("1", "a", in_scope=False, result=None)
    assert ratio(count("B7.1", out, places=[place("a"), place("b")])) == (0, 1)
    assert ratio(
        count("B7.1", file("2", "a", year="2022", in_scope=False), places=[place("a")])
    ) == (
        0,
        1,
    )


@pytest.mark.parametrize(
    ("unit", "rows", "expected"),
    [
        (COMMUNE, [file("1", kind="commune")], (1, 1)),
        (COMMUNE, [file("1", kind="commune", result="failed")], (0, 1)),
        (COMMUNE, [], (0, 1)),
        (COMMUNE, [file("1", kind="commune", in_scope=False, result=None)], (0, 0)),
        (OFFICE, [file("1", kind="commune")], (0, 0)),
    ],
)
def test_b72_counts_the_commune_itself(
    unit: Unit, rows: list[Counted], expected: tuple[int, int]
) -> None:
    """Its denominator is the units, with files or without."""
    assert INDICATORS["B7.2"].every_unit
    assert ratio(count("B7.2", *rows, unit=unit)) == expected


@pytest.mark.parametrize(
    ("valid_to", "there"), [(date(2023, 11, 15), False), (date(2023, 11, 16), True)]
)
def test_b72_counts_units_of_the_last_day(valid_to: date, *, there: bool) -> None:
    unit = Unit(UnitKey("13579"), "Xã Thử", "xa", 3, "35", valid_to, remote=False)
    assert count("B7.2", unit=unit).denominator == int(there)


@pytest.mark.parametrize("code", ["B7.1", "B7.3", "B7.4", "B7.5", "B7.6", "B7.7"])
def test_a_unit_that_is_no_more_has_nothing_to_be_recognised(code: str) -> None:
    """Its areas and bodies are its successor's; counted twice they would double the whole."""
    gone = Unit(UnitKey("13579"), "Xã Thử", "xa", 3, "35", date(2023, 7, 1), remote=False)
    bodies = [firm(kind, kind) for kind in ("agency", "enterprise", "school")]
    figure = count(code, places=[place("a")], firms=bodies, unit=gone)
    assert ratio(figure) in {(0, 0), (0, None)}
    there = count(code, places=[place("a")], firms=bodies)
    assert there.denominator


PLACES = [place(f"a{number}") for number in range(8)]
FIRMS = [firm("f", "agency"), firm("s", "school")]
"""Ten subjects that a commune recognises."""


def test_b76_counts_registration_by_kind() -> None:
    rows = [
        file("1", "a1"),
        file("2", "a2", result="failed"),
        file("3", "a3", registered_on=None, result=None),
        file("4", "f", "agency"),
        file("5", kind="commune"),
    ]
    figure = count("B7.6", *rows, places=PLACES, firms=FIRMS)
    assert ratio(figure) == (3, 10)
    assert {name: part for name, part in figure.parts.items() if part} == {
        "residential_area": 2,
        "residential_area_in_scope": 8,
        "agency": 1,
        "agency_in_scope": 1,
        "school_in_scope": 1,
    }
    assert set(figure.parts) == set(INDICATORS["B7.6"].part_labels)


@pytest.mark.parametrize(
    ("recognised", "registered", "enough", "everybody"),
    [(7, 10, 1, 1), (6, 10, 0, 0), (10, 10, 1, 1), (5, 7, 1, 0), (4, 7, 0, 0), (0, 0, 0, 0)],
)
def test_b77_asks_for_seventy_percent_of_those_registered(
    recognised: int, registered: int, enough: int, everybody: int
) -> None:
    """TT 124/2021/TT-BCA Đ5.4 (XA4); all registered is the other half of it."""
    subjects = [(one.record, "residential_area") for one in PLACES]
    subjects += [("f", "agency"), ("s", "school")]
    rows = [
        file(str(number), subject, kind, result="passed" if number < recognised else "failed")
        for number, (subject, kind) in enumerate(subjects[:registered])
    ]
    figure = count("B7.7", *rows, places=PLACES, firms=FIRMS)
    assert ratio(figure) == (enough, 1)
    assert figure.parts == {
        "recognised": recognised,
        "registered": registered,
        "everybody": everybody,
    }


def test_b77_is_judged_commune_by_commune() -> None:
    """Control of domain.md B.5: over several communes it is how many of them, never the total."""
    good = count("B7.7", file("1", "a"), places=[place("a")])
    bad = count("B7.7", file("2", "b", result="failed"), places=[place("b")])
    office = count("B7.7", unit=OFFICE)
    total = add([good, bad, office])
    assert ratio(total) == (1, 2)
    assert (total.parts["recognised"], total.parts["registered"]) == (1, 2)


def test_b78_counts_grades_apart_from_the_result() -> None:
    """Counting A37: every standing row with a grade, by kind, beside the number graded."""
    rows = [
        file("1", "a", grade="excellent"),
        file("2", "b", grade="good", result="failed"),
        file("3", "c", grade="good"),
        file("4", kind="commune", grade="average"),
        file("5", "d"),
        file("6", "e", grade="weak", year="2022"),
    ]
    figure = count("B7.8", *rows)
    assert figure.value == 4
    assert {name: part for name, part in figure.parts.items() if part} == {
        "residential_area": 3,
        "residential_area_excellent": 1,
        "residential_area_good": 2,
        "commune": 1,
        "commune_average": 1,
    }
    assert set(figure.parts) == set(INDICATORS["B7.8"].part_labels)
    assert [one.record for one in figure.records] == ["1", "2", "3", "4"]
