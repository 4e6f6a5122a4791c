"""What was sent and what came in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from antq_desktop.errors import Fault
from antq_desktop.store.exchanged import Certified, Incoming, Outgoing, Report
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


def test_sent_bundles_come_back_oldest_first(store: Store) -> None:
    for one in (SECOND, SENT, RECEIPT):
        store.exchanged.add_outgoing(one)
    assert store.exchanged.outgoing() == [RECEIPT, SENT, SECOND]
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
    assert store.exchanged.answered("d1", "accepted", AT, "[]")
    assert store.exchanged.answered("d2", "remarks", AT, '["x"]')
    assert store.exchanged.answered("d4", "refused", AT, "[]")
    base = store.exchanged.last_acknowledged("c1")
    assert base == replace(SECOND, verdict="remarks", receipt_at=AT, reasons='["x"]')
    assert not store.exchanged.answered("nothing", "accepted", AT, "[]")


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
    second = replace(CAME, digest="d2", sequence=2)
    for one in (CAME, second, replace(CAME, kind="request", chain=None, sequence=None)):
        store.exchanged.add_incoming(one)
    assert store.exchanged.unconfirmed(OTHER) == [CAME, second]
    store.exchanged.confirm("c1", 1)
    assert store.exchanged.unconfirmed(OTHER) == [second]
    assert store.exchanged.unconfirmed(HOME) == []


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
    older = replace(ISSUED, serial="1", issued_at="2023-01-01")
    for one in (ISSUED, older):
        store.exchanged.add_certificate(one)
    assert store.exchanged.revoke("2", AT, "lost")
    assert not store.exchanged.revoke("2", "later", "again")
    assert not store.exchanged.revoke("9", AT, "lost")
    assert store.exchanged.certificates() == [
        *(older, replace(ISSUED, revoked_at=AT, reason="lost"))
    ]
