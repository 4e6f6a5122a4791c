"""Projections: what the last revisions and the drafts say, and nothing confidential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.crypto import canonical
from antq_desktop.crypto.sealing import new_identity, seal_bytes
from antq_desktop.domain.catalogue import Catalogue
from antq_desktop.domain.fields import Kind
from antq_desktop.domain.registers.movement_models import REGISTER as MODELS
from antq_desktop.store.store import open_store
from tests.unit.domain.samples import FIELDS, field, register
from tests.unit.store.makers import (
    CATALOGUE,
    draft,
    new_import,
    revision,
    save,
    save_draft,
    withdraw,
    words_in_index,
)

if TYPE_CHECKING:
    from pathlib import Path

    from antq_desktop.store.store import Store

INFORMANT = {"full_name": "Kín Đáo Tuyệt", "phone": "+84900000999"}
OPEN_TEXT = "Công khai"


def rebuilt(store: Store) -> bool:
    """Say whether making the projections again changes nothing."""
    before = store.projections.digest(), words_in_index(store)
    store.projections.rebuild()
    return before == (store.projections.digest(), words_in_index(store))


def test_a_saved_record_is_in_the_tables(store: Store) -> None:
    save(store, revision("a", values={"title": OPEN_TEXT}), revision("b"))
    assert store.queries.records() == 2
    assert store.projections.are_current()
    assert rebuilt(store)


def test_a_new_revision_takes_the_place_of_the_last(store: Store) -> None:
    save(store, revision("a", values={"title": "Cũ", "people": [{"age": 1}, {"age": 2}]}))
    save(store, revision("a", 2, values={"title": "Mới", "people": [{"age": 3}]}))
    assert [line.title for line in store.queries.search("moi")] == ["Mới"]
    assert store.queries.search("cu") == []
    assert store.database.execute("SELECT age FROM r_visits__people").fetchall() == [(3,)]
    assert rebuilt(store)


def test_many_records_are_written_in_batches(store: Store) -> None:
    save(store, *(revision(f"r{n:04}", values={"title": f"Số {n}"}) for n in range(1100)))
    assert store.projections.rebuild() == 1100
    assert store.queries.records() == 1100
    assert store.projections.are_current()


def test_a_draft_becomes_a_record(store: Store) -> None:
    save_draft(store, draft("a", title="Nháp"))
    line = store.queries.line("a")
    assert line is not None
    assert (line.draft, line.book, line.state, line.title) == (True, None, "draft", "Nháp")
    assert rebuilt(store)
    save(store, revision("a", values={"title": "Xong"}))
    line = store.queries.line("a")
    assert line is not None
    assert (line.draft, line.book, line.state) == (False, "1/2023", "open")
    assert rebuilt(store)


def test_a_discarded_draft_leaves_nothing(store: Store) -> None:
    save(store, revision("a"))
    before = store.projections.digest()
    save_draft(store, draft("d", title="Thừa", notes=[{"text": "x"}]))
    with store.atomic():
        store.drafts.drop("d")
        store.projections.drop("d")
    assert store.projections.digest() == before
    assert store.queries.search("thua") == []


def test_a_duplicate_and_a_void_are_marked(store: Store) -> None:
    values = {"duplicate_of": "0190b5a0-0000-7000-8000-000000000001"}
    save(store, revision("a", values=values), revision("b", voided=True, book=2))
    rows = store.database.execute("SELECT duplicate, voided FROM current ORDER BY record")
    assert rows.fetchall() == [(1, 0), (0, 1)]


def test_projections_that_are_behind_are_noticed(store: Store) -> None:
    with store.atomic():
        store.revisions.append([revision("a")])
    assert not store.projections.are_current()
    store.projections.rebuild()
    assert store.projections.are_current()
    number = new_import(store)
    save(store, revision("a", 2), imported=number)
    withdraw(store, number)
    assert not store.projections.are_current()


def test_every_value_that_is_changed_changes_the_digest(store: Store) -> None:
    save(store, revision("a", values={"title": "Một"}), revision("b", values={"title": "Hai"}))
    before = store.projections.digest()
    for statement in (
        "UPDATE r_visits SET title = 'Ba' WHERE record = 'a'",
        "UPDATE r_visits SET record = 'c' WHERE record = 'a'",
        "UPDATE current SET voided = 1",
    ):
        store.database.execute(statement)
        assert store.projections.digest() != before
        store.projections.rebuild()
        assert store.projections.digest() == before


def test_a_changed_declaration_makes_the_tables_again(store: Store, path: Path, key: bytes) -> None:
    save(store, revision("a", values={"title": "Một"}))
    save_draft(store, draft("d", title="Hai"))
    store.close()
    changed = register(*FIELDS, field("more", Kind.TEXT), title=("title",))
    again = open_store(path, key, Catalogue("2", (changed,)))
    assert again.database.execute("SELECT title, more FROM r_visits").fetchall() == [
        *(("Một", None), ("Hai", None))
    ]
    assert "r_visits__people" not in again.database.table_names()
    again.close()


def test_a_draft_of_a_register_that_is_gone_waits(store: Store, path: Path, key: bytes) -> None:
    save_draft(store, draft("d", title="Hai"))
    store.close()
    again = open_store(path, key, Catalogue("2", (MODELS,)))
    assert again.queries.records() == 0
    again.close()
    again = open_store(path, key, CATALOGUE)
    assert again.queries.records() == 1
    again.close()


def test_the_words_of_rows_and_persons_are_found_and_states_are_not(store: Store) -> None:
    values = {
        "host": {"full_name": "Chủ Nhà Thử", "address_unit": {"code": "13579", "valid_from": None}},
        "people": [{"name": "Khách Thử"}],
        "phone": "+84912345678",
    }
    save(store, revision(values=values))
    found = {text for text in ("chu nha", "khach", "84912", "open", "code") if hits(store, text)}
    assert found == {"chu nha", "khach", "84912"}


def hits(store: Store, text: str) -> int:
    """Return how many records a search finds."""
    return len(store.queries.search(text))


def test_what_is_confidential_is_nowhere_in_the_open_database(store: Store, tmp_path: Path) -> None:
    values = {"title": OPEN_TEXT, "informant": INFORMANT, "people": [{"secret": "tuyệt mật"}]}
    save(store, revision("a", values=values))
    part = canonical.dump({"salt": "00", "values": INFORMANT})
    store.sealed.put("digest", "head", seal_bytes(part, [new_identity().recipient]))
    content = decrypted(store, tmp_path / "plain.db")
    assert OPEN_TEXT.encode() in content
    for text in (*INFORMANT.values(), "tuyệt mật"):
        assert text.encode() not in content
    words = {str(row[0]) for row in words_in_index(store)}
    assert {"cong", "khai"} <= words
    assert not words & {"kin", "dao", "tuyet", "mat", "84900000999"}


def decrypted(store: Store, path: Path) -> bytes:
    """Return every byte of the database without its encryption."""
    store.database.execute("ATTACH ? AS plain KEY ''", [str(path)])
    store.database.execute("SELECT sqlcipher_export('plain')").fetchall()
    store.database.execute("DETACH plain")
    return path.read_bytes()
