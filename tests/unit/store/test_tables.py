"""Typed tables: made from the declaration, and nothing confidential in them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from antq_desktop.domain.fields import Kind, Travel
from antq_desktop.domain.vietnamese import sort_key
from antq_desktop.store.tables import cell, signature, tables_of
from tests.unit.domain.samples import FIELDS, VISITS, field, register
from tests.unit.store.makers import revision, save

if TYPE_CHECKING:
    from antq_desktop.domain.register import Register
    from antq_desktop.store.store import Store

ON = FIELDS[0]


def test_each_kind_of_row_has_its_own_table() -> None:
    main, *children = tables_of(VISITS)
    assert main.name == "r_visits"
    assert [table.name for table in children] == [
        *("r_visits__people", "r_visits__notes", "r_visits__moves")
    ]


def test_confidential_fields_have_no_column() -> None:
    main, people, *_ = tables_of(VISITS)
    assert "informant" not in main.columns
    assert people.columns == ("record", "row", "age", "name")


def test_a_listed_text_can_be_sorted(store: Store) -> None:
    titles = ["Ứng Thử", "Đan Thử", "An Thử", "Dan Thử", "Yên Thử"]
    save(store, *(revision(title, values={"title": title}) for title in titles))
    rows = store.database.execute("SELECT title FROM r_visits ORDER BY title__sort").fetchall()
    assert [row[0] for row in rows] == sorted(titles, key=sort_key)


def test_values_are_in_typed_columns(store: Store) -> None:
    values = {"cost": 5, "urgent": True, "topics": ["check", "help"], "people": [{"age": 3}, {}]}
    save(store, revision(values=values))
    row = store.database.execute("SELECT cost, urgent, topics, title FROM r_visits").fetchone()
    assert row == (5, 1, '["check","help"]', None)
    rows = store.database.execute("SELECT row, age, name FROM r_visits__people").fetchall()
    assert rows == [(1, 3, None), (2, None, None)]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.TEXT, None, None),
        (Kind.FLAG, False, 0),
        (Kind.MONEY, 2**53 - 1, 2**53 - 1),
        (Kind.PERSONAL_NUMBER, "000123456789", "000123456789"),
        (Kind.UNIT, {"code": "13579", "valid_from": "2025-07-01"}, "13579@2025-07-01"),
        (Kind.PERSON, {"full_name": "Thử", "born": "1990"}, '{"born":"1990","full_name":"Thử"}'),
    ],
)
def test_a_cell_holds_the_value(kind: Kind, value: object, expected: object) -> None:
    assert cell(field("x", kind), value) == expected


@pytest.mark.parametrize(
    "changed",
    [
        register(ON, field("x", Kind.TEXT), field("y", Kind.TEXT)),
        register(ON, field("x", Kind.INTEGER)),
        register(ON, field("x", Kind.OFFICER)),
        register(ON, field("x", Kind.TEXT, Travel.CONFIDENTIAL)),
        register(ON, field("x", Kind.TEXT), title=("x",)),
        dataclasses.replace(register(ON, field("x", Kind.TEXT)), event_field="x"),
    ],
)
def test_a_changed_declaration_has_another_signature(changed: Register) -> None:
    before = register(ON, field("x", Kind.TEXT))
    assert signature(before) == signature(register(ON, field("x", Kind.TEXT)))
    assert signature(changed) != signature(before)
