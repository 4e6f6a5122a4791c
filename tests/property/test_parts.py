"""Any record divided into its parts and joined is the same record."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.parts import join, split
from tests.unit.domain.samples import FIELDS, NOTES, PEOPLE, register

values = st.integers() | st.text(max_size=5) | st.booleans()


def rows(*names: str) -> st.SearchStrategy[list[dict[str, object]]]:
    """Return child rows that have at least one value each, as reading gives them."""
    row: st.SearchStrategy[dict[str, object]] = st.dictionaries(
        st.sampled_from(names), values, min_size=1
    )
    return st.lists(row, min_size=1, max_size=5)


records = st.fixed_dictionaries(
    {},
    optional={
        **{field.name: values for field in FIELDS},
        "people": rows("age", "name", "secret"),
        "notes": rows("text"),
    },
)
VISITS = register(*FIELDS, PEOPLE, NOTES)


@given(records)
def test_what_is_divided_joins(record: dict[str, object]) -> None:
    parts = split(VISITS.fields, record)
    assert join(VISITS.fields, *parts.values()) == record


@given(records, st.permutations(list(Travel)))
def test_the_order_of_the_parts_does_not_matter(
    record: dict[str, object], order: list[Travel]
) -> None:
    parts = split(VISITS.fields, record)
    assert join(VISITS.fields, *(parts[travel] for travel in order)) == record


@given(records)
def test_a_part_holds_only_what_travels_with_it(record: dict[str, object]) -> None:
    for travel, part in split(VISITS.fields, record).items():
        for field in VISITS.fields:
            value = part.get(field.name)
            if field.kind is Kind.ROWS and isinstance(value, list):
                inside = {name for row in value for name in row}
                assert all(field.column(name).travel is travel for name in inside)
            elif value is not None:
                assert field.travel is travel


@given(records)
def test_the_shared_part_tells_how_many_rows_there_are(record: dict[str, object]) -> None:
    shared = split(VISITS.fields, record)[Travel.SHARED]
    shown, there = (cast("list[object]", part.get("people", [])) for part in (shared, record))
    assert len(shown) == len(there)
