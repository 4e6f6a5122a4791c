"""Revisions, drafts and stores for the tests of the store."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast

from antq_desktop.crypto import canonical
from antq_desktop.crypto.digests import sha256_hex
from antq_desktop.domain.catalogue import Catalogue
from antq_desktop.domain.fields import Travel
from antq_desktop.domain.parts import split
from antq_desktop.domain.record import Draft, Header, Revision
from antq_desktop.domain.registers.movement_models import REGISTER as MODELS
from antq_desktop.domain.units import UnitKey
from antq_desktop.errors import Refusal
from antq_desktop.store.projections import of_draft, of_revision
from tests.unit.domain.samples import VISITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from antq_desktop.crypto.canonical import Json
    from antq_desktop.store.store import Store

HOME, OTHER = "workspace-1", "workspace-2"
UNIT = UnitKey("13579")
AT = "2023-06-30T08:00+07:00"
CATALOGUE = Catalogue("1", (MODELS, VISITS))
MOVES = [{"state": "open", "on": "2023-05-01"}]


def digest_of(body: object) -> str:
    """Return the SHA-256 of the canonical JSON of a document."""
    return sha256_hex(canonical.dump(cast("Json", body)))


def revision(record: str = "a", number: int = 1, **more: Any) -> Revision:
    """Return a revision of a visit; ``values`` and members of the header may be given."""
    values: Mapping[str, object] = more.pop("values", {})
    register = CATALOGUE.by_name[more.pop("register", VISITS.name)]
    with_private = more.pop("with_private", True)
    parts = split(register.fields, {"on": "2023-05-01", "moves": MOVES, **values})
    book = {"number": more.pop("book", 1), "year": 2023}
    shared = {"book": book, **parts[Travel.SHARED]}
    private = {"salt": "00" * 16, "values": parts[Travel.PRIVATE]}
    sealed = parts[Travel.CONFIDENTIAL]
    facts: dict[str, Any] = {
        "unit": UNIT,
        "workspace": HOME,
        "seq": number,
        "previous": None,
        "state": "open",
        "voided": False,
        "catalogue": "1",
        "at": AT,
        "author": "officer",
        "shared": digest_of(shared),
        "private": digest_of(private),
        "confidential": digest_of(sealed) if sealed else None,
    }
    header = Header(record=record, register=register.name, number=number, **facts | more)
    return Revision(header, digest_of(header.as_json()), shared, private if with_private else None)


def draft(record: str = "d", **values: object) -> Draft:
    """Return the draft of a visit."""
    parts = split(VISITS.fields, values)
    return Draft(
        record, VISITS.name, "officer", AT, parts[Travel.SHARED], parts[Travel.PRIVATE], None
    )


def save(store: Store, *revisions: Revision, imported: int | None = None) -> None:
    """Save revisions the way the services do, the last of a record projected."""
    with store.atomic():
        store.revisions.append(revisions, imported)
        for one in {one.header.record: one for one in revisions}.values():
            store.drafts.drop(one.header.record)
            register = CATALOGUE.by_name[one.header.register]
            store.projections.write([of_revision(register, one)])


def save_draft(store: Store, one: Draft) -> None:
    """Save a draft the way the services do."""
    with store.atomic():
        store.drafts.put(one)
        store.projections.write([of_draft(VISITS, one, UNIT.text, HOME)])


def new_import(store: Store, digest: str = "d" * 64) -> int:
    """Begin an import."""
    with store.atomic():
        return store.exchanged.new_import(digest, AT)


def withdraw(store: Store, number: int) -> None:
    """Withdraw an import."""
    with store.atomic():
        store.database.execute("UPDATE imports SET withdrawn_at = ? WHERE id = ?", [AT, number])


def begin(store: Store) -> None:
    """Write what every workspace knows of itself."""
    with store.atomic():
        store.meta.set("workspace", {"id": HOME, "unit": UNIT.text})


@contextmanager
def refused_at_the_end(store: Store) -> Iterator[None]:
    """Run a use case that is refused when all of it is done."""
    with suppress(Refusal), store.atomic():
        yield
        raise Refusal("records.refused")


def words_in_index(store: Store) -> list[tuple[object, ...]]:
    """Return every word of the search index with its record, column and place."""
    store.database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, instance)"
    )
    rows = store.database.execute(
        "SELECT term, record, col, offset FROM temp.words JOIN current ON id = doc"
        " ORDER BY record, col, offset"
    )
    return [tuple(row) for row in rows]
