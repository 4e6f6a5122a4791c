"""Identity papers: what a number of each kind looks like, whom it names, when it is doubted."""

from __future__ import annotations

from datetime import date

import pytest

from antq_desktop.domain.fields import Field, Kind, Label
from antq_desktop.domain.identity_papers import kind_of, naming_number, number_label
from antq_desktop.domain.person_rules import number_fits, papers_fit
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.rules import Seen
from antq_desktop.domain.values import Reader

PERSON = Field(name="person", kind=Kind.PERSON, label=Label("x", "x"))
READER = Reader(None, date(2023, 12, 31))
NUMBER, CMND = "000190000001", "000123456"


def person(**values: object) -> dict[str, object]:
    return {"full_name": "Hoàng Văn Thử", **values}


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        (None, "000 190 000 001", NUMBER),
        (None, CMND, CMND),
        ("identity", "000.190.000.001", NUMBER),
        ("cmnd", "000 123 456", CMND),
        ("cmnd", NUMBER, NUMBER),
        ("passport", "x00 12345", "X0012345"),
        ("birth_certificate", "12, quyển 01/2012", "12, quyển 01/2012"),
        ("other", "GT-000/2020", "GT-000/2020"),
    ],
)
def test_a_number_is_read_as_its_kind_has_it(kind: str | None, typed: str, stored: str) -> None:
    kinds = {} if kind is None else {"id_kind": kind}
    value = person(**kinds, id_number=stored)
    assert READER.read(PERSON, person(**kinds, id_number=typed)) == value
    assert READER.read(PERSON, value) == value


@pytest.mark.parametrize(
    ("kind", "typed", "rule"),
    [
        (None, "X0012345", "values.personal_number"),
        ("identity", CMND, "values.identity_number"),
        ("identity", "00019000000a", "values.identity_number"),
        ("cmnd", "00012345", "values.cmnd_number"),
        ("passport", "ABCDEFG", "values.passport_number"),
        ("passport", "X001", "values.passport_number"),
        ("passport", "Đ0012345", "values.passport_number"),
        ("driving", "000", "values.choice"),
    ],
)
def test_a_number_that_its_kind_does_not_have_is_refused(
    kind: str | None, typed: str, rule: str
) -> None:
    kinds = {} if kind is None else {"id_kind": kind}
    with pytest.raises(BadValue) as refused:
        READER.read(PERSON, person(**kinds, id_number=typed))
    assert refused.value.rule == rule


def test_a_kind_that_was_not_written_is_told_by_the_length() -> None:
    assert kind_of(person()) is None
    assert kind_of(person(id_number=NUMBER)) == "identity"
    assert kind_of(person(id_number=CMND)) == "cmnd"
    assert kind_of(person(id_number="X0012345", id_kind="passport")) == "passport"
    assert number_label(person(id_number=CMND)).vi == "Số CMND"
    assert number_label(person()).vi == "Số định danh cá nhân/CCCD/CMND/hộ chiếu"


def test_the_same_digits_are_one_person_whatever_paper_they_stand_on() -> None:
    """Counting A02; records before catalogue 4 have no kind, and the same keys."""
    bare = naming_number(person(id_number=NUMBER))
    assert bare == NUMBER
    for kind in ("identity", "cmnd"):
        assert naming_number(person(id_number=NUMBER, id_kind=kind)) == bare


def test_a_passport_is_no_card_and_other_papers_name_nobody() -> None:
    digits = "000123456"
    passport = naming_number(person(id_number=digits, id_kind="passport"))
    assert passport not in {None, naming_number(person(id_number=digits))}
    for kind in ("birth_certificate", "other"):
        assert naming_number(person(id_number="12", id_kind=kind)) is None
    assert naming_number(person()) is None


@pytest.mark.parametrize(
    ("kind", "differs"), [(None, True), ("identity", True), ("cmnd", False), ("passport", False)]
)
def test_digits_are_compared_with_sex_and_birth_on_identity_cards_alone(
    kind: str | None, *, differs: bool
) -> None:
    kinds = {} if kind is None else {"id_kind": kind}
    value = person(id_number="000091000001", sex="female", born="1990", **kinds)
    rule = number_fits("person", "rows.person")
    values: dict[str, object] = {"person": value, "rows": [{}, {"person": value}]}
    found = [one.field for one in rule.check(Seen(values, rule.fields), date(2023, 12, 31))]
    assert found == (["person", "rows[2].person"] if differs else [])


@pytest.mark.parametrize(
    ("values", "day", "doubted"),
    [
        ({"id_number": CMND}, "2024-12-31T23:59+07:00", False),
        ({"id_number": CMND}, "2025-01-01", True),
        ({"id_number": NUMBER, "id_kind": "cmnd"}, "2025-01-01", True),
        ({"id_number": CMND, "id_issued_on": "2025-01-01"}, "2024-12-31", True),
        ({"id_number": NUMBER}, "2025-01-01", False),
        ({}, "2025-01-01", False),
    ],
)
def test_a_cmnd_is_doubted_once_none_is_valid_luat_can_cuoc_d46_2(
    values: dict[str, object], day: str, *, doubted: bool
) -> None:
    rule = papers_fit("on", "person")
    seen = Seen({"on": day, "person": person(**values)}, rule.fields)
    found = {one.rule: one.grave for one in rule.check(seen, date(2026, 1, 1))}
    assert found == ({"rules.cmnd_ended": False} if doubted else {})
