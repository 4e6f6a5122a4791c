"""Paging through a list gives each row once, in the order of one sorted read, whatever is added."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.crypto.wrapping import new_key
from antq_desktop.domain.vietnamese import fold, person_sort_key, sort_key
from antq_desktop.store import listing
from antq_desktop.store.listing import Asked, Order
from antq_desktop.store.queries import Filter
from antq_desktop.store.store import open_store
from tests.unit.domain.samples import VISITS
from tests.unit.store.makers import CATALOGUE, begin, draft, revision, save, save_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from antq_desktop.store.listing import Listed, ListRow
    from antq_desktop.store.store import Store

texts = st.text(st.sampled_from("aăâđòóỏ hnỳ"), min_size=1, max_size=6).filter(str.strip)
values = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "cost": st.integers(0, 3),
        "reason": st.sampled_from(["check", "help", "old"]),
        "host": st.fixed_dictionaries({"full_name": texts}),
    },
)
orders = st.builds(
    Order, st.sampled_from(["_book", "_state", "title", "cost", "reason", "host"]), st.booleans()
)
COLUMNS = ("title", "cost", "reason", "host")
LABELS = {"check": "Kiểm tra", "help": "Giúp đỡ", "old": "Nhãn", "open": "1", "draft": "0"}


def pages(store: Store, listed: Listed, start: int = 0) -> list[ListRow | None]:
    """Read a list in pages of two."""
    fields = [VISITS.by_name[name] for name in COLUMNS]
    return [
        row
        for first in range(start, listed.count, 2)
        for row in store.listing.rows(listed, first, 2, fields)
    ]


def sorted_read(
    rows: Sequence[tuple[str, int, dict[str, object]]], order: Order, text: str
) -> list[str]:
    """Sort records (id, number in the book or 0, values) as a list does, without a database."""
    wanted = set(fold(text).split())
    kept = [
        row for row in rows if all(any(w.startswith(t) for w in words_of(row[2])) for t in wanted)
    ]
    kept.sort(key=lambda row: int(row[0][1:]), reverse=order.descending)  # as they came
    if order.column not in {"_book", "_state"}:
        have = [row for row in kept if row[2].get(order.column) is not None]
        # Equal ones stay as they came, so that "reverse" must not turn them round twice.
        have.sort(key=lambda row: key_of(order.column, row[2]), reverse=order.descending)
        kept = have + [row for row in kept if row[2].get(order.column) is None]
    return [row[0] for row in sorted(kept, key=lambda row: row[1] > 0)]


def words_of(record: dict[str, object]) -> list[str]:
    """Return the words by which a record is found."""
    host = record.get("host")
    name = host["full_name"] if isinstance(host, dict) else ""
    return fold(f"{record.get('title', '')} {name}").split()


def key_of(column: str, record: dict[str, object]) -> tuple[int, str]:
    """Return what a value is sorted by."""
    value = record[column]
    if isinstance(value, dict):
        return 0, person_sort_key(str(value["full_name"]))
    if isinstance(value, int):
        return value, ""
    return 0, sort_key(LABELS.get(str(value), str(value)) if column == "reason" else str(value))


@settings(max_examples=25, deadline=None)
@given(
    given_values=st.lists(values, max_size=9),
    order=orders,
    text=st.sampled_from(["", "", "a", "ho"]),
    long=st.booleans(),
)
def test_each_row_comes_once_in_order(
    given_values: list[dict[str, object]], order: Order, *, text: str, long: bool
) -> None:
    records = [(f"r{n}", n if n % 4 else 0, value) for n, value in enumerate(given_values, 1)]
    asked = Asked(
        VISITS,
        Filter(VISITS.name),
        order,
        lambda code: sort_key(LABELS[code]),
        fold(text),
    )
    before = listing.LONG, listing.FEW  # a long list is the same list, read in other ways
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "antq.db", new_key(), CATALOGUE, create=True)
        try:
            listing.LONG, listing.FEW = (0, 1) if long else before
            begin(store)
            for record, number, value in records:
                write(store, record, number, value)
            listed = store.listing.order(asked)
            assert listed is not None
            first = store.listing.first(asked, 3, [])
            half = pages(store, listed)[:2]
            write(store, "later", 99, {"title": "a"})
            found = [*half, *pages(store, listed, 2)]
            names = [row.line.record for row in found if row is not None]
            assert names == sorted_read(records, order, text)
            if first is not None:
                assert [row.line.record for row in first] == names[:3]
            elif (
                long and records and order.column != "_state"
            ):  # words that few have are sought in the index
                assert text
                assert len(names) * 10 < len(records)
            store.listing.close(listed)
            assert pages(store, listed) == []
        finally:
            listing.LONG, listing.FEW = before
            store.close()


def write(store: Store, record: str, number: int, value: dict[str, object]) -> None:
    """Save a record with this number in the book, or a draft for 0."""
    if number:
        save(store, revision(record, book=number, values=value))
    else:
        save_draft(store, draft(record, **{"on": "2023-05-01", **value}))
