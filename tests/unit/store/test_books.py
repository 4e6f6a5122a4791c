"""Book numbers: from 1, without gaps, a book a register and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.store.makers import refused_at_the_end

if TYPE_CHECKING:
    from antq_desktop.store.store import Store


def test_each_book_counts_for_itself(store: Store) -> None:
    taken = [store.books.next("visits", year) for year in (2023, 2023, 2024, 2023)]
    assert taken == [1, 2, 1, 3]
    assert store.books.next("movement_models", 2023) == 1


def test_a_number_that_was_not_used_is_given_again(store: Store) -> None:
    assert store.books.next("visits", 2023) == 1
    with refused_at_the_end(store):
        assert store.books.next("visits", 2023) == 2
    assert store.books.next("visits", 2023) == 2
