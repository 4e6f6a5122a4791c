"""Whatever is read, it is refused or has a canonical form that reads back as itself."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.crypto import canonical
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.problems import BadValue
from antq_desktop.domain.values import Reader
from tests.unit.domain.samples import FIELDS, NOTES, PEOPLE, REASONS, UNITS, field

READER = Reader(UNITS, date(2023, 6, 30))
KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.ROWS])

likely = st.one_of(
    st.dates().map(str),
    st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat()),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True),
    st.from_regex(r"0[0-9]{8,11}", fullmatch=True),
    st.uuids().map(str),
    st.sampled_from(["check", "Kiểm tra", "13579", "13579@2025-07-01", "e\u0302\u0323", "\r\n\t"]),
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | likely
persons = st.dictionaries(
    st.sampled_from(["full_name", "born", "sex", "phone"]), likely | st.text()
)
anything = st.recursive(
    scalars | persons,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(
    st.sampled_from([one.name for one in (*FIELDS, PEOPLE, NOTES)]) | st.text(),
    anything,
    max_size=6,
)


def is_clean(value: object) -> bool:
    """Say whether every text in a value is NFC and can be written as canonical JSON."""
    if isinstance(value, dict):
        return all(map(is_clean, value.values()))
    if isinstance(value, list):
        return all(map(is_clean, value))
    return not isinstance(value, str) or unicodedata.is_normalized("NFC", value)


@settings(max_examples=400)
@given(KINDS, anything)
def test_a_canonical_value_reads_back_as_itself(kind: Kind, raw: object) -> None:
    one = field("x", kind, codes=REASONS)
    with suppress(BadValue):
        value = READER.read(one, raw)
        assert READER.read(one, value) == value
        assert is_clean(value)


@settings(max_examples=200)
@given(objects)
def test_what_was_read_can_be_stored_and_reads_back(raw: dict[str, object]) -> None:
    fields = (*FIELDS, PEOPLE, NOTES)
    values, _ = READER.read_all(fields, raw)
    canonical.dump(cast("canonical.Json", values))
    assert READER.read_all(fields, values) == (values, [])
