"""Reading values: one canonical form a kind, and a problem for all that cannot be stored."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from antq_desktop.domain.fields import LARGEST_INTEGER, LONG_TEXT_LIMIT, TEXT_LIMIT, Kind
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.registers.movement_models import FIELDS_OF_WORK
from antq_desktop.domain.values import Reader
from tests.unit.domain.samples import FIELDS, NOTES, PEOPLE, REASONS, UNITS, field

READER = Reader(UNITS, date(2023, 6, 30))
OLD_UNIT = {"code": "13579", "valid_from": None}
NEW_UNIT = {"code": "13579", "valid_from": "2025-07-01"}
ID = "0190b5a0-0000-7000-8000-000000000001"


def read(kind: Kind, raw: object, **more: Any) -> object:
    return READER.read(field("x", kind, codes=REASONS, **more), raw)


def refused(kind: Kind, raw: object, **more: Any) -> str:
    with pytest.raises(BadValue) as caught:
        read(kind, raw, **more)
    return caught.value.rule


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Kind.TEXT, "  Xã  Đạo Lý ", "Xã Đạo Lý"),
        (Kind.TEXT, "   ", None),
        (Kind.TEXT, unicodedata.normalize("NFD", "Nguyễn Thị Hòa"), "Nguyễn Thị Hòa"),
        (Kind.TEXT, "một\thai", "một hai"),
        (Kind.LONG_TEXT, "một\r\nhai\u2028ba", "một\nhai\nba"),
        (Kind.DATE, "2024-02-29", "2024-02-29"),
        (Kind.PARTIAL_DATE, "1985", "1985"),
        (Kind.PARTIAL_DATE, "1985-02", "1985-02"),
        (Kind.PARTIAL_DATE, "1985-02-28", "1985-02-28"),
        (Kind.MOMENT, "2023-05-01T08:30+07:00", "2023-05-01T08:30+07:00"),
        (Kind.MOMENT, "2023-05-01T08:30:15+07:00", "2023-05-01T08:30:15+07:00"),
        (Kind.MOMENT, "2023-05-01T18:30:00Z", "2023-05-02T01:30+07:00"),
        (Kind.INTEGER, 0, 0),
        (Kind.MONEY, LARGEST_INTEGER, LARGEST_INTEGER),
        (Kind.CHOICE, "check", "check"),
        (Kind.CHOICE, " Kiểm tra", "check"),
        (Kind.CHOICE, unicodedata.normalize("NFD", "Kiểm tra"), "check"),
        (Kind.CHOICE, "Check", "check"),
        (Kind.CHOICES, ["help", "Kiểm tra", "help"], ["check", "help"]),
        (Kind.FLAG, False, False),
        (Kind.PARTIAL_MOMENT, "1985", "1985"),
        (Kind.PARTIAL_MOMENT, "1985-02-28", "1985-02-28"),
        (Kind.PARTIAL_MOMENT, "2023-05-01T18:30:00Z", "2023-05-02T01:30+07:00"),
        (Kind.PERSONAL_NUMBER, "000 123 456 789", "000123456789"),
        (Kind.PAPER_NUMBER, "x 000 1234", "x 000 1234"),
        (Kind.PHONE, "0912 345 678", "+84912345678"),
        (Kind.UNIT, "13579", OLD_UNIT),
        (Kind.UNIT, "13579@2025-07-01", NEW_UNIT),
        (Kind.UNIT, NEW_UNIT, NEW_UNIT),
        (Kind.PERSON, {"full_name": "Trần Văn Thử", "born": "1990"}, None),
        (Kind.ORGANIZATION, "Trường Tiểu học", "Trường Tiểu học"),
        (Kind.REFERENCE, ID, ID),
        (Kind.OFFICER, "Đại úy Thử", "Đại úy Thử"),
    ],
)
def test_a_value_gets_its_canonical_form_and_keeps_it(
    kind: Kind, raw: object, value: object
) -> None:
    wanted = raw if kind is Kind.PERSON else value
    assert read(kind, raw) == wanted
    assert wanted is None or read(kind, wanted) == wanted


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("empty", [None, "", []])
def test_nothing_is_read_as_none(kind: Kind, empty: object) -> None:
    assert read(kind, empty) is None


@pytest.mark.parametrize(
    ("kind", "raw", "rule"),
    [
        (Kind.TEXT, "một\nhai", "values.one_line"),
        (Kind.TEXT, "a\x00b", "values.characters"),
        (Kind.TEXT, "a\u202eb", "values.characters"),
        (Kind.TEXT, "a\u2066b", "values.characters"),
        (Kind.TEXT, "a\x1b[31mb", "values.characters"),
        (Kind.LONG_TEXT, "a\u200bb", "values.characters"),
        (Kind.LONG_TEXT, "a\ud800b", "values.characters"),
        (Kind.TEXT, "a" * (TEXT_LIMIT + 1), "values.too_long"),
        (Kind.LONG_TEXT, "a" * (LONG_TEXT_LIMIT + 1), "values.too_long"),
        (Kind.LONG_TEXT, "a" * 10_000_000, "values.too_long"),
        (Kind.DATE, "31/02/2023", "values.date"),
        (Kind.DATE, "2023-2-1", "values.date"),
        (Kind.DATE, "\uff12\uff10\uff12\uff13-01-01", "values.date"),
        (Kind.DATE, "2023-02-31", "values.no_such_date"),
        (Kind.DATE, "1899-12-31", "values.year"),
        (Kind.DATE, "2200-01-01", "values.year"),
        (Kind.PARTIAL_DATE, "9999", "values.year"),
        (Kind.PARTIAL_DATE, "1985-13", "values.no_such_date"),
        (Kind.PARTIAL_DATE, "85", "values.date"),
        (Kind.MOMENT, "2023-05-01", "values.moment"),
        (Kind.MOMENT, "2023-05-01 08:30+07:00", "values.moment"),
        (Kind.MOMENT, "2023-05-01T08:30", "values.moment"),
        (Kind.MOMENT, "2023-05-01T08:30:00.5+07:00", "values.moment"),
        (Kind.MOMENT, "2023-02-31T08:30+07:00", "values.moment"),
        (Kind.MOMENT, "9999-12-31T23:00Z", "values.year"),
        (Kind.MOMENT, "0001-01-01T00:00+07:00", "values.year"),
        (Kind.MOMENT, "1899-05-01T08:30+07:00", "values.year"),
        (Kind.MOMENT, "9999-12-31T08:30+07:00", "values.year"),
        (Kind.PARTIAL_MOMENT, "1985-13", "values.no_such_date"),
        (Kind.PARTIAL_MOMENT, "2023-05-01T08:30", "values.moment"),
        (Kind.PAPER_NUMBER, "0" * 61, "values.too_long"),
        (Kind.INTEGER, -1, "values.range"),
        (Kind.INTEGER, LARGEST_INTEGER + 1, "values.range"),
        (Kind.MONEY, -5, "values.range"),
        (Kind.CHOICE, "kiem tra", "values.choice"),
        (Kind.CHOICES, ["check", "nothing"], "values.choice"),
        (Kind.PERSONAL_NUMBER, "00012345678", "values.personal_number"),
        (Kind.PHONE, "12", "values.phone"),
        (Kind.UNIT, "99999", "values.unit"),
        (Kind.UNIT, "no code", "values.unit"),
        (Kind.UNIT, {"code": "99999", "valid_from": None}, "values.unit"),
        (Kind.UNIT, {"code": 5}, "values.unit"),
        (Kind.PERSON, {"sex": "male"}, "values.person_name"),
        (Kind.PERSON, {"full_name": "A", "id_number": "1"}, "values.personal_number"),
        (Kind.PERSON, {"nickname": "A"}, "values.unknown_field"),
        (Kind.REFERENCE, "R06/1/2023", "values.reference"),
        (Kind.REFERENCE, ID.upper(), "values.reference"),
        (Kind.ROWS, {"a": 1}, "values.type"),
    ],
)
def test_what_cannot_be_stored_is_named(kind: Kind, raw: object, rule: str) -> None:
    assert refused(kind, raw) == rule


WRONG_TYPE: dict[Kind, object] = dict.fromkeys(Kind, 5) | {
    Kind.INTEGER: True,
    Kind.MONEY: 1.5,
    Kind.FLAG: 1,
    Kind.CHOICES: "check",
}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_of_another_type_is_refused(kind: Kind) -> None:
    assert refused(kind, WRONG_TYPE[kind]) == "values.type"


def test_text_is_measured_as_it_is_stored() -> None:
    longest = "ệ" * TEXT_LIMIT
    assert read(Kind.TEXT, unicodedata.normalize("NFD", longest)) == longest


def test_a_unit_needs_the_units_unless_it_is_a_key() -> None:
    reader = Reader(None, date(2023, 6, 30))
    unit = field("unit", Kind.UNIT)
    unknown = {"code": "99999", "valid_from": None}
    assert reader.read(unit, unknown) == unknown
    with pytest.raises(BadValue, match=r"values\.type"):
        reader.read(unit, "13579")


def test_every_label_of_a_code_table_is_read() -> None:
    one = field("x", Kind.CHOICE, codes=FIELDS_OF_WORK)
    for code in FIELDS_OF_WORK:
        read_back = {READER.read(one, text) for text in (code.code, code.label.vi, code.label.en)}
        assert read_back == {code.code}


def test_an_object_is_read_field_by_field() -> None:
    values, problems = READER.read_all(
        FIELDS, {"on": "2023-02-31", "title": " A ", "story": None, "colour": "red"}
    )
    assert values == {"title": "A"}
    assert [(one.field, one.rule, one.grave) for one in problems] == [
        ("on", "values.no_such_date", True),
        ("colour", "values.unknown_field", True),
    ]


@pytest.mark.parametrize("name", ["\x1b[31m", "a\u202eb", "Tên", "a b", ""])
def test_an_unknown_name_that_is_no_name_is_not_repeated(name: str) -> None:
    _, [problem] = READER.read_all(FIELDS, {name: 1})
    assert problem.field == "?"


def test_an_endless_unknown_name_is_cut() -> None:
    _, [problem] = READER.read_all(FIELDS, {"a" * 10_000_000: 1})
    assert len(problem.field) == TEXT_LIMIT


def test_rows_are_read_one_by_one() -> None:
    raw = {"people": [{"age": 5}, {"age": -1}, "no row", {"name": "A", "x": 1}]}
    values, problems = READER.read_all([PEOPLE], raw)
    assert values == {"people": [{"age": 5}, {"name": "A"}]}
    assert [(one.field, one.rule) for one in problems] == [
        ("people[2].age", "values.range"),
        ("people[3]", "values.type"),
        ("people[4].x", "values.unknown_field"),
    ]


@pytest.mark.parametrize("rows", [[], [{}], [{"text": " "}, {}], None])
def test_rows_without_a_value_are_no_rows(rows: object) -> None:
    assert READER.read_all([NOTES], {"notes": rows}) == ({}, [])


def test_rows_must_be_a_list() -> None:
    values, [problem] = READER.read_all([NOTES], {"notes": {"text": "A"}})
    assert (values, problem.field, problem.rule) == ({}, "notes", "values.type")


def test_200_rows_are_read_and_201_are_not() -> None:
    rows = [{"text": "A"}] * 201
    values, problems = READER.read_all([NOTES], {"notes": rows[:200]})
    assert values == {"notes": rows[:200]}
    assert not problems
    values, [problem] = READER.read_all([NOTES], {"notes": rows})
    assert (values, problem.rule, problem.values) == ({}, "values.too_many_rows", {"limit": 200})


def test_a_row_that_lacks_a_value_says_so_once() -> None:
    day = field("day", Kind.DATE, required=True)
    rows = field("rows", Kind.ROWS, columns=(day, field("text", Kind.TEXT)))
    _, problems = READER.read_all([rows], {"rows": [{"text": "A"}, {"day": "2023-02-31"}, {}]})
    assert [(one.field, one.rule) for one in problems] == [
        ("rows[1].day", "values.required"),
        ("rows[2].day", "values.no_such_date"),
        ("rows[3].day", "values.required"),
    ]
