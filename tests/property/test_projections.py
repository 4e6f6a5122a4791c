"""After any sequence of saves, voids and drafts, making the projections again changes nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from antq_desktop.crypto.wrapping import new_key
from antq_desktop.store.store import open_store
from tests.unit.store.makers import (
    CATALOGUE,
    begin,
    draft,
    revision,
    save,
    save_draft,
    words_in_index,
)

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

texts = st.text(st.sampled_from("aăâđòóỏ hnỳ-"), max_size=8)
values = st.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "cost": st.integers(0, 9),
        "host": st.fixed_dictionaries({"full_name": texts}),
        "people": st.lists(st.fixed_dictionaries({"age": st.integers(0, 9), "name": texts})),
        "notes": st.lists(st.fixed_dictionaries({"text": texts})),
    },
)
steps = st.tuples(
    st.sampled_from(["save", "void", "draft", "discard"]), st.sampled_from("abcd"), values
)


def take(store: Store, act: str, record: str, given_values: dict[str, object]) -> None:
    """Do one step the way the services do; a draft is not made of what is registered."""
    last = store.revisions.latest(record)
    if act in {"save", "void"}:
        number = last.header.number + 1 if last else 1
        save(store, revision(record, number, values=given_values, voided=act == "void"))
    elif last is None and act == "draft":
        save_draft(store, draft(record, **given_values))
    elif last is None:
        with store.atomic():
            store.drafts.drop(record)
            store.projections.drop(record)


@settings(max_examples=25)
@given(st.lists(steps, max_size=12))
def test_a_rebuild_changes_nothing(taken: list[tuple[str, str, dict[str, object]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "antq.db", new_key(), CATALOGUE, create=True)
        begin(store)
        for step in taken:
            take(store, *step)
        assert store.projections.are_current()
        before = store.projections.digest(), words_in_index(store)
        store.projections.rebuild()
        assert (store.projections.digest(), words_in_index(store)) == before
        assert store.projections.are_current()
        store.close()
