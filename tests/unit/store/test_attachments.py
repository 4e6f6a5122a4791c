"""Which import a file belongs to: what counts decides whether the file is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from antq_desktop.store.attachments import StoredFile

if TYPE_CHECKING:
    from antq_desktop.store.store import Store


def brought(store: Store, file: str, number: int) -> None:
    store.attachments.add(
        StoredFile(id="a", digest="d", file=file, size=1, sha256="s", at="now", imported=number)
    )


def test_a_file_that_came_again_stays_with_the_import_that_counts(store: Store) -> None:
    with store.atomic():
        first, second = (store.exchanged.new_import(digest, "now") for digest in ("1", "2"))
        brought(store, "lost", first)
        brought(store, "again", second)
        store.exchanged.withdraw(second, "later")
    kept = store.attachments.get(("a", "d"))
    assert kept is not None
    assert (kept.file, kept.imported) == ("again", first)
    with store.atomic():
        store.exchanged.withdraw(first, "later")
        assert store.attachments.get(("a", "d")) is None
        third = store.exchanged.new_import("3", "later")
        brought(store, "third", third)
    kept = store.attachments.get(("a", "d"))
    assert kept is not None
    assert (kept.file, kept.imported) == ("third", third)
