"""The three parts of a record: each value in its own, rows divided by column."""

from __future__ import annotations

import pytest

from antq_desktop.domain.fields import Travel
from antq_desktop.domain.parts import join, split
from tests.unit.domain.samples import VISITS

VALUES: dict[str, object] = {
    "on": "2023-01-10",
    "title": "Thăm hỏi",
    "informant": {"full_name": "Người Thử"},
    "people": [{"age": 30, "secret": "x"}, {"name": "Trần Thử"}],
    "notes": [{"text": "Một"}],
}
PARTS = split(VISITS.fields, VALUES)


def test_each_value_is_in_the_part_of_its_field() -> None:
    assert PARTS == {
        Travel.SHARED: {"on": "2023-01-10", "people": [{"age": 30}, {}]},
        Travel.PRIVATE: {
            "title": "Thăm hỏi",
            "people": [{}, {"name": "Trần Thử"}],
            "notes": [{"text": "Một"}],
        },
        Travel.CONFIDENTIAL: {
            "informant": {"full_name": "Người Thử"},
            "people": [{"secret": "x"}, {}],
        },
    }


def test_the_parts_join_to_the_record() -> None:
    assert join(VISITS.fields, *PARTS.values()) == VALUES


def test_without_a_part_its_values_are_missing_and_no_row_is() -> None:
    assert join(VISITS.fields, PARTS[Travel.SHARED]) == {
        "on": "2023-01-10",
        "people": [{"age": 30}, {}],
    }


def test_the_office_sees_how_many_rows_there_are_even_if_none_shares_anything() -> None:
    parts = split(VISITS.fields, {"people": [{"name": "A"}, {"name": "B"}]})
    assert parts[Travel.SHARED] == {"people": [{}, {}]}
    assert parts[Travel.CONFIDENTIAL] == {}


def test_an_empty_record_has_three_empty_parts() -> None:
    assert split(VISITS.fields, {"title": None}) == {travel: {} for travel in Travel}


def test_parts_of_two_records_do_not_join() -> None:
    with pytest.raises(ValueError, match="zip"):
        join(VISITS.fields, {"people": [{}]}, {"people": [{}, {}]})
