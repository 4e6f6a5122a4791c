"""The journal: each line holds the one before it, and a broken chain says where."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.store.journal import BEGINNING, Head, Sought, withheld
from tests.unit.store.makers import refused_at_the_end

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

ZEROS = "0" * 64


@pytest.fixture
def written(store: Store) -> Store:
    """Return a store with three lines in its journal."""
    for n in range(1, 4):
        store.journal.add(f"2023-06-0{n}T08:00+07:00", "u1", "save", record=f"r{n}")
    return store


def test_an_empty_journal_has_an_empty_head(store: Store) -> None:
    assert store.journal.head() == Head(0, ZEROS)
    assert store.journal.last_moment() is None
    assert store.journal.broken_at() is None


def test_lines_come_back_in_order(written: Store) -> None:
    lines = list(written.journal.entries())
    assert [(line["n"], line["act"], line["user"]) for line in lines] == [
        (n, "save", "u1") for n in (1, 2, 3)
    ]
    assert list(written.journal.newest()) == lines[::-1]
    assert written.journal.last_moment() == "2023-06-03T08:00+07:00"
    assert written.journal.broken_at() is None


def test_the_head_is_the_hash_of_the_last_line(written: Store) -> None:
    head = written.journal.head()
    assert head.as_json() == {"length": 3, "head": head.hash}
    assert [written.journal.hash_at(n) for n in (0, 3, 4)] == [ZEROS, head.hash, None]
    entry = written.database.execute("SELECT entry FROM journal WHERE n = 3").fetchone()[0]
    assert head.hash == hashlib.sha256(entry.encode()).hexdigest()


def test_a_line_stands_or_falls_with_its_act(written: Store) -> None:
    before = written.journal.head()
    with refused_at_the_end(written):
        written.journal.add("later", None, "save")
    assert written.journal.head() == before


def forged(store: Store, line: int, **changed: canonical.Json) -> None:
    """Change a line and give it the hash that fits it."""
    entry = store.database.execute("SELECT entry FROM journal WHERE n = ?", [line]).fetchone()[0]
    body = canonical.load(entry.encode())
    assert isinstance(body, dict)
    data = canonical.dump({**body, **changed})
    cells = [data.decode(), sha256_hex(data), line]
    store.database.execute("UPDATE journal SET entry = ?, hash = ? WHERE n = ?", cells)


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        ("UPDATE journal SET entry = replace(entry, 'r2', 'rX') WHERE n = 2", 2),
        ("UPDATE journal SET hash = 'x' WHERE n = 3", 3),
        ("DELETE FROM journal WHERE n = 2", 2),
        ("DELETE FROM journal WHERE n = 1", 1),
    ],
)
def test_a_changed_or_missing_line_is_found(written: Store, statement: str, line: int) -> None:
    written.database.execute(statement)
    assert written.journal.broken_at() == line


def test_a_line_with_a_fitting_hash_breaks_the_next(written: Store) -> None:
    forged(written, 2, act="nothing")
    assert written.journal.broken_at() == 3


@pytest.mark.parametrize("changed", [{"n": 7}, {"previous": ZEROS}])
def test_a_line_of_another_place_is_found(
    written: Store, changed: dict[str, canonical.Json]
) -> None:
    forged(written, 2, **changed)
    assert written.journal.broken_at() == 2


@pytest.mark.parametrize("entry", ["no JSON", "[]", "{}", '{"n": 1}'])
def test_a_line_that_is_no_entry_is_found(written: Store, entry: str) -> None:
    written.database.execute(
        "UPDATE journal SET entry = ?, hash = ? WHERE n = 1", [entry, sha256_hex(entry.encode())]
    )
    assert written.journal.broken_at() == 1


def test_what_was_typed_stands_beside_the_chain_and_is_held_by_it(store: Store) -> None:
    store.journal.add("2023-06-01T08:00+07:00", "u1", "void", record="r1", reason="Nhập nhầm")
    store.journal.add("2023-06-02T08:00+07:00", "u1", "save", record="r1")
    raw = [entry for _, entry, _ in store.journal.raw()]
    assert not [entry for entry in raw if "nhầm" in entry]
    assert [line["details"] for line in store.journal.entries()] == [
        {"record": "r1", "reason": "Nhập nhầm"},
        {"record": "r1"},
    ]
    assert store.journal.broken_at() is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_texts SET text = 'Khác'",
        "UPDATE journal_texts SET salt = '00'",
        "DELETE FROM journal_texts",
        "INSERT INTO journal_texts VALUES (1, 'name', '00', 'thêm')",
    ],
)
def test_a_changed_text_breaks_the_chain(store: Store, statement: str) -> None:
    store.journal.add("2023-06-01T08:00+07:00", "u1", "void", record="r1", reason="Nhập nhầm")
    store.database.execute(statement)
    assert store.journal.broken_at() == 1


def test_a_line_of_before_with_its_words_inside_still_fits(store: Store) -> None:
    body: dict[str, canonical.Json] = {
        "n": 1,
        "at": "2023-06-01T08:00+07:00",
        "user": "u1",
        "act": "void",
        "details": {"record": "r1", "reason": "Nhập nhầm"},
        "previous": ZEROS,
    }
    entry = canonical.dump(body)
    row = [1, entry.decode(), sha256_hex(entry)]
    store.database.execute("INSERT INTO journal VALUES (?, ?, ?)", row)
    assert store.journal.broken_at() is None
    assert withheld(entry.decode()) == ("reason",)
    assert list(store.journal.entries()) == [body]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), [3, 2, 1]),
        (Sought(about="r2"), [2]),
        (Sought(acts=("void",)), []),
        (Sought(user="u1", since="2023-06-02"), [3, 2]),
        (Sought(user="u2"), []),
        (Sought(since="2023-06-02", until="2023-06-02"), [2]),
    ],
)
def test_lines_are_found_by_what_is_sought(
    written: Store, sought: Sought, found: list[int]
) -> None:
    assert [line["n"] for line in written.journal.page(sought, None, 10)] == found


def test_lines_are_read_page_by_page(written: Store) -> None:
    assert [line["n"] for line in written.journal.page(Sought(), None, 2)] == [3, 2]
    assert [line["n"] for line in written.journal.page(Sought(), 2, 2)] == [1]
    assert written.journal.page(Sought(), 1, 2) == []
    assert list(written.journal.numbers(Sought(about="r2")) or ()) == [2]
    assert written.journal.users() == {"u1"}


@pytest.mark.parametrize("text", ["nham", "Nhập", "NHẦM ngày"])
def test_what_was_typed_is_found_with_or_without_marks(written: Store, text: str) -> None:
    written.journal.add(
        "2023-06-04T08:00+07:00", "u1", "void", record="r1", reason="Nhập nhầm ngày"
    )
    old = '{"act":"void","details":{"reason":"Nhập nhầm ngày"},"n":5}'
    written.database.execute("INSERT INTO journal VALUES (5, ?, '')", [old])
    assert list(written.journal.numbers(Sought(text=text)) or ()) == [5, 4]
    assert not written.journal.numbers(Sought(text="salted"))
    assert not written.journal.numbers(Sought(text=text, until="2023-06-03"))


def test_what_follows_a_colon_is_not_part_of_the_act(written: Store) -> None:
    written.journal.add("2023-06-04T08:00+07:00", None, "unlock_failed:users.wrong", name="Nguyên")
    assert list(written.journal.numbers(Sought(acts=("unlock_failed", "void"))) or ()) == [4]


def test_a_missing_line_keeps_its_number(written: Store) -> None:
    written.database.execute("DELETE FROM journal WHERE n = 2")
    numbers = written.journal.numbers(Sought())
    assert numbers is not None
    assert list(numbers) == [3, 2, 1]
    assert sorted(written.journal.lines(numbers)) == [1, 3]


def test_lines_are_counted_until_nobody_waits(written: Store) -> None:
    details: list[dict[str, canonical.Json]] = [{"record": "r2"}] * 20_000
    written.journal.add_all("2023-06-04T08:00+07:00", "u1", "save", details)
    assert written.journal.numbers(Sought(about="r2"), lambda: True) is None
    found = written.journal.numbers(Sought(about="r2"), lambda: False)
    assert found is not None
    assert len(found) == 20_001


def test_a_chain_is_followed_a_piece_at_a_time(written: Store) -> None:
    journal = written.journal
    second = journal.follow(BEGINNING, 2)
    assert second == Head(2, str(journal.hash_at(2)))
    assert journal.follow(second) == journal.follow(BEGINNING) == journal.head()
    assert journal.follow(journal.head()) == journal.head()
    forged(written, 3, previous=ZEROS)
    assert journal.follow(second) == second
