"""The store as one: transactions, accounts, documents, and the digest of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.store.exchange_rows import Report
from antq_desktop.store.store import open_store
from tests.unit.store.makers import (
    CATALOGUE,
    HOME,
    begin,
    new_import,
    refused_at_the_end,
    revision,
    save,
    withdraw,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.store import Store


def test_a_use_case_is_done_whole_or_not_at_all(store: Store) -> None:
    before = store.digest(), store.projections.digest(), store.journal.head()
    with refused_at_the_end(store):
        save(store, revision("a", values={"title": "Một"}))
        store.books.next("visits", 2023)
        store.journal.add("now", None, "save")
    assert (store.digest(), store.projections.digest(), store.journal.head()) == before
    assert store.queries.search("mot") == []


def test_what_was_saved_is_there_after_closing(store: Store, path: Path, key: bytes) -> None:
    save(store, revision("a"))
    before = store.digest()
    store.close()
    assert not path.with_name("antq.db-wal").exists()
    again = open_store(path, key, CATALOGUE)
    assert again.digest() == before
    assert again.queries.records() == 1
    again.close()


def test_the_digest_does_not_depend_on_the_order_of_writing(
    store: Store, tmp_path: Path, key: bytes
) -> None:
    revisions = [revision(record, n) for record in "abc" for n in (1, 2)]
    save(store, *revisions)
    other = open_store(tmp_path / "other.db", key, CATALOGUE, create=True)
    begin(other)
    for one in reversed(revisions):
        save(other, one)
    assert other.digest() == store.digest()
    other.close()


def test_the_digest_is_over_revisions_that_count_and_reports(store: Store) -> None:
    save(store, revision("a"))
    seen = [store.digest()]
    number = new_import(store)
    save(store, revision("a", 2), imported=number)
    seen.append(store.digest())
    store.exchanged.add_report(
        Report(unit="13579", workspace=HOME, period="DL-2023", version=1, body="{}", digest="r")
    )
    seen.append(store.digest())
    assert len(set(seen)) == 3
    withdraw(store, number)
    assert store.digest() not in seen
    store.database.execute("DELETE FROM reports")
    assert store.digest() == seen[0]


def test_names_of_accounts_are_kept(store: Store) -> None:
    store.add_account("u1", "Trưởng Thử", "head", "now")
    store.add_account("u2", "Phó Thử", "deputy", "now")
    assert store.account_names() == {"u1": "Trưởng Thử", "u2": "Phó Thử"}


def test_a_document_is_kept_under_its_name(store: Store) -> None:
    assert store.meta.get("chain") is None
    store.meta.set("chain", {"id": "c1"})
    store.meta.set("chain", {"id": "c2", "n": [1, None, "chữ"]})
    assert store.meta.get("chain") == {"id": "c2", "n": [1, None, "chữ"]}


def test_a_sound_store_has_no_findings(store: Store) -> None:
    save(store, revision("a"))
    assert store.findings() == []
