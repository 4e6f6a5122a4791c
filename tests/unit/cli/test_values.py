"""Stored values in words, for each kind of field; and tables, days, fingerprints."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.cli.answers import grouped, shown_day, shown_moment, table
from antq_desktop.cli.problems import field_label
from antq_desktop.cli.session import Options, Session, first_look
from antq_desktop.cli.values import shown_value
from antq_desktop.domain.fields import Field, Kind, Label, codes
from antq_desktop.services.reference_data import load_units
from tests.unit.cli.driver import PROGRAM

SESSION = Session(PROGRAM, Options(lang="vi"))
CODES = codes(("a", "Một", "One"), ("b", "Hai", "Two"))


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.TEXT, "Tên", "Tên"),
        (Kind.DATE, "2023-06-30", "30/06/2023"),
        (Kind.PARTIAL_DATE, "2023-06", "2023-06"),
        (Kind.MOMENT, "2023-06-30T08:15+07:00", "08:15 30/06/2023"),
        (Kind.MONEY, 1_500_000, "1.500.000"),
        (Kind.CHOICE, "b", "Hai"),
        (Kind.CHOICE, "gone", "gone"),
        (Kind.CHOICES, ["a", "b"], "Một, Hai"),
        (Kind.FLAG, False, "không"),
        (Kind.PHONE, "+84912345678", "0912 345 678"),
        (Kind.PERSON, {"full_name": "Trần Văn Mẫu", "sex": "male"}, "Trần Văn Mẫu, Nam"),
        (Kind.UNIT, {"code": "13285", "valid_from": None}, "Phường Quang Trung (13285)"),
        (Kind.UNIT, {"code": "99999", "valid_from": None}, "99999"),
    ],
)
def test_a_value_in_words(kind: Kind, value: object, shown: str) -> None:
    field = Field(name="x", kind=kind, label=Label("X", "X"), codes=CODES)
    assert shown_value(SESSION, load_units(), field, value) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("name", "Tên mô hình"),
        ("points[2].started_on", "Điểm mô hình, dòng 2, Ngày ra mắt"),
        ("points[2].xyz", "Điểm mô hình, dòng 2, xyz"),
        ("Tên", "Tên"),
        ("", ""),
    ],
)
def test_a_path_is_told_by_its_labels(path: str, shown: str) -> None:
    register = PROGRAM.catalogue.by_name["movement_models"]
    assert field_label(SESSION, register, path) == shown
    assert field_label(SESSION, None, path) == path


def test_tables_days_and_fingerprints() -> None:
    assert table(["A", "BB"], [("xyz", None), (1, "c")]) == ["A    BB", "xyz", "1    c"]
    assert shown_day(date(2023, 6, 30)) == shown_day("2023-06-30") == "30/06/2023"
    assert (shown_day(None), shown_day("2023"), shown_moment(None)) == ("", "2023", "")
    assert grouped("abcdef") == "abcd ef"


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], None),
        (["--lang", "en"], "en"),
        (["--lang=en"], "en"),
        (["--lang"], "vi"),
        (["--lang", "xx"], "vi"),
    ],
)
def test_the_language_is_known_before_the_command_is_read(
    arguments: list[str], lang: str | None
) -> None:
    assert first_look(arguments).lang == lang
    assert first_look([*arguments, "--json"]).json
