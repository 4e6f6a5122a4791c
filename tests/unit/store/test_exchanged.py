"""What was sent and what came in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from antq_desktop.errors import Fault
from antq_desktop.store.exchange_rows import Certified, Incoming, Outgoing, Report
from tests.unit.store.makers import AT, HOME, OTHER, new_import, withdraw

if TYPE_CHECKING:
    from antq_desktop.store.store import Store

SENT = Outgoing(
    digest="d1",
    bundle_id="b1",
    kind="submission",
    recipient="35",
    chain="c1",
    sequence=1,
    base=None,
    seq_to=5,
    periods='["DL-2023"]',
    counts="{}",
    file="one.antq",
    sha256="s1",
    created_at="2023-06-01T08:00+07:00",
)
SECOND = replace(SENT, digest="d2", sequence=2, created_at="2023-06-02T08:00+07:00")
RECEIPT = replace(
    SENT, digest="d3", kind="receipt", chain=None, created_at="2023-05-01T08:00+07:00"
)
CAME = Incoming(
    digest="d1",
    bundle_id="b1",
    kind="submission",
    unit="13579",
    workspace=OTHER,
    chain="c1",
    sequence=1,
    file="one.antq",
    sha256="s1",
    verdict="accepted",
    outcome="{}",
    received_at=AT,
    trust="{}",
)
REPORT = Report(unit="13579", workspace=HOME, period="DL-2023", version=1, body="{}", digest="r1")
ISSUED = Certified(
    serial="2",
    der=b"der",
    workspace=OTHER,
    unit="13579",
    person="Trưởng Thử",
    role="head",
    age_recipient="age1",
    issued_at="2023-02-01",
)


def test_sent_bundles_come_back_as_they_were_signed(store: Store) -> None:
    """Whatever their time says: a clock that ran ahead was set back."""
    for one in (replace(RECEIPT, created_at="2064-01-01"), SENT, SECOND):
        store.exchanged.add_outgoing(one)
    assert [one.digest for one in store.exchanged.outgoing()] == [
        *(RECEIPT.digest, SENT.digest, SECOND.digest)
    ]
    assert store.exchanged.outgoing("submission") == [SENT, SECOND]
    assert store.exchanged.last_in_chain("c1") == SECOND
    assert store.exchanged.last_in_chain("c2") is None


def test_a_bundle_that_was_written_says_where_to(store: Store) -> None:
    store.exchanged.add_outgoing(SENT)
    store.exchanged.written("d1", AT, "/media/usb")
    assert store.exchanged.outgoing() == [replace(SENT, written_at=AT, written_to="/media/usb")]


def test_the_base_is_the_newest_bundle_that_is_in(store: Store) -> None:
    for one in (SENT, SECOND, replace(SENT, digest="d4", sequence=3)):
        store.exchanged.add_outgoing(one)
    assert store.exchanged.last_acknowledged("c1") is None
    assert answered(store, "d1", "accepted")
    assert answered(store, "d2", "remarks", reasons='["x"]')
    assert answered(store, "d4", "refused", acknowledged=False)
    base = store.exchanged.last_acknowledged("c1")
    assert base == replace(
        SECOND, verdict="remarks", receipt_at=AT, reasons='["x"]', acknowledged=1, told_at=AT
    )
    assert not answered(store, "nothing", "accepted")


def answered(store: Store, digest: str, verdict: str, **more: Any) -> bool:
    facts: dict[str, Any] = {"reasons": "[]", "acknowledged": True, "told_at": AT, **more}
    return store.exchanged.answered(digest, verdict, AT, **facts)


def test_an_older_receipt_does_not_undo_a_newer_one(store: Store) -> None:
    store.exchanged.add_outgoing(SENT)
    assert answered(store, "d1", "withdrawn", acknowledged=False, told_at="2023-06-09")
    assert not answered(store, "d1", "accepted", told_at="2023-06-08")
    assert store.exchanged.last_acknowledged("c1") is None
    assert answered(store, "d1", "accepted", told_at="2023-06-10")
    assert store.exchanged.last_acknowledged("c1") is not None


def test_what_a_held_bundle_was_built_on_is_doubted(store: Store) -> None:
    third = replace(SENT, digest="d4", sequence=3)
    for one in (SENT, SECOND, third, replace(SENT, digest="d5", chain="c2")):
        store.exchanged.add_outgoing(one)
        assert answered(store, one.digest, "accepted", told_at="2023-06-08")
    store.exchanged.doubt("d4", "2023-06-09")
    base = store.exchanged.last_acknowledged("c1")
    assert base is not None
    assert base.digest == "d4"
    store.exchanged.doubt("d4", "2023-06-01")  # an older receipt changes nothing
    other = store.exchanged.last_acknowledged("c2")
    assert other is not None
    assert not answered(store, "d2", "accepted", told_at="2023-06-08")


def test_what_was_refused_is_sent_until_it_is_in(store: Store) -> None:
    third = replace(SENT, digest="d4", sequence=3)
    for one in (SENT, SECOND, third):
        store.exchanged.add_outgoing(one)
    store.left_out.keep("d1", ["r2", "r1", "r3"])
    assert store.left_out.of("d1") == ["r1", "r2", "r3"]
    assert store.left_out.not_in("c1") == []
    assert answered(store, "d1", "remarks")
    assert store.left_out.not_in("c1") == ["r1", "r2", "r3"]
    store.left_out.send_again("d2", ["r1", "r2"])
    assert store.left_out.not_in("c1") == ["r1", "r2", "r3"]
    store.left_out.keep("d2", ["r2"])
    assert answered(store, "d2", "remarks")
    assert store.left_out.not_in("c1") == ["r2", "r3"]
    store.left_out.keep("d1", ["r3"])
    assert store.left_out.not_in("c1") == ["r2", "r3"]


def test_what_came_in_counts_until_it_is_withdrawn(store: Store) -> None:
    number = new_import(store, "d1")
    counted = replace(CAME, imported=number)
    for one in (replace(CAME, verdict="held_gap"), counted):
        store.exchanged.add_incoming(one)
    assert store.exchanged.incoming() == [replace(CAME, verdict="held_gap"), counted]
    assert store.exchanged.counted("d1") == counted
    assert store.exchanged.at_place("c1", 1) == [counted]
    assert store.exchanged.at_place("c1", 2) == []
    withdraw(store, number)
    assert store.exchanged.counted("d1") is None
    assert store.exchanged.at_place("c1", 1) == []


def test_verdicts_are_given_until_the_sender_knows_them(store: Store) -> None:
    first = replace(CAME, imported=new_import(store, "d1"))
    second = replace(CAME, digest="d2", sequence=2)
    for one in (first, second, replace(CAME, kind="request", chain=None, sequence=None)):
        store.exchanged.add_incoming(one)
    assert store.exchanged.unconfirmed(OTHER) == [first, second]
    assert store.exchanged.unconfirmed(HOME) == []
    store.exchanged.tell(["d1"], 1)
    store.exchanged.tell(["d1", "d2"], 2)
    told = [replace(first, answered=1), replace(second, answered=2)]
    assert store.exchanged.unconfirmed(OTHER) == told
    # A bundle on d1 shows the first receipt that told of it, and no later one.
    store.exchanged.confirm(OTHER, "d1")
    assert store.exchanged.unconfirmed(OTHER) == told[1:]
    store.exchanged.tell_again("d1")
    assert store.exchanged.unconfirmed(OTHER) == [first, *told[1:]]


def test_the_last_judgement_of_a_bundle_is_where_it_stands(store: Store) -> None:
    held = replace(CAME, verdict="held_gap", base="d0")
    taken = replace(held, verdict="accepted", received_at="2024-01-01", imported=new_import(store))
    for one in (held, replace(CAME, digest="d2", sequence=4), taken):
        store.exchanged.add_incoming(one)
    assert [one.digest for one in store.exchanged.standing()] == ["d2", "d1"]
    assert store.exchanged.standing_of("d1") == taken
    assert store.exchanged.standing_of("d9") is None
    assert store.exchanged.first_came("d1") == AT
    assert store.exchanged.first_came("d9") is None
    assert store.exchanged.came("c1") == {1, 4}
    assert store.exchanged.imports_over(OTHER, 0) == [taken]
    store.exchanged.withdraw(taken.imported or 0, AT)
    assert store.exchanged.imports_over(OTHER, 0) == []


def test_the_newest_report_of_a_period_is_found(store: Store) -> None:
    newer = replace(REPORT, version=2, digest="r2")
    for one in (newer, REPORT):
        store.exchanged.add_report(one)
    assert store.exchanged.last_report(HOME, "DL-2023") == newer
    assert store.exchanged.last_report(HOME, "DL-2022") is None
    assert store.exchanged.reports() == [REPORT, newer]


def test_a_report_never_changes(store: Store) -> None:
    store.exchanged.add_report(REPORT)
    with pytest.raises(Fault), store.atomic():
        store.exchanged.add_report(replace(REPORT, digest="r9"))
    assert store.exchanged.reports() == [REPORT]


def test_two_reports_of_one_version_may_come_in(store: Store) -> None:
    came = replace(REPORT, imported=new_import(store), digest="r8")
    for one in (came, replace(came, digest="r2")):
        store.exchanged.add_report(one)
    assert store.exchanged.version_digests(HOME, "DL-2023") == {1: {"r2", "r8"}}
    last = store.exchanged.last_report(HOME, "DL-2023")
    assert last is not None
    assert last.digest == "r2"


def test_a_withdrawn_report_does_not_count_and_can_come_again(store: Store) -> None:
    number = new_import(store)
    store.exchanged.add_report(replace(REPORT, imported=number))
    withdraw(store, number)
    assert store.exchanged.reports() == []
    assert store.exchanged.last_report(HOME, "DL-2023") is None
    again = replace(REPORT, imported=new_import(store))
    store.exchanged.add_report(again)
    assert store.exchanged.reports() == [again]


def test_a_certificate_is_revoked_once(store: Store) -> None:
    older = replace(ISSUED, serial="1", issued_at="2064-01-01")
    for one in (older, ISSUED):
        store.exchanged.add_certificate(one)
    revoke = partial(store.exchanged.revoke, since="2023-06-29", why="keyCompromise")
    assert revoke("2", AT, "lost")
    assert not revoke("2", "later", "again")
    assert not revoke("9", AT, "lost")
    told = replace(ISSUED, revoked_at=AT, reason="lost")
    assert store.exchanged.certificates() == [
        *(older, replace(told, effective_from="2023-06-29", why="keyCompromise"))
    ]
