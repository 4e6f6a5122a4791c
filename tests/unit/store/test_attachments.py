"""Which import a file belongs to: what counts decides whether the file is here."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from antq_desktop.store.attachments import StoredFile
from tests.unit.store.makers import revision

if TYPE_CHECKING:
    from antq_desktop.store.store import Store


def brought(store: Store, file: str, number: int, *, key: str = "a", digest: str = "d") -> None:
    store.attachments.add(
        StoredFile(id=key, digest=digest, file=file, size=1, sha256="s", at="now", imported=number)
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


def test_what_no_row_that_counts_names_is_forgotten(store: Store) -> None:
    confidential = {"attachments": [{"id": "b", "part": "e"}]}
    store_files = [("a", "d", "gone"), ("b", "e", "kept"), ("c", "f", "older")]
    with store.atomic():
        first, second = (store.exchanged.new_import(digest, "now") for digest in ("1", "2"))
        for one, digest, file in store_files:
            brought(store, file, second, key=one, digest=digest)
        store.revisions.append([dataclasses.replace(revision(), private=confidential)], first)
        own = {"attachments": [{"id": "c", "sha256": "f"}, {"id": "a", "sha256": "other"}]}
        store.revisions.append([dataclasses.replace(revision(number=2), private=own)])
        store.exchanged.withdraw(second, "later")
        assert store.attachments.withdraw(second) == ["gone"]
        assert store.attachments.withdraw(second) == []
    found = {one.file: one.imported for one in store.attachments.all()}
    assert found == {"kept": first, "older": None}
