"""Lists and search, asked the way people type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.domain.periods import parse_period
from antq_desktop.store.queries import Filter
from tests.unit.domain.samples import VISITS
from tests.unit.store.makers import draft, revision, save, save_draft

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

NAME = VISITS.name


def titled(store: Store, *titles: str) -> None:
    pairs = enumerate(titles)
    save(store, *(revision(title, book=n, values={"title": title}) for n, title in pairs))


def found(store: Store, text: str, limit: int = 100) -> list[str]:
    return [line.title for line in store.queries.search(text, limit)]


@pytest.fixture
def book(store: Store) -> Store:
    """Return a store with three records, one of them void, and a draft."""
    save(
        store,
        revision("c", book=10, values={"on": "2023-06-30"}),
        revision("b", book=2, values={"on": "2023-07-01"}, state="shut"),
        revision("a", book=1, voided=True),
    )
    save_draft(store, draft("d", on="2023-06-01"))
    return store


def records(store: Store, **narrowed: Any) -> list[str]:
    wanted = Filter(NAME, **narrowed)
    lines = store.queries.lines(wanted)
    assert store.queries.total(wanted) == len(lines)
    return [line.record for line in lines]


def test_a_list_is_in_the_order_of_the_book_with_drafts_last(book: Store) -> None:
    assert records(book) == ["a", "b", "c", "d"]


def test_a_list_is_narrowed(book: Store) -> None:
    assert records(book, period=parse_period("2023-06-01_2023-06-30")) == ["c", "d"]
    assert records(book, state="voided") == ["a"]
    assert records(book, state="shut") == ["b"]
    assert records(book, state="draft") == ["d"]
    assert records(book, unit="13579") == ["a", "b", "c", "d"]
    assert records(book, unit="99999", state="open") == []


def test_a_list_has_pages(book: Store) -> None:
    lines = book.queries.lines(Filter(NAME), limit=2, offset=1)
    assert [line.record for line in lines] == ["b", "c"]


def test_records_are_counted_by_register(book: Store) -> None:
    assert book.queries.counts() == {NAME: (3, 1, 1)}
    assert book.queries.records() == 4


def test_a_record_is_found_by_its_id_and_by_its_number(book: Store) -> None:
    line = book.queries.line("b")
    assert line is not None
    assert (line.book, line.number, line.event) == ("2/2023", 1, "2023-07-01")
    assert book.queries.line("none") is None
    assert book.queries.in_book(NAME, 2, 2023) == [line]
    assert book.queries.in_book(NAME, 2, 2022) == []


def test_marks_need_not_be_typed(store: Store) -> None:
    titled(store, "Nguyễn Văn Đạt", "Trần Thị Hoà")
    assert found(store, "nguyen dat") == ["Nguyễn Văn Đạt"]
    assert found(store, "NGUYỄN") == ["Nguyễn Văn Đạt"]
    assert found(store, "đạt") == found(store, "dat") == ["Nguyễn Văn Đạt"]


def test_typed_marks_rank_exact_hits_first(store: Store) -> None:
    titled(store, "Hoa", "Hóa", "Hòa", "Hỏa")
    assert found(store, "hòa")[0] == "Hòa"
    assert found(store, "hỏa")[0] == "Hỏa"
    assert sorted(found(store, "hòa")) == sorted(found(store, "hoa"))
    assert found(store, "hòa", limit=1) == ["Hòa"]


def test_typed_d_with_a_stroke_ranks_first(store: Store) -> None:
    titled(store, "Dao", "Đao")
    assert found(store, "đao") == ["Đao", "Dao"]


def test_both_ways_of_placing_a_tone_are_one(store: Store) -> None:
    titled(store, "Hòa Bình", "Hoà Hiếu", "Hóa An")
    assert set(found(store, "hòa")[:2]) == {"Hòa Bình", "Hoà Hiếu"}
    assert found(store, "hoà") == found(store, "hòa")


def test_every_word_must_be_there_and_the_last_may_be_a_beginning(store: Store) -> None:
    titled(store, "Camera an ninh", "Camera giao thông")
    assert found(store, "camera an") == ["Camera an ninh"]
    assert found(store, "camera gi") == ["Camera giao thông"]
    assert found(store, "came") == ["Camera an ninh", "Camera giao thông"]
    assert found(store, "cam ninh") == []


@pytest.mark.parametrize(
    "text",
    [
        *('"', "'", "*", "a*", "^a", "-a", "(", "a + b", "folded:a", "toned : x", "{a b}:c"),
        *("AND", "OR NOT", "NEAR(a b)", "a AND (b", 'a" OR "b', "%_", ";--"),
        *("\x00", "", "   ", "\U0001f642", "a\u0302\u0302"),
    ],
)
def test_what_a_person_types_is_never_query_language(store: Store, text: str) -> None:
    titled(store, "Mô hình")
    assert found(store, text) == []


def test_words_of_the_query_language_are_words(store: Store) -> None:
    titled(store, "Near and not or")
    assert found(store, "NOT near AND") == ["Near and not or"]


def test_a_long_text_can_be_pasted_into_the_search(store: Store) -> None:
    titled(store, "Mô hình")
    assert found(store, " ".join(f"từ{n}" for n in range(5000))) == []
